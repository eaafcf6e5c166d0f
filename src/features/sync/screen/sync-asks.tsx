/** A run that would delete many keys, or replace their secrets, waits here for the person's word. */
import { plural, t } from '../../../i18n/t.ts'
import { Notice } from '../../../ui/notice.tsx'
import { Button } from '../../../ui/pieces/button.tsx'
import { useSavedKeys } from '../../../ui/use-session.ts'
import { syncNow } from './sync-status.ts'

export function SyncAsks({ ids }: { ids: string[] }) {
  const labels = new Map(useSavedKeys().map(({ id, label }) => [id, label]))
  return (
    <Notice
      tone="rejected"
      action={
        <>
          <Button className="button danger" data-keyway="sync-delete" onPress={() => syncNow('delete')}>
            {plural(
              { one: 'Replace or delete it here too', other: 'Replace or delete {count} keys here too' },
              ids.length,
            )}
          </Button>
          <Button data-keyway="sync-keep" onPress={() => syncNow('keep')}>
            {t('Keep them on all computers')}
          </Button>
        </>
      }
    >
      {plural(
        {
          one: '1 key was replaced or deleted on another computer: {names}. Nothing was changed here yet.',
          other:
            '{count} keys were replaced or deleted on other computers: {names}. Nothing was changed here yet.',
        },
        ids.length,
        { names: ids.map(id => labels.get(id) ?? id).join(', ') },
      )}
    </Notice>
  )
}
