/**
 * What a restricted OpenAI key may do, asked by requests that cannot succeed: rights are looked at before the body is.
 * Each body breaks the published schema of its endpoint (tests/providers/probes.test.ts), so that it can cost nothing.
 */
import type { Probe } from './provider.ts'
import type { ProbeId } from './verdict.ts'

export type ScopeProbe = { area: string; right: string; probe: Probe }

const get = (path: string): Probe => ({ method: 'GET', path })
const post = (path: string, body: Record<string, unknown> = {}): Probe => ({ method: 'POST', path, body })

/** By scope, without `api.`; the right is its last word. */
const asked: Record<string, [area: string, probe: Probe]> = {
  'model.read': ['List of models', get('/models')],
  'model.request': ['Chat completions', post('/chat/completions', { messages: [], n: 0 })],
  'model.embeddings.request': ['Embeddings', post('/embeddings')],
  'model.images.request': ['Images', post('/images/generations', { n: 0 })],
  'model.audio.request': ['Speech', post('/audio/speech')],
  'model.moderations.request': ['Moderation', post('/moderations')],
  'responses.read': ['Responses', get('/responses/1')],
  'responses.write': ['Responses', post('/responses', { model: 0, input: 0, max_output_tokens: 0 })],
  'files.read': ['Files', get('/files?limit=1')],
  'files.write': ['Files', post('/files')],
  'fine_tuning.read': ['Fine-tuning', get('/fine_tuning/jobs?limit=1')],
  'fine_tuning.write': ['Fine-tuning', post('/fine_tuning/jobs')],
  'assistants.read': ['Assistants', get('/assistants?limit=1')],
  'assistants.write': ['Assistants', post('/assistants')],
  'threads.read': ['Threads', get('/threads/1')],
  'evals.read': ['Evals', get('/evals?limit=1')],
  'evals.write': ['Evals', post('/evals')],
  'vector_stores.read': ['Vector stores', get('/vector_stores?limit=1')],
  'vector_stores.write': ['Vector stores', post('/vector_stores', { file_ids: 0, expires_after: 0 })],
  'batch.read': ['Batches', get('/batches?limit=1')],
  'batch.write': ['Batches', post('/batches')],
}

export const scopeProbes: Readonly<Partial<Record<ProbeId, ScopeProbe>>> = Object.fromEntries(
  Object.entries(asked).map(([scope, [area, probe]]) => [
    `scope:api.${scope}`,
    { area, right: scope.split('.').at(-1) ?? '', probe },
  ]),
)
