/** Guides: what the page says is so, what a person presses on the card or in the panel. */
import * as v from 'valibot'
import type { CardDesign } from '../../features/guide/core/card-words.ts'
import type { PageView } from '../../features/guide/core/page-view.ts'
import { answers, id, nothing, tail, text } from '../message-fields.ts'

/**
 * `do` carries out the view's action, `go` follows its link or goes to the right page, `choose` answers its choice,
 * `fix` starts the guide that fixes what is in the way, `start` accepts the pill's offer, `report` has the panel look at the page.
 */
const guideAct = v.picklist([
  'back',
  'skip',
  'done',
  'stop',
  'restart',
  'do',
  'go',
  'fix',
  'choose',
  'not-again',
  'off-for-site',
  'open-panel',
  'report',
  'start',
])
/** `step`: the one that was shown when it was pressed. */
const act = v.strictObject({ act: guideAct, option: v.optional(id), step: v.optional(id) })
export type GuideAct = v.InferOutput<typeof act>

/** A record with so many entries at the most. */
const few = <S extends v.GenericSchema<object>>(most: number, record: S) =>
  v.pipe(
    record,
    v.check<v.InferOutput<S>>(entries => Object.keys(entries).length <= most),
  )

/** What is so on the page: booleans and names that the view asked about; of its texts only how keys end that it shows. */
const facts = v.strictObject({
  url: text(2000),
  settled: v.boolean(),
  heading: v.picklist(['expected', 'other', 'none']),
  elements: few(
    200,
    v.record(
      id,
      v.strictObject({
        status: v.picklist(['found', 'likely', 'several', 'hidden', 'ambiguous', 'missing']),
        loose: v.optional(v.literal(true)),
        disabled: v.optional(v.boolean()),
        checked: v.optional(v.boolean()),
        filled: v.optional(v.boolean()),
        focused: v.optional(v.boolean()),
        busy: v.optional(v.literal(true)),
        behind: v.optional(v.literal(true)),
      }),
    ),
  ),
  texts: v.pipe(v.array(text(300)), v.maxLength(100)),
  dialogs: v.pipe(v.array(text(300)), v.maxLength(100)),
  anyDialog: v.boolean(),
  keyShown: v.boolean(),
  keyTail: v.optional(tail),
  rows: v.optional(few(300, v.record(v.pipe(v.string(), v.regex(/^r\d{1,9}$/)), tail))),
  drawn: v.optional(v.boolean()),
  form: v.optional(v.picklist(['open', 'sent', 'closed'])),
  formAfter: v.optional(id),
  pressed: v.optional(id),
  copied: v.optional(v.literal(true)),
  hasTab: v.optional(v.picklist(['named', 'only', 'several'])),
  stopped: v.optional(v.literal(true)),
  lacking: v.optional(v.picklist(['lacking', 'blank', 'choice'])),
  gate: v.optional(v.picklist(['sign-in', 'password', 'phone'])),
})

export const guideMessages = {
  /** `says`: the card's own words. `offer`: the guide that the pill may offer when a key page asks for it; absent: offer nothing. */
  'page.hello': answers<{
    view: PageView | null
    offer?: { guide: string; title: string }
    says: CardDesign
  }>()(v.strictObject({ url: text(2000) })),
  'page.act': act,
  'page.facts': v.strictObject({ guide: id, step: id, facts }),
  /** Put the second script here: *Show me*, and what finds what it taught. */
  'page.loadTaught': nothing,
  /** *Show me*: what the person clicked, as `describe()` says it, to be used first from now on. */
  'page.showMe': v.strictObject({ guide: id, target: id, description: v.record(id, v.unknown()) }),
  'screen.startGuide': v.strictObject({ guide: id, keyId: v.optional(id), cause: v.optional(id) }),
  'screen.guideAct': act,
  'screen.showMe': nothing,
  /** Forgets what *Show me* taught of one thing: 'guide/target'. */
  'screen.forgetShown': v.strictObject({ name: text(130) }),
  /** The person's word on what a page asked for (`SessionItems.pageAsks`). */
  'screen.answerAsk': v.strictObject({
    what: v.picklist(['remember', 'not-again']),
    name: v.pipe(text(130), v.regex(/^[\w.:/-]*$/)),
    yes: v.boolean(),
  }),
}
