/** One key replaced by another in one run: what is written down of it, and how that changes with what was done and seen. Pure. */
import type { CallsSeen } from './call-hours.ts'

/** In this order; `undo` and `undone` instead of the rest. */
export const stages = ['create', 'check', 'place', 'wait', 'delete', 'confirm', 'done'] as const
export type Stage = (typeof stages)[number] | 'undo' | 'undone'

/** The old key as the platform knows it, and the admin key (its record id) that may ask about it. */
export type There = {
  admin: string
  project: string
  /** The platform’s id of the key. */
  key: string
  /** The service account’s id; absent: a person’s key. */
  account?: string
  accountName?: string
  /** How many keys the account has. */
  siblings?: number
}

/** Times are milliseconds since the epoch. Sealed in the vault after each step; it holds no key. */
export type Replacement = {
  /** Record id of the key that is replaced. */
  old: string
  startedAt: number
  /** Absent: no admin key tells of the old key, so a person makes, watches and deletes by hand. */
  there?: There
  /** A new account of this name was asked for: written down before it is, so that a second one is never made. */
  asked?: { name: string; at: number }
  /** The new service account. */
  account?: string
  /** Record id of the new key. */
  next?: string
  /** The provider has accepted the new key. */
  worksAt?: number
  /** The new key is where the old one was: the person’s word. */
  placedAt?: number
  /** Calls by the old key, as they were read last. */
  calls?: CallsSeen
  /** The person did not want to wait until they stop. */
  isWaitOver?: true
  /** Written down before the platform is asked to delete. */
  deleteAskedAt?: number
  deletedAt?: number
  /** Two refusals that agree. */
  revokedAt?: number
  undoingAt?: number
  undoneAt?: number
  isPaused?: true
}

/** What was done or seen. `at`: when. */
export type Step =
  | { step: 'asked'; name: string; at: number }
  | { step: 'made'; next: string; account?: string }
  | { step: 'accountSeen'; account: string }
  | { step: 'notMade' }
  | { step: 'lost' }
  | { step: 'works'; at: number }
  | { step: 'placed'; at: number }
  | { step: 'calls'; calls: CallsSeen }
  | { step: 'notWaited' }
  | { step: 'deleteAsked'; at: number }
  | { step: 'notDeleted' }
  | { step: 'deleted'; at: number }
  | { step: 'revoked'; at: number }
  | { step: 'paused' }
  | { step: 'continued' }
  | { step: 'undo'; at: number }
  | { step: 'undone'; at: number }

/** Whoever changes the sealed runs holds this lock, page or worker: two that make a key at once would make two. */
export const replacementLock = 'keyway-replacement'

export function stageOf(run: Replacement): Stage {
  if (run.undoneAt !== undefined) return 'undone'
  if (run.undoingAt !== undefined) return 'undo'
  if (run.next === undefined) return 'create'
  if (run.worksAt === undefined) return 'check'
  if (run.placedAt === undefined) return 'place'
  // Revoked is revoked, whoever did it.
  if (run.revokedAt !== undefined) return 'done'
  if (run.deletedAt !== undefined) return 'confirm'
  return run.isWaitOver || run.calls?.isQuiet ? 'delete' : 'wait'
}

export const isOver = (run: Replacement): boolean => ['done', 'undone'].includes(stageOf(run))

/** Until the old key may have been deleted: afterwards there is nothing to go back to. */
export const mayUndo = (run: Replacement): boolean =>
  run.deleteAskedAt === undefined &&
  run.deletedAt === undefined &&
  run.revokedAt === undefined &&
  run.undoingAt === undefined

const mayHaveCalls = (run: Replacement): boolean => {
  const stage = stageOf(run)
  return stage === 'wait' || (stage === 'delete' && run.deleteAskedAt === undefined)
}

/** The step `calls` by itself, for the worker, which takes no other. */
export const withCalls = (run: Replacement, calls: CallsSeen): Replacement =>
  mayHaveCalls(run) ? { ...run, calls, placedAt: Math.min(run.placedAt ?? calls.at, calls.at) } : run

/** What fits the stage changes the run; what does not leaves it as it is, so that nothing is done twice. */
export function reduce(run: Replacement, step: Step): Replacement {
  if (!fits(run, step)) return run
  switch (step.step) {
    case 'asked':
      return { ...run, asked: { name: step.name, at: step.at } }
    case 'made':
      return { ...run, next: step.next, ...(step.account !== undefined && { account: step.account }) }
    case 'accountSeen':
      return { ...run, account: step.account }
    case 'notMade':
      return without(run, 'asked', 'account')
    case 'lost':
      return without(run, 'next', 'worksAt', 'placedAt', 'calls', 'isWaitOver')
    case 'works':
      return { ...run, worksAt: step.at }
    case 'placed':
      return { ...run, placedAt: step.at }
    case 'calls':
      return withCalls(run, step.calls)
    case 'notWaited':
      return { ...run, isWaitOver: true }
    case 'deleteAsked':
      return { ...run, deleteAskedAt: step.at }
    case 'notDeleted':
      return without(run, 'deleteAskedAt')
    case 'deleted':
      return { ...run, deletedAt: step.at }
    case 'revoked':
      return { ...run, revokedAt: step.at }
    case 'paused':
      return { ...run, isPaused: true }
    case 'continued':
      return without(run, 'isPaused')
    case 'undo':
      return { ...without(run, 'isPaused'), undoingAt: step.at }
    case 'undone':
      return { ...run, undoneAt: step.at }
  }
}

/** What a press begins waits for the end of a pause; what was seen is noted at any time. */
function fits(run: Replacement, { step }: Step): boolean {
  const stage = stageOf(run)
  const goesOn = !run.isPaused
  switch (step) {
    case 'asked':
      return goesOn && stage === 'create' && run.asked === undefined
    case 'made':
      return run.next === undefined
    case 'accountSeen':
      return run.account === undefined
    case 'notMade':
      return run.next === undefined || stage === 'undo'
    case 'works':
      return run.next !== undefined && run.worksAt === undefined
    case 'lost':
      return run.next !== undefined && mayUndo(run)
    case 'placed':
      return goesOn && stage === 'place'
    case 'calls':
      return mayHaveCalls(run)
    case 'notWaited':
      return goesOn && stage === 'wait'
    case 'deleteAsked':
      return goesOn && stage === 'delete'
    case 'notDeleted':
      return run.deletedAt === undefined
    case 'deleted':
      return run.deletedAt === undefined && (stage === 'delete' || stage === 'wait')
    case 'revoked':
      return run.revokedAt === undefined && run.undoneAt === undefined
    case 'undo':
      return mayUndo(run)
    case 'undone':
      return stage === 'undo'
    case 'paused':
      return !isOver(run)
    case 'continued':
      return true
  }
}

function without<K extends keyof Replacement>(run: Replacement, ...names: K[]): Replacement {
  return Object.fromEntries(
    Object.entries(run).filter(([name]) => !names.includes(name as K)),
  ) as unknown as Replacement
}
