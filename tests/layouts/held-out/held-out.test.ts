/** The held-out set itself: it repeats by seed, its pages are whole, and it gives nothing away. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { Script } from 'node:vm'
import { describe, expect, test } from 'vitest'
import { drawPlan } from './draw.ts'
import { heldOut, type Layout, truthFunctions } from './layouts.ts'
import { containers, distractions, keyForms, keyPlaces, situations, tasks } from './plan.ts'
import { allWordings } from './words.ts'

const seed = 20261117
const layouts = heldOut(seed, 260)
const plans = layouts.map(({ index, task }) => drawPlan(seed, index, task))

/** `sk-` and enough behind it to be taken for a key by somebody. */
const keyLike = /sk-[A-Za-z0-9_-]{20,}/

describe('drawing', () => {
  test('the same seed draws the same pages, and a longer set begins with the shorter one', () => {
    const again = heldOut(seed, 20)
    expect(again.map(face)).toEqual(layouts.slice(0, 20).map(face))
    expect(again.map(layout => layout.render())).toEqual(layouts.slice(0, 20).map(layout => layout.render()))
  })

  test('another seed draws others', () => {
    const others = heldOut(seed + 1, 20).map(layout => layout.describe)
    expect(layouts.slice(0, 20).filter(layout => others.includes(layout.describe))).toEqual([])
  })

  test('every task comes in each round of 26', () => {
    for (let first = 0; first < layouts.length; first += 26)
      expect(new Set(layouts.slice(first, first + 26).map(layout => layout.task))).toEqual(new Set(tasks))
  })

  test('everything that can be drawn is drawn', () => {
    const drawn = (read: (plan: (typeof plans)[number]) => string | string[]) => new Set(plans.flatMap(read))
    expect(drawn(plan => plan.container)).toEqual(new Set(containers))
    expect(drawn(plan => plan.reveal.form)).toEqual(new Set(keyForms))
    expect(drawn(plan => plan.reveal.place)).toEqual(new Set(keyPlaces))
    expect(drawn(plan => plan.distractions)).toEqual(new Set(distractions))
    expect(drawn(plan => plan.situation)).toEqual(new Set(situations))
    expect(drawn(plan => plan.language)).toEqual(new Set(['en', 'de', 'fr', 'es', 'ja']))
  })

  test('a walk that ends a key brings the key, in the form that the list shows', () => {
    for (const { given, rows, task } of plans.filter(plan => /revoke|rotate|compromised/.test(plan.task))) {
      const row = rows.keys.find(key => key.id === given.key?.trackingId)
      expect(row, task).toMatchObject({ name: given.key?.name, lastFour: given.key?.lastFour })
      expect(given.key?.full.endsWith(row?.lastFour ?? '?')).toBe(true)
      expect(new Set(rows.keys.map(key => key.id)).size).toBe(rows.keys.length)
    }
  })
})

describe('pages', () => {
  test.each(layouts.slice(0, 40))('$id is a whole page of its own', layout => {
    const page = layout.render()
    expect(unbalanced(page)).toEqual([])
    expect(page).toMatch(/^<!doctype html>\n<html lang="[a-z]{2}"/)
    expect(() => new Script(scriptIn(page))).not.toThrow()
    expect(page.match(/\b(?:src|href)\s*=\s*["']?https?:/g)).toBeNull()
    expect(scriptIn(page)).not.toMatch(/^(?:import|export) /m)
  })

  test('addresses are paths, and the start is among those that are served', () => {
    for (const { address, paths, alsoOpen } of layouts) {
      expect(paths).toContain(address)
      for (const path of [...paths, ...alsoOpen]) expect(path).toMatch(/^\/[a-zA-Z0-9/_-]+$/)
    }
  })

  test('nothing in names, words, addresses or source looks like a key', () => {
    for (const layout of layouts) {
      expect(
        [layout.id, layout.describe, layout.given.name, layout.given.key?.name, ...layout.paths].join(' '),
      ).not.toMatch(keyLike)
      expect(layout.render(), layout.id).not.toMatch(keyLike)
    }
    expect(allWordings().join(' ')).not.toMatch(/sk-/)
  })

  test('no word is empty', () => {
    expect(allWordings().filter(word => word.trim() === '')).toEqual([])
  })
})

describe('truth', () => {
  test('the page’s judge has every function that is promised', async () => {
    const truth = await createTruth()
    expect(Object.keys(truth).sort()).toEqual([...truthFunctions].sort())
    for (const name of truthFunctions) expect(truth[name], name).toBeTypeOf('function')
    expect(new Set(layouts.flatMap(layout => layout.truth.functions))).toEqual(new Set(truthFunctions))
    expect(scriptIn(layouts[0]?.render() ?? '')).toContain('window.__truth = judge.truth')
  })

  test('every part of the page script is in the page', () => {
    const page = layouts[0]?.render() ?? ''
    for (const name of readdirSync(join(import.meta.dirname, 'page')))
      expect(page, name).toContain(firstLine(join(import.meta.dirname, 'page', name)))
  })
})

function face({ render: _, ...rest }: Layout) {
  return rest
}

function scriptIn(page: string): string {
  return /<script>\n([\s\S]*?)\n<\/script>/.exec(page)?.[1] ?? ''
}

/** Tags that are opened and not closed, or the other way round. */
function unbalanced(page: string): string[] {
  const open: string[] = []
  const wrong: string[] = []
  const empty = new Set(['meta', 'link'])
  for (const [, slash, name = ''] of page
    .replace(/<script>[\s\S]*?<\/script>/, '<script></script>')
    .matchAll(/<(\/?)([a-z]+)/g)) {
    if (slash) {
      if (open.pop() !== name) wrong.push(name)
    } else if (!empty.has(name)) open.push(name)
  }
  return [...wrong, ...open]
}

/** The judge runs in pages; here it is only looked at. */
async function createTruth(): Promise<Record<string, unknown>> {
  const module: unknown = await import(pathToFileURL(join(import.meta.dirname, 'page', 'truth.js')).href)
  if (typeof module !== 'object' || module === null || !('createTruth' in module))
    throw new Error('No createTruth.')
  const { createTruth: create } = module
  if (typeof create !== 'function') throw new Error('createTruth cannot be called.')
  const made: { truth: Record<string, unknown> } = create({
    order: [],
    decoys: () => [],
    readKeys: () => [],
    readHappened: () => ({}),
    isReached: () => false,
    isKeyInSight: () => false,
    isBusy: () => false,
  })
  return made.truth
}

function firstLine(path: string): string {
  return readFileSync(path, 'utf8').split('\n')[0] ?? ''
}
