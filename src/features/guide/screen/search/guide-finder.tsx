/**
 * The search field over the guides and what it found: best first, Enter takes the first, arrows move through the list. It asks
 * nothing of the vault. An error that was pasted can be explained in its place.
 */
import {
  lazy,
  type ReactNode,
  type RefObject,
  Suspense,
  useDeferredValue,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react'
import { plural, t } from '../../../../i18n/t.ts'
import { scrub } from '../../../../providers/answers/scrub.ts'
import type { Cause } from '../../../../providers/verdict.ts'
import { Button } from '../../../../ui/pieces/button.tsx'
import { SearchField } from '../../../../ui/pieces/search-field.tsx'
import { useWindowEvent } from '../../../../ui/pieces/use-window-event.ts'
import { looksLikeError } from '../../core/search/looks-like-error.ts'
import type { GuideLine } from '../guide-list.ts'
import { createFinder, type Found } from './find-guides.ts'
import type { Section } from './guide-sections.ts'

const Explain = lazy(() => import('../../../health/screen/explain.tsx'))

type Props = {
  guides: GuideLine[]
  /** @param cause what an error that was pasted says is wrong */
  onChoose: (guide: string, cause: Cause | undefined) => void
  listClass: string
  /** What stands there before a word is typed; all guides in one list, when left out. */
  unasked?: Section[]
  /** One guide; `mark` tells which one Enter takes. */
  renderLine: (guide: GuideLine, mark: ReactNode, cause: Cause | undefined) => ReactNode
  /** What stands above the field. */
  children: ReactNode
}

export function GuideFinder({ guides, onChoose, listClass, unasked, renderLine, children }: Props) {
  const [text, setText] = useState('')
  const [isExplaining, setExplaining] = useState(false)
  const place = useRef<HTMLElement>(null)
  useArrows(place)
  const find = useMemo(() => createFinder(guides), [guides])
  const { asked, found, nearest, cause } = useMatches(find, useDeferredValue(text.trim()))
  const lineOf = (id: string) => guides.filter(guide => guide.id === id)
  const shown: Section[] =
    asked === ''
      ? (unasked ?? [{ name: '', guides }])
      : [{ name: '', guides: (found.length > 0 ? found : nearest).flatMap(lineOf) }]
  const [first] = asked === '' ? [] : found.flatMap(lineOf)

  if (isExplaining)
    return (
      <Suspense>
        <Explain initial={text} onDone={() => setExplaining(false)} />
      </Suspense>
    )
  return (
    <search className="stack" ref={place}>
      {children}
      <form
        onSubmit={event => {
          event.preventDefault()
          // What is painted may be behind what was typed: Enter takes the first for the words in the field.
          if (text.trim() !== '')
            void find(text.trim()).then(({ found: [id], cause }) => id && onChoose(id, cause))
        }}
      >
        <SearchField
          label={t('Search guides')}
          placeholder={t('What do you want to do?')}
          text={text}
          onText={setText}
        />
      </form>
      <p role="status" className="small quiet">
        {asked !== '' && resultWords(asked, found.length, nearest.length, first?.title)}
      </p>
      {looksLikeError(asked) && <Button onPress={() => setExplaining(true)}>{t('Explain an error')}</Button>}
      {shown.map(section => (
        <div key={section.name} className="stack">
          {section.name !== '' && <h2>{section.name}</h2>}
          <ul className={listClass}>
            {section.guides.map(guide => (
              <li key={guide.id}>
                {renderLine(guide, guide === first && enterMark, guide === first ? cause : undefined)}
              </li>
            ))}
          </ul>
        </div>
      ))}
    </search>
  )
}

/** Said by the words above the list already. */
const enterMark = (
  <span aria-hidden="true">
    <kbd>{t('Enter')}</kbd>
  </span>
)

const none: Found & { asked: string } = { asked: '', found: [], nearest: [] }

/** `asked` is what the rest answers; it stays behind the field until the answer is there. */
function useMatches(find: ReturnType<typeof createFinder>, asked: string) {
  const [answer, setAnswer] = useState(none)
  useEffect(() => {
    const done = new AbortController()
    if (asked === '') setAnswer(none)
    else
      void find(asked).then(matches => {
        if (!done.signal.aborted) setAnswer({ asked, ...matches })
      })
    return () => done.abort()
  }, [find, asked])
  return answer
}

function resultWords(asked: string, found: number, nearest: number, title = ''): string {
  if (found > 0)
    return plural(
      {
        one: 'One guide. Press Enter for “{title}”.',
        other: '{count} guides. Press Enter for “{title}”.',
      },
      found,
      { title },
    )
  // A key that was pasted by mistake is not said again.
  const whole = scrub(asked)
  const question = whole.length > 60 ? `${whole.slice(0, 60)}…` : whole
  return nearest > 0
    ? t('Nothing for “{question}”. Nearest:', { question })
    : t('Nothing for “{question}”. Try other words, like billing, limit or error.', { question })
}

/** Arrows go from the field into the list, through it, and back. */
function useArrows(place: RefObject<HTMLElement | null>) {
  useWindowEvent('keydown', event => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step === undefined) return
    const stops = [...(place.current?.querySelectorAll<HTMLElement>('input, li a, li button') ?? [])]
    const current = stops.findIndex(stop => stop.contains(document.activeElement))
    const next = current < 0 ? undefined : stops[current + step]
    if (!next) return
    event.preventDefault()
    next.focus()
  })
}
