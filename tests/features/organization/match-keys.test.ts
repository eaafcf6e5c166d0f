/** Which key of the vault is which of the organization: what is not certain is never called so. */
import { describe, expect, it } from 'vitest'
import { endsOf, matchKeys } from '../../../src/features/organization/core/match-keys.ts'
import type { OrganizationKey } from '../../../src/features/organization/core/organization.ts'
import type { KeyRow } from '../../../src/protocol/published.ts'

const row = (id: string, lastFour: string, more: Partial<KeyRow> = {}): KeyRow => ({
  id,
  provider: 'openai',
  kind: 'project',
  label: id,
  lastFour,
  createdAt: 1e12,
  ...more,
})
const key = (id: string, redacted: string, more: Partial<OrganizationKey> = {}): OrganizationKey => ({
  id,
  kind: 'user',
  name: id,
  redacted,
  project: 'proj_a',
  seenAt: 0,
  ...more,
})
const told = (rows: KeyRow[], keys: OrganizationKey[]) =>
  matchKeys(rows, keys).map(({ row, key, isSure }) => `${row.id} ${isSure ? 'is' : 'may be'} ${key.id}`)

it.each([
  ['sk-pro...wxyz', 'sk-pro', 'wxyz'],
  ['sk-proj-Ab1...xyz', 'sk-proj-Ab1', 'xyz'],
  ['sk-proj-****************wxyz', 'sk-proj-', 'wxyz'],
  ['sk-…wxyz', 'sk-', 'wxyz'],
  ['...wxyz', '', 'wxyz'],
])('%s begins with “%s” and ends with “%s”', (redacted, start, end) => {
  expect(endsOf(redacted)).toEqual({ start, end })
})

it.each(['', 'sk-proj-abc', '...', 'sk-...yz', 'sk-... wxyz', '*'.repeat(500)])(
  '%j tells nothing',
  redacted => {
    expect(endsOf(redacted)).toBeUndefined()
  },
)

describe('a key of the vault', () => {
  it('is the one that ends so, when no other does', () => {
    expect(told([row('mine', 'wxyz')], [key('k1', 'sk-pro...wxyz'), key('k2', 'sk-pro...abcd')])).toEqual([
      'mine is k1',
    ])
  })

  it('is the one whose id it has, whatever else ends so', () => {
    const keys = [key('k1', 'sk-pro...wxyz'), key('k2', 'sk-pro...wxyz')]
    expect(told([row('mine', 'wxyz', { trackingId: 'k2' })], keys)).toEqual(['mine is k2'])
  })

  it('is not the one that an id names which shows another end: the platform’s own word decides', () => {
    const keys = [key('k1', 'sk-pro...wxyz'), key('k2', 'sk-pro...abcd'), key('k3', '')]
    for (const trackingId of ['k2', 'k3'])
      expect(told([row('mine', 'wxyz', { trackingId })], keys)).toEqual(['mine is k1'])
  })

  it('may be either of two that end so', () => {
    const keys = [key('k1', 'sk-pro...wxyz'), key('k2', 'sk-pro...wxyz')]
    expect(told([row('mine', 'wxyz')], keys)).toEqual(['mine may be k1', 'mine may be k2'])
  })

  it('may be one that another of the vault may be too', () => {
    expect(told([row('mine', 'wxyz'), row('copy', 'wxyz')], [key('k1', 'sk-pro...wxyz')])).toEqual([
      'mine may be k1',
      'copy may be k1',
    ])
  })

  it.each([
    ['of another kind', row('mine', 'wxyz', { kind: 'service' })],
    ['an admin key', row('mine', 'wxyz', { kind: 'admin' })],
    ['of another provider', row('mine', 'wxyz', { provider: 'groq' })],
    ['that was made here in another year', row('mine', 'wxyz', { madeHere: true })],
    ['that has another id', row('mine', 'wxyz', { trackingId: 'key_elsewhere' })],
    ['whose end is not known', row('mine', '')],
  ])('%s is not it', (_, other) => {
    expect(told([other], [key('k1', 'sk-pro...wxyz', { createdAt: 1.1e12 })])).toEqual([])
  })

  it('is not certain by three characters among thousands, and is by three more at the start', () => {
    const others = Array.from({ length: 5_000 }, (_, index) =>
      key(`k${index}`, `sk-pro...${index.toString(36).padStart(3, '0').slice(-3)}_`),
    )
    expect(told([row('mine', 'wXYZ')], [...others, key('it', 'sk-proj-...XYZ')])).toEqual(['mine may be it'])
    expect(told([row('mine', 'wXYZ')], [...others, key('it', 'sk-proj-Ab1...XYZ')])).toEqual(['mine is it'])
  })
})
