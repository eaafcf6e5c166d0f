/** What the vault's benchmarks share. */
import { performance } from 'node:perf_hooks'
import { testSecret } from './helpers.ts'

export type Table = { title: string; rows: Record<string, string | number>[] }

export async function timed(work: () => Promise<unknown>): Promise<number> {
  const from = performance.now()
  await work()
  return performance.now() - from
}
export const median = async (times: number, work: () => Promise<unknown>) => {
  const all: number[] = []
  for (let i = 0; i < times; i++) all.push(await timed(work))
  return all.sort((a, b) => a - b)[times >> 1] ?? 0
}
export const ms = (value: number) => Number(value.toFixed(1))
export const records = (count: number) =>
  Array.from({ length: count }, (_, n) => ({
    id: `id-${n}`,
    provider: 'openai' as const,
    label: `Key number ${n}`,
    project: 'Shop',
    notes: 'Some words about this key',
    secret: testSecret(n),
  }))
