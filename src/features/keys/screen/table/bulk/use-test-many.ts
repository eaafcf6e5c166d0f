/** Tests chosen keys and says what came of it: how many were tested, and why the others were not. */
import { useCallback } from 'react'
import { plural } from '../../../../../i18n/t.ts'
import { send } from '../../../../../platform/send.ts'
import type { KeyRow } from '../../../../../protocol/published.ts'
import { isKeptOnly } from '../../../../../providers/list.ts'
import type { FailedTests } from './failed-test.tsx'
import { forEachKey } from './many-keys.ts'

export function useTestMany(
  say: (words: string) => void,
  onFailed: (failed: FailedTests) => void,
): (keys: KeyRow[]) => Promise<void> {
  return useCallback(
    async chosen => {
      const keys = chosen.filter(row => !isKeptOnly(row))
      say(plural({ one: 'Testing {count} key…', other: 'Testing {count} keys…' }, keys.length))
      const { done, failed } = await forEachKey(keys, row => send('screen.test', { id: row.id }))
      say(plural({ one: '{count} key tested.', other: '{count} keys tested.' }, done.length))
      onFailed(failed)
    },
    [say, onFailed],
  )
}
