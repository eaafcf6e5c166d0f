/**
 * @vitest-environment happy-dom
 */
import { afterEach, expect, it } from 'vitest'
import { isolate } from '../../src/overlay/isolate.ts'

const end = new AbortController()
afterEach(() => end.abort())

/** An event as the browser itself sends it. */
function trusted(target: Element, event: Event): void {
  Object.defineProperty(event, 'isTrusted', { value: true })
  target.dispatchEvent(event)
}

it('a menu by keyboard is the page’s again after a press on the card, and what ends that press is not', () => {
  const host = document.createElement('div')
  const field = document.createElement('input')
  document.body.append(host, field)
  const root = host.attachShadow({ mode: 'open' })
  Object.assign(root, { elementFromPoint: () => null })
  const nothing = () => undefined
  isolate(host, root, { began: nothing, pressed: nothing, key: nothing }, end.signal)
  const heard: string[] = []
  for (const type of ['pointerdown', 'pointerup', 'mouseup', 'keydown', 'contextmenu'])
    field.addEventListener(type, () => heard.push(type))

  trusted(host, new MouseEvent('pointerdown', { bubbles: true }))
  trusted(field, new MouseEvent('pointerup', { bubbles: true }))
  trusted(field, new MouseEvent('mouseup', { bubbles: true }))
  trusted(field, new MouseEvent('contextmenu', { bubbles: true }))
  expect(heard).toEqual([])

  trusted(field, new KeyboardEvent('keydown', { key: 'ContextMenu', bubbles: true }))
  trusted(field, new MouseEvent('contextmenu', { bubbles: true }))
  expect(heard).toEqual(['keydown', 'contextmenu'])
})
