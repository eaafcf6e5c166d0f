/** How long an organization of 10,000 keys takes without a network: reading all of its pages, and making the list of them. What the practice API itself takes is not counted. */
import { performance } from 'node:perf_hooks'
import { matchKeys } from '../../../src/features/organization/core/match-keys.ts'
import { readKept } from '../../../src/features/organization/core/organization.ts'
import {
  countRows,
  filterRows,
  noOrganizationFilter,
  organizationRows,
} from '../../../src/features/organization/core/organization-rows.ts'
import type { KeyRow } from '../../../src/protocol/published.ts'
import type { Bench } from '../../bench-line.ts'
import { type Between, dayAgo, organizationWorld, populate } from './organization-world.ts'

const sizes = [
  { projects: 30, keys: 1_000, days: 5 },
  { projects: 300, keys: 10_000, days: 30 },
]
const heldKeys = 200

export async function bench(): Promise<Bench> {
  const rows: Bench['rows'] = []
  let total = 0
  for (const { days, ...size } of sizes) {
    const world = organizationWorld()
    populate(world.state, size)
    const vault = world.state.keys.slice(0, heldKeys).map(
      (key, index): KeyRow => ({
        id: `held-${index}`,
        provider: 'openai',
        kind: key.kind === 'service' ? 'service' : 'project',
        label: key.name,
        lastFour: key.secret.slice(-4),
        createdAt: key.createdAt,
      }),
    )
    // Every key is used each day: as many figures as there can be.
    const figures = (path: string): string => {
      const query = new URL(path, 'https://api.openai.com').searchParams
      const limit = Number(query.get('limit'))
      const from = Number(query.get('page') ?? 0)
      const isCosts = path.includes('/costs')
      const count = isCosts ? 30 : path.includes('completions') ? days : 0
      const until = Math.min(count, from + limit)
      const data = Array.from({ length: Math.max(0, until - from) }, (_, index) => ({
        start_time: Date.parse(dayAgo(count - 1 - from - index)) / 1000,
        results: world.state.keys.map(({ id, project }) => ({
          api_key_id: id,
          project_id: project,
          ...(isCosts ? { amount: { value: 0.25 } } : { model: 'gpt-5', num_model_requests: 3 }),
        })),
      }))
      return JSON.stringify({
        data,
        has_more: until < count,
        next_page: until < count ? String(until) : null,
      })
    }
    // Once for what the platform says. Then the network says it at once, and what is left is Keyway's own time, the worker's with the page's.
    const known = new Map<string, string>()
    world.refuse = path => {
      const body = known.get(path) ?? (/\/(?:costs|usage)/.test(path) ? figures(path) : undefined)
      if (body !== undefined) known.set(path, body)
      return body === undefined ? undefined : new Response(body)
    }
    const between: Between = async (path, ask) => {
      const answer = await ask()
      if (answer.ok && answer.status === 200) known.set(path, answer.body)
      return answer
    }
    await world.look({ between })
    world.asked.length = 0
    const [began, cpu] = [performance.now(), process.cpuUsage()]
    const organization = await world.look()
    const reading = performance.now() - began
    const from = performance.now()
    matchKeys(vault, organization.keys)
    const listed = organizationRows(organization, vault, new Set(), Date.now())
    countRows(listed, noOrganizationFilter)
    filterRows(listed, { ...noOrganizationFilter, text: 'key 99' })
    const listing = performance.now() - from
    const sealed = performance.now()
    readKept(JSON.stringify(organization))
    const keeping = performance.now() - sealed
    const { user, system } = process.cpuUsage(cpu)
    // What else runs on the machine is none of Keyway's own time.
    total = (user + system) / 1000
    rows.push({
      keys: organization.keys.length,
      projects: size.projects,
      'not whole': Object.values(organization.parts).filter(({ state }) => state !== 'whole').length,
      questions: world.asked.length,
      'read, MB': Math.round([...known.values()].reduce((all, body) => all + body.length, 0) / 1e6),
      'reading, ms': Math.round(reading),
      'rows, marks and a search, ms': Math.round(listing),
      'kept and read again, ms': Math.round(keeping),
      'of the processor, ms': Math.round((user + system) / 1000),
    })
  }
  return {
    title: 'The organization, read without a network',
    rows,
    lines: [
      { what: 'organization of 10,000 keys, own processor time', measured: total, unit: 'ms', most: 5_000 },
    ],
  }
}
