/**
 * The keys that the page shows: which of them a person sees whole right now and, only when the worker asks, their text. A key is recognised
 * by its shape, wherever it stands. A shortened form or a key out of sight is never taken, and it looks only when it runs in the real site’s top frame.
 */
import { DIALOGS, seeable } from '../../../locator/reach.ts'
import { isMarked, isWholeKey, shortened } from '../../../providers/recognition/key-shapes.ts'
import { around } from '../../guide/page/forms.ts'
import { rows } from '../../guide/page/page-controls.ts'
import { openDialogs } from '../../guide/page/page-texts.ts'
import { type InSight, judgeShown } from './judge-shown.ts'
import { type Budget, findKeyTexts, isField, type KeyText, nodesOf } from './key-texts.ts'
import { isSample } from './sample.ts'
import { isInSight } from './sight.ts'

const origin = 'https://platform.openai.com'
/** A shortened key, also one whose end is not shown. */
const dotted = /(?<![\w-])(sk-[\w-]{0,99})(?:[*•●∙·⋅◦]{2,}|…|\.{3,})([\w-]{0,8})/g
const search: Budget = { nodes: 1_000_000, letters: 50_000_000 }

export const isPlatform = (): boolean => location.origin === origin && window.top === window

/** The places where whole keys stand, dialogs first, each element looked at once. */
export function keyTexts(most: Budget): KeyText[] {
  if (!isPlatform()) return []
  const budget = { ...most }
  const dialogs = openDialogs().toReversed()
  const found = [...dialogs, document].flatMap(root => findKeyTexts(root, budget))
  return found.filter(
    (one, at) => found.findIndex(({ key, element }) => key === one.key && element === one.element) === at,
  )
}

/** Every key that a person sees now: for when the person asks for it in a screen of Keyway. */
export function keysInSight(own: Element | null): InSight {
  const texts = keyTexts(search)
  // The person asks for what they see, so a key out of sight is not meant.
  const seen = judge(
    texts.filter(text => isInSight(text, own)),
    own,
  )
  const isNone = seen.keys.length === 0
  const keys = isNone ? agreeingAttributes(own) : seen.keys
  return {
    keys,
    isSure: seen.isSure || (isNone && keys.length === 1),
    isOneHidden: keys.length === 0 && texts.length > 0,
  }
}

/** @param texts the places that may be meant. A place out of sight counts against the others only if the page draws it. */
export function judge(texts: KeyText[], own: Element | null): InSight {
  const shown = texts.filter(text => isInSight(text, own))
  const places = texts
    .filter(text => shown.includes(text) || seeable(text.element))
    .map(text => ({
      key: text.key,
      isSeen: shown.includes(text),
      isSample: isSample(text),
      isMarked: isMarked(text.key),
    }))
  return judgeShown(places, shown.flatMap(masksBeside))
}

/** The shortened forms in the same part of the page: a dialog, or as much as has a button. */
const masksBeside = ({ element }: KeyText): Form[] => [...formsIn(around([element]) ?? element, dotted)]

type Form = { start: string; tail: string; text: KeyText }

/**
 * Reads each text node by itself, because what stands beside a shortened key (a name, “Copy”) is no part of it. A list of keys shortens all
 * of them, which says nothing about which is meant.
 */
function* formsIn(root: Document | Element, pattern: RegExp): Generator<Form> {
  for (const node of nodesOf(root, { ...search })) {
    const isText = node.nodeType === Node.TEXT_NODE
    const element = isText ? node.parentElement : (node as Element)
    const field = element && isField(element) ? element : undefined
    const text = isText ? (node as Text).data : field?.value
    if (!element || !text || (isText && field)) continue
    for (const { 0: key, 1: start = '', 2: tail = '', index } of text.matchAll(pattern)) {
      if (isListed(element)) continue
      const pieces = isText ? [{ node: node as Text, from: index, to: index + key.length }] : []
      yield { start, tail, text: { key, element, pieces, ...(field && { field }) } }
    }
  }
}

/**
 * A key that an element holds for its *Copy* button counts when a person sees its shortened form right there and both agree. In the
 * rows of a list of keys it never does.
 */
function agreeingAttributes(own: Element | null): string[] {
  const keys = new Set<string>()
  for (const { start, tail, text } of formsIn(document, shortened))
    if (isInSight(text, own))
      for (const key of attributesNear(text.element))
        if (key.startsWith(start) && key.endsWith(tail)) keys.add(key)
  return [...keys]
}

function isListed(element: Element): boolean {
  const row = element.closest(rows)
  const others = [...(row?.parentElement?.children ?? [])].filter(other => other !== row)
  return row?.matches('tr, [role=row]') === true || others.some(other => other.textContent.match(shortened))
}

function attributesNear(element: Element): string[] {
  const place = element.closest(DIALOGS) ?? element.parentElement?.parentElement
  return [element, ...(place?.querySelectorAll('*') ?? [])]
    .slice(0, 2_000)
    .flatMap(one => [...one.attributes].map(({ value }) => value))
    .filter(isWholeKey)
}

/** The texts that go to the worker beside a key (name, project) hold nothing that looks like a key. */
export const innocent = (text: string | null | undefined): string | undefined =>
  text == null || /sk-[\w-]{8,}/.test(text) ? undefined : text.trim().slice(0, 200) || undefined
