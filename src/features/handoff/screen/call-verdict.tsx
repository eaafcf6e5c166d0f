/** A call, or the question before it, that was refused: with the same words and the same fix as a check. */

import { t } from '../../../i18n/t.ts'
import type { Failure } from '../../../protocol/failure.ts'
import type { KeyRow } from '../../../protocol/published.ts'
import { outcomes } from '../../../providers/answers/causes.ts'
import type { Cause, Verdict } from '../../../providers/verdict.ts'
import { useAction } from '../../../ui/action.ts'
import { FailureNotice } from '../../../ui/notice.tsx'
import { Button } from '../../../ui/pieces/button.tsx'
import { guideMe } from '../../guide/screen/guide-me.ts'
import { presentStatus } from '../../health/core/present-status.ts'
import { Said } from '../../health/screen/provider-quote.tsx'
import { VerdictBadge } from '../../health/screen/status.tsx'

export function CallVerdict({ verdict, row }: { verdict: Verdict; row: KeyRow }) {
  const start = useAction((guide: string) => guideMe(guide, row.id, verdict.cause))
  const { sentence, fix, guide } = presentStatus(verdict, row)
  return (
    <div className="panel-box stack tight">
      <VerdictBadge verdict={verdict} of={row} />
      <p>
        {sentence} {fix}
      </p>
      {verdict.says && (
        <p className="small quiet">
          <Said words={verdict.says} />
        </p>
      )}
      {guide && (
        <div>
          <Button onPress={() => start.run(guide)}>{t('Show me how to fix it')}</Button>
        </div>
      )}
      <FailureNotice failure={start.failure} />
    </div>
  )
}

/** A failure with a known cause is shown with that cause and its guide; any other only as a sentence. */
export function Refusal({ failure, row }: { failure: Failure | null; row: KeyRow }) {
  if (!failure || !isCause(failure.code)) return <FailureNotice failure={failure} />
  const { code: cause, message } = failure
  // Without an answer from the provider the message is Keyway’s own, so it is not shown as a quote.
  const says = cause === 'network' || cause === 'timeout' ? '' : message
  return (
    <div role="alert">
      <CallVerdict verdict={{ ...outcomes[cause], cause, says }} row={row} />
    </div>
  )
}

const isCause = (code: Failure['code']): code is Cause => Object.hasOwn(outcomes, code)
