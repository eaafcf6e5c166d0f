/** Keys that wait for the person's word come before everything else. */
import type { PendingKey } from '../../../protocol/published.ts'
import { Pending } from './pending.tsx'

type Props = { pending: PendingKey[]; hasVault: boolean; onMakeVault: () => void }

export function PendingList({ pending, hasVault, onMakeVault }: Props) {
  return pending.map(key => (
    <Pending key={key.id} pending={key} hasVault={hasVault} onMakeVault={onMakeVault} />
  ))
}
