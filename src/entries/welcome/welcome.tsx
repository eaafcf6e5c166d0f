/** The first page: what Keyway does, then the vault with its recovery code, and from there to the first key. */

import { useEffect, useState } from 'react'
import { guideMe } from '../../features/guide/screen/guide-me.ts'
import { Intro, type Wants } from '../../features/lock/screen/intro.tsx'
import { MakeVault } from '../../features/lock/screen/make-vault.tsx'
import { Next } from '../../features/lock/screen/next.tsx'
import { CodeIsGone } from '../../features/lock/screen/show-recovery-code.tsx'
import { usePolicyReading } from '../../features/policy/screen/use-policy.ts'
import { t } from '../../i18n/t.ts'
import { useAction } from '../../ui/action.ts'
import { ErrorBoundary } from '../../ui/error-boundary.tsx'
import { Brand } from '../../ui/logo.tsx'
import { noteAt, partsOf } from '../../ui/route.ts'
import type { SecretBox } from '../../ui/secret/secret-element.ts'
import { useSession } from '../../ui/use-session.ts'
import { useWoken } from '../../ui/wake-worker.ts'

type At =
  | { step: 'intro' }
  | { step: 'vault' }
  /** No code: the page was loaded anew while it was shown. */
  | { step: 'code'; code: SecretBox | null }
  | { step: 'next' }

export function Welcome() {
  const vault = useSession('vault')
  useWoken(vault === undefined)
  useUnwanted()
  const pending = useSession('pending') ?? []
  const start = useAction((guide: string) => guideMe(guide))
  const [begin] = useState(atFirst)
  const [wants, setWants] = useState(begin.wants)
  const [at, setAt] = useState(begin.at)
  useEffect(() => {
    if (at.step !== 'intro') noteAt(at.step, wants)
  }, [at.step, wants])
  // Who comes here with a key waiting in memory wants the vault, and nothing before it.
  const hurry = at.step === 'intro' && vault?.status === 'none' && pending.length > 0
  const code = at.step === 'code' ? at.code : null
  const step = hurry || code ? 'vault' : at.step
  return (
    <main className="page" aria-busy={vault === undefined}>
      <Brand />
      <ErrorBoundary key={step}>
        {step === 'intro' && (
          <Intro
            onChoose={chosen => {
              setWants(chosen)
              setAt({ step: vault === undefined || vault.status === 'none' ? 'vault' : 'next' })
            }}
          />
        )}
        {step === 'vault' && (
          <MakeVault
            wants={wants}
            waiting={pending.length}
            code={code}
            onMade={made => setAt({ step: 'code', code: made })}
            start={start}
            onSaved={go => {
              go()
              setAt({ step: 'next' })
            }}
          />
        )}
        {step === 'code' && <CodeIsGone onSeen={() => setAt({ step: 'next' })} />}
        {step === 'next' && <Next wants={wants} pending={pending} start={start} />}
      </ErrorBoundary>
      <footer className="small quiet no-print">{t('Unofficial. Not made by OpenAI.')}</footer>
    </main>
  )
}

/**
 * The page that the install opened goes again when the browser tells only now that the organization wants none, unless somebody has
 * begun with it.
 */
function useUnwanted() {
  const unwanted = usePolicyReading().policy.welcomePage === false
  useEffect(() => {
    if (unwanted && location.hash === '#installed' && !navigator.userActivation.hasBeenActive) close()
  }, [unwanted])
}

/** Where the person was when the page was loaded anew, as it is at the lock. Making a vault begins at its beginning. */
function atFirst(): { at: At; wants: Wants } {
  const [step, wants] = partsOf(location.hash)
  return {
    at: step === 'code' ? { step, code: null } : step === 'next' ? { step } : { step: 'intro' },
    wants: wants === 'has-keys' ? wants : 'first-key',
  }
}
