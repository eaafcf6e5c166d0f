/** A guide as a page to read and to print: what you need, what you choose, the steps, and which of them apply when. */
import type { Guide, Step } from '../../../../guides/guide.ts'
import { t } from '../../../../i18n/t.ts'
import { fill } from '../../core/fill-words.ts'
import { ChoiceText } from './choice-text.tsx'
import { conditionInWords } from './condition-words.ts'
import { StepText } from './step-text.tsx'

type GuideTextProps = { guide: Guide; all: Pick<Guide, 'id' | 'title'>[] }

/** @param all the guides' titles, for the ones that come next. */
export function GuideText({ guide, all }: GuideTextProps) {
  const plain = filler(guide)
  const next = guide.next.flatMap(id => all.find(other => other.id === id) ?? [])
  return (
    <article className="stack loose guide-text">
      {guide.prerequisites && guide.prerequisites.length > 0 && (
        <section className="stack tight">
          <h2>{t('Before you start')}</h2>
          <ul className="dots-list">
            {guide.prerequisites.map(line => (
              <li key={line}>{plain(line)}</li>
            ))}
          </ul>
        </section>
      )}
      {guide.choices
        .filter(choice => choice.with === undefined)
        .map(choice => (
          <ChoiceText key={choice.id} choice={choice} plain={plain} />
        ))}
      <ol className="guide-steps">
        {groupsOf(guide).map(({ heading, steps }) =>
          heading === undefined ? (
            steps.map(step => (
              <li key={step.id}>
                <StepText guide={guide} step={step} plain={plain} />
              </li>
            ))
          ) : (
            <li key={steps[0]?.id} className="case">
              <section className="stack">
                <h2>{plain(heading)}</h2>
                {steps.map(step => (
                  <StepText key={step.id} guide={guide} step={step} plain={plain} under />
                ))}
              </section>
            </li>
          ),
        )}
      </ol>
      {guide.detours.length > 0 && (
        <section className="stack">
          <h2>{t('What may come in the way')}</h2>
          {guide.detours.map(detour => (
            <details key={detour.id}>
              <summary>{plain(detour.title)}</summary>
              <p>{plain(detour.words.do)}</p>
              {detour.words.before && <p className="before">{plain(detour.words.before)}</p>}
              {detour.words.why && <p className="quiet">{plain(detour.words.why)}</p>}
            </details>
          ))}
        </section>
      )}
      {next.length > 0 && (
        <p>
          {t('Next:')}{' '}
          {next.map(({ id, title }, index) => (
            <span key={id}>
              {index > 0 && ', '}
              <a href={`#guides/${id}`}>{title}</a>
            </span>
          ))}
        </p>
      )}
    </article>
  )
}

type Group = { heading?: string; steps: Step[] }

/** Steps that apply in the same case stand together under it; those for everybody are counted. */
function groupsOf(guide: Guide): Group[] {
  const groups: Group[] = []
  for (const step of guide.steps) {
    const heading = step.only && (conditionInWords(guide, step.only) ?? t('If it applies to you'))
    const last = groups.at(-1)
    if (last && last.heading === heading) last.steps.push(step)
    else groups.push({ ...(heading !== undefined && { heading }), steps: [step] })
  }
  return groups
}

/** Without a running guide most placeholders have no value, and say what stands after their bar. */
const stands = {
  name: 'Production-Chatbot-v1',
  label: t('your key'),
  lastFour: t('its last four characters'),
  trackingId: t('its tracking id'),
  project: t('your project'),
  expires: t('its expiry'),
  oldLabel: t('your key'),
}

/** What is filled in by answers is shown by the example of the first one. */
function filler({ choices }: Guide): (text: string) => string {
  const examples = choices.map(({ options }) => options[0]?.fill ?? {})
  const chosen = choices.map(({ id }) => [`choice:${id}`, t('what you chose')])
  const values = Object.assign({}, stands, ...examples, Object.fromEntries(chosen))
  return text => fill(text, values)
}
