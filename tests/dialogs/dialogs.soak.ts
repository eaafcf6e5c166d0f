/**
 * The lab of dialogs: real dialogs of many libraries and of the platform, each at three moments, with every control of the card by mouse,
 * touch, keys and drags. None may close, lose what is in it, or leave a control dead. The libraries are a package of their own,
 * installed here when they are missing. ONLY=word plays the dialogs whose name holds it.
 */
import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { inputs, moments, notIsolated, openPresses } from './presses.ts'

const here = import.meta.dirname

export async function run(): Promise<string> {
  if (!existsSync(join(here, 'node_modules')))
    execFileSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], {
      cwd: here,
      stdio: 'inherit',
    })
  const presses = await openPresses(join(here, 'libraries/page.ts'))
  try {
    const names = presses.names.filter(name =>
      name.toLowerCase().includes(process.env.ONLY?.toLowerCase() ?? ''),
    )
    const wrong: string[] = []
    const byTab: string[] = []
    let count = 0
    let closedWithoutGuard = 0
    for (const name of names) {
      let ofThis = 0
      for (const input of inputs) {
        for (const moment of moments) {
          const outcome = await presses.pressAll(name, moment, input)
          ofThis += outcome.count
          wrong.push(...outcome.wrong)
        }
      }
      const tabs = await presses.tabsToCard(name)
      if (tabs !== undefined) byTab.push(name)
      const control = await presses.pressAll(name, moments[0], 'mouse', notIsolated)
      if (control.wrong.some(text => text.endsWith(': closed'))) closedWithoutGuard++
      count += ofThis
      console.log(
        `    ${name}: ${ofThis} presses, ${wrong.filter(text => text.startsWith(`${name}, `)).length} wrong; Tab ${
          tabs === undefined ? 'never reaches the card' : `reaches the card after ${tabs}`
        }`,
      )
    }
    assert.deepEqual(wrong, [])
    // Without the isolation many of them close, or the lab would prove nothing.
    if (!process.env.ONLY)
      assert.ok(closedWithoutGuard > names.length / 3, `only ${closedWithoutGuard} closed`)
    return `${names.length} dialogs, ${count} presses: 0 closed, 0 lost, 0 dead. Without the guard ${closedWithoutGuard} of them close. By Tab alone the card is reached in ${byTab.length}; by its shortcut in all.`
  } finally {
    await presses.close()
  }
}
