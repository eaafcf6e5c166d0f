/** The list of models in an answer, with the day on which a model is shut down where the provider tells it. */
import { isObject } from '../provider.ts'

export type Model = { id: string; shutdownDate?: string }

export function readModels(body: string): Model[] {
  let value: unknown
  try {
    value = JSON.parse(body)
  } catch {
    return []
  }
  const rows = Array.isArray(value) ? value : isObject(value) ? (value.data ?? value.models) : undefined
  if (!Array.isArray(rows)) return []
  return rows.slice(0, 5e3).flatMap((row: unknown): Model[] => {
    if (!isObject(row)) return []
    const id =
      typeof row.id === 'string'
        ? row.id
        : typeof row.name === 'string'
          ? row.name.replace(/^models\//, '')
          : ''
    if (!/^[\w.:/@-]{1,120}$/.test(id)) return []
    const day = row.shutdown_date
    return [
      {
        id,
        ...(typeof day === 'string' && /^\d{4}-\d{2}-\d{2}/.test(day) && { shutdownDate: day.slice(0, 10) }),
      },
    ]
  })
}

/** A chat model of the key's own list, the smallest first: for the question about money. */
export function modelToAskWith(models: readonly Model[]): string | undefined {
  const chat = models
    .map(model => model.id)
    .filter(
      id =>
        /^(?:gpt|o\d|chatgpt)/.test(id) && !/audio|realtime|tts|transcribe|image|search|instruct/.test(id),
    )
  return chat.find(id => /nano/.test(id)) ?? chat.find(id => /mini/.test(id)) ?? chat[0]
}
