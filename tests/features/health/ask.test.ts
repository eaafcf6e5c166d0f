/** One question about a key: whoever answers may never stop sending. */
import { expect, it } from 'vitest'
import { ask } from '../../../src/features/health/core/ask.ts'
import { readAnswer } from '../../../src/providers/index.ts'
import { endless } from '../../endless.ts'
import { makeSecret } from '../../practice/secrets.ts'

it.each([200, 401, 429, 500])(
  'an answer of %s without an end is left, and makes no key bad',
  async status => {
    const { body, read } = endless()
    const ports = {
      fetch: async () => new Response(body, { status }),
      now: () => 0,
      online: () => true,
      reader: async () => readAnswer,
    }
    const { evidence } = await ask(ports, { provider: 'openai', secret: makeSecret('project') }, 'models')
    expect(read.isLeft).toBe(true)
    expect(read.megabytes).toBeLessThan(20)
    expect(evidence.key).not.toBe('rejected')
  },
)
