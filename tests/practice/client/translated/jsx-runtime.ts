/**
 * React's own JSX, but in a translated scene every text that a page writes into an element goes through the dictionary, as Chrome's
 * translation does with a whole page. The bundle is built with it; pages do not know.
 */
import { createElement, type ElementType, type ReactNode } from 'react'
import { Fragment, jsx as plain, jsxs as plainMany } from 'react/jsx-runtime'
import { translate } from '../words.tsx'
import { currentScene } from '../world.ts'

interface Props {
  children?: ReactNode
  translate?: string
}

const untouched = new Set(['code', 'pre', 'textarea', 'style', 'script', 'title', 'font', 'svg'])

function german(type: ElementType, props: Props): Props {
  if (
    typeof type !== 'string' ||
    untouched.has(type) ||
    props.translate === 'no' ||
    !currentScene()?.translated
  )
    return props
  const { children } = props
  if (typeof children === 'string') return { ...props, children: inside(type, children) }
  if (Array.isArray(children)) {
    return {
      ...props,
      children: children.map(child => (typeof child === 'string' ? inside(type, child) : child)),
    }
  }
  return props
}

/** An option holds text only. */
const inside = (type: string, text: string): ReactNode =>
  type === 'option' ? translate(text) : wrapped(text)

function wrapped(text: string): ReactNode {
  if (text.trim() === '') return text
  return createElement('font', { dir: 'auto' }, createElement('font', { dir: 'auto' }, translate(text)))
}

export const jsx: typeof plain = (type, props, key) => plain(type, german(type, props as Props), key)
export const jsxs: typeof plainMany = (type, props, key) => plainMany(type, german(type, props as Props), key)
export { Fragment }
