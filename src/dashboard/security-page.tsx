/** How the vault is opened and when it closes. */
import { useSession } from '../ui/session.ts'
import { Title } from '../ui/title.tsx'

export default function SecurityPage(_: { rest: string[] }) {
  const vault = useSession('vault')
  return (
    <>
      <Title>Security</Title>
      <p>
        {vault?.watchesWhileLocked
          ? 'Your keys are checked while the vault is locked too, until the browser closes.'
          : 'Nothing is checked while the vault is locked.'}
      </p>
    </>
  )
}
