/** The pages' world: the scene as the server last told it, acts upon it, the address, class names, and the hidden marks. */
import { useSyncExternalStore } from 'react'
import { hashedClass } from '../class-names.ts'
import type { MarkName } from '../marks.ts'
import type { ActReply, ActRequest, Scene } from '../platform.ts'

let scene: Scene
const listeners = new Set<() => void>()
const changed = () => {
  for (const listener of listeners) listener()
}

export async function refresh(): Promise<Scene> {
  const response = await fetch('/backend/scene')
  scene = await response.json()
  document.documentElement.dataset.theme = scene.theme
  changed()
  return scene
}

export async function act(request: ActRequest): Promise<ActReply> {
  const response = await fetch('/backend/act', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(request),
  })
  const reply: ActReply = await response.json()
  scene = reply.scene
  document.documentElement.dataset.theme = scene.theme
  changed()
  return reply
}

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export const useScene = () => useSyncExternalStore(subscribe, () => scene)
export const currentScene = () => scene

/** The address, as the History API has it: a navigation never loads the document anew. */
export const usePath = () => useSyncExternalStore(subscribe, () => location.pathname + location.search)

export function go(address: string, replace = false): void {
  const url = new URL(address, location.href)
  if (url.origin !== location.origin) {
    location.href = address
    return
  }
  history[replace ? 'replaceState' : 'pushState'](null, '', url)
  scrollTo(0, 0)
  changed()
}
addEventListener('popstate', changed)

/** Class names as this build has them. Era A had names that people could read. */
export function c(names: string): string {
  return names
    .split(' ')
    .filter(Boolean)
    .map(name => hashedClass(scene.classSeed, name))
    .join(' ')
}

const marked = new Map<string, Set<Element>>()
const marking = new Map<string, (element: Element | null) => (() => void) | undefined>()

/** A ref that marks an element for tests. */
export function mark(name: MarkName | undefined) {
  if (!name) return undefined
  let ref = marking.get(name)
  if (!ref) {
    const elements = new Set<Element>()
    marked.set(name, elements)
    ref = element => {
      if (!element) return undefined
      elements.add(element)
      Object.defineProperty(element, '__practiceMark', { value: name, configurable: true, enumerable: false })
      return () => elements.delete(element)
    }
    marking.set(name, ref)
  }
  return ref
}

const inOrder = (a: Element, b: Element) =>
  a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1

Object.defineProperty(window, '__practice', {
  value: {
    allMarked: (name: string) =>
      [...(marked.get(name) ?? [])].filter(element => element.isConnected).sort(inOrder),
    marked(name: string) {
      return this.allMarked(name)[0] ?? null
    },
    markedHere: () => [...marked].filter(([, elements]) => elements.size > 0).map(([name]) => name),
    refresh,
    get scene() {
      return scene
    },
  },
})

declare global {
  interface Window {
    __webpack_nonce__?: string
  }
}
