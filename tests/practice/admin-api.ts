/** The Admin API (`/v1/organization/...`): spend, usage, projects, keys and limits, for an admin key only. */

import { type ApiRequest, invalid, ok, type Streamed } from './api.ts'
import { type Asked, answer } from './bodies.ts'
import { newKey, newProject, type PracticeKey, type PracticeState, type Project } from './state.ts'

const seconds = (milliseconds: number | null) =>
  milliseconds === null ? null : Math.floor(milliseconds / 1000)
const redacted = (secret: string) =>
  `${secret.slice(0, secret.startsWith('sk-admin') ? 8 : 6)}...${secret.slice(-4)}`

export function adminAnswer(
  request: ApiRequest,
  asked: Asked,
  state: PracticeState,
  key: PracticeKey,
): Streamed {
  const parts = request.path.split('/').slice(3)
  const [area, id, sub, subId] = parts
  const scope =
    area === 'usage' || area === 'costs'
      ? 'api.usage.read'
      : `api.management.${request.method === 'GET' ? 'read' : 'write'}`
  const held = key.permissions !== 'restricted' || key.scopes.includes(scope)
  if (key.kind !== 'admin' || !held) return answer('missing_scope_string', { ...asked, scopes: [scope] })

  const at = `${request.method} ${area}`
  if (at === 'GET costs') return costs(request, asked, state)
  if (at === 'GET usage') return usage(request, asked, state, id ?? '')
  if (at === 'GET admin_api_keys')
    return page(request, asked, state.keys.filter(one => one.kind === 'admin').map(adminKey))
  if (at.endsWith(' spend_limit'))
    return spendLimit(request, asked, state.organization, 'organization.spend_limit')
  if (area === 'spend_alerts') return spendAlerts(request, asked, state.organization.spendAlerts, id)
  if (area === 'projects') {
    if (!id)
      return request.method === 'POST'
        ? createProject(request, asked, state)
        : listProjects(request, asked, state)
    const project = state.projects.find(one => one.id === id)
    if (!project) return invalid(asked, `No project found with id '${id}'.`, null, 'not_found', 404)
    if (!sub) return ok(asked, projectBody(project))
    if (sub === 'archive') {
      project.archived = true
      return ok(asked, projectBody(project))
    }
    if (sub === 'spend_limit') return spendLimit(request, asked, project, 'organization.project.spend_limit')
    // One list for all projects: nothing here asks for more.
    if (sub === 'spend_alerts') return spendAlerts(request, asked, state.organization.spendAlerts, subId)
    if (sub === 'api_keys') return projectKeys(request, asked, state, project, subId)
    if (sub === 'service_accounts') return serviceAccounts(request, asked, state, project, subId)
    if (sub === 'rate_limits') {
      const limits = ['gpt-5', 'gpt-5-mini'].map(model => ({
        object: 'project.rate_limit',
        id: `rl-${model}`,
        model,
        max_requests_per_1_minute: 500,
        max_tokens_per_1_minute: 200000,
      }))
      return page(request, asked, limits)
    }
  }
  if (area === 'users') {
    const { name, email, role } = state.person
    const user = { object: 'organization.user', id: 'user-practice', name, email, role }
    return page(request, asked, [user])
  }
  return answer('unknown_url', asked)
}

function page(request: ApiRequest, asked: Asked, all: { id: string }[]): Streamed {
  const limit = Math.min(100, Number(request.query.get('limit') ?? 20) || 20)
  const after = request.query.get('after')
  const from = after ? all.findIndex(one => one.id === after) + 1 : 0
  const data = all.slice(from, from + limit)
  return ok(asked, {
    object: 'list',
    data,
    first_id: data[0]?.id ?? null,
    last_id: data.at(-1)?.id ?? null,
    has_more: from + limit < all.length,
  })
}

const projectBody = (project: Project) => ({
  id: project.id,
  object: 'organization.project',
  name: project.name,
  created_at: seconds(project.createdAt),
  archived_at: project.archived ? seconds(project.createdAt) : null,
  status: project.archived ? 'archived' : 'active',
})

function listProjects(request: ApiRequest, asked: Asked, state: PracticeState): Streamed {
  const all = request.query.get('include_archived') === 'true'
  return page(request, asked, state.projects.filter(one => all || !one.archived).map(projectBody))
}

function createProject(request: ApiRequest, asked: Asked, state: PracticeState): Streamed {
  const name = String(bodyOf(request).name ?? '')
  if (!name)
    return invalid(asked, "Missing required parameter: 'name'.", 'name', 'missing_required_parameter')
  const project = newProject({ name })
  state.projects.push(project)
  return ok(asked, projectBody(project))
}

const accountOf = ({ id, account }: PracticeKey) => account ?? `svc_acct_${id.slice(4)}`

const keyBody = (key: PracticeKey, state: PracticeState) => ({
  object: 'organization.project.api_key',
  redacted_value: redacted(key.secret),
  name: key.name,
  created_at: seconds(key.createdAt),
  last_used_at: seconds(key.lastUsedAt),
  expires_at: seconds(key.expiresAt),
  id: key.id,
  owner_project_access: key.ownerGone ? 'inactive' : 'active',
  owner:
    key.kind === 'service'
      ? {
          type: 'service_account',
          service_account: {
            object: 'organization.project.service_account',
            id: accountOf(key),
            name: key.name,
          },
        }
      : {
          type: 'user',
          user: {
            object: 'organization.project.user',
            id: 'user-practice',
            name: state.person.name,
            email: state.person.email,
          },
        },
})

const adminKey = (key: PracticeKey) => ({
  object: 'organization.admin_api_key',
  id: key.id,
  name: key.name,
  redacted_value: redacted(key.secret),
  created_at: seconds(key.createdAt),
  expires_at: seconds(key.expiresAt),
  last_used_at: seconds(key.lastUsedAt),
  owner: { type: 'user', id: 'user-practice', name: key.createdBy },
})

function projectKeys(
  request: ApiRequest,
  asked: Asked,
  state: PracticeState,
  project: Project,
  id: string | undefined,
): Streamed {
  const live = state.keys.filter(one => one.project === project.id && one.kind !== 'admin' && !one.revoked)
  // Without the parameter the older rules hold, which leave out keys whose owner has gone.
  const access = request.query.get('owner_project_access') ?? 'active'
  const listed = live.filter(one => access === 'any' || one.ownerGone === (access === 'inactive'))
  if (!id)
    return page(
      request,
      asked,
      listed.map(one => keyBody(one, state)),
    )
  const key = live.find(one => one.id === id)
  if (!key) return invalid(asked, `No API key found with id '${id}'.`, null, 'not_found', 404)
  if (request.method === 'DELETE') {
    key.revoked = true
    key.revokedAt = Date.now()
    return ok(asked, { object: 'organization.project.api_key.deleted', id: key.id, deleted: true })
  }
  if (request.method === 'POST') {
    if (key.expiresAt !== null && key.expiresAt <= Date.now())
      return invalid(asked, 'Expired keys cannot be updated.', null, null)
    const body = bodyOf(request)
    if (typeof body.expires_in_seconds === 'number')
      key.expiresAt = Date.now() + body.expires_in_seconds * 1000
    if (Array.isArray(body.scopes)) {
      key.scopes = body.scopes.map(String)
      key.permissions =
        key.scopes.length === 0 ? 'all' : key.scopes.includes('api.all.read') ? 'read' : 'restricted'
    }
  }
  return ok(asked, keyBody(key, state))
}

function serviceAccounts(
  request: ApiRequest,
  asked: Asked,
  state: PracticeState,
  project: Project,
  id: string | undefined,
): Streamed {
  const accounts = state.keys.filter(
    one => one.project === project.id && one.kind === 'service' && !one.isAccountGone,
  )
  const account = (key: PracticeKey) => ({
    object: 'organization.project.service_account',
    id: accountOf(key),
    name: key.name,
    role: 'member',
    created_at: seconds(key.createdAt),
  })
  if (id) {
    const keys = accounts.filter(one => accountOf(one) === id)
    const [key] = keys
    if (!key) return invalid(asked, `No service account found with id '${id}'.`, null, 'not_found', 404)
    if (request.method === 'POST') return serviceKey(request, asked, state, project, account, id)
    if (request.method !== 'DELETE') return ok(asked, account(key))
    for (const one of keys) Object.assign(one, { revoked: true, revokedAt: Date.now(), isAccountGone: true })
    return ok(asked, { object: 'organization.project.service_account.deleted', id, deleted: true })
  }
  if (request.method === 'GET') {
    const each = new Map(accounts.map(one => [accountOf(one), account(one)]))
    return page(request, asked, [...each.values()])
  }
  return serviceKey(request, asked, state, project, account)
}

function serviceKey(
  request: ApiRequest,
  asked: Asked,
  state: PracticeState,
  project: Project,
  account: (key: PracticeKey) => object,
  /** Another key of this account; absent: a new account. */
  of?: string,
): Streamed {
  const body = bodyOf(request)
  const life = typeof body.expires_in_seconds === 'number' ? body.expires_in_seconds : null
  const key = newKey(
    {
      name: String(body.name ?? 'Service account'),
      kind: 'service',
      project: project.id,
      expiresAt: life === null ? null : Date.now() + life * 1000,
      account: of ?? null,
    },
    state,
  )
  state.keys.push(key)
  const value = {
    object: 'organization.project.service_account.api_key',
    value: key.secret,
    name: 'Secret Key',
    created_at: seconds(key.createdAt),
    id: key.id,
    expires_at: seconds(key.expiresAt),
  }
  return of !== undefined ? ok(asked, value) : ok(asked, { ...account(key), api_key: value })
}

function spendLimit(
  request: ApiRequest,
  asked: Asked,
  of: { spendLimit: number | null; hardLimit: boolean },
  object: string,
): Streamed {
  if (request.method === 'DELETE') {
    of.hardLimit = false
    return ok(asked, { object: `${object}.deleted`, deleted: true })
  }
  if (request.method === 'POST') {
    const cents = bodyOf(request).threshold_amount
    if (typeof cents !== 'number')
      return invalid(asked, "Missing required parameter: 'threshold_amount'.", 'threshold_amount', null)
    of.spendLimit = cents / 100
    of.hardLimit = true
  }
  if (of.spendLimit === null) return invalid(asked, 'No spend limit is set.', null, 'not_found', 404)
  return ok(asked, {
    object,
    threshold_amount: Math.round(of.spendLimit * 100),
    currency: 'USD',
    interval: 'month',
    enforcement: { status: of.hardLimit ? 'enforcing' : 'inactive' },
  })
}

function spendAlerts(
  request: ApiRequest,
  asked: Asked,
  alerts: PracticeState['organization']['spendAlerts'],
  id: string | undefined,
): Streamed {
  const object = 'organization.spend_alert'
  const told = (alert: (typeof alerts)[number]) => ({
    object,
    id: `spend_alert_${Math.round(alert.threshold * 100)}`,
    threshold_amount: Math.round(alert.threshold * 100),
    currency: 'USD',
    interval: 'month',
    notification_channel: { type: 'email', recipients: alert.recipients, subject_prefix: null },
  })
  if (request.method === 'GET') return page(request, asked, alerts.map(told))
  if (request.method === 'DELETE') {
    const at = alerts.findIndex(alert => told(alert).id === id)
    if (at < 0) return invalid(asked, `No spend alert found with id '${id}'.`, null, 'not_found', 404)
    alerts.splice(at, 1)
    return ok(asked, { object: `${object}.deleted`, id, deleted: true })
  }
  const { threshold_amount: cents, notification_channel: channel } = bodyOf(request)
  const recipients = (channel as { recipients?: unknown } | undefined)?.recipients
  if (typeof cents !== 'number' || !Array.isArray(recipients))
    return invalid(asked, "Missing required parameter: 'threshold_amount'.", 'threshold_amount', null)
  const alert = { threshold: cents / 100, recipients: recipients.map(String) }
  alerts.push(alert)
  return ok(asked, told(alert))
}

const dayMs = 86_400_000

/** Buckets of one day or one hour each from `start_time`, grouped as asked, a page of `limit` at a time. */
function buckets(
  request: ApiRequest,
  asked: Asked,
  state: PracticeState,
  line: (rows: PracticeState['usage'], group: string[]) => object[],
): Streamed {
  const start = Number(request.query.get('start_time'))
  if (!start)
    return invalid(
      asked,
      "Missing required parameter: 'start_time'.",
      'start_time',
      'missing_required_parameter',
    )
  const many = (name: string) => [...request.query.getAll(name), ...request.query.getAll(`${name}[]`)]
  const group = many('group_by')
  const projects = many('project_ids')
  const keys = many('api_key_ids')
  // A test's clock may be in tomorrow already, which the last two hours of each day showed.
  const latest = state.usage.reduce((time, row) => Math.max(time, Date.parse(row.day)), Date.now())
  const end = Number(request.query.get('end_time') ?? Math.floor(latest / dayMs + 1) * 86400)
  const isHourly = request.query.get('bucket_width') === '1h'
  const length = isHourly ? 3600 : 86400
  const limit = Math.min(isHourly ? 168 : 180, Number(request.query.get('limit') ?? 7) || 7)
  const first = Number(request.query.get('page') ?? 0) || 0
  const days: object[] = []
  const total = Math.max(0, Math.ceil((end - start) / length))
  for (let index = first; index < Math.min(total, first + limit); index++) {
    const from = start + index * length
    const day = new Date(from * 1000).toISOString().slice(0, 10)
    const hour = new Date(from * 1000).getUTCHours()
    const rows = state.usage.filter(
      row =>
        row.day === day &&
        (!isHourly || (row.hour ?? 12) === hour) &&
        (projects.length === 0 || projects.includes(row.project)) &&
        (keys.length === 0 || keys.includes(row.keyId)),
    )
    days.push({ object: 'bucket', start_time: from, end_time: from + length, results: line(rows, group) })
  }
  const more = first + limit < total
  return ok(asked, {
    object: 'page',
    data: days,
    has_more: more,
    next_page: more ? String(first + limit) : null,
  })
}

/** By the asked fields; one group for all when none is asked. */
function grouped(rows: PracticeState['usage'], fields: string[]): PracticeState['usage'][] {
  const groups = new Map<string, PracticeState['usage']>()
  for (const row of rows) {
    const named: Record<string, string> = {
      project_id: row.project,
      api_key_id: row.keyId,
      model: row.model,
      line_item: row.model,
    }
    const key = fields.map(field => named[field] ?? '').join('|')
    groups.set(key, [...(groups.get(key) ?? []), row])
  }
  return [...groups.values()]
}

/** Costs name what was paid for, “gpt-5, input”, where usage names the model. Output is the dearer part. */
const asLines = (row: PracticeState['usage'][number]): PracticeState['usage'] => [
  { ...row, model: `${row.model}, input`, dollars: row.dollars / 4 },
  { ...row, model: `${row.model}, output`, dollars: row.dollars - row.dollars / 4 },
]

function costs(request: ApiRequest, asked: Asked, state: PracticeState): Streamed {
  return buckets(request, asked, state, (rows, group) =>
    grouped(group.includes('line_item') ? rows.flatMap(asLines) : rows, group).map(some => ({
      object: 'organization.costs.result',
      amount: { value: some.reduce((sum, row) => sum + row.dollars, 0), currency: 'usd' },
      line_item: group.includes('line_item') ? some[0]?.model : null,
      project_id: group.includes('project_id') ? some[0]?.project : null,
      api_key_id: group.includes('api_key_id') ? some[0]?.keyId || null : null,
      quantity: null,
      quantity_unit: null,
    })),
  )
}

function usage(request: ApiRequest, asked: Asked, state: PracticeState, what: string): Streamed {
  return buckets(request, asked, state, (rows, group) =>
    grouped(
      rows.filter(row => (row.kind ?? 'completions') === what),
      group,
    ).map(some => ({
      object: `organization.usage.${what}.result`,
      input_tokens: some.reduce((sum, row) => sum + row.inputTokens, 0),
      input_cached_tokens: 0,
      output_tokens: some.reduce((sum, row) => sum + row.outputTokens, 0),
      num_model_requests: some.reduce((sum, row) => sum + row.requests, 0),
      project_id: group.includes('project_id') ? some[0]?.project : null,
      api_key_id: group.includes('api_key_id') ? some[0]?.keyId || null : null,
      model: group.includes('model') ? some[0]?.model : null,
      user_id: null,
      batch: null,
    })),
  )
}

function bodyOf(request: ApiRequest): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(request.body || '{}')
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
  } catch {
    return {}
  }
}
