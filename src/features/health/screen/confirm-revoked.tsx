/** After a revoke: asks until the provider has refused the key twice, and says so. */

import { t } from '../../../i18n/t.ts'
import { ahead, moment } from '../../../i18n/time.ts'
import { send } from '../../../platform/send.ts'
import type { KeyRow } from '../../../protocol/published.ts'
import { isProvenDead } from '../../../providers/answers/revocation.ts'
import { providerName } from '../../../providers/provider-names.ts'
import { useAction } from '../../../ui/action.ts'
import { FailureNotice, Notice } from '../../../ui/notice.tsx'
import { useSession } from '../../../ui/use-session.ts'

export function ProveDead({ row }: { row: KeyRow }) {
  const proof = useSession('checks')?.dead?.[row.id]
  const prove = useAction(() => send('screen.proveDead', { id: row.id }))
  const name = providerName(row.provider)
  if (proof?.deadAt !== undefined)
    return (
      <Notice tone="works">
        {t('Proven dead: {name} has refused this key since {moment}.', {
          name,
          moment: moment(proof.deadAt),
        })}
      </Notice>
    )
  return (
    <div className="stack tight">
      {proof?.gaveUpAt !== undefined ? (
        <Notice tone="rejected">
          {t(
            '{name} has not refused this key in {tries} tries. Look whether it was really revoked, then prove it again.',
            { name, tries: proof.tries },
          )}
        </Notice>
      ) : (
        proof && (
          <p className="small" role="status">
            {proof.refused
              ? t('{name} has refused it once. A second time is the proof.', { name })
              : proof.tries === 0
                ? t('Asking…')
                : proof.tries === 1
                  ? t('Asked 1 time; {name} has not refused it yet. That is usual for some minutes.', {
                      name,
                    })
                  : t('Asked {tries} times; {name} has not refused it yet. That is usual for some minutes.', {
                      tries: proof.tries,
                      name,
                    })}{' '}
            {proof.nextAt !== undefined && t('Next try {when}.', { when: ahead(proof.nextAt) })}
          </p>
        )
      )}
      {(!proof || proof.gaveUpAt !== undefined) && !isProvenDead(row.verdict) && (
        <div>
          <button
            type="button"
            className="button"
            aria-disabled={prove.busy}
            onClick={() => void prove.run()}
          >
            {t('I have revoked it: prove it dead')}
          </button>
        </div>
      )}
      <FailureNotice failure={prove.failure} />
    </div>
  )
}
