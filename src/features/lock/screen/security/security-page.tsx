/** How the vault is opened, who may open it, and whether everything in it is whole. */
import { useState } from 'react'
import { t } from '../../../../i18n/t.ts'
import { send } from '../../../../platform/send.ts'
import { FailureNotice } from '../../../../ui/notice.tsx'
import { noteAt } from '../../../../ui/route.ts'
import type { SecretBox } from '../../../../ui/secret/secret-element.ts'
import { Title } from '../../../../ui/title.tsx'
import { useSession } from '../../../../ui/use-session.ts'
import { useProven } from '../proof.tsx'
import { CodeIsGone } from '../show-recovery-code.tsx'
import { VaultNotices } from '../vault-notices.tsx'
import { type Answer, answers, Watching, whyProof } from '../watching.tsx'
import { ChangePassphrase } from './change-passphrase.tsx'
import { NewCode, ShowCode } from './new-code.tsx'
import { Passkeys } from './passkeys.tsx'
import { RotateVaultKey } from './rotate-vault-key.tsx'
import { SetAside } from './set-aside.tsx'
import { VerifyVault } from './verify-vault.tsx'

export default function SecurityPage({ rest }: { rest: string[] }) {
  const slots = useSession('vault')?.slots ?? []
  // Shown once, until the person says that it is written down or leaves the page.
  const [code, change] = useState<SecretBox | null>(null)
  const setCode = (shown: SecretBox | null) => {
    noteAt('security', ...(shown ? ['code'] : []))
    change(shown)
  }
  // As the page was when it was loaded: the address follows the code from then on.
  const [isCodeGone] = useState(rest[0] === 'code')
  if (code !== null) return <ShowCode code={code} onSaved={() => setCode(null)} />
  return (
    <>
      <Title>{t('Vault')}</Title>
      <VaultNotices />
      {isCodeGone && <CodeIsGone />}
      <p>
        <a href="#checkup">{t('How safe are my keys? The check-up')}</a>
      </p>
      <section className="panel-box stack" aria-labelledby="passphrase">
        <h2 id="passphrase">{t('Passphrase')}</h2>
        <ChangePassphrase />
      </section>
      <section className="panel-box stack" aria-labelledby="passkeys">
        <h2 id="passkeys">{t('Passkeys')}</h2>
        <Passkeys slots={slots} />
      </section>
      <section className="panel-box stack" aria-labelledby="code">
        <h2 id="code">{t('Recovery code')}</h2>
        <NewCode has={slots.some(slot => slot.kind === 'recovery')} onCode={setCode} />
      </section>
      <section className="panel-box stack" aria-labelledby="watching">
        <h2 id="watching">{t('Checks after the lock')}</h2>
        <WatchingChoice />
      </section>
      <section className="panel-box stack" aria-labelledby="whole">
        <h2 id="whole">{t('Vault integrity')}</h2>
        <VerifyVault />
      </section>
      <section className="panel-box stack" aria-labelledby="vault-key">
        <h2 id="vault-key">{t('A new vault key')}</h2>
        <RotateVaultKey onCode={setCode} />
      </section>
      <SetAside />
    </>
  )
}

/** Whether checks go on after the lock, changed at any time. */
export function WatchingChoice() {
  const vault = useSession('vault')
  const change = useProven(
    (answer: Answer) => send('screen.setWatching', answers[answer]),
    () => undefined,
    whyProof(),
  )
  const value = vault?.watchesFromStart ? 'start' : vault?.watchesWhileLocked ? 'session' : 'never'
  return (
    <>
      <Watching
        value={vault?.watchesWhileLocked === undefined ? null : value}
        onChange={answer => void change.run(answer)}
      />
      {change.dialog}
      <FailureNotice failure={change.failure} />
    </>
  )
}
