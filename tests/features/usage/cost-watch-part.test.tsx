// @vitest-environment happy-dom
/** The person switches the watch on for one admin key; what is known by then is no news, and switching it off keeps the history. */
import { expect, test } from 'vitest'
import { dayBefore } from '../../../src/features/usage/core/cost-alarms.ts'
import { readCostHistory } from '../../../src/features/usage/core/cost-history.ts'
import { CostWatchPart } from '../../../src/features/usage/screen/cost-watch-part.tsx'
import type { KeyRow } from '../../../src/protocol/published.ts'
import { worker } from '../../fake-browser.ts'
import { settled, show, until } from '../../in-dom.ts'
import { organizationWorld } from '../organization/organization-world.ts'

const admin: KeyRow = {
  id: 'a',
  provider: 'openai',
  kind: 'admin',
  label: 'Owner',
  lastFour: 'zzzz',
  createdAt: 1,
}
const words = () => document.body.textContent ?? ''

test('says on how many days it could not read an amount', async () => {
  const days = {
    '2026-11-01': { '?proj_a/key_a': 0, 'proj_a/key_a': 1 },
    '2026-11-02': {},
    '2026-11-03': { '?/': 0 },
  }
  const text = JSON.stringify({ admin: 'a', isOn: true, readAt: 1, days, names: {}, noticed: {} })
  worker.answer = name => ({ ok: true, ...(name === 'screen.readSealed' && { text }) })
  await show(<CostWatchPart admin={admin} />)
  await until(() => expect(words()).toContain('On 2 days OpenAI told an amount'))
})

test('says since when no look could read the costs, and why, while it is on', async () => {
  const history = { admin: 'a', isOn: true, readAt: 1, days: {}, names: {}, noticed: {} }
  const failing = Date.UTC(2026, 10, 2, 12)
  const told = async (more: object) => {
    const text = JSON.stringify({ ...history, ...more })
    worker.answer = name => ({ ok: true, ...(name === 'screen.readSealed' && { text }) })
    await show(<CostWatchPart key={text} admin={admin} />)
    await until(() => expect(words()).toContain('Check the costs'))
    return words()
  }
  expect(await told({ failing })).toMatch(/Since Nov 2, 2026.*could not be read/)
  expect(await told({ failing, isOn: false })).not.toContain('could not be read')
  expect(await told({})).not.toContain('could not be read')
})

test('switched on, it reads as far back as it keeps; switched off, it keeps what it has', {
  tags: 'slow',
}, async () => {
  const world = organizationWorld()
  for (let ago = 0; ago < 300; ago++)
    world.state.usage.push({
      day: dayBefore(Date.now(), ago),
      keyId: 'key_a',
      project: 'proj_a',
      model: 'gpt-5',
      requests: 1,
      inputTokens: 1,
      outputTokens: 1,
      dollars: ago === 1 ? 90 : 3,
    })
  let kept: string | undefined
  worker.answer = (name, payload) => {
    if (name === 'screen.admin') return world.answer(payload)
    if (name === 'screen.keepSealed') kept = (payload as { text: string }).text
    const isCosts = (payload as { name?: string }).name === 'costs'
    return { ok: true, ...(name === 'screen.readSealed' && isCosts && kept !== undefined && { text: kept }) }
  }
  await show(<CostWatchPart admin={admin} />)
  await until(() => expect(words()).toContain('Off: costs are read only'))
  const press = () => settled(() => document.querySelector<HTMLElement>('input, [role="switch"]')?.click())
  await press()
  await until(() => expect(words()).toContain('Save 400 days as CSV'))
  const history = readCostHistory(kept)
  expect(history).toMatchObject({ admin: 'a', isOn: true })
  const spent = Object.values(history?.days ?? {}).flatMap(costs => Object.values(costs))
  // By an independent sum.
  expect(spent.reduce((sum, dollars) => sum + dollars, 0)).toBeCloseTo(299 * 3 + 90)
  expect(Object.keys(history?.noticed ?? {})).toEqual([`day ${dayBefore(Date.now(), 1)} proj_a/key_a`])
  await press()
  await until(() => expect(readCostHistory(kept)?.isOn).toBe(false))
  expect(Object.keys(readCostHistory(kept)?.days ?? {})).toHaveLength(400)
  expect(words()).toContain('Save 400 days as CSV')
})
