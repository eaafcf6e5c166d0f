/** 50,000 hostile messages at the worker's gate. */
import { fuzz } from './messages.ts'

export async function run({ seed }: { seed: number }): Promise<string> {
  const { tried, refused, kept } = fuzz(seed, 50_000)
  if (refused < tried * 0.95) throw new Error(`Only ${refused} of ${tried} were refused.`)
  return `hostile messages: ${tried} tried, ${refused} refused, ${kept} harmless ones of the rightful sender taken`
}
