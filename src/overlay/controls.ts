/**
 * What a press on each of the card's controls means. It is kept beside the elements and never read from their attributes: an attribute
 * belongs to whoever wrote it last, and a button that Keyway did not make means nothing.
 */
import { type Child, type Given, make } from './element.ts'

export type Control = {
  /** What `pressed` is told. */
  act: string
  option?: string | undefined
  /** Its press asks for something that matters, so it counts only from a person who could see the button. */
  guarded?: boolean | undefined
  /** The words that stand on a guarded button. */
  label?: string | undefined
}

const controls = new WeakMap<Element, Control>()

export function makeControl(control: Control, attributes: Given, ...children: Child[]): HTMLButtonElement {
  const button = make('button', { type: 'button', ...attributes }, ...children)
  controls.set(button, control)
  return button
}

export const controlOf = (element: Element | null): Control | undefined =>
  element ? controls.get(element) : undefined
