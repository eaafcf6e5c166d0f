/** The whole journey as a checklist, each part as Keyway sees it. */

import Circle from 'lucide-react/icons/circle'
import Check from 'lucide-react/icons/circle-check'
import CircleHelp from 'lucide-react/icons/circle-question-mark'
import { plural, t } from '../../../i18n/t.ts'
import { send } from '../../../platform/send.ts'
import { useAction } from '../../../ui/action.ts'
import { FailureNotice } from '../../../ui/notice.tsx'
import { Button } from '../../../ui/pieces/button.tsx'
import { useLocal } from '../../../ui/use-local.ts'
import { useSession } from '../../../ui/use-session.ts'
import { useSettings } from '../../settings/screen/use-settings.ts'
import { type JourneyPart, journey } from './journey-parts.ts'

export function Journey() {
  const vault = useSession('vault')
  const rows = useSession('rows')
  const start = useAction((guide: string) => send('screen.startGuide', { guide }))
  const guidesDone = useLocal('guidesDone') ?? {}
  const { checkEveryMinutes } = useSettings()
  const parts = journey(vault, rows, { guidesDone, checkEveryMinutes })
  const first = parts.find(part => part.state === 'todo') ?? parts.find(part => part.state === 'unseen')
  const newcomer = vault?.status !== 'locked' && (rows ?? []).length === 0
  const isAsked = guidesDone['need-a-key'] === undefined
  return (
    <section className="stack" aria-labelledby="journey">
      <h2 className="hero" id="journey">
        {newcomer ? t('Your way to a working key') : t('Where you are')}
      </h2>
      {newcomer && (
        <>
          <p>
            {t(
              'An API key lets a program use OpenAI’s models. It says who calls, counts what is used, and limits what is allowed. Whoever has it can spend your money: give it only to the program that needs it.',
            )}
          </p>
          {isAsked && <h2>{t('Do you need a key?')}</h2>}
          <Button className="button main wide" isBusy={start.busy} onPress={() => start.run('create-key')}>
            {isAsked ? t('Yes, create a key') : t('Create a key')}
          </Button>
          {isAsked && (
            <Button className="button wide" data-keyway="need-a-key" onPress={() => start.run('need-a-key')}>
              {t('I am not sure')}
            </Button>
          )}
        </>
      )}
      <FailureNotice failure={start.failure} />
      {!newcomer && <Next parts={parts} part={first} onStart={start.run} />}
      <details>
        <summary className="small">{t('Every step of the way')}</summary>
        <ol className="journey">
          {parts.map(part => (
            <Line key={part.id} part={part} first={part === first} onStart={start.run} />
          ))}
        </ol>
      </details>
    </section>
  )
}

type NextProps = {
  parts: JourneyPart[]
  part: JourneyPart | undefined
  onStart: (guide: string) => unknown
}

const around = 2 * Math.PI * 16

/** How far it is, as a ring and in words, and the one thing to do next. */
function Next({ parts, part, onStart }: NextProps) {
  const done = parts.filter(({ state }) => state === 'done').length
  return (
    <div className="next-part" data-keyway="journey-next">
      <svg className="ring" viewBox="0 0 40 40" aria-hidden="true">
        <circle cx="20" cy="20" r="16" />
        {done > 0 && (
          <circle
            className="done"
            cx="20"
            cy="20"
            r="16"
            strokeDasharray={`${(around * done) / parts.length} ${around}`}
          />
        )}
      </svg>
      <span>
        <strong>{part ? t('Next: {title}', { title: part.title }) : t('Every step is done')}</strong>
        <br />
        <span className="small quiet">
          {plural(
            { one: '{done} of {count} step done', other: '{done} of {count} steps done' },
            parts.length,
            { done },
          )}
        </span>
      </span>
      {part?.guide && (
        <Button
          aria-label={t('Guide me: {title}', { title: part.title })}
          onPress={() => part.guide && onStart(part.guide)}
        >
          {t('Guide me')}
        </Button>
      )}
    </div>
  )
}

const icons = { done: Check, todo: Circle, unseen: CircleHelp } as const
const words = { done: t('Done'), todo: t('To do'), unseen: t('Can’t be seen from here') } as const
type LineProps = { part: JourneyPart; first: boolean; onStart: (guide: string) => unknown }

function Line({ part, first, onStart }: LineProps) {
  const Icon = icons[part.state]
  return (
    <li className={first ? 'now' : undefined} data-part={part.id} data-state={part.state}>
      <Icon
        size={16}
        aria-label={words[part.state]}
        role="img"
        className={part.state === 'done' ? 'tone-works' : 'quiet'}
      />
      <span>
        <strong>{part.title}</strong>
        <br />
        <span className="small quiet">{part.seen}</span>
      </span>
      {part.guide && part.state !== 'done' && (
        <Button
          aria-label={t('Guide me: {title}', { title: part.title })}
          onPress={() => part.guide && onStart(part.guide)}
        >
          {t('Guide me')}
        </Button>
      )}
    </li>
  )
}
