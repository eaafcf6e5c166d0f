/** Every guide read as data: nothing promised that is not there, nothing too long to read, no condition that nobody can see. */
import { readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { cardWords } from '../../src/features/guide/core/card-words.ts'
import { keyPlaceholder } from '../../src/features/guide/core/fill-words.ts'
import { begin, stepsFor } from '../../src/features/guide/core/follow.ts'
import { pages } from '../../src/features/guide/core/platform-pages.ts'
import { viewOf } from '../../src/features/guide/core/view.ts'
import type { Condition, Guide, Words } from '../../src/guides/guide.ts'
import { guides } from '../../src/guides/index.ts'

const notGuides = [
  'guide.ts',
  'index.ts',
  'targets.ts',
  'detours.ts',
  'steps.ts',
  'permission-rows.ts',
  'define-guide.ts',
  'concepts.ts',
  'prices-in-words.ts',
]
const files = readdirSync('src/guides')
  .filter(name => !notGuides.includes(name))
  .map(name => name.replace('.ts', ''))
const ids = guides.map(({ id }) => id)

/** The list that the two seed documents ask for. */
const asked = [
  'need-a-key',
  'create-account',
  'secure-account',
  'read-policy',
  'set-up-billing',
  'limit-spending',
  'give-to-app',
  'create-key',
  'restrict-key',
  'create-project',
  'project-key',
  'service-account-key',
  'keyless-ci',
  'monitor-usage',
  'spend-less',
  'rotate-key',
  'revoke-key',
  'key-compromised',
  'verify-organization',
  'stop-using',
  'fix-not-working',
  'fix-permission-denied',
  'fix-rate-limit',
  'fix-billing',
]

function* conditionsOf(condition: Condition): Generator<Condition> {
  yield condition
  if ('all' in condition) for (const each of condition.all) yield* conditionsOf(each)
  if ('any' in condition) for (const each of condition.any) yield* conditionsOf(each)
  if ('not' in condition) yield* conditionsOf(condition.not)
}

const allConditions = (guide: Guide): Condition[] =>
  [
    ...guide.steps.flatMap(step => [
      step.done,
      step.when,
      step.only,
      ...(step.blocked ?? []).map(b => b.when),
      step.late?.when,
    ]),
    ...guide.detours.map(detour => detour.when),
    ...guide.choices.map(choice => choice.only),
    ...guide.receipt.map(line => line.only),
  ]
    .filter(condition => condition !== undefined)
    .flatMap(condition => [...conditionsOf(condition)])

const allWords = (guide: Guide): [string, Words][] => [
  ...guide.steps.map((step): [string, Words] => [step.id, step.words]),
  ...guide.steps.flatMap((step): [string, Words][] =>
    step.lost ? [[`${step.id}-lost`, step.lost.words]] : [],
  ),
  ...guide.detours.map((detour): [string, Words] => [detour.id, detour.words]),
]

const targetsNamedBy = (condition: Condition): string[] =>
  (
    ['seen', 'gone', 'enabled', 'disabled', 'checked', 'unchecked', 'filled', 'empty', 'focused'] as const
  ).flatMap(kind => (kind in condition ? [String(condition[kind as keyof Condition])] : []))

describe('the list of guides', () => {
  it('names every file, and no guide twice', () => {
    expect([...ids].sort()).toEqual([...files].sort())
    expect(new Set(ids).size).toBe(ids.length)
  })

  it('has all that the seed documents ask for', () => {
    expect(asked.filter(id => !ids.includes(id))).toEqual([])
  })
})

it.each([
  // All that is left as it is stands in one list, with “All” in it.
  [undefined, []],
  ['unsure', []],
  ['chat', ['restricted', 'list-models', 'capabilities', 'responses', 'compare']],
  ['look', ['read-only', 'compare']],
])('create-key for “%s” advises the smallest permission that fits', (needs, wanted) => {
  const guide = guides.find(({ id }) => id === 'create-key')
  if (!guide) throw new Error('There is no such guide.')
  const progress = { ...begin(guide, 0), choices: needs ? { needs } : {} }
  const steps = stepsFor(guide, { facts: null, world: { vault: 'unlocked' }, progress }).map(({ id }) => id)
  const about = ['read-only', 'restricted', 'list-models', 'capabilities', 'responses', 'compare']
  expect(steps.filter(id => about.includes(id))).toEqual(wanted)
})

describe.each(guides.map(guide => [guide.id, guide] as const))('%s', (_, guide) => {
  it('says when it was checked, where it comes from, for which layouts and how long it takes', () => {
    expect(guide.checked).toMatch(/^\d{4}-\d{2}-\d{2}$/)
    expect(guide.sources.length).toBeGreaterThan(0)
    expect(guide.sources.filter(source => !/^(seed|facts): /.test(source))).toEqual([])
    expect(guide.eras).toContain('D')
    expect(guide.minutes).toBeGreaterThan(0)
    expect(guide.summary.length).toBeLessThanOrEqual(160)
    expect(guide.receipt.length).toBeGreaterThan(0)
  })

  it('says in each step what to do in at most 240 characters, and how to know that it worked', () => {
    for (const [id, words] of allWords(guide)) {
      expect(words.do.length, `${id}: say it in 240 characters`).toBeLessThanOrEqual(240)
      for (const text of Object.values(words)) {
        expect(text.length, `${id}: “${text.slice(0, 40)}…” is too long for a card`).toBeLessThanOrEqual(420)
        expect(text, `${id}: one blank between words, none at the ends`).toBe(text.trim().replace(/ +/g, ' '))
        expect(text, `${id}: quotes and apostrophes are curly in words for people`).not.toMatch(/\w'\w|"/)
      }
      expect(words.see?.startsWith('You see') ?? false, `${id}: the card writes “You see:” itself`).toBe(
        false,
      )
    }
    for (const step of guide.steps)
      expect(step.words.see, `${step.id}: say what the person will see`).toBeTruthy()
  })

  it('names each step once', () => {
    const steps = guide.steps.map(({ id }) => id)
    expect(steps.filter((id, at) => steps.indexOf(id) !== at)).toEqual([])
  })

  it('points only at targets it describes, each with a role and words to look for', () => {
    const named = [
      ...guide.steps.flatMap(step => [step.target, ...(step.via ?? [])]),
      ...guide.detours.map(detour => detour.target),
      ...allConditions(guide).flatMap(targetsNamedBy),
    ].filter(name => name !== undefined)
    expect(named.filter(name => !(name in guide.targets))).toEqual([])
    for (const [name, { is, look }] of Object.entries(guide.targets)) {
      expect(look.length, `${name}: say in words what to look for`).toBeGreaterThan(5)
      for (const one of Array.isArray(is) ? is : [is])
        expect(one.role, `${name}: give it a role`).toBeTruthy()
    }
  })

  it('asks only for pages, steps, choices and guides that exist', () => {
    const families = Object.keys(pages)
    for (const step of guide.steps) {
      expect(
        (step.page ?? []).filter(page => !families.includes(page)),
        step.id,
      ).toEqual([])
      if (step.lost) expect(guide.steps.map(({ id }) => id)).toContain(step.lost.to)
    }
    for (const condition of allConditions(guide)) {
      if ('page' in condition) expect(condition.page.filter(page => !families.includes(page))).toEqual([])
      if ('chosen' in condition) {
        const options =
          guide.choices.find(({ id }) => id === condition.chosen)?.options.map(({ id }) => id) ?? []
        expect(
          condition.is.filter(option => !options.includes(option)),
          `choice ${condition.chosen}`,
        ).toEqual([])
      }
    }
    const led = [
      ...guide.next,
      ...guide.detours.map(detour => detour.guide),
      ...guide.steps.flatMap(step => [
        step.lost?.guide,
        ...(step.blocked ?? []).map(blocked => blocked.guide),
        step.late?.guide,
      ]),
    ].filter(id => id !== undefined)
    expect(led.filter(id => !ids.includes(id))).toEqual([])
  })

  it('calls other guides by their titles', () => {
    const titles = guides.map(({ title }) => title)
    const named = [...JSON.stringify({ ...guide, searchWords: [] }).matchAll(/guides? “([^”]+)”/g)]
    expect(named.map(([, title]) => title).filter(title => !titles.includes(title ?? ''))).toEqual([])
  })

  it('asks for whole phrases: a word alone is found where the opposite is said', () => {
    const words = allConditions(guide).flatMap(condition => ('text' in condition ? condition.text : []))
    expect(words.filter(text => !text.includes(' '))).toEqual([])
  })

  it('uses placeholders that are known, and that have a value or a fallback', () => {
    const ofKeys = ['label', 'lastFour', 'trackingId', 'project', 'expires', 'oldLabel', 'oldLastFour']
    const filled = guide.choices.flatMap(({ options }) =>
      options.flatMap(({ fill }) => Object.keys(fill ?? {})),
    )
    const known = [...ofKeys, ...filled, ...guide.choices.map(({ id }) => `choice:${id}`)]
    // Asked first of all, of everybody, and set by every answer.
    const sure = guide.choices
      .filter(choice => choice.with === undefined && choice.only === undefined)
      .flatMap(({ id, options }) => [
        `choice:${id}`,
        ...Object.keys(options[0]?.fill ?? {}).filter(name => options.every(({ fill }) => fill?.[name])),
      ])
    const used = (texts: unknown) => [...JSON.stringify(texts).matchAll(/\{([\w:-]+)(\|?)[^}"]*\}/g)]
    for (const [whole, name] of used(guide)) expect(known, `${whole} is no placeholder`).toContain(name)
    const { summary, steps, detours, choices } = guide
    for (const [whole, name, bar] of used([summary, steps, detours, choices]))
      expect(
        bar === '|' || sure.includes(name ?? ''),
        `${whole} would be shown as “…”: give it a fallback`,
      ).toBe(true)
  })

  it('finds no row by what the vault knows: the worker says which of the rows that are told', () => {
    const described = JSON.stringify(Object.values(guide.targets).map(({ is }) => is))
    expect(described.match(keyPlaceholder) ?? []).toEqual([])
  })

  it('has something to say at its end to a person whose key it was not told', () => {
    const choices = Object.fromEntries(guide.choices.map(({ id, options }) => [id, options[0]?.id ?? '']))
    const progress = { ...begin(guide, 0), choices, ended: true as const }
    const { receipt } = viewOf(
      guide,
      { facts: null, world: { vault: 'unlocked' }, progress },
      { ...cardWords, direction: 'ltr' },
    )
    expect(receipt?.length).toBeGreaterThan(0)
  })

  it('shows its questions on steps that exist, so that an answer can be changed where it counts', () => {
    const steps = guide.steps.map(({ id }) => id)
    const shownOn = guide.choices.flatMap(choice => choice.with ?? [])
    expect(shownOn.filter(id => !steps.includes(id))).toEqual([])
  })

  it('lets every step that nothing on the page can finish be finished by the person', () => {
    for (const step of guide.steps) {
      if (step.elsewhere === undefined || step.elsewhere === 'your program') continue
      const said = [...conditionsOf(step.done)].some(condition => 'said' in condition)
      expect(said, `${step.id} happens where Keyway cannot see: let the person say that it is done`).toBe(
        true,
      )
    }
  })
})
