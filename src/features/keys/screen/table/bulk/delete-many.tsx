/** Deletes keys from the vault, after saying what that does not do; for 30 seconds it can be undone. */

import { plural, t } from '../../../../../i18n/t.ts'
import { send } from '../../../../../platform/send.ts'
import type { KeyRow } from '../../../../../protocol/published.ts'
import { isRevocationProven } from '../../../../../providers/answers/revocation.ts'
import { useAction } from '../../../../../ui/action.ts'
import { FailureNotice, Notice } from '../../../../../ui/notice.tsx'
import { Button } from '../../../../../ui/pieces/button.tsx'
import { isServer } from '../../../../capture/screen/local-server.tsx'
import { noteDeletion } from '../../last-deletion.ts'
import { forEachKey } from './many-keys.ts'

type Props = { keys: KeyRow[]; onClose: () => void; onDeleted: (words: string) => void }

const mostNamed = 6

export function DeleteMany({ keys, onClose, onDeleted }: Props) {
  const alive = keys.filter(row => !isRevocationProven(row.verdict) && !isServer(row.provider)).length
  const remove = useAction(
    async () => {
      const { done, failed } = await forEachKey(keys, row => send('screen.remove', { id: row.id }))
      const [first] = done
      if (first)
        noteDeletion({
          ids: done.map(({ row }) => row.id),
          label: first.row.label,
          until: Math.min(...done.map(({ reply }) => reply.undoUntil)),
        })
      return failed[0]?.failure ?? { ok: true as const, count: done.length }
    },
    ({ count }) => onDeleted(plural({ one: '{count} key deleted.', other: '{count} keys deleted.' }, count)),
  )
  return (
    <>
      <ul className="dots-list">
        {keys.slice(0, mostNamed).map(row => (
          <li key={row.id}>{row.label}</li>
        ))}
        {keys.length > mostNamed && (
          <li className="quiet">
            {plural({ one: 'and 1 more', other: 'and {count} more' }, keys.length - mostNamed)}
          </li>
        )}
      </ul>
      {alive > 0 && (
        <Notice tone="needs">
          {plural(
            {
              one: 'This does not revoke it at its provider. Whoever has the key can still use it, at your cost.',
              other:
                'This does not revoke {count} of them at their providers. Whoever has the keys can still use them, at your cost.',
            },
            alive,
          )}
        </Notice>
      )}
      <p>{t('You can undo this for 30 seconds.')}</p>
      <FailureNotice failure={remove.failure} />
      <div className="cluster">
        <Button className="button danger" data-keyway="remove" isBusy={remove.busy} onPress={remove.run}>
          {plural(
            { one: 'Delete {count} key from the vault', other: 'Delete {count} keys from the vault' },
            keys.length,
          )}
        </Button>
        <Button className="button plain" isBusy={remove.busy} onPress={onClose}>
          {t('Cancel')}
        </Button>
      </div>
    </>
  )
}
