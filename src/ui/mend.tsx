/** What is wrong, since when, and what mends it: the sentence under a verdict that waits for the person. */
import type { VerdictSeen } from '../extension/state.ts'
import { useAction } from './action.ts'
import { guideMe } from './guide-me.ts'
import { clock } from './time.ts'
import { mendGuide, sentence } from './verdict-words.ts'

export function Mend({ verdict, keyId }: { verdict: VerdictSeen; keyId: string }) {
  const guide = mendGuide(verdict)
  const start = useAction((id: string) => guideMe(id, keyId))
  return (
    <p className="key-bad small">
      {sentence(verdict)} <span className="quiet">Since {clock(verdict.since)}.</span>{' '}
      {guide && (
        <button type="button" className="link small" onClick={() => void start.run(guide)}>
          Show me how to mend it
        </button>
      )}
      {start.failure && <span role="alert">{start.failure.message}</span>}
    </p>
  )
}
