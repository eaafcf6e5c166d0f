/**
 * What the pages of the practice console ask of their own back end: read the scene, and act on it as a person does. Rights and
 * policies are enforced here too, not only by disabled buttons. It takes test values only: whatever looks like somebody's real
 * e-mail, telephone or password is refused before it is kept.
 */
import { shortForm } from './secrets.ts'
import { newKey, newProject, type PracticeKey, type PracticeState, type Project } from './state.ts'

/** The state as the pages see it: no secret in it. */
export type Scene = Omit<PracticeState, 'keys' | 'api'> & {
  keys: (Omit<PracticeKey, 'secret' | 'condition'> & { short: string })[]
  now: number
}

export function sceneOf(state: PracticeState): Scene {
  const { keys, api: _, ...rest } = state
  const shown = keys.map(({ secret, condition: _condition, ...key }) => ({
    ...key,
    short: shortForm(secret),
  }))
  return { ...rest, keys: shown, now: Date.now() }
}

export interface CreateKey {
  name: string
  owner: 'you' | 'service'
  project: string
  expiresInDays: number | null
  permissions: 'all' | 'restricted' | 'read'
  scopes: string[]
  admin?: boolean
}

/** Every act by name, with what it needs. The reply to `createKey` is the only place where a secret leaves. */
export interface Acts {
  signIn: { email: string; password: string }
  signUp: { email: string }
  choosePassword: { password: string }
  enterEmailCode: { code: string }
  aboutYou: { name: string; birthday: string }
  continueWith: { provider: string }
  signOut: Record<never, never>
  createOrganization: { name: string }
  wizard: { step: PracticeState['person']['signUp'] }
  sendPhoneCode: { phone: string }
  enterPhoneCode: { code: string }
  enableMfa: { code: string }
  createKey: CreateKey
  renameKey: { id: string; name: string; permissions?: PracticeKey['permissions'] }
  revokeKey: { id: string }
  addCard: { card: string; name: string }
  buyCredit: { amount: number; autoReload: boolean; below: number; to: number }
  setAutoReload: { on: boolean; below: number; to: number }
  removeCard: Record<never, never>
  setSpendLimit: { project: string | null; limit: number; hard: boolean }
  addSpendAlert: { threshold: number; recipients: string[] }
  createProject: { name: string }
  changeProject: { id: string; patch: Partial<Pick<Project, 'name' | 'archived' | 'allowedModels'>> }
  selectProject: { id: string }
  renameOrganization: { name: string }
  verifyOrganization: Record<never, never>
  setTheme: { theme: PracticeState['theme'] }
  setSidebar: { sidebar: PracticeState['sidebar'] }
  setSharing: { on: boolean }
  setKeyPolicy: { policy: PracticeState['organization']['keyPolicy']; expiration: 'optional' | 'required' }
  setIpAllowlist: { ranges: string[] }
}

export type ActName = keyof Acts
/** The whole of what may come in: `{ act: 'createKey', ... }`. */
export type ActRequest = { [N in ActName]: { act: N } & Acts[N] }[ActName]
export type ActReply = { scene: Scene; secret?: string; keyId?: string; refused?: string }

class Refused extends Error {}
const refuse = (why: string): never => {
  throw new Refused(why)
}

export const practiceCode = '123456'
export const practicePassword = 'practice-password'

export function act(state: PracticeState, request: ActRequest): ActReply {
  try {
    const more = (handlers[request.act] as (state: PracticeState, given: ActRequest) => object | undefined)(
      state,
      request,
    )
    return { scene: sceneOf(state), ...more }
  } catch (error) {
    if (error instanceof Refused) return { scene: sceneOf(state), refused: error.message }
    throw error
  }
}

type Handlers = {
  [N in ActName]: (state: PracticeState, given: Acts[N]) => { secret: string; keyId: string } | undefined
}

const testMail = (text: string) => {
  const mail = text.trim().toLowerCase()
  if (
    !/^[^@\s]+@(?:[a-z0-9-]+\.)*(?:example\.(?:com|org|net)|[a-z0-9-]+\.test|[a-z0-9-]+\.example)$/.test(mail)
  ) {
    refuse('This is a practice copy: use a made-up address such as robin@example.com.')
  }
  return mail
}
const testPassword = (text: string) => {
  if (!text.startsWith('practice')) refuse(`This is a practice copy: use the password "${practicePassword}".`)
}
const testCode = (text: string) => {
  if (text.replace(/\s/g, '') !== practiceCode)
    refuse(`That code is not right. On this practice copy it is ${practiceCode}.`)
}
const ownersOnly = (state: PracticeState) => {
  if (state.person.role !== 'owner') refuse('Only owners of the organization can do this.')
}
const projectOf = (state: PracticeState, id: string) =>
  state.projects.find(one => one.id === id) ?? refuse('There is no such project.')
const keyOf = (state: PracticeState, id: string) =>
  state.keys.find(one => one.id === id) ?? refuse('There is no such key.')

const handlers: Handlers = {
  signIn(state, { email, password }) {
    testMail(email)
    testPassword(password)
    if (state.person.signUp === 'none') refuse('There is no account with this address yet.')
    state.person.signedIn = true
    return undefined
  },
  signUp(state, { email }) {
    state.person.email = testMail(email)
    state.person.signUp = 'password'
    return undefined
  },
  choosePassword(state, { password }) {
    testPassword(password)
    state.person.signUp = 'email-code'
    return undefined
  },
  enterEmailCode(state, { code }) {
    testCode(code)
    state.person.signUp = 'about-you'
    return undefined
  },
  aboutYou(state, { name, birthday }) {
    if (!name.trim()) refuse('Enter a name.')
    const years = (Date.now() - Date.parse(birthday)) / (365.25 * 86_400_000)
    if (Number.isNaN(years)) refuse('Enter your birthday.')
    if (years < 18) refuse('You must be at least 18 years old to use the API.')
    state.person.name = name.trim()
    state.person.signUp = 'create'
    state.person.signedIn = true
    return undefined
  },
  continueWith(state) {
    if (state.person.signUp === 'none') {
      state.person.email = 'robin@example.com'
      state.person.signUp = 'about-you'
    } else state.person.signedIn = true
    return undefined
  },
  signOut(state) {
    state.person.signedIn = false
    return undefined
  },
  createOrganization(state, { name }) {
    if (name.trim()) state.organization.name = name.trim()
    state.person.signUp = 'invite'
    return undefined
  },
  wizard(state, { step }) {
    state.person.signUp = step
    return undefined
  },
  sendPhoneCode(_, { phone }) {
    if (!/^\+?1?[\s().-]*\d{3}[\s().-]*555[\s.-]*01\d\d$/.test(phone.trim())) {
      refuse('This is a practice copy: use a made-up number such as 202 555 0142.')
    }
    return undefined
  },
  enterPhoneCode(state, { code }) {
    testCode(code)
    state.person.phone = 'verified'
    return undefined
  },
  enableMfa(state, { code }) {
    testCode(code)
    state.person.mfa = true
    return undefined
  },
  createKey(state, given) {
    const { organization, person } = state
    const service = given.owner === 'service'
    if (given.admin) ownersOnly(state)
    else {
      if (person.role !== 'owner') refuse('You do not have permission to create API keys in this project.')
      if (person.phone === 'needed') refuse('Verify your phone number to create an API key.')
      if (organization.keyPolicy === 'none') refuse('Your organization does not allow new API keys.')
      if (organization.keyPolicy === 'service-accounts-only' && !service) {
        refuse('Your organization allows only service account keys.')
      }
      if (organization.expiration === 'required' && given.expiresInDays === null)
        refuse('An expiration is required.')
    }
    if (given.expiresInDays !== null && (given.expiresInDays < 1 || given.expiresInDays > 365)) {
      refuse('The expiration must be between 1 and 365 days from now.')
    }
    const key = newKey(
      {
        name: given.name.trim() || 'Secret key',
        kind: given.admin ? 'admin' : service ? 'service' : 'project',
        project: projectOf(state, given.project).id,
        expiresAt: given.expiresInDays === null ? null : Date.now() + given.expiresInDays * 86_400_000,
        permissions: service ? 'all' : given.permissions,
        scopes: given.permissions === 'restricted' ? given.scopes : [],
      },
      state,
    )
    state.keys.unshift(key)
    return { secret: key.secret, keyId: key.id }
  },
  renameKey(state, { id, name, permissions }) {
    const key = keyOf(state, id)
    key.name = name.trim() || key.name
    if (permissions) key.permissions = permissions
    return undefined
  },
  revokeKey(state, { id }) {
    const key = keyOf(state, id)
    key.revoked = true
    key.revokedAt = Date.now()
    return undefined
  },
  addCard(state, { card }) {
    ownersOnly(state)
    if (!/^(?:4242|0002)$/.test(card)) refuse('This is a practice copy: it takes test cards only.')
    if (card === '0002') refuse('Your card was declined. Try a different card.')
    state.billing.card = card
    return undefined
  },
  buyCredit(state, { amount, autoReload, below, to }) {
    ownersOnly(state)
    if (!state.billing.card) refuse('Add a payment method first.')
    if (!(amount >= 5 && amount <= 100)) refuse('Enter an amount between $5 and $100.')
    const { billing } = state
    billing.plan = 'prepaid'
    billing.credit += amount
    billing.autoReload = autoReload
    billing.reloadBelow = below
    billing.reloadTo = to
    billing.history.unshift({ id: `in_practice${billing.history.length + 1}`, at: Date.now(), amount })
    return undefined
  },
  setAutoReload(state, { on, below, to }) {
    ownersOnly(state)
    Object.assign(state.billing, { autoReload: on, reloadBelow: below, reloadTo: to })
    return undefined
  },
  removeCard(state) {
    ownersOnly(state)
    state.billing.card = null
    state.billing.autoReload = false
    return undefined
  },
  setSpendLimit(state, { project, limit, hard }) {
    ownersOnly(state)
    if (!(limit > 0)) refuse('Enter an amount in dollars.')
    if (project === null && limit > 120)
      refuse('Your usage tier defines the maximum monthly limit ($120.00).')
    const of = project === null ? state.organization : projectOf(state, project)
    of.spendLimit = limit
    of.hardLimit = hard
    return undefined
  },
  addSpendAlert(state, { threshold, recipients }) {
    ownersOnly(state)
    if (!(threshold > 0)) refuse('Enter an amount in dollars.')
    state.organization.spendAlerts.push({ threshold, recipients: recipients.map(testMail) })
    return undefined
  },
  createProject(state, { name }) {
    ownersOnly(state)
    if (!name.trim()) refuse('Enter a name.')
    const project = newProject({ name: name.trim() })
    state.projects.push(project)
    state.selectedProject = project.id
    return undefined
  },
  changeProject(state, { id, patch }) {
    ownersOnly(state)
    const { name, archived, allowedModels } = patch
    const project = projectOf(state, id)
    if (name !== undefined) project.name = name.trim() || project.name
    if (archived !== undefined) project.archived = archived
    if (allowedModels !== undefined) project.allowedModels = allowedModels
    if (project.archived && state.selectedProject === id) {
      state.selectedProject = state.projects.find(one => !one.archived)?.id ?? id
    }
    return undefined
  },
  selectProject(state, { id }) {
    state.selectedProject = projectOf(state, id).id
    return undefined
  },
  renameOrganization(state, { name }) {
    ownersOnly(state)
    state.organization.name = name.trim() || state.organization.name
    return undefined
  },
  verifyOrganization(state) {
    ownersOnly(state)
    state.organization.verified = true
    return undefined
  },
  setTheme(state, { theme }) {
    state.theme = theme
    return undefined
  },
  setSidebar(state, { sidebar }) {
    state.sidebar = sidebar
    return undefined
  },
  setKeyPolicy(state, { policy, expiration }) {
    ownersOnly(state)
    Object.assign(state.organization, { keyPolicy: policy, expiration })
    return undefined
  },
  setIpAllowlist(state, { ranges }) {
    ownersOnly(state)
    state.organization.ipAllowlist = ranges.filter(range => /^[\d./:a-f]+$/i.test(range))
    return undefined
  },
  setSharing(state, { on }) {
    state.organization.sharesData = on
    return undefined
  },
}

export function isAct(value: unknown): value is ActRequest {
  return (
    typeof value === 'object' &&
    value !== null &&
    'act' in value &&
    Object.hasOwn(handlers, String(value.act))
  )
}
