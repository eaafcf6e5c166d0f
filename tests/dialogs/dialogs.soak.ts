/**
 * The lab of dialogs: real dialogs of many libraries and of the platform, each at three moments, with every control of the card by mouse,
 * touch, keys and drags. None may close, lose what is in it, or leave a control dead. The libraries are a package of their own,
 * installed here when they are missing. ONLY=word plays the dialogs whose name holds it; WORKERS=n browsers at a time, two if not said.
 */
import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { type Input, inputs, moments, notIsolated, openPresses, type Presses, pageScript } from './presses.ts'

const here = import.meta.dirname
const { ONLY = '', WORKERS = '2' } = process.env

/** `closes`: by what it closes without the isolation. */
type Played = { name: string; count: number; wrong: string[]; tabs?: number | undefined; closes: Input[] }

export async function run(): Promise<string> {
  if (!existsSync(join(here, 'node_modules')))
    execFileSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], {
      cwd: here,
      stdio: 'inherit',
    })
  const script = await pageScript(join(here, 'libraries/page.ts'))
  const labs = await Promise.all(Array.from({ length: Number(WORKERS) }, () => openPresses(script)))
  try {
    const names = labs[0]?.names.filter(name => name.toLowerCase().includes(ONLY.toLowerCase())) ?? []
    const left = [...names]
    const played: Played[] = []
    await Promise.all(
      labs.map(async presses => {
        for (let name = left.shift(); name !== undefined; name = left.shift()) {
          const one = await play(presses, name)
          played.push(one)
          console.log(describe(one))
        }
      }),
    )
    const count = played.reduce((sum, one) => sum + one.count, 0)
    const closed = played.filter(one => one.closes.length > 0).length
    const byTab = played.filter(one => one.tabs !== undefined).length
    const figures = `${names.length} dialogs, ${count} presses; without the guard ${closed} of the dialogs close. By Tab alone the card is reached in ${byTab}, by its shortcut in all`
    console.log(`    ${figures}`)
    assert.deepEqual(
      played.flatMap(one => one.wrong),
      [],
    )
    // Without the isolation many of them close, or the lab would prove nothing.
    if (ONLY === '') assert.ok(closed > names.length / 3, `only ${closed} closed without the guard`)
    return `${figures}: 0 closed, 0 lost, 0 dead.`
  } finally {
    await Promise.all(labs.map(presses => presses.close()))
  }
}

/** One that cannot be played to its end is told and keeps no other from its turn. */
async function play(presses: Presses, name: string): Promise<Played> {
  const one: Played = { name, count: 0, wrong: [], closes: [] }
  try {
    for (const input of inputs)
      for (const moment of moments) {
        const { count, wrong } = await presses.pressAll(name, moment, input)
        one.count += count
        one.wrong.push(...wrong)
      }
    one.tabs = await presses.tabsToCard(name)
    for (const input of ['mouse', 'keys'] as const) {
      const unguarded = await presses.pressAll(name, moments[0], input, notIsolated)
      if (unguarded.wrong.some(text => text.endsWith(': closed'))) one.closes.push(input)
    }
  } catch (error) {
    one.wrong.push(`${name}: ${error instanceof Error ? error.message : error}`)
  }
  return one
}

const describe = ({ name, count, wrong, tabs, closes }: Played): string =>
  [
    `    ${name}: ${count} presses, ${wrong.length} wrong; Tab ${tabs === undefined ? 'never reaches the card' : `reaches the card after ${tabs}`}; without the guard it ${closes.length > 0 ? `closes by ${closes.join(' and ')}` : 'stays open, too'}`,
    ...wrong.map(text => `      ${text}`),
  ].join('\n')
