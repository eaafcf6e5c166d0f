/** A small guide and a page that is only facts: the engine told as a person's story, without a browser. */

import { applyAct } from '../../../src/features/guide/core/apply-act.ts'
import { cardWords } from '../../../src/features/guide/core/card-words.ts'
import { begin, follow } from '../../../src/features/guide/core/follow.ts'
import type {
  ElementFact,
  PageFacts,
  Running,
  TourAct,
  World,
} from '../../../src/features/guide/core/tour.ts'
import { viewOf } from '../../../src/features/guide/core/view.ts'
import { defineGuide } from '../../../src/guides/define-guide.ts'
import type { Guide } from '../../../src/guides/guide.ts'

export const found: ElementFact = { status: 'found' }
export const missing: ElementFact = { status: 'missing' }

export const keysPage = 'https://platform.openai.com/api-keys'

export function page(patch: Partial<PageFacts> = {}): PageFacts {
  return {
    url: keysPage,
    settled: true,
    heading: 'expected',
    elements: {},
    texts: [],
    dialogs: [],
    anyDialog: patch.dialogs !== undefined && patch.dialogs.length > 0,
    keyShown: false,
    ...patch,
  }
}

/** A person in front of a page, with Keyway beside them. */
export function walk(guide: Guide, about: Parameters<typeof begin>[2] = {}) {
  let now = 1_000
  let facts: PageFacts | null = null
  let world: World = { vault: 'unlocked' }
  let progress: Running = begin(guide, now, about)
  const at = () => ({ facts, world, now })
  const view = () => viewOf(guide, { facts, world, progress }, { ...cardWords, direction: 'ltr' })
  const go = () => {
    now += 1_000
    progress = follow(guide, progress, at())
    return view()
  }
  return {
    shows: (next: PageFacts | null) => {
      facts = next
      return go()
    },
    knows: (next: Partial<World>) => {
      world = { ...world, ...next }
      return go()
    },
    says: (said: TourAct) => {
      now += 1_000
      progress = applyAct(guide, progress, said, at())
      return view()
    },
    /** The worker died and came back: only what is in storage is left. */
    forgets: () => {
      progress = JSON.parse(JSON.stringify(progress)) as Running
      return go()
    },
    remembers: (patch: Partial<Running>) => {
      progress = { ...progress, ...patch }
    },
    view,
    progress: () => progress,
  }
}

const target = (name: string) => ({ is: { role: 'button', names: [name] }, look: `a button “${name}”` })
const dialog = { dialog: ['Make it'] }

export const small = defineGuide({
  id: 'small',
  title: 'A small guide',
  summary: 'Done.',
  minutes: 1,
  checked: '2026-11-21',
  sources: ['facts: made up'],
  eras: ['D'],
  choices: [
    {
      id: 'purpose',
      with: 'name',
      question: 'What for?',
      options: [
        { id: 'try', label: 'To try', fill: { name: 'Try-v1' } },
        { id: 'work', label: 'For work', fill: { name: 'Work-v1' } },
      ],
    },
  ],
  targets: {
    opener: target('Open'),
    name: target('Name'),
    project: target('Project'),
    date: target('Date'),
    submit: target('Submit'),
    reveal: target('Key'),
    menu: target('Keys'),
    more: target('More'),
  },
  usual: ['phone'],
  steps: [
    {
      id: 'page',
      title: 'The page',
      words: { do: 'Open it.' },
      target: 'menu',
      via: ['more'],
      link: { url: keysPage, label: 'API keys' },
      done: { page: ['api-keys'] },
    },
    {
      id: 'open',
      title: 'Open',
      page: ['api-keys'],
      when: { all: [{ noDialog: true }, { keyShown: false }] },
      words: { do: 'Press “Open”.' },
      target: 'opener',
      done: dialog,
      blocked: [{ when: { seen: 'detour-phone' }, say: 'Your phone first.' }, { say: 'Ask an owner.' }],
    },
    {
      id: 'name',
      title: 'Name',
      page: ['api-keys'],
      when: dialog,
      words: { do: 'Type “{name|Name}”.' },
      target: 'name',
      done: { all: [{ filled: 'name' }, { not: { focused: 'name' } }] },
    },
    {
      id: 'project',
      title: 'Project',
      page: ['api-keys'],
      when: dialog,
      words: { do: 'Keep it.' },
      target: 'project',
      done: { said: true },
      look: true,
      button: 'Keep',
    },
    {
      id: 'date',
      title: 'Date',
      page: ['api-keys'],
      when: dialog,
      words: { do: 'Choose.' },
      target: 'date',
      done: { filled: 'date' },
      optional: true,
    },
    {
      id: 'submit',
      title: 'Submit',
      page: ['api-keys'],
      when: dialog,
      words: { do: 'Press.' },
      target: 'submit',
      done: { keyShown: true },
    },
    {
      id: 'save',
      title: 'Save',
      when: { keyShown: true },
      words: { do: 'Save it.' },
      target: 'reveal',
      action: 'save-key',
      done: { any: [{ key: 'pending' }, { key: 'saved' }] },
      lost: { title: 'Closed', words: { do: 'It is gone.' }, to: 'open', guide: 'revoke-key' },
    },
    {
      id: 'check',
      title: 'Check',
      words: { do: 'Keyway asks.' },
      action: 'test',
      done: { key: 'accepted' },
    },
  ],
  receipt: [
    { label: 'Made', text: 'Key {label}.' },
    { label: 'Tracking', text: '{trackingId}' },
    { label: 'Expires', text: '{expires|Never}' },
  ],
})

/** The create dialog, with nothing filled in. */
export const dialogOpen = (patch: Record<string, ElementFact> = {}) =>
  page({
    dialogs: ['Make it'],
    elements: {
      name: { ...found, filled: false },
      project: found,
      date: { ...found, filled: false },
      submit: found,
      ...patch,
    },
  })
