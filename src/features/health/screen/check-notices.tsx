/** What holds checks up as a whole, and what to do about it. */
import { plural, t } from '../../../i18n/t.ts'
import { clock } from '../../../i18n/time.ts'
import { providerName } from '../../../providers/provider-names.ts'
import type { ProviderId } from '../../../providers/verdict.ts'
import { Notice } from '../../../ui/notice.tsx'
import { useOnline } from '../../../ui/online.ts'
import { useSession } from '../../../ui/use-session.ts'

export function CheckNotices() {
  const { stopped = {}, spendStopped, clockAhead } = useSession('checks') ?? {}
  const isOnline = useOnline()
  return (
    <>
      {!isOnline && (
        <Notice tone="needs">{t('You are offline. What you see is from the last check.')}</Notice>
      )}
      {Object.entries(stopped).map(([provider, since]) => (
        <Notice key={provider} tone="needs">
          {t(
            '{provider} does not serve the country you connect from. Keyway has not asked since {clock}: asking again may endanger the account. Press Test when you are elsewhere.',
            { provider: providerName(provider as ProviderId), clock: clock(since) },
          )}
        </Notice>
      ))}
      {spendStopped !== undefined && (
        <Notice tone="needs">
          {t(
            'Since {clock} Keyway no longer asks whether there is money: a question that should have been refused was answered.',
            { clock: clock(spendStopped) },
          )}
        </Notice>
      )}
      {clockAhead !== undefined && (
        <Notice tone="needs">
          {clockAhead > 0
            ? plural(
                {
                  one: 'This computer’s clock is a minute ahead, so expiry dates are off. Set the clock.',
                  other:
                    'This computer’s clock is {count} minutes ahead, so expiry dates are off. Set the clock.',
                },
                Math.round(clockAhead / 60_000),
              )
            : plural(
                {
                  one: 'This computer’s clock is a minute behind, so expiry dates are off. Set the clock.',
                  other:
                    'This computer’s clock is {count} minutes behind, so expiry dates are off. Set the clock.',
                },
                Math.round(-clockAhead / 60_000),
              )}
        </Notice>
      )}
    </>
  )
}
