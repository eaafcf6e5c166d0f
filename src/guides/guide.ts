/**
 * The shape of a guide. A guide is data: words, targets, and conditions chosen by name from a closed list; it carries no
 * code and knows neither engine nor page. The build writes each guide as JSON into the package.
 */

import type { PageFamily } from '../features/guide/core/platform-pages.ts'
import type { Description } from '../locator/description.ts'
import type { Cause } from '../providers/verdict.ts'

/** Layouts of the platform: A up to early 2024, B 2024–25, C winter 2025–26, D from August 2026. */
export type Era = 'A' | 'B' | 'C' | 'D'

/** A thing on the page that steps point at or that conditions ask about. */
export type Target = {
  /** One description, or several when eras differ in more than words (radio or button): the first that is found counts. */
  is: Description | Description[]
  /** What to look for, in words, for when it cannot be seen: 'a button “Create new secret key”, at the top right'. */
  look: string
  /**
   * What its text says about the key that is being made; handed over with the key, when the person saves it. `key`: the
   * field that shows it, which is known by that alone.
   */
  says?: 'name' | 'project' | 'expires' | 'key'
  /**
   * What it probably says where no wording is known (concepts.ts): groups of beginnings of words, of each of which it has to say
   * one. A thing that is found by these alone is pointed at with a question.
   */
  like?: string[][]
  /** It is one of a few things to choose from: how the list is called that offers them, where they are not all in sight. */
  among?: string[][]
  /** There is one in each row of a list of keys; the one in the row of the key that the guide was started for is meant. */
  inRow?: 'subject'
}

/**
 * What can be asked. Names of targets refer to the guide's `targets`. A page fact that is not known yet is neither true
 * nor false. Conditions are about what the page shows now: a dialog's field says `empty` again when the dialog is closed and reopened.
 */
export type Condition =
  | { page: PageFamily[] }
  /** The target is on the page and visible. */
  | { seen: string }
  /** The page has come to rest and the target is not on it. */
  | { gone: string }
  | { enabled: string }
  | { disabled: string }
  /** A radio, checkbox, switch, tab or option that is on (checked, selected, pressed). */
  | { checked: string }
  | { unchecked: string }
  /** A field with something in it (only whether, never what). */
  | { filled: string }
  | { empty: string }
  /** The person went into it, by pointer or Tab; a field that a dialog focuses by itself does not count. */
  | { focused: string }
  /** All that the page asks for is to sign in, the password once more, or to prove a phone. */
  | { gate: 'sign-in' | 'password' | 'phone' }
  /** A dialog with one of these names or headings is open; `noDialog`: none at all is. */
  | { dialog: string[] }
  | { noDialog: true }
  /** One of these texts is visible in the page's main part or a dialog. Case and punctuation at the end do not matter. */
  | { text: string[] }
  /** A full key is shown in an open dialog. */
  | { keyShown: boolean }
  | { vault: ('none' | 'locked' | 'unlocked' | 'damaged' | 'too_new')[] }
  /**
   * `new`: the key captured while this guide runs (the default). `subject`: the key the guide was started for.
   * known: there is one; pending: waits for the person's word in the panel; saved: in the vault;
   * checked: a verdict since the step began; accepted, ready, rejected: what the last verdict says; service: a service account’s, by its form;
   * fits: asked what it may do, it may what the chosen option's `scopes` want, and nothing beside.
   */
  | {
      key: 'known' | 'pending' | 'saved' | 'checked' | 'accepted' | 'ready' | 'rejected' | 'fits' | 'service'
      of?: 'new' | 'subject'
    }
  /** The cause that the subject's verdict had when the guide was started. */
  | { cause: Cause[] }
  /** The person's answer to one of the guide's choices. */
  | { chosen: string; is: string[] }
  /** The person pressed the step's own button ("I did it", or the step's `button`). */
  | { said: true }
  | { all: Condition[] }
  | { any: Condition[] }
  | { not: Condition }

/**
 * Every text may hold {label}, {lastFour}, {trackingId}, {project}, {expires} of the new key, or of the key the guide was
 * started for while there is none; {oldLabel} and {oldLastFour} of the latter only; {choice:ID}, the label of the option
 * chosen; and whatever the chosen option's `fill` sets. Each with a fallback after a bar: {label|your key}. Words need the
 * fallback unless a choice asked first of all gives the value; a line of the receipt without it is left out. What tells
 * which key it is stays in the side panel: the card in the page says what stands after a second bar, else the fallback, and
 * leaves lines of the receipt without one out.
 */
export type Words = {
  /** The one thing to do, at most 240 characters, second person. */
  do: string
  why?: string
  /** What it costs or risks, said before the click. */
  before?: string
  /** How the person knows that it worked, without the "You see:" in front. */
  see?: string
  /** Folded away. */
  details?: string
}

/**
 * Why a target may be greyed out, and what to do: the page may ask for what no guide knows. The first whose `when` holds is said (one
 * without `when` always does). `target`: what probably fixes it on this page is pointed at.
 */
export type Blocked = { when?: Condition; say: string; guide?: string; target?: string }

/** What the card and panel offer beside the usual controls; a worker or screen does it, never the page. */
export type StepAction =
  /** Asks the worker for the key the page shows; the panel commits. */
  | 'save-key'
  /** Asks the provider about the new key, or the subject when there is no new one. */
  | 'test'
  | 'open-panel'
  /** Leads to where the vault is made or unlocked. */
  | 'vault'
  | 'copy'
  | 'first-call'
  | 'put-in-project'
  /** Asks with the new key itself what it may do: by requests that cannot succeed. */
  | 'ask-rights'

/** Part of a form that is mostly right as it is. */
export type StepPart = { id: string; label: string; target: string; done: Condition }

export type Step = {
  id: string
  /** For checklists: 'Name the key'. */
  title: string
  words: Words
  /** Pages where the step can be done; on another page the card leads there. Absent: anywhere. */
  page?: PageFamily[]
  /** The site where it happens when that is not the platform: words only, in the panel; resumes on return. */
  elsewhere?: 'auth.openai.com' | 'withpersona.com' | 'phone' | 'your program'
  /** Shown as a short list that ticks itself by what the page shows; a part that is not there is left out. Nothing waits for them. */
  parts?: StepPart[]
  target?: string
  /** Also lit when `target` is not there yet: what opens it (a menu, a tab, a row that unfolds). */
  via?: string[]
  /** What must be so for this step to be the thing to do: 'the dialog is open'. A jump ahead or back is seen by it. */
  when?: Condition
  /** Finished when this holds, however it came about. */
  done: Condition
  /** Left out, uncounted, unless this holds: how a `fix-*` guide shows only what applies. */
  only?: Condition
  /** Not in every layout: passed over when the page has come to rest without its target. */
  optional?: true
  /** Already as it should be, but worth a look: not skipped unseen even if `done` holds; moves on when the person goes on. */
  look?: true
  /** The end claims something that stands on it: passed over without having been there, given up, or set back later, it is told as not verified. */
  assures?: true
  /** Said when the form was sent and no key is in sight: which button of the page shows or copies it. */
  unseen?: { title: string; words: Words; target: string; via: string[] }
  /** What the guide promises stands on it: only `done` ends it, and nobody's word; left out it is told as not verified. */
  proof?: true
  /** The label of the step's own button, a verb: 'Keep “You”'. Without it: 'I did it' where `done` can be said, else none. */
  button?: string
  action?: StepAction
  blocked?: Blocked[]
  /** What is said, and which guide is offered, when a test of the subject so many minutes after the step began has not ended it, and `when` holds. */
  late?: { minutes: number; when: Condition; say: string; guide: string }
  /** Another address worth a link: docs, help. */
  link?: { url: string; label: string }
  /**
   * Said when `when` stops holding before the step is done (the dialog with the key was closed); then on to step `to`.
   * Such a step guards what is shown once: while `when` holds and `done` does not, it comes before all others.
   */
  lost?: { title: string; words: Words; to: string; guide?: string }
}

/** Something that comes in the way, on any step. While `when` holds its words stand in front; then the guide goes on. */
export type Detour = {
  id: string
  title: string
  when: Condition
  words: Words
  /** A notice that may stand there for good: it is in the way only where the step's own thing cannot be used. */
  isNotice?: true
  target?: string
  page?: PageFamily[]
  /** The guide that deals with it. */
  guide?: string
  link?: { url: string; label: string }
}

/** What a restricted key has to be allowed, and what it may be besides: OpenAI's own names of scopes. Anything else is too much. */
export type Scopes = { must: string[]; may?: string[] }

/** A question whose answer conditions (`chosen`) and words use: by purpose, by environment, "for an app or my own code". */
export type Choice = {
  id: string
  question: string
  why?: string
  /** `fill` sets placeholders: { name: 'Development-MyApp' }; `scopes` are what a key for this needs. */
  options: { id: string; label: string; hint?: string; fill?: Record<string, string>; scopes?: Scopes }[]
  /**
   * Shown on the card of this step, or of these, to be answered or not; until then the first option's `fill` counts.
   * Absent: asked first of all.
   */
  with?: string | string[]
  /** Asked only when this holds. */
  only?: Condition
}

/** A line of what is true at the end; left out when a placeholder in it has no value. */
export type ReceiptLine = { label: string; text: string; only?: Condition }

export type Guide = {
  /** Equals the file's name. */
  id: string
  title: string
  /** One sentence: what the person has at the end. */
  summary: string
  /**
   * What people call it who do not know our words: synonyms, error codes, what is asked in forums. Phrases, separated by commas;
   * a line for each group. The search looks for one phrase that is like the question, so each is written as somebody asks it.
   */
  searchWords: string[]
  /**
   * What has to be so before the summary is said at the end as a fact: the summary says no more than this. Absent: that every step was
   * seen. `nobodyKnows`: only the person can tell.
   */
  achieved?: Condition
  minutes: number
  /** When its words were last compared with the facts: YYYY-MM-DD. */
  checked: string
  /** Seed lines or facts: 'seed: Step 2: Create New Secret Key', 'facts: DOC-CL 2026-09-10'. */
  sources: string[]
  eras: Era[]
  /** Said on the first card, before anything starts: what you need, what it can cost. */
  prerequisites?: string[]
  choices: Choice[]
  targets: Record<string, Target>
  steps: Step[]
  detours: Detour[]
  receipt: ReceiptLine[]
  /** Guides that make sense afterwards. */
  next: string[]
}
