/** Who may say what to the worker, told as everybody who tries, with every value that a field must not take. */
import { describe, expect, it } from 'vitest'
import { accept } from '../../src/protocol/accept.ts'
import { requests } from '../../src/protocol/messages.ts'
import type { RawSender } from '../../src/protocol/senders.ts'
import { prototypeNames } from './field-values.ts'
import { fieldsOf } from './fields-of.ts'
import { names, samples, table } from './message-table.ts'
import { allowed, own, senders, wrongSenders } from './sender-cases.ts'

const popup = senders.popup[0] as RawSender
const content = senders['content script'][0] as RawSender

describe('the table', () => {
  it('has a row for every message and none for others', () => {
    expect([...names].sort()).toEqual(Object.keys(requests).sort())
  })

  it.each(names)('has values for every field of %s and for no other fields', name => {
    expect([...table[name].payload.below].sort()).toEqual(fieldsOf(requests[name]).sort())
  })
})

describe.each(names)('%s', name => {
  const { from, payload } = table[name]
  const raw = senders[from[0] ?? 'popup'][0] as RawSender

  it('is taken from each of its senders', () => {
    for (const sender of from)
      for (const one of senders[sender])
        expect(accept({ name, payload: samples[name] }, one, own), sender).toMatchObject({ name })
  })

  it('is taken from nobody else', () => {
    for (const [who, one] of wrongSenders(from))
      expect(accept({ name, payload: samples[name] }, one, own), who).toBeNull()
  })

  it('arrives as it was sent', () => {
    for (const value of payload.good)
      expect(accept({ name, payload: value }, raw, own)?.payload, brief(value)).toEqual(value)
  })

  it('is refused with any bad value', () => {
    const taken = payload.bad.filter(({ value }) => accept({ name, payload: value }, raw, own))
    expect(taken.map(({ why, value }) => `${why} (${brief(value)})`)).toEqual([])
  })
})

const brief = (value: unknown) => (JSON.stringify(value) ?? String(value)).slice(0, 200)

describe('who the worker takes a sender for', () => {
  it.each(allowed.flatMap(([who, all]) => all.map((raw, i) => ({ who, raw, i }))))(
    'the $who ($i): with its address, and what the browser says of its tab',
    ({ who, raw }) => {
      const name = names.find(one => table[one].from.includes(who)) ?? 'page.hello'
      const kind = { 'content script': 'page', 'offscreen document': 'offscreen' }[who as string] ?? 'screen'
      const { tab, documentId } = raw
      expect(accept({ name, payload: samples[name] }, raw, own)?.sender).toStrictEqual({
        kind,
        url: raw.url,
        ...(kind === 'page' && { tabId: tab?.id }),
        ...(kind === 'page' && documentId !== undefined && { documentId }),
        ...(kind !== 'offscreen' && tab?.windowId !== undefined && { windowId: tab.windowId }),
      })
    },
  )
})

it('takes no message that is not named, however it is wrapped', () => {
  for (const message of [
    null,
    undefined,
    'screen.lock',
    [],
    {},
    { name: 'screen.lock' },
    { name: 'screen.lock', payload: {}, extra: 1 },
    { name: 'screen.everything', payload: {} },
    { name: '__proto__', payload: {} },
    { name: 'constructor', payload: {} },
    { name: ['screen.lock'], payload: {} },
    { name: { toString: () => 'screen.lock' }, payload: {} },
    { name: 'screen', payload: {} },
    { name: 'screen.', payload: {} },
    { name: 'SCREEN.lock', payload: {} },
  ])
    expect(accept(message, popup, own), JSON.stringify(message)).toBeNull()
})

it('drops the names of every object where a page may choose the names', () => {
  const elements = JSON.parse(`{${prototypeNames.map(name => `"${name}":{"status":"found"}`).join()}}`)
  const facts = { ...(samples['page.facts'] as { facts: object }).facts, elements }
  const payload = { guide: 'create-key', step: 'open', facts }
  const arrived = accept({ name: 'page.facts', payload }, content, own)?.payload as
    | { facts: { elements: object } }
    | undefined
  for (const name of ['__proto__', 'constructor', 'prototype'])
    expect(Object.hasOwn(arrived?.facts.elements ?? {}, name), name).toBe(false)
})

it('takes what a page says of 200 elements, and of no more', () => {
  const { facts } = samples['page.facts'] as { facts: object }
  const isTaken = (count: number) => {
    const elements = Object.fromEntries(
      Array.from({ length: count }, (_, i) => [`e${i}`, { status: 'found' }]),
    )
    const payload = { guide: 'create-key', step: 'open', facts: { ...facts, elements } }
    return accept({ name: 'page.facts', payload }, content, own) !== null
  }
  expect([isTaken(200), isTaken(201)]).toEqual([true, false])
})

it('leaves out what a record to import holds beside the fields that are known', () => {
  const known = { provider: 'openai', label: 'Bot', secret: 'sk-a' }
  const record = { ...known, status: 'ok', verdict: { key: 'accepted' }, constructor: 'x', isAdmin: true }
  expect(accept({ name: 'screen.import', payload: { records: [record] } }, popup, own)?.payload).toEqual({
    records: [known],
  })
})
