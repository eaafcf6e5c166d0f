/** One step of a guide, to be read. */
import type { Guide, Step } from '../../../../guides/guide.ts'
import { t } from '../../../../i18n/t.ts'
import { StepMiniature } from '../miniature/miniature.tsx'
import { StepCode } from '../step-code.tsx'
import { ChoiceText } from './choice-text.tsx'

type Props = {
  guide: Guide
  step: Step
  plain: (text: string) => string
  /** It stands under a heading that says when it applies. */
  under?: boolean
}

export function StepText({ guide, step, plain, under = false }: Props) {
  const { words } = step
  const Heading = under ? 'h3' : 'h2'
  // Asked on several steps, it is told at the first.
  const choices = guide.choices.filter(choice => [choice.with].flat()[0] === step.id)
  return (
    <div className="with-miniature">
      <div className="stack tight">
        <Heading>{plain(step.title)}</Heading>
        <p>{plain(words.do)}</p>
        {words.before && <p className="before">{plain(words.before)}</p>}
        {step.parts && (
          <ul className="dots-list">
            {step.parts.map(part => (
              <li key={part.id}>{plain(part.label)}</li>
            ))}
          </ul>
        )}
        {choices.map(choice => (
          <ChoiceText key={choice.id} choice={choice} plain={plain} />
        ))}
        {words.why && <p className="quiet">{plain(words.why)}</p>}
        {words.see && (
          <p className="small quiet">
            <strong>{t('You see:')}</strong> {plain(words.see)}
          </p>
        )}
        {step.optional && step.target !== undefined && (
          <p className="small quiet">{t('Your page does not have it? Leave this step out.')}</p>
        )}
        {(words.details || step.blocked) && (
          <details>
            <summary className="small quiet">{t('More about this')}</summary>
            {words.details && <p className="small">{plain(words.details)}</p>}
            {step.blocked?.map(({ say }) => (
              <p key={say} className="small">
                {plain(say)}
              </p>
            ))}
          </details>
        )}
        <StepCode guide={guide.id} step={step.id} />
        {step.link && (
          <p className="small">
            <a href={step.link.url} target="_blank" rel="noreferrer">
              {step.link.label}
            </a>
          </p>
        )}
      </div>
      <StepMiniature guide={guide.id} step={step.id} />
    </div>
  )
}
