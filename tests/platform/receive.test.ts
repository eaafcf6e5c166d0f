/** The one message listener takes a handler for every message: the compiler says so, `npm run check` runs it. */
import { expectTypeOf, it } from 'vitest'
import type { receive } from '../../src/platform/receive.ts'
import type { Handlers } from '../../src/protocol/messages.ts'

type Taken = Parameters<typeof receive>[0]

it('a message without a handler does not compile', () => {
  expectTypeOf<Handlers>().toExtend<Taken>()
  expectTypeOf<Record<never, never>>().not.toExtend<Taken>()
  expectTypeOf<Omit<Handlers, 'screen.lock'>>().not.toExtend<Taken>()
})
