/** What is known and what is shown while a guide runs: the shapes that worker, page and panel share. */
import type { Choice, Detour, StepAction, Words } from '../../../guides/guide.ts'
import { hash } from '../../../i18n/text-key.ts'
import type { Description } from '../../../locator/description.ts'
import type { Cause, KeyKind, Verdict } from '../../../providers/verdict.ts'

/** Where a person is; kept in storage.local but for its claims, no secret. Ids refer to the guide's data. Null: no guide runs. */
export type TourProgress = {
  guide: string
  step: string
  /** Steps that were seen done, said done, or skipped. */
  finished: string[]
  /** Choice id -> option id. */
  choices: Record<string, string>
  /** The key the guide was started for, in the vault. */
  subjectId?: string
  /** The key captured while it ran. */
  madeId?: string
  /**
   * Has it reached the vault? Remembered because a locked vault does not say what is in it, and in session memory only (`Claims`):
   * whoever writes to the disk could have it claimed of any key. Absent: the worker has not seen that key in this life of the browser.
   */
  madeSaved?: boolean
  /** The subject was taken out of the vault since; remembered for the same reason and in the same place. */
  subjectGone?: boolean
  /** The subject's cause when the guide was started. */
  cause?: Cause
  startedAt: number
  stepSince: number
  /**
   * Stays although the step is done: the person went `back` until they say so, or `visit`s its field until they leave it, or `said` that it is
   * done while the page might still say that it failed.
   */
  held?: 'back' | 'visit' | 'said'
  /** The target that the person was in when last heard of. */
  focus?: string
  /** The target has been seen since the step began: from then on its absence is "gone", not "not there yet". */
  targetSeen?: boolean
  /** The person went on without keeping what is shown once; holds until it is no longer shown. */
  waiver?: true
  /** A step was left out by the person's word: the guide's summary is no fact then. */
  skips?: true
  /** What came in the way of this step is passed by: the person says that it is not so, or over. */
  passes?: true
  /** The step whose `lost` is being told. */
  lost?: string
  /** Steps that were left although nothing showed that they are done: the end says so. */
  unverified?: string[]
  /** The person was seen where the step can be done, since it began. */
  wasHere?: true
  /** The person was seen to press the step's target, since it began. */
  pressed?: true
  /** It was seen filled in: a form in steps takes it along when it goes on. */
  wasFilled?: true
  /** What the open form stands for: the name of the dialog that the guide knows. `sent`: it went away by a press that sends it. */
  form?: { of: string; sent?: true }
  /** Where the subject's row was seen, and beside how many others (`rowPlace`). */
  rowSeen?: string
  /** Something of the guide stands on a page whose address nobody knows: it is still part of it. */
  isPart?: true
  ended?: boolean
} | null

export type Running = NonNullable<TourProgress>

/** What the worker has seen of a guide's keys; of no others than these. */
export type Claims = Pick<Running, 'madeId' | 'madeSaved' | 'subjectId' | 'subjectGone'>

/** What the content script reports, only when it changed. Says what is so, carries no text of the page. */
export type PageFacts = {
  url: string
  /** The page is at rest, or the budget for waiting is used up. */
  settled: boolean
  /** `other`: there is a main heading, and it is none of those expected. */
  heading: 'expected' | 'other' | 'none'
  elements: Record<string, ElementFact>
  /** Which of the watched texts and dialog names are there. */
  texts: string[]
  dialogs: string[]
  anyDialog: boolean
  keyShown: boolean
  /** The last four characters of the key that is shown, so that the worker can tell it from another. */
  keyTail?: string
  /** Rows that show a shortened key, by a handle of the page side's own, with the four characters that each ends in. */
  rows?: Record<string, string>
  /**
   * Controls came up together after the person's press and are still there: `open`. They went away by a press on one of them:
   * `sent`, or `closed` by one that gives up. Absent: neither.
   */
  form?: 'open' | 'sent' | 'closed'
  /** The target whose press brought them. */
  formAfter?: string
  /**
   * Of the form's fields one is left empty. `lacking`: the page says that it has to be filled in; `blank`: it says nothing of it, or
   * only keeps its button off; `choice`: it is one of several to choose from. The page's side knows which.
   */
  lacking?: 'lacking' | 'blank' | 'choice'
  /** What stands in front of the page: it asks to sign in and shows little else, once more for the password, or for a phone's number or the code sent to it. */
  gate?: 'sign-in' | 'password' | 'phone'
  /** The target that the person pressed last. */
  pressed?: string
  /** The person pressed the page's own *Copy*. */
  copied?: true
  /** One of the page's tabs that are not open is called like what is looked for, or is the only one; of a form there may be several. */
  hasTab?: 'named' | 'only' | 'several'
  /** The page is too big to be looked at again and again: the page's side has stopped. */
  stopped?: true
  /** Nobody has looked yet: only the address is known. */
  unseen?: true
  /** False: the page keeps removing the card, so it is no longer drawn. */
  drawn?: boolean
}

/**
 * A page, and how many rows it has beside `own`: a row that was scrolled or searched away leaves another number. It is kept on the disk,
 * where the page's address, which may name a project, is not.
 */
export const rowPlace = ({ url, rows = {} }: PageFacts, own: 0 | 1): string =>
  `${Object.keys(rows).length - own} ${hash(url)}`

/** Under this name the page's side keeps the field that is `lacking`; no guide has a target of that name. */
export const lackingField = ' lacking'
/** Under this one the tab behind which a missing target may be. */
export const otherTab = ' tab'
/** And this is what is asked for where a press brought a form of which the guide knows nothing: the button that sends it. */
export const unknownSender = 'form-sender'
/** The button that goes on in a form in steps, where what is looked for may come later in it. */
export const formNext = 'form-next'

export type ElementFact = {
  /** `likely`: one thing that it probably is; `several`: a few, of which the person says which. */
  status: 'found' | 'likely' | 'several' | 'hidden' | 'ambiguous' | 'missing'
  /** Right but for the place: not in a dialog of the name that the guide knows. */
  loose?: true
  disabled?: boolean
  /** A dialog, or whatever else shuts off the page, lies in front of it. */
  behind?: true
  /** It was pressed less than `untilAnswered` ago (page/forms.ts): the page may still be at work. */
  busy?: true
  checked?: boolean
  filled?: boolean
  focused?: boolean
}

/** What the worker knows of keys and vault. */
export type KeyFact = {
  saved: boolean
  kind?: KeyKind
  label?: string
  lastFour?: string
  trackingId?: string
  project?: string
  expiresAt?: number
  verdict?: Pick<Verdict, 'key' | 'use' | 'cause'> & { at: number }
  /** What it may do beside what was chosen, once it was asked; `note`: why there is no answer. In words. */
  rights?: { lacks: string[]; beyond: string[]; note?: string }
}
export type World = {
  vault: 'none' | 'locked' | 'unlocked' | 'damaged' | 'too_new'
  /** The key captured while the guide runs; absent while the page shows another one. */
  made?: KeyFact
  subject?: KeyFact
  /** Is the key that the page shows the one captured here? Absent: none is shown, none was captured, or nobody can tell. */
  shownKey?: 'made' | 'other'
  /** Which of the page's rows is the subject's, by its handle; null: none of them; empty: two that agree. Absent: no subject. */
  subjectRow?: string | null
  /** It was there, and the same page lists it no more. */
  isRowGone?: true
}

export type TourAct = { act: 'back' | 'skip' | 'done' | 'restart' } | { act: 'choose'; option: string }

/** How the step stands on the page; each has its own sentence. */
export type TargetState =
  /** The target is there and can be used. */
  | 'ready'
  /** A way to it is shown instead (`via`). */
  | 'via'
  /** Something is there that it probably is; the person says whether. */
  | 'likely'
  /** A few things are there, with numbers; the person says which. */
  | 'several'
  /** A field of the form has to be filled in first. */
  | 'lacking'
  /** The same of one that may stay empty: the person says. */
  | 'blank'
  /** Of several things the person chooses one. */
  | 'choice'
  /** The page is still moving. */
  | 'waiting'
  | 'hidden'
  | 'missing'
  | 'ambiguous'
  | 'disabled'
  | 'wrong-page'
  | 'unknown-page'
  /** Nothing to point at: done on another site, in the panel, or by saying so. */
  | 'words-only'

export type ViewTarget = {
  name: string
  is: Description[]
  taught?: Description
  /** Groups of beginnings of words, one of each of which it probably says: for when no wording is known. */
  like?: string[][]
  /** The same for the picker that offers it. */
  among?: string[][]
  /** By its words alone: that it is the only one of its kind says nothing. */
  isSaid?: true
  says?: 'name' | 'project' | 'expires' | 'key'
  /** It stands in this row of the page, by its handle; null: in none of those that were told. Absent: in any. */
  row?: string | null
}

/** One step's view: all that page and panel need to know. Texts are final: placeholders filled in. */
export type TourView = {
  guide: string
  guideTitle: string
  /** Step id, a detour's id, a choice's id, or 'receipt'. */
  step: string
  kind: 'step' | 'detour' | 'choice' | 'receipt'
  title: string
  /** 1-based; only steps that apply are counted. */
  n: number
  of: number
  /** '3 of 12 · Create an API key'; at the end the guide's title. */
  where: string
  words: Words
  state: TargetState
  /** What `state` means here, when it is not plain: a whole sentence. */
  sentence?: string
  /** What to look for, when the target cannot be seen; Show me is offered then. */
  look?: string
  /** What is lit: the step's target, or the way to it, or the detour's. */
  target?: string
  /** The step's own target, seen or not: what *Show me* teaches. */
  wants?: string
  /** Everything the content script has to watch, by name. */
  watch: {
    targets: ViewTarget[]
    texts: string[]
    dialogs: string[]
    headings: string[]
    key: boolean
  }
  /** The highlighted element is only to be looked at: whether to press it is for the person to decide. */
  isToLook?: true
  /** Parts of the form that are there, and whether each is as it should be. */
  parts?: { label: string; isDone: boolean }[]
  choice?: Pick<Choice, 'id' | 'question' | 'options'> & { why?: string; chosen?: string }
  detour?: Pick<Detour, 'id' | 'title'>
  /** The label of the step's own button; absent when only what is so ends the step. */
  button?: string
  /** A key was made that Keyway cannot see: it can be pasted in the panel. */
  paste?: true
  /** That button is only the way on for when Keyway cannot see the step done. */
  isWayOn?: true
  action?: StepAction
  /** Where to go: the right page, a help page. */
  link?: { url: string; label: string }
  /** Another guide that fixes what is in the way. */
  fix?: string
  can: { back: boolean; skip: boolean; showMe: boolean }
  /** It is about a key, nothing is done yet, and nobody said which key. */
  asksKey?: true
  /** What has to be so before it begins; while nothing is done yet. */
  prerequisites?: string[]
  elsewhere?: string
  receipt?: { label: string; text: string }[]
  /** The guide's steps as a checklist. */
  steps: { id: string; title: string; state: 'done' | 'unverified' | 'now' | 'later' }[]
  next: string[]
}
