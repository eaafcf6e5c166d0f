/** A page searches what is drawn in it, Keyway's card too, for what the vault knows of the key that a guide is about. */
import type { Page } from 'puppeteer-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Harness, launch } from '../browser/harness.ts'
import { poll } from '../browser/poll.ts'
import { standing } from '../browser/practice-page.ts'
import { atStep, begin, type Scene, view } from '../features/guide/on-keys-page.ts'
import { send, withVault } from '../features/lock/vault-story.ts'
import { card, spotlight } from '../overlay/overlay.ts'
import { report, sampleOf } from './outcome.ts'

let h: Harness
let screen: Page
beforeAll(async () => {
  h = await launch()
  screen = await withVault(h)
})
afterAll(() => h?.close())

const about = {
  label: 'Zebra-Lighthouse',
  project: 'Quokka-Harbour',
  organization: 'Umbrella-Mill',
  notes: 'Violet-Trumpet',
}

/** A key of the vault that no page shows: what a page finds of it can only be from Keyway. */
async function subject(): Promise<{ id: string; lastFour: string }> {
  const secret = h.practice?.addKey({ createdAt: Date.now() - 3_600_000 }).secret ?? ''
  const saved = await send(screen, 'screen.paste', { text: secret, about })
  if (!saved?.ok) throw new Error(`The key was not saved: ${JSON.stringify(saved)}`)
  return { id: saved.id, lastFour: secret.slice(-4) }
}

/** Case matters: four characters are found by chance otherwise. */
const finds = (page: Page, text: string): Promise<boolean> =>
  page.evaluate(text => {
    getSelection()?.removeAllRanges()
    const find = (window as unknown as { find(...how: unknown[]): boolean }).find
    return find.call(window, text, true, false, true, false, false, false)
  }, text)

async function start(guide: string, path: string, keyId: string, scenePatch = {}): Promise<Scene> {
  const scene = await begin(h, screen, scenePatch, guide, path)
  await send(screen, 'screen.startGuide', { guide, keyId })
  return scene
}

const steps: [guide: string, path: string, step: string][] = [
  ['revoke-key', '/api-keys', 'find'],
  ['rotate-key', '/api-keys', 'places'],
  ['fix-permission-denied', '/api-keys', ''],
  ['fix-not-working', '/api-keys', ''],
]

test('a page that searches itself finds nothing of the key that a guide is about', async () => {
  const key = await subject()
  const outcome = { tries: 0, landed: 0 }
  const control = { tries: 0, landed: 0 }
  for (const [guide, path, step] of sampleOf(steps, 2)) {
    const scene = await start(guide, path, key.id)
    const now = step === '' ? await poll(() => card(scene.page), 'a card') : await atStep(scene, step)
    for (const text of [...Object.values(about), key.lastFour]) {
      outcome.tries++
      if (now.text.includes(text) || (await finds(scene.page, text))) outcome.landed++
    }
    // The search does reach into the card: what it says otherwise is found.
    const said = (await view(h))?.title ?? ''
    control.tries++
    if (said !== '' && (await finds(scene.page, said))) control.landed++
  }
  h.assertClean()
  report({
    attack: 'window.find() spells out what the card says of a stored key',
    attacker: 'script in the page',
    asset: 'label, last four, project of a stored key',
    ...outcome,
    control,
  })
})

test('the row of the key is lit among others; none is when two end alike, or when it is not listed', async () => {
  const scene = await begin(h, screen, {}, 'create-key')
  h.practice?.reset({ keys: [{ name: 'First' }, { name: 'Second' }, { name: 'Third' }] })
  const key = h.practice?.state.keys[1]
  const saved = await send(screen, 'screen.paste', {
    text: key?.secret ?? '',
    about: { label: 'The second' },
  })
  if (!saved?.ok) throw new Error(`The key was not saved: ${JSON.stringify(saved)}`)
  const { page } = scene
  await page.reload({ waitUntil: 'load' })
  await send(screen, 'screen.startGuide', { guide: 'revoke-key', keyId: saved.id })
  await atStep(scene, 'find')
  const box = await standing(page, 'key-delete', 'Second')
  await poll(async () => {
    const ring = (await spotlight(page))?.box
    return ring !== undefined && Math.abs(ring.y + ring.height / 2 - box.y - box.height / 2) < 12
  }, 'the second row’s Delete to be lit')

  // Another row comes to end in the same four characters.
  await page.evaluate(tail => {
    const row = [...document.querySelectorAll('tr, [role=row], li')].find(one =>
      one.textContent?.includes('Third'),
    )
    for (const part of row?.querySelectorAll('*') ?? [])
      if (part.children.length === 0 && part.textContent?.includes('sk-...'))
        part.textContent = `sk-...${tail}`
  }, key?.secret.slice(-4) ?? '')
  await poll(
    async () => (await spotlight(page)) === undefined || (await view(h))?.target !== 'rowDelete',
    'no light',
  )
  expect((await view(h))?.watch.targets.find(({ name }) => name === 'rowDelete')?.row).toBe('')
  h.assertClean()
})
