/**
 * The first call: a real answer, streamed the way the person's own program will get it. The key is pulled for the
 * call, by the press, and dropped when it is over.
 */
import { useEffect, useReducer, useRef, useState } from 'react'
import { t } from '../../../i18n/t.ts'
import { send } from '../../../platform/send.ts'
import type { KeyRow } from '../../../protocol/published.ts'
import { useAction } from '../../../ui/action.ts'
import { FailureNotice } from '../../../ui/notice.tsx'
import { Button } from '../../../ui/pieces/button.tsx'
import { useProven } from '../../lock/screen/proof.tsx'
import { pictureModels, textModels } from '../../usage/core/prices.ts'
import { answering, idle } from '../core/call-state.ts'
import { type UseCase, useCases } from '../core/use-cases.ts'
import { CallAnswer } from './call-answer.tsx'
import { CallForm } from './call-form.tsx'
import { Refusal } from './call-verdict.tsx'
import { firstCall } from './first-call.ts'

const maxOutputTokens = 400
const first: UseCase = useCases[0] ?? { id: '', label: '', prompt: '' }
const why = t('The key is about to be used for a call.')

/** @param isWanted the person came to call: the free question which models it may use is asked at once */
export default function CallPart({ row, isWanted = false }: { row: KeyRow; isWanted?: boolean }) {
  const [all, setAll] = useState<string[] | null>(null)
  const [model, setModel] = useState('')
  // A picture is offered where the key may make one.
  const offered = useCases.filter(one => modelsFor(one, all ?? [], row.provider).length > 0)
  const [useCase, setUseCase] = useState(first.id)
  const chosen = useCases.find(one => one.id === useCase) ?? first
  const models = modelsFor(chosen, all ?? [], row.provider)
  const [prompt, setPrompt] = useState(first.prompt)
  const [state, tell] = useReducer(answering, idle)
  const stop = useRef<AbortController | null>(null)

  const about = {
    provider: row.provider,
    ...(row.kind && { kind: row.kind }),
    ...(row.baseUrl && { baseUrl: row.baseUrl }),
  }
  function choose(next: UseCase, ids: string[]): void {
    setUseCase(next.id)
    setPrompt(next.prompt)
    setModel(modelsFor(next, ids, row.provider)[0] ?? '')
  }
  const look = useAction(
    () => send('screen.models', { id: row.id }),
    reply => {
      const ids = reply.models.map(one => one.id)
      setAll(ids)
      choose(useCases.find(one => modelsFor(one, ids, row.provider).length > 0) ?? first, ids)
    },
  )
  const call = useProven(
    async () => {
      // “Stop” works from the press on: it may take a while until the worker sends the key.
      const ending = new AbortController()
      stop.current = ending
      tell({ what: 'begin' })
      const pulled = await send('screen.pull', { id: row.id, reason: 'call' })
      if (!pulled.ok) {
        tell({ what: 'none' })
        return pulled
      }
      const { instructions, image } = chosen
      const result = await firstCall(
        {
          ...about,
          secret: pulled.secret,
          model,
          prompt,
          ...(instructions !== undefined && { instructions }),
          ...(image && { image }),
          maxOutputTokens,
          signal: ending.signal,
        },
        piece => tell({ what: 'text', piece }),
      )
      tell({ what: 'end', result })
      return { ok: true as const }
    },
    () => undefined,
    why,
  )

  // Once there is room for the form, another part of the page that is asked for does not take it away.
  const [hasRoom, setHasRoom] = useState(isWanted)
  if (isWanted && !hasRoom) setHasRoom(true)
  const isAdmin = row.kind === 'admin'
  useEffect(() => {
    if (isWanted && !isAdmin) void look.run()
  }, [isWanted, isAdmin, look.run])
  if (isAdmin)
    return (
      <p>
        {t('An admin key manages the organization. It cannot call models, and must never be in a program.')}
      </p>
    )
  return (
    <div className={hasRoom ? 'stack loose call-space' : 'stack loose'}>
      {all === null ? (
        <section className="stack narrow">
          <p>{t('Keyway asks which models this key may use. You choose what to say.')}</p>
          <div>
            <Button className="button main" isBusy={look.busy} onPress={look.run}>
              {look.busy ? t('Asking…') : t('See which models it may use')}
            </Button>
          </div>
          <p className="small quiet">{t('That question is free.')}</p>
        </section>
      ) : offered.length === 0 ? (
        <p>{t('This key may use no model that answers in text or makes pictures.')}</p>
      ) : (
        <CallForm
          row={row}
          models={models}
          model={model}
          onModel={setModel}
          useCases={offered}
          useCase={chosen}
          onUseCase={id => choose(useCases.find(one => one.id === id) ?? first, all)}
          prompt={prompt}
          onPrompt={setPrompt}
          maxOutputTokens={maxOutputTokens}
          busy={call.busy}
          onCall={() => void call.run()}
          onStop={() => stop.current?.abort()}
        />
      )}
      {call.dialog}
      <Refusal failure={look.failure} row={row} />
      <FailureNotice failure={call.failure} />
      <CallAnswer
        state={state}
        row={row}
        models={all ?? []}
        subject={{
          ...about,
          model,
          prompt,
          ...(chosen.instructions && { instructions: chosen.instructions }),
          ...(chosen.image && { image: true }),
        }}
      />
    </div>
  )
}

/** The cheapest fitting first. */
function modelsFor({ image }: UseCase, ids: string[], provider: KeyRow['provider']): string[] {
  if (!image) return textModels(ids)
  return provider === 'openai' ? pictureModels(ids) : []
}
