/**
 * A guide is begun from somewhere: it leads to its page, knows why it was begun, and no older success ends it.
 *
 * @module-tag slow
 */
import { beforeEach, describe, expect, test } from 'vitest'
import { cardWords } from '../../../src/features/guide/core/card-words.ts'
import { isAboutKey } from '../../../src/features/guide/core/conditions.ts'
import { pageWords } from '../../../src/features/guide/core/page-words.ts'
import { linkTo, pageOf } from '../../../src/features/guide/core/platform-pages.ts'
import type { TourView } from '../../../src/features/guide/core/tour.ts'
import { createGuideService } from '../../../src/features/guide/worker/service.ts'
import { guides } from '../../../src/guides/index.ts'
import type { KeyRow } from '../../../src/protocol/published.ts'
import type { LocalItems, SessionItems } from '../../../src/protocol/storage-keys.ts'
import { entries } from '../../../src/providers/answers/cause-texts.ts'
import { outcomes } from '../../../src/providers/answers/causes.ts'
import type { Cause } from '../../../src/providers/verdict.ts'
import { storageInMemory } from '../../storage-in-memory.ts'
import { causesOf } from './causes.ts'

let local = storageInMemory<LocalItems>()
let session = storageInMemory<SessionItems>()
let opened: string[] = []
let tested: string[] = []
let tabs: { tabId: number; url: string; windowId: number }[] = []
let active: number | null = null
let now = 1_000_000

beforeEach(() => {
  local = storageInMemory()
  session = storageInMemory()
  opened = []
  tested = []
  tabs = []
  active = null
  now = 1_000_000
})

const life = () =>
  createGuideService({
    now: () => now,
    readGuide: async id => guides.find(guide => guide.id === id) ?? null,
    readCardWords: async () => ({ ...cardWords, direction: 'ltr', style: '', pageWords }),
    local,
    session,
    changeSettings: async () => undefined,
    push: () => undefined,
    platformTabs: async () => tabs,
    activePlatformTab: async () => tabs.find(tab => tab.tabId === active) ?? null,
    frontWindow: async () => 1,
    askForShowMe: () => undefined,
    loadTaught: async () => undefined,
    openPanel: () => undefined,
    goTo: (tabId, url) => void opened.push(`${tabId} to ${url}`),
    openTab: url => void opened.push(url),
    showTab: tabId => void opened.push(`show ${tabId}`),
    openScreen: (page, hash = '') => void opened.push(page + hash),
    askRights: async () => ({ ok: true }),
    takeKey: async () => ({ ok: true }),
    fixGuideOf: async () => undefined,
    test: id => void tested.push(id),
  })

const from = { kind: 'screen', url: '' } as const
const shown = async () => (await session.get('tour')) as TourView
const titles = async () => (await shown()).steps.map(step => step.id)

async function keep(cause: Cause, at: number): Promise<void> {
  const row: KeyRow = {
    id: 'k1',
    label: 'Bot',
    provider: 'openai',
    lastFour: 'abcd',
    kind: 'project',
    createdAt: 1,
    verdict: { ...outcomes[cause], cause, at, says: '', status: 200 },
  } as unknown as KeyRow
  await session.set('vault', { status: 'unlocked' } as never)
  await session.set('rows', [row])
}

describe('where it leads', () => {
  test.each(guides.map(guide => [guide.id, guide] as const))('%s', async (id, guide) => {
    await session.set('vault', { status: 'unlocked' } as never)
    await life().handlers['screen.startGuide']({ guide: id }, from)
    const applying = await titles()
    const [first, ...rest] = guide.steps.filter(step => applying.includes(step.id) && step.id !== 'vault')
    const pages = [first, ...rest].flatMap(step => step?.page ?? [])
    // The vault is open, so the step that makes it is behind; what is first done elsewhere opens nothing.
    const leads = !first?.elsewhere && !first?.action && pages.some(page => linkTo(page))
    expect(opened.map(pageOf)).toEqual(leads ? [expect.not.stringMatching(/other|elsewhere/)] : [])
  })

  const keysPage = 'https://platform.openai.com/api-keys'
  test.each<[string, typeof tabs, number | null, string[]]>([
    ['no tab of the platform is open', [], null, [keysPage]],
    ['one is open behind another tab', [{ tabId: 7, url: `${keysPage}?a=b`, windowId: 1 }], null, ['show 7']],
    ['one is open in another window', [{ tabId: 7, url: keysPage, windowId: 2 }], null, [keysPage]],
    [
      'the person is on another page of the platform: it is left as it is',
      [{ tabId: 7, url: 'https://platform.openai.com/settings/organization/limits', windowId: 1 }],
      7,
      [keysPage],
    ],
    ['the person is there', [{ tabId: 7, url: keysPage, windowId: 1 }], 7, []],
    [
      'the person is on a page nobody knows: it may be the one',
      [{ tabId: 7, url: 'https://platform.openai.com/new/credentials', windowId: 1 }],
      7,
      [],
    ],
  ])('%s', async (_, open, front, expected) => {
    tabs = open
    active = front
    await session.set('vault', { status: 'unlocked' } as never)
    await life().handlers['screen.startGuide']({ guide: 'create-key' }, from)
    expect(opened).toEqual(expected)
  })

  test('without a vault the vault is made first', async () => {
    await session.set('vault', { status: 'none' } as never)
    await life().handlers['screen.startGuide']({ guide: 'create-key' }, from)
    expect(opened).toEqual([])
    expect((await shown()).step).toBe('vault')
  })

  test('a notification whose guide has no page opens the key', async () => {
    await session.set('vault', { status: 'locked' } as never)
    await life().startFromNotification('fix-not-working', 'k1')
    expect(opened).toEqual(['dashboard#keys/k1'])
  })

  test('a link off the platform, or into its old documentation, never replaces its page', async () => {
    tabs = [{ tabId: 7, url: keysPage, windowId: 1 }]
    active = 7
    const outside = guides.flatMap(({ id, steps }) =>
      steps.flatMap(({ link }) => (link ? [[id, link.url] as const] : [])),
    )
    expect(outside.length).toBeGreaterThan(5)
    const service = life()
    for (const [guide, url] of outside.filter(([, url]) => ['other', 'elsewhere'].includes(pageOf(url)))) {
      await service.handlers['screen.startGuide']({ guide }, from)
      opened = []
      await session.set('tour', { ...(await shown()), link: { url, label: 'More' } })
      await service.handlers['screen.guideAct']({ act: 'go' }, from)
      expect(opened).toEqual([url])
    }
  })
})

/** Every cause that some guide has steps for. */
const pairs = guides.flatMap(guide => {
  const causes = guide.steps.flatMap(({ only }) => causesOf(only))
  return [...new Set(causes)].map(cause => ({ guide: guide.id, cause }))
})
const stepsFor = ({ guide, cause }: (typeof pairs)[number]) =>
  (guides.find(({ id }) => id === guide)?.steps ?? [])
    .filter(({ only }) => causesOf(only).includes(cause))
    .map(({ id }) => id)

/** Each cause with the guide that its words name: what a person presses who is told of it. */
const named = (Object.keys(outcomes) as Cause[]).flatMap(cause => {
  const [, , , guide] = entries[cause]
  return guide === undefined ? [] : [{ guide, cause }]
})

type Start = [string, (pair: (typeof pairs)[number]) => Promise<unknown>]
const starts: Start[] = [
  [
    'an explained error, without a vault',
    async ({ guide, cause }) => {
      await session.set('vault', { status: 'none' } as never)
      return life().handlers['screen.startGuide']({ guide, cause }, from)
    },
  ],
  [
    'a call that failed, though the last check was fine',
    async ({ guide, cause }) => {
      await keep('rate_limited', now - 1)
      return life().handlers['screen.startGuide']({ guide, cause, keyId: 'k1' }, from)
    },
  ],
  [
    'a notification, while locked: the key is tested after the unlock, and the answer counts',
    async ({ guide, cause }) => {
      await session.set('vault', { status: 'locked' } as never)
      const service = life()
      await service.startFromNotification(guide, 'k1')
      const others = pairs.filter(pair => pair.guide === guide).flatMap(stepsFor)
      expect((await titles()).filter(id => others.includes(id))).toEqual([])
      await keep('rate_limited', now - 86_400_000)
      tested = []
      await service.unlocked()
      expect(tested).toEqual(pairs.some(pair => pair.guide === guide) ? ['k1'] : [])
      await keep(cause, now + 1)
      return service.worldChanged()
    },
  ],
  [
    'the verdict of a check just made',
    async ({ guide, cause }) => {
      await keep(cause, now - 1)
      return life().handlers['screen.startGuide']({ guide, keyId: 'k1' }, from)
    },
  ],
  [
    'an old verdict: the key is tested, and the answer counts',
    async ({ guide, cause }) => {
      await keep('rate_limited', now - 86_400_000)
      const service = life()
      await service.handlers['screen.startGuide']({ guide, keyId: 'k1' }, from)
      // Who walks through a guide that tells no causes apart needs no test for it.
      expect(tested).toEqual(pairs.some(pair => pair.guide === guide) ? ['k1'] : [])
      await keep(cause, now + 1)
      return service.worldChanged()
    },
  ],
]

describe('why it was begun', () => {
  test('there are enough causes to tell of', () => {
    expect(pairs.length).toBeGreaterThan(25)
    expect(named.length).toBeGreaterThan(20)
  })

  test('a cause that a guide is named for has steps in it, where the guide tells causes apart', () => {
    for (const { guide, cause } of named) {
      const tellsApart = pairs.some(pair => pair.guide === guide)
      if (tellsApart) expect(stepsFor({ guide, cause }), `${guide}: ${cause}`).not.toEqual([])
    }
  })

  describe.each(starts)('%s', (_, begin) => {
    test.each(pairs)('$guide: $cause', async pair => {
      await begin(pair)
      expect(await titles()).toEqual(expect.arrayContaining(stepsFor(pair)))
      expect((await shown()).kind).not.toBe('receipt')
    })

    test.each(named)('the guide that is named for $cause: $guide', async pair => {
      await begin(pair)
      expect((await shown()).guide).toBe(pair.guide)
      expect(await titles()).toEqual(expect.arrayContaining(stepsFor(pair)))
      expect((await shown()).kind).not.toBe('receipt')
      // Of the other causes no step is among them.
      const others = pairs.filter(({ guide, cause }) => guide === pair.guide && cause !== pair.cause)
      const foreign = others.flatMap(stepsFor).filter(id => !stepsFor(pair).includes(id))
      expect((await titles()).filter(id => foreign.includes(id))).toEqual([])
    })
  })

  test('what was fine before the call failed does not end the guide; an answer after it does', async () => {
    await keep('ok', now - 1)
    const service = life()
    await service.handlers['screen.startGuide'](
      { guide: 'fix-not-working', keyId: 'k1', cause: 'invalid_key' },
      from,
    )
    for (let press = 0; press < 20; press++) {
      now += 1_000
      await service.handlers['screen.guideAct']({ act: 'done' }, from)
    }
    expect((await shown()).step).toBe('test')
    await keep('ok', now + 1)
    await service.worldChanged()
    expect((await shown()).kind).toBe('receipt')
  })

  test('credit that came ten minutes ago and a key that still has none: a new key is offered, and not before', async () => {
    await keep('no_credit', now - 1)
    const service = life()
    await service.handlers['screen.startGuide']({ guide: 'fix-billing', keyId: 'k1' }, from)
    for (let press = 0; press < 20 && (await shown()).step !== 'test'; press++)
      await service.handlers['screen.guideAct']({ act: 'done' }, from)
    const tests = async (cause: Cause, after: number) => {
      now += after
      await keep(cause, now)
      await service.worldChanged()
    }
    await tests('no_credit', 60_000)
    expect((await shown()).fix).toBeUndefined()
    // Ten minutes that nobody tested in tell nothing.
    now += 600_000
    await service.worldChanged()
    expect((await shown()).fix).toBeUndefined()
    await tests('no_credit', 1_000)
    expect(await shown()).toMatchObject({
      fix: 'create-key',
      sentence: expect.stringContaining('ten minutes'),
    })
    await service.handlers['screen.guideAct']({ act: 'fix' }, from)
    expect((await shown()).guide).toBe('create-key')
  })

  test('where a limit was reached no new key is offered: it would meet the same limit', async () => {
    await keep('spend_limit', now - 1)
    const service = life()
    await service.handlers['screen.startGuide']({ guide: 'fix-billing', keyId: 'k1' }, from)
    for (let press = 0; press < 20 && (await shown()).step !== 'test'; press++)
      await service.handlers['screen.guideAct']({ act: 'done' }, from)
    now += 900_000
    await keep('spend_limit', now)
    await service.worldChanged()
    expect(await shown()).toMatchObject({ step: 'test' })
    expect((await shown()).fix).toBeUndefined()
  })

  test('a name that is no cause counts for nothing', async () => {
    await keep('no_credit', now - 1)
    await life().handlers['screen.startGuide']({ guide: 'fix-billing', keyId: 'k1', cause: 'toString' }, from)
    expect(await titles()).toContain('pay')
  })
})

describe('which key', () => {
  test.each<[string, string, string | undefined, boolean]>([
    ['is asked where a guide about a key is begun without one', 'revoke-key', undefined, true],
    ['is known where it was begun from a key', 'revoke-key', 'k1', false],
    ['is not asked where none is meant', 'create-project', undefined, false],
  ])('%s', async (_, guide, keyId, isAsked) => {
    await keep('ok', now)
    await life().handlers['screen.startGuide']({ guide, ...(keyId && { keyId }) }, from)
    expect((await shown()).asksKey === true).toBe(isAsked)
  })

  test.each(guides.filter(guide => guide.prerequisites).map(guide => [guide.id, guide] as const))(
    'what has to be so is said at the first step of %s, and the key asked for, with the vault open and the page in front',
    async (id, guide) => {
      await session.set('vault', { status: 'unlocked' } as never)
      tabs = [{ tabId: 7, url: 'https://platform.openai.com/api-keys', windowId: 1 }]
      active = 7
      await life().handlers['screen.startGuide']({ guide: id }, from)
      expect((await shown()).prerequisites).toEqual(guide.prerequisites)
      expect((await shown()).asksKey === true).toBe(isAboutKey(guide))
    },
  )

  test('and what has to be so is said before the first step, and not after it', async () => {
    const service = life()
    await service.handlers['screen.startGuide']({ guide: 'fix-rate-limit' }, from)
    expect((await shown()).prerequisites).toHaveLength(2)
    await service.handlers['screen.guideAct']({ act: 'done' }, from)
    expect((await shown()).prerequisites).toBeUndefined()
  })
})
