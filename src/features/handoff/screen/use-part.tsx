/** Code that uses the key without holding it, in the person's language and tools. */

import { t } from '../../../i18n/t.ts'
import type { KeyRow } from '../../../protocol/published.ts'
import { sampleModel } from '../core/snippets/sample-models.ts'
import { snippets } from '../core/snippets/snippets.ts'
import { RecipePart } from './recipe-part.tsx'
import { SnippetChoice } from './snippet-choice.tsx'

export default function UsePart({ row }: { row: KeyRow }) {
  const all = snippets({
    provider: row.provider,
    ...(row.kind && { kind: row.kind }),
    ...(row.variable && { variable: row.variable }),
    ...(row.baseUrl && { baseUrl: row.baseUrl }),
    model: sampleModel(row.provider),
    prompt: t('Say hello in one short sentence.'),
  })
  return (
    <div className="stack loose">
      <p>{t('No snippet contains the key. Each reads it from the environment or your secrets tool.')}</p>
      <SnippetChoice title={t('Call it from your program')} choices={all.call} />
      <SnippetChoice title={t('With time-outs, another try, streaming and the cost')} choices={all.careful} />
      <SnippetChoice title={t('Is it set where my program runs?')} choices={all.check} />
      <SnippetChoice title={t('Read it from .env or a container')} choices={all.keep} />
      <SnippetChoice title={t('Keep it in a service')} choices={all.elsewhere} />
      <RecipePart row={row} />
    </div>
  )
}
