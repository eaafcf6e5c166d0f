/**
 * The first call: a real answer, streamed the way the person's own program will get it. The key is pulled for the
 * call, by the press, and dropped when it is over.
 */
import { useReducer, useRef, useState } from 'react'
import { useCases } from '../clipboard/use-cases.ts'
import { send } from '../extension/send.ts'
import type { KeyRow } from '../extension/state.ts'
import { useAction } from '../ui/action.ts'
import { FailureNotice } from '../ui/notice.tsx'
import { useProven } from '../ui/proof.tsx'
import { textModels } from '../usage/prices.ts'
import { CallAnswer } from './call-answer.tsx'
import { CallForm } from './call-form.tsx'
import { answering, idle } from './call-state.ts'
import { firstCall } from './first-call.ts'

const maxOutputTokens = 400
const why = 'The key is about to be used for a call.'

export default function CallPart({ row }: { row: KeyRow }) {
  const [models, setModels] = useState<string[] | null>(null)
  const [model, setModel] = useState('')
  const [useCase, setUseCase] = useState(useCases[0]?.id ?? '')
  const chosen = useCases.find(one => one.id === useCase)
  const [prompt, setPrompt] = useState(chosen?.prompt ?? '')
  const [state, tell] = useReducer(answering, idle)
  const stop = useRef<AbortController | null>(null)

  const about = {
    provider: row.provider,
    ...(row.kind && { kind: row.kind }),
    ...(row.baseUrl && { baseUrl: row.baseUrl }),
  }
  const look = useAction(
    () => send('screen.models', { id: row.id }),
    reply => {
      const ids = textModels(reply.models.map(one => one.id))
      setModels(ids)
      setModel(ids[0] ?? '')
    },
  )
  const call = useProven(
    async () => {
      const pulled = await send('screen.pull', { id: row.id, reason: 'call' })
      if (!pulled.ok) return pulled
      const ending = new AbortController()
      stop.current = ending
      tell({ what: 'begin' })
      const instructions = chosen?.instructions
      const result = await firstCall(
        {
          ...about,
          secret: pulled.secret,
          model,
          prompt,
          ...(instructions !== undefined && { instructions }),
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

  if (row.kind === 'admin')
    return (
      <p>An admin key manages the organization. It cannot call models, and must never be in a program.</p>
    )
  return (
    <div className="stack loose">
      {models === null ? (
        <section className="stack narrow">
          <p>
            See your key at work: Keyway asks which models it may use, you choose what to say, and the answer
            streams in as it will in your own program.
          </p>
          <div>
            <button
              type="button"
              className="button main"
              aria-disabled={look.busy}
              onClick={() => void look.run()}
            >
              {look.busy ? 'Asking…' : 'See which models it may use'}
            </button>
          </div>
          <p className="small quiet">That question is free.</p>
        </section>
      ) : models.length === 0 ? (
        <p>This key may use no model that answers in text.</p>
      ) : (
        <CallForm
          row={row}
          models={models}
          model={model}
          onModel={setModel}
          useCase={useCase}
          onUseCase={id => {
            setUseCase(id)
            setPrompt(useCases.find(one => one.id === id)?.prompt ?? '')
          }}
          prompt={prompt}
          onPrompt={setPrompt}
          maxOutputTokens={maxOutputTokens}
          busy={call.busy}
          onCall={() => void call.run()}
          onStop={() => stop.current?.abort()}
        />
      )}
      {call.dialog}
      <FailureNotice failure={look.failure ?? call.failure} />
      <CallAnswer
        state={state}
        row={row}
        subject={{
          ...about,
          model,
          prompt,
          ...(chosen?.instructions && { instructions: chosen.instructions }),
        }}
      />
    </div>
  )
}
