/** The first page: what Keyway is and is not, then the vault, then the first guide. */

import { useEffect, useState } from 'react'
import { Intro } from '../../features/lock/screen/intro.tsx'
import { MakeVault } from '../../features/lock/screen/make-vault.tsx'
import { Next } from '../../features/lock/screen/next.tsx'
import { CodeIsGone, RecoveryCode } from '../../features/lock/screen/show-recovery-code.tsx'
import { t } from '../../i18n/t.ts'
import { ErrorBoundary } from '../../ui/error-boundary.tsx'
import { noteAt, partsOf } from '../../ui/route.ts'
import type { SecretBox } from '../../ui/secret/secret-element.ts'
import { useSession } from '../../ui/use-session.ts'
import { useWoken } from '../../ui/wake-worker.ts'

type Wants = 'first-key' | 'has-keys'
type At =
  | { step: 'intro' }
  | { step: 'vault' }
  /** No code: the page was loaded anew while it was shown. */
  | { step: 'code'; code: SecretBox | null }
  | { step: 'next' }

export function Welcome() {
  const vault = useSession('vault')
  useWoken(vault === undefined)
  const pending = useSession('pending') ?? []
  const [begin] = useState(atFirst)
  const [wants, setWants] = useState(begin.wants)
  const [at, setAt] = useState(begin.at)
  useEffect(() => {
    if (at.step !== 'intro') noteAt(at.step, wants)
  }, [at.step, wants])
  // Who comes here with a key waiting in memory wants the vault, and nothing before it.
  const hurry = at.step === 'intro' && vault?.status === 'none' && pending.length > 0
  const step = hurry ? 'vault' : at.step
  return (
    <main className="page" aria-busy={vault === undefined}>
      <ErrorBoundary key={step}>
        {step === 'intro' && (
          <Intro
            hasVault={vault !== undefined && vault.status !== 'none'}
            onChoose={chosen => {
              setWants(chosen)
              setAt({ step: vault === undefined || vault.status === 'none' ? 'vault' : 'next' })
            }}
          />
        )}
        {step === 'vault' && (
          <MakeVault waiting={pending.length} onMade={code => setAt({ step: 'code', code })} />
        )}
        {at.step === 'code' && at.code && (
          <RecoveryCode code={at.code} onKept={() => setAt({ step: 'next' })} />
        )}
        {at.step === 'code' && !at.code && <CodeIsGone onSeen={() => setAt({ step: 'next' })} />}
        {step === 'next' && <Next wants={wants} pending={pending} />}
      </ErrorBoundary>
      <footer className="small quiet">
        {t('Keyway is unofficial. It is not made by OpenAI, nor supported by them.')}
      </footer>
    </main>
  )
}

/** Where the person was when the page was loaded anew, as it is at the lock. Making a vault begins at its beginning. */
function atFirst(): { at: At; wants: Wants } {
  const [step, wants] = partsOf(location.hash)
  return {
    at: step === 'code' ? { step, code: null } : step === 'next' ? { step } : { step: 'intro' },
    wants: wants === 'has-keys' ? wants : 'first-key',
  }
}
