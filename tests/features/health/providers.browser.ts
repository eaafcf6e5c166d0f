/**
 * Keys of other providers, asked in a real browser: first without the permission (nothing leaves, and it is said what is
 * missing), then with it. A browser without a person cannot press the system's own question, so the second extension is the
 * same build with the optional hosts already granted.
 */
import { rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Page } from 'puppeteer-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { axe } from '../../browser/axe.ts'
import { grantedDist } from '../../browser/granted-dist.ts'
import { clickMark, clickNamed, fill, type Harness, launch, says, shows } from '../../browser/harness.ts'
import { poll } from '../../browser/poll.ts'
import { practiceHosts } from '../../practice/hosts.ts'
import { passphrase, send, whileItLocks, withVault } from '../lock/vault-story.ts'

const alsoHosts = practiceHosts.filter(host => !host.endsWith('openai.com'))
let work = ''
/** What servers on this computer were asked with. */
const carried: (string | undefined)[] = []
const local = createServer((request, response) => {
  const found = request.url === '/v1/models'
  carried.push(request.headers.authorization)
  response.writeHead(found ? 200 : 404, { 'content-type': 'application/json' })
  response.end(JSON.stringify(found ? { object: 'list', data: [{ id: 'llama-practice' }] } : { error: 'no' }))
})
let loopback = ''

beforeAll(async () => {
  await new Promise<void>(done => local.listen(0, '127.0.0.1', done))
  loopback = `http://127.0.0.1:${(local.address() as AddressInfo).port}/v1`
  work = grantedDist()
})
afterAll(() => {
  local.close()
  rmSync(work, { recursive: true, force: true })
})

const word = (good: string, bad: string) => [good.padEnd(60, 'x'), bad.padEnd(60, 'x')] as const
const keys: [provider: string, good: string, bad: string][] = [
  ['anthropic', ...word('sk-ant-api03-GOOD', 'sk-ant-api03-wrong')],
  ['gemini', `AIzaSyGOOD${'x'.repeat(29)}`, `AIzaSywrong${'x'.repeat(28)}`],
  ['mistral', 'GOOD'.padEnd(32, 'x'), 'wrong'.padEnd(32, 'x')],
  ['groq', ...word('gsk_GOOD', 'gsk_wrong')],
  ['openrouter', ...word('sk-or-v1-GOOD', 'sk-or-v1-wrong')],
  ['deepseek', ...word('sk-GOOD', 'sk-wrong')],
  ['xai', ...word('xai-GOOD', 'xai-wrong')],
  ['together', ...word('GOOD', 'wrong')],
]

async function filled(h: Harness): Promise<Page> {
  const screen = await withVault(h)
  const records = keys.flatMap(([provider, good, bad]) => [
    { id: `${provider}-good`, provider, label: `${provider} good`, secret: good, createdAt: 1 },
    { id: `${provider}-bad`, provider, label: `${provider} bad`, secret: bad, createdAt: 1 },
  ])
  const ollama = {
    id: 'ollama-good',
    provider: 'ollama',
    label: 'Here',
    secret: 'none',
    baseUrl: loopback,
    createdAt: 1,
  }
  expect(await send(screen, 'screen.import', { records: [...records, ollama] })).toMatchObject({ ok: true })
  return screen
}

test('without the permission nothing is asked, and the person is told which host it is about', async () => {
  const h = await launch({ alsoHosts })
  try {
    const screen = await filled(h)
    for (const id of ['anthropic-good', 'gemini-good', 'ollama-good'])
      expect(await send(screen, 'screen.test', { id })).toMatchObject({
        ok: false,
        code: 'permission_needed',
      })
    const asked = h.practice?.requests.filter(({ host }) => alsoHosts.includes(host)) ?? []
    expect(asked).toEqual([])
    await screen.goto(`${h.base}${h.paths.dashboard}#keys/anthropic-good`)
    await screen.reload()
    const test = await shows(screen, '[data-keyway="test"]')
    await test?.click()
    await says(screen, /permission to contact Anthropic at api\.anthropic\.com\. It contacts no one else/)
    h.assertClean()
  } finally {
    await h.close()
  }
})

test('with it, each provider is asked at its own host only, and its verdicts are right', async () => {
  const h = await launch({ alsoHosts, dist: work })
  try {
    const screen = await filled(h)
    await send(screen, 'screen.testAll', {})
    const rows = await poll(
      async () => {
        const { rows = [], checks } = await h.session()
        const done = rows.length > 0 && rows.every(row => row.verdict) && checks?.running.length === 0
        return done ? rows : undefined
      },
      async () =>
        `every key to be asked; now ${JSON.stringify((await h.session()).rows?.map(row => [row.id, row.verdict?.cause]))}`,
    )
    const verdicts = Object.fromEntries(rows.map(({ id, verdict }) => [id, verdict?.key]))
    const expected = Object.fromEntries(
      keys.flatMap(([provider]) => [
        [`${provider}-good`, 'accepted'],
        [`${provider}-bad`, 'rejected'],
      ]),
    )
    expect(verdicts).toEqual({ ...expected, 'ollama-good': 'accepted' })
    const secrets = new Map(
      keys.flatMap(([provider, ...both]) => both.map(secret => [secret, provider] as const)),
    )
    for (const { host, headers, path, query } of h.practice?.requests ?? []) {
      const sent = Object.values(headers).map(value => value.replace(/^Bearer /, ''))
      for (const [secret, provider] of secrets)
        if (sent.includes(secret)) {
          expect(`${provider} ${host}`).toBe(`${provider} ${hostOf[provider]}`)
          expect(path + query).not.toContain(secret)
        }
    }
    await ownMoney(h, screen)
    h.assertClean()
  } finally {
    await h.close()
  }
})

const hostOf: Record<string, string> = {
  anthropic: 'api.anthropic.com',
  gemini: 'generativelanguage.googleapis.com',
  mistral: 'api.mistral.ai',
  groq: 'api.groq.com',
  openrouter: 'openrouter.ai',
  deepseek: 'api.deepseek.com',
  xai: 'api.x.ai',
  together: 'api.together.xyz',
}

/** What OpenRouter and DeepSeek tell a key of its own money, asked by a press on its page, and on the page of costs. */
async function ownMoney(h: Harness, screen: Page): Promise<void> {
  const seen: [id: string, ...figures: string[]][] = [
    ['openrouter-good', '$10.00', '$7.50', 'each month (UTC)', '$12.25', '$0.125', '$1.00', '$2.50'],
    ['deepseek-good', '$5.00', '$1.00', '$4.00', 'CN¥110.00', 'CN¥10.00', 'CN¥100.00'],
  ]
  const figuresOf = (id: string) =>
    screen.$$eval(`[data-keyway="own-figures"][data-id="${id}"] dd`, all => all.map(one => one.textContent))
  await screen.bringToFront()
  for (const [id, ...figures] of seen) {
    await screen.evaluate(hash => {
      location.hash = hash
    }, `keys/${id}`)
    const ask = `[data-id="${id}"] [data-keyway="read-own-figures"]`
    await clickMark(screen, ask)
    await poll(async () => (await figuresOf(id)).length > 0, `the figures of ${id}`)
    expect(await figuresOf(id)).toEqual(figures)
  }
  await h.screenshot(screen, 'providers/own-money')
  await screen.evaluate(() => {
    location.hash = 'usage'
  })
  // What a key’s page was told is here too; one that was refused is not asked.
  await says(screen, 'Other providers')
  for (const [id, ...figures] of seen) expect(await figuresOf(id)).toEqual(figures)
  expect(await screen.$$eval('[data-keyway="own-figures"]', all => all.length)).toBe(seen.length)
  await clickMark(screen, '[data-id="deepseek-good"] [data-keyway="read-own-figures"]')
  await says(screen, /DeepSeek told this key just now/)
  expect(await axe(screen)).toEqual([])
  await h.screenshot(screen, 'providers/own-money-cost')
}

test('a server on this computer is added in popup and dashboard, asked at its address, and moved to another', async () => {
  const h = await launch({ dist: work, expected: [/ERR_CONNECTION_REFUSED/] })
  try {
    await withVault(h)
    const look = async (page: Page, name: string) => {
      for (const value of ['light', 'dark'] as const) {
        await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value }])
        await h.screenshot(page, `providers/${name}-${value}`)
      }
      expect(await axe(page), name).toEqual([])
    }
    const verdictOf = async (label: string) =>
      (await h.session()).rows?.find(row => row.label === label)?.verdict
    const address = 'input[inputmode="url"]'
    const popup = await h.extensionPage(h.paths.popup)
    await popup.setViewport({ width: 380, height: 560 })
    await popup.bringToFront()
    await clickNamed(popup, 'Paste a key')
    await clickNamed(popup, /Or add a server on this computer/)
    expect(await popup.$eval(address, field => (field as HTMLInputElement).value)).toBe(
      'http://127.0.0.1:11434/v1',
    )
    await look(popup, 'server-popup')
    await fill(popup, address, 'http://192.168.1.7:11434/v1')
    await says(popup, /servers on this computer only/)
    await look(popup, 'server-refused')
    await clickMark(popup, '[data-keyway="commit"]')
    await fill(popup, address, loopback)
    await clickMark(popup, '[data-keyway="commit"]')
    await poll(
      async () => (await verdictOf('Ollama'))?.cause === 'ok',
      'the server to be asked and found good',
    )
    await says(popup, 'Ollama')
    await clickNamed(popup, 'More for Ollama')
    await clickNamed(popup, /^Test t$/, 'menuitem')
    await look(popup, 'server-works')
    expect(new Set(carried)).toEqual(new Set(['Bearer none']))

    // In the dashboard, with a key; and one that does not run is told from one that refuses.
    const screen = await h.extensionPage(`${h.paths.dashboard}#keys/add/server`)
    await screen.bringToFront()
    await shows(screen, 'select')
    await screen.select('select', 'lmstudio')
    expect(await screen.$eval(address, field => (field as HTMLInputElement).value)).toBe(
      'http://127.0.0.1:1234/v1',
    )
    await fill(screen, address, 'http://127.0.0.1:9/v1')
    await fill(screen, 'input[type="password"]', 'my-own-key')
    await look(screen, 'server-dashboard')
    await clickMark(screen, '[data-keyway="commit"]')
    await says(screen, 'Nothing answers at this address of your computer')
    await look(screen, 'server-silent')
    await clickNamed(screen, 'Edit')
    await fill(screen, address, loopback)
    await look(screen, 'server-edit')
    await clickNamed(screen, 'Save')
    await clickMark(screen, '[data-keyway="test"]')
    await poll(
      async () => (await verdictOf('LM Studio'))?.cause === 'ok',
      'the server to be good where it is',
    )
    expect(carried.at(-1)).toBe('Bearer my-own-key')
    h.assertClean()
  } finally {
    await h.close()
  }
})

test('a key that works at a regional address only: the provider names it, a press takes it over, and the key is good', async () => {
  const h = await launch({ alsoHosts: [...alsoHosts, 'eu.api.openai.com'], dist: work })
  try {
    const { practice } = h
    if (!practice) throw new Error('The practice platform is needed.')
    practice.set({ projects: [{ id: 'proj_eu', name: 'Europe', region: 'eu' }] })
    const { secret } = practice.addKey({ project: 'proj_eu', createdAt: Date.now() - 3_600_000 })
    const screen = await withVault(h)
    const saved = await send(screen, 'screen.paste', { text: secret, about: { label: 'European' } })
    if (!saved?.ok) throw new Error(JSON.stringify(saved))
    const verdict = async () => (await h.session()).rows?.find(row => row.id === saved.id)?.verdict
    await poll(async () => (await verdict())?.cause === 'wrong_host', 'the answer that names the host')
    const popup = await h.extensionPage(h.paths.popup)
    await popup.bringToFront()
    await says(popup, 'Other region')
    await h.screenshot(popup, 'health/regional-host')
    await clickMark(popup, '[data-row-name]')
    await clickNamed(popup, 'Use eu.api.openai.com for this key')
    await poll(async () => (await verdict())?.cause === 'ok', 'the key to be good at its own address')
    expect((await h.session()).rows?.[0]).toMatchObject({ baseUrl: 'https://eu.api.openai.com/v1' })

    // Its history, in the popup, only when it is asked for.
    await clickNamed(popup, 'History')
    await says(popup, /It worked in 50% of the checks/)
    await says(popup, 'Other region')
    await h.screenshot(popup, 'health/popup-history')
    h.assertClean()
  } finally {
    await h.close()
  }
})

test('who started over finds the vault before in the dashboard, and can have it back', async () => {
  const h = await launch()
  try {
    const screen = await filled(h)
    expect(await send(screen, 'screen.startOver', { confirm: 'start over' })).toEqual({ ok: true })
    await screen.reload()
    await says(screen, 'Vaults that were set aside')
    await says(screen, '17 keys')
    await h.screenshot(screen, 'vault/set-aside-none')
    const made = await send(screen, 'screen.createVault', {
      passphrase: 'another passphrase entirely',
      watchWhileLocked: false,
    })
    expect(made).toMatchObject({ ok: true })
    await screen.evaluate(() => {
      location.hash = 'security'
    })
    await says(screen, 'Vaults that were set aside')
    await clickNamed(screen, 'Bring it back')
    await h.screenshot(screen, 'vault/set-aside-security')
    // Locked at once; whoever unlocks now waits until the vaults have changed places.
    await whileItLocks(screen, () => clickNamed(screen, 'Change the vaults'))
    expect((await h.session()).vault?.status).toBe('locked')
    expect(await send(screen, 'screen.unlock', { passphrase: 'another passphrase entirely' })).toMatchObject({
      ok: false,
      code: 'wrong_passphrase',
    })
    expect(await send(screen, 'screen.unlock', { passphrase })).toEqual({ ok: true })
    expect((await h.session()).rows).toHaveLength(17)
    h.assertClean()
  } finally {
    await h.close()
  }
})
