/** A React component in a document without a browser: for what a screen decides, not for how it looks. */
import { type ReactNode, act as reactAct } from 'react'
import { createRoot } from 'react-dom/client'
import { afterAll } from 'vitest'

// A test that means to read a file of the package says which.
globalThis.fetch = async () => {
  throw new TypeError('There is no network in a document without a browser.')
}

// As Chrome has it: the person changes their mind, where a test says nothing else.
Object.assign(globalThis, { showDirectoryPicker: async () => null })

// A page that stays open for half a second, as it does on a slow machine, listens for its likes. Here are none, and a context of Node's has no channel.
Object.assign(globalThis, {
  BroadcastChannel: class extends EventTarget {
    postMessage() {}
    close() {}
  },
})

/** Between two of them a screen goes on by itself, as it does for a person, and React is not to warn of it. */
async function act(work: () => unknown): Promise<void> {
  const mark = (is: boolean) => Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: is })
  mark(true)
  try {
    await reactAct(async () => void (await work()))
  } finally {
    mark(false)
  }
}

/** Errors that a boundary caught. */
export const caught: unknown[] = []

let end = async () => {}
// What is left drawn would go on after the document is gone.
afterAll(() => end())

/** Draws it alone in the document; what was drawn before ends. */
export async function show(node: ReactNode): Promise<{ end: () => Promise<void> }> {
  await end()
  const place = document.createElement('div')
  document.body.replaceChildren(place)
  const root = createRoot(place, { onCaughtError: error => void caught.push(error) })
  end = async () => act(async () => root.unmount())
  await act(async () => root.render(node))
  return { end }
}

/** Does something; everything that it set going at once is drawn. */
export const settled = (work: () => unknown = () => undefined): Promise<void> =>
  act(async () => {
    await work()
    await new Promise(resolve => setTimeout(resolve))
  })

/** Waits until the check no longer throws; after half a minute its last words are the test's. */
export async function until(check: () => void): Promise<void> {
  const end = Date.now() + 30_000
  for (;;) {
    await settled()
    try {
      return check()
    } catch (thrown) {
      if (Date.now() > end) throw thrown
    }
  }
}

export function button(name: string | RegExp): HTMLButtonElement {
  const found = [...document.querySelectorAll('button')].find(one =>
    typeof name === 'string' ? one.textContent === name : name.test(one.textContent),
  )
  if (!found) throw new Error(`There is no button ${name} in: ${document.body.textContent}`)
  return found
}

/** As a person types: React hears the event, not the property. */
export const type = (field: HTMLInputElement, text: string): Promise<void> =>
  settled(() => {
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(field, text)
    field.dispatchEvent(new Event('input', { bubbles: true }))
  })
