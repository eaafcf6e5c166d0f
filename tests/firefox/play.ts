/** Plays every story there is in one Firefox. Loaded by tools/firefox.mjs. */

import { resolve } from 'node:path'
import { type Firefox, startFirefox } from './firefox.ts'
import { begin as beginJourney, steps } from './journey.ts'

let running: Firefox | undefined

export async function stop(): Promise<void> {
  await running?.close()
}

type Options = { executable: string; dist: string; say(line: string): void }

/** @returns how many steps failed; the first that does ends the story. */
export async function play({ executable, dist, say }: Options): Promise<number> {
  running = await startFirefox(executable, dist)
  const journey = beginJourney(running)
  let failed = 0
  try {
    for (const [index, step] of steps.entries()) {
      try {
        if (index > 0) await journey.endEventPage()
        await step.run(journey)
        say(`ok ${index + 1} ${step.name}`)
        await running.picture(resolve(`out/firefox/${String(index + 1).padStart(2, '0')}.png`))
      } catch (error) {
        failed++
        say(`failed ${index + 1} ${step.name}: ${error instanceof Error ? error.stack : error}`)
        for (const line of await running.complaints().catch(() => [])) say(`  Firefox says: ${line}`)
        break
      }
    }
    if (failed === 0)
      for (const line of await running.complaints()) {
        failed++
        say(`failed: Firefox says ${line}`)
      }
    const foreign = [...running.proxy.foreign].filter(host => !isFirefoxOwn(host))
    if (foreign.length > 0) say(`failed: hosts that are none of ours were asked: ${foreign.join(', ')}`)
    failed += foreign.length
  } finally {
    await running.close()
  }
  return failed
}

/** What Firefox itself asks for. None of it is answered. */
const isFirefoxOwn = (host: string) => /(^|\.)(mozilla\.(org|com|net)|firefox\.com|mozgcp\.net)$/.test(host)
