/**
 * The built extension with many keys, in a real browser: unlock to list without the passphrase function (by recovery
 * code, which needs none), one save while nothing else goes on and while every key is being checked, and what a letter
 * typed into the search costs. Medians and 95th percentiles; the budget stands beside.
 */
import type { Page } from 'puppeteer-core'
import { type Harness, launch } from '../browser/harness.ts'
import { poll } from '../browser/poll.ts'
import { passphrase, send } from '../features/lock/vault-story.ts'

type Row = Record<string, string | number>

export async function bench(): Promise<{ title: string; rows: Row[] }> {
  const rows: Row[] = []
  for (const count of [20, 2_000]) rows.push(...(await measure(count)))
  return { title: 'Many keys in the built extension', rows }
}

async function measure(count: number): Promise<Row[]> {
  const h = await launch()
  try {
    await (await h.pageAt(/welcome\.html/)).close()
    const screen = await h.extensionPage(h.paths.dashboard)
    const made = await send(screen, 'screen.createVault', { passphrase, watchWhileLocked: false })
    if (!made?.ok) throw new Error(JSON.stringify(made))
    // Asked only when the bench says so.
    await send(screen, 'screen.settings', { patch: { checkEveryMinutes: 0, lockAfterMinutes: 600 } })
    const records = Array.from({ length: count }, (_, i) => ({
      id: `id-${i}`,
      provider: 'openai',
      label: `Production-Chatbot-v${i}`,
      project: i % 3 ? 'Default project' : 'Shop',
      environment: i % 2 ? 'Production' : 'Development',
      notes: 'Some words about this key, who uses it and where.',
      secret: h.practice?.addKey({ createdAt: Date.now() - 3_600_000 }).secret ?? '',
      createdAt: Date.now() - 48 * 3_600_000,
    }))
    const imported = await send(screen, 'screen.import', { records })
    if (!imported?.ok) throw new Error(JSON.stringify(imported))

    const unlocks = await times(7, async () => {
      await send(screen, 'screen.lock', {})
      return unlockToList(screen, made.recoveryCode, count)
    })
    await settled(h)
    const quiet = await times(25, i => edit(screen, i))
    await send(screen, 'screen.testAll', {})
    await poll(async () => ((await h.session()).checks?.running.length ?? 0) > 0, 'the checks to begin')
    const busy = await times(25, i => edit(screen, i))
    await send(screen, 'screen.lock', {})
    await unlockToList(screen, made.recoveryCode, count)
    const typed = await search(h)
    const row = (what: string, all: number[], budget: number | ''): Row => ({
      keys: count,
      what,
      'median ms': at(all, 0.5),
      'p95 ms': at(all, 0.95),
      budget,
    })
    return [
      row('unlock to list, after the passphrase function', unlocks, 300),
      row('one save, acknowledged and on screen', quiet, 50),
      row('the same while all keys are checked', busy, 50),
      row('one letter in the popup’s search: main thread busy', typed, 16),
    ]
  } finally {
    await h.close()
  }
}

/** From the message to the moment the list is in the screen's hands. */
const unlockToList = (screen: Page, code: string, count: number) =>
  screen.evaluate(
    async (code, count) => {
      const listed = new Promise<void>(done => {
        const heard = ({ rows }: Record<string, { newValue?: unknown }>) => {
          if (!Array.isArray(rows?.newValue) || rows.newValue.length < count) return
          chrome.storage.session.onChanged.removeListener(heard)
          done()
        }
        chrome.storage.session.onChanged.addListener(heard)
      })
      const from = performance.now()
      const message = { name: 'screen.unlockWithRecoveryCode', payload: { code } }
      const reply = (await chrome.runtime.sendMessage(message)) as { ok: boolean }
      if (!reply.ok) throw new Error(JSON.stringify(reply))
      await listed
      return performance.now() - from
    },
    code,
    count,
  )

const edit = (screen: Page, i: number) =>
  screen.evaluate(async i => {
    const from = performance.now()
    const payload = { id: `id-${i % 20}`, about: { label: `Edited ${from}` } }
    const reply = (await chrome.runtime.sendMessage({ name: 'screen.edit', payload })) as { ok: boolean }
    if (!reply.ok) throw new Error(JSON.stringify(reply))
    return performance.now() - from
  }, i)

/** The look through everything after the first unlock is over, and nothing is being asked. */
async function settled(h: Harness): Promise<void> {
  await poll(
    async () => {
      const { vaultVerified, checks } = await h.session()
      return vaultVerified && checks?.running.length === 0 && !checks.waiting
    },
    'the vault to be looked through',
    { within: 120_000 },
  )
}

/** Main-thread time (scripts, styles, layout, paint) per letter, as Chrome counts it. */
async function search(h: Harness): Promise<number[]> {
  const page = await h.extensionPage(h.paths.popup)
  await page.bringToFront()
  const field = await poll(() => page.$('input[type="search"]'), 'the search field')
  await field.focus()
  const session = await page.createCDPSession()
  await session.send('Performance.enable')
  const busy = async () => {
    const { metrics } = await session.send('Performance.getMetrics')
    return (metrics.find(one => one.name === 'TaskDuration')?.value ?? 0) * 1000
  }
  const quiet = () =>
    page.evaluate(() => new Promise(done => requestIdleCallback(() => requestAnimationFrame(done))))
  const each: number[] = []
  for (let round = 0; round < 3; round++) {
    for (const letter of 'production chatbot v1') {
      await quiet()
      const before = await busy()
      await page.keyboard.sendCharacter(letter)
      await quiet()
      await quiet()
      if (round > 0) each.push((await busy()) - before)
    }
    for (let i = 0; i < 21; i++) await page.keyboard.press('Backspace')
  }
  return each
}

async function times(count: number, work: (i: number) => Promise<number>): Promise<number[]> {
  const all: number[] = []
  for (let i = 0; i < count; i++) all.push(await work(i))
  return all
}

const at = (all: number[], share: number) =>
  Math.round((all.toSorted((a, b) => a - b)[Math.floor((all.length - 1) * share)] ?? 0) * 10) / 10
