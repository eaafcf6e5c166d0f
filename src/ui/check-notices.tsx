/** What holds checks up as a whole, and what to do about it. */
import type { ProviderId } from '../providers/verdict.ts'
import { Notice } from './notice.tsx'
import { providerName } from './provider-names.ts'
import { useSession } from './session.ts'
import { clock } from './time.ts'

export function CheckNotices() {
  const checks = useSession('checks')
  if (!checks) return null
  const { stopped = {}, spendStopped, clockAhead } = checks
  return (
    <>
      {Object.entries(stopped).map(([provider, since]) => (
        <Notice key={provider} tone="needs">
          {providerName(provider as ProviderId)} does not serve the country your connection comes from. Keyway
          has not asked since {clock(since)}, because asking again may endanger the account. Press Test when
          you are elsewhere.
        </Notice>
      ))}
      {spendStopped !== undefined && (
        <Notice tone="needs">
          Since {clock(spendStopped)} Keyway no longer asks whether there is money: a question that should
          have been refused was answered.
        </Notice>
      )}
      {clockAhead !== undefined && (
        <Notice tone="needs">
          This computer's clock is {Math.round(Math.abs(clockAhead) / 60_000)} minutes{' '}
          {clockAhead > 0 ? 'ahead' : 'behind'}: expiry dates here are off by as much. Set the clock.
        </Notice>
      )}
    </>
  )
}
