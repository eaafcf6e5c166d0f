/** Another end or other permissions for a key at the platform. What it may do now the platform does not tell, so that cannot be put back. */
import { useState } from 'react'
import { plural, t } from '../../../i18n/t.ts'
import { moment } from '../../../i18n/time.ts'
import { send } from '../../../platform/send.ts'
import { fail } from '../../../protocol/failure.ts'
import type { KeyRow } from '../../../protocol/published.ts'
import { useAction } from '../../../ui/action.ts'
import { FailureNotice, Notice } from '../../../ui/notice.tsx'
import { Button } from '../../../ui/pieces/button.tsx'
import { SelectField } from '../../../ui/pieces/select-field.tsx'
import { TextField } from '../../../ui/pieces/text-field.tsx'
import { endsOf } from '../core/match-keys.ts'
import type { Organization, OrganizationKey } from '../core/organization.ts'
import { keyPath, readKey } from '../core/organization-answers.ts'

type Props = {
  shown: OrganizationKey
  project: string
  admin: KeyRow
  onChange: (how: (was: Organization) => Organization) => void
}

type Choice = 7 | 30 | 90 | 365 | 'read' | 'all'
const choices: [Choice, string][] = [
  ...([7, 30, 90, 365] as const).map((days): [Choice, string] => [
    days,
    plural({ one: 'Expire in {count} day', other: 'Expire in {count} days' }, days),
  ]),
  ['read', t('Allow reading only')],
  ['all', t('Allow everything')],
]
const day = 86_400

/** Seconds of at most a year; `[]` is all permissions, `api.all.read` reading (API reference, project API keys, 2026-11). */
const bodyOf = (choice: Choice): string =>
  JSON.stringify(
    typeof choice === 'number'
      ? { expires_in_seconds: choice * day }
      : { scopes: choice === 'all' ? [] : ['api.all.read'] },
  )

export function KeyRights({ shown, project, admin, onChange }: Props) {
  const [choice, setChoice] = useState<Choice>(90)
  const [typed, setTyped] = useState('')
  const [isDone, setIsDone] = useState(false)
  const end = endsOf(shown.redacted)?.end.slice(-4) ?? shown.id.slice(-4)
  // The end can be moved again until it comes.
  const isFinal = typeof choice !== 'number'
  const change = useAction(async () => {
    setIsDone(false)
    const path = keyPath(project, shown.id)
    const answer = await send('screen.admin', { id: admin.id, method: 'POST', path, body: bodyOf(choice) })
    if (!answer.ok) return answer
    const key = readKey(answer.body, shown.seenAt, project)
    if (key?.id !== shown.id)
      return fail('unrecognised', t('OpenAI did not say that it was changed. Refresh, and look.'))
    onChange(was => ({ ...was, keys: was.keys.map(one => (one.id === key.id ? { ...one, ...key } : one)) }))
    setIsDone(true)
    return { ok: true as const }
  })
  const isReady = !change.busy && (!isFinal || typed.trim() === end)
  return (
    <section className="stack tight" aria-label={t('Expiry and permissions')}>
      <SelectField
        label={t('Expiry and permissions')}
        className="field narrow"
        value={choice}
        options={choices}
        onChoose={setChoice}
        hint={
          isFinal
            ? t('Keyway cannot see what this key may do now, so it cannot put that back.')
            : shown.expiresAt
              ? t('Now it expires {moment}. An expired key cannot be changed.', {
                  moment: moment(shown.expiresAt),
                })
              : t('Now it has no expiry date. Only OpenAI’s own page takes a date away again.')
        }
      />
      {isFinal && (
        <div className="narrow">
          <TextField
            label={t('To continue, type how the key ends: {end}', { end })}
            value={typed}
            onText={setTyped}
          />
        </div>
      )}
      <div>
        <Button
          isBusy={!isReady}
          data-keyway="change-rights"
          onPress={() => {
            if (isReady) void change.run()
          }}
        >
          {choices.find(([one]) => one === choice)?.[1]}
        </Button>
      </div>
      {isDone && (
        <Notice tone="works" live>
          {t('OpenAI changed the key.')}
        </Notice>
      )}
      <p className="small quiet">{t('Single permissions can be chosen only on OpenAI’s own page.')}</p>
      <FailureNotice failure={change.failure} />
    </section>
  )
}
