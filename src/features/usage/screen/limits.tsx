/** Hard limits and mails before them, read and set by an admin key. Every button says what its press does. */
import { type ComponentProps, type FormEvent, useState } from 'react'
import { t } from '../../../i18n/t.ts'
import { send } from '../../../platform/send.ts'
import type { Reply } from '../../../protocol/failure.ts'
import type { KeyRow } from '../../../protocol/published.ts'
import { useAction } from '../../../ui/action.ts'
import { FailureNotice } from '../../../ui/notice.tsx'
import { Button } from '../../../ui/pieces/button.tsx'
import { TextField } from '../../../ui/pieces/text-field.tsx'
import { AskFirst } from '../../../ui/press/ask-first.tsx'
import {
  type Alert,
  alertBody,
  alertsPath,
  type Limit,
  limitBody,
  limitPath,
  readAlerts,
  readDollars,
  readLimit,
} from '../core/admin-limits.ts'
import { dollars } from '../core/prices.ts'
import { ProjectField } from './project-field.tsx'
import { type AskAdmin, notOfThisApi, projectNames } from './read-usage.ts'

type Seen = { limit: Limit | null; alerts: Alert[]; names: Record<string, string> }

async function look(ask: AskAdmin, of: string | null): Promise<Reply<{ seen: Seen }>> {
  const limited = await ask({ method: 'GET', path: limitPath(of) })
  if (!limited.ok) return limited
  const limit = readLimit(limited)
  if (limit === undefined) return notOfThisApi(limited)
  const alerts = await ask({ method: 'GET', path: alertsPath(of) })
  if (!alerts.ok) return alerts
  return { ok: true, seen: { limit, alerts: readAlerts(alerts.body) ?? [], names: await projectNames(ask) } }
}

export function AdminLimits({ admin }: { admin: KeyRow }) {
  const ask: AskAdmin = question => send('screen.admin', { id: admin.id, ...question })
  const [of, setOf] = useState<string | null>(null)
  const [seen, setSeen] = useState<Seen | null>(null)
  const read = useAction(
    (of: string | null) => look(ask, of),
    reply => setSeen(reply.seen),
  )
  const change = useAction(async (question: Parameters<AskAdmin>[0]) => {
    const done = await ask(question)
    if (!done.ok) return done
    await read.run(of)
    return { ok: true as const }
  })
  const busy = read.busy || change.busy
  return (
    <section className="panel-box stack" aria-labelledby="limits">
      <h2 id="limits">{t('Limits and alerts')}</h2>
      {seen === null ? (
        <>
          <p className="quiet">
            {t('A hard limit refuses calls when a month has cost that much. An alert only sends a mail.')}
          </p>
          <div>
            <Button isBusy={busy} data-keyway="read-limits" onPress={() => read.run(of)}>
              {busy ? t('Reading…') : t('Read the limits')}
            </Button>
          </div>
        </>
      ) : (
        <>
          <ProjectField
            label={t('For')}
            value={of ?? ''}
            projects={seen.names}
            first={t('The whole organization')}
            onChoose={next => {
              setOf(next || null)
              void read.run(next || null)
            }}
          />
          <p data-keyway="limit">{limitSentence(seen.limit)}</p>
          <LimitForm
            limit={seen.limit}
            busy={busy}
            onSet={amount =>
              void change.run({ method: 'POST', path: limitPath(of), body: limitBody(amount) })
            }
            onRemove={() => void change.run({ method: 'DELETE', path: limitPath(of) })}
          />
          <ul className="plain-list stack tight">
            {seen.alerts.map(alert => (
              <li key={alert.id} className="cluster ends">
                <span>
                  {t('A mail to {recipients} at {amount}', {
                    recipients: alert.recipients.join(', '),
                    amount: dollars(alert.dollars),
                  })}
                </span>
                <AskFirst
                  name={t('Remove this alert')}
                  then={t('OpenAI then sends no mail at {amount}. You can add the alert again below.', {
                    amount: dollars(alert.dollars),
                  })}
                  yes={t('Yes, remove the alert')}
                  isBusy={busy}
                  onYes={() => change.run({ method: 'DELETE', path: alertsPath(of, alert.id) })}
                />
              </li>
            ))}
          </ul>
          <AlertForm
            busy={busy}
            onSet={(amount, mail) =>
              void change.run({ method: 'POST', path: alertsPath(of), body: alertBody(amount, mail) })
            }
          />
        </>
      )}
      <FailureNotice failure={change.failure ?? read.failure} />
    </section>
  )
}

export function limitSentence(limit: Limit | null): string {
  if (limit === null)
    return t('No hard limit is set: nothing stops the spending but the credit and automatic reloading.')
  if (limit.enforcing === null)
    return t('{amount} a month. OpenAI does not tell whether it refuses calls.', {
      amount: dollars(limit.dollars),
    })
  return limit.enforcing
    ? t('{amount} a month, enforced: calls are refused from there on.', { amount: dollars(limit.dollars) })
    : t('{amount} a month, but not enforced: it stops nothing.', { amount: dollars(limit.dollars) })
}

type LimitProps = {
  limit: Limit | null
  busy: boolean
  onSet: (dollars: number) => void
  onRemove: () => void
}

export function LimitForm({ limit, busy, onSet, onRemove }: LimitProps) {
  const [text, setText] = useState('')
  const amount = readDollars(text)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (amount !== null && !busy) onSet(amount)
  }
  return (
    <form className="stack tight" onSubmit={submit}>
      <div className="narrow">
        <MoneyField label={t('Hard limit for a month, in dollars')} value={text} onText={setText}>
          <span className="hint">
            {t('Programs stop with “spend limit exceeded” until the month ends (UTC) or you change it here.')}
          </span>
        </MoneyField>
      </div>
      <div className="cluster">
        <button type="submit" className="button" aria-disabled={busy || amount === null}>
          {amount === null
            ? t('Set the hard limit')
            : t('Set a hard limit of {amount} a month', { amount: dollars(amount) })}
        </button>
        {limit && (
          <AskFirst
            name={t('Remove the limit')}
            then={t('OpenAI then forgets the limit of {amount} a month. You can set it again here.', {
              amount: dollars(limit.dollars),
            })}
            yes={t('Yes, remove the limit')}
            isBusy={busy}
            onYes={onRemove}
          />
        )}
      </div>
    </form>
  )
}

const MoneyField = (props: ComponentProps<typeof TextField>) => (
  <TextField {...props} className="money-field" inputMode="decimal" />
)

function AlertForm({ busy, onSet }: { busy: boolean; onSet: (dollars: number, mail: string) => void }) {
  const [text, setText] = useState('')
  const [mail, setMail] = useState('')
  const amount = readDollars(text)
  const ready = amount !== null && /^[^\s@]+@[^\s@.]+(?:\.[^\s@.]+)+$/.test(mail.trim())
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (ready && !busy) onSet(amount, mail.trim())
  }
  return (
    <form className="usage-form" onSubmit={submit}>
      <MoneyField label={t('Send an e-mail at (US$)')} value={text} onText={setText} />
      <TextField label={t('To')} type="email" value={mail} onText={setMail} />
      <button type="submit" className="button" aria-disabled={busy || !ready}>
        {t('Add this e-mail alert')}
      </button>
    </form>
  )
}
