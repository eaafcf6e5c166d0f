/**
 * Rows of the page’s lists that show a shortened key. The worker is told each row’s last characters, which the page shows anyway. Only the
 * worker knows which row a guide is about; it answers with a handle that was made up here and that tells the page nothing.
 */
import { seeable } from '../../../locator/reach.ts'
import { nodesOf } from '../../capture/page/key-texts.ts'
import { rows } from './page-controls.ts'
import { readFrom, readsAs } from './reads-as.ts'

export const rowsOfLists = `${rows},article,[role=article]`
const withButton = ':has(button,a,[role=button],[tabindex])'
/** More rows than this are not read. */
const mostRows = 300

export type ListedRows = Map<string, { row: Element; tail: string }>

const handles = new WeakMap<Element, { tail: string; handle: string }>()
let last = 0

/** Handle -> row. A row that shows another key than before gets a new handle. */
export function listedRows(): ListedRows {
  const listed: ListedRows = new Map()
  const named = document.querySelectorAll(rowsOfLists)
  const all = [...named].some(tailOf) ? named : plainRows()
  for (const row of all) {
    const tail = tailOf(row)
    if (tail && listed.size < mostRows) listed.set(handleOf(row, tail), { row, tail })
  }
  return listed
}

/** Rows, whatever elements a layout makes them of: the nearest element around a shortened key that has a button. */
function plainRows(): Element[] {
  const rows = new Set<Element>()
  for (const { nodeValue, parentElement } of nodesOf(document.body))
    if (readsAs('shortened', nodeValue ?? '')) {
      const row = parentElement?.closest(withButton)
      if (row) rows.add(row)
    }
  return [...rows]
}

/** @returns undefined for a row that shows no shortened key, or several, or that only holds such a row. */
function tailOf(row: Element): string | undefined {
  if (!readsAs('shortened', row.textContent) || row.querySelector(rowsOfLists)) return undefined
  const tails = new Set<string>()
  for (const part of [row, ...row.querySelectorAll('*')]) {
    const tail = readFrom('shortenedAtEnd', part.textContent)
    if (tail) tails.add(tail)
  }
  const [tail] = tails
  return tails.size === 1 && seeable(row) ? tail : undefined
}

function handleOf(row: Element, tail: string): string {
  const known = handles.get(row)
  if (known?.tail === tail) return known.handle
  const handle = `r${++last}`
  handles.set(row, { tail, handle })
  return handle
}
