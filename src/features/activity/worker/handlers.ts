/** Which messages are noted as what, once they were answered; and what screens may ask of the activity. */
import { isFailure } from '../../../protocol/failure.ts'
import type { activityMessages } from '../../../protocol/messages/activity-messages.ts'
import type { Handlers, Replies, Request, RequestName, Sender } from '../../../protocol/messages.ts'
import { parseJson } from '../../../providers/answers/parse-json.ts'
import { isObject } from '../../../providers/provider.ts'
import type { Act, ActivityEntry } from '../core/activity.ts'
import type { ActivityLog } from './activity-log.ts'

type Noted = Omit<ActivityEntry, 'at'> | undefined
type Done<N extends RequestName> = Extract<Replies[N], { ok: true }>

const onKey = (act: Act) => (request: { id: string }) => ({ act, key: request.id })
const count = (act: Act, many: number): Noted => (many > 0 ? { act, count: many } : undefined)

const pulls = {
  reveal: 'revealed',
  call: 'called',
  write: 'written',
  encrypt: 'written',
  export: 'exported',
  plain: 'exportedPlain',
} as const

/** What is noted of a message that was done. */
const whenDone: { [N in RequestName]?: (request: Request<N>, reply: Done<N>) => Noted } = {
  'screen.paste': (_, { id }) => ({ act: 'saved', key: id }),
  'screen.commit': (_, { id }) => ({ act: 'saved', key: id }),
  'screen.import': (_, reply) => count('imported', reply.count),
  'screen.syncApply': ({ changes, from = [] }, { left }) => {
    const noted = count('synced', changes.length - left.length)
    return noted && from.length > 0 ? { ...noted, label: from.join(', ').slice(0, 200) } : noted
  },
  'screen.copy': onKey('copied'),
  'screen.pull': ({ id, reason }) => ({ act: pulls[reason], key: id }),
  'screen.test': onKey('tested'),
  'screen.edit': onKey('edited'),
  'screen.remove': onKey('deleted'),
  'screen.undoRemove': onKey('saved'),
  'screen.rotateVaultKey': () => ({ act: 'vaultKey' }),
  'screen.keepSealed': ({ act, key }) => act && { act, ...(key !== undefined && { key }) },
  'screen.admin': ({ id, method, path }, { body }) => {
    if (method === 'GET') return undefined
    const limit = /(proj_\w+)?\/spend_/.exec(path)
    if (limit) return { act: 'limitThere', key: id, ...(limit[1] && { label: limit[1] }) }
    if (/\/(?:api_keys|service_accounts)\//.test(path))
      return {
        act: method === 'DELETE' ? 'deletedThere' : 'changedThere',
        key: id,
        label: path.slice(path.lastIndexOf('/') + 1),
      }
    // Of a service account's new key the reply says under which id it was saved.
    const made = path.endsWith('/service_accounts') ? parseJson(body) : undefined
    return isObject(made) && typeof made.kept === 'string' ? { act: 'saved', key: made.kept } : undefined
  },
}
type Handle = (request: unknown, sender: Sender) => Promise<unknown>

/** The same handlers; what they did is noted after their answer, which does not wait for that. */
export function noting(handlers: Handlers, log: Log): Handlers {
  const all = { ...handlers } as Record<string, Handle>
  for (const [name, handle] of Object.entries(all)) {
    all[name] = (request, sender) => {
      // In the listener's own turn: what needs the person's press must not wait.
      const answer = handle(request, sender)
      // A key that is deleted has no name afterwards.
      const before =
        name === 'screen.remove' ? nameOf((request as Request<'screen.remove'>).id, log) : undefined
      answer.then(
        reply => noteWell(entryOf(name as RequestName, request, reply), before, log),
        () => undefined,
      )
      return answer
    }
  }
  return all as unknown as Handlers
}

function entryOf(name: RequestName, request: unknown, reply: unknown): Noted {
  if (isFailure(reply)) return /^wrong_(?:pass|recovery)/.test(reply.code) ? { act: 'refused' } : undefined
  // By passphrase, passkey or recovery code.
  if (name.startsWith('screen.unlock')) return { act: 'unlocked' }
  const entry = whenDone[name] as ((request: unknown, reply: unknown) => Noted) | undefined
  return entry?.(request, reply)
}

type Log = Pick<ActivityLog, 'note' | 'labelOf'>
const nameOf = (id: string, log: Log): Promise<string | undefined> => log.labelOf(id).catch(() => undefined)

async function noteWell(
  entry: Noted,
  before: Promise<string | undefined> | undefined,
  log: Log,
): Promise<void> {
  if (!entry) return
  const { act, key, label = await (before ?? (key === undefined ? undefined : nameOf(key, log))) } = entry
  // While the vault is locked a key only waits, and may be discarded.
  if (act === 'saved' && label === undefined) return
  // A log that cannot be written keeps nobody from their keys.
  await log.note({ ...entry, ...(label !== undefined && { label }) }).catch(() => undefined)
}

export function activityHandlers(log: ActivityLog): Handlers<keyof typeof activityMessages> {
  return {
    'screen.activity': log.read,
    'screen.keepActivity': ({ days }) => log.keepFor(days),
  }
}
