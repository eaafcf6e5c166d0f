/** An organization of the practice platform, and questions to it as the worker asks them: by the real handler, without a network. */

import * as v from 'valibot'
import type { Organization } from '../../../src/features/organization/core/organization.ts'
import {
  type LookPorts,
  type Progress,
  readOrganization,
} from '../../../src/features/organization/core/read-organization.ts'
import { adminHandlers } from '../../../src/features/usage/worker/handlers.ts'
import { type Replies, requests } from '../../../src/protocol/messages.ts'
import { readAnswer } from '../../../src/providers/answers/answer-reader.ts'
import type { VaultRecord } from '../../../src/vault/record.ts'
import { apiAnswer } from '../../practice/api.ts'
import {
  initialState,
  newKey,
  newProject,
  type PracticeKey,
  type PracticeState,
} from '../../practice/state.ts'

export const dayLength = 86_400_000
export const dayAgo = (days: number) => new Date(Date.now() - days * dayLength).toISOString().slice(0, 10)

type Answer = Replies['screen.admin']
/** May answer in place of the platform, or change what it answers. */
export type Between = (path: string, ask: () => Promise<Answer>) => Promise<Answer>

export type World = {
  state: PracticeState
  admin: PracticeKey
  asked: string[]
  shown: Organization[]
  progress: Progress[]
  /** What the network answers in place of the platform. */
  refuse(path: string): Response | undefined
  /** What the worker answers to a message of the page. */
  answer(payload: unknown): Promise<Answer>
  look(given?: {
    now?: number
    before?: Organization
    between?: Between
    signal?: AbortSignal
    wait?: LookPorts['wait']
  }): Promise<Organization>
}

export function organizationWorld(): World {
  const state = initialState()
  const admin = newKey({ kind: 'admin', name: 'Owner' }, state)
  state.keys.push(admin)
  const record: VaultRecord = {
    id: 'a',
    provider: 'openai',
    kind: 'admin',
    label: 'A',
    lastFour: admin.secret.slice(-4),
    createdAt: 0,
    secret: admin.secret,
  }
  const handler = adminHandlers({
    fetch: async (address, init) => {
      const url = new URL(address)
      const request = {
        host: url.host,
        method: init.method ?? 'GET',
        path: url.pathname,
        query: url.searchParams,
        headers: { authorization: new Headers(init.headers).get('authorization') ?? '' },
        body: typeof init.body === 'string' ? init.body : '',
      }
      const refused = world.refuse(address.slice(address.indexOf('/v1') + 3))
      if (refused) return refused
      const { answer } = apiAnswer(request, state)
      return new Response(answer.body, { status: answer.status, headers: answer.headers })
    },
    online: () => true,
    reader: async () => readAnswer,
    read: async () => record,
    keep: async () => ({ ok: true, id: 'new' }),
    changeHistory: async () => record,
  })['screen.admin']
  const world: World = {
    state,
    admin,
    asked: [],
    shown: [],
    progress: [],
    refuse: () => undefined,
    answer: payload => handler(v.parse(requests['screen.admin'], payload), { kind: 'screen', url: '' }),
    look({
      now = Date.now(),
      before,
      between = (_: string, ask: () => Promise<Answer>) => ask(),
      signal,
      wait = async () => undefined,
    } = {}) {
      const ports: LookPorts = {
        ask: path => {
          world.asked.push(path)
          return between(path, () => world.answer({ id: 'a', method: 'GET', path }))
        },
        wait,
        signal: signal ?? new AbortController().signal,
        onShow: organization => world.shown.push(organization),
        onProgress: progress => world.progress.push(progress),
      }
      return readOrganization(ports, { admin: 'a', now, before })
    },
  }
  return world
}

/** So many keys in so many projects, a third of which spends, some of it without a key. */
export function populate(state: PracticeState, { projects, keys }: { projects: number; keys: number }): void {
  const places = Array.from({ length: projects }, (_, index) =>
    newProject({ id: `proj_${index}`, name: `Project ${index}`, createdAt: Date.now() - 400 * dayLength }),
  )
  state.projects = places
  for (let index = 0; index < keys; index++) {
    const key = newKey(
      {
        id: `key_${index}`,
        name: `Key ${index}`,
        kind: index % 5 === 0 ? 'service' : 'project',
        project: `proj_${index % projects}`,
        createdAt: Date.now() - (index % 300) * dayLength,
        lastUsedAt: index % 7 === 0 ? null : Date.now() - (index % 200) * dayLength,
        expiresAt: index % 3 === 0 ? Date.now() + (index + 1) * dayLength : null,
        ownerGone: index % 11 === 0,
      },
      state,
    )
    state.keys.push(key)
    if (index % 3 === 0)
      state.usage.push({
        day: dayAgo(index % 60),
        keyId: index % 33 === 0 ? '' : key.id,
        project: key.project,
        model: index % 2 === 0 ? 'gpt-5' : 'text-embedding-3-small',
        kind: index % 2 === 0 ? 'completions' : 'embeddings',
        requests: (index % 9) + 1,
        inputTokens: 10,
        outputTokens: 10,
        dollars: (index % 13) / 10,
      })
  }
}
