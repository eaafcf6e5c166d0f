/**
 * What a restricted OpenAI key may do, asked by requests that cannot succeed: rights are looked at before the body is.
 * Each body breaks the published schema of its endpoint (tests/providers/probes.test.ts), so that it can cost nothing.
 */
import type { Probe } from './provider.ts'
import type { ProbeId } from './verdict.ts'

export type ScopeProbe = { area: string; right: 'read' | 'write' | 'request'; probe: Probe }

const get = (path: string): Probe => ({ method: 'GET', path })
const post = (path: string, body: Record<string, unknown> = {}): Probe => ({ method: 'POST', path, body })

export const scopeProbes: Readonly<Partial<Record<ProbeId, ScopeProbe>>> = {
  'scope:api.model.read': { area: 'List of models', right: 'read', probe: get('/models') },
  'scope:api.model.request': {
    area: 'Chat completions',
    right: 'request',
    probe: post('/chat/completions', { messages: [], n: 0 }),
  },
  'scope:api.model.embeddings.request': { area: 'Embeddings', right: 'request', probe: post('/embeddings') },
  'scope:api.model.images.request': {
    area: 'Images',
    right: 'request',
    probe: post('/images/generations', { n: 0 }),
  },
  'scope:api.model.audio.request': { area: 'Speech', right: 'request', probe: post('/audio/speech') },
  'scope:api.model.moderations.request': {
    area: 'Moderation',
    right: 'request',
    probe: post('/moderations'),
  },
  'scope:api.responses.read': { area: 'Responses', right: 'read', probe: get('/responses/1') },
  'scope:api.responses.write': {
    area: 'Responses',
    right: 'write',
    probe: post('/responses', { model: 0, input: 0, max_output_tokens: 0 }),
  },
  'scope:api.files.read': { area: 'Files', right: 'read', probe: get('/files?limit=1') },
  'scope:api.files.write': { area: 'Files', right: 'write', probe: post('/files') },
  'scope:api.fine_tuning.read': {
    area: 'Fine-tuning',
    right: 'read',
    probe: get('/fine_tuning/jobs?limit=1'),
  },
  'scope:api.fine_tuning.write': { area: 'Fine-tuning', right: 'write', probe: post('/fine_tuning/jobs') },
  'scope:api.assistants.read': { area: 'Assistants', right: 'read', probe: get('/assistants?limit=1') },
  'scope:api.assistants.write': { area: 'Assistants', right: 'write', probe: post('/assistants') },
  'scope:api.threads.read': { area: 'Threads', right: 'read', probe: get('/threads/1') },
  'scope:api.evals.read': { area: 'Evals', right: 'read', probe: get('/evals?limit=1') },
  'scope:api.evals.write': { area: 'Evals', right: 'write', probe: post('/evals') },
  'scope:api.vector_stores.read': {
    area: 'Vector stores',
    right: 'read',
    probe: get('/vector_stores?limit=1'),
  },
  'scope:api.vector_stores.write': {
    area: 'Vector stores',
    right: 'write',
    probe: post('/vector_stores', { file_ids: 0, expires_after: 0 }),
  },
  'scope:api.batch.read': { area: 'Batches', right: 'read', probe: get('/batches?limit=1') },
  'scope:api.batch.write': { area: 'Batches', right: 'write', probe: post('/batches') },
}
