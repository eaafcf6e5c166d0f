/** How long an organization of 10,000 keys takes without a network: reading all of its pages, and making the list of them. */
import { performance } from 'node:perf_hooks'
import {
  countRows,
  filterRows,
  noOrganizationFilter,
  organizationRows,
} from '../../../src/features/organization/core/organization-rows.ts'
import { organizationWorld, populate } from './organization-world.ts'

type Row = Record<string, string | number>

const sizes = [
  { projects: 30, keys: 1_000 },
  { projects: 300, keys: 10_000 },
]

export async function bench(): Promise<{ title: string; rows: Row[] }> {
  const rows: Row[] = []
  for (const size of sizes) {
    const world = organizationWorld()
    populate(world.state, size)
    const began = performance.now()
    const organization = await world.look()
    const reading = performance.now() - began
    const from = performance.now()
    const listed = organizationRows(organization, [], new Set(), Date.now())
    countRows(listed, noOrganizationFilter)
    filterRows(listed, { ...noOrganizationFilter, text: 'key 99' })
    rows.push({
      keys: organization.keys.length,
      projects: size.projects,
      'read, with the practice API’s own time, ms': Math.round(reading),
      'rows, marks and a search, ms': Math.round(performance.now() - from),
    })
  }
  return { title: 'The organization; budget at 10,000 keys: 5,000 ms of Keyway’s own time', rows }
}
