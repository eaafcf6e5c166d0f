/** One of several snippets, chosen by language or tool. */
import { useState } from 'react'
import { t } from '../../../i18n/t.ts'
import type { Snippet } from '../core/snippets/snippet.ts'
import { SnippetBox } from './snippet-box.tsx'

export function SnippetChoice({ title, choices }: { title: string; choices: Snippet[] }) {
  const [id, setId] = useState(choices[0]?.id)
  const chosen = choices.find(choice => choice.id === id) ?? choices[0]
  if (!chosen) return null
  return (
    <section className="stack" aria-label={title}>
      <div className="cluster ends">
        <h3>{title}</h3>
        <select
          aria-label={t('{title}: which tool', { title })}
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
      <SnippetBox snippet={chosen} purpose={title} />
    </section>
  )
}
