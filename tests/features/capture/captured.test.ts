/** A captured key out of the inbox, and how many may wait: what anybody could have sealed there is read field by field. */
import { describe, expect, it } from 'vitest'
import { mostToShow, noRoom } from '../../../src/features/capture/worker/capture-room.ts'
import { readCaptured } from '../../../src/features/capture/worker/captured-record.ts'
import type { PendingKey } from '../../../src/protocol/published.ts'

describe('read out of the inbox', () => {
  const key = { provider: 'openai', secret: 'sk-x', label: 'Bot' }

  it.each(['project', 'user', 'service', 'admin', 'legacy', 'plain'])('the kind “%s” is kept', kind => {
    expect(readCaptured({ ...key, kind }, 'a')).toMatchObject({ kind })
  })

  it('what is empty, of another shape, or protects a key is left out', () => {
    const planted = {
      ...key,
      id: 'other',
      kind: 'constructor',
      project: '',
      notes: null,
      copyFreely: true,
      baseUrl: 'https://evil.test',
      checkEveryMinutes: 0,
      createdAt: 'today',
      trackingId: 'key_x',
    }
    expect(readCaptured(planted, 'a')).toEqual({ ...key, id: 'a' })
    expect(readCaptured({ ...key, label: 5 }, 'a')).toEqual({ ...key, id: 'a', label: '' })
  })

  it('a secret may be as long as a pasted one, and no longer', () => {
    expect(readCaptured({ ...key, secret: 'x'.repeat(20_000) }, 'a')).toBeDefined()
    expect(readCaptured({ ...key, secret: 'x'.repeat(20_001) }, 'a')).toBeUndefined()
  })

  it.each([
    undefined,
    null,
    'sk-x',
    {},
    { ...key, secret: '' },
    { ...key, secret: 5 },
    { ...key, provider: 'none' },
  ])('%j is no key', value => {
    expect(readCaptured(value, 'a')).toBeUndefined()
  })
})

describe('one more waits', () => {
  const waiting = (count: number, from: PendingKey['from']) =>
    Array.from({ length: count }, (_, at) => ({ id: `${from}${at}`, from, document: `d${at}` }) as PendingKey)
  const page = { from: 'page', document: 'new' } as const

  it('for a person up to twenty, by our count or by the inbox’s own', () => {
    expect(noRoom(waiting(19, 'pull'), 19, { from: 'pull' })).toBeUndefined()
    expect(noRoom(waiting(20, 'pull'), 0, { from: 'pull' })).toMatchObject({ code: 'inbox_full' })
    expect(noRoom([], 20, { from: 'paste' })).toMatchObject({ code: 'inbox_full' })
    expect(noRoom(waiting(5, 'page'), 5, { from: 'pull' })).toBeUndefined()
  })

  it('for pages while five places are left to them, and fifteen to the person', () => {
    expect(noRoom(waiting(4, 'page'), 4, page)).toBeUndefined()
    expect(noRoom(waiting(5, 'page'), 5, page)).toMatchObject({ code: 'one_waits' })
    expect(noRoom(waiting(14, 'pull'), 14, page)).toBeUndefined()
    expect(noRoom(waiting(15, 'pull'), 15, page)).toMatchObject({ code: 'one_waits' })
    expect(noRoom([], 15, page)).toMatchObject({ code: 'one_waits' })
  })

  it('of more than can wait, what the person brought is shown before what pages offered', () => {
    const both = [...waiting(15, 'page'), ...waiting(10, 'pull')]
    expect(mostToShow(both)).toEqual([...waiting(10, 'pull'), ...waiting(10, 'page')])
  })

  it('once for each document', () => {
    expect(noRoom(waiting(1, 'page'), 1, { from: 'page', document: 'd0' })).toMatchObject({
      code: 'one_waits',
    })
    // Of one that the browser does not name nothing is known.
    expect(noRoom([{ id: 'a', from: 'page' } as PendingKey], 1, { from: 'page' })).toBeUndefined()
  })
})
