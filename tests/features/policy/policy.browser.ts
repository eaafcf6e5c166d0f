/**
 * An organization's policy, from the file on the disk to the refusal in the worker, in one browser: without a policy each of these
 * things can be done; then the file is written while Keyway is in use, and none can; then it goes, and everything is as it was.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import puppeteer, { type Page } from 'puppeteer-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { SessionItems } from '../../../src/protocol/storage-keys.ts'
import { findBrowser } from '../../../tools/browser.mjs'
import { type Harness, launch, says } from '../../browser/harness.ts'
import { poll } from '../../browser/poll.ts'
import { passphrase, send, withKey, withVault } from '../lock/vault-story.ts'
import { noPolicyHere, organization } from './policy-file.ts'

const why = noPolicyHere(await findBrowser())
if (why) console.warn(`NOT RUN: an organization's policies in a real browser. ${why}`)

const minute = 60_000
const policy = {
  passphraseWordsAtLeast: 6,
  lockAfterMinutesAtMost: 7,
  lockWithSystem: true,
  clearClipboardSecondsAtMost: 20,
  copyFreely: false,
  providers: ['anthropic', 'acme'],
  localServers: false,
  plaintextExport: false,
  projectFiles: [],
  syncCarriers: [],
  checksWhileLocked: false,
  keyAgeDaysAtMost: 10,
  expiryRequired: true,
  welcomePage: false,
  help: { name: 'Platform team', address: 'keys@example.com' },
}

let h: Harness
let screen: Page
let company: ReturnType<typeof organization>
let key: { id: string; secret: string }
let freely: { id: string; secret: string }

const inForce = () => h.inWorker(() => chrome.storage.managed.get(null) as Promise<Record<string, unknown>>)
const edit = (id: string, about: object) => send(screen, 'screen.edit', { id, about })
const pull = (reason: 'call' | 'write' | 'plain' | 'export') =>
  send(screen, 'screen.pull', { id: freely.id, reason })
const set = (patch: object) => send(screen, 'screen.settings', { patch })
const paste = (about: object) => {
  const { secret } = h.practice?.addKey({ createdAt: Date.now() }) ?? { secret: '' }
  return send(screen, 'screen.paste', { text: secret, about: { label: 'New', ...about } })
}
/** The organization's file, until the browser has read it. */
async function sets(next: object): Promise<void> {
  company.sets(next)
  await poll(
    async () => isDeepStrictEqual(await inForce(), next),
    async () => `the policy to be read; it is ${JSON.stringify(await inForce())}`,
  )
}

const proven = async () => expect(await send(screen, 'screen.prove', { passphrase })).toMatchObject(can)

const nextYear = Date.now() + 365 * 24 * 60 * minute
const can = { ok: true }
const cannot = { ok: false, code: 'forbidden' }

beforeAll(async () => {
  if (why) return
  company = organization()
  h = await launch({ dist: company.dist })
  expect(h.id).toBe(company.id)
  screen = await withVault(h)
  key = await withKey(h, screen)
  freely = await withKey(h, screen, 'Free')
})
afterAll(async () => {
  await h?.close()
  company?.ends()
})

test.skipIf(why)('without a policy everything can be done, and nobody says otherwise', async () => {
  await proven()
  expect(await edit(freely.id, { copyFreely: true })).toMatchObject(can)
  expect(await set({ lockAfterMinutes: 60, clearAfterSeconds: 60 })).toMatchObject(can)
  expect(await send(screen, 'screen.setWatching', { watchWhileLocked: true })).toMatchObject(can)
  for (const reason of ['call', 'write', 'plain', 'export'] as const)
    expect(await pull(reason), reason).toMatchObject(can)
  expect(await send(screen, 'screen.test', { id: key.id })).toMatchObject(can)
  expect(await send(screen, 'screen.syncStart', {})).toMatchObject(can)
  expect(await send(screen, 'screen.syncSeal', { place: 'x', text: 'y', carrier: 'browser' })).toMatchObject(
    can,
  )
  await screen.goto(`${h.base}${h.paths.dashboard}#policy`)
  await says(screen, 'Your organization has set no limits for Keyway.')
})

test.skipIf(why)(
  'a policy that comes in mid-use holds at once, in the worker, and loses nothing',
  async () => {
    const before = (await h.session()).vaultUntil ?? 0
    expect(before).toBeGreaterThan(Date.now() + 30 * minute)
    await sets(policy)

    await proven()
    // Locks sooner, with nobody pressing anything, and the choice of checks while locked holds no longer.
    await poll(
      async () => ((await h.session()).vaultUntil ?? Infinity) <= Date.now() + 7 * minute,
      'the time until the lock to be shortened',
    )
    expect((await h.session()).vault).toMatchObject({ status: 'unlocked', watchesWhileLocked: false })
    expect((await h.session()).watched).toBeUndefined()
    expect((await h.session()).rows).toHaveLength(2)

    expect(await set({ lockAfterMinutes: 8 })).toMatchObject(cannot)
    expect(await set({ clearAfterSeconds: 30 })).toMatchObject(cannot)
    expect(await set({ lockAfterMinutes: 5 })).toMatchObject(can)
    expect(await send(screen, 'screen.setWatching', { watchWhileLocked: true })).toMatchObject(cannot)
    expect(await edit(key.id, { copyFreely: true })).toMatchObject(cannot)
    for (const reason of ['call', 'write', 'plain'] as const)
      expect(await pull(reason), reason).toMatchObject(cannot)
    expect(await pull('export')).toMatchObject(can)
    // Nothing more leaves by sync, and what was synced stays.
    expect(await send(screen, 'screen.syncStart', {})).toMatchObject(cannot)
    for (const carrier of ['folder', 'browser'] as const)
      expect(await send(screen, 'screen.syncSeal', { place: 'x', text: 'y', carrier })).toMatchObject(cannot)
    expect(await send(screen, 'screen.test', { id: key.id })).toMatchObject(cannot)
    expect(await paste({ expiresAt: nextYear })).toMatchObject(cannot)
    expect(
      await send(screen, 'screen.paste', { text: 'none', provider: 'ollama', about: { label: 'Mine' } }),
    ).toMatchObject(cannot)
    // Four words open the vault as before; a new passphrase needs six.
    expect(
      await send(screen, 'screen.changePassphrase', { passphrase, next: 'obelisk crumb tremor gusto' }),
    ).toMatchObject({ code: 'weak_passphrase' })
    expect(await send(screen, 'screen.prove', { passphrase })).toMatchObject(can)
    // Freely no more: it was copied once, and a later copy asks who it is, once the last proof is over.
    expect(await send(screen, 'screen.copy', { id: freely.id })).toMatchObject(can)
    const copied = await poll(async () => (await h.session()).copy, 'the countdown')
    expect(copied.until).toBeLessThanOrEqual(Date.now() + 20_000)
    await send(screen, 'screen.clearClipboard', {})
    expect(await send(screen, 'screen.copy', { id: freely.id })).toMatchObject({ code: 'proof_needed' })
  },
)

test.skipIf(why)(
  'a locked control says who set it, and one page lists all and what was not understood',
  async () => {
    await screen.goto(`${h.base}${h.paths.dashboard}#policy`)
    await says(screen, 'Platform team, keys@example.com')
    const listed = () =>
      screen.$$eval('[data-keyway="policy"] [data-policy]', all =>
        all.map(one => one.getAttribute('data-policy')),
      )
    expect(new Set(await listed())).toEqual(new Set(Object.keys(policy)))
    await says(screen, 'Not understood')
    await says(screen, 'providers: acme')
    await h.screenshot(screen, 'policy-page')
    for (const [at, words] of [
      ['#settings', 'Set by your organization: 7 minutes at most'],
      ['#settings', 'Set by your organization: 20 seconds at most'],
      ['#security', 'Set by your organization: Not allowed'],
      ['#backup', 'Make a backup file'],
      ['#sync', 'Set by your organization: keys are not synced. They stay on this computer'],
    ] as const) {
      await screen.goto(`${h.base}${h.paths.dashboard}${at}`)
      await says(screen, words)
    }
    await screen.goto(`${h.base}${h.paths.dashboard}#keys/${key.id}`)
    // Ten days after it was made, though nobody wrote a date into it.
    await says(screen, /Replace by in \d+ days|Replace by .{4,30}, in \d+ days/)
  },
)

test.skipIf(why)(
  'each of two limits holds by itself: no server on this computer, and one carrier',
  async () => {
    const local = () =>
      send(screen, 'screen.paste', { text: 'none', provider: 'ollama', about: { label: 'Mine' } })
    const seal = (carrier: 'folder' | 'browser') =>
      send(screen, 'screen.syncSeal', { place: 'x', text: 'y', carrier })
    await sets({ localServers: false, syncCarriers: ['folder'] })
    expect(await local()).toMatchObject(cannot)
    expect(await seal('browser')).toMatchObject(cannot)
    expect(await seal('folder')).toMatchObject(can)
    await sets({ expiryRequired: true })
    expect(await local()).toMatchObject(can)
    expect(await seal('browser')).toMatchObject(can)
  },
)

test.skipIf(why)(
  'an expiry date is asked for, and no page of the web reads what the organization has set',
  async () => {
    await sets({ expiryRequired: true })
    expect(await paste({})).toMatchObject({ ok: false, code: 'forbidden' })
    expect(await paste({ expiresAt: nextYear })).toMatchObject(can)
    expect(await edit(key.id, { expiresAt: nextYear })).toMatchObject(can)
    expect(await edit(key.id, { expiresAt: null })).toMatchObject(cannot)

    const page = await h.platform('/usage')
    const read = await h.inWorker(async () => {
      const [tab] = await chrome.tabs.query({ url: 'https://platform.openai.com/*' })
      const [answer] = await chrome.scripting.executeScript({
        target: { tabId: tab?.id ?? 0 },
        func: () => chrome.storage.managed.get(null).then(JSON.stringify, () => 'refused'),
      })
      return answer?.result
    })
    expect(read).toBe('refused')
    await page.close()
    await screen.bringToFront()
  },
)

test.skipIf(why)(
  'values of the wrong size are named and not used; of the wrong type, the browser hands out none',
  async () => {
    company.sets({
      lockAfterMinutesAtMost: 0,
      keyAgeDaysAtMost: 4_000,
      copyFreely: 'no',
      projectFiles: 'env',
    })
    await poll(
      async () =>
        JSON.stringify(await inForce()) ===
        JSON.stringify({ keyAgeDaysAtMost: 4_000, lockAfterMinutesAtMost: 0 }),
      async () => `the browser to drop wrong types; it has ${JSON.stringify(await inForce())}`,
    )
    await screen.goto(`${h.base}${h.paths.dashboard}#policy`)
    await says(screen, 'lockAfterMinutesAtMost')
    await says(screen, 'Your organization has set no limits for Keyway.')
    expect(await set({ lockAfterMinutes: 60 })).not.toMatchObject(cannot)
  },
)

test.skipIf(why)('when the policy goes, everything is as the person had it', async () => {
  await sets({})
  expect(await send(screen, 'screen.prove', { passphrase })).toMatchObject(can)
  expect((await h.session()).vault?.watchesWhileLocked).toBe(true)
  for (const reason of ['call', 'write', 'plain'] as const)
    expect(await pull(reason), reason).toMatchObject(can)
  expect((await h.session()).rows?.find(row => row.id === freely.id)?.copyFreely).toBe(true)
  h.assertClean()
})

test.skipIf(why)(
  'welcomePage: no page stays open after an install when the organization says so, early or late, and one when it says nothing',
  async () => {
    // A browser that no debugger holds the workers of: one that is installed begins by itself.
    const profile = mkdtempSync(join(tmpdir(), 'keyway-profile-'))
    const browser = await puppeteer.launch({
      executablePath: (await findBrowser()) ?? '',
      pipe: true,
      enableExtensions: true,
      userDataDir: profile,
      targetFilter: target => target.type() !== 'service_worker',
      args: ['--no-sandbox', '--no-first-run', '--host-resolver-rules=MAP * ~NOTFOUND'],
    })
    try {
      const welcomes = async () =>
        (await browser.pages()).filter(page => page.url().includes('/welcome.html')).length
      const install = async () => expect(await browser.installExtension(company.dist)).toBe(h.id)
      await sets({})
      await install()
      await poll(async () => (await welcomes()) === 1, 'the welcome page')
      await sets({ welcomePage: false })
      await poll(async () => (await welcomes()) === 0, 'the page that nobody has touched to close itself')

      await browser.uninstallExtension(h.id)
      await install()
      const ours = await browser.newPage()
      await ours.goto(`${h.base}${h.paths.dashboard}`)
      const read = async () =>
        (await ours.evaluate(() => chrome.storage.session.get('policy'))) as Partial<SessionItems>
      await poll(
        async () => (await read()).policy?.policy.welcomePage === false,
        'the worker to hear of the policy',
      )
      // The browser may have told it after the page was opened; then that is on its way out.
      await poll(async () => (await welcomes()) === 0, 'no welcome page')
    } finally {
      await browser.close()
      rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
    }
  },
)
