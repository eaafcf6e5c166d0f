/** Draws the plan of one layout. Every decision is made here, from the seed; the page only carries it out. */

import {
  type Choice,
  type Container,
  containers,
  type Distraction,
  distractions,
  type Given,
  keyForms,
  type ListedKey,
  type Plan,
  type Situation,
  type Task,
} from './plan.ts'
import { type Chance, chance, mix } from './random.ts'
import { type Language, type Term, terms, wording } from './words.ts'

/** One round of tasks: the moments where most is at stake come more than once. */
const round: Task[] = [
  ...Array<Task>(7).fill('create-key'),
  ...Array<Task>(2).fill('restrict-key'),
  ...Array<Task>(3).fill('revoke-key'),
  ...Array<Task>(2).fill('limit-spending'),
  ...Array<Task>(2).fill('set-up-billing'),
  'project-key',
  'service-account-key',
  'give-to-app',
  'rotate-key',
  'key-compromised',
  'fix-billing',
  'create-project',
  'monitor-usage',
  'verify-organization',
  'secure-account',
]

export function taskAt(seed: number, index: number): Task {
  const order = chance(mix(seed, 'round', Math.floor(index / round.length))).shuffle(round)
  return order[index % round.length] ?? 'create-key'
}

export function drawPlan(seed: number, index: number, task: Task): Plan {
  const layoutSeed = mix(seed, 'layout', index)
  const draw = chance(layoutSeed)
  const language = draw.weighted<Language>({ en: 76, de: 6, fr: 6, es: 6, ja: 6 })
  const machineTranslated = language !== 'en' && draw.is(0.7)
  const words = drawWords(draw, language)
  const endsKey = ['revoke-key', 'rotate-key', 'key-compromised'].includes(task)
  const situation = drawSituation(draw, task)
  const beside = drawDistractions(draw, task)
  const container = drawContainer(draw, task)
  const projects = draw.shuffle(['Default project', 'Harbour', 'Night import', 'Website', 'Lab']).slice(0, 4)
  if (!projects.includes('Default project')) projects[3] = 'Default project'
  const project =
    task === 'project-key' ? (projects.find(name => name !== 'Default project') ?? '') : 'Default project'
  const widgets = drawWidgets(draw, task, situation)
  const keys = drawKeys(draw, beside.includes('many-keys'), endsKey, projects)
  const given = drawGiven(draw, task, project, endsKey ? keys : [])
  const paths = drawPaths(draw, task)
  return {
    id: `held-out-${seed}-${index}`,
    task,
    seed: layoutSeed,
    language,
    machineTranslated,
    translatedAttributes: !machineTranslated || draw.is(0.5),
    words,
    look: {
      font: draw.pick(['system-ui', 'Georgia, serif', 'Verdana, sans-serif', 'ui-monospace, monospace']),
      accent: draw.pick(['#0d0d0d', '#1463c4', '#5b2bd1', '#0a7a50', '#a3320b']),
      radius: draw.pick([0, 4, 8, 999]),
      dark: draw.is(0.25),
      gap: draw.pick([6, 10, 16]),
      shell: draw.pick(['side', 'side', 'head', 'bare', 'burger']),
      upper: draw.is(0.1),
    },
    container,
    wizard: !['row', 'popover'].includes(container) && draw.is(0.18),
    submitAt: draw.is(0.15) ? 'head' : 'foot',
    primaryLast: draw.is(0.75),
    pressable: draw.weighted({ button: 82, div: 10, link: 8 }),
    opener: draw.weighted({ top: 56, below: 14, floating: 10, menu: 10, icon: 10 }),
    openerPlus: draw.is(0.4),
    reveal: drawReveal(draw, container),
    widgets,
    fieldOrder: draw.is(0.5)
      ? ['owner', 'name', 'project', 'expiry', 'permissions']
      : draw.shuffle(['owner', 'name', 'project', 'expiry', 'permissions']),
    labelling: draw.pick([
      'for',
      'for',
      'wrapped',
      'aria-label',
      'loose',
      'placeholder',
      'labelledby',
      'legend',
    ]),
    rows: {
      shape: draw.weighted({ table: 45, list: 15, cards: 12, grid: 14, plain: 14 }),
      action: draw.weighted({ words: 28, icon: 22, menu: 20, detail: 12, select: 10, hover: 8 }),
      short: draw.pick(['dots', 'dots', 'ellipsis', 'ends', 'bullets', 'none']),
      paged: keys.length > 20 && draw.is(0.5),
      after: draw.is(0.6) ? 'gone' : 'status',
      keys,
    },
    confirm: draw.weighted({ press: 60, type: 12, check: 12, twice: 8, undo: 8 }),
    timing: {
      delay: draw.weighted({ none: 45, short: 30, long: 25 }) === 'none' ? 0 : draw.between(200, 2400),
      skeleton: draw.is(0.2),
      optimistic: draw.is(0.2),
      redraws: draw.is(0.18),
      failsOnce: draw.is(0.06),
    },
    closesOutside: draw.is(0.18),
    navigation: draw.is(0.12) ? 'loads' : 'within',
    distractions: beside,
    situation,
    paths,
    key: {
      kind: task === 'service-account-key' ? 'service' : draw.weighted({ project: 80, 'project-short': 20 }),
      seed: mix(layoutSeed, 'key'),
    },
    given,
    start: {
      form: {
        owner: '',
        project:
          widgets.project === 'fixed' ? project : startProject(draw, task, situation, project, projects),
      },
      projects,
      current:
        situation === 'other-project' || task === 'project-key'
          ? projects.find(name => name !== project)
          : project,
      signedIn: situation !== 'signed-out',
      phone: situation === 'phone-before' ? 'before' : situation === 'phone-after' ? 'after' : 'ok',
      failing: false,
      made: [],
      ended: [],
    },
  }
}

function drawWords(draw: Chance, language: Language): Record<Term, string> {
  // Either the platform's own words, or about half of them changed, or nearly all.
  const share = draw.pick([1, 0.85, 0.5, 0.5, 0.15])
  const taken = new Set<string>()
  const entry = (term: Term): [Term, string] => {
    const word = wording(term, language, draw.is(share), all => {
      const free = all.filter(one => !taken.has(one))
      return draw.pick(free.length > 0 ? free : all)
    })
    taken.add(word)
    return [term, word]
  }
  return Object.fromEntries(terms.map(entry)) as Record<Term, string>
}

function drawSituation(draw: Chance, task: Task): Situation {
  if (/key|app/.test(task) && task !== 'revoke-key')
    return draw.weighted<Situation>({
      ready: 58,
      'not-allowed': 6,
      policy: 4,
      'phone-before': 6,
      'phone-after': 6,
      'signed-out': 6,
      'other-project': 6,
      'expiry-required': 8,
    })
  if (task === 'monitor-usage') return draw.is(0.9) ? 'ready' : 'signed-out'
  return draw.weighted({ ready: 82, 'not-allowed': 8, 'signed-out': 10 })
}

function drawDistractions(draw: Chance, task: Task): Distraction[] {
  return distractions.filter(one => {
    if (one === 'checklist') return /key|app/.test(task) && draw.is(0.08)
    if (one === 'many-keys') return draw.is(0.12)
    if (one === 'news') return draw.is(0.08)
    return draw.is(0.14)
  })
}

function drawContainer(draw: Chance, task: Task): Container {
  const container = draw.pick(containers)
  return container === 'row' && !/key|app/.test(task) ? 'inline' : container
}

function drawReveal(draw: Chance, container: Container): Plan['reveal'] {
  const form = draw.pick(keyForms)
  // A key that stands in the new row or in a message is a piece of text, not a whole form.
  const small = !['pre-with-command', 'textarea', 'description-list'].includes(form)
  const place = draw.weighted({
    same: 44,
    'other-dialog': 14,
    banner: small ? 11 : 0,
    toast: small ? 7 : 0,
    row: small ? 10 : 0,
    page: 8,
    inline: 8,
  })
  return {
    place: place === 'same' && ['row', 'details'].includes(container) ? 'inline' : place,
    form,
    twice: draw.is(0.12),
    ids: draw.is(0.3),
    copyButton:
      form === 'copy-only' ? draw.pick(['words', 'icon']) : draw.pick(['words', 'words', 'icon', 'none']),
    box: draw.pick([
      'dialog',
      'native-dialog',
      'box-without-role',
      'drawer',
      'shadow-over-page',
      'frame-over-page',
    ]),
    stays: draw.is(0.15),
  }
}

const choices: Choice[] = ['select', 'radios', 'aria-radios', 'pills', 'cards', 'listbox', 'combobox', 'menu']

function drawWidgets(draw: Chance, task: Task, situation: Situation): Plan['widgets'] {
  const needsOwner = task === 'service-account-key'
  const needsProject = situation === 'other-project' || task === 'project-key'
  const needsPermissions = task === 'restrict-key'
  const expiries = ['select', 'listbox', 'pills', 'radios', 'date', 'number'] as const
  return {
    name: draw.weighted({ field: 88, textarea: 6, editable: 6 }),
    owner: needsOwner || draw.is(0.55) ? draw.pick([...choices, 'switch']) : 'none',
    project: needsProject || draw.is(0.75) ? draw.pick(choices) : 'fixed',
    permissions: needsPermissions || draw.is(0.75) ? draw.pick(choices) : 'none',
    level: draw.pick(['select', 'radios', 'aria-radios', 'pills', 'listbox']),
    expiry: situation === 'expiry-required' || draw.is(0.5) ? draw.pick(expiries) : 'none',
    amount: draw.pick(['text', 'number', 'range', 'presets', 'select']),
    hard: draw.weighted({ switch: 40, checkbox: 25, radios: 25, none: 10 }),
    payer: draw.pick(choices),
    groupBy: draw.pick(choices),
  }
}

function startProject(
  draw: Chance,
  task: Task,
  situation: Situation,
  project: string,
  projects: string[],
): string {
  if (task === 'project-key' || situation === 'other-project')
    return projects.find(name => name !== project) ?? project
  return draw.is(0.8) ? project : ''
}

const keyNames = [
  'Chatbot',
  'Night import',
  'Website search',
  'Laptop',
  'CI',
  'Newsletter',
  'Old phone',
  'Demo',
]

function drawKeys(draw: Chance, many: boolean, endsKey: boolean, projects: string[]): ListedKey[] {
  const count = many ? 200 : draw.between(endsKey ? 1 : 0, 6)
  const keys = Array.from({ length: count }, (_, index): ListedKey => {
    const base = draw.pick(keyNames)
    return {
      id: `key_${draw.letters(16)}`,
      name: many || index > 3 ? `${base} ${index + 1}` : base,
      lastFour: draw.letters(3) + draw.pick(['A', 'Q', '0', 'A']),
      created: `${draw.pick(['Jan', 'Mar', 'May', 'Aug', 'Oct'])} ${draw.between(1, 28)}, 202${draw.between(4, 6)}`,
      project: draw.pick(projects),
    }
  })
  const [first] = keys
  // Now and then two keys end alike, or are called alike.
  if (first && keys.length > 1 && draw.is(0.35)) {
    const other = keys[draw.between(1, keys.length - 1)]
    if (other) Object.assign(other, draw.is(0.5) ? { lastFour: first.lastFour } : { name: first.name })
  }
  return draw.shuffle(keys)
}

function drawGiven(draw: Chance, task: Task, project: string, keys: ListedKey[]): Given {
  const given: Given = {
    name: draw.pick(['Harbour chat', 'night-import-prod', 'Reading list', 'Test 7', 'Équipe devis']),
    project,
    amount: draw.pick([5, 10, 20, 50]),
    permissions: task === 'restrict-key' ? 'restricted' : 'all',
    owner: task === 'service-account-key' ? 'service' : 'you',
  }
  if (keys.length === 0) return given
  const { id, name, lastFour, created } = draw.pick(keys)
  const body = `${draw.letters(74)}T3BlbkFJ${draw.letters(70)}`
  return { ...given, key: { full: `sk-proj-${body}${lastFour}`, lastFour, trackingId: id, name, created } }
}

function drawPaths(draw: Chance, task: Task): Plan['paths'] {
  const project = `proj_${draw.letters(20)}`
  const known: Partial<Record<Task, string[]>> = {
    'set-up-billing': ['/settings/organization/billing/overview', '/settings/organization/billing'],
    'fix-billing': ['/settings/organization/billing/overview', '/settings/organization/billing'],
    'limit-spending': ['/settings/organization/limits', `/settings/${project}/limits`],
    'create-project': ['/projects', '/settings/organization/projects'],
    'monitor-usage': ['/usage', '/analytics/usage'],
    'verify-organization': ['/settings/organization/general', '/settings/organization'],
    'secure-account': ['/settings/profile/security', '/settings/profile/user'],
  }
  const main = draw.pick(
    known[task] ?? [
      '/api-keys',
      '/api-keys',
      '/settings/organization/api-keys',
      `/settings/${project}/api-keys`,
      '/account/api-keys',
    ],
  )
  const start = draw.is(0.12) ? '/home' : main
  const ending = draw.pick(['new', 'create', 'add', 'setup'])
  return {
    start,
    main,
    form: `${main}/${ending}`,
    reveal: `${main}/${draw.pick(['ready', 'done', 'secret'])}`,
    detail: `${main}/detail`,
  }
}
