/** What a page may ask for in the person's name: each act on each kind of view, and each count at its last and its first too many. */
import { describe, expect, test } from 'vitest'
import { costOf, countCost, createPageRate, isOffered } from '../../../src/features/guide/core/page-rights.ts'
import type { TourView } from '../../../src/features/guide/core/tour.ts'
import type { GuideAct } from '../../../src/protocol/messages.ts'

const acts = [
  'start',
  'stop',
  'back',
  'skip',
  'done',
  'do',
  'go',
  'fix',
  'choose',
  'open-panel',
  'report',
  'not-again',
  'off-for-site',
] as const satisfies GuideAct['act'][]
const viewOf = (parts: object): TourView =>
  ({ kind: 'step', can: { back: false, skip: false, showMe: false }, ...parts }) as unknown as TourView
const can = (what: object) => ({ can: { back: false, skip: false, showMe: false, ...what } })
const always = ['open-panel', 'report', 'not-again']
const choice = { choice: { id: 'needs', options: [{ id: 'all' }, { id: 'chat' }] } }
const link = (url: string) => ({ link: { url, label: 'There' } })

describe('a page may ask for what the view offers, and for nothing else', () => {
  test.each<[string, TourView | null, string[], option?: string]>([
    ['no guide', null, ['start']],
    ['a step that offers nothing', viewOf({}), ['stop']],
    ['a step that can be gone back from', viewOf(can({ back: true })), ['stop', 'back']],
    ['a step that can be skipped', viewOf(can({ skip: true })), ['stop', 'skip']],
    [
      'what comes in the way, which may be none',
      viewOf({ kind: 'detour', ...can({ skip: true }) }),
      ['stop', 'skip'],
    ],
    ['a step with a button', viewOf({ button: 'I have done this' }), ['stop', 'done']],
    ['a step that does something', viewOf({ action: 'test' }), ['stop', 'do']],
    ['a step with a link', viewOf(link('https://help.openai.com/')), ['stop', 'go']],
    ['a detour that another guide mends', viewOf({ kind: 'detour', fix: 'fix-billing' }), ['stop', 'fix']],
    ['a choice, one of its options', viewOf(choice), ['stop', 'choose'], 'chat'],
    ['a choice, an option that it has not', viewOf(choice), ['stop'], 'constructor'],
    ['a choice, no option', viewOf(choice), ['stop']],
    ['an option without a choice', viewOf({}), ['stop'], 'chat'],
    ['the end', viewOf({ kind: 'receipt' }), ['start', 'stop']],
  ])('%s', (_, view, offered, option) => {
    const may = acts.filter(act => isOffered(view, { act, ...(option !== undefined && { option }) }))
    expect(may.sort()).toEqual([...offered, ...always].sort())
  })
})

test('what opens a page or has a provider asked is counted, and nothing else', () => {
  const platform = link('https://platform.openai.com/api-keys')
  const cases: [GuideAct['act'], TourView | null, ReturnType<typeof costOf>][] = [
    ...(['vault', 'copy', 'first-call', 'put-in-project'] as const).map(
      action => ['do', viewOf({ action }), 'pageTabs'] as [GuideAct['act'], TourView, 'pageTabs'],
    ),
    ['do', viewOf({ action: 'test' }), 'pageChecks'],
    ['do', viewOf({ action: 'ask-rights' }), 'pageChecks'],
    ['do', viewOf({ action: 'save-key' }), undefined],
    ['do', viewOf({}), undefined],
    ['do', null, undefined],
    ['go', viewOf(link('https://help.openai.com/')), 'pageTabs'],
    ['go', viewOf(platform), undefined],
    ['go', viewOf({}), 'pageTabs'],
    ['go', null, 'pageTabs'],
    ['done', viewOf({ action: 'test', ...link('https://help.openai.com/') }), undefined],
    ['back', viewOf({ action: 'copy' }), undefined],
  ]
  for (const [act, view, cost] of cases) expect(costOf(view, { act }), JSON.stringify([act, view])).toBe(cost)
})

test.each([
  ['pageTabs', 6],
  ['pageChecks', 20],
] as const)('%s: %i within ten minutes', (cost, most) => {
  const now = 1_000_000_000
  const tenMinutes = 600_000
  let times: number[] = []
  for (let count = 0; count < most; count++) {
    const next = countCost(cost, times, now + count)
    expect(next).toEqual([...times, now + count])
    times = next ?? []
  }
  expect(countCost(cost, times, now + most)).toBeNull()
  // The first one is too old by then; what is of a time to come is from before the clock was put back.
  expect(countCost(cost, times, now + tenMinutes - 1)).toBeNull()
  expect(countCost(cost, times, now + tenMinutes)).toEqual([...times.slice(1), now + tenMinutes])
  expect(countCost(cost, times, now - 1)).toEqual([now - 1])
  expect(countCost(cost, [now], now)).toEqual([now, now])
})

describe('messages', () => {
  test.each([
    ['hello', 30],
    ['act', 20],
    ['offerKey', 10],
    ['showMe', 5],
    ['loadTaught', 10],
  ] as const)('%s: %i within ten seconds of one tab', (kind, most) => {
    let now = 1_000_000_000
    const may = createPageRate(() => now)
    for (let count = 0; count < most; count++) expect(may(1, kind), String(count)).toBe(true)
    expect(may(1, kind)).toBe(false)
    expect(may(2, kind)).toBe(true)
    now += 9_999
    expect(may(1, kind)).toBe(false)
    now += 1
    expect(may(1, kind)).toBe(true)
    // A clock that was put back forgets nothing that is near.
    now -= 9_999
    for (let count = 1; count < most; count++) may(1, kind)
    expect(may(1, kind)).toBe(false)
  })

  test('of a thousand tabs make room for none of the first', () => {
    const may = createPageRate(() => 1_000)
    for (let count = 0; count < 5; count++) may(1, 'showMe')
    for (let tab = 2; tab < 1_000; tab++) may(tab, 'showMe')
    expect(may(1, 'showMe')).toBe(false)
  })

  test('of one kind take nothing from another', () => {
    const may = createPageRate(() => 1_000)
    for (let count = 0; count < 5; count++) may(1, 'showMe')
    expect([may(1, 'showMe'), may(1, 'act'), may(1, 'offerKey')]).toEqual([false, true, true])
  })

  test('keys are offered 30 times in ten minutes, however slowly', () => {
    let now = 1_000_000_000
    const may = createPageRate(() => now)
    for (let count = 0; count < 30; count++) {
      expect(may(1, 'offerKey'), String(count)).toBe(true)
      now += 1_500
    }
    now += 20_000
    expect(may(1, 'offerKey')).toBe(false)
    now = 1_000_000_000 + 599_999
    expect(may(1, 'offerKey')).toBe(false)
    now += 1
    expect(may(1, 'offerKey')).toBe(true)
    // Other messages have no such bound.
    for (let count = 0; count < 60; count++) {
      now += 1_500
      expect(may(1, 'act'), String(count)).toBe(true)
    }
  })
})
