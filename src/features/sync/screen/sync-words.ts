/** What a run found, in sentences. */
import { locale, plural, t } from '../../../i18n/t.ts'
import { ago } from '../../../i18n/time.ts'
import type { NotTaken } from '../core/not-taken.ts'
import type { SyncEvent } from '../core/ports.ts'
import type { SyncResult } from '../core/run.ts'
import type { SyncStatus } from './sync-status.ts'

const isUsable = ({ stoppedBy }: SyncStatus['carriers'][number]) => stoppedBy === undefined

/** "browser sync and the folder cloud" */
function carrierNames({ carriers, folder = '' }: SyncStatus): string {
  const names = carriers
    .filter(isUsable)
    .map(({ kind }) => (kind === 'folder' ? t('the folder {folder}', { folder }) : t('browser sync')))
  const [one = '', other = ''] = names
  return names.length === 2 ? t('{one} and {other}', { one, other }) : one
}

/** When it went how. Of the browser it is known only that it was given the keys, until another computer is seen. */
export function statusWords(status: SyncStatus): string {
  const { isRunning, at, result, carriers, name = '', devices } = status
  if (at === undefined) return isRunning ? t('Syncing…') : t('Not synced yet.')
  const values = { ago: ago(at), carriers: carrierNames(status), name }
  if (result && result.failures.length > 0)
    return t('Tried {ago}, through {carriers}, as {name}. Not everything went through.', values)
  const isOnlyBrowser = carriers.filter(isUsable).every(({ kind }) => kind === 'browser')
  return isOnlyBrowser && devices.length === 0
    ? t('Handed to browser sync {ago}, as {name}.', values)
    : t('Synced {ago}, through {carriers}, as {name}.', values)
}

/** What a person should know of who is not looking at the page about sync. */
export function attentionWords({ carriers, result, failure }: SyncStatus): string | undefined {
  const asks = result?.asks.length ?? 0
  if (asks > 0)
    return plural(
      {
        one: 'Sync waits for your answer about 1 key.',
        other: 'Sync waits for your answer about {count} keys.',
      },
      asks,
    )
  if (carriers.some(({ stoppedBy }) => stoppedBy === 'paused'))
    return t('Sync through the folder is paused until you allow it again. The keys on this computer stay.')
  return (failure ?? result?.failures[0])
    ? t('Sync did not go through. The keys on this computer stay.')
    : undefined
}

/** A device says twice a day that it is there, as long as Keyway is open there. */
const behindAfter = 2 * 86_400_000

/** One of the other computers, and since when nothing came from it. `at`: by its own clock. */
export function deviceWords({ name, at }: { name: string; at: number }): string {
  const now = Date.now()
  const time = ago(Math.min(at, now), now)
  return now - at > behindAfter
    ? t('{name}: last seen {time}. What changed there since is not here yet.', { name, time })
    : t('{name}: last change {time}', { name, time })
}

const megabytes = (bytes: number) =>
  new Intl.NumberFormat(locale(), { maximumFractionDigits: 1 }).format(bytes / 1e6)

function notTakenWords({ label, from }: NotTaken): string {
  if (label === '') return t('a key without a name')
  return from.length > 0
    ? t('“{label}” from {computers}', { label, computers: from.join(', ') })
    : `“${label}”`
}

export function warningsOf({ unreadable, setBack, left, notTaken, failures }: SyncResult): string[] {
  const count = (kind: string, carrier?: string) =>
    unreadable.filter(each => each.is === kind && each.carrier === (carrier ?? each.carrier)).length
  const [garbage, newer] = [count('garbage', 'folder'), count('newer')]
  const skipped = unreadable.filter(each => each.is === 'skipped')
  const warnings = [
    ...failures.map(({ message }) => message),
    ...(garbage > 0
      ? [
          plural(
            {
              one: 'One file in the sync folder cannot be read. It was cut off or changed. Nothing was taken from it.',
              other:
                '{count} files in the sync folder cannot be read. They were cut off or changed. Nothing was taken from them.',
            },
            garbage,
          ),
        ]
      : []),
    ...(skipped.length > 0
      ? [
          plural(
            {
              one: '1 file in the sync folder was not read ({size} MB). The folder holds too many files, or this one is too large. Remove copies that you do not need.',
              other:
                '{count} files in the sync folder were not read ({size} MB). They are too many or too large. Remove copies that you do not need.',
            },
            skipped.length,
            { size: megabytes(skipped.reduce((sum, { bytes }) => sum + bytes, 0)) },
          ),
        ]
      : []),
    ...(count('garbage', 'browser') > 0
      ? [t('Something in browser sync cannot be read. It was changed. Nothing was taken from it.')]
      : []),
    ...(count('foreign', 'folder') > 0
      ? [t('The sync folder also holds files of another vault. They are left alone.')]
      : []),
    ...(count('foreign', 'browser') > 0
      ? [t('Browser sync also holds the keys of another vault, sealed. They are left alone and take room.')]
      : []),
    ...(newer > 0 ? [t('Another computer has a newer Keyway. Update this one to get its changes.')] : []),
    ...setBack.map(name =>
      t(
        'What came from {name} is older than before. Nothing was lost here. Look at who can change the folder or your browser account.',
        {
          name,
        },
      ),
    ),
    ...(left > 0
      ? [
          plural(
            {
              one: '1 key was not taken in: {names}. It changed meanwhile, this computer does not allow it, or what came cannot be opened.',
              other:
                '{count} keys were not taken in: {names}. They changed meanwhile, this computer does not allow them, or what came cannot be opened.',
            },
            left,
            { names: notTaken.map(notTakenWords).join(', ') },
          ),
        ]
      : []),
  ]
  // Two computers may have one name.
  return [...new Set(warnings)]
}

export function eventWords({ from, added, changed, removed, merged = 0 }: SyncEvent): string {
  const parts = [
    added > 0 && plural({ one: '1 key added', other: '{count} keys added' }, added),
    changed > 0 && plural({ one: '1 key changed', other: '{count} keys changed' }, changed),
    removed > 0 && plural({ one: '1 key deleted', other: '{count} keys deleted' }, removed),
    merged > 0 &&
      plural(
        {
          one: '1 key merged with another of the same secret',
          other: '{count} keys merged with others of the same secret',
        },
        merged,
      ),
  ].filter(part => part !== false)
  const what = parts.join(', ')
  return from.length > 0 ? t('{what}, from {names}', { what, names: from.join(', ') }) : what
}
