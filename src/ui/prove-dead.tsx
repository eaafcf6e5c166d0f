/** After a revoke: asks until the provider refuses the key, and says so. */
import { send } from '../extension/send.ts'
import type { KeyRow } from '../extension/state.ts'
import { useAction } from './action.ts'
import { FailureNotice, Notice } from './notice.tsx'
import { providerName } from './provider-names.ts'
import { useSession } from './session.ts'
import { ago, moment } from './time.ts'

export function ProveDead({ row }: { row: KeyRow }) {
  const proof = useSession('checks')?.dead?.[row.id]
  const prove = useAction(() => send('screen.proveDead', { id: row.id }))
  const name = providerName(row.provider)
  if (proof?.deadAt !== undefined)
    return (
      <Notice tone="works">
        Proven dead: {name} has refused this key since {moment(proof.deadAt)}.
      </Notice>
    )
  return (
    <div className="stack tight">
      {proof?.gaveUpAt !== undefined ? (
        <Notice tone="rejected">
          {name} still takes this key after {proof.tries} tries. Look whether it was really revoked, then
          prove it again.
        </Notice>
      ) : (
        proof && (
          <p className="small" role="status">
            Asked {proof.tries} {proof.tries === 1 ? 'time' : 'times'}; {name} still takes it. That is usual
            for some minutes. {proof.nextAt !== undefined && `Next try ${ago(proof.nextAt)}.`}
          </p>
        )
      )}
      {(!proof || proof.gaveUpAt !== undefined) && row.verdict?.key !== 'rejected' && (
        <div>
          <button
            type="button"
            className="button"
            aria-disabled={prove.busy}
            onClick={() => void prove.run()}
          >
            I have revoked it: prove it dead
          </button>
        </div>
      )}
      <FailureNotice failure={prove.failure} />
    </div>
  )
}
