/** Which models this very key may use: one free request, made with the key that was pulled for the call. */
import { readAnswer, readFailure } from '../providers/index.ts'
import { type KeyToAsk, requestFor } from '../providers/request.ts'
import type { Verdict } from '../providers/verdict.ts'
import { textModels } from '../usage/prices.ts'

export type Models = { ok: true; ids: string[] } | { ok: false; verdict: Verdict }

/** Models that answer in text, cheapest known price first. */
export async function listModels(key: KeyToAsk, signal: AbortSignal): Promise<Models> {
  const request = requestFor(key, 'models')
  if (!request) return { ok: true, ids: [] }
  const { url, method, headers } = request
  try {
    const answer = await fetch(url, {
      method,
      headers,
      signal,
      credentials: 'omit',
      cache: 'no-store',
      redirect: 'error',
      referrerPolicy: 'no-referrer',
    })
    const body = await answer.text()
    const ids = answer.ok ? idsIn(body) : null
    if (ids) return { ok: true, ids: textModels(ids) }
    const verdict = readAnswer(key.provider, 'models', {
      status: answer.status,
      headers: Object.fromEntries(answer.headers),
      body: body.slice(0, 100_000),
    })
    return { ok: false, verdict }
  } catch (thrown) {
    const { name, message } = thrown instanceof Error ? thrown : { name: 'Error', message: '' }
    return { ok: false, verdict: readFailure(key.provider, { name, message, online: navigator.onLine }) }
  }
}

/** `{data: [{id}]}` as most have it, `{models: [{name: 'models/…'}]}` as Gemini and Ollama do, or a bare list. */
function idsIn(body: string): string[] | null {
  let value: unknown
  try {
    value = JSON.parse(body)
  } catch {
    return null
  }
  const holder = value as { data?: unknown; models?: unknown } | null
  const list = Array.isArray(value) ? value : (holder?.data ?? holder?.models)
  if (!Array.isArray(list)) return null
  return list.flatMap((item: { id?: unknown; name?: unknown } | null) => {
    const id = item?.id ?? item?.name
    return typeof id === 'string' ? id.replace(/^models\//, '') : []
  })
}
