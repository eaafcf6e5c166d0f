/** The practice pages in every state that a guide meets, in each layout and wording: how to get there, for whoever looks at them. */

import type { Page } from 'puppeteer-core'
import type { MarkName } from './marks.ts'
import type { Practice } from './server.ts'
import type { Patch } from './state.ts'

export interface Scene {
  name: string
  path: string
  patch?: Patch
  /** Pressed one after another before anything is looked for. */
  presses?: MarkName[]
}

const organization = '/settings/organization'
const trial: Patch = { billing: { plan: 'trial', credit: 0, card: null } }
const two: Patch = { keys: [{ name: 'Laptop' }, { name: 'Other' }] }

export const scenes: Scene[] = [
  { name: 'no keys', path: '/api-keys' },
  { name: 'two keys', path: '/api-keys', patch: two },
  { name: 'creating', path: '/api-keys', presses: ['create-opener'] },
  {
    name: 'restricting',
    path: '/api-keys',
    presses: ['create-opener', 'permissions-restricted', 'scope-capabilities-expand'],
  },
  { name: 'service account', path: '/api-keys', presses: ['create-opener', 'owner-service'] },
  { name: 'revoking', path: '/api-keys', patch: two, presses: ['key-delete'] },
  { name: 'phone banner', path: '/api-keys', patch: { person: { phone: 'needed' } } },
  {
    name: 'phone dialog',
    path: '/api-keys',
    patch: { person: { phone: 'needed' } },
    presses: ['phone-start'],
  },
  { name: 'the key is shown', path: '/api-keys', presses: ['create-opener', 'key-project', 'create-submit'] },
  { name: 'trial', path: `${organization}/billing/overview`, patch: trial },
  {
    name: 'card',
    path: `${organization}/billing/overview`,
    patch: trial,
    presses: ['add-payment', 'payer-individual'],
  },
  { name: 'paid', path: `${organization}/billing/overview` },
  { name: 'amount', path: `${organization}/billing/overview`, presses: ['add-credit'] },
  { name: 'reload', path: `${organization}/billing/overview`, presses: ['auto-reload-change'] },
  { name: 'payment methods', path: `${organization}/billing/payment-methods` },
  { name: 'limits', path: `${organization}/limits` },
  { name: 'limit dialog', path: `${organization}/limits`, presses: ['limit-edit'] },
  { name: 'project limits', path: '/settings/PROJECT/limits' },
  { name: 'usage', path: '/usage' },
  { name: 'home', path: '/home' },
  { name: 'signed out', path: '/home', patch: { person: { signedIn: false } } },
  { name: 'general', path: `${organization}/general` },
  { name: 'projects', path: '/projects' },
  { name: 'new project', path: '/projects', presses: ['project-create'] },
  { name: 'security', path: '/settings/profile/security' },
  { name: 'first run', path: '/welcome', patch: { person: { signUp: 'create' } } },
  { name: 'first run, key', path: '/welcome', patch: { person: { signUp: 'try' } } },
]

/** Layouts and wordings; the dialog library makes no difference to what is found. */
export const looks: { name: string; patch: Patch }[] = [
  { name: 'D', patch: { era: 'D' } },
  { name: 'D, other wording', patch: { era: 'D', wording: 1 } },
  { name: 'D, third wording', patch: { era: 'D', wording: 2, modal: 'native' } },
  { name: 'D, translated', patch: { era: 'D', translated: true } },
  { name: 'C', patch: { era: 'C' } },
  { name: 'B', patch: { era: 'B' } },
  { name: 'A', patch: { era: 'A' } },
]

/** @returns false when this look has no such scene. */
export async function enter(page: Page, practice: Practice, scene: Scene, look: Patch): Promise<boolean> {
  practice.reset(scene.patch)
  practice.set(look)
  await page.goto(
    `https://platform.openai.com${scene.path.replace('PROJECT', practice.state.selectedProject)}`,
  )
  await page.waitForFunction(() => (document.querySelector('#root')?.children.length ?? 0) > 0)
  for (const name of scene.presses ?? []) {
    const pressed = await page
      .waitForFunction(
        (name, project) => {
          const marked = (
            window as unknown as { __practice: { marked(name: string): HTMLElement | null } }
          ).__practice.marked(name)
          if (marked instanceof HTMLSelectElement) {
            Object.getOwnPropertyDescriptor(HTMLSelectElement.prototype, 'value')?.set?.call(marked, project)
            marked.dispatchEvent(new Event('change', { bubbles: true }))
          } else if (name !== 'key-project') marked?.click()
          return marked !== null
        },
        { timeout: 1500, polling: 30 },
        name,
        practice.state.selectedProject,
      )
      .then(
        () => true,
        () => name === 'key-project',
      )
    if (!pressed) return false
  }
  // The page has come to rest when nothing of it moved for two frames.
  await page.evaluate(
    () =>
      new Promise<void>(done => {
        let timer = setTimeout(done, 120)
        new MutationObserver(() => {
          clearTimeout(timer)
          timer = setTimeout(done, 120)
        }).observe(document, { subtree: true, childList: true, attributes: true })
      }),
  )
  return true
}
