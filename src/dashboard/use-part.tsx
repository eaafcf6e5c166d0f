/** Code that uses the key without holding it, in the person's language and tools. */
import { useState } from 'react'
import { type Snippet, snippets } from '../clipboard/snippets.ts'
import type { KeyRow } from '../extension/state.ts'
import { SnippetBox } from './snippet-box.tsx'

const models: Partial<Record<KeyRow['provider'], string>> = {
  openai: 'gpt-5-nano',
  anthropic: 'claude-haiku-4-5',
  gemini: 'gemini-2.5-flash',
  mistral: 'mistral-small-latest',
  groq: 'llama-3.1-8b-instant',
}

export default function UsePart({ row }: { row: KeyRow }) {
  const all = snippets({
    provider: row.provider,
    ...(row.kind && { kind: row.kind }),
    ...(row.baseUrl && { baseUrl: row.baseUrl }),
    model: models[row.provider] ?? 'a-model-of-yours',
    prompt: 'Say hello in one short sentence.',
  })
  return (
    <div className="stack loose">
      <p>None of these holds the key: each reads it from the environment or names where it lies.</p>
      <Group title="Call it from your program" choices={all.call} />
      <Group title="Is it set where my program runs?" choices={all.check} />
      <Group title="Keep it in another tool" choices={all.keep} />
    </div>
  )
}

function Group({ title, choices }: { title: string; choices: Snippet[] }) {
  const [id, setId] = useState(choices[0]?.id)
  const chosen = choices.find(choice => choice.id === id) ?? choices[0]
  if (!chosen) return null
  return (
    <section className="stack" aria-label={title}>
      <div className="cluster ends">
        <h2>{title}</h2>
        <select
          aria-label={`${title}: which`}
          className="narrow-select"
          value={chosen.id}
          onChange={event => setId(event.currentTarget.value)}
        >
          {choices.map(choice => (
            <option key={choice.id} value={choice.id}>
              {choice.label}
            </option>
          ))}
        </select>
      </div>
      <SnippetBox snippet={chosen} />
    </section>
  )
}
