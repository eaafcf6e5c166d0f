/**
 * A page that is put away and brought back (the back/forward cache), that is loaded ahead and not shown yet (prerendered), or whose address
 * changes all the time, while a key is being made: what is drawn is what is so now, nothing is taken that nobody asked for, and the
 * person still gets the key that the page shows.
 */
import type { Page } from 'puppeteer-core'
import { afterAll, expect, test } from 'vitest'
import { patience, poll } from '../browser/poll.ts'
import { ask, stayOn } from '../features/guide/walk.ts'
import { passphrase, send } from '../features/lock/vault-story.ts'
import { card, parts, pressCard } from '../overlay/overlay.ts'
import { makeSecret } from '../practice/secrets.ts'
import { report, sampleOf } from './outcome.ts'
import { twoWorlds, type World } from './two-worlds.ts'

const worlds = twoWorlds(
  {
    // Its pages ask nothing anew when they come into view, and speak before they are in view at all.
    'entries/content/main.iife.ts': [
      ['if (document.hidden) return', ''],
      ["document.addEventListener('visibilitychange', () => void hello(), { signal })", ''],
    ],
  },
  {
    // Its worker hears whatever document of a tab speaks.
    'protocol/senders.ts': [
      ['if (sender.frameId !== undefined && sender.frameId !== 0) return null', ''],
      [' || sender.frameId !== 0 || !live', ''],
    ],
  },
)
afterAll(() => worlds.own?.h.assertClean())

/** A plain page that the browser may keep: the console's own forbids it. */
const page = (path: string, secret: string) => `<!doctype html><title>Keys</title>
<nav><a href="/usage">Usage</a> <a href="/api-keys">API keys</a></nav><main>${
  path === '/api-keys'
    ? `<h1>API keys</h1><button id="open">Create new secret key</button>
<dialog><h2>Save your key</h2><p>Please save your secret key in a safe place.</p>
<input readonly size="180" value="${secret}"><button>Copy</button><button id="done">Done</button></dialog>
<script>
const [dialog] = document.getElementsByTagName('dialog')
document.getElementById('open').onclick = () => dialog.showModal()
document.getElementById('done').onclick = () => dialog.close()
if (document.prerendering) { dialog.showModal(); fetch('/seen-ahead') }
document.onprerenderingchange = () => fetch('/seen-now')
</script>`
    : '<h1>Usage</h1><p>Nothing was used.</p>'
}</main>`

type Scene = World & { page: Page; secret: string }

async function onPage(of: World, path = '/api-keys'): Promise<Scene> {
  const { h, screen } = of
  await ask(screen, 'screen.guideAct', { act: 'stop' })
  for (const old of await h.browser.pages())
    if (old.url().startsWith('https://platform.openai.com')) await old.close()
  for (const key of (await h.session()).pending ?? []) await ask(screen, 'screen.discard', { id: key.id })
  const secret = makeSecret('project')
  if (h.practice) h.practice.documents = asked => page(asked, secret)
  const scene = { ...of, page: await h.platform(path), secret }
  await scene.page.bringToFront()
  return scene
}
async function begun({ h, screen, page }: Scene): Promise<void> {
  await ask(screen, 'screen.startGuide', { guide: 'create-key' })
  await stayOn(h, page)
}
const drawn = async ({ page }: Scene): Promise<string> => (await card(page))?.data.step ?? ''
const isAt = (scene: Scene, step: string, within = patience): Promise<boolean> =>
  poll(async () => (await drawn(scene)) === step, `the step “${step}”`, { within }).then(
    () => true,
    () => false,
  )
async function atKey(scene: Scene): Promise<void> {
  await begun(scene)
  expect(await isAt(scene, 'open')).toBe(true)
  await scene.page.click('#open')
  expect(await isAt(scene, 'save')).toBe(true)
}
async function goTo({ page }: Pick<Scene, 'page'>, where: string): Promise<void> {
  const before = page.url()
  await page.evaluate(where => {
    if (where === 'back') history.back()
    else location.href = where
  }, where)
  await poll(
    async () =>
      page.url() !== before && page.evaluate(() => document.readyState === 'complete').catch(() => false),
    where,
  )
}
async function putAway(scene: Scene): Promise<void> {
  await scene.page.evaluate(() => Object.assign(window, { isKept: true }))
  await goTo(scene, '/usage')
}
async function bringBack(scene: Scene): Promise<void> {
  await goTo(scene, 'back')
  if (!(await scene.page.evaluate(() => 'isKept' in window))) throw new NotKept('It was loaded anew.')
}
class NotKept extends Error {}
/**
 * The browser keeps a page only while nothing is under way on it: an answer to a message of ours that comes a moment after the page was put
 * away is enough. Then nothing was tried yet, and the story is told from its beginning.
 */
async function withKept<T>(of: World, story: (scene: Scene) => Promise<T>): Promise<T> {
  for (let times = 1; ; times++)
    try {
      return await story(await onPage(of))
    } catch (error) {
      if (!(error instanceof NotKept) || times === 5) throw error
      await send(of.screen, 'screen.unlock', { passphrase })
    }
}
const offered = async (scene: Scene): Promise<boolean> =>
  (await parts(scene.page)).some(part => part.buttons.some(({ name }) => name === 'Save to Keyway'))

/** What happens while the page is away; whether what it shows when it is back is what is so now. */
const meanwhile: Record<string, (scene: Scene) => Promise<boolean>> = {
  'its guide was stopped': async scene => {
    await atKey(scene)
    await putAway(scene)
    await ask(scene.screen, 'screen.guideAct', { act: 'stop' })
    await bringBack(scene)
    return isAt(scene, '', scene.within)
  },
  'a guide began on the page after it': async scene => {
    await putAway(scene)
    await begun(scene)
    await bringBack(scene)
    return isAt(scene, 'open', scene.within)
  },
  'the key was kept by a press, and the vault was locked': async scene => {
    const { h, page, screen, secret } = scene
    await atKey(scene)
    await pressCard(page, 'Save to Keyway')
    expect(await isAt(scene, 'commit')).toBe(true)
    await putAway(scene)
    await send(screen, 'screen.lock', {})
    await page.bringToFront()
    await bringBack(scene)
    const isTold = await isAt(scene, 'commit', scene.within)
    expect(await page.evaluate(() => document.documentElement.outerHTML)).not.toContain('Bot')
    await send(screen, 'screen.unlock', { passphrase })
    await page.bringToFront()
    // The list of what waits is published after the unlock is answered.
    const waiting = async () => (await h.session()).pending?.map(({ mask }) => mask.slice(-4)) ?? []
    await poll(async () => (await waiting()).length > 0, 'what waits to be shown again')
    expect(await waiting()).toEqual([secret.slice(-4)])
    return isTold && !(await offered(scene))
  },
}

test('a page that was put away shows, when it is back, what is so by then', async () => {
  const stories = sampleOf(Object.entries(meanwhile), 3)
  const count = async (of: World) => {
    const landed: string[] = []
    for (const [name, isSo] of stories) if (!(await withKept(of, isSo))) landed.push(name)
    return landed
  }
  const landed = await count(worlds.own)
  expect(landed).toEqual([])
  report({
    attack: 'a page is put away at the key and brought back',
    attacker: 'page',
    asset: 'the truth: what the card says',
    tries: stories.length,
    landed: landed.length,
    control: worlds.open && { tries: stories.length, landed: (await count(worlds.open)).length },
  })
})

test('nothing is taken from a page that was put away', async () => {
  await withKept(worlds.own, async scene => {
    await atKey(scene)
    await putAway(scene)
    const taken = await send(scene.screen, 'screen.takeKey', {})
    expect(taken).toMatchObject({ ok: false, code: 'nothing_shown' })
    await bringBack(scene)
    expect(await isAt(scene, 'save')).toBe(true)
    const seen = await send(scene.screen, 'screen.takeKey', {})
    expect((await scene.h.session()).pending?.[0]?.mask.slice(-4)).toBe(scene.secret.slice(-4))
    report({
      attack: 'the key of a page that was put away',
      attacker: 'page',
      asset: 'which key is taken',
      tries: 1,
      landed: Number(taken?.ok === true),
      // The browser itself lets nobody speak to it meanwhile. In sight again it gives the key.
      control: { tries: 1, landed: Number(seen?.ok === true) },
    })
  })
})

test('a page whose address never stands still gets nothing, and keeps nobody from the key', async () => {
  const scene = await onPage(worlds.own)
  const { h, page, screen, secret } = scene
  await atKey(scene)
  await page.evaluate(async () => {
    const places = [
      '/usage',
      '/api-keys',
      '/settings/organization/billing',
      '/api-keys?welcome',
      '#%',
      '/login',
      '/welcome',
    ]
    for (let count = 0; count < 300; count++) {
      const place = places[count % places.length]
      if (count % 3 === 0) history.replaceState(count, '', place)
      else history.pushState(count, '', place)
      if (count % 7 === 6) history.back()
      if (count % 10 === 0) await new Promise(done => requestAnimationFrame(done))
    }
    setInterval(() => history.replaceState(1, '', `/usage?${Math.random()}`), 50)
  })
  const got = async () => (await h.session()).pending ?? []
  const landed = await got()
  expect(landed).toEqual([])
  expect((await h.session()).rows).toEqual([])
  expect(await send(screen, 'screen.takeKey', {})).toMatchObject({ ok: true })
  expect((await got()).map(({ mask, from }) => [mask.slice(-4), from])).toEqual([[secret.slice(-4), 'pull']])
  report({
    attack: 'an address that changes all the time',
    attacker: 'page',
    asset: 'which key is taken, and that one can be',
    tries: 300,
    landed: landed.length,
    // The person's own press brings it all the same.
    control: { tries: 1, landed: (await got()).length },
  })
})

/** @returns how many of two things the page that nobody has seen yet brought about: that it was heard, that its key was taken */
async function aheadCounts(of: World): Promise<number> {
  // The browser draws no page ahead whose tab is followed by a session of its own.
  of.h.browser.removeAllListeners('targetcreated' as never)
  const scene = await onPage(of, '/usage')
  const { h, page, screen } = scene
  await begun(scene)
  const unseen = () => h.practice?.requests.some(({ path }) => path === '/seen-ahead') === true
  await poll(async () => (await h.session()).tourPage?.facts.unseen !== true, 'the page in sight to be known')
  // The page in sight may speak again at once: whatever counted for a moment is noted.
  await screen.evaluate(() => {
    const heard: string[] = []
    Object.assign(globalThis, { heard })
    chrome.storage.session.onChanged.addListener(({ tourPage }) => {
      const { facts } = (tourPage?.newValue ?? {}) as { facts?: { url?: string } }
      heard.push(facts?.url ?? '')
    })
  })
  await page.evaluate(() => {
    const rules = document.createElement('script')
    rules.type = 'speculationrules'
    rules.textContent = JSON.stringify({ prerender: [{ urls: ['/api-keys'], eagerness: 'immediate' }] })
    document.head.append(rules)
  })
  await poll(unseen, 'the page to be drawn ahead')
  // It has had time to be heard: a question to the page in sight goes there and back.
  const taken = await send(screen, 'screen.takeKey', {})
  const isHeard = await poll(
    () => screen.evaluate(() => /api-keys/.test((globalThis as unknown as { heard: string[] }).heard.join())),
    'it to be heard',
    { within: 1_500 },
  ).catch(() => false)
  return Number(taken?.ok === true) + Number(isHeard)
}

test('a page that is drawn ahead does not count, speak or give its key before the person sees it', async () => {
  const landed = await aheadCounts(worlds.own)
  expect(landed).toBe(0)
  // Seen, it is as any other.
  const old = await worlds.own.h.pageAt(/openai\.com\/usage/)
  await old.evaluate(() => {
    location.href = '/api-keys'
  })
  await poll(
    async () => (await worlds.own.h.session()).tourPage?.facts.keyShown,
    'it to be heard once it is seen',
  )
  const isSeen = () => worlds.own.h.practice?.requests.some(({ path }) => path === '/seen-now')
  await poll(isSeen, 'the page itself to hear that it is seen')
  report({
    attack: 'a page that is drawn ahead',
    attacker: 'page',
    asset: 'the guide’s step, and which key is taken',
    tries: 2,
    landed,
    control: worlds.open && { tries: 2, landed: await aheadCounts(worlds.open) },
  })
})
