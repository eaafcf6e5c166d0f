/** Deleting a key from the vault: what it does, what it does not, and the guide that does the rest. */

import { t } from '../../../i18n/t.ts'
import { send } from '../../../platform/send.ts'
import type { KeyRow } from '../../../protocol/published.ts'
import { isRevocationProven } from '../../../providers/answers/revocation.ts'
import { adminKeys } from '../../../providers/answers/verdict-text.ts'
import { serviceName } from '../../../providers/provider-names.ts'
import { useAction } from '../../../ui/action.ts'
import { FailureNotice, Notice } from '../../../ui/notice.tsx'
import { Button } from '../../../ui/pieces/button.tsx'
import { isServer } from '../../capture/screen/local-server.tsx'
import { guideMe } from '../../guide/screen/guide-me.ts'

type Props = { row: KeyRow; onKeep: () => void; onRemoved: (undoUntil: number) => void }

export function RemoveKey({ row, onKeep, onRemoved }: Props) {
  const remove = useAction(
    () => send('screen.remove', { id: row.id }),
    reply => onRemoved(reply.undoUntil),
  )
  const revoke = useAction(() => guideMe('revoke-key', row.id))
  // A server on this computer has nothing to revoke.
  const isRevoked = isRevocationProven(row.verdict) || isServer(row.provider)
  return (
    <div className="stack">
      {!isRevoked && (
        <Notice tone="needs">
          {t('This does not revoke it at {provider}: whoever has the key can go on using it, at your cost.', {
            provider: serviceName(row),
          })}
          {row.provider === 'openai' && ` ${t('To end it, revoke it there first.')}`}
        </Notice>
      )}
      <p>{t('You can undo this for 30 seconds.')}</p>
      <FailureNotice failure={remove.failure ?? revoke.failure} />
      <div className="cluster">
        <Button className="button danger" data-keyway="remove" isBusy={remove.busy} onPress={remove.run}>
          {t('Delete from the vault')}
        </Button>
        {!isRevoked && row.provider === 'openai' && row.kind === 'admin' && (
          <a className="button" href={adminKeys} target="_blank" rel="noreferrer">
            {t('Open OpenAI’s admin keys')}
          </a>
        )}
        {!isRevoked && row.provider === 'openai' && row.kind !== 'admin' && (
          <Button onPress={revoke.run}>{t('Show me how to revoke it')}</Button>
        )}
        <Button className="button plain" isBusy={remove.busy} onPress={onKeep}>
          {t('Cancel')}
        </Button>
      </div>
    </div>
  )
}
