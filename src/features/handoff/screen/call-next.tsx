/** After the first answer: which model for what, what the same call costs in other ways, and where to read on. */
import { t } from '../../../i18n/t.ts'
import type { KeyRow } from '../../../protocol/published.ts'
import { useAction } from '../../../ui/action.ts'
import { FailureNotice } from '../../../ui/notice.tsx'
import { guideMe } from '../../guide/screen/guide-me.ts'
import { dollars, type Tokens } from '../../usage/core/prices.ts'
import { modelChoices, savings } from '../core/model-choice.ts'

type Props = { row: KeyRow; models: string[]; model: string; tokens?: Tokens; cost?: number }

/** Read 22 November 2026. */
const links: [string, string][] = [
  [t('Models'), 'https://developers.openai.com/api/docs/models'],
  [t('Batch API'), 'https://developers.openai.com/api/docs/guides/batch'],
  [t('Prompt caching'), 'https://developers.openai.com/api/docs/guides/prompt-caching'],
]

export function CallNext({ row, models, model, tokens, cost }: Props) {
  const start = useAction(() => guideMe('spend-less', row.id))
  if (row.provider !== 'openai') return null
  const choices = modelChoices(models)
  const saved = tokens ? savings(model, tokens, models) : []
  return (
    <details>
      <summary>{t('Which model for what, and what it costs')}</summary>
      <div className="stack">
        <dl className="facts">
          {choices.map(choice => (
            <div key={choice.what}>
              <dt>{choice.what}</dt>
              <dd>
                <code>{choice.model}</code>
                {choice.price && <span className="small quiet"> {choice.price}</span>}
              </dd>
            </div>
          ))}
        </dl>
        {cost !== undefined && saved.length > 0 && (
          <>
            <h4>{t('This call cost {amount}. The same call would cost:', { amount: dollars(cost) })}</h4>
            <dl className="facts">
              {saved.map(saving => (
                <div key={saving.what}>
                  <dt>{saving.what}</dt>
                  <dd>{saving.cost}</dd>
                </div>
              ))}
            </dl>
          </>
        )}
        <div className="cluster">
          <button type="button" className="button" onClick={() => void start.run()}>
            {t('Spend less, step by step')}
          </button>
          {links.map(([label, url]) => (
            <a key={url} href={url} target="_blank" rel="noreferrer">
              {label}
            </a>
          ))}
        </div>
        <FailureNotice failure={start.failure} />
      </div>
    </details>
  )
}
