/** The 30 seconds in which a deletion can be undone, of one key or of many at once. */

import { plural, t } from '../../../i18n/t.ts'
import { send } from '../../../platform/send.ts'
import { useAction } from '../../../ui/action.ts'
import { useNow } from '../../../ui/clock.ts'
import { Notice } from '../../../ui/notice.tsx'
import { Button } from '../../../ui/pieces/button.tsx'

/** `label`: the name of the first. */
export type Removed = { ids: string[]; label: string; until: number }

export function Undo({ removed, onOver }: { removed: Removed; onOver: () => void }) {
  const now = useNow(500)
  const undo = useAction(async () => {
    for (const id of removed.ids) {
      const reply = await send('screen.undoRemove', { id })
      if (!reply.ok) return reply
    }
    return { ok: true as const }
  })
  const left = Math.ceil((removed.until - now) / 1000)
  if (left <= 0) return null
  return (
    <Notice
      live
      action={
        <Button data-keyway="undo" onPress={() => undo.run().then(ok => ok && onOver())}>
          {t('Undo')}{' '}
          <span className="mono quiet" aria-hidden="true">
            {t('{seconds} s', { seconds: left })}
          </span>
        </Button>
      }
    >
      {undo.failure?.message ??
        (removed.ids.length === 1
          ? t('“{label}” was deleted from the vault, not revoked.', { label: removed.label })
          : plural(
              {
                one: '{count} key was deleted from the vault, not revoked.',
                other: '{count} keys were deleted from the vault, not revoked.',
              },
              removed.ids.length,
            ))}
    </Notice>
  )
}
