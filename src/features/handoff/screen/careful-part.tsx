/** The careful call, beside a guide's step that asks for it. It holds no key and names the usual variable. */
import { t } from '../../../i18n/t.ts'
import { sampleModel } from '../core/snippets/sample-models.ts'
import { snippets } from '../core/snippets/snippets.ts'
import { SnippetChoice } from './snippet-choice.tsx'

export default function CarefulPart() {
  const { careful } = snippets({
    provider: 'openai',
    model: sampleModel('openai'),
    prompt: t('Say hello in one short sentence.'),
  })
  return <SnippetChoice title={t('A call that waits and tries again')} choices={careful} />
}
