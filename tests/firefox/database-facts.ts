/** Runs in the extension's own page in Firefox, bundled: the areas of src/platform/firefox over its real database. */
import { createLocalArea } from '../../src/platform/firefox/local-area.ts'
import { watchBucket } from '../../src/platform/firefox/watched-database.ts'
import { createMirror } from '../../src/platform/mirror.ts'
import { factsOf } from '../platform/area-contract.ts'

const name = 'keyway-contract'
const area = () => createLocalArea(createMirror(name), new BroadcastChannel(name))

export async function databaseFacts() {
  const facts = await factsOf(area(), area())
  indexedDB.deleteDatabase(name)
  // What is checked before the first unlock: kept with a key that no page can take out of it, and gone with its database.
  const key = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt'])
  const names = async () =>
    (await indexedDB.databases()).map(one => one.name).filter(one => one === 'keyway-watched')
  await watchBucket.set({ '!': key, one: 'sealed' })
  const kept = await watchBucket.get(null)
  const at = { before: await names(), hasKey: kept['!'] instanceof CryptoKey, one: kept.one }
  await watchBucket.drop()
  await watchBucket.drop()
  const after = await names()
  await watchBucket.set({ two: 'sealed' })
  const again = await watchBucket.get(null)
  await watchBucket.drop()
  facts['what is sealed for this browser goes with its database'] = {
    seen: [at, after, again],
    wanted: [{ before: ['keyway-watched'], hasKey: true, one: 'sealed' }, [], { two: 'sealed' }],
  }
  return facts
}
