/** Watching the costs in the background: switched on by the person for one admin key, its history of 400 days as a file, and what it says. */
import Download from 'lucide-react/icons/download'
import { useEffect, useState } from 'react'
import { plural, t } from '../../../i18n/t.ts'
import { moment } from '../../../i18n/time.ts'
import { send } from '../../../platform/send.ts'
import type { Reply } from '../../../protocol/failure.ts'
import type { KeyRow } from '../../../protocol/published.ts'
import { useAction } from '../../../ui/action.ts'
import { FailureNotice, Notice } from '../../../ui/notice.tsx'
import { Button } from '../../../ui/pieces/button.tsx'
import { Choice } from '../../../ui/pieces/choice.tsx'
import { saveFile } from '../../../ui/save-file.ts'
import { readKeptOrganization } from '../../organization/screen/kept-organization.ts'
import { type CostHistory, costAlarms, dayBefore } from '../core/cost-alarms.ts'
import { costHistoryAsCsv, readCostHistory, unreadDays } from '../core/cost-history.ts'
import { emptyDays, readDailyCosts } from '../core/daily-costs.ts'

const name = 'costs'
const daysBack = 399

export function CostWatchPart({ admin }: { admin: KeyRow }) {
  const [history, setHistory] = useState<CostHistory>()
  const [isLoaded, setIsLoaded] = useState(false)
  const load = useAction(
    () => send('screen.readSealed', { name }),
    ({ text }) => {
      setHistory(readCostHistory(text))
      setIsLoaded(true)
    },
  )
  const change = useAction(async (isOn: boolean) => {
    // The worker may have read on since this page was opened.
    const kept = await send('screen.readSealed', { name })
    if (!kept.ok) return kept
    const was = readCostHistory(kept.text)
    const begun = isOn ? await begin(admin.id, was) : { ok: true as const, next: was && { ...was, isOn } }
    if (!begun.ok || !begun.next) return begun
    const done = await send('screen.keepSealed', { name, text: JSON.stringify(begun.next) })
    if (done.ok) setHistory(begun.next)
    return done
  })
  useEffect(() => void load.run(), [load.run])
  if (!isLoaded) return <FailureNotice failure={load.failure} />
  const isOn = history?.isOn === true && history.admin === admin.id
  const count = Object.keys(history?.days ?? {}).length
  const unread = history ? unreadDays(history) : 0
  return (
    <section className="panel-box stack" aria-labelledby="cost-watch">
      <h2 id="cost-watch">{t('Check costs in the background')}</h2>
      <p className="quiet">
        {t(
          'Every six hours while the vault is unlocked, Keyway reads the costs with “{label}”. That is free. You get a notification about an unusual day, a limit that is nearly reached, or a new key that spends.',
          { label: admin.label },
        )}
      </p>
      <Choice
        name={t('Check the costs')}
        note={
          change.busy
            ? t('Reading…')
            : isOn && history
              ? t('Read {moment}.', { moment: moment(history.readAt) })
              : t('Off: costs are read only when you open a page that shows them.')
        }
        isChosen={isOn}
        onChoose={chosen => void change.run(chosen)}
      />
      {isOn && history?.failing && (
        <Notice tone="needs">
          {t(
            'Since {moment} the costs could not be read, so no notification can come. Press Refresh to see why.',
            {
              moment: moment(history.failing),
            },
          )}
        </Notice>
      )}
      {unread > 0 && (
        <Notice tone="needs">
          {plural(
            {
              one: 'On {count} day OpenAI told an amount in a way that Keyway cannot read. Its sum is too low, and a notification may be missing.',
              other:
                'On {count} days OpenAI told an amount in a way that Keyway cannot read. Their sums are too low, and a notification may be missing.',
            },
            unread,
          )}
        </Notice>
      )}
      {history && count > 0 && (
        <div className="cluster">
          <Button
            data-keyway="save-cost-history"
            onPress={() => saveFile('openai-cost-history.csv', costHistoryAsCsv(history))}
          >
            <Download size={15} aria-hidden="true" />
            {plural({ one: 'Save 1 day as CSV', other: 'Save {count} days as CSV' }, count)}
          </Button>
          <span className="small quiet">{t('Kept sealed in your vault for 400 days.')}</span>
        </div>
      )}
      <FailureNotice failure={change.failure ?? load.failure} />
    </section>
  )
}

/** Reads as far back as is kept. What is odd in that is on the page already: it is no news. */
async function begin(admin: string, was: CostHistory | undefined): Promise<Reply<{ next: CostHistory }>> {
  const now = Date.now()
  const days = emptyDays(now, daysBack)
  const read = await readDailyCosts(
    path => send('screen.admin', { id: admin, method: 'GET', path }),
    days,
    dayBefore(now, daysBack),
  )
  if (!read.ok) return read
  const organization = await readKeptOrganization()
  const named = [...(organization?.projects ?? []), ...(organization?.keys ?? [])]
  const names = { ...was?.names, ...Object.fromEntries(named.map(({ id, name }) => [id, name])) }
  const next: CostHistory = { admin, isOn: true, readAt: now, days, names, noticed: was?.noticed ?? {} }
  const known = costAlarms(next, {}, new Set(), now)
  return {
    ok: true,
    next: { ...next, noticed: { ...next.noticed, ...Object.fromEntries(known.map(({ id }) => [id, 1])) } },
  }
}
