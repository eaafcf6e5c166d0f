// @vitest-environment happy-dom
/**
 * Every cause from every place where a guide can be begun for it: the place hands the guide, the key and the reason over. What the
 * worker makes of them for each cause is told in starts.test.ts; both together in a real browser in `npm run soak causes`.
 *
 * @module-tag slow
 */
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { begin } from '../../../src/features/guide/core/follow.ts'
import { GuideSearch } from '../../../src/features/guide/screen/guide-search.tsx'
import GuidesPage from '../../../src/features/guide/screen/guides-page.tsx'
import { createFinder } from '../../../src/features/guide/screen/search/find-guides.ts'
import { WhichKey } from '../../../src/features/guide/screen/which-key.tsx'
import CallPart from '../../../src/features/handoff/screen/call-part.tsx'
import { CallVerdict } from '../../../src/features/handoff/screen/call-verdict.tsx'
import { ExplainForm } from '../../../src/features/health/screen/explain.tsx'
import { FixLine } from '../../../src/features/health/screen/fix-line.tsx'
import { compose, pressed } from '../../../src/features/health/worker/notifications.ts'
import { Row } from '../../../src/features/keys/screen/popup/key-row.tsx'
import { guides } from '../../../src/guides/index.ts'
import type { KeyRow } from '../../../src/protocol/published.ts'
import { wordsFor } from '../../../src/providers/answers/cause-texts.ts'
import { outcomes } from '../../../src/providers/answers/causes.ts'
import { partsOf } from '../../../src/ui/route.ts'
import { followLocalItems } from '../../../src/ui/use-local.ts'
import { followItems } from '../../../src/ui/use-session.ts'
import { local, session, worker } from '../../fake-browser.ts'
import { button, settled, show, until } from '../../in-dom.ts'
import { printed, type Situation, situations } from './causes.ts'

vi.stubGlobal('chrome', { sidePanel: { open: async () => undefined } })
vi.stubGlobal('fetch', async (path: string) => {
  const guide = guides.find(({ id }) => path === `/guides/${id}.json`)
  return new Response(JSON.stringify(guide ?? guides), { status: 200 })
})
await followItems(['vault', 'rows', 'copy', 'checks', 'tour'])
await followLocalItems()

const at = Date.now()
const key: KeyRow = {
  id: 'k1',
  provider: 'openai',
  kind: 'project',
  label: 'Bot',
  lastFour: 'abcd',
  createdAt: 1,
}
const verdictOf = ({ cause }: Situation) => ({ ...outcomes[cause], cause, says: '', at, since: at })
const started = () =>
  worker.sent.filter(({ name }) => name === 'screen.startGuide').map(({ payload }) => payload)
const press = (name: string) => settled(() => button(name).click())

async function paste(field: string, text: string): Promise<void> {
  const place = document.querySelector<HTMLInputElement | HTMLTextAreaElement>(field)
  await settled(() => {
    const set = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(place), 'value')?.set
    set?.call(place, text)
    place?.dispatchEvent(new Event('input', { bubbles: true }))
  })
}

type Start = {
  name: string
  /** Where such a cause cannot occur, and why not. */
  cannot?: (situation: Situation) => string | undefined
  begin: (situation: Situation) => Promise<void>
  /** What is handed over beside the guide. */
  hands: (situation: Situation) => object
  guide?: (situation: Situation) => string
  /** The index is made anew for each: here three causes are enough, all are asked below. */
  isSample?: true
}
const unseen = ({ isSeenByCheck }: Situation) => (isSeenByCheck ? undefined : 'no check sees it: only a call')
const searched = ({ inSearch, guide }: Situation) => inSearch ?? guide

const starts: readonly Start[] = [
  {
    name: 'an explained error, no key of which is in the vault',
    begin: async situation => {
      await show(<ExplainForm />)
      await paste('textarea', printed(situation).replaceAll('abcd', 'wxyz'))
      await until(() => button('Show me how to fix it'))
      await press('Show me how to fix it')
    },
    hands: ({ cause }) => ({ cause }),
  },
  {
    name: 'an explained error that the reader answers before any key is known, and the key chosen after it',
    begin: async ({ guide, cause }) => {
      const guideOf = guides.find(({ id }) => id === guide)
      if (guideOf) await local.set({ tour: begin(guideOf, at, { cause }) })
      await show(<WhichKey guide={guide} onNone={() => undefined} />)
      await until(() => button(/Bot/))
      await press('Bot…abcdWorks')
    },
    hands: ({ cause }) => ({ keyId: 'k1', cause }),
  },
  {
    name: 'a call that failed',
    begin: async situation => {
      await show(<CallVerdict verdict={verdictOf(situation)} row={key} />)
      await press('Show me how to fix it')
    },
    hands: ({ cause }) => ({ keyId: 'k1', cause }),
  },
  {
    name: 'the question before a call that was refused',
    begin: async situation => {
      worker.answer = name =>
        name === 'screen.models' ? { ok: false, code: situation.cause, message: 'No.' } : { ok: true }
      await show(<CallPart row={key} isWanted />)
      await until(() => button('Show me how to fix it'))
      worker.answer = () => ({ ok: true })
      await press('Show me how to fix it')
    },
    hands: ({ cause }) => ({ keyId: 'k1', cause }),
  },
  {
    name: 'the key’s page and its details, after a check',
    cannot: unseen,
    begin: async situation => {
      await show(<FixLine row={{ ...key, verdict: verdictOf(situation) }} />)
      await press('Show me how to fix it')
    },
    // The worker knows what the check said, and tests again where that is old.
    hands: () => ({ keyId: 'k1' }),
  },
  {
    name: 'the popup’s row',
    cannot: unseen,
    begin: async situation => {
      const row = { ...key, verdict: verdictOf(situation) }
      await show(
        <Row
          row={row}
          running={false}
          copied={false}
          isCurrent
          isStandbyReady={false}
          onFocus={() => undefined}
          onOpen={() => undefined}
          onTestFailed={() => undefined}
        />,
      )
      const list = document.querySelector('[popover]')
      await settled(() => list?.dispatchEvent(Object.assign(new Event('toggle'), { newState: 'open' })))
      await settled(() =>
        [...document.querySelectorAll<HTMLElement>('[role="menuitem"]')]
          .find(item => item.textContent?.startsWith('How to fix it'))
          ?.click(),
      )
    },
    hands: () => ({ keyId: 'k1' }),
  },
  {
    name: 'an error pasted into the panel’s search',
    begin: async situation => {
      await show(<GuideSearch />)
      await until(() => expect(document.querySelector('input')).not.toBeNull())
      await paste('input', printed(situation))
      await until(() => expect(document.querySelector('kbd')).not.toBeNull())
      await settled(() => document.querySelector<HTMLElement>('.guide-list button')?.click())
    },
    hands: ({ cause }) => ({ cause }),
    guide: searched,
    isSample: true,
  },
  {
    name: 'an error pasted into the list of guides, by way of the guide’s page',
    begin: async situation => {
      await show(<GuidesPage rest={[]} />)
      await until(() => expect(document.querySelector('input')).not.toBeNull())
      await paste('input', printed(situation))
      await until(() => expect(document.querySelector('kbd')).not.toBeNull())
      const address = document.querySelector<HTMLAnchorElement>('.guide-grid a')?.getAttribute('href') ?? ''
      await show(<GuidesPage rest={partsOf(address).slice(1)} />)
      await until(() => button('Walk me through it'))
      await press('Walk me through it')
    },
    hands: ({ cause }) => ({ cause }),
    guide: searched,
    isSample: true,
  },
]

beforeEach(async () => {
  worker.sent.length = 0
  HTMLElement.prototype.hidePopover = vi.fn()
  await local.remove('tour')
  // The last check was fine: it must not be believed for what failed since.
  const verdict = { ...outcomes.ok, use: 'ready', cause: 'ok', says: '', at, since: at } as const
  await session.set({
    vault: { status: 'unlocked', inboxCount: 0 },
    rows: [{ ...key, verdict }],
    checks: null,
  })
})

const causes = [...new Map(situations.map(one => [one.cause, one])).values()]

describe.each(starts)('$name', ({ begin, cannot, hands, guide = one => one.guide, isSample }) => {
  const possible = causes.filter(one => cannot?.(one) === undefined)
  test.each(isSample ? possible.filter((_, index) => index % 7 === 0) : possible)(
    '$cause',
    async situation => {
      await begin(situation)
      await until(() => expect(started()).toHaveLength(1))
      expect(started()).toEqual([{ guide: guide(situation), ...hands(situation) }])
    },
  )
})

test.each(causes.filter(({ isSeenByCheck }) => isSeenByCheck))(
  'a notification of “$cause”, however long it lies there',
  situation => {
    const note = compose(
      [{ kind: 'bad', keyId: 'k1', provider: 'openai', label: 'Bot', verdict: verdictOf(situation) }],
      wordsFor,
    )
    // What is wrong by then the guide finds out itself.
    expect(pressed(note?.id ?? '')).toEqual({ guide: situation.guide, keyId: 'k1' })
  },
)

describe('an error that is pasted into a search', () => {
  const find = createFinder(guides)
  test.each(situations)('$condition', async situation => {
    const { found, cause } = await find(printed(situation))
    expect([found[0], cause]).toEqual([searched(situation), situation.cause])
  })
})

test('every cause that a guide is named for is in the table', () => {
  const told = new Set(situations.map(({ cause }) => cause))
  const named = (Object.keys(outcomes) as (keyof typeof outcomes)[]).filter(
    cause => wordsFor({ ...outcomes[cause], cause }, key).guide !== undefined,
  )
  // A text that is no key is never sent, so no API answers about it; and what nobody understands is no answer of the API.
  expect(named.filter(cause => !told.has(cause))).toEqual(['malformed_key', 'unrecognised'])
})
