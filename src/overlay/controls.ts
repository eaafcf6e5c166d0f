/**
 * What a press on each of the card’s controls means. A map beside the elements holds it, and it is never read from their attributes: a page
 * could change an attribute, or add a button of its own, which then means nothing.
 */
import { type Child, type Given, make } from './element.ts'

export type Control = {
  /** The name with which `pressed` is called. */
  act: string
  option?: string | undefined
  /** A press asks for something that matters, so it counts only when the person could see the button. */
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
