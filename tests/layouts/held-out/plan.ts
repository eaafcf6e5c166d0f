/** What a drawn layout is made of. Everything a page needs to know is in its `Plan`; the page draws nothing by itself. */
import type { Language, Term } from './words.ts'

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
  'fix-billing',
  'limit-spending',
  'create-project',
  'monitor-usage',
  'verify-organization',
  'secure-account',
] as const
export type Task = (typeof tasks)[number]

export const containers = [
  'dialog',
  'dialog-without-name',
  'native-dialog',
  'native-dialog-not-modal',
  'box-without-role',
  'drawer',
  'drawer-without-role',
  'page',
  'inline',
  'always-open',
  'details',
  'popover',
  'row',
  'frame',
  'frame-over-page',
  'shadow',
  'shadow-over-page',
] as const
export type Container = (typeof containers)[number]

export const keyForms = [
  'readonly-field',
  'editable-field',
  'disabled-field',
  'textarea',
  'text',
  'code',
  'pre-with-command',
  'cut-by-wbr',
  'cut-by-spans',
  'masked-field',
  'masked-text',
  'masked-by-style',
  'environment-line',
  'environment-text',
  'button-with-key',
  'copy-only',
  'description-list',
] as const
export type KeyForm = (typeof keyForms)[number]

export const keyPlaces = ['same', 'other-dialog', 'banner', 'toast', 'row', 'page', 'inline'] as const
export type KeyPlace = (typeof keyPlaces)[number]

export const distractions = [
  'cookies',
  'survey',
  'news',
  'help-button',
  'checklist',
  'newsletter',
  'payment-banner',
  'palette',
  'example-words',
  'example-key',
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
  'expiry-required',
] as const
export type Situation = (typeof situations)[number]

export type Choice =
  | 'select'
  | 'radios'
  | 'aria-radios'
  | 'pills'
  | 'cards'
  | 'listbox'
  | 'combobox'
  | 'menu'
  | 'switch'
export type Expiry = 'none' | 'select' | 'listbox' | 'pills' | 'radios' | 'date' | 'number'
export type Amount = 'text' | 'number' | 'range' | 'presets' | 'select'
export type Labelling = 'for' | 'wrapped' | 'aria-label' | 'loose' | 'placeholder' | 'labelledby' | 'legend'

export type ListedKey = {
  id: string
  name: string
  lastFour: string
  created: string
  project: string
}

export type Plan = {
  id: string
  task: Task
  seed: number
  language: Language
  /** The words stand inside `<font>`, as Chrome's page translation leaves them. */
  machineTranslated: boolean
  /** Whether the translation also reached placeholders and labels for screen readers. */
  translatedAttributes: boolean
  words: Record<Term, string>
  look: {
    font: string
    accent: string
    radius: number
    dark: boolean
    gap: number
    shell: string
    upper: boolean
  }
  container: Container
  wizard: boolean
  submitAt: 'foot' | 'head'
  primaryLast: boolean
  pressable: 'button' | 'div' | 'link'
  opener: 'top' | 'below' | 'floating' | 'menu' | 'icon'
  openerPlus: boolean
  reveal: {
    place: KeyPlace
    form: KeyForm
    twice: boolean
    ids: boolean
    copyButton: 'words' | 'icon' | 'none'
    box: Container
    stays: boolean
  }
  widgets: {
    name: 'field' | 'textarea' | 'editable'
    owner: Choice | 'none'
    project: Choice | 'fixed'
    permissions: Choice | 'none'
    level: Choice
    expiry: Expiry
    amount: Amount
    hard: 'switch' | 'checkbox' | 'radios' | 'none'
    payer: Choice
    groupBy: Choice
  }
  fieldOrder: string[]
  labelling: Labelling
  rows: {
    shape: 'table' | 'list' | 'cards' | 'grid' | 'plain'
    action: 'words' | 'icon' | 'menu' | 'detail' | 'select' | 'hover'
    short: 'dots' | 'ellipsis' | 'ends' | 'bullets' | 'none'
    paged: boolean
    after: 'gone' | 'status'
    keys: ListedKey[]
  }
  confirm: 'press' | 'type' | 'check' | 'twice' | 'undo'
  timing: { delay: number; skeleton: boolean; optimistic: boolean; redraws: boolean; failsOnce: boolean }
  closesOutside: boolean
  navigation: 'within' | 'loads'
  distractions: Distraction[]
  situation: Situation
  paths: { start: string; main: string; form: string; reveal: string; detail: string }
  key: { kind: 'project' | 'project-short' | 'service'; seed: number }
  given: Given
  start: Record<string, unknown>
}

/** What the person brings along: what the walk is for. */
export type Given = {
  /** The name that the new key, project or account is to get. */
  name: string
  project: string
  /** US dollars, whole. */
  amount: number
  permissions: 'all' | 'restricted'
  owner: 'you' | 'service'
  /** For walks that end a key: the key in full, as the vault would hold it, and its place in the list. */
  key?: { full: string; lastFour: string; trackingId: string; name: string; created: string }
}
