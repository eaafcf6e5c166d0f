/**
 * The acts of a replacement. What cannot be taken back is written down before it is asked for; whoever comes afterwards looks whether it was
 * done, and never does it a second time. The network, the clock and the sealed note come in as arguments.
 */
import { t } from '../../../i18n/t.ts'
import { fail, type Reply } from '../../../protocol/failure.ts'
import type { Replies, Request } from '../../../protocol/messages.ts'
import { parseJson } from '../../../providers/answers/parse-json.ts'
import { isObject } from '../../../providers/provider.ts'
import type { Account } from '../../organization/core/organization.ts'
import {
  keyPath,
  listPath,
  type Page,
  readAccountList,
  saysDeleted,
  saysGone,
} from '../../organization/core/organization-answers.ts'
import { accountBody, accountsPath, successorName } from '../../usage/core/admin-limits.ts'
import { callsOf } from './read-calls.ts'
import { isOver, type Replacement, reduce, type Step, stageOf, type There } from './replacement.ts'

type Asked = Omit<Request<'screen.admin'>, 'id'>
export type ReplacementPorts = {
  /** ms since the epoch. */
  now(): number
  /** How far this computer's clock is ahead of the platform's, in ms. */
  clockAhead(): number
  /** By the admin key with this record id, which stays in the worker. */
  ask(admin: string, question: Asked): Promise<Replies['screen.admin']>
  /** Reads the run, adds the step and seals it again: done when this resolves. */
  note(step: Step): Promise<Reply<{ run: Replacement }>>
  /** Asks until the provider has refused this key twice. */
  confirmRevoked(id: string): Promise<Reply>
}
type Done = Promise<Reply>
const done = { ok: true as const }

const mostPages = 300
const notThere = fail('not_possible', t('No admin key tells of this key.'))
const unread = fail('unrecognised', t('The answer is none of the Admin API’s.'))

/** Makes a service account with a key; the worker saves the key. After a break it looks first whether there is one. */
export async function makeNext(ports: ReplacementPorts, run: Replacement): Done {
  if (!run.there) return notThere
  const { admin, project } = run.there
  if (run.asked) return findMade(ports, run)
  const accounts = await listAccounts(ports, run.there)
  if (!accounts.ok) return accounts
  const noted = await ports.note({
    step: 'asked',
    name: unusedName(run.there.accountName ?? '', accounts.all, ports.now()),
    at: ports.now(),
  })
  if (!noted.ok) return noted
  const { asked } = noted.run
  if (!asked) return done
  const answer = await ports.ask(admin, {
    method: 'POST',
    path: accountsPath(project),
    body: accountBody(asked.name),
  })
  if (!answer.ok) return answer
  const made = parseJson(answer.body)
  if (!isObject(made) || typeof made.kept !== 'string') return unread
  return ports.note({
    step: 'made',
    next: made.kept,
    ...(typeof made.id === 'string' && { account: made.id }),
  })
}

/** Was the account made that had been asked for? Its key is in the vault, or lost: then only the account is left. */
export async function findMade(ports: ReplacementPorts, { there, asked }: Replacement): Done {
  if (!there || !asked) return done
  const accounts = await listAccounts(ports, there)
  if (!accounts.ok) return accounts
  const made = accounts.all.find(({ name }) => name === asked.name)
  return ports.note(made ? { step: 'accountSeen', account: made.id } : { step: 'notMade' })
}

/** Deletes the new account, whose key is in no vault or is not wanted. */
export async function deleteNew(ports: ReplacementPorts, { there, account }: Replacement): Done {
  if (!there || account === undefined) return done
  const path = accountsPath(there.project, account)
  const answer = await ports.ask(there.admin, { method: 'DELETE', path })
  if (!answer.ok || !saysDeleted(answer.body, account)) {
    const still = await ports.ask(there.admin, { method: 'GET', path })
    if (!still.ok || !saysGone(still)) return answer.ok ? unread : answer
  }
  return ports.note({ step: 'notMade' })
}

/**
 * Where the first account’s key is lost.
 * @param seen what the vault’s list shows to be done: the key may have come there after all, and then nothing is deleted
 */
export async function makeAnother(ports: ReplacementPorts, run: Replacement, seen: readonly Step[]): Done {
  const made = seen.find(({ step }) => step === 'made')
  if (made) return ports.note(made)
  if (run.next !== undefined) return done
  const deleted = await deleteNew(ports, run)
  return deleted.ok ? makeNext(ports, reduce(run, { step: 'notMade' })) : deleted
}

export async function readCalls(ports: ReplacementPorts, run: Replacement): Done {
  const { there } = run
  if (!there) return notThere
  const read = await callsOf(
    path => ports.ask(there.admin, { method: 'GET', path }),
    run,
    ports.now(),
    ports.clockAhead(),
  )
  return read.ok ? ports.note({ step: 'calls', calls: read.calls }) : read
}

/** A service account goes with its only key. Where it has others, the old key goes alone. */
const oldAccount = ({ account, siblings = 1 }: There): string | undefined =>
  siblings > 1 ? undefined : account
const oldPath = (there: There): string => {
  const account = oldAccount(there)
  return account === undefined ? keyPath(there.project, there.key) : accountsPath(there.project, account)
}

/** On the person’s press, and only at its stage. Deleted is what the platform says it deleted. */
export async function deleteOld(ports: ReplacementPorts, run: Replacement): Done {
  if (!run.there) return notThere
  const noted = await ports.note({ step: 'deleteAsked', at: ports.now() })
  if (!noted.ok) return noted
  if (noted.run.deleteAskedAt === undefined || stageOf(noted.run) !== 'delete') return done
  const { admin, key } = run.there
  const answer = await ports.ask(admin, { method: 'DELETE', path: oldPath(run.there) })
  if (!answer.ok || !saysDeleted(answer.body, oldAccount(run.there) ?? key)) {
    const found = await findDeleted(ports, run)
    // Why it was not done; where it was done all the same, the answer that got lost is no matter.
    return found.ok && !answer.ok && !found.isGone ? answer : found
  }
  return afterDelete(ports, run)
}

/** Was it deleted that had been asked for? */
async function findDeleted(ports: ReplacementPorts, run: Replacement): Promise<Reply<{ isGone?: true }>> {
  if (!run.there) return notThere
  const answer = await ports.ask(run.there.admin, { method: 'GET', path: oldPath(run.there) })
  if (!answer.ok) return answer
  // Another server's word that a page is not there says nothing of the key.
  if (!saysGone(answer)) return answer.status === 404 ? unread : ports.note({ step: 'notDeleted' })
  const known = await afterDelete(ports, run)
  return known.ok ? { ok: true, isGone: true } : known
}

async function afterDelete(ports: ReplacementPorts, run: Replacement): Done {
  const noted = await ports.note({ step: 'deleted', at: ports.now() })
  return noted.ok ? ports.confirmRevoked(run.old) : noted
}

/**
 * What goes on without a press, once: after a break, whatever was under way then. What a person has to do is left to them.
 * @param isAsked the proof that the old key is revoked is under way already
 */
export async function goOn(ports: ReplacementPorts, run: Replacement, isAsked: boolean): Done {
  if (run.isPaused) return done
  const stage = stageOf(run)
  if (run.asked && run.account === undefined && !isOver(run)) return findMade(ports, run)
  if (stage === 'delete' && run.deleteAskedAt !== undefined) return findDeleted(ports, run)
  if (stage === 'confirm' && !isAsked) return ports.confirmRevoked(run.old)
  if ((stage === 'wait' || stage === 'delete') && run.there) return readCalls(ports, run)
  return done
}

async function listAccounts(
  ports: ReplacementPorts,
  { admin, project }: There,
): Promise<Reply<{ all: Account[] }>> {
  const all: Account[] = []
  let after: string | undefined
  for (let count = 0; count < mostPages; count++) {
    const answer = await ports.ask(admin, { method: 'GET', path: listPath('accounts', project, after) })
    if (!answer.ok) return answer
    const page: Page<Account> | null = readAccountList(answer.body, project)
    if (!page) return unread
    for (const account of page.entries) all.push(account)
    if (page.last === null) return { ok: true, all }
    after = page.last
  }
  return unread
}

/** By its name alone a new account is found again: no other may have it. */
function unusedName(old: string, accounts: readonly Account[], now: number): string {
  const taken = new Set(accounts.map(({ name }) => name))
  const name = successorName(old, now)
  for (let number = 2; ; number++) {
    const next = number === 2 && !taken.has(name) ? name : `${name}-${number}`
    if (!taken.has(next)) return next
  }
}
