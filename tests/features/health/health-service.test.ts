import { describe, expect, it } from 'vitest'
import type { RevocationCheck } from '../../../src/features/health/core/health-state.ts'
import { compose } from '../../../src/features/health/worker/notifications.ts'
import { wordsFor } from '../../../src/providers/answers/cause-texts.ts'
import { isRevocationProven } from '../../../src/providers/answers/revocation.ts'
import type { VerdictSeen } from '../../../src/providers/verdict.ts'
import type { VaultRecord } from '../../../src/vault/record.ts'
import { impossible, list, type Reply, record, refused, start, World } from './health-world.ts'

const minute = 60_000
const hour = 60 * minute

describe('a person saves a key', () => {
  it('and reads a moment later that it works and can spend', async () => {
    const world = new World().add(record('a'))
    await world.service.test('a')
    await world.settle()
    expect(world.verdict('a')).toMatchObject({
      key: 'accepted',
      use: 'ready',
      cause: 'ok',
      at: start,
      since: start,
    })
    expect(world.asked.map(({ method, url }) => `${method} ${url}`)).toEqual([
      'GET https://api.openai.com/v1/models',
      'POST https://api.openai.com/v1/chat/completions',
    ])
    expect(world.asked[0]?.init).toMatchObject({
      credentials: 'omit',
      cache: 'no-store',
      redirect: 'error',
      referrerPolicy: 'no-referrer',
    })
  })

  it('of another service and is asked nothing, when it is saved, on a press, nor by itself', async () => {
    const world = new World().add(
      record('a', { provider: 'other', kind: 'plain', secret: 'some-key-of-a-service' }),
    )
    await world.service.test('a')
    await world.settle()
    expect(await world.service.handlers['screen.test']({ id: 'a' }, {} as never)).toMatchObject({
      code: 'whose',
    })
    expect(await world.service.handlers['screen.testAll']({}, {} as never)).toEqual({ ok: true, count: 0 })
    await world.pass(2 * 24 * hour)
    expect(world.asked).toEqual([])
    expect(world.verdict('a')).toBeUndefined()
  })

  it('that was made a moment ago is not active yet: it is asked at 10 s, 30 s, 1, 2, 5 and 10 min, and nobody is alarmed', async () => {
    const world = new World().add(record('a', { createdAt: start, madeHere: true }))
    world.answer = () => refused('invalid_api_key')
    await world.service.test('a')
    await world.settle()
    expect(world.verdict('a')).toMatchObject({ cause: 'invalid_key', retryAt: start + 10_000 })
    expect(world.attention).toBe(0)
    await world.pass(2 * minute + 10_000)
    world.answer = (_, url) => (url.endsWith('/models') ? list() : impossible)
    await world.pass(10 * minute)
    const gaps = world.asked.filter(({ method }) => method === 'GET').map(({ at }) => (at - start) / 1000)
    expect(gaps).toEqual([0, 10, 30, 60, 120, 300])
    expect(world.verdict('a')).toMatchObject({ key: 'accepted', cause: 'ok' })
    expect(world.told).toEqual([])
  })

  it.each([
    ['pasted or imported a moment ago', { createdAt: start }],
    ['made here an hour ago', { createdAt: start - hour, madeHere: true }],
  ])('that was %s and is refused reads rejected at once', async (_, more) => {
    const world = new World().add(record('a', more))
    world.answer = () => refused('invalid_api_key')
    await world.service.test('a')
    await world.pass(5 * minute)
    expect(world.verdict('a')).toMatchObject({ cause: 'invalid_key', key: 'rejected' })
    expect(world.verdict('a')?.retryAt).toBeUndefined()
    expect(world.attention).toBe(1)
  })

  it('that never becomes active: after the last try it reads rejected', async () => {
    const world = new World().add(record('a', { createdAt: start, madeHere: true }))
    world.answer = () => refused('invalid_api_key')
    await world.service.test('a')
    await world.pass(30 * minute)
    expect(world.verdict('a')).toMatchObject({ cause: 'invalid_key', key: 'rejected' })
    expect(world.verdict('a')?.retryAt).toBeUndefined()
    expect(world.attention).toBe(1)
  })
})

describe('a key that worked stops working', () => {
  it('is looked at twice before the person is told, once', async () => {
    const world = new World().add(record('a'))
    await world.service.test('a')
    await world.settle()
    world.answer = () => refused('invalid_api_key')
    await world.service.test('a')
    await world.settle()
    expect(world.verdict('a')).toMatchObject({
      cause: 'invalid_key',
      confirmAt: start + minute,
      lastGoodAt: start,
    })
    expect([world.attention, world.told.length]).toEqual([0, 0])
    await world.pass(2 * minute)
    expect(world.told).toMatchObject([
      [{ kind: 'bad', keyId: 'a', label: 'Key a', verdict: { cause: 'invalid_key' } }],
    ])
    expect(world.attention).toBe(1)
    await world.pass(12 * hour)
    expect(world.told).toHaveLength(1)
    expect(world.verdict('a')?.since).toBe(start)
  })

  it('and works again at the second look: nobody hears of it', async () => {
    const world = new World().add(record('a'))
    await world.service.test('a')
    await world.settle()
    world.answer = () => refused('invalid_api_key')
    await world.service.test('a')
    await world.settle()
    world.answer = (_, url) => (url.endsWith('/models') ? list() : impossible)
    await world.pass(2 * minute)
    expect(world.told).toEqual([])
    expect(world.verdict('a')).toMatchObject({ cause: 'ok', use: 'ready' })
  })

  it.each([
    ['the network', new TypeError('Failed to fetch'), 'network'],
    ['a time-out', new DOMException('signal timed out', 'TimeoutError'), 'timeout'],
    ['trouble at the provider', { status: 503, body: '' }, 'provider_trouble'],
    [
      'a captive portal',
      { status: 200, body: '<html><title>WiFi</title></html>', headers: { 'content-type': 'text/html' } },
      'not_the_provider',
    ],
  ])('%s changes nothing that was known; it only ages', async (_, reply, cause) => {
    const world = new World().add(record('a'))
    await world.service.test('a')
    await world.settle()
    world.answer = () => reply as never
    await world.pass(7 * hour)
    const seen = world.verdict('a')
    expect(seen).toMatchObject({ key: 'accepted', use: 'ready', cause: 'ok', at: start, trouble: { cause } })
    expect(world.told).toEqual([])
    expect(world.attention).toBe(0)
  })
})

describe('asking', () => {
  it('is retried twice at most, and only what can pass', async () => {
    const world = new World().add(record('a'))
    world.answer = () => new TypeError('Failed to fetch')
    await world.service.test('a')
    await world.pass(5 * minute)
    expect(world.asked).toHaveLength(3)
    const other = new World().add(record('a'))
    other.answer = () => refused('no_organization')
    await other.service.test('a')
    await other.pass(5 * minute)
    expect(other.asked).toHaveLength(1)
  })

  it('obeys retry-after', async () => {
    const world = new World().add(record('a'))
    world.answer = () => ({ status: 503, body: '{}', headers: { 'retry-after': '90' } })
    await world.service.test('a')
    await world.pass(89_000)
    expect(world.asked).toHaveLength(1)
    await world.pass(2_000)
    expect(world.asked).toHaveLength(2)
  })

  it('of thousands keeps a small queue, comes to all of them once, and goes on after the worker’s death', {
    tags: 'slow',
  }, async () => {
    const records = Array.from({ length: 400 }, (_, i) => record(`k${i}`))
    const world = new World().add(...records)
    await world.service.handlers['screen.testAll']({}, { kind: 'screen', url: '' })
    for (let i = 0; i < 200; i++) await new Promise(resolve => setImmediate(resolve))
    expect((world.session.health as { queue: { jobs: unknown[] } }).queue.jobs.length).toBeLessThan(10)
    expect((world.session.checks as { waiting: number }).waiting).toBeGreaterThan(200)
    world.restart()
    await world.service.start()
    await world.pass(minute)
    const counts = records.map(
      ({ id }) => world.asked.filter(one => one.id === id && one.method === 'GET').length,
    )
    expect([Math.min(...counts), Math.max(...counts)]).toEqual([1, 2])
    expect(counts.filter(count => count === 2).length).toBe(1)
    expect(world.session.checks).toMatchObject({ running: [], waiting: 0 })
    expect(world.session.health).not.toHaveProperty('sweep')
  })

  it('is left alone at unlock when its owner said “never”', async () => {
    const world = new World().add(record('a', { checkEveryMinutes: 0 }), record('b'))
    await world.service.unlocked()
    await world.settle()
    expect([...new Set(world.asked.map(({ id }) => id))]).toEqual(['b'])
  })

  it('every six hours, money once a day', async () => {
    const world = new World().add(record('a'))
    await world.service.test('a')
    await world.pass(25 * hour)
    expect(world.asked.filter(({ method }) => method === 'GET').length).toBe(5)
    expect(world.asked.filter(({ method }) => method === 'POST').length).toBe(2)
    expect(world.verdict('a')).toMatchObject({ use: 'ready' })
  })

  it('goes on after a day asleep, once', async () => {
    const world = new World().add(record('a'))
    await world.service.test('a')
    await world.settle()
    const before = world.asked.filter(({ method }) => method === 'GET').length
    world.time += 30 * hour
    await world.service.wake()
    await world.settle()
    expect(world.asked.filter(({ method }) => method === 'GET').length).toBe(before + 1)
  })

  it('is never more than four at once, and one per account', async () => {
    const providers = ['openai', 'groq', 'mistral', 'together', 'xai', 'anthropic'] as const
    const world = new World().add(
      ...providers.flatMap(provider => [1, 2, 3].map(n => record(`${provider}${n}`, { provider }))),
    )
    const running = new Map<string, number>()
    world.answer = async (_, url) => {
      const host = new URL(url).hostname
      running.set(host, (running.get(host) ?? 0) + 1)
      expect(running.get(host)).toBe(1)
      await new Promise(resolve => setImmediate(resolve))
      running.set(host, (running.get(host) ?? 0) - 1)
      return list()
    }
    await world.service.handlers['screen.testAll']({}, { kind: 'screen', url: '' })
    await world.pass(minute)
    expect(world.mostAtOnce).toBeLessThanOrEqual(4)
    expect(world.mostAtOnce).toBeGreaterThan(2)
    expect(new Set(world.asked.map(({ id }) => id)).size).toBe(18)
  })

  it('stops everywhere when the impossible request is answered', async () => {
    const world = new World().add(record('a'), record('b'))
    world.answer = (_, url) =>
      url.endsWith('/models') ? list() : { status: 200, body: '{"object":"chat.completion","choices":[]}' }
    await world.service.test('a')
    await world.pass(minute)
    await world.service.test('b')
    await world.pass(minute)
    expect(world.asked.filter(({ method }) => method === 'POST')).toHaveLength(1)
    expect(world.told.flat().map(({ kind }) => kind)).toContain('spend_answered')
  })

  it('stops in a country that is not served, until the person says so', async () => {
    const world = new World().add(record('a'), record('b'))
    world.answer = () => refused('unsupported_country_region_territory', 403)
    await world.service.test('a')
    await world.pass(24 * hour)
    expect(world.asked).toHaveLength(1)
    world.answer = (_, url) => (url.endsWith('/models') ? list() : impossible)
    await world.service.test('a')
    await world.pass(minute)
    expect(world.verdict('a')).toMatchObject({ cause: 'ok' })
    expect(world.verdict('b')).toMatchObject({ cause: 'ok' })
  })

  it('sends nothing when the text cannot be a header, or the host is not the provider’s', async () => {
    const world = new World().add(
      record('a', { secret: 'sk-proj-a\u200Bb' }),
      record('b', { baseUrl: 'https://evil.example/v1' }),
    )
    await world.service.test('a')
    await world.service.test('b')
    await world.settle()
    expect(world.asked).toEqual([])
    expect(world.verdict('a')).toMatchObject({ cause: 'malformed_key', key: 'unknown' })
    expect(world.verdict('b')).toMatchObject({ key: 'unknown' })
  })

  it('sends nothing while it is open whose the key is, by whatever way it is asked about', async () => {
    const shared = `sk-${'aB3dE5gH7jK9'.repeat(4)}`
    const of = (more: object) => record('a', { secret: shared, ...more })
    const { providerConfirmed: _, ...unsaid } = of({})
    const cases = [
      unsaid,
      of({ providerConfirmed: false }),
      of({ provider: 'deepseek', secret: `sk-proj-${shared}` }),
    ]
    for (const key of cases) {
      const world = new World().add(key)
      const screen = { kind: 'screen', url: '' } as const
      for (const name of ['screen.test', 'screen.proveDead', 'screen.capabilities', 'screen.models'] as const)
        expect(await world.service.handlers[name]({ id: 'a' }, screen)).toMatchObject({
          ok: false,
          code: 'whose',
        })
      await world.service.handlers['screen.testAll']({}, screen)
      await world.service.start()
      await world.pass(24 * hour)
      expect(world.asked).toEqual([])
      expect(world.verdict('a')).toBeUndefined()
    }
  })

  it.each([
    { provider: 'deepseek' as const },
    { baseUrl: 'https://eu.api.openai.com/v1' },
    { secret: record('other').secret },
  ])('changed while its check is under way is not told by that answer: %j', async change => {
    const world = new World().add(record('a'))
    let isFirst = true
    world.answer = (_, url) => {
      if (isFirst) world.add({ ...record('a'), ...change })
      else if (url.endsWith('/models')) return refused('invalid_api_key', 401)
      const was = isFirst
      isFirst = false
      return was ? list() : impossible
    }
    await world.service.test('a')
    await world.settle()
    await world.pass(minute)
    expect(world.verdict('a')?.key ?? 'unknown').not.toBe('accepted')
    expect(world.asked.length).toBeGreaterThan(1)
  })

  it('offline waits for the network', async () => {
    const world = new World().add(record('a'))
    world.isOnline = false
    await world.service.start()
    await world.pass(10 * minute)
    expect(world.asked).toEqual([])
    world.isOnline = true
    await world.service.online()
    await world.settle()
    expect(world.verdict('a')).toMatchObject({ cause: 'ok' })
  })
})

describe('while locked', () => {
  it('a test of all keys is put off, and goes on at the next unlock with those that were not asked yet', async () => {
    const names = ['a', 'b', 'c', 'd', 'e']
    const world = new World()
    const at = start - minute
    const verdict = { key: 'accepted', use: 'ready', cause: 'ok', says: '', at, since: at } as const
    for (const name of names) world.add(record(name, { verdict }))
    world.watches = false
    const keysAsked = () => world.asked.filter(({ url }) => url.endsWith('/models')).length
    world.answer = async () => {
      if (world.isOpen) {
        world.isOpen = false
        await world.service.locked()
      }
      return list()
    }
    await world.service.handlers['screen.testAll']({}, { kind: 'screen', url: '' })
    await world.pass(minute)
    expect(keysAsked()).toBeLessThan(names.length)
    world.answer = async () => list()
    world.isOpen = true
    await world.service.unlocked()
    await world.pass(minute)
    for (const name of names) expect(world.verdict(name)?.at, name).toBeGreaterThanOrEqual(start)
  })

  it('results are sealed, and taken in at the next unlock', async () => {
    const world = new World().add(record('a'))
    await world.service.test('a')
    await world.settle()
    world.isOpen = false
    await world.service.locked()
    world.answer = () => refused('invalid_api_key')
    await world.pass(7 * hour)
    expect(world.verdict('a')).toMatchObject({ cause: 'ok' })
    expect(world.told).toMatchObject([[{ kind: 'bad', keyId: 'a' }]])
    expect(world.told[0]?.[0]?.label).toBeUndefined()
    world.isOpen = true
    await world.service.unlocked()
    expect(world.verdict('a')).toMatchObject({ cause: 'invalid_key', key: 'rejected' })
    expect(world.notes).toEqual([])
  })

  it('a result that cannot be written, since the vault is locked again at once, waits for the next unlock', async () => {
    const world = new World().add(record('a'))
    await world.service.test('a')
    await world.settle()
    world.isOpen = false
    await world.service.locked()
    world.answer = () => refused('invalid_api_key')
    await world.pass(7 * hour)
    // Handed out, and locked before it is written.
    await world.service.unlocked()
    expect(world.verdict('a')).toMatchObject({ cause: 'ok' })
    world.isOpen = true
    await world.service.unlocked()
    expect(world.verdict('a')).toMatchObject({ cause: 'invalid_key', key: 'rejected' })
  })

  it('a box that is full of results, because nobody unlocks for weeks, keeps nobody from hearing of a key', async () => {
    const world = new World().add(record('a'))
    await world.service.test('a')
    await world.settle()
    world.isOpen = false
    await world.service.locked()
    world.isFull = true
    world.answer = () => refused('invalid_api_key')
    await world.pass(7 * hour)
    expect(world.told).toMatchObject([[{ kind: 'bad', keyId: 'a' }]])
    // Told once, and not held back: it is asked on at its usual times.
    const before = world.asked.length
    await world.pass(13 * hour)
    expect(world.told).toHaveLength(1)
    expect(world.asked.length).toBeGreaterThan(before + 1)
  })

  it('nothing is asked when the person did not choose it', async () => {
    const world = new World().add(record('a'))
    await world.service.test('a')
    await world.settle()
    const before = world.asked.length
    world.isOpen = false
    world.watches = false
    await world.service.locked()
    await world.pass(24 * hour)
    expect(world.asked).toHaveLength(before)
  })
})

it('a clock that is set right again is not called wrong any more', async () => {
  const world = new World().add(record('a'))
  const told = async (ahead: number) => {
    world.answer = () => ({ ...list(), headers: { date: new Date(world.time - ahead).toUTCString() } })
    void world.service.handlers['screen.test']({ id: 'a' }, { kind: 'screen', url: '' })
    await world.settle()
    return (world.session.checks as { clockAhead?: number }).clockAhead
  }
  expect(await told(0)).toBeUndefined()
  expect(await told(5 * hour)).toBeGreaterThan(4.9 * hour)
  expect(await told(-5 * hour)).toBeLessThan(-4.9 * hour)
  expect(await told(1000)).toBeUndefined()
})

it('what another provider says of the time or of an account is no word of OpenAI’s', async () => {
  const world = new World().add(
    record('a', { organization: 'acme' }),
    record('local', { provider: 'ollama', secret: 'mine', baseUrl: 'http://127.0.0.1:11434/v1' }),
  )
  const told = { date: new Date(world.time + 72 * hour).toUTCString(), 'openai-organization': 'acme' }
  world.answer = key => ({ ...list(), headers: key === 'mine' ? told : {} })
  void world.service.handlers['screen.test']({ id: 'local' }, { kind: 'screen', url: '' })
  await world.settle()
  expect((world.session.checks as { clockAhead?: number }).clockAhead).toBeUndefined()
  expect(world.records.get('local')).not.toHaveProperty('organization')
  world.answer = () => ({ ...list(), headers: told })
  void world.service.handlers['screen.test']({ id: 'a' }, { kind: 'screen', url: '' })
  await world.settle()
  expect((world.session.checks as { clockAhead?: number }).clockAhead).toBeLessThan(-71 * hour)
  expect(world.records.get('a')).toMatchObject({ organization: 'acme' })
})

it('a server that calls its key another provider’s account’s holds up its own checks only', async () => {
  const world = new World().add(
    record('a', { organization: 'acme' }),
    record('local', {
      provider: 'ollama',
      secret: 'mine',
      organization: 'acme',
      baseUrl: 'http://127.0.0.1:11434/v1',
    }),
  )
  world.answer = key =>
    key === 'mine'
      ? { ...refused('rate_limit_exceeded', 429), headers: { 'retry-after': '3500' } }
      : refused('invalid_api_key')
  void world.service.handlers['screen.test']({ id: 'local' }, { kind: 'screen', url: '' })
  await world.settle()
  await world.service.handlers['screen.proveDead']({ id: 'a' }, { kind: 'screen', url: '' })
  await world.pass(minute)
  expect(dying(world)).toMatchObject({ deadAt: expect.any(Number) })
})

const dying = (world: World) => (world.session.checks as { dead: Record<string, RevocationCheck> }).dead.a

describe('after a revoke', () => {
  it('polls until the provider refuses the key, then says so', async () => {
    const world = new World().add(record('a'))
    await world.service.handlers['screen.proveDead']({ id: 'a' }, { kind: 'screen', url: '' })
    await world.pass(minute)
    world.answer = () => refused('invalid_api_key')
    await world.pass(10 * minute)
    expect(world.told.flat()).toMatchObject([{ kind: 'dead', keyId: 'a' }])
    expect(world.verdict('a')).toMatchObject({ key: 'rejected' })
    expect(dying(world)).toMatchObject({ deadAt: expect.any(Number) })
  })

  it('takes two refusals for the same reason, some seconds apart', async () => {
    const world = new World().add(record('a'))
    world.answer = () => refused('invalid_api_key')
    await world.service.handlers['screen.proveDead']({ id: 'a' }, { kind: 'screen', url: '' })
    await world.settle()
    expect(dying(world)).toMatchObject({ refused: true, tries: 1 })
    expect([isRevocationProven(world.verdict('a')), world.told]).toEqual([false, []])
    await world.pass(10_000)
    expect(dying(world)).toMatchObject({ deadAt: start + 5_000, tries: 2 })
    expect([isRevocationProven(world.verdict('a')), world.told.flat()]).toMatchObject([
      true,
      [{ kind: 'dead' }],
    ])
  })

  it.each([
    ['found that it works', () => list()],
    ['found that it is refused', () => refused('invalid_api_key')],
  ])('asks at once after a check that was under way and %s', async (_, first) => {
    const world = new World().add(record('a'))
    await world.service.start()
    await world.pass(minute)
    expect(world.verdict('a')).toMatchObject({ key: 'accepted' })
    let pressed: Promise<unknown> | undefined
    world.answer = (_, url) => {
      if (!url.endsWith('/models')) return impossible
      if (pressed) return refused('invalid_api_key')
      pressed = world.service.confirmRevoked('a')
      return first()
    }
    void world.service.handlers['screen.test']({ id: 'a' }, { kind: 'screen', url: '' })
    await world.settle()
    await pressed
    await world.pass(20_000)
    expect(dying(world)).toMatchObject({ deadAt: expect.any(Number) })
    expect(isRevocationProven(world.verdict('a'))).toBe(true)
  })

  it.each([
    ['between the two refusals', false],
    ['while the provider is asked', true],
  ])('goes on after the vault was locked %s', async (_, isAmid) => {
    const world = new World().add(record('a'))
    world.watches = false
    const lock = async () => {
      world.isOpen = false
      await world.service.locked()
    }
    world.answer = async () => {
      if (isAmid && world.asked.length === 1) await lock()
      return refused('invalid_api_key')
    }
    await world.service.handlers['screen.proveDead']({ id: 'a' }, { kind: 'screen', url: '' })
    await world.settle()
    if (!isAmid) await lock()
    await world.pass(hour / 2)
    const asked = world.asked.length
    world.isOpen = true
    await world.service.unlocked()
    await world.pass(minute)
    expect(world.asked.length).toBeGreaterThan(asked)
    expect(dying(world)).toMatchObject({ deadAt: expect.any(Number) })
    expect(isRevocationProven(world.verdict('a'))).toBe(true)
    await world.pass(10 * minute)
    expect(world.asked.filter(({ url }) => url.endsWith('/models')).length).toBeLessThan(5)
  })

  it.each<[string, (url: string) => Reply]>([
    ['the network fails', () => new TypeError('Failed to fetch')],
    ['the key is taken again', url => (url.endsWith('/models') ? list() : impossible)],
    ['only a status says no', () => ({ status: 401, body: 'Unauthorized' })],
  ])('is not proven by one refusal, when after it %s', async (_, second) => {
    const world = new World().add(record('a'))
    let first = true
    world.answer = (_, url) => {
      const answer = first ? refused('invalid_api_key') : second(url)
      first = false
      return answer
    }
    await world.service.handlers['screen.proveDead']({ id: 'a' }, { kind: 'screen', url: '' })
    await world.pass(2 * hour)
    expect(dying(world)).toMatchObject({ gaveUpAt: expect.any(Number) })
    expect([isRevocationProven(world.verdict('a')), world.told.flat().map(({ kind }) => kind)]).toEqual([
      false,
      ['not_dead'],
    ])
  })

  it.each<[string, Partial<VerdictSeen>, boolean]>([
    ['two answers a minute apart', {}, true],
    ['one answer', { since: 60_000 }, false],
    ['two in the same second', { since: 59_000 }, false],
    ['a key that is perhaps not active yet', { retryAt: 90_000 }, false],
    ['a key that may be alive elsewhere', { cause: 'wrong_provider' }, false],
    ['no money', { cause: 'no_credit', key: 'accepted' }, false],
  ])('%s: proven %j', (_, seen, proven) => {
    const verdict = {
      key: 'rejected',
      use: 'blocked',
      cause: 'invalid_key',
      says: '',
      at: 60_000,
      since: 0,
    } as const
    expect(isRevocationProven({ ...verdict, ...seen })).toBe(proven)
  })
})

describe('the permissions of a key', () => {
  const noteAfter = async (answer: Reply) => {
    const world = new World().add(record('a'))
    let asked = 0
    world.answer = () => (++asked === 3 ? answer : refused('missing_scope', 403))
    const reply = await world.service.handlers['screen.capabilities'](
      { id: 'a' },
      { kind: 'screen', url: '' },
    )
    expect(reply).toMatchObject({ ok: true })
    return (world.session.rights as { note?: string }).note
  }

  it.each([
    ['insufficient_quota', 429],
    ['billing_not_active', 403],
    ['billing_hard_limit_reached', 403],
  ])('one answer of %s: the person hears that credit comes first', async (code, status) => {
    expect(await noteAfter(refused(code, status))).toMatch(/credit/)
  })

  it('one answer of “too many requests” says nothing of credit', async () => {
    expect(await noteAfter(refused('rate_limit_exceeded', 429, 'Rate limit reached'))).toBeUndefined()
  })
})

describe('expiry', () => {
  it('is reminded of 14, 3 and 0 days before, each once', async () => {
    const world = new World().add(record('a', { expiresAt: start + 15 * 24 * hour }))
    await world.service.start()
    await world.pass(16 * 24 * hour)
    const reminders = world.told.flat().filter(({ kind }) => kind === 'reminder')
    expect(reminders.map(one => compose([one], wordsFor)?.message)).toEqual([
      '“Key a” expires within 14 days.',
      '“Key a” expires within 3 days.',
      '“Key a” expires today or has expired.',
    ])
  })
})

describe('a reminder', () => {
  it.each<[string, Partial<VaultRecord>, string | undefined]>([
    ['of an OpenAI key leads to the guide that replaces it', {}, 'rotate-key'],
    ['of an admin key leads to no guide: none makes such a key', { kind: 'admin' }, undefined],
    ['of another provider’s key leads to no guide', { provider: 'anthropic' }, undefined],
  ])('%s', async (_, more, guide) => {
    const world = new World().add(record('a', { rotateBy: start + hour, ...more }))
    await world.service.start()
    expect(world.told.flat()[0]?.guide).toBe(guide)
  })
})

describe('a reminder, wherever the worker is killed', () => {
  const goes = new Date(start + 50 * 24 * hour).toISOString().slice(0, 10)
  const due = () =>
    new World().add(
      record('a', { expiresAt: start + 13 * 24 * hour }),
      record('b', { rotateBy: start + 2 * 24 * hour }),
      record('c', {
        leaving: [{ id: 'gpt-5', shutdownDate: goes }],
        modelsUsed: { at: start, ids: ['gpt-5'] },
      }),
    )
  const all = ['expires 14', 'model 60', 'rotate 3']
  const heard = (world: World) =>
    world.told.flat().flatMap(({ reminder }) => (reminder ? [`${reminder.what} ${reminder.days}`] : []))

  it.each(['the worker alone', 'with the browser', 'with a lock until later'])('%s', async how => {
    let places = 0
    for (; ; places++) {
      const world = due()
      // What is checked is no matter here.
      world.isOnline = false
      world.points = 0
      world.endsAt = places
      void world.service.start()
      await world.settle()
      if (world.life === 0) break
      if (how === 'with the browser') world.session = { rows: world.session.rows }
      if (how === 'with a lock until later') world.isOpen = world.watches = false
      void world.service.start()
      await world.settle()
      world.isOpen = true
      void world.service.unlocked()
      await world.settle()
      // Nothing is lost; what was told just before the end is told again by the same notification.
      expect([...new Set(heard(world))].sort(), `killed at ${places}`).toEqual(all)
      expect(new Set(world.told.map(one => compose(one, wordsFor)?.id)).size).toBe(1)
      const count = world.told.length
      for (const wake of [world.service.wake, world.service.unlocked, world.service.start]) void wake()
      await world.settle()
      expect(world.told).toHaveLength(count)
    }
    expect(places).toBeGreaterThan(5)
  })

  it('is told when the system shows notifications again', async () => {
    const world = due()
    const body = JSON.stringify({ object: 'list', data: [{ id: 'gpt-5', shutdown_date: goes }] })
    world.answer = (_, url) => (url.endsWith('/models') ? { status: 200, body } : impossible)
    world.isMute = true
    await world.service.start()
    await world.settle()
    expect(world.told).toEqual([])
    // It hinders nothing else.
    expect(world.verdict('a')?.key).toBe('accepted')
    world.isMute = false
    await world.service.wake()
    await world.settle()
    expect(heard(world).sort()).toEqual(all)
  })
})

describe('the worker is killed again and again during a sweep of 100 keys', () => {
  it('every key is checked, none twice by more than one', { tags: 'slow' }, async () => {
    const world = new World().add(
      ...Array.from({ length: 100 }, (_, i) =>
        record(`k${i}`, {
          provider: (['openai', 'groq', 'mistral', 'xai'] as const)[i % 4] ?? 'openai',
          secret: `k${i}-${'z'.repeat(30)}`,
          providerConfirmed: true,
        }),
      ),
    )
    world.answer = () => list()
    await world.service.handlers['screen.testAll']({}, { kind: 'screen', url: '' })
    for (let kill = 0; kill < 10; kill++) {
      for (let i = 0; i < 25 + ((kill * 37) % 60); i++) await new Promise(resolve => setImmediate(resolve))
      world.restart()
      await world.service.start()
    }
    await world.pass(2 * minute)
    const counts = new Map<string, number>()
    for (const { id, method } of world.asked) if (method === 'GET') counts.set(id, (counts.get(id) ?? 0) + 1)
    expect(counts.size).toBe(100)
    expect(Math.max(...counts.values())).toBeLessThanOrEqual(2)
    for (const one of world.records.values()) expect(one.verdict?.key).toBe('accepted')
  })
})
