/**
 * Every request that is not a plain GET breaks what OpenAI's published specification (openapi.yaml, August 2026) requires of
 * its endpoint, in at least one way that no default can mend: so it can never become a request that costs something.
 * Read again on 2026-11-21: github.com/openai/openai-openapi, openapi.yaml, components.schemas.CreateChatCompletionRequest
 * (required: model, messages; n: minimum 1, maximum 128), and the official package's types, below, for every endpoint.
 */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { providers } from '../../src/providers/list.ts'
import { requestFor } from '../../src/providers/request.ts'
import { scopeProbes } from '../../src/providers/scopes.ts'
import type { ProbeId } from '../../src/providers/verdict.ts'

type Body = Record<string, unknown>
const missing =
  (...names: string[]) =>
  (body: Body) =>
    names.filter(name => !(name in body)).map(name => `${name} is required`)
const at = (name: string, wrong: (value: unknown) => boolean, rule: string) => (body: Body) =>
  name in body && wrong(body[name]) ? [`${name}: ${rule}`] : []
const all =
  (...rules: ((body: Body) => string[])[]) =>
  (body: Body) =>
    rules.flatMap(rule => rule(body))

const isNot = (type: string) => (value: unknown) => typeof value !== type
const chat = all(
  missing('model', 'messages'),
  at('messages', value => !Array.isArray(value) || value.length < 1, 'at least 1 item'),
  at('n', value => typeof value !== 'number' || value < 1 || value > 128, '1 to 128'),
)

/** What the specification requires, endpoint by endpoint: the parts that matter here. */
const required: Record<string, (body: Body) => string[]> = {
  '/chat/completions': chat,
  '/embeddings': missing('model', 'input'),
  '/images/generations': all(
    missing('prompt'),
    at('n', value => typeof value !== 'number' || value < 1 || value > 10, '1 to 10'),
  ),
  '/audio/speech': missing('model', 'input', 'voice'),
  '/moderations': missing('input'),
  // Nothing is required there, so the types are broken.
  '/responses': all(
    at('model', isNot('string'), 'a string'),
    at('input', value => typeof value !== 'string' && !Array.isArray(value), 'a string or an array'),
    at('max_output_tokens', value => typeof value !== 'number' || value < 16, 'at least 16'),
  ),
  '/files': missing('file', 'purpose'),
  '/fine_tuning/jobs': missing('model', 'training_file'),
  '/assistants': missing('model'),
  '/evals': missing('data_source_config', 'testing_criteria'),
  '/vector_stores': all(
    at('file_ids', value => !Array.isArray(value), 'an array'),
    at('expires_after', value => typeof value !== 'object' || value === null, 'an object'),
  ),
  '/batches': missing('input_file_id', 'endpoint', 'completion_window'),
}

/** The same, as the official package has it: its types are generated from the specification. */
const inPackage: Record<string, [file: string, type: string, required: string[]]> = {
  '/chat/completions': [
    'chat/completions/completions',
    'ChatCompletionCreateParamsBase',
    ['messages', 'model'],
  ],
  '/embeddings': ['embeddings', 'EmbeddingCreateParams', ['input', 'model']],
  '/images/generations': ['images', 'ImageGenerateParamsBase', ['prompt']],
  '/audio/speech': ['audio/speech', 'SpeechCreateParams', ['input', 'model', 'voice']],
  '/moderations': ['moderations', 'ModerationCreateParams', ['input']],
  '/responses': ['responses/responses', 'ResponseCreateParamsBase', []],
  '/files': ['files', 'FileCreateParams', ['file', 'purpose']],
  '/fine_tuning/jobs': ['fine-tuning/jobs/jobs', 'JobCreateParams', ['model', 'training_file']],
  '/assistants': ['beta/assistants', 'AssistantCreateParams', ['model']],
  '/evals': ['evals/evals', 'EvalCreateParams', ['data_source_config', 'testing_criteria']],
  '/vector_stores': ['vector-stores/vector-stores', 'VectorStoreCreateParams', []],
  '/batches': ['batches', 'BatchCreateParams', ['completion_window', 'endpoint', 'input_file_id']],
}

/** Names without a question mark among the fields of an exported interface. */
function requiredFields(file: string, type: string): string[] {
  const source = readFileSync(`node_modules/openai/resources/${file}.d.ts`, 'utf8')
  const body = source.split(`export interface ${type} {`)[1]?.split('\n}')[0] ?? ''
  return [...body.matchAll(/^ {4}(\w+): /gm)].map(found => found[1] ?? '').sort()
}

const posts = [
  ...Object.entries(providers.openai.probes),
  ...Object.entries(scopeProbes).map(([name, one]) => [name, one?.probe] as const),
].filter(([, probe]) => probe?.method === 'POST')

describe('no check can cost money', () => {
  it.each(posts.map(([name]) => name))('%s cannot be a valid request', name => {
    const request = requestFor(
      { provider: 'openai', secret: 'x', providerConfirmed: true },
      name as ProbeId,
      'gpt-5-mini',
    )
    const path = new URL(request?.url ?? '').pathname.replace('/v1', '')
    const rule = required[path]
    expect(rule, `tests/providers/probes.test.ts: write down what ${path} requires`).toBeDefined()
    const body = JSON.parse(request?.body ?? '{}') as Body
    expect(rule?.(body), `${name}: this body would be taken`).not.toEqual([])
    if (name === 'spend')
      expect(rule?.(body).length, 'broken in two ways, should one be loosened').toBeGreaterThanOrEqual(2)
    // Files are sent as multipart; JSON is refused whatever it says.
    expect(request?.headers['content-type']).toBe('application/json')
  })

  it.each(Object.keys(required))('%s requires what the official package says', path => {
    const [file, type, names] = inPackage[path] ?? ['', '', ['unknown endpoint']]
    expect(requiredFields(file, type)).toEqual(names)
    // The rule here misses each of them when it is not there.
    const said = required[path]?.({}) ?? []
    for (const name of names) expect(said).toContain(`${name} is required`)
  })

  it('no other provider is asked with a POST', () => {
    for (const provider of Object.values(providers))
      if (provider.id !== 'openai')
        for (const probe of Object.values(provider.probes)) expect(probe?.method).toBe('GET')
  })

  it('the key’s own model is named, and never decides whether the body is valid', () => {
    const request = requestFor(
      { provider: 'openai', secret: 'x', providerConfirmed: true },
      'spend',
      'gpt-5-mini',
    )
    expect(JSON.parse(request?.body ?? '')).toEqual({ model: 'gpt-5-mini', messages: [], n: 0 })
  })
})
