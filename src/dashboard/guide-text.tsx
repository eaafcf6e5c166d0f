/** A guide as a page to read: prerequisites, steps with their reasons, and what may come in the way. */
import { t } from '../extension/texts.ts'
import type { Guide } from '../guides/guide.ts'

export function GuideText({ guide }: { guide: Guide }) {
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
            <h2>{step.title}</h2>
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
              <summary>{detour.title}</summary>
              <p>{plain(detour.words.do)}</p>
              {detour.words.why && <p className="quiet">{plain(detour.words.why)}</p>}
            </details>
          ))}
        </section>
      )}
      {guide.next.length > 0 && (
        <p>
          {t('Next:')}{' '}
          {guide.next.map((id, index) => (
            <span key={id}>
              {index > 0 && ', '}
              <a href={`#guides/${id}`}>{id.replaceAll('-', ' ')}</a>
            </span>
          ))}
        </p>
      )}
    </article>
  )
}

const stands: Record<string, string> = {
  name: t('a name such as Production-Chatbot-v1'),
  label: t('your key'),
  lastFour: t('its last four characters'),
  trackingId: t('its tracking id'),
  project: t('your project'),
  expires: t('its expiry'),
  cause: t('the cause'),
}

/** Without a running guide the placeholders have no value: they are said in words. */
function plain(text: string): string {
  return text.replace(/\{(\w+)(?::[\w-]+)?\}/g, (_, name: string) => stands[name] ?? t('what you chose'))
}
