/**
 * Two tabs of the platform at once, each with a key of its own, one of them hostile: nothing is said to be saved that is not, the key
 * that is taken is that of the document in which the person pressed, and what Keyway does in one leaves nothing that the other could see.
 */
import type { Page } from 'puppeteer-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Harness, launch } from '../browser/harness.ts'
import { poll } from '../browser/poll.ts'
import { marked, press, standing } from '../browser/practice-page.ts'
import { begin, reveal, type Scene } from '../features/guide/on-keys-page.ts'
import { send, withVault } from '../features/lock/vault-story.ts'
import { card, parts, pressCard } from '../overlay/overlay.ts'
import { makeSecret } from '../practice/secrets.ts'
import { onlyInFull, report } from './outcome.ts'

let h: Harness
let screen: Page
beforeAll(async () => {
  h = await launch()
  screen = await withVault(h)
})
afterAll(() => h.close())

const claims = /in your vault|saved|sealed/i
const waiting = async () => ((await h.session()).pending ?? []).map(({ mask }) => mask.slice(-4))

/** Both show a key that was just made. @returns how they end */
async function both(): Promise<{ scene: Scene; other: Page; own: string; others: string }> {
  const scene = await begin(h, screen, { modal: 'native' })
  const own = (await reveal(scene)).slice(-4)
  const other = await h.platform('/api-keys')
  await press(other, 'create-opener')
  await standing(other, 'create-submit')
  await press(other, 'create-submit')
  await standing(other, 'reveal-key')
  // Whatever it shows, it is no key of the person's.
  const secret = makeSecret('project')
  await (await marked(other, 'reveal-key'))?.evaluate((field, secret) => {
    if (field instanceof HTMLInputElement) field.value = secret
    else field.textContent = secret
  }, secret)
  const others = secret.slice(-4)
  expect(others).not.toBe(own)
  return { scene, other, own, others }
}

const offersToSave = (page: Page) =>
  poll(
    async () => (await parts(page)).some(part => part.buttons.some(({ name }) => name === 'Save to Keyway')),
    'Save to be offered',
  )

test('a key that is saved in one tab is not said to be saved in another that shows another key', async () => {
  const { scene, other, own, others } = await both()
  await offersToSave(other)
  await pressCard(other, 'Save to Keyway')
  await poll(async () => (await waiting()).length > 0, 'the key to wait')
  // The document in which the person pressed, and no other.
  expect(await waiting()).toEqual([others])
  const [key] = (await h.session()).pending ?? []
  expect(await send(screen, 'screen.commit', { id: key?.id ?? '', about: {} })).toMatchObject({ ok: true })
  await other.bringToFront()
  // “Now press Done” is said of a key that is saved.
  const isClaimed = async () => {
    const { text = '' } = (await card(scene.page)) ?? {}
    return /Now press/.test(text) || claims.test(text)
  }
  await scene.page.bringToFront()
  // From the moment on in which it comes to the front.
  let landed = 0
  await poll(async () => {
    if (await isClaimed()) landed = 1
    const now = await parts(scene.page)
    return now.some(part => part.buttons.some(({ name, disabled }) => name === 'Save to Keyway' && !disabled))
  }, 'Save to be offered')
  await pressCard(scene.page, 'Save to Keyway')
  const mine = await poll(
    async () => (await h.session()).pending?.find(({ mask }) => mask.endsWith(own)),
    'the other key to wait, too',
  )
  expect(await send(screen, 'screen.commit', { id: mine.id, about: {} })).toMatchObject({ ok: true })
  await scene.page.bringToFront()
  // Saved, it is said to be.
  const isSaid = await poll(isClaimed, 'the key to be said to be saved')
  report({
    attack: 'a key saved in another tab',
    attacker: 'page',
    asset: 'the truth: a false “saved”',
    tries: 1,
    landed,
    control: { tries: 1, landed: Number(isSaid) },
  })
})

/** What the other tab does, again and again, while the person presses in this one. */
const disturbances: Record<string, (other: Page) => Promise<unknown>> = {
  'it comes to the front': other => other.bringToFront(),
  'it is loaded anew': other => other.reload().catch(() => undefined),
  'its address changes': other =>
    other.evaluate(() => {
      history.pushState(1, '', `/usage?${Math.random()}`)
      history.replaceState(1, '', '/api-keys')
    }),
  'it scrolls, moves the focus and closes its dialog': other =>
    other.evaluate(() => {
      scrollTo(0, 99)
      document.querySelector('dialog')?.close()
      document.querySelector('button')?.focus()
    }),
  'it opens windows in front': other => other.evaluate(() => void window.open('/api-keys', '', 'popup')),
  'it is closed': other => other.close(),
}

test.each(onlyInFull(Object.entries(disturbances)))(
  'another tab disturbs the press on Save: %s',
  async (attack, disturb) => {
    const { scene, other, own, others } = await both()
    await scene.page.bringToFront()
    await offersToSave(scene.page)
    let isOver = false
    const beside = (async () => {
      for (let times = 0; !isOver && times < 6; times++) {
        await disturb(other).catch(() => undefined)
        await scene.page.bringToFront()
      }
    })()
    const isWrong = async () =>
      claims.test((await card(scene.page))?.text ?? '') || (await waiting()).includes(others)
    let landed = 0
    await poll(async () => {
      if (await isWrong()) landed = 1
      if ((await waiting()).length > 0) return true
      await pressCard(scene.page, 'Save to Keyway')
      return false
    }, 'the key of the tab in which the person presses')
    isOver = true
    await beside
    expect(await waiting()).toEqual([own])
    report({
      attack: `another tab while the person presses: ${attack}`,
      attacker: 'page',
      asset: 'which key is taken, and the truth of the card',
      tries: 1,
      landed,
      // A page in which the person does press gives its key.
      control: { tries: 1, landed: (await waiting()).length },
    })
  },
)

async function lawless(path: string): Promise<Page> {
  const page = await h.platform(path)
  await page.setBypassCSP(true)
  await page.reload()
  return page
}

test('nothing that Keyway does in one tab can be seen by another of the same site', async () => {
  const scene = await begin(h, screen, { modal: 'native' })
  // The console's own rules keep scripts from strange workers: here the site is the one that spies.
  const spy = await lawless('/usage')
  const traces = () =>
    spy.evaluate(async () => {
      const root = await navigator.storage.getDirectory()
      const files: string[] = []
      for await (const name of (root as unknown as { keys(): AsyncIterable<string> }).keys()) files.push(name)
      const { held, pending } = await navigator.locks.query()
      return JSON.stringify([
        Object.entries(localStorage).filter(([name]) => !name.startsWith('practice')),
        document.cookie,
        await caches.keys(),
        (await indexedDB.databases()).map(({ name }) => name),
        (await navigator.serviceWorker.getRegistrations()).map(({ scope }) => scope),
        files,
        [...(held ?? []), ...(pending ?? [])].map(({ name }) => name),
      ])
    })
  await spy.evaluate(() => {
    const heard: string[] = []
    Object.assign(window, { heard })
    addEventListener('storage', event => heard.push(`storage ${event.key}`))
    addEventListener('message', event => heard.push(`message ${event.data}`))
    for (const name of ['keyway', 'keyway:newest', 'page', 'tour', ''])
      new BroadcastChannel(name).onmessage = ({ data }) => heard.push(`${name} ${data}`)
    // What the tabs of a site share even where they know nothing of each other: whoever connects to it is counted.
    const source = `let count = 0
      const channel = new BroadcastChannel('connected')
      onconnect = () => channel.postMessage(++count)
      for (const name of ['keyway', 'keyway:newest', 'page', 'tour', ''])
        new BroadcastChannel(name).onmessage = ({ data }) => channel.postMessage('in the worker ' + data)`
    const address = URL.createObjectURL(new Blob([source], { type: 'text/javascript' }))
    const connected = new BroadcastChannel('connected')
    connected.onmessage = ({ data }) => data !== 1 && heard.push(`connected ${data}`)
    Object.assign(window, { address, worker: new SharedWorker(address, 'keyway') })
  })
  const heard = () => spy.evaluate(() => [...(window as unknown as { heard: string[] }).heard])
  const before = await traces()
  await scene.page.bringToFront()
  await reveal(scene)
  await pressCard(scene.page, 'Save to Keyway')
  await poll(async () => (await waiting()).length === 1, 'the key to wait')
  const [key] = (await h.session()).pending ?? []
  await send(screen, 'screen.commit', { id: key?.id ?? '', about: {} })
  await spy.bringToFront()
  const practice = (await heard()).filter(what => !/^storage (?:practice|null)/.test(what))
  const landed = Number((await traces()) !== before) + practice.length
  expect([await traces(), practice]).toEqual([before, []])
  // What a script of the site does in another tab is seen.
  const address = await spy.evaluate(() => (window as unknown as { address: string }).address)
  const third = await lawless('/usage')
  await third.evaluate(address => {
    localStorage.setItem('trace', '1')
    new BroadcastChannel('keyway').postMessage('here')
    Object.assign(window, { worker: new SharedWorker(address, 'keyway') })
  }, address)
  const kinds = ['storage', 'keyway here', 'in the worker here', 'connected 2']
  const control = await poll(
    async () => {
      const told = await heard()
      return kinds.every(kind => told.some(one => one.includes(kind))) ? told : undefined
    },
    async () => `the traces; heard: ${(await heard()).join(' | ')}`,
  )
  expect(await traces()).not.toBe(before)
  await spy.evaluate(() => localStorage.removeItem('trace'))
  report({
    attack: 'storage, channels, shared workers and locks looked at from another tab',
    attacker: 'script in the page',
    asset: 'that Keyway is there, and what it does',
    tries: 1,
    landed,
    control: { tries: 1, landed: Number(control.length >= kinds.length) },
  })
})

/** What becomes of the document in the middle of the question for its key. */
const middles: Record<string, (page: Page, other: Page) => Promise<unknown>> = {
  'it is loaded anew': page => page.evaluate(() => location.reload()),
  'it goes back': page => page.evaluate(() => history.back()),
  'it opens itself anew': page => page.evaluate(() => document.open()),
  'another tab opens a window in front': (_, other) =>
    other.evaluate(() => void window.open('/usage', '', 'popup')),
  'another tab comes to the front': (_, other) => other.bringToFront(),
  'it goes to a page that is not the platform': page =>
    page.evaluate(() => {
      location.href = 'about:blank'
    }),
}

test.each(onlyInFull(Object.entries(middles)))(
  'the page goes in the middle of a capture: %s',
  async (attack, go) => {
    const scene = await begin(h, screen, { modal: 'native' })
    const own = (await reveal(scene)).slice(-4)
    const other = await h.platform('/usage')
    await scene.page.bringToFront()
    const [answer] = await Promise.all([
      send(screen, 'screen.takeKey', {}),
      go(scene.page, other).catch(() => undefined),
    ])
    // Either it came in time, or nothing was taken and it is said so: an answer comes at once, and waits for no page.
    const taken = await waiting()
    expect(taken).toEqual(answer?.ok ? [own] : [])
    const landed = Number(claims.test((await card(scene.page).catch(() => undefined))?.text ?? ''))
    await scene.page.close()
    const again = await begin(h, screen, { modal: 'native' })
    const next = (await reveal(again)).slice(-4)
    await again.page.bringToFront()
    expect(await send(screen, 'screen.takeKey', {})).toMatchObject({ ok: true })
    const seen = await waiting()
    expect(seen).toEqual([next])
    report({
      attack: `in the middle of a capture ${attack}`,
      attacker: 'page',
      asset: 'which key is taken, and the truth of the card',
      tries: 1,
      landed,
      // The page that stays gives its key.
      control: { tries: 1, landed: seen.length },
    })
  },
)
