/** Draws the plan of one layout from its seed and its place in the list. Pure. */
import type { Given } from '../runner/layout.ts'
import { type Chance, createChance, mix } from './chance.ts'
import {
  choices,
  containers,
  type Distraction,
  distractions,
  endings,
  expiries,
  type Field,
  habits,
  type ListedKey,
  labellings,
  openers,
  orders,
  type Plan,
  places,
  placesApart,
  pressables,
  type Reveal,
  reveals,
  type Situation,
  type Stage,
  situations,
  type Task,
  tasks,
} from './plan.ts'
import { drawWords, languages, type Term } from './words.ts'

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'
/** base64 of "OpenAI", in the middle of every key of theirs. */
const marker = ['T3Bl', 'bkFJ'].join('')

const text = (chance: Chance, length: number) =>
  Array.from({ length }, () => letters[chance.below(letters.length)]).join('')

export const makesKey = (task: Task): boolean =>
  [
    'create-key',
    'restrict-key',
    'project-key',
    'service-account-key',
    'give-to-app',
    'rotate-key',
    'key-compromised',
  ].includes(task)
export const endsKey = (task: Task): boolean => ['revoke-key', 'rotate-key', 'key-compromised'].includes(task)

/** Keys are made most: 16 layouts of each 24 make or end one, and every task comes in each 24. */
const keyTasks = tasks.filter(task => makesKey(task) || endsKey(task))
const otherTasks = tasks.filter(task => !keyTasks.includes(task))
const round: Task[] = [...keyTasks, ...keyTasks, ...otherTasks, 'limit-spending', 'set-up-billing']

export function taskAt(seed: number, index: number): Task {
  const turn = Math.floor(index / round.length)
  const order = round.map((task, at) => ({ task, at: createChance(mix(seed, turn, at)).next() }))
  order.sort((a, b) => a.at - b.at)
  return order[index % round.length]?.task ?? 'create-key'
}

export function drawPlan(seed: number, index: number): Plan {
  const chance = createChance(mix(seed, index, 77))
  const plan = drawBasis(seed, index, chance)
  return { ...plan, ...drawApart(plan, createChance(mix(seed, index, 78))) }
}

/** What was thought of later has chances of its own: what a seed drew before stays as it was. */
function drawApart(
  { task, reveal, rows, confirm, given }: Plan,
  chance: Chance,
): Pick<Plan, 'reveal' | 'rows' | 'ending'> {
  const isApart = chance.isTrue(35)
  const place = isApart ? chance.pick(placesApart) : reveal.place
  const order = isOpenAtOnce(reveal.form) && chance.isTrue(20) ? chance.pick(orders.slice(1)) : 'alone'
  const second = chance.isTrue(40) ? ('command' as const) : reveal.second
  // A page does not know the whole of a key that is to end.
  const isWhole = given.key === undefined && place === 'list' && order !== 'alone'
  const ending = chance.isTrue(40) ? ('as-form' as const) : chance.pick(endings)
  const hasSameTail = chance.isTrue(15)
  const keys = [...rows.keys]
  if (given.key && hasSameTail)
    keys.splice(chance.below(keys.length + 1), 0, { ...listedKey(chance), lastFour: given.key.lastFour })
  // There are others to be shown beside it.
  while (makesKey(task) && order !== 'alone' && keys.length < 2) keys.push(listedKey(chance))
  return {
    reveal: { ...reveal, place, order, second },
    rows: { ...rows, keys, ...(isWhole && { short: 'whole' as const }) },
    // The browser's own question has no field.
    ending: ending === 'browser' && confirm !== 'press' ? 'box' : ending,
  }
}

const isOpenAtOnce = (form: Reveal): boolean =>
  !(form.startsWith('masked') || ['copy-only', 'details', 'asked-first', 'pressed-itself'].includes(form))

function drawBasis(seed: number, index: number, chance: Chance): Plan {
  const task = taskAt(seed, index)
  const language = chance.isTrue(72) ? 'en' : chance.pick(languages.slice(1))
  const words = drawWords(language, chance.isTrue(30), chance.pick)
  const situation = drawSituation(chance, task)
  const given = drawGiven(chance, task)
  const keys = drawKeys(chance, given)
  const beside: Distraction[] = chance.some(
    distractions.filter(one => one !== 'many-keys'),
    16,
  )
  const isLong = chance.isTrue(10)
  if (isLong) {
    beside.push('many-keys')
    const more = Array.from({ length: 197 }, () => listedKey(chance))
    keys.splice(chance.below(keys.length + 1), 0, ...more.filter(key => key.lastFour !== given.key?.lastFour))
  }
  const paths = drawPaths(chance, task, situation)
  const drawn = chance.some(habits, 12)
  return {
    id: `drawn-${seed}-${index}`,
    task,
    language,
    isTranslated: language !== 'en' && chance.isTrue(60),
    words,
    foreign: drawWords(chance.pick(languages.filter(one => one !== language)), true, chance.pick),
    heading: words[headingOf(task)],
    stages: stagesOf(chance, task, words, given, paths),
    container: chance.pick(containers),
    isWizard: chance.isTrue(18),
    labelling: chance.pick(labellings),
    pressable: chance.isTrue(50) ? 'button' : chance.pick(pressables),
    opener: chance.isTrue(30) ? 'words' : chance.pick(openers),
    habits: drawn,
    ...(drawn.includes('varies') && { variant: drawWords(language, false, chance.pick) }),
    fieldsReversed: chance.isTrue(15),
    submitFirst: chance.isTrue(25),
    reveal: drawReveal(chance),
    rows: {
      shape: chance.pick(['table', 'table', 'list', 'cards', 'grid']),
      action: chance.pick(['words', 'icon', 'menu', 'details']),
      reach: isLong ? chance.pick(['search', 'pages', 'scroll', 'all']) : 'all',
      short: chance.pick(['dots', 'dots', 'ends', 'bullets', 'none']),
      keys,
      subject: given.key?.trackingId ?? null,
    },
    confirm: chance.pick(['press', 'press', 'type', 'check', 'none', 'twice']),
    ending: 'as-form',
    timing: {
      delay: chance.pick([0, 0, 150, 400, 900, 1_500]),
      skeleton: chance.isTrue(25),
      optimistic: chance.isTrue(20),
      redraws: chance.isTrue(20),
    },
    isLoaded: chance.isTrue(15),
    distractions: beside,
    situation,
    kind: task === 'service-account-key' ? 'service' : 'project',
    keySeed: chance.below(2 ** 31),
    look: {
      accent: chance.pick(['#111', '#0a7', '#2563eb', '#7c3aed', '#b45309']),
      radius: chance.pick([0, 4, 8, 16]),
      gap: chance.pick([6, 10, 14]),
      isDark: chance.isTrue(20),
    },
    projects: ['Default project', given.project, 'Staging'],
    paths,
    given,
  }
}

function drawReveal(chance: Chance): Plan['reveal'] {
  const form = chance.pick(reveals)
  return {
    form,
    place: chance.pick(places),
    order: 'alone',
    isTwice: chance.isTrue(15),
    second: form === 'field' ? 'code' : 'field',
    hasCopy: chance.isTrue(80),
    title: chance.isTrue(75),
  }
}

function drawSituation(chance: Chance, task: Task): Situation {
  if (chance.isTrue(60)) return 'ready'
  const fits = situations.filter(one => {
    if (['phone-before', 'phone-after', 'policy'].includes(one)) return makesKey(task)
    if (one === 'other-project') return task === 'project-key'
    return !(one === 'not-allowed' && task === 'monitor-usage')
  })
  return chance.pick(fits)
}

function drawGiven(chance: Chance, task: Task): Given {
  const old = endsKey(task) ? drawOldKey(chance) : undefined
  return {
    name: chance.pick(['Reading-App-v1', 'Night-Report-v2', 'Laptop-Trial-v1', 'Orders-Service-v3']),
    project: chance.pick(['Atlas', 'Field notes', 'Mail helper']),
    amount: chance.pick([5, 10, 20, 50]),
    permissions: ['restrict-key', 'key-compromised'].includes(task) ? 'restricted' : 'all',
    owner: task === 'service-account-key' ? 'service' : 'you',
    ...(old && { key: old }),
  }
}

function drawOldKey(chance: Chance): NonNullable<Given['key']> {
  const full = `sk-proj-${text(chance, 74)}${marker}${text(chance, 74)}`
  return {
    full,
    lastFour: full.slice(-4),
    trackingId: `key_${text(chance, 16)}`,
    name: chance.pick(['Old-Laptop', 'Leaked-Key', 'First-Try']),
    created: 'Mar 3, 2026',
  }
}

const listedKey = (chance: Chance): ListedKey => ({
  id: `key_${text(chance, 16)}`,
  name: `${chance.pick(['Web', 'Batch', 'Bot', 'Team', 'Test'])}-${text(chance, 4)}`,
  lastFour: text(chance, 4),
  created: `${chance.pick(['Jan', 'Apr', 'Jul', 'Oct'])} ${1 + chance.below(28)}, 2026`,
})

function drawKeys(chance: Chance, { key }: Given): ListedKey[] {
  const keys = Array.from({ length: chance.pick([0, 1, 2, 4]) }, () => listedKey(chance))
  if (key) {
    const { trackingId, name, lastFour, created } = key
    keys.splice(chance.below(keys.length + 1), 0, { id: trackingId, name, lastFour, created })
  }
  return keys
}

function headingOf(task: Task): Term {
  if (makesKey(task) || endsKey(task)) return 'keys'
  const headings: Partial<Record<Task, Term>> = {
    'set-up-billing': 'billing',
    'limit-spending': 'limits',
    'create-project': 'projects',
    'monitor-usage': 'usage',
    'verify-organization': 'general',
  }
  return headings[task] ?? 'security'
}

/** The usual address first; others stand for a page that moved, to which the old address leads. */
const addresses: Record<string, string[]> = {
  keys: ['/api-keys', '/settings/organization/api-keys', '/build/keys'],
  billing: ['/settings/organization/billing/overview', '/settings/organization/billing', '/plan/credits'],
  limits: ['/settings/organization/limits', '/settings/organization/limits', '/plan/spending'],
  projects: ['/settings/organization/projects', '/projects', '/workspaces'],
  usage: ['/usage', '/settings/organization/usage', '/insights'],
  general: ['/settings/organization/general', '/settings/organization', '/company'],
  security: ['/settings/profile/security', '/settings/profile/security', '/me/protection'],
}

function drawPaths(chance: Chance, task: Task, situation: Situation): Plan['paths'] {
  const known = addresses[headingOf(task)] ?? []
  const start = known[chance.isTrue(70) ? 0 : chance.isTrue(55) ? 1 : 2] ?? '/home'
  return {
    start: situation === 'away' ? '/home' : start,
    away: '/home',
    old: [...new Set([start, ...known])],
  }
}

type FieldDraw = Partial<Field> & Pick<Field, 'purpose' | 'term'>
const field = (given: FieldDraw): Field => ({
  widget: 'text',
  options: [],
  wanted: '',
  first: '',
  isRequired: true,
  ...given,
})

function stagesOf(
  chance: Chance,
  task: Task,
  words: Plan['words'],
  given: Given,
  paths: Plan['paths'],
): Stage[] {
  const path = paths.old[0] ?? '/home'
  const fill = (
    fields: Field[],
    opener: Term,
    title: Term,
    submit: Term,
    makes: 'key' | 'nothing' = 'nothing',
  ): Stage => ({ does: 'fill', path, makes, fields, opener, title, submit })
  if (makesKey(task)) {
    const make = fill(keyFields(chance, task, words, given), 'openKey', 'keyTitle', 'makeKey', 'key')
    const end: Stage = { does: 'end', path }
    return task === 'rotate-key' ? [make, end] : task === 'key-compromised' ? [end, make] : [make]
  }
  if (task === 'revoke-key') return [{ does: 'end', path }]
  const amount = String(given.amount)
  const amountWidget = chance.pick(['text', 'number'] as const)
  if (task === 'set-up-billing')
    return [
      fill(
        [
          choice(chance, 'payer', 'payer', [words.individual, words.company], words.individual, ''),
          field({ purpose: 'card', term: 'card', widget: 'frame', wanted: 'filled' }),
          field({ purpose: 'card-name', term: 'cardName', wanted: 'Robin Practice' }),
          field({
            purpose: 'amount',
            term: 'amount',
            widget: amountWidget,
            wanted: amount,
            first: chance.pick(['', '10']),
          }),
          field({
            purpose: 'auto-reload',
            term: 'autoReload',
            widget: chance.pick(['switch', 'checkbox']),
            wanted: 'off',
            first: 'on',
            isRequired: false,
          }),
        ],
        'openBilling',
        'billingTitle',
        'pay',
      ),
    ]
  if (task === 'limit-spending')
    return [
      fill(
        [
          field({
            purpose: 'amount',
            term: 'limitAmount',
            widget: amountWidget,
            wanted: amount,
            first: chance.pick(['', '120']),
          }),
          field({
            purpose: 'hard-limit',
            term: 'hard',
            widget: chance.pick(['switch', 'checkbox']),
            wanted: 'on',
            first: 'off',
            isRequired: false,
          }),
        ],
        'openLimit',
        'limitTitle',
        'save',
      ),
    ]
  if (task === 'create-project')
    return [
      fill(
        [field({ purpose: 'name', term: 'projectName', wanted: given.name })],
        'openProject',
        'projectTitle',
        'makeProject',
      ),
    ]
  if (task === 'verify-organization')
    return [
      fill(
        [choice(chance, 'payer', 'payer', [words.individual, words.company], words.individual, '')],
        'openVerify',
        'verifyTitle',
        'startVerify',
      ),
    ]
  if (task === 'secure-account')
    return [
      fill(
        [field({ purpose: 'mfa-code', term: 'mfaCode', wanted: '246810' })],
        'openMfa',
        'mfaTitle',
        'turnOn',
      ),
    ]
  return [
    {
      does: 'look',
      path,
      fields: [
        choice(chance, 'group-by', 'groupBy', [words.byModel, words.byKey], words.byKey, words.byModel),
      ],
    },
  ]
}

function choice(
  chance: Chance,
  purpose: string,
  term: Term,
  options: string[],
  wanted: string,
  first: string,
): Field {
  return field({ purpose, term, widget: chance.pick(choices), options, wanted, first })
}

function keyFields(chance: Chance, task: Task, words: Plan['words'], given: Given): Field[] {
  const isService = given.owner === 'service'
  const fields: Field[] = []
  if (isService || chance.isTrue(60))
    fields.push(
      choice(
        chance,
        'owner',
        'owner',
        [words.you, words.service],
        isService ? words.service : words.you,
        words.you,
      ),
    )
  fields.push(
    isService
      ? field({ purpose: 'service-name', term: 'serviceName', wanted: given.name })
      : field({
          purpose: 'name',
          term: 'name',
          widget: chance.pick(['text', 'text', 'textarea']),
          wanted: given.name,
          isRequired: chance.isTrue(50),
        }),
  )
  const toProject = task === 'project-key' || task === 'give-to-app'
  if (toProject || chance.isTrue(70))
    fields.push(
      choice(
        chance,
        'project',
        'project',
        ['Default project', given.project, 'Staging'],
        toProject ? given.project : 'Default project',
        'Default project',
      ),
    )
  const expiry = chance.pick(expiries)
  if (expiry === 'select' || expiry === 'pills')
    fields.push(
      field({
        purpose: 'expiry',
        term: 'expiry',
        widget: expiry,
        options: [words.never, words.days30, words.days90],
        wanted: words.days30,
        first: chance.pick([words.never, '']),
      }),
    )
  if (expiry === 'date')
    fields.push(
      field({ purpose: 'expiry', term: 'expiry', widget: 'date', wanted: '2027-01-31', isRequired: false }),
    )
  if (expiry === 'number')
    fields.push(
      field({ purpose: 'expiry', term: 'expiry', widget: 'number', wanted: '30', isRequired: false }),
    )
  if (!isService && (given.permissions === 'restricted' || chance.isTrue(70)))
    fields.push(
      choice(
        chance,
        'permissions',
        'permissions',
        [words.all, words.restricted, words.readOnly],
        given.permissions === 'restricted' ? words.restricted : words.all,
        words.all,
      ),
    )
  return fields
}
