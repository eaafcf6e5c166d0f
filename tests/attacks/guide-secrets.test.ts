/**
 * Everything that the worker sends to a page while any guide stands at any step, searched for what the vault knows of the key.
 *
 * @module-tag slow
 */
import { expect, test } from 'vitest'
import { cardWords } from '../../src/features/guide/core/card-words.ts'
import { pageWords } from '../../src/features/guide/core/page-words.ts'
import type { PageFacts, Running } from '../../src/features/guide/core/tour.ts'
import { createGuideService } from '../../src/features/guide/worker/service.ts'
import type { Guide } from '../../src/guides/guide.ts'
import { guides } from '../../src/guides/index.ts'
import type { Sender } from '../../src/protocol/messages.ts'
import type { KeyRow, PendingKey } from '../../src/protocol/published.ts'
import type { LocalItems, SessionItems } from '../../src/protocol/storage-keys.ts'
import { found, keysPage, missing, page } from '../features/guide/guide-world.ts'
import { report, tries } from './outcome.ts'

const day = Date.UTC(2031, 6, 17)
const planted = (which: 'old' | 'new') => ({
  label: `Label-of-the-${which}-one`,
  lastFour: which === 'old' ? 'Zq7W' : 'Yv3K',
  project: `proj-of-the-${which}-one`,
  trackingId: `key_of_the_${which}_one`,
  organization: `org-of-the-${which}-one`,
  notes: `notes-of-the-${which}-one`,
  usedIn: [`place-of-the-${which}-one`],
  expiresAt: day,
})
const row = (which: 'old' | 'new', verdict?: KeyRow['verdict']): KeyRow => ({
  id: which,
  provider: 'openai',
  createdAt: 1,
  ...planted(which),
  ...(verdict && { verdict }),
})
const verdicts: (KeyRow['verdict'] | undefined)[] = [
  undefined,
  { key: 'accepted', use: 'ready', cause: 'ok', says: 'Said of Label-of-the-old-one', at: 9e12, since: 1 },
  {
    key: 'rejected',
    use: 'blocked',
    cause: 'invalid_key',
    says: 'Said of Label-of-the-old-one',
    at: 9e12,
    since: 1,
  },
]
const waiting: PendingKey = {
  id: 'new',
  provider: 'openai',
  mask: 'sk-…Yv3K',
  name: planted('new').label,
  project: planted('new').project,
  expiresAt: day,
  capturedAt: 1,
  from: 'page',
  kept: 'inbox',
}
const secrets = [
  ...(['old', 'new'] as const).flatMap(which =>
    Object.values(planted(which)).flatMap(value => (typeof value === 'number' ? [] : [value].flat())),
  ),
  String(day),
  '2031',
]
const leaked = (said: unknown): string[] =>
  secrets.filter(secret => JSON.stringify(said ?? null).includes(secret))

type Kept = { session: Partial<SessionItems>; local: Partial<LocalItems> }
const items = <T extends object>(all: () => Partial<T>) => ({
  get: async <K extends keyof T>(key: K) => structuredClone(all()[key]),
  set: async <K extends keyof T>(key: K, value: T[K]) =>
    void Object.assign(all(), { [key]: structuredClone(value) }),
  remove: async (...keys: (keyof T)[]) => {
    for (const key of keys) delete all()[key]
  },
})

const tab: Sender = { kind: 'page', url: keysPage, tabId: 1 }

/** The states of the page in which cards differ: at rest, with the key's own row, hidden, greyed out, a key shown, elsewhere. */
function pagesFor(guide: Guide): PageFacts[] {
  const names = Object.keys(guide.targets)
  const all = (fact: PageFacts['elements'][string]) => Object.fromEntries(names.map(name => [name, fact]))
  const rows = { r1: 'aaaa', r2: 'Zq7W' }
  return [
    page({ elements: all(missing), rows }),
    page({ elements: all(found), rows: { ...rows, r3: 'Zq7W' } }),
    page({ elements: all({ ...found, disabled: true }), rows }),
    page({ elements: all({ status: 'hidden' }) }),
    page({ elements: all({ status: 'ambiguous' }) }),
    page({ elements: all(found), keyShown: true, keyTail: 'Yv3K', anyDialog: true }),
    page({ url: 'https://platform.openai.com/usage', heading: 'other' }),
  ]
}

test('no message to a page holds anything that tells which key it is about', async () => {
  const outcome = { tries: 0, landed: 0 }
  const control = { tries: 0, landed: 0 }
  const found: string[] = []
  for (const guide of guides) {
    const all: Kept = { session: {}, local: {} }
    const sent: unknown[] = []
    const service = createGuideService({
      now: () => 5_000,
      readGuide: async () => guide,
      readCardWords: async () => ({ ...cardWords, direction: 'ltr', style: '', pageWords }),
      local: items<LocalItems>(() => all.local),
      session: items<SessionItems>(() => all.session),
      push: (_, view) => void sent.push(view),
      platformTabs: async () => [{ tabId: 1, url: keysPage }],
      activePlatformTab: async () => ({ tabId: 1, url: keysPage }),
      askForShowMe: () => undefined,
      loadTaught: async () => undefined,
      changeSettings: async () => undefined,
      openPanel: () => undefined,
      goTo: () => undefined,
      openTab: () => undefined,
      showTab: () => undefined,
      frontWindow: async () => 1,
      openScreen: () => undefined,
      takeKey: async () => ({ ok: true }),
      fixGuideOf: async () => guide.id,
      test: () => undefined,
      askRights: async () => ({ ok: true }),
    })
    const progress = (step: string): Running => ({
      guide: guide.id,
      step,
      finished: guide.steps
        .slice(
          0,
          guide.steps.findIndex(({ id }) => id === step),
        )
        .map(({ id }) => id),
      choices: Object.fromEntries(guide.choices.map(({ id, options }) => [id, options.at(-1)?.id ?? ''])),
      startedAt: 1,
      stepSince: 1,
      held: 'back',
      subjectId: 'old',
      madeId: 'new',
    })
    const places = [...guide.steps.map(({ id }) => progress(id)), { ...progress(''), ended: true as const }]
    for (const [place, at] of places.entries())
      for (const [number, facts] of pagesFor(guide).entries()) {
        // Each step with a part of the pages, or with all.
        if ((number + place) % 7 >= tries(1, 7)) continue
        const verdict = verdicts[number % verdicts.length]
        const isSaved = number % 2 === 0
        all.session = {
          vault: { status: 'unlocked', inboxCount: 0 },
          rows: [row('old', verdict), ...(isSaved ? [row('new', verdict)] : [])],
          pending: isSaved ? [] : [waiting],
          tourKey: { id: 'new', lastFour: 'Yv3K' },
          rights: { id: 'new', answers: {}, note: 'Nothing is known of Label-of-the-new-one.' },
        }
        all.local = { tour: at }
        sent.length = 0
        const replies: unknown[] = [
          await service.handlers['page.facts']({ guide: guide.id, step: at.step, facts }, tab),
          await service.handlers['page.hello']({ url: facts.url }, tab),
          await service.handlers['page.act']({ act: 'do' }, tab),
          await service.handlers['page.act']({ act: 'back' }, tab),
        ]
        outcome.tries++
        const out = leaked([replies, sent])
        if (out.length > 0) {
          outcome.landed++
          found.push(`${guide.id}, ${at.step}: ${out.join(', ')}`)
        }
        // What the side panel is shown: a page that was sent the same would learn it.
        control.tries++
        if (leaked(all.session.tour).length > 0) control.landed++
      }
  }
  expect(found).toEqual([])
  report({
    attack: 'a page reads of a stored key in what it is sent for a guide',
    attacker: 'compromised content script',
    asset: 'label, last four, project, tracking id and day of a stored key',
    ...outcome,
    control,
  })
}, 900_000)

test('a page that makes up rows to learn how a key ends is answered a thousand of them, not all', async () => {
  const all: Kept = {
    session: { vault: { status: 'unlocked', inboxCount: 0 }, rows: [row('old')] },
    local: {},
  }
  const guide = guides.find(({ id }) => id === 'revoke-key') as Guide
  const service = createGuideService({
    readGuide: async () => guide,
    readCardWords: async () => ({ ...cardWords, direction: 'ltr', style: '', pageWords }),
    now: () => 1,
    local: items<LocalItems>(() => all.local),
    session: items<SessionItems>(() => all.session),
    push: () => undefined,
    platformTabs: async () => [],
    activePlatformTab: async () => ({ tabId: 1, url: keysPage }),
  } as unknown as Parameters<typeof createGuideService>[0])
  await service.handlers['screen.startGuide'](
    { guide: 'revoke-key', keyId: 'old' },
    { kind: 'screen', url: '' },
  )
  const ask = async (tails: string[]) => {
    const rows = Object.fromEntries(tails.map((tail, at) => [`r${at}`, tail]))
    await service.handlers['page.facts']({ guide: 'revoke-key', step: 'find', facts: page({ rows }) }, tab)
    return (all.session.tour?.watch.targets ?? []).find(({ name }) => name === 'rowDelete')?.row
  }
  const madeUp = Array.from({ length: 1_000 }, (_, n) => `a${String(n).padStart(3, '0')}`)
  const first = await ask(['aaaa', 'Zq7W'])
  expect(await ask(['Zq7W', 'Zq7W'])).toBe('')
  all.session.tourTails = []
  for (let at = 0; at < madeUp.length; at += 250) await ask(madeUp.slice(at, at + 250))
  const last = await ask(['Zq7W'])
  report({
    attack: 'a page makes up rows to learn how the key ends that a guide is about',
    attacker: 'page',
    asset: 'the last four of a stored key',
    tries: 1,
    landed: last === null ? 0 : 1,
    control: { tries: 1, landed: first === 'r1' ? 1 : 0 },
  })
})

test('a page that makes up shown keys to learn how the captured one ends is answered a thousand of them, not all', async () => {
  const all: Kept = {
    session: {
      vault: { status: 'unlocked', inboxCount: 0 },
      rows: [row('new')],
      tourKey: { id: 'new', lastFour: 'Yv3K' },
    },
    local: {},
  }
  const guide = guides.find(({ id }) => id === 'create-key') as Guide
  const service = createGuideService({
    readGuide: async () => guide,
    readCardWords: async () => ({ ...cardWords, direction: 'ltr', style: '', pageWords }),
    now: () => 1,
    local: items<LocalItems>(() => all.local),
    session: items<SessionItems>(() => all.session),
    push: () => undefined,
    platformTabs: async () => [],
    activePlatformTab: async () => ({ tabId: 1, url: keysPage }),
    openTab: () => undefined,
    frontWindow: async () => 1,
    fixGuideOf: async () => undefined,
  } as unknown as Parameters<typeof createGuideService>[0])
  await service.handlers['screen.startGuide']({ guide: 'create-key' }, { kind: 'screen', url: '' })
  /** What the page can see of the worker's answer. */
  const ask = async (keyTail: string) => {
    await service.handlers['page.facts'](
      { guide: 'create-key', step: 'save', facts: page({ keyShown: true, keyTail, anyDialog: true }) },
      tab,
    )
    const { madeId: _, ...place } = (all.local.tour ?? {}) as Record<string, unknown>
    const seen = JSON.stringify([all.session.tour, place.step])
    delete (all.local.tour as { madeId?: string } | undefined)?.madeId
    return seen
  }
  const other = await ask('aaaa')
  const control = (await ask('Yv3K')) !== other ? 1 : 0
  delete all.session.tourKeyTails
  delete all.session.tourClaims
  await service.handlers['screen.startGuide']({ guide: 'create-key' }, { kind: 'screen', url: '' })
  all.session.tourKeyTails = Array.from({ length: 990 }, (_, at) => `b${String(at).padStart(3, '0')}`)
  for (let at = 990; at < 1_000; at++) await ask(`b${String(at).padStart(3, '0')}`)
  const last = await ask('aaaa')
  report({
    attack: 'a page makes up shown keys to learn how the captured one ends',
    attacker: 'compromised content script',
    asset: 'the last four of a stored key',
    tries: 1,
    landed: (await ask('Yv3K')) === last ? 0 : 1,
    control: { tries: 1, landed: control },
  })
})
