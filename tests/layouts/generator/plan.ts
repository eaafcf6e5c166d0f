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

/** Where the form stands. `…-plain`: looks like one and has no role. */
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
] as const
export type Container = (typeof containers)[number]

/** In which form a new key is shown. */
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
] as const
export type Reveal = (typeof reveals)[number]

export const places = ['same', 'dialog', 'banner', 'row', 'page'] as const
export type RevealPlace = (typeof places)[number]

export const choices = ['select', 'radios', 'aria-radios', 'pills', 'listbox', 'combobox'] as const
export type ChoiceWidget = (typeof choices)[number]

export const expiries = ['none', 'select', 'pills', 'date', 'number'] as const
export const labellings = ['for', 'wrapped', 'aria-label', 'loose', 'placeholder', 'labelledby'] as const
export type Labelling = (typeof labellings)[number]

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
  heading: string
  stages: Stage[]
  container: Container
  isWizard: boolean
  labelling: Labelling
  pressable: 'button' | 'link' | 'div'
  opener: 'words' | 'plus' | 'icon' | 'menu'
  fieldsReversed: boolean
  submitFirst: boolean
  reveal: { form: Reveal; place: RevealPlace; isTwice: boolean; hasCopy: boolean; title: boolean }
  rows: {
    shape: 'table' | 'list' | 'cards' | 'grid'
    action: 'words' | 'icon' | 'menu'
    short: 'dots' | 'ends' | 'bullets' | 'none'
    keys: ListedKey[]
    subject: string | null
  }
  confirm: 'press' | 'type' | 'check'
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
