/** A vault that does not open as it should: what is safe, what can be tried, in the order of what it costs. Starting over comes last. */

import { type FormEvent, useState } from 'react'
import { rich } from '../../../../i18n/rich.tsx'
import { plural, t } from '../../../../i18n/t.ts'
import { send } from '../../../../platform/send.ts'
import { openOwnPage } from '../../../../platform/tabs.ts'
import type { DamageView } from '../../../../protocol/published.ts'
import { useAction } from '../../../../ui/action.ts'
import { FailureNotice, Notice } from '../../../../ui/notice.tsx'
import { Button } from '../../../../ui/pieces/button.tsx'
import { TextField } from '../../../../ui/pieces/text-field.tsx'
import { useLoaded } from '../../../../ui/pieces/use-loaded.ts'
import { Title } from '../../../../ui/title.tsx'
import { useSession } from '../../../../ui/use-session.ts'
import { Unlock } from '../unlock.tsx'
import { SetAside } from './set-aside.tsx'

export default function RecoveryPage(_: { rest: string[] }) {
  const vault = useSession('vault')
  const answer = useLoaded(() => send('screen.lookAtDamage', {}), '')
  if (vault?.status === 'too_new')
    return (
      <>
        <Title>{t('This vault is from a newer Keyway')}</Title>
        <p>{t('Nothing was changed. Update Keyway, and it opens again.')}</p>
      </>
    )
  if (vault?.status === 'unlocked')
    return (
      <>
        <Title>{t('The vault is open')}</Title>
        {vault.notices?.map(notice => (
          <Notice key={notice}>{notice}</Notice>
        ))}
        <p>
          {rich(t('Make a {backup} now, then let Keyway {check}.'), {
            backup: <a href="#backup">{t('backup')}</a>,
            check: <a href="#security">{t('check the vault for damage')}</a>,
          })}
        </p>
      </>
    )
  return (
    <>
      <Title>{t('The vault needs repair')}</Title>
      <p>{t('Keyway deleted nothing. Try these one after another.')}</p>
      {answer?.ok && <Safe damage={answer.damage} />}
      {answer && !answer.ok && <FailureNotice failure={answer} />}
      <section className="panel-box stack narrow" aria-labelledby="try">
        <h2 id="try">{t('1. Try to open it')}</h2>
        <p className="quiet">
          {t(
            'Each key is kept twice. If one copy is whole, opening the vault repairs the other. Try the recovery code too.',
          )}
        </p>
        <Unlock inboxCount={vault?.inboxCount ?? 0} />
      </section>
      <section className="panel-box stack narrow" aria-labelledby="backup-way">
        <h2 id="backup-way">{t('2. Is there a backup file?')}</h2>
        <p className="quiet">
          {t(
            'A file that ends in .age brings back what was in the vault when it was made. Make a new vault below, then import the file.',
          )}
        </p>
      </section>
      <section className="panel-box stack narrow" aria-labelledby="over">
        <h2 id="over">{t('3. Start over')}</h2>
        <StartOver />
      </section>
      <SetAside />
    </>
  )
}

function Safe({ damage }: { damage: DamageView }) {
  const { keys, heads: headers, waiting, ways } = damage
  const most = Math.max(keys.browser, keys.mirror)
  return (
    <section className="stack tight" aria-label={t('What is there')}>
      <Notice tone={most > 0 && ways.length > 0 ? 'works' : 'needs'}>
        {most === 0
          ? t('No stored key was found.')
          : plural({ one: 'One sealed key is there.', other: '{count} sealed keys are there.' }, most)}{' '}
        {ways.length > 0
          ? t('What unlocks them looks whole: {list}.', { list: ways.map(way => names[way]).join(', ') })
          : t('What unlocks them was not found whole.')}
      </Notice>
      <p className="small quiet">
        {t(
          'Keys in the browser’s storage: {browserKeys}, headers: {browserHeaders} of 2. Keys in the second copy: {mirrorKeys}, headers: {mirrorHeaders} of 2. Waiting to be saved: {waiting}.',
          {
            browserKeys: keys.browser,
            browserHeaders: headers.browser,
            mirrorKeys: keys.mirror,
            mirrorHeaders: headers.mirror,
            waiting,
          },
        )}
      </p>
    </section>
  )
}

const names = { passphrase: t('passphrase'), passkey: t('passkey'), recovery: t('recovery code') } as const

const word = 'start over'

/** The last choice. The old bytes are kept under another name. */
function StartOver() {
  const [open, setOpen] = useState(false)
  const [typed, setTyped] = useState('')
  const start = useAction(
    () => send('screen.startOver', { confirm: word }),
    () => void openOwnPage('welcome'),
  )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (typed.trim().toLowerCase() === word) void start.run()
  }
  if (!open)
    return (
      <>
        <p className="quiet">
          {t(
            'This makes a new, empty vault. Keyway keeps what is stored now under another name, in case it can be repaired.',
          )}
        </p>
        <div>
          <Button className="button danger" onPress={() => setOpen(true)}>
            {t('Start over')}
          </Button>
        </div>
      </>
    )
  return (
    <form className="stack" onSubmit={submit}>
      <TextField label={t('Type “{word}” if you mean it', { word })} value={typed} onText={setTyped} />
      <FailureNotice failure={start.failure} />
      <div className="cluster">
        <button
          type="submit"
          className="button danger"
          aria-disabled={start.busy || typed.trim().toLowerCase() !== word}
        >
          {t('Start over with an empty vault')}
        </button>
        <Button className="button plain" isBusy={start.busy} onPress={() => setOpen(false)}>
          {t('Cancel')}
        </Button>
      </div>
    </form>
  )
}
