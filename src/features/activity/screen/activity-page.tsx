/** What was done with keys and with the vault, newest first: filtered, saved as a file, and kept as long as the person wants. */
import Download from 'lucide-react/icons/download'
import History from 'lucide-react/icons/history'
import { useEffect, useState } from 'react'
import { plural, t } from '../../../i18n/t.ts'
import { moment } from '../../../i18n/time.ts'
import { send } from '../../../platform/send.ts'
import type { KeyRow } from '../../../protocol/published.ts'
import { useAction } from '../../../ui/action.ts'
import { FailureNotice, Notice } from '../../../ui/notice.tsx'
import { Button } from '../../../ui/pieces/button.tsx'
import { SearchField } from '../../../ui/pieces/search-field.tsx'
import { saveFile } from '../../../ui/save-file.ts'
import { Title } from '../../../ui/title.tsx'
import { useSavedKeys } from '../../../ui/use-session.ts'
import { type Act, type ActivityEntry, acts, stillKept } from '../core/activity.ts'
import { activityAsCsv, activityAsJson, actWords } from '../core/activity-words.ts'

type Days = 0 | 30 | 90 | 400

const times: [Days, string][] = [
  [0, t('Nothing is noted')],
  [30, t('30 days')],
  [90, t('90 days')],
  [400, t('400 days')],
]
const atOnce = 100
/** Done with an admin key at the platform: the id of what was changed there is its name. */
const isThere = (act: Act) => ['deletedThere', 'changedThere', 'limitThere'].includes(act)
const countWords = (count: number, from?: string): string =>
  from === undefined
    ? plural({ one: '{count} key', other: '{count} keys' }, count)
    : plural({ one: '{count} key, from {from}', other: '{count} keys, from {from}' }, count, { from })

export default function ActivityPage(_: { rest: string[] }) {
  const rows = useSavedKeys()
  const [known, setKnown] = useState<{ entries: ActivityEntry[]; days: number }>()
  const [act, setAct] = useState<Act | ''>('')
  const [text, setText] = useState('')
  const [most, setMost] = useState(atOnce)
  /** Chosen, but it would delete entries: asked about first. */
  const [shorter, setShorter] = useState<Days>()
  const read = useAction(() => send('screen.activity', {}), setKnown)
  const keep = useAction(
    (days: Days) => send('screen.keepActivity', { days }),
    () => {
      setShorter(undefined)
      void read.run()
    },
  )
  useEffect(() => void read.run(), [read.run])
  const entries = known?.entries ?? []
  const lost = (days: Days) => entries.length - stillKept(entries, days, Date.now()).length
  const rowOf = ({ act: one, key }: ActivityEntry) =>
    isThere(one) ? undefined : rows.find(row => row.id === key)
  /** As it was called then. */
  const nameOf = (entry: ActivityEntry) => entry.label ?? rowOf(entry)?.label ?? ''
  const found = entries.filter(
    entry =>
      (act === '' || entry.act === act) &&
      `${nameOf(entry)}\n${rowOf(entry)?.label}`.toLowerCase().includes(text.trim().toLowerCase()),
  )
  // An entry has no id, and two may have come in one millisecond.
  const keys = found.map(({ at }, index) => `${at} ${index}`)
  const count = (one: Act) => entries.filter(entry => entry.act === one).length
  return (
    <>
      <div className="keys-top">
        <Title>{t('Activity')}</Title>
        <div className="keys-buttons">
          {(['CSV', 'JSON'] as const).map(form => (
            <Button
              key={form}
              data-keyway="save-activity"
              onPress={() =>
                saveFile(
                  `keyway-activity.${form.toLowerCase()}`,
                  form === 'CSV' ? activityAsCsv(found, nameOf) : activityAsJson(found, nameOf),
                )
              }
            >
              <Download size={15} aria-hidden="true" />
              {t('Save as {form}', { form })}
            </Button>
          ))}
        </div>
      </div>
      <p className="quiet">{t('What was done on this computer, sealed in your vault. It holds no key.')}</p>
      <div className="cluster ends">
        <div className="table-filters">
          <SearchField
            label={t('Search keys')}
            placeholder={t('Search the name of a key')}
            text={text}
            onText={setText}
          />
          <select
            aria-label={t('What')}
            data-set={act !== '' || undefined}
            value={act}
            onChange={event => setAct(event.currentTarget.value as Act | '')}
          >
            <option value="">{t('Everything')}</option>
            {acts.filter(count).map(one => (
              <option key={one} value={one}>{`${actWords[one]} (${count(one)})`}</option>
            ))}
          </select>
        </div>
        <label className="cluster">
          <span className="quiet">{t('Keep for')}</span>
          <select
            className="narrow-select"
            value={shorter ?? known?.days ?? 90}
            onChange={event => {
              const days = Number(event.currentTarget.value) as Days
              const asks = days !== known?.days && lost(days) > 0
              setShorter(asks ? days : undefined)
              if (!asks && days !== known?.days) void keep.run(days)
            }}
          >
            {times.map(([days, name]) => (
              <option key={days} value={days}>
                {name}
              </option>
            ))}
          </select>
        </label>
      </div>
      {shorter !== undefined && (
        <Notice
          tone="needs"
          action={
            <>
              <Button className="button danger" isBusy={keep.busy} onPress={() => keep.run(shorter)}>
                {t('Delete them')}
              </Button>
              <Button onPress={() => setShorter(undefined)}>{t('Cancel')}</Button>
            </>
          }
        >
          {plural(
            {
              one: '{count} entry is older than that. You cannot undo its deletion.',
              other: '{count} entries are older than that. You cannot undo their deletion.',
            },
            lost(shorter),
          )}
        </Notice>
      )}
      <FailureNotice failure={read.failure ?? keep.failure} />
      {known && found.length === 0 && (
        <section className="no-keys stack">
          <History size={32} strokeWidth={1.5} aria-hidden="true" className="quiet" />
          <h2>{entries.length === 0 ? t('Nothing was noted.') : t('No entry matches.')}</h2>
        </section>
      )}
      {found.length > 0 && (
        <div className="usage-table activity-table">
          <table aria-label={t('Activity')}>
            <thead>
              <tr>
                <th scope="col">{t('When')}</th>
                <th scope="col">{t('What')}</th>
                <th scope="col">{t('Key')}</th>
              </tr>
            </thead>
            <tbody>
              {found.slice(0, most).map((entry, index) => (
                <tr key={keys[index]}>
                  <th scope="row">{moment(entry.at)}</th>
                  <td>{actWords[entry.act] ?? entry.act}</td>
                  <td>
                    {entry.count !== undefined ? (
                      countWords(entry.count, entry.label)
                    ) : (
                      <KeyName name={nameOf(entry)} row={rowOf(entry)} />
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {found.length > most && (
        <div>
          <Button onPress={() => setMost(most + 5 * atOnce)}>{t('Show more')}</Button>
        </div>
      )}
    </>
  )
}

/** A key that is still here is a link, with the name that it has now. */
function KeyName({ name, row }: { name: string; row: KeyRow | undefined }) {
  if (!row) return name
  return (
    <>
      <a className="plain-link" href={`#keys/${row.id}`}>
        {name}
      </a>
      {row.label !== name && <span className="quiet"> {t('(now “{label}”)', { label: row.label })}</span>}
    </>
  )
}
