// @vitest-environment happy-dom
/**
 * Organizations that nobody chose, at an API that fails, repeats itself and lacks rights: every figure on the page is held against a book that
 * is added up here, from what was put into the platform, without a look at Keyway. WORLDS=200 and SEED=n tell more and others.
 */
import { beforeEach, expect, it } from 'vitest'
import type { PartName } from '../../../src/features/organization/core/organization.ts'
import { organizationAsCsv } from '../../../src/features/organization/core/organization-csv.ts'
import { organizationRows } from '../../../src/features/organization/core/organization-rows.ts'
import OrganizationPage from '../../../src/features/organization/screen/organization-page.tsx'
import { followItems } from '../../../src/ui/use-session.ts'
import { session, worker } from '../../fake-browser.ts'
import { show, until } from '../../in-dom.ts'
import { newKey, newProject } from '../../practice/state.ts'
import { seeded } from '../../providers/random-keys.ts'
import { runs } from '../../runs.ts'
import { type Between, dayAgo, dayLength, organizationWorld } from './organization-world.ts'

await followItems(['rows', 'checks'])
const count = Number(process.env.WORLDS ?? runs(12))
const seed = process.env.SEED ?? '1'

type Line = { day: string; key: string; project: string; dollars: number; requests: number }

function worldOf(number: number) {
  const random = seeded(`fresh worlds ${seed} ${number}`)
  const below = (most: number) => Math.floor(random() * most)
  const pick = <T,>(...all: T[]): T => all[below(all.length)] as T
  const may = (chance: number) => random() < chance
  const world = organizationWorld()
  const { state } = world
  state.usage = []
  state.keys = [world.admin]
  state.projects = Array.from({ length: 1 + below(6) }, (_, index) =>
    newProject({ id: `proj_${index}`, name: `Project ${index}`, archived: index > 0 && may(0.2) }),
  )
  const places = [...state.projects.map(({ id }) => id), 'proj_deleted']
  const unnamed = new Set<string>()
  for (let index = 0, all = 1 + below(130); index < all; index++) {
    const key = newKey(
      {
        id: `key_${index}`,
        name: `Key ${index}`,
        kind: pick('project', 'project', 'service'),
        project: pick(...state.projects).id,
        createdAt: Date.now() - below(300) * dayLength,
        ownerGone: may(0.1),
        revoked: may(0.1),
      },
      state,
    )
    state.keys.push(key)
    if (may(0.1)) unnamed.add(key.id)
  }
  const book: Line[] = []
  const hasCredits = may(0.4)
  for (let index = 0, all = below(400); index < all; index++) {
    const key = may(0.15) ? undefined : pick(...state.keys.slice(1))
    const keyId = key === undefined ? '' : may(0.05) ? 'key_of_nobody' : key.id
    const amount = pick(0, 0.0004, 0.1, 0.2, 3, 17.25, 1200)
    const line: Line = {
      day: dayAgo(below(110)),
      key: keyId,
      // The key's own, for a key's costs are told where it is; what has no key may be anywhere.
      project: key && keyId === key.id ? key.project : pick(...places),
      dollars: hasCredits && may(0.3) ? -amount : amount,
      requests: pick(0, 1, 7, 500),
    }
    book.push(line)
    state.usage.push({
      ...line,
      keyId,
      model: pick('gpt-5', 'gpt-5-mini', 'text-embedding-3-small'),
      kind: pick('completions', 'embeddings', 'images', 'moderations'),
      inputTokens: 1,
      outputTokens: 1,
    })
  }
  const lacks = pick<'' | 'usage' | 'management'>('', '', '', '', 'usage', 'management')
  if (lacks)
    Object.assign(world.admin, {
      permissions: 'restricted',
      scopes: [lacks === 'usage' ? 'api.management.read' : 'api.usage.read'],
    })
  const broken = pick<'' | 'costs' | 'calls' | 'keys' | 'currency'>(
    '',
    '',
    '',
    'costs',
    'calls',
    'keys',
    'currency',
  )
  const spoilt = pick(...state.projects).id
  const failures = new Map<string, number>()
  const repeats = may(0.4)
  const fails = may(0.5)
  const last = new Map<string, unknown[]>()
  let isSpoilt = false
  const between: Between = async (path, ask) => {
    const isFigures = /\/(?:costs|usage\/\w+)\?/.test(path)
    // Small pages of days, so that a day stands on two of them.
    if (repeats && isFigures && path.includes('limit=31'))
      return { ok: false, code: 'too_long', message: 'The answer was too long.' }
    const failed = failures.get(path) ?? 0
    if (fails && failed < 2 && may(0.2)) {
      failures.set(path, failed + 1)
      return { ok: false, code: 'provider_trouble', message: 'Trouble.' }
    }
    const isBroken =
      (broken === 'costs' && path.includes('/costs?')) ||
      (broken === 'calls' && path.includes('/embeddings?')) ||
      (broken === 'keys' && path.includes(`/${spoilt}/api_keys?`))
    if (isBroken) {
      isSpoilt = true
      return { ok: false, code: 'timeout', message: 'It took too long.' }
    }
    const answer = await ask()
    if (!answer.ok || answer.status !== 200) return answer
    const page = JSON.parse(answer.body)
    if (!Array.isArray(page.data)) return answer
    for (const one of page.data) {
      if (unnamed.has(one.id)) one.name = pick(null, '', undefined)
      for (const result of one.results ?? []) {
        if (!result.amount) continue
        if (may(0.3)) result.amount.value = String(result.amount.value)
        if (may(0.3)) result.amount.currency = pick('usd', 'USD', undefined)
        // Only what counts for the thirty days can spoil them.
        if (broken === 'currency' && !isSpoilt) {
          result.amount.currency = 'eur'
          isSpoilt = true
        }
      }
    }
    if (repeats) {
      const place = path.replace(/&(?:after|page)=.*/, '')
      const again = last.get(place) ?? []
      last.set(place, page.data.slice(-2))
      page.data = [...again, ...page.data]
    }
    return { ...answer, body: JSON.stringify(page) }
  }
  const knows = {
    costs: lacks !== 'usage' && broken !== 'costs' ? () => broken !== 'currency' || !isSpoilt : () => false,
    calls: () => lacks !== 'usage' && broken !== 'calls',
    keys: () => lacks !== 'management' && !(broken === 'keys' && isSpoilt),
  }
  return { world, state, book, between, lacks, broken, spoilt, unnamed, knows }
}

/** An amount as the page writes it, and how exact that is. */
function amountIn(text: string | null | undefined): { value: number; within: number } {
  const written = /(−?)(less than )?\$([\d,]+(?:\.(\d+))?)/.exec(text ?? '')
  if (!written) return { value: Number.NaN, within: 0 }
  const [, minus, less, digits = '', after = ''] = written
  const value = less ? Number.NaN : Number(digits.replaceAll(',', ''))
  return { value: minus ? -value : value, within: 0.5000001 * 10 ** -after.length + 1e-9 }
}
const sumOf = (lines: Line[]) => lines.reduce((sum, { dollars }) => sum + Math.round(dollars * 1e4), 0) / 1e4

let kept = ''
beforeEach(async () => {
  await session.set({
    rows: [{ id: 'a', provider: 'openai', kind: 'admin', label: 'Owner', lastFour: 'zzzz', createdAt: 1 }],
  })
  worker.answer = name => (name === 'screen.readSealed' ? { ok: true, text: kept } : { ok: true, learnt: [] })
})

it.each(Array.from({ length: count }, (_, index) => index))('world %i', { tags: 'slow' }, async number => {
  const { world, state, book, between, spoilt, unnamed, knows, broken, lacks } = worldOf(number)
  const found = await world.look({ between })
  kept = JSON.stringify(found)
  const at = `world ${number} (SEED=${seed}): ${JSON.stringify({ broken, lacks, parts: found.parts })}`

  const isOpen = (id: string) => state.projects.some(one => one.id === id && !one.archived)
  const listed = state.keys.filter(
    ({ kind, project, revoked }) =>
      lacks !== 'management' &&
      !revoked &&
      (kind === 'admin' || (isOpen(project) && !(broken === 'keys' && project === spoilt))),
  )
  const month = book.filter(({ day }) => day >= dayAgo(29))
  const quarter = book.filter(({ day, requests }) => day >= dayAgo(89) && requests > 0)
  const isListed = (id: string) => listed.some(key => key.id === id)
  const all = sumOf(month)

  const near = (text: string | null | undefined, sum: number, what: string) => {
    const { value, within } = amountIn(text)
    expect(Math.abs(value - sum), `${what}: “${text}” for ${sum}; ${at}`).toBeLessThanOrEqual(within)
  }
  const page = await show(<OrganizationPage rest={[]} />)
  await until(() => expect(document.querySelector('[data-keyway="read-organization"]')).not.toBeNull())
  await until(() =>
    expect(document.querySelectorAll('[data-keyway="organization-key"]')).toHaveLength(listed.length),
  )
  const figure = (name: string) =>
    [...document.querySelectorAll('.usage-figures dt')].find(one => one.textContent === name)
      ?.nextElementSibling?.textContent

  if (knows.costs()) near(figure('Cost in 30 days'), all, 'everything')
  else expect(figure('Cost in 30 days'), at).toBeUndefined()
  const whole = (name: string, parts: PartName[], many: number) => {
    const isWhole = parts.every(part => found.parts[part].state === 'whole')
    const said = figure(name)
    expect(said, `${name}; ${at}`).toBe(isWhole ? String(many) : many > 0 ? `at least ${many}` : undefined)
  }
  whole('Keys', ['keys', 'adminKeys'], listed.length)
  if (lacks !== 'management')
    whole('Projects', ['projects'], state.projects.filter(({ archived }) => !archived).length)

  for (const key of listed) {
    const row = document.querySelector(`[data-id="${key.id}"]`)
    expect(row?.querySelector('.key-title')?.textContent, at).toBe(unnamed.has(key.id) ? key.id : key.name)
    const spent = sumOf(month.filter(line => line.key === key.id))
    const cell = row?.querySelector('.cell-cost')?.textContent
    if (knows.costs()) near(cell, spent, key.id)
    else expect(cell, at).toBe('')
    const share = /(\d+)%/.exec(cell ?? '')?.[1]
    if (share !== undefined) {
      expect(Number(share), `${key.id}’s share; ${at}`).toBeLessThanOrEqual(100)
      expect(Math.abs(Number(share) / 100 - spent / all), `${key.id}’s share; ${at}`).toBeLessThan(0.0051)
    }
  }

  const hidden = [...document.querySelectorAll('[data-keyway="hidden-spend"] li')].map(
    one => one.textContent ?? '',
  )
  const sentence = (words: RegExp) => hidden.find(text => words.test(text))
  const withoutKey = sumOf(month.filter(({ key }) => key === ''))
  const ofOthers = sumOf(month.filter(({ key }) => key !== '' && !isListed(key)))
  const said = (spent: RegExp, credited: RegExp, sum: number, isKnown: boolean) => {
    const isSaid = isKnown && Math.abs(sum) > 0.005
    for (const [words, is] of [
      [spent, isSaid && sum > 0],
      [credited, isSaid && sum < 0],
    ] as const)
      if (is) near(sentence(words), Math.abs(sum), String(words))
      else expect(sentence(words), `${words} of ${sum}; ${at}`).toBeUndefined()
  }
  said(/spent without a key/, /credited to no key/, withoutKey, knows.costs())
  said(/spent by keys .* in no list/, /credited to keys/, ofOthers, knows.costs() && knows.keys())

  // The file says the same.
  const lines = organizationAsCsv(organizationRows(found, [], new Set(), Date.now()), found).split('\r\n')
  for (const key of listed) {
    const cells = lines.find(line => line.startsWith(`${key.id},`))?.split(',') ?? []
    const calls = quarter.filter(line => line.key === key.id)
    const [lastCall, requests, cost] = cells.slice(11, 14)
    expect([lastCall, requests], `the calls of ${key.id}; ${at}`).toEqual(
      knows.calls()
        ? [
            calls
              .map(({ day }) => day)
              .sort()
              .at(-1) ?? 'none in 90 days',
            String(
              month.filter(line => line.key === key.id).reduce((sum, { requests }) => sum + requests, 0),
            ),
          ]
        : ['', ''],
    )
    expect(cost === '' ? undefined : Number(cost), `the cost of ${key.id}; ${at}`).toBe(
      knows.costs() ? sumOf(month.filter(line => line.key === key.id)) : undefined,
    )
  }
  await page.end()
})
