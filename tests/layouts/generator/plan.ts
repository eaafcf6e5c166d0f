/** What a drawn layout is made of. The page draws nothing by itself: everything it needs is in its plan. Types and lists only. */
import type { Given } from '../runner/layout.ts'
import type { Term } from './words.ts'

export const tasks = [
  'create-key',
  'restrict-key',
  'project-key',
  'service-account-key',
  'give-to-app',
  'rotate-key',
  'key-compromised',
  'revoke-key',
  'set-up-billing',
  'limit-spending',
  'create-project',
  'monitor-usage',
  'verify-organization',
  'secure-account',
] as const
export type Task = (typeof tasks)[number]

/** Where the form stands. `…-plain`: looks like one and has no role. `standing`: on the page from the beginning, nothing opens it. */
export const containers = [
  'dialog',
  'native-dialog',
  'native-open',
  'dialog-plain',
  'drawer',
  'drawer-plain',
  'page',
  'inline',
  'popover',
  'frame',
  'shadow',
  'aside',
  'standing',
] as const
export type Container = (typeof containers)[number]

/** In which form a new key is shown. `with-id`: beside its public half; `command`: in a call to try; `pressed-itself`: the mask is the button. */
export const reveals = [
  'field',
  'editable-field',
  'disabled-field',
  'textarea',
  'text',
  'code',
  'env-line',
  'cut-by-wbr',
  'cut-by-spans',
  'masked-field',
  'masked-text',
  'copy-only',
  'pre',
  'details',
  'asked-first',
  'with-id',
  'command',
  'pressed-itself',
] as const
export type Reveal = (typeof reveals)[number]

export const places = ['same', 'dialog', 'banner', 'row', 'page', 'toast'] as const
/** Whatever the form stood in. `list`: in the key's own row of the list, as long as it is shown. */
export const placesApart = ['list', 'drawer-plain', 'native-dialog', 'popover', 'frame', 'shadow'] as const
export type RevealPlace = (typeof places | typeof placesApart)[number]

/** Of several whole keys that are shown together, which is the new one. */
export const orders = ['alone', 'first', 'second'] as const
export type Order = (typeof orders)[number]

/** Where a site asks whether a key is to end: as its forms are, or in a way of its own. `browser`: the browser's own question. */
export const endings = ['as-form', 'box', 'native', 'frame', 'browser'] as const
export type Ending = (typeof endings)[number]

export const choices = [
  'select',
  'radios',
  'aria-radios',
  'pills',
  'listbox',
  'combobox',
  'tabs',
  'tiles',
  'bare-tiles',
  'menu',
] as const
export type ChoiceWidget = (typeof choices)[number]

export const expiries = ['none', 'select', 'pills', 'date', 'number'] as const
export const labellings = [
  'for',
  'wrapped',
  'aria-label',
  'loose',
  'placeholder',
  'labelledby',
  'floating',
  'overlaid',
] as const
export type Labelling = (typeof labellings)[number]

/** How a button is made. `bare-…`: without a role; `component`: an element of the site's own, with the real button in its shadow root. */
export const pressables = ['button', 'link', 'div', 'bare-link', 'component', 'input'] as const
/** `split`: a button with a second one beside it that opens a menu; `bare-icon`: a picture that says what it is only to who points at it. */
export const openers = ['words', 'plus', 'icon', 'menu', 'split', 'bare-icon'] as const

/** What sites do each in their own way, whatever the form. */
export const habits = [
  /** A form in steps says above which they are. */
  'progress',
  /** A second dialog over the form asks whether to go on. */
  'asks-again',
  /** In the middle the page asks for the password once more. */
  'password',
  /** The first try is answered by "too many requests". */
  'rate-limit',
  /** Fields are checked when they are left; until then the button stays off. */
  'checks-late',
  /** What is drawn for phones is there as well, and hidden. */
  'twins',
  /** The page's head stays and covers what scrolls under it. */
  'sticky',
  /** The fields stand in a part that scrolls by itself. */
  'scrolled',
  /** What the server sent stands there for two seconds, and is then drawn anew. */
  'hydrates',
  /** Names for screen readers are in another language than what is seen. */
  'foreign-names',
  /** The page is one of several tabs, and not the first. */
  'tabs',
  /** What can be done with a row shows when the mouse is over it. */
  'on-hover',
  /** What comes up slides in. */
  'slides',
  /** Behind a dialog the rest is hidden from screen readers. */
  'shuts-off',
  /** Labels and choices are explained in themselves. */
  'explains',
  /** Beside each label a button explains it. */
  'hints',
  /** A note tells in a corner what has been done. */
  'toasts',
  /** The form begins with a part of words only. */
  'lectures',
  /** It ends with a part that only sums up what was chosen. */
  'sums-up',
  /** A box is to be ticked before the form can be sent. */
  'has-rules',
  /** Whoever leaves the key ticks first that it is saved. */
  'asks-saved',
  /** A code that came by mail is asked for before something that matters. */
  'mail-code',
  /** What opens is empty at first, and fills a moment later. */
  'fills-late',
  /** What was sent is answered by a page that loads anew. */
  'reloads',
  /** Beside the button that sends stands one that adds a line to the form. */
  'adds-more',
  /** What was sent leaves the form where it is, emptied, with what came of it below. */
  'stays',
  /** The first try fails, and what is opened after it is another variant of the form: other words, in the page. */
  'varies',
] as const
export type Habit = (typeof habits)[number]

export const distractions = [
  'cookies',
  'survey',
  'news',
  'ids',
  'example-key',
  'example-words',
  'second-tab',
  'many-keys',
] as const
export type Distraction = (typeof distractions)[number]

export const situations = [
  'ready',
  'not-allowed',
  'policy',
  'phone-before',
  'phone-after',
  'signed-out',
  'other-project',
  'away',
] as const
export type Situation = (typeof situations)[number]

export type Field = {
  purpose: string
  term: Term
  widget: 'text' | 'textarea' | 'number' | 'date' | 'switch' | 'checkbox' | 'frame' | ChoiceWidget
  /** Of a choice: what can be chosen, in the words of the page. */
  options: string[]
  /** What the person wants it to be. */
  wanted: string
  /** What it is at first. */
  first: string
  isRequired: boolean
}

export type ListedKey = { id: string; name: string; lastFour: string; created: string }

/** One thing that the task needs on the page, in order: make a key, end one, fill in a form, look at something. */
export type Stage =
  | {
      does: 'fill'
      path: string
      makes: 'key' | 'nothing'
      fields: Field[]
      opener: Term
      title: Term
      submit: Term
    }
  | { does: 'end'; path: string }
  | { does: 'look'; path: string; fields: Field[] }

export type Plan = {
  id: string
  task: Task
  language: string
  isTranslated: boolean
  words: Record<Term, string>
  /** Of a site that varies: what it says after the first try. */
  variant?: Record<Term, string>
  /** The same in another language, for names that nobody sees. */
  foreign: Record<Term, string>
  heading: string
  stages: Stage[]
  container: Container
  isWizard: boolean
  labelling: Labelling
  pressable: (typeof pressables)[number]
  opener: (typeof openers)[number]
  habits: Habit[]
  fieldsReversed: boolean
  submitFirst: boolean
  reveal: {
    form: Reveal
    place: RevealPlace
    order: Order
    isTwice: boolean
    /** What it is shown in the second time. */
    second: Reveal
    hasCopy: boolean
    title: boolean
  }
  rows: {
    shape: 'table' | 'list' | 'cards' | 'grid'
    /** `details`: the name leads to a page about the key, with the button at its end. */
    action: 'words' | 'icon' | 'menu' | 'details'
    /** `whole`: a list that shows its keys as they are. */
    short: 'dots' | 'ends' | 'bullets' | 'none' | 'whole'
    /** How one comes to a row of a long list. */
    reach: 'all' | 'search' | 'pages' | 'scroll'
    keys: ListedKey[]
    subject: string | null
  }
  /** `none`: the first press ends it; `twice`: a line in the page asks. */
  confirm: 'press' | 'type' | 'check' | 'none' | 'twice'
  ending: Ending
  timing: { delay: number; skeleton: boolean; optimistic: boolean; redraws: boolean }
  isLoaded: boolean
  distractions: Distraction[]
  situation: Situation
  kind: 'project' | 'service'
  keySeed: number
  look: { accent: string; radius: number; gap: number; isDark: boolean }
  projects: string[]
  paths: { start: string; away: string; old: string[] }
  given: Given
}
