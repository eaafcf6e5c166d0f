/** Everything by keyboard: single letters while no field has the focus, arrows between rows. */

import { useEffect, useRef } from 'react'
import { t } from '../../../../i18n/t.ts'

export const shortcuts: [string, string][] = [
  ['/', t('Search')],
  ['↓ ↑', t('Next and previous key')],
  ['Enter', t('Details of the key')],
  ['t', t('Test the key')],
  ['c', t('Copy the key once')],
  ['n', t('Add a key')],
  ['a', t('Test all')],
  ['e', t('Explain an error')],
  ['?', t('These shortcuts')],
  ['Esc', t('Back')],
]

type Named = Partial<Record<'n' | 'e' | '?', () => void>>

export function useShortcuts(named: Named) {
  const latest = useRef(named)
  latest.current = named
  useEffect(() => {
    const done = new AbortController()
    addEventListener('keydown', event => press(event, latest.current), { signal: done.signal })
    return () => done.abort()
  }, [])
}

function press(event: KeyboardEvent, named: Named) {
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return
  if (document.querySelector('dialog[open]')) return
  const inField = event.target instanceof Element && event.target.matches('input, textarea, select')
  if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
    if (inField && !(event.target instanceof HTMLInputElement && event.target.type === 'search')) return
    if (move(event.key === 'ArrowDown' ? 1 : -1)) event.preventDefault()
    return
  }
  if (inField) return
  const act = named[event.key as keyof Named]
  if (act) act()
  else if (event.key === '/') focus('input[type="search"]')
  else if (event.key === 'a') click(document, '[aria-keyshortcuts="a"]')
  else if (event.key === 't') click(currentRow(), '[data-keyway="test"]')
  else if (event.key === 'c') click(currentRow(), '[data-keyway="copy"]')
  else return
  event.preventDefault()
}

function focus(selector: string) {
  document.querySelector<HTMLElement>(selector)?.focus()
}

function click(within: ParentNode | null, selector: string) {
  within?.querySelector<HTMLElement>(selector)?.click()
}

const currentRow = () => document.activeElement?.closest('[data-keyway="key-row"]') ?? null

function move(by: 1 | -1): boolean {
  const names = [...document.querySelectorAll<HTMLElement>('[data-row-name]')]
  const now = currentRow()?.querySelector<HTMLElement>('[data-row-name]')
  const at = now ? names.indexOf(now) + by : by === 1 ? 0 : names.length - 1
  if (at < 0) focus('input[type="search"]')
  const next = names[at]
  next?.focus()
  next?.closest('li')?.scrollIntoView({ block: 'nearest' })
  return next !== undefined
}
