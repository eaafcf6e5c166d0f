/** A page of the platform that shows a key in one of the ways of the lists, and what Keyway makes of it: by its guide and by the pull path. */
import type { Page } from 'puppeteer-core'
import type { Harness } from '../../../browser/harness.ts'
import { poll } from '../../../browser/poll.ts'
import { card, pressCard } from '../../../overlay/overlay.ts'
import { makeSecret } from '../../../practice/secrets.ts'
import { stayOn } from '../../guide/walk.ts'
import { send } from '../../lock/vault-story.ts'
import type { Secrets, Shown } from './first-list.ts'

export const freshSecrets = (): Secrets => ({
  project: makeSecret('project'),
  service: makeSecret('service'),
  admin: makeSecret('admin'),
  old: makeSecret('legacy'),
  another: makeSecret('project'),
})

/** A small console: the list, a form in a dialog, and what the form's own button brings. */
export const documentOf = (shown: Shown, secrets: Secrets): string => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>API keys</title></head>
<body style="font:14px sans-serif;margin:0"><nav><a href="/usage">Usage</a> <a href="/api-keys">API keys</a></nav>
<main style="padding:16px"><h1>API keys</h1><button id="open">Create new secret key</button>
<dialog id="form"><h2>Create new secret key</h2><label>Name <input id="name"></label>
<button id="create">Create secret key</button></dialog>
<div id="place"></div><h2>Your keys</h2><table><tbody><tr><td>Laptop</td><td>sk-...x9Yz</td><td>May 3</td></tr></tbody></table></main>
<script>
const html = ${JSON.stringify(shown.html(secrets)).replaceAll('<', '\\u003c')}
const form = document.getElementById('form')
document.getElementById('open').onclick = () => form.showModal()
document.getElementById('create').onclick = () => {
  form.close()
  const place = document.getElementById('place')
  place.append(document.createRange().createContextualFragment(html))
}
</script></body></html>`

/** `right`: exactly that key; `asked`: the person is asked which; `pasting`: none was taken, and the words offer to paste; `quiet`: none, and they do not. */
export type Outcome = { what: 'right' | 'wrong' | 'asked' | 'pasting' | 'quiet'; said: string; ms?: number }

export type World = { h: Harness; screen: Page }

export async function openPage({ h, screen }: World, shown: Shown, secrets: Secrets): Promise<Page> {
  await send(screen, 'screen.guideAct', { act: 'stop' })
  for (const key of (await h.session()).pending ?? []) await send(screen, 'screen.discard', { id: key.id })
  if (h.practice) h.practice.documents = () => documentOf(shown, secrets)
  const page = await h.platform('/api-keys')
  // A tab of its own for each: so many presses in one tab are more than the worker believes.
  await stayOn(h, page)
  await page.mouse.move(1, 1)
  return page
}

export async function makeKey(page: Page, between?: () => Promise<unknown>): Promise<void> {
  await page.click('#open')
  await between?.()
  await page.click('#create')
}

/** Which key waits now? It is put into the vault; a paste of the one that is meant then says whether it is the same. */
async function judgePending({ h, screen }: World, key: string): Promise<'right' | 'wrong' | undefined> {
  const waiting = (await h.session()).pending ?? []
  if (waiting.length === 0) return undefined
  for (const { id } of waiting) await send(screen, 'screen.commit', { id, about: {} })
  const again = await send(screen, 'screen.paste', { text: key, about: {} })
  return waiting.length === 1 && again && !again.ok && again.code === 'already_kept' ? 'right' : 'wrong'
}

const offersPaste = (said: string): boolean => /past(?:e|ing)/i.test(said)

/** A guide waits for the key: whether its card offers to save one, and which one comes of the press. */
export async function byGuide(world: World, page: Page, key: string, within: number): Promise<Outcome> {
  const { h } = world
  const begun = Date.now()
  let said = ''
  const offered = await poll(
    async () => {
      const now = await card(page)
      said = now ? `${now.data.step}: ${now.text}` : ''
      return now?.buttons.some(({ name }) => name === 'Save to Keyway')
    },
    'the offer to save',
    { within },
  ).catch(() => false)
  const ms = Date.now() - begun
  if (said.includes(key.slice(10, 20))) throw new Error(`The card says a part of the key: ${said}`)
  if (!offered) return { what: offersPaste(said) ? 'pasting' : 'quiet', said }
  await pressCard(page, 'Save to Keyway')
  await poll(
    async () => {
      const { pending = [], shownKeys = [] } = await h.session()
      said = (await card(page))?.text ?? ''
      return pending.length > 0 || shownKeys.length > 0 || !/Press “Save to Keyway”/.test(said)
    },
    'what the press brings',
    { within: 4_000 },
  ).catch(() => undefined)
  const judged = await judgePending(world, key)
  if (judged) return { what: judged, said, ms }
  if (((await h.session()).shownKeys ?? []).length > 0) return { what: 'asked', said, ms }
  return { what: offersPaste(said) ? 'pasting' : 'quiet', said, ms }
}

/** The person asks for the key in the panel, again and again until it is there or they give up. */
export async function byPull(world: World, key: string, within: number): Promise<Outcome> {
  const begun = Date.now()
  let answer: Awaited<ReturnType<typeof send<'screen.takeKey'>>>
  await poll(
    async () => {
      answer = await send(world.screen, 'screen.takeKey', {})
      return answer && (answer.ok || answer.code === 'already_kept' || answer.code === 'choose')
    },
    'the key',
    { within },
  ).catch(() => undefined)
  const ms = Date.now() - begun
  if (!answer || answer.ok) return { what: (await judgePending(world, key)) ?? 'wrong', said: '', ms }
  const { code, message } = answer
  if (code === 'already_kept') {
    const again = await send(world.screen, 'screen.paste', { text: key, about: {} })
    return { what: again && !again.ok && again.code === code ? 'right' : 'wrong', said: message, ms }
  }
  if (code === 'choose') return { what: 'asked', said: message, ms }
  return { what: offersPaste(message) ? 'pasting' : 'quiet', said: message, ms }
}

export async function doThen(page: Page, { reveals }: Shown): Promise<void> {
  if (reveals?.do === 'press') await page.click(reveals.on)
  if (reveals?.do === 'hover') await page.hover(reveals.on)
  if (reveals?.do === 'focus') await page.focus(reveals.on)
}

/** What came of it beside what a person would expect. A question before the right key is a step more, not a fault. */
export function isRight({ expect }: Shown, { what }: Outcome): boolean {
  const isNone = what === 'pasting' || what === 'quiet'
  if (expect === 'none') return isNone
  if (expect === 'ask or none') return isNone || what === 'asked'
  if (expect === 'paste') return what === 'pasting'
  if (expect === 'key') return what === 'right'
  return what === 'right' || what === (expect === 'ask or key' ? 'asked' : 'pasting')
}

export async function atGuideStep(world: World, page: Page): Promise<void> {
  await send(world.screen, 'screen.startGuide', { guide: 'create-key' })
  await stayOn(world.h, page)
  const step = async () => (await card(page))?.data.step
  await poll(async () => (await step()) === 'open', 'the step “open”')
}
