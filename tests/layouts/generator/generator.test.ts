/** The generator itself: it repeats by seed, draws everything it knows, and its pages are whole and give no key away. */
import { Script } from 'node:vm'
import { describe, expect, test } from 'vitest'
import { guides } from '../../../src/guides/index.ts'
import { drawPlan } from './draw.ts'
import { drawnLayouts } from './layouts.ts'
import {
  choices,
  containers,
  distractions,
  endings,
  habits,
  labellings,
  openers,
  orders,
  places,
  placesApart,
  pressables,
  reveals,
  situations,
  tasks,
} from './plan.ts'
import { allWords, languages } from './words.ts'

const seed = 20261121
const plans = Array.from({ length: 400 }, (_, index) => drawPlan(seed, index))
const layouts = drawnLayouts(seed, 60)

/** `sk-` and enough behind it to be taken for a key. */
const keyLike = /sk-[\w-]{20,}/

const scriptIn = (page: string): string => /<script>\n([\s\S]*)\n<\/script>/.exec(page)?.[1] ?? ''

describe('drawing', () => {
  test('the same seed draws the same pages, and a longer list begins with the shorter one', () => {
    const again = drawnLayouts(seed, 20)
    expect(again.map(one => one.render())).toEqual(layouts.slice(0, 20).map(one => one.render()))
  })

  test('another seed draws others', () => {
    const others = new Set(drawnLayouts(seed + 1, 60).map(one => one.describe))
    expect(layouts.filter(one => others.has(one.describe))).toEqual([])
  })

  test.each([
    ['container', containers, plans.map(plan => plan.container)],
    ['form of the key', reveals, plans.map(plan => plan.reveal.form)],
    ['place of the key', [...places, ...placesApart], plans.map(plan => plan.reveal.place)],
    ['order of several keys', orders, plans.map(plan => plan.reveal.order)],
    ['place of the question whether a key is to end', endings, plans.map(plan => plan.ending)],
    ['task', tasks, plans.map(plan => plan.task)],
    ['situation', situations, plans.map(plan => plan.situation)],
    ['distraction', distractions, plans.flatMap(plan => plan.distractions)],
    ['habit', habits, plans.flatMap(plan => plan.habits)],
    ['button', pressables, plans.map(plan => plan.pressable)],
    ['opener', openers, plans.map(plan => plan.opener)],
    ['labelling', labellings, plans.map(plan => plan.labelling)],
    ['language', languages, plans.map(plan => plan.language)],
    [
      'widget of a choice',
      choices,
      plans
        .flatMap(plan => plan.stages)
        .flatMap(stage => ('fields' in stage ? stage.fields : []))
        .filter(field => field.options.length > 0)
        .map(field => field.widget),
    ],
  ])('every %s is drawn', (_, all, drawn) => {
    expect(new Set<string>(drawn)).toEqual(new Set<string>(all))
  })

  // Where one of them is drawn another way whenever the other is there, a fault of the two together is never walked.
  test('no container is without any place of the key, any place without any order, any container without any ending', {
    tags: 'slow',
  }, () => {
    const some = Array.from({ length: 2_500 }, (_, index) => drawPlan(seed + 7, index))
    const pairs = new Set(
      some.flatMap(({ container, ending, reveal: { place, order } }) => [
        `${container}, key in ${place}`,
        `key in ${place}, ${order}`,
        `${container}, ending in ${ending}`,
      ]),
    )
    const all = [...places, ...placesApart].flatMap(place => [
      ...containers.map(container => `${container}, key in ${place}`),
      ...orders.map(order => `key in ${place}, ${order}`),
    ])
    for (const container of containers)
      all.push(...endings.map(ending => `${container}, ending in ${ending}`))
    expect(all.filter(pair => !pairs.has(pair))).toEqual([])
  })

  test('some of the keys that are to end have a neighbour that ends in the same four characters', () => {
    const alike = plans.filter(
      ({ given, rows }) => rows.keys.filter(({ lastFour }) => lastFour === given.key?.lastFour).length > 1,
    )
    expect(alike.length).toBeGreaterThan(0)
    for (const { rows } of alike) expect(rows.keys.filter(({ id }) => id === rows.subject)).toHaveLength(1)
  })

  test('every task is a guide, and comes in each 24 layouts', () => {
    const ids = guides.map(({ id }) => id)
    expect(tasks.filter(task => !ids.includes(task))).toEqual([])
    expect(new Set(plans.slice(24, 48).map(plan => plan.task))).toEqual(new Set(tasks))
  })

  test('a walk that ends a key brings the key, and the list has its short form once', () => {
    for (const { given, rows } of plans.filter(plan => plan.given.key)) {
      expect(given.key?.full.endsWith(given.key.lastFour)).toBe(true)
      expect(rows.keys.filter(({ id }) => id === rows.subject)).toMatchObject([
        { lastFour: given.key?.lastFour },
      ])
    }
  })
})

describe('pages', () => {
  test('are whole, run by themselves and hold no key', () => {
    for (const layout of layouts) {
      const page = layout.render()
      expect(() => new Script(scriptIn(page)), layout.id).not.toThrow()
      expect(scriptIn(page)).not.toMatch(/^(?:import|export) /m)
      expect(page.match(/\b(?:src|href)\s*=\s*["']?https?:/g)).toBeNull()
      expect(page, layout.id).not.toMatch(keyLike)
    }
  })

  test('start at a path that they answer', () => {
    for (const { address, paths, alsoOpen } of layouts) {
      expect(paths).toContain(address)
      for (const path of [...paths, ...alsoOpen]) expect(path).toMatch(/^\/[\w/-]+$/)
    }
  })

  test('no word is empty', () => {
    expect(allWords().filter(word => word.trim() === '')).toEqual([])
  })
})
