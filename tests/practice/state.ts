/**
 * What the practice platform can be put into. One document holds everything: who is signed in, what the pages look like, which
 * keys exist and how the API behaves. `POST /__control` merges a patch into it (objects deeply, arrays as a whole), `GET /__control`
 * reads it. Knows nothing of HTTP or of the pages.
 */
import { randomUUID } from 'node:crypto'
import { makeSecret, type SecretKind } from './secrets.ts'

export type Era = 'A' | 'B' | 'C' | 'D'
export type ModalKind = 'radix' | 'aria' | 'focus-lock' | 'native'

export interface PracticeState {
  /** Layout era of the console, see facts: A to early 2024, B 2024–25, C early 2026, D since August 2026. */
  era: Era
  /** The library behind the page's dialogs. Each one closes on a press outside, unless `pressOutsideCloses` is off. */
  modal: ModalKind
  pressOutsideCloses: boolean
  theme: 'system' | 'light' | 'dark'
  /** The page as Chrome's translation leaves it: German words in nested <font> elements, addresses untouched. */
  translated: boolean
  sidebar: 'open' | 'collapsed'
  /** Names of sidebar items that are only under "More" (era D). */
  underMore: string[]
  /** Class names are hashed with it; a new one for every server unless given. */
  classSeed: number
  /** Pages show their data this many milliseconds after they open ("element comes later"). */
  showAfter: number
  /** Late 2026, perhaps: "Analytics" stands where "Usage" stood, and usage is a part of it (era D). */
  analytics: boolean
  /** The whole network as this machine sees it. `tls-broken`: something answers that does not speak TLS. */
  network: 'up' | 'captive-portal' | 'cut' | 'tls-broken'
  /** platform.openai.com alone. */
  site: 'up' | 'just-a-moment' | 'down'
  /** Wording of controls whose labels nobody knows: 0, 1 or 2. */
  wording: 0 | 1 | 2
  person: Person
  organization: Organization
  projects: Project[]
  /** The project chosen in the shell. */
  selectedProject: string
  keys: PracticeKey[]
  billing: Billing
  /** One row per day and key; the API adds to it when it really answers. */
  usage: UsageRow[]
  api: ApiState
}

export interface Person {
  signedIn: boolean
  /** Steps of the sign-up, in order. `done` is someone who has used the console before. */
  signUp:
    | 'none'
    | 'email'
    | 'password'
    | 'email-code'
    | 'about-you'
    | 'create'
    | 'invite'
    | 'try'
    | 'credits'
    | 'done'
  name: string
  email: string
  role: 'owner' | 'reader'
  /** `needed`: openers are disabled under a banner (2024). `on-submit`: asked after "Create secret key" (2026). */
  phone: 'verified' | 'needed' | 'on-submit'
  mfa: boolean
}

export interface Organization {
  id: string
  name: string
  verified: boolean
  /** Which new keys the organization allows (since September 2026). */
  keyPolicy: 'any' | 'service-accounts-only' | 'none'
  expiration: 'absent' | 'optional' | 'required'
  /** Nobody knows the real control. */
  expirationWidget: 'select' | 'menu' | 'date'
  /** Dollars. */
  spendLimit: number
  hardLimit: boolean
  spendAlerts: { threshold: number; recipients: string[] }[]
  /** Late 2026: are spend alert and hard limit one dialog or two? */
  limitsDialog: 'joined' | 'split'
  sharesData: boolean
  /** CIDR ranges; empty: every address. Kept, not enforced: use the condition `ip_not_authorized`. */
  ipAllowlist: string[]
}

export interface Project {
  id: string
  name: string
  createdAt: number
  archived: boolean
  spendLimit: number | null
  hardLimit: boolean
  /** Empty: every model. */
  allowedModels: string[]
  /** The host its keys work on. */
  region: '' | 'us' | 'eu' | 'ae' | 'au' | 'in' | 'jp'
}

/** What a key's own answers are forced to, whatever else is true of it. Names of the table in bodies.ts. */
export type Condition = string

export interface PracticeKey {
  /** The tracking id. */
  id: string
  name: string
  secret: string
  kind: SecretKind
  project: string
  createdBy: string
  createdAt: number
  lastUsedAt: number | null
  expiresAt: number | null
  permissions: 'all' | 'restricted' | 'read'
  /** With `restricted`: scopes such as `api.model.request`. */
  scopes: string[]
  revoked: boolean
  revokedAt: number | null
  condition: Condition | null
  /** Whoever it belongs to has no access to the project any more. */
  ownerGone: boolean
  /** The service account that it belongs to; null: one of its own, named like the key. */
  account: string | null
  /** That account was deleted, with all of its keys; without it an account may have none. */
  isAccountGone: boolean
}

export interface Billing {
  /** `trial`: no payment details; `prepaid`: there is a card; `inactive`: the account is not active. */
  plan: 'trial' | 'prepaid' | 'inactive'
  /** Dollars; may be below zero. */
  credit: number
  /** Granted, not bought. */
  grants: { amount: number; remaining: number; expiresAt: number }[]
  card: string | null
  autoReload: boolean
  reloadBelow: number
  reloadTo: number
  history: { id: string; at: number; amount: number }[]
}

export interface UsageRow {
  day: string
  /** Empty: spent without a key, in the playground. */
  keyId: string
  project: string
  model: string
  requests: number
  inputTokens: number
  outputTokens: number
  dollars: number
  /** The usage endpoint that tells of it; absent: completions. */
  kind?: string
  /** Of the day, 0 to 23, UTC; absent: noon. */
  hour?: number
}

export type Fault =
  | 'drop'
  | 'half-body'
  | 'slow-bytes'
  | 'hang'
  | 'redirect'
  | 'html-200'
  | 'wrong-type'
  | 'empty-200'
  | 'storm'

export interface ApiState {
  /** Every request gets this answer from the table in bodies.ts (`server_error`, `server_is_overloaded`, `region` …). */
  condition: Condition | null
  /** Or exactly this one. */
  answer: { status: number; headers?: Record<string, string>; body: string } | null
  fault: Fault | null
  /** Share of requests that meet the fault, 0 to 1, drawn from `faultSeed`. */
  faultShare: number
  faultSeed: number
  /** A key is refused for this long after it was made, and still accepted for this long after it was revoked; milliseconds. */
  newKeyDelay: number
  revokeDelay: number
  /** 2026 or older wording of "no money". */
  moneyWording: 'credit_balance_exhausted' | 'insufficient_quota'
  /** Milliseconds before every answer. */
  latency: number
}

/** A patch: every part optional, objects merged, arrays replaced; keys and projects may leave out what can be made up. */
export type Patch = { [K in keyof PracticeState]?: PatchOf<PracticeState[K]> }
type PatchOf<T> = T extends (infer Item)[]
  ? Partial<Item>[] | T
  : T extends object
    ? { [K in keyof T]?: T[K] }
    : T

/** Somebody who has used the console before, has $10 of credit and no key yet: everything can be tried. */
export function initialState(): PracticeState {
  return {
    era: 'D',
    modal: 'radix',
    pressOutsideCloses: true,
    theme: 'system',
    translated: false,
    sidebar: 'open',
    underMore: ['Plugins', 'Codex'],
    classSeed: Math.floor(Math.random() * 1e9),
    showAfter: 0,
    analytics: false,
    network: 'up',
    site: 'up',
    wording: 0,
    person: {
      signedIn: true,
      signUp: 'done',
      name: 'Robin Practice',
      email: 'robin@example.com',
      role: 'owner',
      phone: 'verified',
      mfa: false,
    },
    organization: {
      id: 'org-PracticeCopyOnly0000001',
      name: 'Personal',
      verified: false,
      keyPolicy: 'any',
      expiration: 'optional',
      expirationWidget: 'menu',
      spendLimit: 120,
      hardLimit: false,
      spendAlerts: [],
      limitsDialog: 'joined',
      sharesData: false,
      ipAllowlist: [],
    },
    projects: [newProject({ id: 'proj_practiceDefault00000001', name: 'Default project' })],
    selectedProject: 'proj_practiceDefault00000001',
    keys: [],
    billing: {
      plan: 'prepaid',
      credit: 10,
      grants: [],
      card: '4242',
      autoReload: false,
      reloadBelow: 5,
      reloadTo: 10,
      history: [],
    },
    usage: [],
    api: {
      condition: null,
      answer: null,
      fault: null,
      faultShare: 1,
      faultSeed: 1,
      newKeyDelay: 0,
      revokeDelay: 0,
      moneyWording: 'credit_balance_exhausted',
      latency: 0,
    },
  }
}

/** Patches with a name, for `{"scene": "newcomer"}` and for the page of scenes. */
export const scenes = {
  fresh: { about: 'Signed in, $10 of credit, no key yet', patch: {} },
  stranger: {
    about: 'Nobody is signed in and there is no account',
    patch: {
      person: { signedIn: false, signUp: 'none', name: '', email: '', phone: 'on-submit' },
      billing: { plan: 'trial', credit: 0, card: null },
    },
  },
  'signed-out': { about: 'Has an account, but is signed out', patch: { person: { signedIn: false } } },
  newcomer: {
    about: 'An account, but no money and no phone number yet',
    patch: { person: { phone: 'on-submit' }, billing: { plan: 'trial', credit: 0, card: null } },
  },
  'no-money': { about: 'The credit is used up', patch: { billing: { credit: 0 } } },
  'phone-gate': { about: 'Keys only after a phone check', patch: { person: { phone: 'needed' } } },
  member: { about: 'A member without the right to make keys', patch: { person: { role: 'reader' } } },
  'keys-forbidden': {
    about: 'The organization forbids new keys',
    patch: { organization: { keyPolicy: 'none' } },
  },
  'service-only': {
    about: 'Only service accounts may have keys',
    patch: { organization: { keyPolicy: 'service-accounts-only' } },
  },
  'must-expire': { about: 'Every key needs an expiry', patch: { organization: { expiration: 'required' } } },
  'many-keys': {
    about: 'Two projects and six keys in all conditions',
    patch: {
      projects: [
        { id: 'proj_practiceDefault00000001', name: 'Default project' },
        { id: 'proj_practiceChatbot00000002', name: 'Chatbot' },
      ],
      keys: [
        { name: 'Production-Chatbot-v1', project: 'proj_practiceChatbot00000002' },
        { name: 'Laptop' },
        { name: 'Old script', revoked: true },
        { name: 'Read only monitor', permissions: 'read' },
        { name: 'Embeddings only', permissions: 'restricted', scopes: ['api.model.embeddings.request'] },
        { name: 'CI', kind: 'service' },
      ],
    },
  },
  'provider-down': { about: 'The API is overloaded', patch: { api: { condition: 'server_is_overloaded' } } },
  'captive-portal': { about: 'A hotel network answers for everybody', patch: { network: 'captive-portal' } },
} satisfies Record<string, { about: string; patch: Patch }>

export function newProject(given: Partial<Project>): Project {
  return {
    id: `proj_${randomId(24)}`,
    name: 'Default project',
    createdAt: Date.now(),
    archived: false,
    spendLimit: null,
    hardLimit: false,
    allowedModels: [],
    region: '',
    ...given,
  }
}

export function newKey(
  given: Partial<PracticeKey>,
  state: Pick<PracticeState, 'selectedProject' | 'person'>,
): PracticeKey {
  const kind = given.kind ?? 'project'
  return {
    id: `key_${randomId(16)}`,
    name: 'Secret key',
    secret: makeSecret(kind),
    kind,
    project: state.selectedProject,
    createdBy: state.person.name,
    createdAt: Date.now(),
    lastUsedAt: null,
    expiresAt: null,
    permissions: 'all',
    scopes: [],
    revoked: false,
    revokedAt: null,
    condition: null,
    ownerGone: false,
    account: null,
    isAccountGone: false,
    ...given,
  }
}

export function applyPatch(state: PracticeState, patch: Patch): void {
  merge(state as unknown as Record<string, unknown>, patch as Record<string, unknown>)
  state.projects = state.projects.map(project => newProject(project))
  state.keys = state.keys.map(key => newKey(key, state))
}

function merge(into: Record<string, unknown>, patch: Record<string, unknown>): void {
  for (const [name, value] of Object.entries(patch)) {
    // Nothing new can be set: a misspelt name in a test must not pass unseen.
    if (!(name in into))
      throw new Error(`The practice state has no "${name}". It has: ${Object.keys(into).join(', ')}.`)
    const before = into[name]
    if (isPlainObject(before) && isPlainObject(value)) merge(before, value)
    else into[name] = structuredClone(value)
  }
}

function isPlainObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

export function randomId(length: number): string {
  return randomUUID().replaceAll('-', '').padEnd(length, '0').slice(0, length)
}
