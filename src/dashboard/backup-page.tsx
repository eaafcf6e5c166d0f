/** Backups: when the last one was made. */
import { Notice } from '../ui/notice.tsx'
import { useSession } from '../ui/session.ts'
import { moment } from '../ui/time.ts'
import { Title } from '../ui/title.tsx'

export default function BackupPage(_: { rest: string[] }) {
  const vault = useSession('vault')
  return (
    <>
      <Title>Backup</Title>
      {vault?.lastBackupAt === undefined ? (
        <Notice tone="needs">No backup yet. If this computer is lost, so are the keys in it.</Notice>
      ) : (
        <p>Last backup: {moment(vault.lastBackupAt)}.</p>
      )}
    </>
  )
}
