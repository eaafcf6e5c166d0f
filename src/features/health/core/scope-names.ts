/** The areas and rights of a restricted key, as people call them. The table of what is asked (providers/scopes.ts) is the worker's. */
import { t } from '../../../i18n/t.ts'

const areas: Record<string, string> = {
  'List of models': t('List of models'),
  'Chat completions': t('Chat completions'),
  Embeddings: t('Embeddings'),
  Images: t('Images'),
  Speech: t('Speech'),
  Moderation: t('Moderation'),
  Responses: t('Responses'),
  Files: t('Files'),
  'Fine-tuning': t('Fine-tuning'),
  Assistants: t('Assistants'),
  Threads: t('Threads'),
  Evals: t('Evals'),
  'Vector stores': t('Vector stores'),
  Batches: t('Batches'),
}

const rights: Record<string, string> = { read: t('read'), write: t('write'), request: t('request') }

export const areaWord = (area: string): string => areas[area] ?? area
export const rightWord = (right: string): string => rights[right] ?? right
