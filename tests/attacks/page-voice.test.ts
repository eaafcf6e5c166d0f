/** A content script that somebody else drives speaks as the person's press on the card: what it can make of that. */
import { beforeEach, describe, expect, test } from 'vitest'
import { cardWords } from '../../src/features/guide/core/card-words.ts'
import { pageWords } from '../../src/features/guide/core/page-words.ts'
import { createGuideService } from '../../src/features/guide/worker/service.ts'
import { defineGuide } from '../../src/guides/define-guide.ts'
import type { Guide } from '../../src/guides/guide.ts'
import { accept } from '../../src/protocol/accept.ts'
import type { GuideAct, Request, Sender } from '../../src/protocol/messages.ts'
import type { LocalItems, SessionItems } from '../../src/protocol/storage-keys.ts'
import { items } from '../features/copy/copy-world.ts'
import { keysPage, missing, page, small } from '../features/guide/guide-world.ts'
import { samples } from '../protocol/message-table.ts'
import { own, senders } from '../protocol/sender-cases.ts'
import { report, tries } from './outcome.ts'

const leads: Guide = defineGuide({
  ...small,
  id: 'leads',
  steps: [
    {
      id: 'vault',
      title: 'The vault',
      words: { do: 'Open it.' },
      action: 'vault',
      link: { url: 'https://help.openai.com/', label: 'Help' },
      done: { vault: ['damaged'] },
      // No word ends it, so none is offered.
      proof: true,
    },
  ],
})

const page1: Sender = { kind: 'page', url: keysPage, tabId: 1 }
const screen: Sender = { kind: 'screen', url: 'chrome-extension://k/src/entries/panel/panel.html' }

function createWorld() {
  let now = 5_000
  const local = items<LocalItems>()
  const session = items<SessionItems>()
  const tabs: string[] = []
  const service = createGuideService({
    now: () => now,
    readGuide: async id => JSON.parse(JSON.stringify({ small, leads }[id] ?? null)) as Guide | null,
    readCardWords: async () => ({ ...cardWords, direction: 'ltr', style: '', pageWords }),
    local,
    session,
    push: () => undefined,
    platformTabs: async () => [{ tabId: 1, url: keysPage }],
    activePlatformTab: async () => ({ tabId: 1, url: keysPage }),
    changeSettings: async patch =>
      local.set('settings', {
        offerDeclined: false,
        siteOff: false,
        ...(await local.get('settings')),
        ...patch,
      }),
    askForShowMe: () => undefined,
    loadTaught: async () => undefined,
    openPanel: () => undefined,
    goTo: () => undefined,
    openTab: url => void tabs.push(url),
    showTab: tabId => void tabs.push(String(tabId)),
    frontWindow: async () => 1,
    openScreen: name => void tabs.push(name),
    askRights: async () => ({ ok: true }),
    takeKey: async () => ({ ok: true }),
    fixGuideOf: async () => undefined,
    test: () => undefined,
  })
  return {
    local,
    session,
    tabs,
    service,
    wait: (milliseconds: number) => {
      now += milliseconds
    },
    act: (request: GuideAct) => service.handlers['page.act'](request, page1),
    start: (guide: string) => service.handlers['screen.startGuide']({ guide }, screen),
  }
}

let world = createWorld()
beforeEach(() => {
  world = createWorld()
})

test('tabs: hundreds of presses in half an hour open a few, and the panel’s own button still opens one', async () => {
  let landed = 0
  let landedWithoutGuard = 0
  const rounds = tries(3, 3)
  for (let round = 0; round < rounds; round++) {
    world = createWorld()
    await world.start('leads')
    for (let at = 0; at < 80; at++) {
      await world.act({ act: at % 2 ? 'do' : 'go' })
      world.wait(20_000)
    }
    // Six in any ten minutes.
    if (world.tabs.length > 18) landed++
    const before = world.tabs.length
    await world.service.handlers['screen.guideAct']({ act: 'do' }, screen)
    expect(world.tabs).toHaveLength(before + 1)
    // The same acts on the road that is not bounded.
    for (let at = 0; at < 40; at++) await world.service.handlers['screen.guideAct']({ act: 'do' }, screen)
    if (world.tabs.length > before + 40) landedWithoutGuard++
  }
  report({
    attack: 'open tab after tab',
    attacker: 'compromised content script',
    asset: 'the person’s browser',
    tries: rounds,
    landed,
    control: { tries: rounds, landed: landedWithoutGuard },
  })
})

test('only what the step offers is done', async () => {
  await world.start('leads')
  const answers = await Promise.all(
    (['back', 'done', 'fix', 'choose', 'restart', 'start', 'off-for-site'] as const).map(act =>
      world.act({ act, option: 'leads' }),
    ),
  )
  expect(answers.map(answer => answer.ok || answer.code)).toEqual(Array(7).fill('not_offered'))
  expect(await world.local.get('settings')).toBeUndefined()
  await world.act({ act: 'stop' })
  // Nobody offered that guide.
  expect(await world.act({ act: 'start', option: 'leads' })).toMatchObject({ code: 'not_offered' })
})

test('what lasts is not written by a page: declined for good, off for the site, a false target', async () => {
  let landed = 0
  let landedWithoutGuard = 0
  const rounds = tries(3, 3)
  for (let round = 0; round < rounds; round++) {
    world = createWorld()
    await world.start('small')
    await world.service.handlers['page.facts'](
      { guide: 'small', step: 'open', facts: page({ elements: { opener: missing } }) },
      page1,
    )
    await world.act({ act: 'not-again' })
    await world.act({ act: 'off-for-site' })
    const false_ = { guide: 'small', target: 'opener', description: { role: 'link', names: ['Delete all'] } }
    await world.service.handlers['page.showMe'](false_, page1)
    const lasting = async () => [await world.local.get('settings'), await world.local.get('shown')]
    if ((await lasting()).some(one => one !== undefined)) landed++
    // Each of them can be declined in a screen of ours, and then leaves nothing.
    for (const { what, name } of (await world.session.get('pageAsks')) ?? [])
      await world.service.handlers['screen.answerAsk']({ what, name, yes: false }, screen)
    expect([await lasting(), await world.session.get('pageAsks')]).toEqual([[undefined, undefined], []])
    // The same with the person's word: it lasts.
    await world.act({ act: 'not-again' })
    await world.service.handlers['screen.answerAsk']({ what: 'not-again', name: '', yes: true }, screen)
    if ((await lasting())[0] !== undefined) landedWithoutGuard++
  }
  report({
    attack: 'write lasting choices and targets in the person’s name',
    attacker: 'compromised content script',
    asset: 'settings and remembered targets',
    tries: rounds,
    landed,
    control: { tries: rounds, landed: landedWithoutGuard },
  })
})

describe('size and rate', () => {
  const of = (name: string, payload: unknown) =>
    accept({ name, payload }, senders['content script'][0] ?? {}, own)
  const facts = samples['page.facts'] as Request<'page.facts'>
  const deep = (depth: number): unknown => (depth === 0 ? 1 : { a: deep(depth - 1) })
  const big: [string, string, unknown][] = [
    [
      'a description of 20 MB',
      'page.showMe',
      { guide: 'a', target: 'b', description: { role: 'x'.repeat(20_000_000) } },
    ],
    [
      'a description of many fields',
      'page.showMe',
      {
        guide: 'a',
        target: 'b',
        description: Object.fromEntries(Array.from({ length: 50_000 }, (_, at) => [`f${at}`, at])),
      },
    ],
    [
      'a description without a floor',
      'page.showMe',
      { guide: 'a', target: 'b', description: { a: deep(5_000) } },
    ],
    [
      'facts of fifty thousand elements',
      'page.facts',
      {
        ...facts,
        facts: {
          ...facts.facts,
          elements: Object.fromEntries(
            Array.from({ length: 50_000 }, (_, at) => [`e${at}`, { status: 'found' }]),
          ),
        },
      },
    ],
    [
      'facts of 201 elements',
      'page.facts',
      {
        ...facts,
        facts: {
          ...facts.facts,
          elements: Object.fromEntries(
            Array.from({ length: 201 }, (_, at) => [`e${at}`, { status: 'found' }]),
          ),
        },
      },
    ],
    ['an offer with something in it', 'page.offerKey', { text: 'x'.repeat(20_000_000) }],
  ]
  test.each(big)('%s is not heard', (_, name, payload) => {
    expect(of(name, payload)).toBeNull()
  })

  test('an honest page is heard, with two hundred elements and long texts', () => {
    const elements = Object.fromEntries(
      Array.from({ length: 200 }, (_, at) => [`e${at}`, { status: 'found', focused: true }]),
    )
    expect(
      of('page.facts', {
        ...facts,
        facts: { ...facts.facts, elements, texts: Array(100).fill('x'.repeat(290)) },
      }),
    ).not.toBeNull()
  })

  test('of a thousand facts at once only the newest is worked through', async () => {
    await world.start('small')
    let written = 0
    const { set } = world.session
    world.session.set = async (name, value) => {
      if (name === 'tourPage') written++
      return set(name, value)
    }
    await Promise.all(
      Array.from({ length: 1_000 }, (_, at) =>
        world.service.handlers['page.facts'](
          { guide: 'small', step: 'open', facts: page({ texts: [`${at}`] }) },
          page1,
        ),
      ),
    )
    expect(written).toBeLessThan(5)
    expect((await world.session.get('tourPage'))?.facts.texts).toEqual(['999'])
  })

  test('a hundred presses in a second are not presses', async () => {
    await world.start('small')
    const answers = await Promise.all(Array.from({ length: 100 }, () => world.act({ act: 'skip' })))
    expect(answers.filter(answer => answer.ok).length).toBeLessThanOrEqual(20)
    world.wait(11_000)
    expect((await world.act({ act: 'stop' })).ok).toBe(true)
  })
})
