/** Every place where the platform shows a new key: taken by the pull path, without a press in the page, from that page only. */
import type { Page } from 'puppeteer-core'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type Harness, launch, says } from '../../browser/harness.ts'
import { poll } from '../../browser/poll.ts'
import { boxOf, isThere, press, standing, type } from '../../browser/practice-page.ts'
import type { MarkName } from '../../practice/marks.ts'
import { passphrase, send, withVault } from '../lock/vault-story.ts'
import { firstList } from './shown/first-list.ts'
import { byPull, freshSecrets, isRight, makeKey, type Outcome, openPage } from './shown/on-page.ts'

let h: Harness
let screen: Page
beforeAll(async () => {
  h = await launch()
  screen = await withVault(h)
})
afterAll(() => h.close())
beforeEach(async () => {
  for (const page of await h.browser.pages())
    if (page.url().startsWith('https://platform.openai.com')) await page.close()
  for (const { id } of (await h.session()).pending ?? []) await send(screen, 'screen.discard', { id })
  h.practice?.reset()
})

const pending = async () => (await h.session()).pending ?? []

/** As the panel does: asks for the key that the tab in front shows. */
async function take(page: Page) {
  await page.bringToFront()
  return send(screen, 'screen.takeKey', {})
}

async function createKey(page: Page, before?: () => Promise<void>): Promise<void> {
  await press(page, 'create-opener')
  await standing(page, 'create-submit')
  await before?.()
  await press(page, 'create-submit')
  await standing(page, 'reveal-key')
}

const places: { name: string; path: string; kind: string; show(page: Page): Promise<void> }[] = [
  { name: '“Save your key”', path: '/api-keys', kind: 'project', show: page => createKey(page) },
  {
    name: 'a service account',
    path: '/api-keys',
    kind: 'service',
    show: page =>
      createKey(page, async () => {
        await press(page, 'owner-service')
        if (await isThere(page, 'key-name')) await type(page, 'key-name', 'Robot')
      }),
  },
  {
    name: 'the first-run wizard',
    path: '/welcome?step=try',
    kind: 'project',
    show: async page => {
      h.practice?.set({ person: { signUp: 'try' } })
      await page.reload({ waitUntil: 'load' })
      await press(page, 'wizard-generate')
      await standing(page, 'wizard-key')
    },
  },
  {
    name: 'the admin keys',
    path: '/settings/organization/admin-keys',
    kind: 'admin',
    show: async page => {
      await press(page, 'admin-create')
      await standing(page, 'admin-submit')
      await press(page, 'admin-submit')
      await standing(page, 'reveal-key')
    },
  },
]

describe.each(places)('$name', ({ path, kind, show }) => {
  test('the key is taken, sealed, shown masked, and saved when the person presses Save', async () => {
    const page = await h.platform(path)
    await show(page)
    const secret = h.practice?.state.keys.at(-1)?.secret ?? ''
    expect(await take(page)).toMatchObject({ ok: true })
    const [key] = await pending()
    expect(key).toMatchObject({
      kind,
      from: 'pull',
      kept: 'inbox',
      mask: expect.stringContaining(secret.slice(-4)),
    })
    expect(JSON.stringify([await h.session(), await h.local()])).not.toContain(secret)
    expect(await send(screen, 'screen.commit', { id: key?.id ?? '', about: {} })).toMatchObject({ ok: true })
    await poll(
      async () => (await h.session()).rows?.find(row => row.id === key?.id)?.verdict,
      'the first check',
    )
    h.assertClean()
  })
})

describe('nothing is taken', () => {
  test.each<[string, string, (page: Page) => Promise<unknown>]>([
    ['from the list, where keys stand shortened', '/api-keys', async () => h.practice?.addKey({})],
    ['while the dialog asks for the name', '/api-keys', page => press(page, 'create-opener')],
    [
      'once the dialog is closed',
      '/api-keys',
      async page => {
        await createKey(page)
        await press(page, 'reveal-done')
        await poll(async () => !(await isThere(page, 'reveal-key')), 'the dialog to close')
      },
    ],
    [
      'from a field that a page made up, outside any dialog',
      '/usage',
      page =>
        page.evaluate(() => {
          const field = document.createElement('input')
          field.readOnly = true
          field.value = `sk-proj-${'a'.repeat(74)}T3BlbkFJ${'b'.repeat(74)}`
          document.body.append(field)
        }),
    ],
  ])('%s', async (_, path, scene) => {
    const page = await h.platform(path)
    await standing(page, path === '/usage' ? 'usage-range' : ('create-opener' as MarkName))
    await scene(page)
    expect(await take(page)).toMatchObject({ ok: false, message: expect.stringMatching(/\w/) })
    expect(await pending()).toEqual([])
    await page.close()
  })

  test('from another site in front', async () => {
    const page = await h.newPage()
    await page.goto('https://auth.openai.com/')
    expect(await take(page)).toMatchObject({ ok: false, code: 'not_the_platform' })
    await page.close()
  })
})

/** Those of the lists that were taken wrongly or not at all before; all of them: `npm run soak shown`. */
const shownOddly = firstList.filter(({ name }) =>
  [
    'export line with quotes',
    'editor with lines placed absolutely and coloured tokens',
    'textarea with hard line breaks',
    'upper case by CSS',
    'closed shadow root',
    'curl command',
    'a revoked key by CSS line-through',
    'a word of many parts that begins with sk-',
  ].includes(name),
)
test.each(shownOddly)('shown oddly: $name', async shown => {
  const secrets = freshSecrets()
  const page = await openPage({ h, screen }, shown, secrets)
  await makeKey(page)
  let outcome: Outcome | undefined
  // The page may not have been heard yet; a wrong key is wrong at any time.
  await poll(
    async () => {
      outcome = await byPull({ h, screen }, secrets[shown.secret ?? 'project'], 1)
      return isRight(shown, outcome) || outcome.what === 'wrong'
    },
    () => JSON.stringify(outcome),
  )
  if (h.practice) h.practice.documents = undefined
  expect(outcome?.what).not.toBe('wrong')
})

test('locked: the key is sealed all the same, and waits for the passphrase', async () => {
  const page = await h.platform('/api-keys')
  await createKey(page)
  await send(screen, 'screen.lock', {})
  expect(await take(page)).toMatchObject({ ok: true })
  const [key] = await pending()
  expect(await send(screen, 'screen.commit', { id: key?.id ?? '', about: {} })).toMatchObject({
    code: 'locked',
  })
  await h.killWorker()
  await send(screen, 'screen.unlock', { passphrase })
  const waiting = await poll(async () => (await pending())[0], 'the key to wait after unlocking')
  expect(await send(screen, 'screen.commit', { id: waiting.id, about: { label: 'Late' } })).toMatchObject({
    ok: true,
  })
  expect(await pending()).toEqual([])
})

test('two presses one after the other, and the panel’s own button, make one key that waits', async () => {
  const page = await h.platform('/api-keys')
  await createKey(page)
  expect(await boxOf(page, 'reveal-key')).toBeDefined()
  await page.bringToFront()
  await Promise.all([send(screen, 'screen.takeKey', {}), send(screen, 'screen.takeKey', {})])
  expect(await pending()).toHaveLength(1)
})

test('a guide that begins while the page shows a key of the vault goes on from Save by taking that key again', async () => {
  const page = await h.platform('/api-keys')
  await createKey(page)
  const secret = h.practice?.state.keys.at(-1)?.secret ?? ''
  const saved = await send(screen, 'screen.paste', { text: secret, about: { label: 'Kept' } })
  await page.bringToFront()
  await send(screen, 'screen.startGuide', { guide: 'create-key' })
  const step = async () => (await h.session()).tour?.step
  await poll(
    async () => (await step()) === 'save',
    async () => `Save; the guide is at ${await step()}`,
  )
  expect(await take(page)).toMatchObject({ ok: false, code: 'already_kept' })
  await poll(async () => (await step()) !== 'save', 'the guide to go on')
  const madeId = async () => ((await h.local()).tour as { madeId?: string } | undefined)?.madeId
  await poll(async () => (await madeId()) === (saved?.ok && saved.id), 'the guide to know which key it is')
  await send(screen, 'screen.guideAct', { act: 'stop' })
})

test('the panel names a key of another organization than all others, once the provider has named that organization', async () => {
  for (const { id } of (await h.session()).rows ?? []) await send(screen, 'screen.remove', { id })
  const own = h.practice?.addKey({ createdAt: Date.now() - 3_600_000 }).secret ?? ''
  await send(screen, 'screen.paste', { text: own, about: { label: 'Mine', organization: 'org-mine' } })
  const page = await h.platform('/api-keys')
  await createKey(page)
  await take(page)
  const id = (await pending())[0]?.id ?? ''
  await send(screen, 'screen.commit', { id, about: { label: 'Shown' } })
  const shown = async () => (await h.session()).rows?.find(row => row.id === id)
  await poll(
    async () => (await shown())?.organization,
    async () => `the organization; the key is ${JSON.stringify(await shown())}`,
  )
  const panel = await h.extensionPage(h.paths.panel)
  await says(panel, 'belongs to the organization')
  await says(panel, '“Shown”')
  await panel.close()
})
