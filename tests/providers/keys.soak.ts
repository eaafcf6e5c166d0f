/** 300,000 random keys of each shape are pasted: none is refused. KEYS=n tries another number. */
import { refusedOf, shapeNames } from './refused-of.ts'

export async function run({ seed }: { seed: number }): Promise<string> {
  const count = Number(process.env.KEYS ?? 300_000)
  for (const shape of shapeNames) {
    const refused = refusedOf(shape, count, String(seed), false)
    if (refused.length > 0)
      throw new Error(`${refused.length} of ${count} (${shape}), as ${refused.slice(0, 5).join(', ')}`)
    console.log(`  ${shape}: ${count}, none refused`)
  }
  return `${count} random keys of each of ${shapeNames.length} shapes: none refused`
}
