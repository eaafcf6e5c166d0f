/**
 * Has a built Keyway of any version write a profile, in mid-journey, and keeps what it stored: `node tests/updates/make-profile.mjs NAME DIST`,
 * where DIST was built from the commit that wrote data of this form. A profile that is there is never made again.
 */
import { createHash } from 'node:crypto'
import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'puppeteer-core'
import { clickMark, type Harness, launch } from '../browser/harness.ts'
import { poll } from '../browser/poll.ts'

const passphrase = 'lagoon unhappy trombone pebble'

type Reply = { ok?: boolean; [name: string]: unknown }
type Row = { id: string; label: string; verdict?: { cause: string } }

export async function makeProfile(name: string, dist: string, commit: string): Promise<string> {
  const path = join(import.meta.dirname, 'profiles', `${name}.json`)
  if (existsSync(path)) throw new Error(`${path} is there already: profiles are never made again.`)
  // Whatever an older version complains of is not what this is about.
  const h = await launch({ dist, expected: [/./] })
  try {
    const screen = await h.extensionPage(h.paths.dashboard)
    const ask = async (message: string, payload: object = {}): Promise<Reply> => {
      const reply = (await screen.evaluate(sent => chrome.runtime.sendMessage(sent), {
        name: message,
        payload,
      } as object)) as Reply
      if (!reply?.ok) throw new Error(`${message}: ${JSON.stringify(reply)}`)
      return reply
    }
    const { recoveryCode } = await ask('screen.createVault', { passphrase, watchWhileLocked: true })
    await ask('screen.settings', {
      patch: { lockAfterMinutes: 60, clearAfterSeconds: 120, checkEveryMinutes: 1440 },
    })
    const keys = await saveKeys(h, ask)
    await syncWhereItCan(screen)
    await startRotation(h, screen, ask, keys[0]?.id ?? '')
    const more = await startReplacement(h, screen, ask)
    // What ends the journey in the middle: a copy whose clearing is due, a removal that can be undone, a key that came while it was locked.
    await ask('screen.copy', { id: keys[1]?.id })
    await poll(async () => (await h.local()).copyLeft !== undefined, 'the copy')
    await ask('screen.remove', { id: keys[2]?.id })
    await screen.evaluate(() => void chrome.runtime.sendMessage({ name: 'screen.lock', payload: {} }))
    await poll(async () => (await h.session()).vault?.status === 'locked', 'the lock')
    const panel = await h.extensionPage(h.paths.panel)
    const waiting = h.practice?.addKey({ createdAt: Date.now() - 3_600_000 }).secret ?? ''
    await panel.evaluate(sent => chrome.runtime.sendMessage(sent), {
      name: 'screen.paste',
      payload: { text: waiting, about: { label: 'Came while locked' } },
    } as object)
    await poll(async () => Object.keys(await h.local()).some(item => item.includes('.inbox.')), 'the inbox')

    const profile = {
      about: `What a Keyway built from commit ${commit} had stored when its browser ended in the middle of everything. The keys are the practice platform’s: worth nothing.`,
      commit,
      at: Date.now(),
      passphrase,
      recoveryCode,
      keys: keys.map(({ secret, ...key }) => ({ ...key, sha256: sha256(secret) })),
      more: more.map(({ secret, ...key }) => ({ ...key, sha256: sha256(secret) })),
      waiting: { label: 'Came while locked', sha256: sha256(waiting) },
      local: await h.local(),
      sync: await h.inWorker(() => chrome.storage.sync.get(null)),
      databases: await panel.evaluate(databases),
    }
    writeFileSync(path, `${JSON.stringify(profile, null, 1)}\n`)
    return `${path}: ${Object.keys(profile.local).length} items`
  } finally {
    await h.close()
  }
}

async function saveKeys(h: Harness, ask: (name: string, payload?: object) => Promise<Reply>) {
  const keys: { id: string; label: string; secret: string; provider: string }[] = []
  for (const label of ['Laptop', 'Server', 'Gone soon']) {
    const secret = h.practice?.addKey({ createdAt: Date.now() - 3_600_000 }).secret ?? ''
    const { id } = await ask('screen.paste', {
      text: secret,
      about: { label, notes: `Notes of ${label}`, project: 'Default project', environment: 'Production' },
    })
    keys.push({ id: String(id), label, secret, provider: 'openai' })
  }
  await ask('screen.edit', { id: keys[1]?.id, about: { label: 'Server, edited' } })
  if (keys[1]) keys[1].label = 'Server, edited'
  await ask('screen.testAll')
  await poll(
    async () => {
      const rows = ((await h.session()).rows ?? []) as Row[]
      return rows.length === keys.length && rows.every(row => row.verdict?.cause === 'ok')
    },
    async () => `every key to be checked: ${JSON.stringify((await h.session()).rows)}`,
  )
  return keys
}

/** Through a folder of the browser's own file system, where this version has sync. */
async function syncWhereItCan(screen: Page): Promise<void> {
  await screen.evaluate(async () => {
    const root = await navigator.storage.getDirectory()
    const folder = await root.getDirectoryHandle('cloud', { create: true })
    Object.defineProperty(window, 'showDirectoryPicker', { configurable: true, value: async () => folder })
    location.hash = 'sync'
  })
  await screen.bringToFront()
  const on = await screen.waitForSelector('[data-keyway="sync-on"]', { timeout: 5_000 }).catch(() => null)
  if (!on) return
  await on.click()
  await screen.waitForSelector('[data-keyway="sync-code"]')
  await poll(
    () =>
      screen.evaluate(async () => {
        const root = await navigator.storage.getDirectory()
        const folder = await root.getDirectoryHandle('cloud')
        const entries = (folder as unknown as { keys(): AsyncIterable<string> }).keys()
        for await (const name of entries) if (name.startsWith('keyway-sync-')) return true
        return false
      }),
    'the sync file',
  )
}

/** “Rotate a key” for this key, a few steps on. */
async function startRotation(
  h: Harness,
  screen: Page,
  ask: (name: string, payload?: object) => Promise<Reply>,
  keyId: string,
): Promise<void> {
  const page = await h.platform('/api-keys')
  await page.bringToFront()
  await ask('screen.startGuide', { guide: 'rotate-key', keyId })
  const step = async () => (await h.session()).tour?.step
  const first = await poll(step, 'the guide')
  await ask('screen.guideAct', { act: 'skip' })
  await poll(async () => (await step()) !== first, `the step after ${first}`)
  await screen.bringToFront()
}

/** “Deploy” is replaced through an admin key, and waits until it is unused; of a version that had none, nothing. @returns its keys */
async function startReplacement(
  h: Harness,
  screen: Page,
  ask: (name: string, payload?: object) => Promise<Reply>,
): Promise<{ id: string; label: string; secret: string; provider: string }[]> {
  const old = h.practice?.addKey({
    kind: 'service',
    name: 'deploy-bot',
    createdAt: Date.now() - 3 * 86_400_000,
  })
  const admin = h.practice?.addKey({ kind: 'admin' })
  const save = async (text = '', label = '') =>
    String((await ask('screen.paste', { text, about: { label } })).id)
  const [oldId, adminId] = [await save(old?.secret, 'Deploy'), await save(admin?.secret, 'Owner key')]
  const goTo = (to: string) =>
    screen.evaluate(to => {
      location.hash = to
    }, to)
  const press = (mark: string) => clickMark(screen, `[data-keyway="${mark}"]:not([aria-disabled="true"])`)
  const stage = (name: string) => screen.waitForSelector(`[data-keyway="replacement"][data-stage="${name}"]`)
  await goTo('organization')
  await press('read-organization')
  await poll(
    async () => (await h.session()).rows?.some(row => row.trackingId === old?.id),
    'the platform’s id of the key',
  )
  await goTo(`replace/${oldId}`)
  await press('replace-start')
  await stage('create')
  await press('replace-make')
  await stage('place')
  await press('replace-placed')
  await stage('wait')
  const made = h.practice?.state.keys.find(({ name }) => name.startsWith('deploy-bot-'))
  const next = (await h.session()).rows?.find(
    row => row.label !== 'Deploy' && row.lastFour === made?.secret.slice(-4),
  )
  return [
    { id: oldId, label: 'Deploy', secret: old?.secret ?? '', provider: 'openai' },
    { id: adminId, label: 'Owner key', secret: admin?.secret ?? '', provider: 'openai' },
    { id: next?.id ?? '', label: next?.label ?? '', secret: made?.secret ?? '', provider: 'openai' },
  ]
}

/** What looks like a key is no part of a repository. */
const sha256 = (secret: string): string => createHash('sha256').update(secret).digest('hex')

/** Runs in a page of the extension's: every database, without what JSON cannot say (handles, keys of the browser's own). */
async function databases(): Promise<
  Record<string, { version: number; stores: Record<string, Record<string, unknown>> }>
> {
  const found: Record<string, { version: number; stores: Record<string, Record<string, unknown>> }> = {}
  for (const { name = '', version = 1 } of await indexedDB.databases()) {
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open(name)
      request.onsuccess = () => resolve(request.result)
      request.onerror = () => reject(request.error)
    })
    const stores: Record<string, Record<string, unknown>> = {}
    for (const store of database.objectStoreNames) {
      const items: Record<string, unknown> = {}
      const all = database.transaction(store).objectStore(store)
      const read = <T>(request: IDBRequest<T>) =>
        new Promise<T>((resolve, reject) => {
          request.onsuccess = () => resolve(request.result)
          request.onerror = () => reject(request.error)
        })
      const [names, values] = await Promise.all([read(all.getAllKeys()), read(all.getAll())])
      for (const [at, key] of names.entries()) items[String(key)] = values[at]
      stores[store] = items
    }
    found[name] = { version, stores }
    database.close()
  }
  return found
}
