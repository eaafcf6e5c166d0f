/**
 * KeePass' XML (KeePass 2 and KeePassXC): https://keepass.info/help/kb/kdbx_4.1.html and its 3.1 schema (read 2026-11-22).
 * Entities are refused before anything is parsed: a file of ours needs none, and nested ones fill the memory.
 */
import { type Item, itemOf } from './item.ts'

/** Deeper than this nobody nests groups. */
const deepest = 50

const childrenOf = (element: Element, tag: string): Element[] =>
  Array.from(element.children).filter(child => child.tagName === tag)
const textOf = (element: Element, tag: string): string => childrenOf(element, tag)[0]?.textContent ?? ''

/** @returns undefined for what is no such file, or not whole */
export function readKeePass(text: string): Item[] | undefined {
  if (/<!(?:DOCTYPE|ENTITY)/i.test(text)) return undefined
  const root = new DOMParser().parseFromString(text, 'text/xml').documentElement
  if (root?.tagName !== 'KeePassFile' || root.getElementsByTagName('parsererror').length > 0) return undefined
  const items: Item[] = []
  const walk = (group: Element, folder: string, depth: number): void => {
    for (const entry of childrenOf(group, 'Entry')) items.push(itemIn(entry, folder))
    if (depth < deepest)
      for (const below of childrenOf(group, 'Group')) walk(below, textOf(below, 'Name'), depth + 1)
  }
  for (const top of childrenOf(root, 'Root')) walk(top, '', 0)
  return items
}

/** Its former versions, in `History`, are left out. */
function itemIn(entry: Element, folder: string): Item {
  const said = childrenOf(entry, 'String').map(each => ({
    name: textOf(each, 'Key'),
    value: textOf(each, 'Value'),
  }))
  const find = (name: string) => said.find(each => each.name === name)?.value ?? ''
  return itemOf({
    title: find('Title'),
    notes: find('Notes'),
    webPage: find('URL'),
    folder,
    fields: said.filter(({ name }) => !/^(?:Title|Notes|URL)$/.test(name)),
  })
}
