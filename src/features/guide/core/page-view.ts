/**
 * The part of a running guide that is sent to the page. A page can read whatever is drawn in it, so nothing in it tells which key the
 * guide is about: no label, last four characters, project, tracking id or date. The side panel shows those. Pure.
 */
import type { Guide } from '../../../guides/guide.ts'
import { mapTexts } from '../../../i18n/translate-guide.ts'
import { cardOf, type ViewCard } from './card/card-content.ts'
import type { CardWords } from './card-words.ts'
import { type Known, wants } from './conditions.ts'
import { keyPlaceholder } from './fill-words.ts'
import type { KeyFact, TourView, World } from './tour.ts'
import { type Taught, viewOf } from './view.ts'

declare const pageOnly: unique symbol
/** The only view that a message to a content script accepts. The private symbol makes sure that only this file can make one. */
export type PageView = Pick<TourView, 'guide' | 'step' | 'state' | 'target' | 'wants' | 'watch'> & {
  /** *Show me* may be asked for. */
  showsMe: boolean
  /** This step’s form does what the guide is for: after it is sent, the page is given time to announce that it failed. */
  assures?: true
  /** A form is open or was sent: a page that loads now may show the new key. */
  inForm: boolean
  card: ViewCard
  readonly [pageOnly]: true
}

/** @param isBlind the page has not said what it shows, or it is another one than that which the facts are of */
export function pageViewOf(
  guide: Guide,
  known: Known,
  says: CardWords,
  taught?: Taught,
  isBlind = known.facts?.unseen === true,
): PageView {
  const world = anonymous(known.world, says)
  const seen = viewOf(withoutKeys(guide, known.world), { ...known, world }, says, taught)
  const view = isBlind && isAboutSaved(guide, seen.step) ? withoutClaim(seen, says) : seen
  return {
    guide: view.guide,
    step: view.step,
    state: view.state,
    ...(view.target !== undefined && { target: view.target }),
    ...(view.wants !== undefined && { wants: view.wants }),
    watch: view.watch,
    showsMe: view.can.showMe,
    ...(guide.steps.find(({ id }) => id === view.step)?.assures && { assures: true as const }),
    inForm: known.progress.form !== undefined,
    card: cardOf(view, says),
  } as PageView
}

/** Does the step say of the key in sight that it is saved? */
const isAboutSaved = (guide: Guide, id: string): boolean =>
  wants(
    guide.steps.find(step => step.id === id)?.only,
    question => 'key' in question && question.key === 'saved',
  )

/** Another tab may show another key: there “Now press Done” would be said of one that is lost by it. */
function withoutClaim({ target: _, sentence: __, ...view }: TourView, says: CardWords): TourView {
  return { ...view, state: 'waiting', title: view.guideTitle, words: { do: says.waiting } }
}

/** The guide without placeholders for facts of a key: in their place stands their third part (what a page may show) or their fallback. */
function withoutKeys(guide: Guide, { made, subject }: World): Guide {
  const isNamed = (name: string) => ((!name.startsWith('old') && made) || subject)?.lastFour !== undefined
  const receipt = guide.receipt.filter(({ text }) =>
    [...text.matchAll(keyPlaceholder)].every(([, , , inPanel]) => inPanel !== undefined),
  )
  return mapTexts({ ...guide, receipt }, text =>
    text.replace(keyPlaceholder, (_, name: string, unknown = '…', inPanel = unknown) =>
      isNamed(name) ? inPanel : unknown,
    ),
  )
}

const anonymous = ({ made, subject, ...world }: World, says: CardWords): World => ({
  ...world,
  ...(made && { made: stateOf(made, says) }),
  ...(subject && { subject: stateOf(subject, says) }),
})

/** The key’s state without what identifies it. The reason why its permissions could not be read may name the key, so the page is told to look at the panel instead. */
const stateOf = ({ saved, verdict, rights }: KeyFact, says: CardWords): KeyFact => ({
  saved,
  ...(verdict && { verdict }),
  ...(rights && {
    rights: {
      ...rights,
      ...(rights.note !== undefined && rights.note !== says.asking && { note: says.inPanel }),
    },
  }),
})
