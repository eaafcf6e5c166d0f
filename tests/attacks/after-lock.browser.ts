/**
 * Who reads the browser's memory after the lock, or after the unlock, finds no passphrase, no recovery code and no key that a screen
 * held. The control: the same search finds the text while a page keeps it, as a field of React's own would.
 */
import type { Page, Target } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { clickMark, clickNamed, fill, type Harness, launch, says } from '../browser/harness.ts'
import { inHeap } from '../browser/heap.ts'
import { poll } from '../browser/poll.ts'
import { send } from '../features/lock/vault-story.ts'
import { onlyInFull, report, tries } from './outcome.ts'

let h: Harness
/** What must not be found, by what a person calls it. Typed with real keys: a script of the test would stay in the heap itself. */
const secrets: Record<string, string> = { passphrase: 'walnut ferry 88 obelisk crumb' }
const counts = { tries: 0, landed: 0, control: { tries: 0, landed: 0 } }

beforeAll(async () => {
  h = await launch()
})
afterAll(() => h?.close())

async function look(page: Page): Promise<string[]> {
  const found = await inHeap(page.target(), secrets)
  counts.tries += Object.keys(secrets).length
  counts.landed += found.length
  return found
}

/** As React would: a variable of the page keeps what the field holds. */
async function keepAsReactWould(page: Page, selector: string, name: string): Promise<void> {
  await page.$eval(selector, element => {
    const { value } = element as HTMLInputElement
    Object.assign(globalThis, { kept: { text: value || element.textContent } })
  })
  counts.control.tries++
  if ((await inHeap(page.target(), secrets)).includes(name)) counts.control.landed++
}

function worker(): Target {
  const target = h.browser.targets().find(one => one.type() === 'service_worker')
  if (!target) throw new Error('The worker is not there.')
  return target
}

const lock = (page: Page) => send(page, 'screen.lock', {})
const isUnlocked = async () => (await h.session()).vault?.status === 'unlocked'

async function unlock(page: Page): Promise<void> {
  await page.bringToFront()
  await says(page, 'Unlock')
  await fill(page, 'form input', secrets.passphrase ?? '')
  await clickMark(page, '[data-keyway="unlock"]')
  await poll(isUnlocked, 'the vault to open')
}

describe('what the heap still holds', () => {
  test('the welcome page, after the vault was made, the code written down, and the lock', async () => {
    const page = await h.pageAt(/welcome\.html/)
    await page.bringToFront()
    await clickNamed(page, 'I have keys')
    await clickNamed(page, /^My own/)
    const fields = await page.$$('.secret-field input')
    for (const field of fields) await field.type(secrets.passphrase ?? '')
    if (tries(0, 1) === 1) await keepAsReactWould(page, '.secret-field input', 'passphrase')
    await clickMark(page, '[data-keyway="make-vault"]')
    await says(page, 'Save your recovery code')
    secrets['recovery code'] = await page.$eval('[data-keyway="recovery-code"]', e => e.textContent ?? '')
    await lock(page)
    await says(page, 'The recovery code is no longer on the screen')
    // In `npm test` the dashboard, which shares its memory, is looked at for this page too.
    if (tries(0, 1) === 1) expect(await look(page)).toEqual([])
  })

  // In `npm test` the dashboard's story below is looked at after the unlock and after the lock, for them all.
  test.each(onlyInFull(['popup', 'panel', 'dashboard'] as const))(
    '%s: after the unlock, and after the lock',
    async name => {
      const page = await h.extensionPage(h.paths[name])
      await unlock(page)
      expect(await look(page)).toEqual([])
      await lock(page)
      await says(page, 'Unlock')
      expect(await look(page)).toEqual([])
      await page.close()
    },
  )

  test('the dashboard: a key that was pasted, held to show, and in a list to import', async () => {
    const page = await h.extensionPage(`${h.paths.dashboard}#keys/add`)
    await unlock(page)
    secrets.key = h.practice?.addKey({ createdAt: Date.now() - 3_600_000 }).secret ?? ''
    await clickMark(page, 'textarea.dots')
    await page.keyboard.sendCharacter(secrets.key)
    await says(page, 'ends in')
    await clickMark(page, '[data-keyway="commit"]')
    const reveal = await poll(() => page.$('[data-keyway="reveal"]'), 'the key’s page')
    // In `npm test` what pasting leaves is found with what showing leaves.
    if (tries(0, 1) === 1) expect(await look(page), 'after pasting').toEqual([])
    await reveal.focus()
    await page.keyboard.down('Enter')
    await poll(() => page.$('code.secret:not([hidden]):not(:empty)'), 'the key on the screen')
    await keepAsReactWould(page, 'code.secret', 'key')
    await page.keyboard.up('Enter')
    await page.evaluate(() => Reflect.deleteProperty(globalThis, 'kept'))
    expect(await look(page), 'after showing').toEqual([])
    await page.goto(`${h.base}${h.paths.dashboard}#backup/import`)
    await page.reload()
    secrets.other = h.practice?.addKey({}).secret ?? ''
    await clickMark(page, 'textarea.dots')
    await page.keyboard.sendCharacter(`OTHER_KEY=${secrets.other}`)
    await clickNamed(page, 'Review')
    await says(page, 'Import one key')
    secrets['vault key'] = await h.inWorker(async () => {
      const { vaultKey } = await chrome.storage.session.get('vaultKey')
      Object.assign(globalThis, { kept: vaultKey })
      return String(vaultKey)
    })
    if (tries(0, 1) === 1) {
      counts.control.tries++
      if ((await inHeap(worker(), secrets)).includes('vault key')) counts.control.landed++
    }
    await h.inWorker(() => Reflect.deleteProperty(globalThis, 'kept'))
    await lock(page)
    await says(page, 'Unlock to see your keys')
    expect(await page.evaluate(() => location.hash)).toBe('#backup/import')
    expect(await look(page), 'after the lock').toEqual([])
    await page.close()
  })

  test('the worker, after the lock', async () => {
    counts.tries += Object.keys(secrets).length
    const found = await inHeap(worker(), secrets)
    counts.landed += found.length
    expect(found).toEqual([])
  })

  test('nothing of it was found anywhere', () => {
    report({
      attack: 'heap snapshots of every screen and the worker, after unlock and after lock',
      attacker: 'thief of an unlocked computer',
      asset: 'passphrase, recovery code and keys that a screen held',
      ...counts,
    })
  })
})
