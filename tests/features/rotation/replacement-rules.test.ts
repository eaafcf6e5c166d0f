/** What a replacement may do next, and what may not be done twice; when a key counts as unused; and which key of the platform it is. */
import { describe, expect, it } from 'vitest'
import type { Organization, OrganizationKey } from '../../../src/features/organization/core/organization.ts'
import { emptyOrganization } from '../../../src/features/organization/core/organization.ts'
import { callHoursPath, judgeCalls, readCallHours } from '../../../src/features/rotation/core/call-hours.ts'
import { findThere } from '../../../src/features/rotation/core/find-there.ts'
import { candidates, stepsSeen } from '../../../src/features/rotation/core/notice-rows.ts'
import {
  mayUndo,
  type Replacement,
  reduce,
  type Step,
  stageOf,
} from '../../../src/features/rotation/core/replacement.ts'
import {
  begin,
  noteStep,
  readBook,
  type Sealed,
} from '../../../src/features/rotation/core/sealed-replacements.ts'
import type { KeyRow } from '../../../src/protocol/published.ts'
import { outcomes } from '../../../src/providers/answers/causes.ts'

const hour = 3_600_000
const start = Date.UTC(2026, 10, 20, 12)
const begun: Replacement = {
  old: 'old',
  startedAt: start,
  there: { admin: 'a', project: 'proj_a', key: 'key_1', account: 'svc_1' },
}
const quiet = { at: start, since: 0, waitUntil: start, isQuiet: true } as const
const way: Step[] = [
  { step: 'asked', name: 'bot-2', at: start },
  { step: 'made', next: 'new', account: 'svc_2' },
  { step: 'works', at: start },
  { step: 'placed', at: start },
  { step: 'calls', calls: quiet },
  { step: 'deleteAsked', at: start },
  { step: 'deleted', at: start },
  { step: 'revoked', at: start },
]
const runAfter = (count: number): Replacement => way.slice(0, count).reduce(reduce, begun)

describe('a run', () => {
  it('goes from stage to stage, each step once', () => {
    const stages = way.map((_, index) => stageOf(runAfter(index + 1)))
    expect(stages).toEqual(['create', 'check', 'place', 'wait', 'delete', 'delete', 'confirm', 'done'])
    for (let count = 1; count <= way.length; count++)
      expect(reduce(runAfter(count), way[count - 1] as Step)).toEqual(runAfter(count))
  })

  it('takes no step before its turn', () => {
    for (let count = 0; count < way.length; count++)
      for (const later of way.slice(count + 1)) {
        if (later.step === 'revoked' || later.step === 'made') continue
        // Without waiting for a quiet hour a person may delete by hand.
        if (later.step === 'deleted' && ['wait', 'delete'].includes(stageOf(runAfter(count)))) continue
        expect(stageOf(reduce(runAfter(count), later))).toBe(stageOf(runAfter(count)))
      }
  })

  it('is undone until the old key may be gone, and then never', () => {
    for (let count = 0; count <= 5; count++) {
      expect(mayUndo(runAfter(count))).toBe(true)
      const undo = reduce(runAfter(count), { step: 'undo', at: start })
      expect(stageOf(undo)).toBe('undo')
      expect(stageOf(reduce(undo, { step: 'deleteAsked', at: start }))).toBe('undo')
      expect(stageOf(reduce(undo, { step: 'undone', at: start }))).toBe('undone')
    }
    for (let count = 6; count <= 8; count++) {
      expect(mayUndo(runAfter(count))).toBe(false)
      expect(reduce(runAfter(count), { step: 'undo', at: start })).toEqual(runAfter(count))
    }
    // The platform says that nothing was deleted.
    expect(mayUndo(reduce(runAfter(6), { step: 'notDeleted' }))).toBe(true)
  })

  it('paused, takes no press until it goes on, but notes what is seen', () => {
    const paused = reduce(runAfter(5), { step: 'paused' })
    expect(reduce(paused, { step: 'deleteAsked', at: start })).toEqual(paused)
    expect(reduce(paused, { step: 'revoked', at: start }).revokedAt).toBe(start)
    expect(reduce(paused, { step: 'continued' })).toEqual(runAfter(5))
  })

  it('waits again when the old key is used after all, unless the person did not want to wait', () => {
    const used = { at: start, since: 3, waitUntil: start + hour }
    expect(stageOf(reduce(runAfter(5), { step: 'calls', calls: used }))).toBe('wait')
    const forced = reduce(runAfter(4), { step: 'notWaited' })
    expect(stageOf(reduce(forced, { step: 'calls', calls: used }))).toBe('delete')
  })

  it('makes another key where the new one was lost, while the old one is there', () => {
    expect(stageOf(reduce(runAfter(4), { step: 'lost' }))).toBe('create')
    expect(reduce(runAfter(7), { step: 'lost' })).toEqual(runAfter(7))
  })
})

describe('calls of the old key', () => {
  const calls = (...hours: number[]) => hours.map(ago => ({ hour: start - ago * hour, requests: 2 }))

  it.each([
    ['none at all: two hours after the hour in which it was replaced', [], 0, 2],
    ['every hour until then: as none', [1, 2, 3, 4], 0, 2],
    ['once a day: a day and an hour', [1, 25, 49], 0, 25],
    ['one after it was replaced: from the end of that hour', [1, 2, -3], 2, 6],
  ])('%s', (_, hours, since, wait) => {
    const seen = judgeCalls(calls(...hours), start, start)
    expect(seen).toMatchObject({ since, waitUntil: start + wait * hour })
    expect(seen.isQuiet).toBeUndefined()
    const later = judgeCalls(calls(...hours), start, start + wait * hour)
    expect(later.isQuiet).toBe(true)
  })

  it('in the hour in which it was replaced say nothing', () => {
    expect(judgeCalls(calls(0), start + 1, start + 1).since).toBe(0)
  })

  it('are asked for by the hour, of this key alone, and read with their hour', () => {
    const query = new URLSearchParams(callHoursPath('completions', 'key_1', start, null).split('?')[1])
    expect(Object.fromEntries(query)).toMatchObject({ bucket_width: '1h', 'api_key_ids[]': 'key_1' })
    expect(Number(query.get('start_time')) * 1000).toBe(start - 167 * hour)
    const body = JSON.stringify({
      data: [
        { start_time: start / 1000, results: [{ num_model_requests: 3 }, { num_model_requests: 0 }] },
        { start_time: start / 1000 + 3600, results: [] },
      ],
      has_more: false,
    })
    expect(readCallHours(body)).toEqual({ rows: [{ hour: start, requests: 3 }], next: null, unread: [] })
    expect(readCallHours('<html>')).toBeNull()
  })
})

const row = (id: string, more: Partial<KeyRow> = {}): KeyRow => ({
  id,
  provider: 'openai',
  kind: 'project',
  label: id,
  lastFour: 'wxyz',
  createdAt: start,
  ...more,
})

describe('the vault’s list', () => {
  const seen = { pending: [], revocations: undefined, now: start }
  const works = { ...outcomes.ok, cause: 'ok', says: '', at: start + 5, since: start } as const

  it('shows the new key by its account’s name, and that it works', () => {
    const rows = [row('old'), row('n', { kind: 'service', label: 'bot-2', verdict: works })]
    expect(stepsSeen(runAfter(1), { ...seen, rows })).toEqual([
      { step: 'made', next: 'n' },
      { step: 'works', at: start + 5 },
    ])
    // One of that name from before is another.
    const older = [row('n', { kind: 'service', label: 'bot-2', createdAt: start - hour })]
    expect(stepsSeen(runAfter(1), { ...seen, rows: older })).toEqual([])
  })

  it('shows a key that waits to be saved, though the vault was locked in between', () => {
    const waits = {
      id: 'p',
      provider: 'openai',
      kind: 'service',
      name: 'bot-2',
      mask: '',
      capturedAt: start,
      from: 'paste',
      kept: 'inbox',
    } as const
    expect(stepsSeen(runAfter(1), { ...seen, rows: [], pending: [waits] })).toEqual([
      { step: 'made', next: 'p' },
    ])
  })

  it('shows a revocation only once it is proven by two refusals', () => {
    const refused = {
      ...outcomes.invalid_key,
      cause: 'invalid_key',
      says: '',
      at: start,
      since: start,
    } as const
    const once = [row('old', { verdict: refused })]
    expect(stepsSeen(runAfter(7), { ...seen, rows: once })).toEqual([])
    const twice = [row('old', { verdict: { ...refused, at: start + 5_000 } })]
    expect(stepsSeen(runAfter(7), { ...seen, rows: twice })).toEqual([{ step: 'revoked', at: start + 5_000 }])
  })

  it('offers a person’s new keys, and none that is older, an admin’s, rejected or the old one', () => {
    const rows = [
      row('old'),
      row('new'),
      row('older', { createdAt: start - hour }),
      row('admin', { kind: 'admin' }),
      row('other', { provider: 'groq' }),
    ]
    expect(candidates(begun, rows).map(({ id }) => id)).toEqual(['new'])
  })

  it('offers a key of the day before only where there is none since: clocks differ', () => {
    const rows = [
      row('old'),
      row('other computer', { createdAt: start - 3 * hour }),
      row('long ago', { createdAt: start - 30 * hour }),
    ]
    expect(candidates(begun, rows).map(({ id }) => id)).toEqual(['other computer'])
    expect(candidates(begun, [...rows, row('new')]).map(({ id }) => id)).toEqual(['new'])
  })
})

describe('the key at the platform', () => {
  const key = (id: string, more: Partial<OrganizationKey> = {}): OrganizationKey => ({
    id,
    kind: 'service',
    name: 'bot',
    redacted: 'sk-svc...wxyz',
    project: 'proj_a',
    account: 'svc_1',
    owner: 'bot',
    seenAt: 0,
    ...more,
  })
  const organization = (...keys: OrganizationKey[]): Organization => ({
    ...emptyOrganization('a', 0, 0),
    keys,
  })
  const rows = [row('old', { kind: 'service', trackingId: 'key_1' }), row('a', { kind: 'admin' })]
  const [old] = rows as [KeyRow]

  it('is known with its account and that account’s other keys', () => {
    expect(
      findThere(old, rows, organization(key('key_1'), key('key_2', { redacted: 'sk-svc...aaaa' }))),
    ).toEqual({
      admin: 'a',
      project: 'proj_a',
      key: 'key_1',
      account: 'svc_1',
      accountName: 'bot',
      siblings: 2,
    })
  })

  it.each([
    ['it is in no list', organization(), rows],
    ['nothing was read', undefined, rows],
    ['the admin key is gone', organization(key('key_1')), [old]],
    ['its account is not told', organization({ ...key('key_1'), account: undefined } as never), rows],
  ])('is not known where %s', (_, kept, known) => {
    expect(findThere(old, known, kept)).toBeUndefined()
  })
})

describe('what is sealed', () => {
  function memory(): Sealed & { text?: string; acts: unknown[] } {
    const kept: Sealed & { text?: string; acts: unknown[] } = {
      acts: [],
      read: async () => ({ ok: true, ...(kept.text !== undefined && { text: kept.text }) }),
      keep: async (text, noted) => {
        kept.text = text
        if (noted.act) kept.acts.push(noted.act)
        return { ok: true }
      },
    }
    return kept
  }

  it('is one run of a key; what began, was paused, undone or replaced is noted', async () => {
    const sealed = memory()
    await begin(sealed, begun)
    await noteStep(sealed, 'old', way[0] as Step)
    expect(await begin(sealed, begun)).toMatchObject({ run: { asked: { name: 'bot-2' } } })
    await noteStep(sealed, 'old', { step: 'paused' })
    await noteStep(sealed, 'old', { step: 'undo', at: 1 })
    await noteStep(sealed, 'old', { step: 'undone', at: 1 })
    await begin(sealed, begun)
    for (const step of way) await noteStep(sealed, 'old', step)
    expect(sealed.acts).toEqual([
      'replaceStarted',
      'replacePaused',
      'replaceUndone',
      'replaceStarted',
      'replaced',
    ])
    expect(readBook(sealed.text)).toHaveLength(1)
  })

  it('a step of a run that is not there, or that the vault does not take, is no step', async () => {
    const sealed = memory()
    expect(await noteStep(sealed, 'old', { step: 'paused' })).toMatchObject({ ok: false, code: 'gone' })
    await begin(sealed, begun)
    sealed.keep = async () => ({ ok: false, code: 'locked', message: 'Locked.' })
    expect(await noteStep(sealed, 'old', { step: 'paused' })).toMatchObject({ ok: false, code: 'locked' })
    expect(readBook('nonsense')).toEqual([])
  })
})
