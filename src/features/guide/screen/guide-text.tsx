/** A guide as a page to read: prerequisites, steps with their reasons, and what may come in the way. */

import type { Guide } from '../../../guides/guide.ts'
import { t } from '../../../i18n/t.ts'
import { fill } from '../core/fill-words.ts'

type GuideTextProps = { guide: Guide; all: Pick<Guide, 'id' | 'title'>[] }

/** @param all the guides' titles, for the ones that come next. */
export function GuideText({ guide, all }: GuideTextProps) {
  const plain = filler(guide)
  const next = guide.next.flatMap(id => all.find(other => other.id === id) ?? [])
  return (
    <article className="stack loose guide-text">
      {guide.prerequisites && guide.prerequisites.length > 0 && (
        <section className="stack tight">
          <h2>{t('Before you begin')}</h2>
          <ul className="dots-list">
            {guide.prerequisites.map(line => (
              <li key={line}>{plain(line)}</li>
            ))}
          </ul>
        </section>
      )}
      <ol className="guide-steps">
        {guide.steps.map(step => (
          <li key={step.id} className="stack tight">
            <h2>{plain(step.title)}</h2>
            <p>{plain(step.words.do)}</p>
            {step.words.before && <p className="before">{plain(step.words.before)}</p>}
            {step.words.why && <p className="quiet">{plain(step.words.why)}</p>}
            {step.words.see && (
              <p className="small quiet">
                <strong>{t('You see:')}</strong> {plain(step.words.see)}
              </p>
            )}
            {step.words.details && (
              <details>
                <summary className="small quiet">{t('More about this')}</summary>
                <p className="small">{plain(step.words.details)}</p>
              </details>
            )}
            {step.link && (
              <p className="small">
                <a href={step.link.url} target="_blank" rel="noreferrer">
                  {step.link.label}
                </a>
              </p>
            )}
          </li>
        ))}
      </ol>
      {guide.detours.length > 0 && (
        <section className="stack">
          <h2>{t('What may come in the way')}</h2>
          {guide.detours.map(detour => (
            <details key={detour.id}>
              <summary>{plain(detour.title)}</summary>
              <p>{plain(detour.words.do)}</p>
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
