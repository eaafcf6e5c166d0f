/** The one truth of this page, and the order in which a knowing person goes about things. */
import { state, ui } from './kit.js'
import { plan } from './plan.js'
import { createTruth } from './truth.js'

const order = [
  'clear-away',
  'sign-in',
  'phone-start',
  'phone',
  'phone-send',
  'code',
  'code-check',
  'nav',
  'confirm-field',
  'confirm-check',
  'confirm-revoke',
  'project-switch-option',
  'project-switch',
  'search',
  'next-page',
  'row-select',
  'row-menu',
  'row',
  'revoke',
  'open-form-menu',
  'open-form',
  'owner-option',
  'owner',
  'service-name',
  'name',
  'project-option',
  'project',
  'expiry-option',
  'expiry',
  'permissions-option',
  'permissions',
  'permission-row-option',
  'permission-row',
  'payer-option',
  'payer',
  'card',
  'card-name',
  'country',
  'city',
  'amount-option',
  'amount',
  'hard-limit',
  'auto-reload',
  'notes',
  'group-by-option',
  'group-by',
  'mfa-code',
  'next-step',
  'submit',
  'reveal-eye',
  'copy',
  'key-shown',
  'done',
]

/** Set by what shows a key: whether one stands readable on the page now. */
export const sight = { isKeyInSight: () => false }

/** Texts on the page that only look like keys. */
export const decoys = new Set()

export const judge = createTruth({
  order,
  decoys: () => [...decoys],
  readKeys: () => state.made.map(one => one.key),
  isKeyInSight: isDrawn => sight.isKeyInSight(isDrawn),
  readHappened: () => ({
    ...structuredClone(state),
    wrongEnded: state.ended.filter(id => id !== plan.given.key?.trackingId),
    lost: state.made
      .filter(one => one.closedBy && one.closedBy !== 'done' && !one.copied)
      .map(one => one.key),
    busy: ui.busy,
  }),
  isReached: () => isReached(),
  isBusy: () => Boolean(ui.busy),
})

/** Whether the form of this page has still to be filled in: it may stand there all along. */
export const formTruth = { isWanted: () => true }

const besideForm =
  /^(?:phone|code|row|confirm|revoke|nav|search|copy|done|key-shown|sign-in|clear-away|next-page|project-switch|total|export|open-form|reveal-eye)/

/** What belongs to the form is right only as long as the form is wanted. */
export function mark(element, purpose, settings = {}) {
  if (besideForm.test(purpose)) return judge.mark(element, purpose, settings)
  const { todo = () => false, isRight = () => true } = settings
  return judge.mark(element, purpose, {
    ...settings,
    todo: () => formTruth.isWanted() && todo(),
    isRight: () => formTruth.isWanted() && isRight(),
  })
}

function isReached() {
  const made = state.made.at(-1)
  const isMade =
    made !== undefined &&
    made.project === plan.given.project &&
    (made.owner === 'service') === (plan.given.owner === 'service')
  const isEnded = state.ended.includes(plan.given.key?.trackingId)
  switch (plan.task) {
    case 'revoke-key':
      return isEnded
    case 'rotate-key':
    case 'key-compromised':
      return isMade && isEnded
    case 'restrict-key':
      return isMade && made.permissions === 'restricted' && made.levels?.models === 'use'
    case 'limit-spending':
      return state.limit === plan.given.amount && (plan.widgets.hard === 'none' || state.hard === 'on')
    case 'set-up-billing':
    case 'fix-billing':
      return state.paid === plan.given.amount && state.autoReload === 'off'
    case 'create-project':
      return state.projects.includes(plan.given.name)
    case 'monitor-usage':
      return state.groupedBy === 'key'
    case 'verify-organization':
      return state.verifying === true
    case 'secure-account':
      return state.mfa === true
    default:
      return isMade
  }
}
