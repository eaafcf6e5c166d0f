/**
 * A script in the page that wants to read or drive what Keyway draws: every public way into a closed root, forged controls, forged
 * copies of the content script. On the practice platform, with the built extension.
 */
import type { CDPSession, Page } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { shownFor } from '../browser/at-rest.ts'
import { type Harness, launch } from '../browser/harness.ts'
import { poll } from '../browser/poll.ts'
import { atStep, begin, buttonOf, reveal, type Scene } from '../features/guide/on-keys-page.ts'
import { withVault } from '../features/lock/vault-story.ts'
import { card, parts, pressCard } from '../overlay/overlay.ts'
import { waysInto } from './closed-root-ways.ts'
import { report, sampleOf } from './outcome.ts'

let h: Harness
let screen: Page
beforeAll(async () => {
  h = await launch()
  screen = await withVault(h)
})
afterAll(() => h?.close())

/** What a page can do before anything of Keyway's is drawn. */
function prepare(): void {
  const roots: unknown[] = []
  Object.assign(window, { roots, heard: [] as string[] })
  customElements.define('keyway-guide', class extends HTMLElement {})
  const real = Element.prototype.attachShadow
  Element.prototype.attachShadow = function (init) {
    const root = real.call(this, init)
    roots.push(root)
    return root
  }
  const create = document.createElement
  document.createElement = function (this: Document, ...given: Parameters<typeof create>) {
    const made = create.apply(this, given)
    if (made.localName === 'keyway-guide') roots.push(made.attachInternals().shadowRoot)
    return made
  } as typeof create
  const heard = (window as unknown as { heard: string[] }).heard
  const dispatch = EventTarget.prototype.dispatchEvent
  EventTarget.prototype.dispatchEvent = function (event) {
    heard.push(event.type)
    return dispatch.call(this, event)
  }
  for (const target of [window, document])
    target.addEventListener('keyway:newest', () => heard.push('keyway:newest'))
}

async function drawn(): Promise<Scene> {
  const scene = await begin(h, screen)
  await scene.page.evaluateOnNewDocument(prepare)
  await scene.page.reload()
  await atStep(scene, 'open')
  return scene
}

const ownHost = 'div[popover=manual]'

test('no public way leads into the closed root', async () => {
  const scene = await drawn()
  const { page } = scene
  const box = (await card(page))?.box ?? { x: 0, y: 0, width: 0, height: 0 }
  const at = { x: box.x + 40, y: box.y + 60 }
  await page.mouse.move(at.x, at.y)
  await page.evaluate(`window.waysInto = ${waysInto.toString()}`)
  const landed = await page.evaluate(
    (host, at) =>
      (window as unknown as { waysInto: typeof waysInto }).waysInto(
        document.querySelector(host) as HTMLElement,
        at,
      ),
    ownHost,
    at,
  )
  // The control: a closed root again, in an element whose name the page has defined.
  const control = await page.evaluate(async () => {
    customElements.define('keyway-lab', class extends HTMLElement {})
    const host = document.createElement('keyway-lab')
    host.style.cssText = 'position:fixed;left:300px;top:300px;width:344px;height:90px'
    host.attachShadow({ mode: 'closed' }).append('Save to Keyway')
    document.documentElement.append(host)
    const reached = await (window as unknown as { waysInto: typeof waysInto }).waysInto(host, {
      x: 320,
      y: 310,
    })
    host.remove()
    return reached
  })
  expect(control.reached).toContain('attachInternals')
  expect(landed.reached).toEqual([])
  report({
    attack: 'every public way into the closed root',
    attacker: 'script in the page',
    asset: 'what the card says, and its controls',
    tries: landed.tried,
    landed: landed.reached.length,
    control: { tries: control.tried, landed: control.reached.length },
  })
})

/** Runs in the page’s world on something inside the closed root, as if the root had leaked. */
async function inRoot(page: Page, run: (this: HTMLElement) => void): Promise<void> {
  const session: CDPSession = await page.createCDPSession()
  const { root } = await session.send('DOM.getDocument', { depth: -1, pierce: true })
  type Node = typeof root
  const find = (node: Node): Node | undefined => {
    if (node.attributes?.includes('data-keyway') && node.attributes.includes('card')) return node
    for (const next of [...(node.shadowRoots ?? []), ...(node.children ?? [])]) {
      const found = find(next)
      if (found) return found
    }
    return undefined
  }
  const { object } = await session.send('DOM.resolveNode', { backendNodeId: find(root)?.backendNodeId ?? 0 })
  const { exceptionDetails } = await session.send('Runtime.callFunctionOn', {
    objectId: object.objectId ?? '',
    functionDeclaration: run.toString(),
  })
  if (exceptionDetails) throw new Error(exceptionDetails.exception?.description)
}

const asked = async () => ((await h.session()).pending ?? []).length

describe('even with the root in its hands', () => {
  const forgeries: Record<string, (this: HTMLElement) => void> = {
    'an invisible button over the whole window with our attributes': function () {
      const forged = document.createElement('button')
      forged.dataset.act = 'save-key'
      forged.style.cssText = 'position:fixed;inset:0;width:100vw;height:100vh;opacity:0;pointer-events:auto'
      this.append(forged)
    },
    'a copy of our button over the whole card': function () {
      const own = [...this.querySelectorAll('button')].find(one => one.textContent === 'Save to Keyway')
      const forged = own?.cloneNode(true) as HTMLElement
      forged.removeAttribute('aria-disabled')
      forged.style.cssText = 'position:absolute;inset:0;opacity:0'
      this.append(forged)
    },
    'our own button with other words': function () {
      const own = [...this.querySelectorAll('button')].find(one => one.textContent === 'Save to Keyway')
      if (own) own.textContent = 'Win a prize'
    },
    'our own button, nothing readable on it': function () {
      const own = [...this.querySelectorAll('button')].find(one => one.textContent === 'Save to Keyway')
      own?.style.setProperty('color', 'transparent')
      own?.style.setProperty('background', 'transparent')
    },
  }
  test.each(sampleOf(Object.entries(forgeries), 4))('%s', async (attack, forge) => {
    const scene = await begin(h, screen)
    await reveal(scene)
    const at = await buttonOf(scene, 'Save to Keyway')
    await poll(
      async () =>
        (await card(scene.page))?.buttons.some(one => one.name === 'Save to Keyway' && !one.disabled),
      'the button to be ready',
    )
    await inRoot(scene.page, forge)
    await shownFor(scene.page, 700)
    await scene.page.mouse.click(at.x, at.y)
    await shownFor(scene.page, 400)
    const landed = await asked()
    // The control: the same page after the forgery is gone, so that nothing else kept the press away.
    await scene.page.reload()
    report({
      attack,
      attacker: 'script in the page',
      asset: 'a press on “Save to Keyway”',
      tries: 1,
      landed,
      control: { tries: 1, landed: await landsOnReader(scene, forge) },
    })
  })

  /** The reading that was trusted before: by the attributes of what lies at the point. */
  async function landsOnReader({ page }: Scene, forge: (this: HTMLElement) => void): Promise<number> {
    return page.evaluate(
      source => {
        const box = document.createElement('section')
        box.style.cssText = 'position:fixed;inset:100px;background:#fff'
        const own = document.createElement('button')
        own.dataset.act = 'save-key'
        own.textContent = 'Save to Keyway'
        box.append(own)
        document.body.append(box)
        ;(new Function(`return (${source})`)() as (this: HTMLElement) => void).call(box)
        const { x, y, width, height } = own.getBoundingClientRect()
        const hit = document.elementFromPoint(x + width / 2, y + height / 2)
        return hit?.closest<HTMLElement>('button[data-act]')?.dataset.act === 'save-key' ? 1 : 0
      },
      forge.toString().replace(/^function \w*/, 'function'),
    )
  }
})

test('the event by which copies once ended each other says and does nothing', async () => {
  const scene = await drawn()
  const { page } = scene
  const send = () => document.dispatchEvent(new CustomEvent('keyway:newest', { detail: 'a newer copy' }))
  await page.evaluate(send)
  await page.evaluate(() => void window.dispatchEvent(new CustomEvent('keyway:newest', { detail: 'x' })))
  await page.evaluate(() => (window as unknown as { heard: string[] }).heard.splice(0))
  await pressCard(page, 'Make the card small')
  const isThere = (await parts(page)).some(part => part.name === 'card')
  await h.inWorker(async () => {
    const files = ['src/entries/content/main.iife.js']
    const [tab] = await chrome.tabs.query({ url: 'https://platform.openai.com/*' })
    if (tab?.id !== undefined) await chrome.scripting.executeScript({ target: { tabId: tab.id }, files })
  })
  await atStep(scene, 'open')
  await poll(async () => (await page.$$(ownHost)).length === 1, 'the older copy to go')
  const heard = await page.evaluate(() => (window as unknown as { heard: string[] }).heard)
  const ours = heard.filter(type => /keyway/.test(type)).length
  // The control: a copy that lives by such an event, in a world of its own.
  const session = await page.createCDPSession()
  const { frameTree } = await session.send('Page.getFrameTree')
  const { executionContextId: contextId } = await session.send('Page.createIsolatedWorld', {
    frameId: frameTree.frame.id,
  })
  const inWorld = (expression: string) => session.send('Runtime.evaluate', { expression, contextId })
  await inWorld(
    `globalThis.ended = false; document.addEventListener('keyway:newest', event => { ended = event.detail !== 'me' })`,
  )
  await page.evaluate(send)
  const { result } = await inWorld('ended')
  report({
    attack: 'an event that says that a newer copy came, sent and listened for',
    attacker: 'page',
    asset: 'the card and the way to take a key',
    tries: 2,
    landed: (isThere ? 0 : 1) + ours,
    control: { tries: 1, landed: result.value === true ? 1 : 0 },
  })
})
