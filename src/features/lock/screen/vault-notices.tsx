/** What the vault has to tell its owner: what was repaired, what somebody else changed. */
import { Notice } from '../../../ui/notice.tsx'
import { useSession } from '../../../ui/use-session.ts'

export function VaultNotices() {
  const notices = useSession('vault')?.notices ?? []
  return notices.map(notice => (
    <Notice key={notice} tone="needs">
      {notice}
    </Notice>
  ))
}
