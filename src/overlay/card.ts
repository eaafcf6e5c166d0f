/** Makes the card’s elements from its texts and buttons. Knows nothing of guides. */
import type { CardWords } from '../features/guide/core/card-words.ts'
import { makeControl } from './controls.ts'
import { type Child, draw, make } from './element.ts'

export type CardButton = {
  /** The name with which `pressed` is called. */
  act: string
  label: string
  kind: 'primary' | 'plain' | 'quiet' | 'number'
  /** A press counts only when the button was wholly visible for half a second, because it asks for something that matters. */
  guarded?: boolean
  /** Shown only after a press on “More”, because the card shows the answers to a question first. */
  isMore?: boolean
}

export type CardContent = {
  guide: string
  step: string
  /** '3 of 12 · Create an API key'. */
  where: string
  /** 0 to 1. */
  share: number
  title: string
  do: string
  before?: string
  why?: string
  /** Shown only without a note: a note asks for something else first. */
  see?: string
  details?: string
  /** A sentence about how the step stands on the page, or about a prerequisite of the guide. */
  note?: string
  choice?: {
    question: string
    asked: boolean
    chosen?: string
    options: { id: string; label: string; hint?: string }[]
  }
  parts?: { label: string; isDone: boolean }[]
  receipt?: { label: string; text: string }[]
  /** The quiet ones first. */
  buttons: CardButton[]
}

/** @param unfolded show the texts behind “More about this” too @param all show the buttons behind “More” too */
export function makeCard(
  content: CardContent,
  says: CardWords,
  unfolded: boolean,
  all: boolean,
): HTMLElement {
  const { choice, parts, receipt } = content
  const folded = [content.why, content.details].filter(text => text !== undefined)
  return make(
    'section',
    {
      class: 'card',
      role: 'region',
      tabindex: -1,
      'aria-label': `Keyway: ${content.where}`,
      'aria-description': says.escape,
      'data-keyway': 'card',
      'data-guide': content.guide,
      'data-step': content.step,
    },
    make('i', { class: 'arrow', hidden: true }),
    make(
      'header',
      {},
      draw(16, 'mark'),
      make('span', { class: 'where' }, content.where),
      iconButton('fold-card', says.small, 'line'),
      iconButton('stop', says.stop, 'cross'),
    ),
    make('div', { class: 'bar' }, bar(content.share)),
    make(
      'div',
      { class: 'body' },
      make('h2', {}, content.title),
      content.do !== content.title && make('p', { class: 'do' }, content.do),
      content.note && note(content.note, 'plain'),
      content.before && note(content.before, 'warning'),
      parts && checklist(parts),
      content.see && !content.note && make('p', { class: 'see' }, make('b', {}, says.see), ' ', content.see),
      choice && options(choice),
      receipt && lines(receipt),
      folded.length > 0 &&
        makeControl(
          { act: 'unfold' },
          { class: 'fold', 'aria-expanded': String(unfolded) },
          unfolded ? says.less : says.more,
        ),
      ...(unfolded ? folded.map(text => make('p', { class: 'details' }, text)) : []),
    ),
    ...buttonRows(content.buttons, says, all),
    make('footer', {}, says.by),
  )
}

function bar(share: number): HTMLElement {
  const filled = make('i')
  filled.style.width = `${Math.round(share * 100)}%`
  return filled
}

const iconButton = (act: string, label: string, shape: 'cross' | 'line') =>
  makeControl({ act }, { class: 'icon', 'aria-label': label, title: label }, draw(16, shape))

const note = (text: string, tone: 'plain' | 'warning') =>
  make('p', { class: `note ${tone}` }, tone === 'warning' && draw(16, 'triangle'), make('span', {}, text))

function options({ question, asked, chosen, options }: NonNullable<CardContent['choice']>): HTMLElement {
  return make(
    'fieldset',
    {},
    !asked && make('legend', {}, question),
    make(
      'div',
      { class: asked ? 'options asked' : 'options' },
      ...options.map(option =>
        makeControl(
          { act: 'choose', option: option.id },
          { 'aria-pressed': asked ? undefined : String(option.id === chosen) },
          make('span', {}, option.label),
          option.hint && make('small', {}, option.hint),
        ),
      ),
    ),
  )
}

const checklist = (parts: NonNullable<CardContent['parts']>) =>
  make('ul', {}, ...parts.map(({ label, isDone }) => make('li', isDone ? { class: 'done' } : {}, label)))

const lines = (receipt: NonNullable<CardContent['receipt']>) =>
  make(
    'dl',
    {},
    ...receipt.map(({ label, text }) => make('div', {}, make('dt', {}, label), make('dd', {}, text))),
  )

const button = ({ act, guarded, label, kind }: CardButton) =>
  makeControl({ act, guarded, label }, { class: kind, 'aria-disabled': guarded ? 'true' : undefined }, label)

/** One row with the buttons for the numbered elements; below it the other buttons, or those that are not behind “More”. */
function buttonRows(buttons: CardButton[], says: CardWords, all: boolean): Child[] {
  const numbers = buttons.filter(({ kind }) => kind === 'number')
  const others = buttons.filter(({ kind, isMore }) => kind !== 'number' && (all || !isMore))
  const more =
    buttons.some(({ isMore }) => isMore) &&
    makeControl(
      { act: 'more' },
      { class: 'quiet', 'aria-expanded': String(all) },
      all ? says.less : says.otherWays,
    )
  return [
    numbers.length > 0 && make('div', { class: 'actions numbers' }, ...numbers.map(button)),
    others.length > 0 && make('div', { class: 'actions' }, more, ...others.map(button)),
  ]
}

/** The text that a screen reader reads out when the step changes. */
export const spoken = (content: CardContent): string =>
  [content.where, content.title, content.do, content.before, content.note].filter(Boolean).join('. ')

/** The folded card: one button that brings it back. */
export const makeFolded = (content: CardContent): HTMLElement =>
  make(
    'section',
    {
      class: 'pill small',
      role: 'region',
      'aria-label': 'Keyway',
      'data-keyway': 'card',
      'data-guide': content.guide,
      'data-step': content.step,
    },
    makeControl({ act: 'unfold-card' }, { class: 'quiet' }, draw(16, 'mark'), content.title),
  )

export type PillContent = { guide: string; title: string; act: string; button: string }

export function makePill({ guide, title, act, button }: PillContent, says: CardWords): HTMLElement {
  const offers = act === 'start'
  return make(
    'section',
    { class: 'pill', role: 'region', 'aria-label': 'Keyway', 'data-keyway': 'pill', 'data-guide': guide },
    draw(18, 'mark'),
    make('span', {}, title, make('small', {}, says.by)),
    makeControl(
      { act, guarded: !offers, label: button, ...(offers && { option: guide }) },
      { class: 'primary', 'aria-disabled': offers ? undefined : 'true' },
      button,
    ),
    offers && makeControl({ act: 'not-again' }, { class: 'quiet' }, says.notAgain),
    iconButton('later', says.later, 'cross'),
  )
}
