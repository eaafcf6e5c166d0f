/** Looks through everything that is stored, and mends what one good copy is left of. */
import { useState } from 'react'
import { send } from '../extension/send.ts'
import { useAction } from '../ui/action.ts'
import { FailureNotice, Notice } from '../ui/notice.tsx'

export function VerifyVault() {
  const [said, setSaid] = useState<{ tone: 'works' | 'rejected'; words: string } | null>(null)
  const verify = useAction(
    () => send('screen.verifyVault', {}),
    ({ mended, damaged }) =>
      setSaid(
        damaged.length > 0
          ? {
              tone: 'rejected',
              words: `${damaged.length === 1 ? 'One key' : `${damaged.length} keys`} cannot be read in either copy. Import your last backup to get them back; everything else is whole.`,
            }
          : {
              tone: 'works',
              words:
                mended > 0
                  ? `Everything is whole again: ${mended} damaged ${mended === 1 ? 'part was' : 'parts were'} restored from the second copy.`
                  : 'Every key opens, in both copies.',
            },
      ),
  )
  return (
    <>
      <p className="quiet">Every key is kept twice in this browser. This opens each copy and compares.</p>
      <div>
        <button
          type="button"
          className="button"
          aria-disabled={verify.busy}
          onClick={() => void verify.run()}
        >
          {verify.busy ? 'Looking…' : 'Look through everything'}
        </button>
      </div>
      <div role="status">{said && <Notice tone={said.tone}>{said.words}</Notice>}</div>
      <FailureNotice failure={verify.failure} />
    </>
  )
}
