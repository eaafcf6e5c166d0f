/**
 * What the words of a step ask for, in the purposes that a layout's judge knows: so a person without a ring still knows what to do
 * next, or that what is asked for is not what comes next. And what the labels on a card mean.
 */
import { actionNames } from '../../../src/features/guide/core/action-names.ts'
import type { Guide } from '../../../src/guides/guide.ts'
import { guides } from '../../../src/guides/index.ts'

const openForm = ['open-form', 'open-form-menu']
const money = ['payer', 'card', 'card-name', 'country', 'city']
const permissions = ['permissions', 'permission-row']
const row = ['row', 'row-menu', 'row-select', 'row-open', 'revoke', 'search', 'next-page', 'list-scroll']
const confirming = ['confirm-field', 'confirm-check', 'confirm-revoke']

/** Target of a guide -> purposes. */
const ofTargets: Record<string, string[]> = {
  opener: openForm,
  owner: ['owner'],
  ownerYou: ['owner'],
  ownerService: ['owner'],
  name: ['name', 'service-name'],
  serviceName: ['service-name', 'name'],
  project: ['project'],
  projectPicker: ['project'],
  switcher: ['project-switch'],
  expiration: ['expiry'],
  permissions,
  permissionAll: permissions,
  permissionRestricted: permissions,
  all: permissions,
  restricted: permissions,
  readOnly: permissions,
  listModels: permissions,
  capabilities: permissions,
  responses: permissions,
  embeddings: permissions,
  images: permissions,
  files: permissions,
  fineTuning: permissions,
  submit: ['submit', 'next-step'],
  reveal: ['key-shown', 'reveal-eye', 'copy'],
  close: ['done'],
  menu: ['nav'],
  more: ['nav'],
  rowDelete: row,
  rowEdit: row,
  // What asks for a second press may stand beside it.
  confirm: [...confirming, 'revoke', 'submit', 'next-step'],
  edit: openForm,
  editLimit: openForm,
  amount: ['amount'],
  hard: ['hard-limit'],
  hardApart: ['hard-limit'],
  save: ['submit', 'next-step'],
  saveLimit: ['submit', 'next-step'],
  alert: ['alert', 'amount'],
  addPayment: openForm,
  addCredit: openForm,
  individual: ['payer', ...openForm, 'submit', 'next-step'],
  company: ['payer', ...openForm, 'submit', 'next-step'],
  cardName: money,
  continue: [...money, 'submit', 'next-step'],
  autoReload: ['auto-reload'],
  create: openForm,
  createProject: openForm,
  projectName: ['name'],
  submitProject: ['submit', 'next-step'],
  period: ['total', 'nav'],
  groupBy: ['group-by'],
  export: ['export'],
  enable: openForm,
  code: ['mfa-code', 'submit', 'next-step'],
  start: ['submit', 'next-step', ...openForm],
}

/** A step whose words ask for more, or for something else, than its target is. */
const ofSteps: Record<string, string[]> = {
  'set-up-billing/card': [...money, 'submit', 'next-step'],
  'secure-account/scan': ['mfa-code', 'submit', 'next-step'],
  'monitor-usage/open': ['total', 'nav'],
  'verify-organization/open': ['payer', 'description', ...openForm],
  'limit-spending/alert': ['alert', 'amount', 'submit'],
  // No layout has a second page: what opens the form there is the key's.
  'give-to-app/project': [],
  'give-to-app/limit': [],
  'revoke-key/find': row,
  'service-account-key/owner': ['owner'],
}

const ofDetours: Record<string, string[]> = {
  'signed-out': ['sign-in'],
  password: ['password', 'sign-in'],
  phone: ['phone-start', 'phone', 'phone-send', 'code', 'code-check'],
  code: ['phone', 'phone-send', 'code', 'code-check'],
}

/** What the words of a step ask for. @param listed the card's text: what its list names is asked for, too */
export function askedFor(guideId: string, stepId: string, listed = ''): string[] {
  const guide = guides.find(({ id }) => id === guideId)
  const step = guide?.steps.find(({ id }) => id === stepId)
  if (!guide || !step) return ofDetours[stepId] ?? []
  const known = ofSteps[`${guideId}/${stepId}`]
  const parts = (step.parts ?? []).filter(({ label }) => listed.includes(label))
  const targets = [step.target, ...parts.map(({ target }) => target)]
  return known ?? targets.flatMap(target => (target === undefined ? [] : (ofTargets[target] ?? [])))
}

/** An item of a list that a control opened belongs to the control. */
export const control = (purpose: string): string => purpose.replace(/-option$/, '')

export const isAskedFor = (guide: string, step: string, purpose: string, listed?: string): boolean =>
  askedFor(guide, step, listed).includes(control(purpose))

/** The guide asks for this in a step that comes later: what this step asks for is done, or is not to be done here. */
export function comesLater(guide: string, step: string, purpose: string): boolean {
  const steps = guideOf(guide)?.steps ?? []
  const at = steps.findIndex(({ id }) => id === step)
  // What leads to another part of the page leads to something that comes later: this step's own would be pointed at.
  return at >= 0 && steps.slice(at + 1).some(({ id }) => purpose === 'nav' || isAskedFor(guide, id, purpose))
}

/** A step that the card has shown before this one asks for it, and the person has not done it. */
export function isStillOpen(
  guide: string,
  step: string,
  purpose: string,
  done: string[],
  shown: Set<string>,
): boolean {
  const steps = guideOf(guide)?.steps ?? []
  const at = steps.findIndex(({ id }) => id === step)
  // A form in steps is sent by the one or by the other.
  const same = ['submit', 'next-step'].find(one => one === purpose)
    ? ['submit', 'next-step']
    : [control(purpose)]
  return (
    !same.some(one => done.includes(one)) &&
    steps.slice(0, at).some(({ id }) => shown.has(id) && isAskedFor(guide, id, purpose))
  )
}

/** It is as it should be already: the card's own button says that the person has looked. */
export const isOnlyToLook = (guide: string, step: string): boolean =>
  guideOf(guide)?.steps.find(({ id }) => id === step)?.look === true

export type Way =
  /** "I have done this": the step's own words for it apart from those that say it for any step. */
  | 'said'
  | 'kept'
  | 'skip'
  | 'back'
  | 'save'
  | 'link'
  | 'again'
  | 'fix'
  | 'yes'
  | 'no'
  | 'action'
  | 'close'
  | 'other'

const waysByLabel: [RegExp, Way][] = [
  [/^back$/i, 'back'],
  [/^skip$/i, 'skip'],
  [/^save to keyway/i, 'save'],
  [/^go to /i, 'link'],
  [/^start again$/i, 'again'],
  [/^mend this$|^fix this$/i, 'fix'],
  [/^yes\b/i, 'yes'],
  [/^no\b|none of these/i, 'no'],
  [/^close the guide$/i, 'close'],
  [/^(i did it|done|i have done (this|it)|i did this)$/i, 'said'],
  [/^show keyway|this page looks different|^more$|^less$|^\d$/i, 'other'],
]

const actions: string[] = Object.values(actionNames)

/** A label that is none of the engine's own is the step's: “Keep “You””, “The amount is right”. */
export const wayOf = (label: string): Way =>
  waysByLabel.find(([pattern]) => pattern.test(label))?.[1] ?? (actions.includes(label) ? 'action' : 'kept')

export const guideOf = (id: string): Guide | undefined => guides.find(guide => guide.id === id)
