/**
 * What a page puts on the clipboard, in whatever forms and at whatever moment: the field for a pasted key takes the plain text and nothing
 * else, says how the key in it ends, and saves that very key.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'puppeteer-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Harness, launch } from '../browser/harness.ts'
import { poll } from '../browser/poll.ts'
import { send, withVault } from '../features/lock/vault-story.ts'
import { makeSecret } from '../practice/secrets.ts'
import { report, sampleOf } from './outcome.ts'

let h: Harness
let screen: Page
let site: Page
beforeAll(async () => {
  h = await launch()
  screen = await withVault(h)
  site = await h.platform('/usage')
  await h.browser
    .defaultBrowserContext()
    .overridePermissions('https://platform.openai.com', [
      'clipboard-read',
      'clipboard-write',
      'clipboard-sanitized-write',
    ])
  // Where what is formatted is taken as it is formatted: that it is there at all.
  await site.evaluate(() => {
    const [shown, rich] = [document.createElement('p'), document.createElement('div')]
    Object.assign(shown, { id: 'shown' })
    Object.assign(rich, { id: 'rich', contentEditable: 'true' })
    document.body.replaceChildren(shown, rich)
  })
})
afterAll(() => h.close())

/** `plain` is what stands on the clipboard as text, `other` what the page hides in another form of it. */
type Keys = { plain: string; other: string }
type Way = {
  put?(page: Page, keys: Keys): Promise<unknown>
  /** What is drawn from the page onto the field and let go there, in place of a paste. */
  dropped?(keys: Keys): Record<string, string>
  /** There is no text on the clipboard, or in what was dropped. */
  isEmpty?: true
}

/** The person copies what the page shows; the page's own listener puts something else there. */
async function copied(page: Page, shown: string, forms: Record<string, string>): Promise<void> {
  await page.evaluate(
    (shown, forms) => {
      const text = document.getElementById('shown')
      if (!text) throw new Error('There is nothing to copy.')
      text.textContent = shown
      getSelection()?.selectAllChildren(text)
      document.addEventListener(
        'copy',
        event => {
          event.preventDefault()
          for (const [form, value] of Object.entries(forms)) event.clipboardData?.setData(form, value)
        },
        { once: true },
      )
    },
    shown,
    forms,
  )
  await page.keyboard.down('Control')
  await page.keyboard.press('c', { commands: ['Copy'] })
  await page.keyboard.up('Control')
}

const written = (page: Page, forms: Record<string, string>): Promise<void> =>
  page.evaluate(async forms => {
    const picture = () =>
      new Promise<Blob | null>(done => document.createElement('canvas').toBlob(done, 'image/png'))
    const blobs = await Promise.all(
      Object.entries(forms).map(async ([type, text]) => [
        type,
        type === 'image/png' ? ((await picture()) ?? text) : new Blob([text], { type }),
      ]),
    )
    await navigator.clipboard.write([new ClipboardItem(Object.fromEntries(blobs))])
  }, forms)

const html = (key: string) => `<p>${key}</p>`
const ways: Record<string, Way> = {
  'formatted text that holds another key than the plain one': {
    put: (page, { plain, other }) => written(page, { 'text/plain': plain, 'text/html': html(other) }),
  },
  'a listener of the page’s puts another key there than the person copied': {
    put: (page, { plain, other }) => copied(page, other, { 'text/plain': plain, 'text/html': html(other) }),
  },
  'a form of the page’s own beside the plain one': {
    put: (page, { plain, other }) => written(page, { 'text/plain': plain, 'web text/x-key': other }),
  },
  'rich text, an address and a record beside the plain text': {
    put: (page, { plain, other }) =>
      copied(page, plain, {
        'text/plain': plain,
        'text/rtf': `{\\rtf1 ${other}}`,
        'text/uri-list': `https://platform.openai.com/${other}`,
        'application/json': JSON.stringify({ key: other }),
        'text/html': html(other),
      }),
  },
  'a text that comes late: what was there before is on the clipboard still': {
    put: async (page, { plain, other }) => {
      await written(page, { 'text/plain': plain, 'text/html': html(other) })
      await page.evaluate(() => {
        const never = new Promise<Blob>(() => undefined)
        void navigator.clipboard.write([new ClipboardItem({ 'text/plain': never })]).catch(() => undefined)
      })
    },
  },
  'formatted text alone': {
    put: (page, { other }) => written(page, { 'text/html': html(other) }),
    isEmpty: true,
  },
  'formatted text alone, by a listener': {
    put: (page, { plain, other }) => copied(page, plain, { 'text/html': html(other), 'text/rtf': other }),
    isEmpty: true,
  },
  'dropped: formatted text that holds another key than the plain one': {
    dropped: ({ plain, other }) => ({ 'text/html': html(other), 'text/plain': plain }),
  },
  'dropped: rich text and a record beside the plain text': {
    dropped: ({ plain, other }) => ({
      'text/rtf': `{\\rtf1 ${other}}`,
      'application/json': JSON.stringify({ key: other }),
      'text/plain': plain,
    }),
  },
  'dropped: formatted text alone': {
    dropped: ({ other }) => ({ 'text/html': html(other) }),
    isEmpty: true,
  },
  'dropped: a file': { dropped: ({ other }) => ({ file: other }), isEmpty: true },
  'a picture alone': { put: page => written(page, { 'image/png': '' }), isEmpty: true },
  'an address alone': {
    put: (page, { plain, other }) =>
      copied(page, plain, { 'text/uri-list': `https://platform.openai.com/${other}` }),
    isEmpty: true,
  },
}

async function paste(page: Page): Promise<void> {
  await page.keyboard.down('Control')
  await page.keyboard.press('v', { commands: ['Paste'] })
  await page.keyboard.up('Control')
}

/** A page that knows how its site’s parts are drawn elsewhere decides what is in them. A file holds the text under `file`. */
async function drop(page: Page, forms: Record<string, string>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'keyway-dropped-'))
  const { file, ...texts } = forms
  const path = join(folder, 'key.txt')
  if (file) writeFileSync(path, file)
  const { x, y, width, height } = (await (await page.$('textarea.dots'))?.boundingBox()) ?? {
    x: 0,
    y: 0,
    width: 0,
    height: 0,
  }
  const session = await page.createCDPSession()
  try {
    const items = Object.entries(texts).map(([mimeType, data]) => ({ mimeType, data }))
    const data = { items, ...(file && { files: [path] }), dragOperationsMask: 1 }
    for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
      await session.send('Input.dispatchDragEvent', { type, x: x + width / 2, y: y + height / 2, data })
  } finally {
    await session.detach()
    rmSync(folder, { recursive: true })
  }
}

async function openForm(): Promise<void> {
  await screen.bringToFront()
  await screen.evaluate(() => {
    location.hash = '#keys'
  })
  await poll(async () => (await screen.$('textarea.dots')) === null, 'the form to be left')
  await screen.evaluate(() => {
    location.hash = '#keys/add'
  })
  await poll(
    () => screen.evaluate(() => document.activeElement?.matches('textarea.dots')),
    'the field for a key',
  )
}
const field = () => screen.$eval('textarea.dots', area => (area as HTMLTextAreaElement).value)
const said = () => screen.$eval('form [role=status]', part => part.textContent)

/** Does a field that takes what is formatted show the other key? Then it is there. */
async function isThere({ other }: Keys): Promise<boolean> {
  await site.bringToFront()
  await site.focus('#rich')
  await site.evaluate(() => document.getElementById('rich')?.replaceChildren())
  await paste(site)
  return site.$eval('#rich', (rich, other) => rich.innerHTML.includes(other), other)
}

/** @returns what went wrong, in words */
async function tryWay({ put, dropped, isEmpty }: Way, keys: Keys): Promise<string | undefined> {
  await site.bringToFront()
  await put?.(site, keys)
  await openForm()
  if (dropped) await drop(screen, dropped(keys))
  else await paste(screen)
  if (dropped && isEmpty) {
    // Whatever was to come of it has come when what is typed next is there, and it is there alone.
    await screen.focus('textarea.dots')
    await screen.keyboard.type('x')
    return poll(async () => (await field()) !== '', 'what is typed')
      .then(field)
      .then(text => (text === 'x' ? undefined : `“${text}” stands in the field`))
  }
  if (isEmpty) {
    await poll(
      async () => /no plain text/.test((await said()) ?? ''),
      async () => `to be told that there was no text; said: “${await said()}”`,
      { within: 20_000 },
    )
    return (await field()) === '' ? undefined : 'something stands in the field'
  }
  await poll(async () => (await said())?.includes(keys.plain.slice(-4)), 'the key’s end to be said')
  if ((await field()) !== keys.plain) return 'another text stands in the field'
  if ((await said())?.includes(keys.other.slice(-4))) return 'the other key is spoken of'
  // The page thinks better of it while the person looks.
  await site.bringToFront()
  await site.evaluate(text => navigator.clipboard.writeText(text), keys.other)
  await screen.bringToFront()
  await screen.click('form [data-keyway="commit"]')
  const saved = await poll(
    async () => (await h.session()).rows?.find(row => row.lastFour === keys.plain.slice(-4)),
    'the key to be saved',
  )
  const pulled = await send(screen, 'screen.pull', { id: saved.id, reason: 'write' })
  return pulled?.ok && pulled.secret === keys.plain ? undefined : 'another key was saved'
}

test('the plain text of the clipboard is taken, said by its end and saved, and no other form of it', async () => {
  const outcome = { tries: 0, landed: 0 }
  const control = { tries: 0, landed: 0 }
  const failed: string[] = []
  for (const [name, way] of sampleOf(Object.entries(ways), 5)) {
    const keys = { plain: makeSecret('project'), other: makeSecret('project') }
    const wrong = await tryWay(way, keys).catch(error => String(error))
    outcome.tries++
    if (wrong) {
      outcome.landed++
      failed.push(`${name}: ${wrong}`)
    }
    if (name.startsWith('formatted text')) {
      await site.bringToFront()
      await way.put?.(site, keys)
      control.tries++
      if (await isThere(keys)) control.landed++
    }
  }
  expect(failed).toEqual([])
  report({
    attack: 'forms of the clipboard that differ from its text',
    attacker: 'page',
    asset: 'which key is taken',
    ...outcome,
    // A field that takes what is formatted takes the other key.
    control,
  })
  h.assertClean()
})
