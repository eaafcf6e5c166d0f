/** Captured keys that wait for the person: what each is, a field for its name, and buttons to save or discard it. Shows no secret. */
import KeyRound from 'lucide-react/icons/key-round'
import { type FormEvent, useState } from 'react'
import { plural, t } from '../../../i18n/t.ts'
import { send } from '../../../platform/send.ts'
import type { AboutInput } from '../../../protocol/messages.ts'
import type { PendingKey } from '../../../protocol/published.ts'
import { kindWord, providerName } from '../../../providers/provider-names.ts'
import { useAction } from '../../../ui/action.ts'
import { ErrorBoundary } from '../../../ui/error-boundary.tsx'
import { FailureNotice, Notice } from '../../../ui/notice.tsx'
import { Button } from '../../../ui/pieces/button.tsx'
import { useSavedKeys, useSession } from '../../../ui/use-session.ts'
import { cleanAbout } from '../../keys/core/about.ts'
import { KeyFields } from '../../keys/screen/key-fields.tsx'
import { strangeHome } from '../core/stranger.ts'

/** `onMakeVault`: there is no vault to save into, and this leads to where it is made. */
type Way = { onMakeVault?: (() => void) | undefined }

/** All waiting keys, each with a form of its own. Screens show them before everything else. */
export function PendingKeys({ pending, onMakeVault }: { pending: PendingKey[] } & Way) {
  return (
    <>
      <DiscardOffered />
      {pending.map(key => (
        <ErrorBoundary key={key.id}>
          <Pending pending={key} onMakeVault={onMakeVault} />
        </ErrorBoundary>
      ))}
    </>
  )
}

function Pending({ pending, onMakeVault }: { pending: PendingKey } & Way) {
  const hasVault = onMakeVault === undefined
  const [about, setAbout] = useState<AboutInput>({
    label: pending.name ?? '',
    ...(pending.project !== undefined && { project: pending.project }),
    ...(pending.expiresAt !== undefined && { expiresAt: pending.expiresAt }),
  })
  const commit = useAction(() => send('screen.commit', { id: pending.id, about: cleanAbout(about) }))
  const discard = useAction(() => send('screen.discard', { id: pending.id }))
  const [sure, setSure] = useState(false)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (hasVault) void commit.run()
    else onMakeVault()
  }
  return (
    <form className="panel-box stack pending" onSubmit={submit} aria-label={t('A key to save')}>
      <h2 className="cluster">
        <KeyRound size={16} aria-hidden="true" className="tone-accent" />
        {pending.from === 'page' || pending.from === 'pull'
          ? t('Save the key shown on the page?')
          : t('Save this key?')}
      </h2>
      <p>
        {providerName(pending.provider)} {kindWord(pending.kind)} <code>{pending.mask}</code>
        {pending.project && (
          <span className="quiet"> {t('· project {project}', { project: pending.project })}</span>
        )}
      </p>
      <OtherProject pending={pending} />
      {pending.kept === 'memory' && (
        <Notice tone="needs">
          {pending.unsealed?.message}{' '}
          {t('This key is only in memory: closing the browser or a crash would lose it.')}
        </Notice>
      )}
      {hasVault && <KeyFields about={about} onChange={setAbout} short />}
      <FailureNotice failure={commit.failure ?? discard.failure} />
      <div className="cluster">
        <button type="submit" className="button main" data-keyway="commit" aria-disabled={commit.busy}>
          {hasVault ? (commit.busy ? t('Saving…') : t('Save to the vault')) : t('Make the vault first')}
        </button>
        <Button
          className="button plain"
          aria-expanded={sure}
          isBusy={commit.busy}
          onPress={() => setSure(!sure)}
        >
          {t('Don’t save')}
        </Button>
      </div>
      {/* Below it and not in its place: a second press there would lose a key that nobody can show again. */}
      {sure && (
        <div className="cluster">
          <p className="small quiet" role="status">
            {t('It cannot be shown again. You would have to create a new key.')}
          </p>
          <Button className="button danger" isBusy={discard.busy} onPress={discard.run}>
            {t('Yes, forget this key')}
          </Button>
        </div>
      )}
    </form>
  )
}

/**
 * A notice about a key whose page names another project than all keys of that provider in the vault: the page may have shown somebody else’s
 * key in its place. Only a notice, because the person may have made a new project.
 */
function OtherProject({ pending }: { pending: PendingKey }) {
  const rows = useSavedKeys()
  const project = strangeHome(pending, rows, 'project')
  if (project === undefined || !(pending.from === 'page' || pending.from === 'pull')) return null
  return (
    <Notice tone="needs">
      {t(
        'The page names the project “{project}”, unlike all your other keys. If you did not choose it, discard the key.',
        { project },
      )}
    </Notice>
  )
}

/** One button that discards all keys that pages offered and the person has not saved, when there are several. Shows no secret. */
function DiscardOffered() {
  const offered = (useSession('pending') ?? []).filter(key => key.from === 'page').length
  const discard = useAction(() => send('screen.discardOffered', {}))
  if (offered < 2) return null
  return (
    <Notice
      tone="needs"
      action={
        <Button data-keyway="discard-offered" isBusy={discard.busy} onPress={discard.run}>
          {t('Discard all {count}', { count: offered })}
        </Button>
      }
    >
      {plural(
        {
          one: 'A page offered one key. Save it if you made it yourself, or discard it.',
          other: 'Pages offered {count} keys. Save the ones you made yourself, then discard the rest.',
        },
        offered,
      )}
      <FailureNotice failure={discard.failure} />
    </Notice>
  )
}
