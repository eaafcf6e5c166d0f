/** After a revoke: asks until the provider has refused the key twice, and says so. */

import { plural, t } from '../../../i18n/t.ts'
import { ahead, moment } from '../../../i18n/time.ts'
import { send } from '../../../platform/send.ts'
import type { KeyRow } from '../../../protocol/published.ts'
import { isRevocationProven } from '../../../providers/answers/revocation.ts'
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
          {plural(
            {
              one: '{name} has not refused this key in 1 try. Look whether it was really revoked, then prove it again.',
              other:
                '{name} has not refused this key in {count} tries. Look whether it was really revoked, then prove it again.',
            },
            proof.tries,
            { name },
          )}
        </Notice>
      ) : (
        proof && (
          <p className="small" role="status">
            {proof.refused
              ? t('{name} has refused it once. A second time is the proof.', { name })
              : proof.tries === 0
                ? t('Asking…')
                : plural(
                    {
                      one: 'Asked 1 time; {name} has not refused it yet. That is usual for some minutes.',
                      other:
                        'Asked {count} times; {name} has not refused it yet. That is usual for some minutes.',
                    },
                    proof.tries,
                    { name },
                  )}{' '}
            {proof.nextAt !== undefined && t('Next try {when}.', { when: ahead(proof.nextAt) })}
          </p>
        )
      )}
      {(!proof || proof.gaveUpAt !== undefined) && !isRevocationProven(row.verdict) && (
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
