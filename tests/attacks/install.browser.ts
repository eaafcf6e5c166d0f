/**
 * A script that runs in our content script's place (a renderer that was taken over can) reads and writes `storage.local` from its
 * first moment on, while Keyway is installed and installed again over tabs that are being loaded. Nothing is read, nothing written.
 */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import puppeteer, { type Browser, type Page } from 'puppeteer-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { findBrowser } from '../../tools/browser.mjs'
import { root } from '../browser/harness.ts'
import { poll } from '../browser/poll.ts'
import { contentScript } from '../house/built.ts'
import { type Practice, startPractice } from '../practice/server.ts'
import { report, tries } from './outcome.ts'

/** Stands where the content script does; what it managed lies in the page's own storage, which outlives a reload. */
const hostile = `(() => {
  const count = name => localStorage.setItem(name, Number(localStorage.getItem(name) ?? 0) + 1)
  count('ran')
  const attack = async () => {
    await chrome.storage.local.get(null).then(() => count('read'), () => count('refused'))
    await chrome.storage.local.set({ planted: 'by the page' }).then(() => count('wrote'), () => undefined)
  }
  for (let i = 0; i < 25; i++) setTimeout(() => attack().catch(() => undefined), i * 20)
  attack().catch(() => undefined)
})()`

const folder = mkdtempSync(join(tmpdir(), 'keyway-install-'))
const guarded = join(folder, 'guarded')
const unguarded = join(folder, 'unguarded')
let practice: Practice
let browser: Browser
let pages: Page[]

beforeAll(async () => {
  for (const copy of [guarded, unguarded]) {
    cpSync(join(root, 'dist'), copy, { recursive: true })
    writeFileSync(join(copy, contentScript), hostile)
  }
  const path = join(unguarded, 'manifest.json')
  const manifest = JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown>
  manifest.content_scripts = [
    { matches: ['https://platform.openai.com/*'], js: [contentScript], run_at: 'document_start' },
  ]
  writeFileSync(path, JSON.stringify(manifest))
  practice = await startPractice()
  browser = await puppeteer.launch({
    executablePath: (await findBrowser()) ?? '',
    pipe: true,
    enableExtensions: true,
    acceptInsecureCerts: true,
    userDataDir: join(folder, 'profile'),
    targetFilter: target => target.type() !== 'service_worker',
    args: [
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      '--no-first-run',
      `--host-resolver-rules=MAP platform.openai.com 127.0.0.1:${practice.port}, MAP * ~NOTFOUND, EXCLUDE 127.0.0.1`,
    ],
  })
  pages = await Promise.all([1, 2, 3].map(() => browser.newPage()))
})
afterAll(async () => {
  await browser?.close()
  await practice?.close()
  rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
})

const address = 'https://platform.openai.com/api-keys'
const counts = async (page: Page) =>
  page.evaluate(() =>
    Object.fromEntries(
      ['ran', 'read', 'wrote', 'refused'].map(name => [name, Number(localStorage.getItem(name) ?? 0)]),
    ),
  )

/** One installation over tabs that are loaded again and again. Did it read or write anything? */
async function install(from: string): Promise<{ landed: boolean; ran: number }> {
  const [first] = pages
  if (!first) throw new Error('There is no tab.')
  await Promise.all(
    pages.map(page => page.goto(address, { waitUntil: 'domcontentloaded' }).catch(() => null)),
  )
  await first.evaluate(() => localStorage.clear())
  let isOver = false
  const loading = pages.map(async page => {
    while (!isOver) await page.goto(address, { waitUntil: 'domcontentloaded' }).catch(() => null)
  })
  const id = await browser.installExtension(from)
  await poll(async () => {
    const { ran = 0, read = 0, refused = 0 } = await counts(first).catch(() => ({}) as Record<string, number>)
    return ran >= 3 && read + refused >= 10
  }, 'the script to have tried in some tabs')
  isOver = true
  await Promise.all(loading)
  const is = await counts(first)
  await browser.uninstallExtension(id)
  return { landed: (is.read ?? 0) + (is.wrote ?? 0) > 0, ran: is.ran ?? 0 }
}

test('while Keyway is installed and installed again', async () => {
  const rounds = tries(1, 15)
  let landed = 0
  for (let round = 0; round < rounds; round++) if ((await install(guarded)).landed) landed++
  const control = { tries: 0, landed: 0 }
  while (control.tries < 3 && control.landed < tries(1, 3)) {
    control.tries++
    if ((await install(unguarded)).landed) control.landed++
  }
  report({
    attack: 'storage read or written from a content script at install',
    attacker: 'compromised content script',
    asset: 'vault header, inbox key, settings',
    tries: rounds,
    landed,
    control,
  })
  expect(landed).toBe(0)
})
