/** The answer as it streams, what it took, and the same call in the person's own language. */

import { rich } from '../../../i18n/rich.tsx'
import { locale, t } from '../../../i18n/t.ts'
import type { KeyRow } from '../../../protocol/published.ts'
import { Notice } from '../../../ui/notice.tsx'
import { dollars } from '../../usage/core/prices.ts'
import type { CallState } from '../core/call-state.ts'
import type { SnippetSubject } from '../core/snippets/snippet.ts'
import { snippets } from '../core/snippets/snippets.ts'
import { CallNext } from './call-next.tsx'
import { CallVerdict } from './call-verdict.tsx'
import type { CallResult } from './first-call.ts'
import { SnippetChoice } from './snippet-choice.tsx'

type Props = { state: CallState; row: KeyRow; subject: SnippetSubject; models: string[] }

export function CallAnswer({ state, row, subject, models }: Props) {
  if (state.at === 'idle') return null
  const { result } = state
  return (
    <section className="stack" aria-label={t('Answer')}>
      {state.text !== '' && (
        <output className="answer" aria-busy={state.at === 'streaming'} data-keyway="answer">
          {state.text}
        </output>
      )}
      {result?.outcome === 'answered' && result.picture && (
        <img className="answer picture" src={result.picture} alt={subject.prompt} data-keyway="answer" />
      )}
      {state.at === 'streaming' && state.text === '' && (
        <p className="quiet">
          {subject.image
            ? t('Waiting for the picture. That can take half a minute…')
            : t('Waiting for the first word…')}
        </p>
      )}
      <div role="status" className="stack">
        {result?.outcome === 'stopped' && (
          <p className="quiet">
            {result.sent
              ? t('Stopped. You pay for what was generated until then.')
              : t('Stopped. Nothing was sent.')}
          </p>
        )}
        {result?.outcome === 'answered' && <Took result={result} />}
        {result?.outcome === 'failed' && <CallVerdict verdict={result.verdict} row={row} />}
      </div>
      {result?.outcome === 'answered' && (
        <>
          <Notice tone="works">{t('The key works: your program can make the same call.')}</Notice>
          <CallNext
            row={row}
            models={models}
            model={subject.model}
            {...(result.tokens && { tokens: result.tokens })}
            {...(result.cost !== undefined && { cost: result.cost })}
          />
          <SnippetChoice title={t('The same call in your program')} choices={snippets(subject).call} />
          <p className="small quiet">
            {rich(t('It reads the key from the environment: {putThere}.'), {
              putThere: <a href={`#keys/${row.id}/project`}>{t('add it to a project')}</a>,
            })}
          </p>
        </>
      )}
    </section>
  )
}

const oneDigit = new Intl.NumberFormat(locale(), { minimumFractionDigits: 1, maximumFractionDigits: 1 })

function Took({ result }: { result: Extract<CallResult, { outcome: 'answered' }> }) {
  const { tokens, cost, seconds, whole } = result
  return (
    <p className="small quiet">
      {t('{seconds} s', { seconds: oneDigit.format(seconds) })}
      {tokens && t(' · {input} tokens in, {output} out', { input: tokens.input, output: tokens.output })}
      {cost !== undefined && t(' · cost {dollars}', { dollars: dollars(cost) })}
      {!whole && t(' · the answer was cut to keep it cheap')}
    </p>
  )
}
