/** 50,000 hostile messages at the worker's gate. */
import { fuzz } from './fuzz.ts'

export async function run({ seed }: { seed: number }): Promise<string> {
  return `hostile messages: ${fuzz(seed, 50_000)} tried, all refused`
}
