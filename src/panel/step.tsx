/** The running guide's step, outside the page's focus trap: the same words as the card, with all its controls. */
import Check from 'lucide-react/icons/check'
import Circle from 'lucide-react/icons/circle'
import CircleDot from 'lucide-react/icons/circle-dot'
import type { GuideAct } from '../extension/messages.ts'
import { send } from '../extension/send.ts'
import type { TourView } from '../tour/tour.ts'
import { useAction } from '../ui/action.ts'
import { FailureNotice, Notice } from '../ui/notice.tsx'
import { ActionButton } from './step-action.tsx'

export function Step({ view }: { view: TourView }) {
  const act = useAction((wanted: GuideAct) => send('screen.guideAct', wanted))
  const go = (wanted: GuideAct) => () => void act.run(wanted)
  const { words } = view
  return (
    <section className="step" data-guide={view.guide} data-step={view.step} aria-label={view.guideTitle}>
      <div className="cluster ends">
        <p className="small quiet">
          {view.guideTitle} · {view.n} of {view.of}
        </p>
        <button type="button" className="link small" onClick={go({ act: 'stop' })}>
          Stop the guide
        </button>
      </div>
      <div className="bar" aria-hidden="true">
        <span style={{ inlineSize: `${(view.n / Math.max(1, view.of)) * 100}%` }} />
      </div>
      <h1 className="hero" aria-live="polite">
        {view.title}
      </h1>
      {view.sentence && <Notice tone="needs">{view.sentence}</Notice>}
      <p className="do">{words.do}</p>
      {words.before && <p className="before">{words.before}</p>}
      {words.why && <p className="quiet">{words.why}</p>}
      {view.look && view.can.showMe && <p>Look for {view.look}.</p>}
      {view.choice && (
        <fieldset className="choices">
          <legend className={view.choice.question === words.do ? 'visually-hidden' : undefined}>
            {view.choice.question}
          </legend>
          {view.choice.options.map(option => (
            <button
              key={option.id}
              type="button"
              className="choice"
              onClick={go({ act: 'choose', option: option.id })}
            >
              <span className="stack tight">
                <strong>{option.label}</strong>
                {option.hint && <span className="small quiet">{option.hint}</span>}
              </span>
            </button>
          ))}
        </fieldset>
      )}
      {view.receipt && (
        <dl className="receipt panel-box">
          {view.receipt.map(line => (
            <div key={line.label} style={{ display: 'contents' }}>
              <dt>{line.label}</dt>
              <dd>{line.text}</dd>
            </div>
          ))}
        </dl>
      )}
      {words.see && (
        <p className="small quiet">
          <strong>You see:</strong> {words.see}
        </p>
      )}
      {words.details && (
        <details>
          <summary className="small quiet">More about this</summary>
          <p className="small">{words.details}</p>
        </details>
      )}
      <div className="cluster">
        {view.action && <ActionButton action={view.action} onPress={go({ act: 'do' })} />}
        {view.button && (
          <button
            type="button"
            className={view.action ? 'button' : 'button main'}
            aria-disabled={act.busy}
            onClick={go({ act: 'done' })}
          >
            {view.button}
          </button>
        )}
        {view.fix && (
          <button type="button" className="button" onClick={go({ act: 'fix' })}>
            Show me how to mend it
          </button>
        )}
        {view.link && (
          <button type="button" className="button" onClick={go({ act: 'go' })}>
            {view.link.label}
          </button>
        )}
        {view.can.back && (
          <button type="button" className="button plain" onClick={go({ act: 'back' })}>
            Back
          </button>
        )}
        {view.can.skip && (
          <button type="button" className="button plain" onClick={go({ act: 'skip' })}>
            Skip
          </button>
        )}
      </div>
      <FailureNotice failure={act.failure} />
      {view.elsewhere && (
        <p className="small quiet">
          This part happens on {view.elsewhere}. Keyway cannot see it and waits here for you.
        </p>
      )}
      {view.steps.length > 0 && (
        <details>
          <summary className="small quiet">All steps of this guide</summary>
          <ol className="steps">
            {view.steps.map(step => (
              <li key={step.id} aria-current={step.state === 'now' ? 'step' : undefined}>
                {step.state === 'done' ? (
                  <Check size={15} aria-label="Done" />
                ) : step.state === 'now' ? (
                  <CircleDot size={15} aria-label="Now" />
                ) : (
                  <Circle size={15} aria-label="To do" />
                )}
                {step.title}
              </li>
            ))}
          </ol>
        </details>
      )}
      <p className="small quiet">Keyway suggests; it never clicks or types for you.</p>
    </section>
  )
}
