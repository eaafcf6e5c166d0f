/** What a run found, in sentences. */
import { plural, t } from '../../../i18n/t.ts'
import type { SyncEvent } from '../core/ports.ts'
import type { SyncResult } from '../core/run.ts'

export function warningsOf({ unreadable, setBack, left }: SyncResult): string[] {
  const count = (kind: string) => unreadable.filter(({ is }) => is === kind).length
  const [garbage, foreign, newer] = [count('garbage'), count('foreign'), count('newer')]
  return [
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
    ...(foreign > 0 ? [t('The sync folder also holds files of another vault. They are left alone.')] : []),
    ...(newer > 0 ? [t('Another computer has a newer Keyway. Update this one to get its changes.')] : []),
    ...setBack.map(name =>
      t(
        'The file of {name} is older than it was. Nothing was lost here. Look at who can change the folder.',
        {
          name,
        },
      ),
    ),
    ...(left > 0
      ? [
          plural(
            {
              one: '1 key was not taken in. It changed meanwhile, or this computer does not allow it.',
              other:
                '{count} keys were not taken in. They changed meanwhile, or this computer does not allow them.',
            },
            left,
          ),
        ]
      : []),
  ]
}

export function eventWords({ from, added, changed, removed }: SyncEvent): string {
  const parts = [
    added > 0 && plural({ one: '1 key added', other: '{count} keys added' }, added),
    changed > 0 && plural({ one: '1 key changed', other: '{count} keys changed' }, changed),
    removed > 0 && plural({ one: '1 key deleted', other: '{count} keys deleted' }, removed),
  ].filter(part => part !== false)
  const what = parts.join(', ')
  return from.length > 0 ? t('{what}, from {names}', { what, names: from.join(', ') }) : what
}
