/**
 * What a page is told of a running guide. A page can read whatever is drawn in it, so nothing that tells which key a guide is
 * about is among it: no label, last four, project, tracking id or day. The side panel says those. Pure.
 */
import type { Guide } from '../../../guides/guide.ts'
import { mapTexts } from '../../../i18n/translate-guide.ts'
import { cardOf, type ViewCard } from './card/card-content.ts'
import type { CardWords } from './card-words.ts'
import type { Known } from './conditions.ts'
import { keyPlaceholder } from './fill-words.ts'
import type { KeyFact, TourView, World } from './tour.ts'
import { type Taught, viewOf } from './view.ts'

declare const pageOnly: unique symbol
/** Made here and nowhere else: the one kind of view that a message to a content script takes. No more than the page needs. */
export type PageView = Pick<TourView, 'guide' | 'step' | 'state' | 'target' | 'wants' | 'watch'> & {
  /** *Show me* may be asked for. */
  showsMe: boolean
  /** What the guide is for is done by this step's form: once it is sent, the page is given time to say that it came to nothing. */
  assures?: true
  /** A form is open or was sent: a page that is loaded now may show the key that it made. */
  inForm: boolean
  card: ViewCard
  readonly [pageOnly]: true
}

export function pageViewOf(guide: Guide, known: Known, says: CardWords, taught?: Taught): PageView {
  const world = anonymous(known.world, says)
  const view = viewOf(withoutKeys(guide, known.world), { ...known, world }, says, taught)
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

/** What is left has no placeholder for anything of a key: its third part stands there, or its fallback. */
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

/** How it stands, not which it is. Why there is no answer about its rights may be said in words that name it. */
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
