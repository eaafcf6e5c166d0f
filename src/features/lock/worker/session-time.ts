/** The open vault's key in session memory, and the time for which it may be used. */
import { isOver, lockAlarm } from '../core/times.ts'
import type { VaultPorts } from './ports.ts'

type Ports = Pick<VaultPorts, 'session' | 'now' | 'alarm'>

/** The key's time; undefined: there is none to be used. */
export async function readSessionKey({
  session,
  now,
}: Omit<Ports, 'alarm'>): Promise<{ key: string; over: boolean } | undefined> {
  const [key, until = 0] = [await session.get('vaultKey'), await session.get('vaultUntil')]
  const from = (await session.get('vaultFrom')) ?? 0
  return key === undefined ? undefined : { key, over: isOver({ from, until }, now()) }
}

/** From now on until then. */
export async function keepOpen({ session, now, alarm }: Ports, until: number): Promise<void> {
  await session.set('vaultFrom', now())
  await session.set('vaultUntil', until)
  await alarm.set(lockAlarm, until)
}
