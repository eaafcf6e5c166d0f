/** 1,000 keys of six providers; the worker is killed 60 times meanwhile. */
import { seeded } from './faults.ts'
import { list, record, refused, World } from './health-world.ts'

const providers = ['openai', 'groq', 'mistral', 'together', 'anthropic', 'xai'] as const

export async function run({ seed }: { seed: number }): Promise<string> {
  const random = seeded(seed)
  const records = Array.from({ length: 1000 }, (_, i) =>
    record(`k${i}`, {
      provider: providers[i % providers.length] ?? 'openai',
      secret: `k${i}-${'z'.repeat(30)}`,
    }),
  )
  const world = new World().add(...records)
  world.answer = key => (Number(/k(\d+)-/.exec(key)?.[1]) % 5 === 0 ? refused('invalid_api_key') : list())
  await world.service.handlers['screen.testAll']({}, { kind: 'screen', url: '' })
  for (let kill = 0; kill < 60; kill++) {
    for (let i = 0; i < 40 + random() * 400; i++) await new Promise(resolve => setImmediate(resolve))
    world.restart()
    await world.service.start()
  }
  await world.pass(10 * 60_000)
  const counts = new Map<string, number>()
  for (const { id, method } of world.asked) if (method === 'GET') counts.set(id, (counts.get(id) ?? 0) + 1)
  const most = Math.max(...counts.values())
  const wrong = [...world.records.values()].filter(
    ({ id, verdict }) => verdict?.key !== (Number(id.slice(1)) % 5 === 0 ? 'rejected' : 'accepted'),
  )
  if (counts.size !== 1000 || wrong.length > 0 || most > 2 || world.mostAtOnce > 4)
    throw new Error(
      `asked ${counts.size} of 1,000, ${wrong.length} wrong, one asked ${most} times, ${world.mostAtOnce} at once`,
    )
  return `1,000 keys, worker killed 60 times: every key checked, none more than ${most} times, at most ${world.mostAtOnce} at once`
}
