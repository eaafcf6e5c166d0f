/**
 * A form goes away in every way of the list, in every container: the guide may say that something was saved only where it was.
 * `npm run soak endings [-- --only Escape]`.
 */
import type { Page } from 'puppeteer-core'
import type { Harness } from '../../browser/harness.ts'
import { launch } from '../../browser/harness.ts'
import { send, withVault } from '../lock/vault-story.ts'
import { endFormBy } from './end-form.ts'
import { containers, endings } from './endings.ts'

const option = (name: string): string | undefined => {
  const at = process.argv.indexOf(`--${name}`)
  return at < 0 ? undefined : process.argv[at + 1]
}

export async function run(): Promise<string> {
  const h: Harness = await launch()
  const screen: Page = await withVault(h)
  const only = option('only')?.split(',')
  const counts: Record<string, number> = {}
  const failed: string[] = []
  try {
    for (const ending of endings.filter(({ name }) => !only || only.some(part => name.includes(part))))
      for (const container of containers.filter(one => !option('in') || option('in') === one)) {
        const name = `${ending.name}, in ${container}`
        try {
          const { isSaid, isSaved, isEarly, said } = await endFormBy(h, screen, container, ending)
          const so = isSaved ? (isEarly ? 'said before it was so' : 'said, and so') : 'said, and not so'
          const what = isSaid
            ? so
            : isSaved
              ? 'so, and not said'
              : isEarly
                ? 'said, and taken back'
                : 'not said'
          counts[what] = (counts[what] ?? 0) + 1
          if (isSaid && !isSaved) failed.push(name)
          console.log(`${isSaid && !isSaved ? 'BAD' : 'ok '} ${name}: ${what}. ${said}`)
        } catch (error) {
          failed.push(`${name}: ${(error as Error).message}`)
          console.log(`ERR ${name}: ${(error as Error).message}`)
        }
      }
    await send(screen, 'screen.guideAct', { act: 'stop' })
    h.assertClean()
  } finally {
    await h.close()
  }
  const lines = Object.entries(counts).map(([what, count]) => `    ${what}: ${count}`)
  return `endings: ${lines.join('\n')}\n    failed: ${failed.length}\n      ${failed.join('\n      ')}`
}
