/** The running guide's step, outside the page's focus trap: the same words as the card, with all its controls. */

import Check from 'lucide-react/icons/check'
import Circle from 'lucide-react/icons/circle'
import { useState } from 'react'
import { t } from '../../../i18n/t.ts'
import { send } from '../../../platform/send.ts'
import type { GuideAct } from '../../../protocol/messages.ts'
import { useAction } from '../../../ui/action.ts'
import { FailureNotice, Notice } from '../../../ui/notice.tsx'
import { Button } from '../../../ui/pieces/button.tsx'
import { shownWords } from '../core/card/shown-words.ts'
import type { TourView } from '../core/tour.ts'
import { Receipt } from './end/receipt.tsx'
import { StepMiniature } from './miniature/miniature.tsx'
import { NextGuides } from './next-guides.tsx'
import { PageReport } from './report/page-report.tsx'
import { ActionButton } from './step-action.tsx'
import { StepChoice } from './step-choice.tsx'
import { StepCode } from './step-code.tsx'
import { StepList } from './step-list.tsx'
import { WhichKey } from './which-key.tsx'

export function Step({ view }: { view: TourView }) {
  const act = useAction((wanted: GuideAct) => send('screen.guideAct', { ...wanted, step: view.step }))
  const show = useAction(() => send('screen.showMe', {}))
  const go = (wanted: GuideAct) => () => void act.run(wanted)
  const { can } = view
  const isAstray = view.link !== undefined && view.state.endsWith('-page')
  const words = shownWords(view.words, view.state, view.sentence)
  const [isNone, setNone] = useState(false)
  // On the wrong page the link to the right one comes first: nothing else of the step can be done there.
  const goThere = view.link && (
    <button
      type="button"
      className={isAstray && !view.action ? 'button main' : 'button'}
      onClick={go({ act: 'go' })}
    >
      {t('Go to {label}', { label: view.link.label })}
    </button>
  )
  return (
    <section className="step" data-guide={view.guide} data-step={view.step} aria-label={view.guideTitle}>
      <div className="cluster ends">
        <p className="small quiet">{view.where}</p>
        <button type="button" className="link small" onClick={go({ act: 'stop' })}>
          {view.kind === 'receipt' ? t('Close the guide') : t('Stop the guide')}
        </button>
      </div>
      <div className="bar" aria-hidden="true">
        <span style={{ inlineSize: `${(view.n / Math.max(1, view.of)) * 100}%` }} />
      </div>
      <h1 className="hero" aria-live="polite" tabIndex={-1}>
        {view.title}
      </h1>
      {view.prerequisites && (
        <div className="small">
          <strong>{t('Before you start')}</strong>
          <ul className="dots-list">
            {view.prerequisites.map(line => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </div>
      )}
      {view.asksKey && !isNone && <WhichKey guide={view.guide} onNone={() => setNone(true)} />}
      {view.sentence && <Notice tone="needs">{view.sentence}</Notice>}
      {view.choice?.question !== words.do && <p className="do">{words.do}</p>}
      {words.before && <p className="before">{words.before}</p>}
      {view.look && !view.sentence?.includes(view.look) && (
        <p>{t('Look for {look}.', { look: view.look })}</p>
      )}
      {view.look && can.showMe && (
        <div className="stack tight">
          <div>
            <Button onPress={show.run}>{t('Show me on the page')}</Button>
          </div>
          <p className="small quiet">
            {t(
              'Not there? Press the right thing on the page once: Keyway remembers it, on this computer only.',
            )}
          </p>
        </div>
      )}
      {view.choice && (
        <StepChoice
          choice={view.choice}
          said={view.kind === 'choice'}
          onChoose={option => void act.run({ act: 'choose', option })}
        />
      )}
      {view.parts && <Parts parts={view.parts} />}
      {view.receipt && <Receipt view={view} lines={view.receipt} />}
      {words.see && (
        <p className="small quiet">
          <strong>{t('You see:')}</strong> {words.see}
        </p>
      )}
      {view.kind === 'step' && <StepMiniature guide={view.guide} step={view.step} />}
      {(words.why || words.details) && (
        <details>
          <summary className="small quiet">{t('More about this')}</summary>
          {words.why && <p className="small">{words.why}</p>}
          {words.details && <p className="small">{words.details}</p>}
        </details>
      )}
      <StepCode guide={view.guide} step={view.step} />
      <div className="cluster">
        {view.action && <ActionButton action={view.action} onPress={go({ act: 'do' })} />}
        {isAstray && goThere}
        {view.button && (
          <button
            type="button"
            className={view.action || view.isWayOn || isAstray ? 'button' : 'button main'}
            aria-disabled={act.busy}
            onClick={go({ act: 'done' })}
          >
            {view.button}
          </button>
        )}
        {view.fix && (
          <button type="button" className="button" onClick={go({ act: 'fix' })}>
            {t('Show me how to fix it')}
          </button>
        )}
        {!isAstray && goThere}
        {can.back && (
          <button type="button" className="button plain" onClick={go({ act: 'back' })}>
            {t('Back')}
          </button>
        )}
        {can.skip && (
          <button type="button" className="button plain" onClick={go({ act: 'skip' })}>
            {t('Skip')}
          </button>
        )}
      </div>
      <FailureNotice failure={act.failure ?? show.failure} />
      {view.elsewhere && (
        <p className="small quiet">
          {view.elsewhere === 'your program'
            ? t('This part happens in your own program. Keyway waits here.')
            : view.elsewhere === 'phone'
              ? t('This part happens on your phone. Keyway waits here.')
              : t('This part happens on {site}. Keyway waits here.', {
                  site: view.elsewhere,
                })}
        </p>
      )}
      {view.kind !== 'receipt' && view.kind !== 'choice' && <PageReport view={view} />}
      <StepList steps={view.steps} />
      {view.kind === 'receipt' && <NextGuides ids={view.next} />}
      {view.prerequisites && (
        <p className="small quiet">{t('Keyway suggests; it never clicks or types for you.')}</p>
      )}
    </section>
  )
}

function Parts({ parts }: { parts: NonNullable<TourView['parts']> }) {
  return (
    <ul className="steps">
      {parts.map(({ label, isDone }) => (
        <li key={label}>
          {isDone ? (
            <Check size={15} role="img" aria-label={t('Done')} />
          ) : (
            <Circle size={15} role="img" aria-label={t('To do')} />
          )}
          {label}
        </li>
      ))}
    </ul>
  )
}
