/** Which keys were captured and are neither saved nor discarded, by salted digests: the same key is not captured twice. */
import { identityOf } from '../../../providers/hosts.ts'
import { digestOf, newSalt } from '../../copy/core/digest.ts'
import type { Captured, CapturePorts } from './ports.ts'

export function createCapturedDigests({ session, random }: Pick<CapturePorts, 'session' | 'random'>) {
  const read = async () => (await session.get('pendingSeen')) ?? { salt: newSalt(random), ids: {} }

  return {
    /** @returns the id under which the same key waits already */
    async idOf(record: Captured): Promise<string | undefined> {
      const { salt, ids } = await read()
      return ids[await digestOf(identityOf(record), salt)]
    },
    async add(record: Captured): Promise<void> {
      const { salt, ids } = await read()
      const digest = await digestOf(identityOf(record), salt)
      await session.set('pendingSeen', { salt, ids: { ...ids, [digest]: record.id } })
    },
    async keep(waits: (id: string) => boolean): Promise<void> {
      const { salt, ids } = await read()
      const left = Object.entries(ids).filter(([, id]) => waits(id))
      await session.set('pendingSeen', { salt, ids: Object.fromEntries(left) })
    },
  }
}
