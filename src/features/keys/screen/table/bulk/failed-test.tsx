/** Tests that could not be made, said once above the table; for one key with the way to make it possible. */
import { plural } from '../../../../../i18n/t.ts'
import type { Failure } from '../../../../../protocol/failure.ts'
import type { KeyRow } from '../../../../../protocol/published.ts'
import { FailureNotice } from '../../../../../ui/notice.tsx'
import { useTest } from '../../../../health/screen/testing/test-button.tsx'
import { TestFailure } from '../../../../health/screen/testing/test-failure.tsx'

export type FailedTests = { row: KeyRow; failure: Failure }[]

export default function FailedTest({ failed, onOver }: { failed: FailedTests; onOver: () => void }) {
  const [first, ...more] = failed
  if (!first) return null
  return more.length === 0 ? <One key={first.row.id} {...first} onOver={onOver} /> : <Many failed={failed} />
}

function One({ row, failure, onOver }: { row: KeyRow; failure: Failure; onOver: () => void }) {
  const test = useTest(row)
  const again = async () => {
    const isDone = await test.run()
    if (isDone) onOver()
    return isDone
  }
  return (
    <div className="stack tight" data-keyway="failed-test">
      <strong>{row.label}</strong>
      <TestFailure row={row} test={{ ...test, run: again, failure: test.failure ?? failure }} />
    </div>
  )
}

/** Each reason once, with the number of keys that it holds up. */
function Many({ failed }: { failed: FailedTests }) {
  const reasons = new Map<string, { failure: Failure; count: number }>()
  for (const { failure } of failed) {
    const reason = reasons.get(failure.message)
    if (reason) reason.count++
    else reasons.set(failure.message, { failure, count: 1 })
  }
  return [...reasons.values()].map(({ failure, count }) => (
    <FailureNotice
      key={failure.message}
      failure={{
        ...failure,
        message: plural(
          {
            one: '{count} key could not be tested. {reason}',
            other: '{count} keys could not be tested. {reason}',
          },
          count,
          { reason: failure.message },
        ),
      }}
    />
  ))
}
