/**
 * api.openai.com as a program meets it: who is asking, may they, is there money, is the request valid, in that order (facts,
 * "Quota probe without cost"). It reads and writes the practice state and knows nothing of sockets.
 */
import { adminAnswer } from './admin-api.ts'
import { type Answer, type Asked, answer, apiHeaders, type ConditionName, isCondition } from './bodies.ts'
import { echo } from './secrets.ts'
import type { PracticeKey, PracticeState } from './state.ts'

export interface ApiRequest {
  host: string
  method: string
  path: string
  query: URLSearchParams
  headers: Record<string, string>
  body: string
}

export interface Streamed extends Answer {
  /** Sent one after another, after the head. */
  chunks?: string[]
}

/** A key's own condition holds for every request, but these only for one that costs money. */
const onlyWhenSpending: readonly string[] = [
  'credit_balance_exhausted',
  'insufficient_quota',
  'billing_not_active',
  'billing_hard_limit',
  'organization_spend_limit',
  'project_spend_limit',
  'usage_limit',
  'rate_limited',
  'slow_down',
  'model_not_found',
  'project_lacks_model',
  'organization_unverified',
]

export const models = [
  { id: 'gpt-5-mini', created: 1754425777, shutdown_date: null },
  { id: 'gpt-5-nano', created: 1754425777, shutdown_date: null },
  { id: 'gpt-5', created: 1754425777, shutdown_date: null },
  { id: 'gpt-4o-mini', created: 1721172741, shutdown_date: '2027-03-31' },
  { id: 'text-embedding-3-small', created: 1705948997, shutdown_date: null },
  { id: 'gpt-image-1', created: 1745517030, shutdown_date: null },
  { id: 'whisper-1', created: 1677532384, shutdown_date: null },
  { id: 'omni-moderation-latest', created: 1731689265, shutdown_date: null },
]

interface Endpoint {
  method: string
  path: RegExp
  scopes: string[]
  refused: 'missing_scope' | 'missing_scope_older' | 'missing_scope_string'
  spends: boolean
  /** A request that got this far. */
  serve(request: ApiRequest, asked: Asked, state: PracticeState, key: PracticeKey): Streamed
}

const endpoint = (
  method: string,
  path: RegExp,
  scopes: string[],
  serve: Endpoint['serve'],
  more: Partial<Endpoint> = {},
): Endpoint => ({ method, path, scopes, refused: 'missing_scope_older', spends: false, serve, ...more })

const emptyList: Endpoint['serve'] = (_, asked) => ok(asked, { object: 'list', data: [], has_more: false })
const needs =
  (parameter: string): Endpoint['serve'] =>
  (_, asked) =>
    invalid(asked, `Missing required parameter: '${parameter}'.`, parameter, 'missing_required_parameter')
const noSuch: Endpoint['serve'] = (_, asked) => invalid(asked, 'Invalid id.', 'id', 'invalid_value')

const capability = { refused: 'missing_scope' as const, spends: true }

const endpoints: Endpoint[] = [
  endpoint('GET', /^\/v1\/models$/, ['api.model.read'], listModels, { refused: 'missing_scope_string' }),
  endpoint('GET', /^\/v1\/models\/[^/]+$/, ['api.model.read'], oneModel, { refused: 'missing_scope_string' }),
  endpoint(
    'POST',
    /^\/v1\/chat\/completions$/,
    ['api.model.request', 'api.model.chat.request'],
    chat,
    capability,
  ),
  endpoint('POST', /^\/v1\/responses$/, ['api.responses.write', 'api.model.request'], respond, {
    refused: 'missing_scope_older',
    spends: true,
  }),
  endpoint('GET', /^\/v1\/responses\/[^/]+$/, ['api.responses.read'], noSuch),
  endpoint(
    'POST',
    /^\/v1\/embeddings$/,
    ['api.model.request', 'api.model.embeddings.request'],
    embed,
    capability,
  ),
  endpoint(
    'POST',
    /^\/v1\/moderations$/,
    ['api.model.request', 'api.model.moderations.request'],
    needs('input'),
    {
      refused: 'missing_scope',
    },
  ),
  endpoint(
    'POST',
    /^\/v1\/images\/generations$/,
    ['api.model.request', 'api.model.images.request'],
    picture,
    capability,
  ),
  endpoint(
    'POST',
    /^\/v1\/audio\/\w+$/,
    ['api.model.request', 'api.model.audio.request'],
    needs('model'),
    capability,
  ),
  endpoint('GET', /^\/v1\/assistants$/, ['api.assistants.read'], betaHeader),
  endpoint('POST', /^\/v1\/assistants$/, ['api.assistants.write'], betaHeader),
  endpoint('GET', /^\/v1\/threads\/[^/]+$/, ['api.threads.read'], betaHeader),
  endpoint('POST', /^\/v1\/threads$/, ['api.threads.write'], betaHeader),
  endpoint('GET', /^\/v1\/fine_tuning\/jobs$/, ['api.fine_tuning.read'], emptyList),
  endpoint('POST', /^\/v1\/fine_tuning\/jobs$/, ['api.fine_tuning.write'], needs('model'), { spends: true }),
  endpoint('GET', /^\/v1\/files$/, ['api.files.read'], emptyList),
  endpoint('POST', /^\/v1\/files$/, ['api.files.write'], wrongMediaType),
  endpoint('GET', /^\/v1\/evals$/, ['api.evals.read'], emptyList),
  endpoint('POST', /^\/v1\/evals$/, ['api.evals.write'], needs('data_source_config')),
  endpoint('GET', /^\/v1\/vector_stores$/, ['api.vector_stores.read'], emptyList),
  endpoint('POST', /^\/v1\/vector_stores$/, ['api.vector_stores.write'], noSuch),
  endpoint('GET', /^\/v1\/batches$/, ['api.batch.read'], emptyList),
  endpoint('POST', /^\/v1\/batches$/, ['api.batch.write'], needs('input_file_id')),
  endpoint('GET', /^\/v1\/me$/, [], me),
]

export function apiAnswer(
  request: ApiRequest,
  state: PracticeState,
): { answer: Streamed; key: PracticeKey | null } {
  const now = Date.now()
  const sent = bearer(request.headers)
  const key = state.keys.find(one => one.secret === sent) ?? null
  const project = state.projects.find(one => one.id === key?.project)
  const rightHost = project?.region ? `${project.region}.api.openai.com` : 'api.openai.com'
  const asked: Asked = {
    method: request.method,
    path: request.path,
    sent,
    echoed: echo(sent),
    model: modelOf(request.body),
    host: request.host,
    rightHost,
    scopes: [],
    project: key?.project ?? '',
    organization: state.organization.id,
  }
  const refuse = (name: ConditionName, more: Partial<Asked> = {}) => ({
    answer: answer(name, { ...asked, ...more }),
    key,
  })

  if (state.api.answer) {
    const forced = state.api.answer
    const headers = { 'content-type': 'application/json', 'x-request-id': 'req_forced', ...forced.headers }
    return { answer: { status: forced.status, headers, body: forced.body }, key }
  }
  if (state.api.condition && isCondition(state.api.condition)) {
    return refuse(state.api.condition, { scopes: ['model.request'] })
  }

  if (sent === '') return refuse('no_key')
  if (!key) return refuse('invalid_api_key')
  if (now - key.createdAt < state.api.newKeyDelay) return refuse('invalid_api_key')
  if (key.revoked && now - (key.revokedAt ?? 0) >= state.api.revokeDelay) return refuse('invalid_api_key')
  if (key.expiresAt !== null && key.expiresAt <= now) return refuse('expired')
  if (project?.archived) return refuse('project_archived')
  if (key.condition && isCondition(key.condition) && !onlyWhenSpending.includes(key.condition)) {
    return refuse(key.condition, { scopes: ['model.request'] })
  }
  if (request.host !== rightHost) return refuse('incorrect_hostname')
  const organizationHeader = request.headers['openai-organization']
  if (organizationHeader && organizationHeader !== state.organization.id)
    return refuse('mismatched_organization')
  const projectHeader = request.headers['openai-project']
  if (projectHeader && projectHeader !== key.project) return refuse('mismatched_project')
  key.lastUsedAt = now

  if (request.path.startsWith('/v1/organization/'))
    return { answer: adminAnswer(request, asked, state, key), key }
  if (request.path.startsWith('/v1/dashboard/')) return refuse('session_key_only')
  const found = endpoints.find(one => one.method === request.method && one.path.test(request.path))
  if (!found) return refuse('unknown_url')

  const missing = missingScopes(key, found.scopes)
  // The API says "model.request" where everything else has the "api." in front.
  if (missing.length > 0) return refuse(found.refused, { scopes: missing.map(shortScope) })
  if (found.spends) {
    const money = moneyTrouble(state, key)
    if (money) return refuse(money)
    if (key.condition && isCondition(key.condition)) return refuse(key.condition)
  }
  return { answer: found.serve(request, asked, state, key), key }
}

function moneyTrouble(state: PracticeState, key: PracticeKey): ConditionName | null {
  if (state.billing.plan === 'inactive') return 'billing_not_active'
  const project = state.projects.find(one => one.id === key.project)
  const spent = (id?: string) =>
    state.usage.filter(row => !id || row.project === id).reduce((sum, row) => sum + row.dollars, 0)
  if (state.organization.hardLimit && spent() >= state.organization.spendLimit)
    return 'organization_spend_limit'
  if (project?.hardLimit && project.spendLimit !== null && spent(project.id) >= project.spendLimit)
    return 'project_spend_limit'
  if (state.billing.credit <= 0) return state.api.moneyWording
  return null
}

function missingScopes(key: PracticeKey, wanted: string[]): string[] {
  if (key.kind === 'admin') return wanted.slice(0, 1)
  if (key.permissions === 'all') return []
  const held = key.permissions === 'read' ? ['api.all.read'] : key.scopes
  const narrowed = held.some(scope => /^api\.model\.\w+\.request$/.test(scope))
  return wanted
    .filter(scope => {
      if (held.includes(scope)) return false
      if (held.includes('api.all.read') && scope.endsWith('.read')) return false
      if (scope.endsWith('.read') && held.includes(scope.replace(/read$/, 'write'))) return false
      // "Model capabilities: Request" alone means all of its children.
      return !(/^api\.model\.\w+\.request$/.test(scope) && held.includes('api.model.request') && !narrowed)
    })
    .slice(0, 1)
}

const shortScope = (scope: string) => (scope === 'api.model.request' ? 'model.request' : scope)

function bearer(headers: Record<string, string>): string {
  return /^bearer\s*(.*)$/i.exec(headers.authorization ?? '')?.[1]?.trim() ?? ''
}

function modelOf(body: string): string {
  const model = parsed(body)?.model
  return typeof model === 'string' ? model : ''
}

function parsed(body: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(body)
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : null
  } catch {
    return null
  }
}

export function ok(asked: Asked, body: unknown, model = false): Streamed {
  return {
    status: 200,
    headers: { 'content-type': 'application/json', ...apiHeaders(asked, model) },
    body: JSON.stringify(body, null, 2),
  }
}

export function invalid(
  asked: Asked,
  message: string,
  param: string | null,
  code: string | null,
  status = 400,
): Streamed {
  return {
    status,
    headers: { 'content-type': 'application/json', ...apiHeaders(asked, true) },
    body: JSON.stringify({ error: { message, type: 'invalid_request_error', param, code } }, null, 2),
  }
}

function listModels(_: ApiRequest, asked: Asked, state: PracticeState, key: PracticeKey): Streamed {
  const data = models
    .filter(model => allowed(state, key, model.id))
    .map(model => ({ ...model, object: 'model', owned_by: 'system' }))
  return ok(asked, { object: 'list', data })
}

function oneModel(request: ApiRequest, asked: Asked): Streamed {
  const id = decodeURIComponent(request.path.split('/').at(-1) ?? '')
  const model = models.find(one => one.id === id)
  return model
    ? ok(asked, { ...model, object: 'model', owned_by: 'system' })
    : answer('model_not_found', { ...asked, model: id })
}

function allowed(state: PracticeState, key: PracticeKey, model: string): boolean {
  const list = state.projects.find(one => one.id === key.project)?.allowedModels ?? []
  return list.length === 0 || list.includes(model)
}

/** Validation comes before the model and the verification of the organization. */
function checked(
  request: ApiRequest,
  asked: Asked,
  state: PracticeState,
  key: PracticeKey,
  input: 'messages' | 'input' | 'prompt',
): Streamed | { body: Record<string, unknown> } {
  const body = parsed(request.body)
  if (!body) {
    return invalid(
      asked,
      "We could not parse the JSON body of your request. (HINT: This likely means you aren't using your HTTP library correctly. The OpenAI API expects a JSON payload, but what was sent was not valid JSON.)",
      null,
      null,
    )
  }
  if (typeof body.model !== 'string' || body.model === '')
    return invalid(asked, 'you must provide a model parameter', null, null)
  const given = body[input]
  if (given === undefined)
    return invalid(asked, `Missing required parameter: '${input}'.`, input, 'missing_required_parameter')
  if (Array.isArray(given) && given.length === 0) {
    const message = `Invalid '${input}': empty array. Expected an array with minimum length 1, but got an empty array instead.`
    return invalid(asked, message, input, 'empty_array')
  }
  if (
    typeof given === 'number' ||
    typeof given === 'boolean' ||
    given === null ||
    (input === 'messages' && !Array.isArray(given))
  ) {
    const message = `Invalid type for '${input}': expected an array of objects, but got ${given === null ? 'null' : `a ${typeof given}`} instead.`
    return invalid(asked, message, input, 'invalid_type')
  }
  for (const limit of ['max_tokens', 'max_completion_tokens', 'max_output_tokens']) {
    const value = body[limit]
    if (value === undefined) continue
    if (typeof value !== 'number' || !Number.isInteger(value)) {
      return invalid(
        asked,
        `Invalid type for '${limit}': expected an integer, but got a ${typeof value} instead.`,
        limit,
        'invalid_type',
      )
    }
    const least = limit === 'max_output_tokens' ? 16 : 1
    if (value < least) {
      const message = `Invalid '${limit}': integer below minimum value. Expected a value >= ${least}, but got ${value} instead.`
      return invalid(asked, message, limit, 'integer_below_min_value')
    }
  }
  for (const [name, least, most] of [
    ['temperature', 0, 2],
    ['top_p', 0, 1],
    ['n', 1, 128],
  ] as const) {
    const value = body[name]
    if (value === undefined) continue
    if (typeof value !== 'number' || value < least || value > most) {
      const message = `Invalid '${name}': expected a value between ${least} and ${most}.`
      return invalid(asked, message, name, 'decimal_out_of_range')
    }
  }
  const model = models.find(one => one.id === body.model)
  if (!model) return answer('model_not_found', { ...asked, model: body.model })
  if (!allowed(state, key, body.model)) return answer('project_lacks_model', asked)
  if (body.stream === true && body.model === 'gpt-5' && !state.organization.verified)
    return answer('organization_unverified', asked)
  return { body }
}

const sentence = 'Hello from the practice copy. This answer was made on your own machine and cost nothing.'

/** An answer that was really given costs something: tests read it in `usage`. */
function bill(state: PracticeState, key: PracticeKey, model: string) {
  const dollars = 0.001
  const day = new Date().toISOString().slice(0, 10)
  const hour = new Date().getUTCHours()
  const row = state.usage.find(one => one.day === day && one.keyId === key.id && one.model === model)
  if (row) {
    row.requests += 1
    row.hour = hour
    row.inputTokens += 12
    row.outputTokens += 20
    row.dollars += dollars
  } else {
    state.usage.push({
      day,
      hour,
      keyId: key.id,
      project: key.project,
      model,
      requests: 1,
      inputTokens: 12,
      outputTokens: 20,
      dollars,
    })
  }
  state.billing.credit = Math.round((state.billing.credit - dollars) * 10000) / 10000
}

function chat(request: ApiRequest, asked: Asked, state: PracticeState, key: PracticeKey): Streamed {
  const seen = checked(request, asked, state, key, 'messages')
  if (!('body' in seen) || 'status' in seen) return seen as Streamed
  bill(state, key, asked.model)
  const base = {
    id: `chatcmpl-practice${Date.now()}`,
    created: Math.floor(Date.now() / 1000),
    model: asked.model,
  }
  const usage = { prompt_tokens: 12, completion_tokens: 20, total_tokens: 32 }
  if (seen.body.stream !== true) {
    const message = { role: 'assistant', content: sentence, refusal: null }
    const choices = [{ index: 0, message, finish_reason: 'stop' }]
    return ok(asked, { ...base, object: 'chat.completion', choices, usage }, true)
  }
  const piece = (delta: unknown, finish: string | null) =>
    `data: ${JSON.stringify({ ...base, object: 'chat.completion.chunk', choices: [{ index: 0, delta, finish_reason: finish }] })}\n\n`
  return streamed(asked, [
    piece({ role: 'assistant', content: '' }, null),
    ...words().map(word => piece({ content: word }, null)),
    piece({}, 'stop'),
    'data: [DONE]\n\n',
  ])
}

function respond(request: ApiRequest, asked: Asked, state: PracticeState, key: PracticeKey): Streamed {
  const seen = checked(request, asked, state, key, 'input')
  if (!('body' in seen) || 'status' in seen) return seen as Streamed
  bill(state, key, asked.model)
  const id = `resp_practice${Date.now()}`
  const item = 'msg_practice1'
  const content = { type: 'output_text', text: sentence, annotations: [] }
  const message = { id: item, type: 'message', status: 'completed', role: 'assistant', content: [content] }
  const whole = (status: string, output: unknown[]) => ({
    id,
    object: 'response',
    created_at: Math.floor(Date.now() / 1000),
    status,
    model: asked.model,
    output,
    error: null,
    incomplete_details: null,
    usage: status === 'completed' ? { input_tokens: 12, output_tokens: 20, total_tokens: 32 } : null,
  })
  if (seen.body.stream !== true) return ok(asked, whole('completed', [message]), true)
  let number = 0
  const event = (type: string, data: object) =>
    `event: ${type}\ndata: ${JSON.stringify({ type, sequence_number: number++, ...data })}\n\n`
  const place = { item_id: item, output_index: 0, content_index: 0 }
  return streamed(asked, [
    event('response.created', { response: whole('in_progress', []) }),
    event('response.output_item.added', {
      output_index: 0,
      item: { ...message, status: 'in_progress', content: [] },
    }),
    event('response.content_part.added', { ...place, part: { ...content, text: '' } }),
    ...words().map(word => event('response.output_text.delta', { ...place, delta: word })),
    event('response.output_text.done', { ...place, text: sentence }),
    event('response.content_part.done', { ...place, part: content }),
    event('response.output_item.done', { output_index: 0, item: message }),
    event('response.completed', { response: whole('completed', [message]) }),
  ])
}

const words = () => sentence.split(/(?<= )/)

const streamed = (asked: Asked, chunks: string[]): Streamed => ({
  status: 200,
  headers: { 'content-type': 'text/event-stream; charset=utf-8', ...apiHeaders(asked, true) },
  body: '',
  chunks,
})

function embed(request: ApiRequest, asked: Asked, state: PracticeState, key: PracticeKey): Streamed {
  const seen = checked(request, asked, state, key, 'input')
  if (!('body' in seen) || 'status' in seen) return seen as Streamed
  bill(state, key, asked.model)
  const embedding = Array.from({ length: 8 }, (_, i) => Math.sin(i))
  const data = [{ object: 'embedding', index: 0, embedding }]
  return ok(
    asked,
    { object: 'list', data, model: asked.model, usage: { prompt_tokens: 3, total_tokens: 3 } },
    true,
  )
}

/** One pixel, in the practice platform's teal. */
const onePixel =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGPgzU4DAAFnAN8rWhfnAAAAAElFTkSuQmCC'

function picture(request: ApiRequest, asked: Asked, state: PracticeState, key: PracticeKey): Streamed {
  // What is missing is said before the model is looked at, which has a default here.
  if (parsed(request.body)?.prompt === undefined) return needs('prompt')(request, asked, state, key)
  const seen = checked(request, asked, state, key, 'prompt')
  if (!('body' in seen) || 'status' in seen) return seen as Streamed
  bill(state, key, asked.model)
  const usage = { input_tokens: 14, output_tokens: 272, total_tokens: 286 }
  return ok(asked, { created: Math.floor(Date.now() / 1000), data: [{ b64_json: onePixel }], usage }, true)
}

function betaHeader(request: ApiRequest, asked: Asked): Streamed {
  if (request.headers['openai-beta']) return ok(asked, { object: 'list', data: [], has_more: false })
  const message =
    "You must provide the 'OpenAI-Beta' header to access the Assistants API. Please try again by setting the header 'OpenAI-Beta: assistants=v2'."
  return invalid(asked, message, null, 'invalid_beta')
}

function wrongMediaType(_: ApiRequest, asked: Asked): Streamed {
  const message = "Unsupported 'Content-Type'. You must use 'multipart/form-data'."
  return invalid(asked, message, null, 'unsupported_content_type', 415)
}

function me(_: ApiRequest, asked: Asked, state: PracticeState): Streamed {
  const { organization, person } = state
  const orgs = {
    object: 'list',
    data: [{ object: 'organization', id: organization.id, title: organization.name }],
  }
  return ok(asked, { object: 'user', id: 'user-practice', email: person.email, name: person.name, orgs })
}
