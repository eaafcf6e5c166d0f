/** What to say, to which model, and what it may cost before the press. */

import { type FormEvent, useRef } from 'react'
import { rich } from '../../../i18n/rich.tsx'
import { t } from '../../../i18n/t.ts'
import { dayOf } from '../../../i18n/time.ts'
import type { KeyRow } from '../../../protocol/published.ts'
import { Button } from '../../../ui/pieces/button.tsx'
import { SelectField } from '../../../ui/pieces/select-field.tsx'
import { TextArea } from '../../../ui/pieces/text-field.tsx'
import {
  checked,
  costAtMost,
  dollars,
  isStale,
  pictureCostAtMost,
  priceOf,
  source,
} from '../../usage/core/prices.ts'
import type { UseCase } from '../core/use-cases.ts'

type Props = {
  row: KeyRow
  models: string[]
  model: string
  onModel: (model: string) => void
  useCases: UseCase[]
  useCase: UseCase
  onUseCase: (id: string) => void
  prompt: string
  onPrompt: (prompt: string) => void
  maxOutputTokens: number
  busy: boolean
  onCall: () => void
  onStop: () => void
}

export function CallForm(props: Props) {
  const { models, model, prompt, busy } = props
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!busy && prompt.trim() !== '') props.onCall()
  }
  const calling = useRef<HTMLButtonElement>(null)
  const stop = () => {
    // “Stop” goes away, and the focus would go with it.
    calling.current?.focus()
    props.onStop()
  }
  return (
    <form className="stack narrow" onSubmit={submit}>
      <SelectField
        label={t('Model')}
        value={model}
        options={models.map(id => [id, id])}
        onChoose={props.onModel}
        hint={t('What this key may use; the cheapest is chosen.')}
      />
      <SelectField
        label={t('What for')}
        value={props.useCase.id}
        options={props.useCases.map(({ id, label }) => [id, label])}
        onChoose={props.onUseCase}
      />
      <TextArea
        label={t('What to say')}
        className="prose"
        maxLength={4000}
        value={prompt}
        onText={props.onPrompt}
      />
      <Cost most={most(props)} />
      <div className="cluster">
        <button ref={calling} type="submit" className="button main" aria-disabled={busy} data-keyway="call">
          {busy ? t('Calling…') : t('Make the call')}
        </button>
        {/* Beside it and not in its place: a press on “Stop” that comes as the answer ends would pay for another call. */}
        {busy && <Button onPress={stop}>{t('Stop')}</Button>}
      </div>
    </form>
  )
}

/** US dollars; undefined when the price is not known. */
function most({ row, model, prompt, useCase, maxOutputTokens }: Props): number | undefined {
  if (row.provider !== 'openai') return undefined
  if (useCase.image) return pictureCostAtMost(model, prompt)
  const price = priceOf(model)
  return price && costAtMost(price, prompt, maxOutputTokens)
}

function Cost({ most }: { most: number | undefined }) {
  if (most === undefined)
    return (
      <p className="small quiet">
        {t(
          'This call costs money. Keyway does not know the price of this model; a short answer is usually far below a cent, a picture can cost several.',
        )}
      </p>
    )
  return (
    <p className="small" data-keyway="cost">
      {rich(t('This call costs at most {amount}.'), { amount: <strong>{dollars(most)}</strong> })}{' '}
      <span className="quiet">
        {rich(
          isStale(Date.now())
            ? t('Prices of {day}, which is a while ago: {prices}.', { day: dayOf(checked) })
            : t('Prices of {day}: {prices}.', { day: dayOf(checked) }),
          {
            prices: (
              <a href={source} target="_blank" rel="noreferrer">
                {t('today’s prices')}
              </a>
            ),
          },
        )}
      </span>
    </p>
  )
}
