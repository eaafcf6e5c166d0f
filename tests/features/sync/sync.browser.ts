/** Two browsers, each with a vault, and a folder between them that the test carries to and fro, as a cloud drive would. */
import type { Page } from 'puppeteer-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { axe } from '../../browser/axe.ts'
import {
  clickMark,
  clickNamed,
  fill,
  type Harness,
  launch,
  says,
  shows,
  words,
} from '../../browser/harness.ts'
import { poll } from '../../browser/poll.ts'
import { send, withKey, withVault } from '../lock/vault-story.ts'

type Machine = { h: Harness; screen: Page }
let home: Machine
let work: Machine
const machines = () => [home, work]

beforeAll(async () => {
  const start = async (): Promise<Machine> => {
    const h = await launch()
    const screen = await withVault(h)
    await stubPicker(screen)
    return { h, screen }
  }
  home = await start()
  work = await start()
})
afterAll(() => Promise.all(machines().map(({ h }) => h.close())))

/** A real folder of the browser's own file system stands for the one that a person picks. */
async function stubPicker(screen: Page): Promise<void> {
  await screen.evaluate(async () => {
    const root = await navigator.storage.getDirectory()
    const folder = await root.getDirectoryHandle('cloud', { create: true })
    Object.defineProperty(window, 'showDirectoryPicker', { configurable: true, value: async () => folder })
  })
}

type Files = Record<string, string>
const filesOf = ({ screen }: Machine): Promise<Files> =>
  screen.evaluate(async () => {
    const root = await navigator.storage.getDirectory()
    const folder = await root.getDirectoryHandle('cloud', { create: true })
    const files: Record<string, string> = {}
    const entries = (folder as unknown as { values(): AsyncIterable<FileSystemFileHandle> }).values()
    for await (const entry of entries)
      if (entry.name.endsWith('.json')) files[entry.name] = await (await entry.getFile()).text()
    return files
  })
const writeFiles = ({ screen }: Machine, files: Files): Promise<void> =>
  screen.evaluate(async files => {
    const root = await navigator.storage.getDirectory()
    const folder = await root.getDirectoryHandle('cloud', { create: true })
    for (const [name, text] of Object.entries(files)) {
      const writing = await (await folder.getFileHandle(name, { create: true })).createWritable()
      await writing.write(text)
      await writing.close()
    }
  }, files)

/** What the cloud drive does: each machine's own file to the other. */
async function carry(): Promise<void> {
  for (const [from, to] of [
    [home, work],
    [work, home],
  ] as const) {
    const { device } = (await send(from.screen, 'screen.syncLook', {})) as { device?: string }
    const files = Object.entries(await filesOf(from)).filter(([name]) => device && name.includes(device))
    await writeFiles(to, Object.fromEntries(files))
  }
}

async function openSync({ screen }: Machine): Promise<void> {
  await screen.bringToFront()
  await screen.evaluate(() => {
    location.hash = 'sync'
  })
}
async function pressSync({ screen }: Machine): Promise<void> {
  await screen.bringToFront()
  await clickNamed(screen, 'Sync now')
}
const labelsOf = async ({ h }: Machine) => (await h.session()).rows?.map(({ label }) => label).sort()

/** Carries and syncs until both vaults hold these keys. */
async function untilBothHold(labels: string[]): Promise<void> {
  await poll(
    async () => {
      for (const machine of machines()) {
        await pressSync(machine)
        await carry()
      }
      const held = await Promise.all(machines().map(labelsOf))
      return held.every(each => JSON.stringify(each) === JSON.stringify(labels))
    },
    async () =>
      `both vaults to hold ${labels}: ${JSON.stringify(await Promise.all(machines().map(labelsOf)))}`,
  )
}

test('a second computer joins by the code, and each gets the keys of the other', async () => {
  await withKey(home.h, home.screen, 'Bot')
  await withKey(work.h, work.screen, 'Script')
  await openSync(home)
  await says(home.screen, /keeps the same keys on all your computers/)
  await home.h.screenshot(home.screen, 'sync/off')
  await clickMark(home.screen, '[data-keyway="sync-on"]')
  const shown = await shows(home.screen, '[data-keyway="sync-code"]')
  const code = (await shown?.evaluate(each => each.textContent)) ?? ''
  await home.h.screenshot(home.screen, 'sync/code')
  await clickNamed(home.screen, 'Done')
  await poll(async () => Object.keys(await filesOf(home)).length === 1, 'the first file')
  await writeFiles(work, await filesOf(home))

  await openSync(work)
  await clickMark(work.screen, '[data-keyway="sync-on"]')
  await says(work.screen, /Another computer syncs through this folder/)
  await work.screen.type('input[data-secret], form input', 'wrong-code')
  await clickMark(work.screen, '[data-keyway="sync-join"]')
  await says(work.screen, /That code does not fit this folder/)
  await work.screen.$eval('form input', field => {
    ;(field as HTMLInputElement).value = ''
  })
  await work.screen.type('form input', code)
  await clickMark(work.screen, '[data-keyway="sync-join"]')
  await says(work.screen, /Synced/)
  await untilBothHold(['Bot', 'Script'])
  await says(work.screen, /1 key added, from Chrome on Linux, /)
  await work.h.screenshot(work.screen, 'sync/on')
  expect(await axe(work.screen)).toEqual([])
})

test('a computer is renamed: the other one hears of it, though no key was changed', async () => {
  await openSync(work)
  await fill(work.screen, 'main form input', 'attic')
  await work.screen.keyboard.press('Enter')
  await says(work.screen, /Synced .* as attic\./)
  await poll(
    async () => {
      await carry()
      await pressSync(home)
      return /attic: last change/.test(await home.screen.evaluate(() => document.body.innerText))
    },
    async () => `the new name on the other computer; its page says: ${await words(home.screen)}`,
  )
})

test('an edit, and a deletion of one of many, come across; nothing readable is in the folder', async () => {
  const secrets = []
  for (const label of ['A', 'B', 'C', 'D', 'E'])
    secrets.push((await withKey(home.h, home.screen, label)).secret)
  await untilBothHold(['A', 'B', 'Bot', 'C', 'D', 'E', 'Script'])
  const rows = (await work.h.session()).rows ?? []
  const idOf = (label: string) => rows.find(row => row.label === label)?.id ?? ''
  await send(work.screen, 'screen.edit', { id: idOf('Bot'), about: { label: 'Robot', notes: 'kept by ops' } })
  await send(work.screen, 'screen.remove', { id: idOf('Script') })
  await untilBothHold(['A', 'B', 'C', 'D', 'E', 'Robot'])
  const folder = JSON.stringify(await filesOf(home))
  for (const secret of [...secrets, 'Robot', 'kept by ops', 'openai', 'attic'])
    expect(folder).not.toContain(secret)
  const pulled = await Promise.all(
    rows
      .filter(({ label }) => label === 'A')
      .map(({ id }) => send(work.screen, 'screen.pull', { id, reason: 'call' })),
  )
  expect(pulled[0]).toMatchObject({ ok: true, secret: secrets[0] })
})

test('a folder that is emptied, cut off or full of strangers’ files loses no key and is said', async () => {
  const names = Object.keys(await filesOf(home))
  await writeFiles(home, {
    ...Object.fromEntries(names.map(name => [name, '{"format":"keyway-sync","vers'])),
    'keyway-sync-stranger.json': 'no file of ours',
  })
  await pressSync(home)
  await says(home.screen, /files in the sync folder cannot be read/)
  expect(await labelsOf(home)).toHaveLength(6)
  // This machine's own file is whole again.
  await poll(
    async () => Object.values(await filesOf(home)).some(text => text.includes('"sealed"')),
    'the own file to be written anew',
  )
})

test('many deletions at once wait for the person’s word', async () => {
  const rows = (await work.h.session()).rows ?? []
  for (const { id } of rows.slice(0, 3)) await send(work.screen, 'screen.remove', { id })
  await pressSync(work)
  await poll(
    async () => {
      await carry()
      await pressSync(home)
      return home.screen.$('[data-keyway="sync-keep"]')
    },
    async () => `the question; the page says: ${await words(home.screen)}`,
  )
  expect(await labelsOf(home)).toHaveLength(6)
  await home.h.screenshot(home.screen, 'sync/asks')
  await clickMark(home.screen, '[data-keyway="sync-keep"]')
  // The other machine takes them back once its own undo is over: tests/features/sync/schedules.ts plays that without the wait.
  await poll(async () => !(await home.screen.$('[data-keyway="sync-keep"]')), 'the question to be answered')
  expect(await labelsOf(home)).toHaveLength(6)
})

/** The browser's sync area, which no test browser syncs: the test carries its items. */
const areaOf = ({ screen }: Machine) => screen.evaluate(() => chrome.storage.sync.get(null))

test('the browser’s own sync carries the same keys, sealed, where no folder does', async () => {
  const { secret } = await withKey(home.h, home.screen, 'By browser')
  for (const machine of machines()) {
    await openSync(machine)
    if (machine === work)
      await work.screen.evaluate(items => chrome.storage.sync.set(items), await areaOf(home))
    await clickMark(machine.screen, '[data-keyway="sync-browser"]')
    await says(machine.screen, /through the folder cloud and browser sync/)
    await poll(async () => Object.keys(await areaOf(machine)).length > 0, 'the items of browser sync')
  }
  await poll(
    async () => (await labelsOf(work))?.includes('By browser'),
    async () => `the key to come by browser sync: ${await words(work.screen)}`,
  )
  const area = JSON.stringify(await areaOf(work))
  for (const readable of [secret, 'By browser', 'Robot', 'openai', 'Chrome on'])
    expect(area).not.toContain(readable)
  await work.h.screenshot(work.screen, 'sync/browser')
  expect(await axe(work.screen)).toEqual([])
})

test('with no dashboard open, the popup and the side panel go on syncing', async () => {
  await openSync(work)
  for (const place of ['popup', 'panel'] as const) {
    await home.screen.goto(home.h.base + home.h.paths[place])
    const { secret } = await withKey(home.h, home.screen, `By ${place}`)
    await poll(
      async () => {
        await carry()
        await pressSync(work)
        await home.screen.bringToFront()
        return (await labelsOf(work))?.includes(`By ${place}`)
      },
      async () => `the ${place} to send the key: ${JSON.stringify(await labelsOf(work))}`,
    )
    expect(JSON.stringify(await filesOf(home))).not.toContain(secret)
  }
  await home.screen.goto(home.h.base + home.h.paths.dashboard)
  await openSync(home)
  await shows(home.screen, '[data-keyway="sync-status"]')
})

/** What both say to each other while one joins: each one's own notes to the other. */
async function carryNotes(): Promise<void> {
  for (const [from, to, end] of [
    [work, home, '-ask'],
    [home, work, '-answer'],
  ] as const) {
    const notes = async (at: Machine) =>
      Object.fromEntries(
        Object.entries(await areaOf(at)).filter(
          ([name]) => name.startsWith('keyway-join-') && name.endsWith(end),
        ),
      )
    const [there, here] = [await notes(from), await notes(to)]
    const gone = Object.keys(here).filter(name => !Object.hasOwn(there, name))
    await to.screen.evaluate(
      async (items, names) => {
        await chrome.storage.sync.set(items)
        await chrome.storage.sync.remove(names)
      },
      there,
      gone,
    )
  }
}
const seenAfterCarrying = (screen: Page, mark: string) =>
  poll(
    async () => {
      await carryNotes()
      return screen.$(`[data-keyway="${mark}"]`)
    },
    async () => `${mark}; the page says: ${await words(screen)}`,
  )

test('a computer that has left joins again, by six digits that the other one shows', async () => {
  await work.screen.bringToFront()
  await clickNamed(work.screen, 'Stop syncing here')
  await shows(work.screen, '[data-keyway="sync-on"]')
  await work.screen.evaluate(items => chrome.storage.sync.set(items), await areaOf(home))
  await clickMark(work.screen, '[data-keyway="sync-browser"]')
  await clickMark(work.screen, '[data-keyway="sync-ask"]')
  await clickMark(home.screen, '[data-keyway="sync-let-join"]')
  await seenAfterCarrying(home.screen, 'sync-digits')
  await home.h.screenshot(home.screen, 'sync/digits')
  expect(await axe(home.screen)).toEqual([])
  const digits = await home.screen.$eval('[data-keyway="sync-digits"]', each => each.textContent ?? '')
  await seenAfterCarrying(work.screen, 'sync-compare')
  await work.screen.type('form input', digits)
  await clickMark(work.screen, '[data-keyway="sync-compare"]')
  await says(work.screen, /The digits are the same/)
  await work.h.screenshot(work.screen, 'sync/same')
  await clickMark(home.screen, '[data-keyway="sync-same"]')
  await seenAfterCarrying(work.screen, 'sync-status')
  await poll(
    async () => {
      await carryNotes()
      return /Done\. The computer is listed here/.test(await words(home.screen))
    },
    async () => `the other computer to have taken the key: ${await words(home.screen)}`,
  )
  expect(await labelsOf(work)).toContain('By browser')
})

test('one of two carriers is taken away: what was written there goes, and the other goes on', async () => {
  await home.screen.bringToFront()
  await clickNamed(home.screen, 'Done')
  const own = ((await send(home.screen, 'screen.syncLook', {})) as { device?: string }).device ?? ''
  const isThere = async () => Object.keys(await areaOf(home)).some(name => name.includes(own))
  await poll(isThere, 'its items in browser sync')
  await clickMark(home.screen, '[data-keyway="sync-no-browser"]')
  await says(home.screen, /through the folder cloud, as/)
  await poll(async () => !(await isThere()), 'its items to go')
  expect(Object.keys(await filesOf(home)).some(name => name.includes(own))).toBe(true)
  await shows(home.screen, '[data-keyway="sync-browser"]')
  for (const { h } of machines()) h.assertClean()
})
