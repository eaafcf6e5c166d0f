/** Copy once, in the built extension: what the system's clipboard really holds, and when it is really empty. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Harness, launch, root, says, shows } from '../../browser/harness.ts'
import { poll } from '../../browser/poll.ts'
import { clipboard, passphrase, putOnClipboard, send, withKey, withVault } from '../lock/vault-story.ts'

let h: Harness
let screen: Page

async function begin(options?: Parameters<typeof launch>[0]): Promise<void> {
  h = await launch(options)
  screen = await withVault(h)
  await send(screen, 'screen.settings', { patch: { clearAfterSeconds: 10 } })
  // The page that reads the clipboard is opened first: on a busy machine that takes longer than a copy stays.
  await clipboard(h)
}

async function empty(): Promise<void> {
  await poll(async () => (await clipboard(h)) === '', 'the clipboard to be emptied')
  await poll(async () => (await h.session()).copy === null, 'the countdown to end')
}

describe('without leave to read the clipboard', () => {
  beforeAll(() => begin())
  afterAll(() => h.close())

  test('the first copy is one press; the clipboard holds exactly the key, then nothing', async () => {
    const { id, secret } = await withKey(h, screen)
    const before = Date.now()
    const copied = await send(screen, 'screen.copy', { id })
    expect(copied).toMatchObject({ ok: true })
    expect(await clipboard(h)).toBe(secret)
    // Who pressed is told before the button in the toolbar counts.
    await poll(
      async () => /^\d+$/.test(await h.inWorker(() => chrome.action.getBadgeText({}))),
      'the toolbar to count',
    )
    await empty()
    expect(Date.now() - before).toBeGreaterThan(9_000)
    await poll(
      () =>
        h.inWorker(
          async () =>
            !(await chrome.offscreen.hasDocument()) && !/^\d+$/.test(await chrome.action.getBadgeText({})),
        ),
      'the page that copied to be closed, and the toolbar to count no more',
    )
  })

  test('that the clipboard is emptied, whatever it holds, is said beside a key and while it counts down', async () => {
    const { id } = await withKey(h, screen)
    const page = await h.extensionPage(`${h.paths.dashboard}#keys/${id}`)
    await says(page, '10 s after a copy Keyway empties the clipboard, whatever it holds.')
    await page.close()
    const popup = await h.extensionPage(h.paths.popup)
    await shows(popup, '[data-keyway="key-row"]')
    expect(await popup.$('[data-keyway="copy-note"]')).toBeNull()
    await send(screen, 'screen.copy', { id })
    await says(popup, 'Then the clipboard is emptied, whatever it holds.')
    await send(screen, 'screen.clearClipboard', {})
    await popup.close()
  })

  test('a second copy wants the passphrase, and takes no other', async () => {
    const { id, secret } = await withKey(h, screen)
    await send(screen, 'screen.copy', { id })
    expect(await send(screen, 'screen.clearClipboard', {})).toEqual({ ok: true })
    expect(await clipboard(h)).toBe('')
    expect(await send(screen, 'screen.copy', { id })).toMatchObject({ code: 'proof_needed' })
    expect(await send(screen, 'screen.copy', { id, passphrase: 'guess' })).toMatchObject({
      code: 'wrong_passphrase',
    })
    expect(await clipboard(h)).toBe('')
    expect(await send(screen, 'screen.copy', { id, passphrase })).toMatchObject({ ok: true })
    expect(await clipboard(h)).toBe(secret)
    await poll(
      async () => (await h.session()).rows?.find(row => row.id === id)?.copies === 2,
      'the second copy to be counted',
    )
    await send(screen, 'screen.clearClipboard', {})
  })

  test('the clearing survives the lock and the death of the worker', async () => {
    const { id, secret } = await withKey(h, screen)
    await send(screen, 'screen.copy', { id })
    await send(screen, 'screen.lock', {})
    await h.killWorker()
    expect(await clipboard(h)).toBe(secret)
    await empty()
    await send(screen, 'screen.unlock', { passphrase })
  })

  test('the clipboard’s document ends early too: the alarm clears the copy', async () => {
    const { id, secret } = await withKey(h, screen)
    await send(screen, 'screen.copy', { id })
    expect(await clipboard(h)).toBe(secret)
    await h.inWorker(() => chrome.offscreen.closeDocument())
    await h.killWorker()
    await empty()
  })

  test('can be a line for a shell', async () => {
    const { id, secret } = await withKey(h, screen)
    await send(screen, 'screen.copy', { id, format: 'bash' })
    expect(await clipboard(h)).toBe(`export OPENAI_API_KEY='${secret}'`)
    await send(screen, 'screen.clearClipboard', {})
  })

  test('nobody but the clipboard’s document gets the key: another page of ours that pulls is refused', async () => {
    const { id, secret } = await withKey(h, screen)
    await send(screen, 'screen.copy', { id })
    const pulled = await send(screen, 'offscreen.pull', {})
    expect(JSON.stringify(pulled ?? null)).not.toContain(secret.slice(10))
    await send(screen, 'screen.clearClipboard', {})
    h.assertClean()
  })
})

describe('with leave to read the clipboard', () => {
  const folder = mkdtempSync(join(tmpdir(), 'keyway-dist-'))
  beforeAll(async () => {
    cpSync(join(root, 'dist'), folder, { recursive: true })
    const path = join(folder, 'manifest.json')
    const manifest = JSON.parse(readFileSync(path, 'utf8')) as { permissions: string[] }
    // As if the person had said yes: a test cannot press the browser's own question.
    manifest.permissions.push('clipboardRead')
    writeFileSync(path, JSON.stringify(manifest))
    await begin({ dist: folder })
  })
  afterAll(async () => {
    await h.close()
    rmSync(folder, { recursive: true })
  })

  test('a clipboard that holds something else by then is left alone', async () => {
    const { id, secret } = await withKey(h, screen)
    await send(screen, 'screen.copy', { id })
    expect(await clipboard(h)).toBe(secret)
    await putOnClipboard(h, 'a recipe')
    await poll(async () => (await h.session()).copy === null, 'the countdown to end')
    expect(await clipboard(h)).toBe('a recipe')
  })

  test('the key itself is cleared, and nothing is said of emptying whatever is there', async () => {
    const { id, secret } = await withKey(h, screen)
    await screen.evaluate(id => {
      location.hash = `keys/${id}`
    }, id)
    await says(screen, /Windows and some programs keep a history/)
    expect(await screen.$('[data-keyway="copy-note"]')).toBeNull()
    await send(screen, 'screen.copy', { id })
    expect(await clipboard(h)).toBe(secret)
    await empty()
  })
})

test('a browser that ends before the time: the next start says so, and “Clear now” clears', async () => {
  const profile = mkdtempSync(join(tmpdir(), 'keyway-profile-'))
  await begin({ profile })
  const { id } = await withKey(h, screen)
  await send(screen, 'screen.copy', { id })
  const practice = h.practice
  await h.kill()
  h = await launch({ profile, practice })
  await poll(async () => (await h.session()).clipboardNote?.text, 'the note about the clipboard')
  const again = await h.extensionPage(h.paths.dashboard)
  await putOnClipboard(h, 'still the key')
  await again.bringToFront()
  await (await shows(again, '[data-keyway="clear-clipboard"]')).click()
  await poll(async () => (await h.session()).clipboardNote === null, 'the note gone')
  expect(await clipboard(h)).toBe('')
  await h.close()
  await practice?.close()
  rmSync(profile, { recursive: true, force: true })
})
