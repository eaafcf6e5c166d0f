/**
 * A new vault key: everything is sealed anew beside the old, read back and opened; then the head turns over to the new
 * epoch, and only then is the old let go. A crash before the turn leaves the old vault, after it the new one.
 */
import { toBase64 } from './bytes.ts'
import { type Change, commit } from './commit.ts'
import { VaultError } from './errors.ts'
import { formatVersion, signHead, writeHead } from './head.ts'
import { dropSealed, openSealed, sealFor } from './inbox.ts'
import { deriveKeys } from './keys.ts'
import { emptyManifest, entriesOf, type Scope } from './manifest.ts'
import { epochPrefix } from './names.ts'
import type { Inner } from './open-vault.ts'
import { readAbouts, readHistory, readSecret } from './read.ts'
import { makeSlot, openSlot, type Proof } from './slots.ts'
import { bothStores, namesIn, namesInEither, removeWhatCan } from './twin.ts'
import { passphraseSlot } from './unlocking.ts'

/** Everything, as changes for an empty manifest. Throws `damaged` rather than leave one behind. */
async function everything(inner: Inner): Promise<Map<string, Change>> {
  const changes = new Map<string, Change>()
  for (const [id, entry] of entriesOf(inner.manifest)) {
    const secret = await readSecret(inner, id, entry, () => undefined)
    const [about] = await readAbouts(inner, [[id, entry]], () => undefined)
    if (!secret || !about) throw new VaultError('damaged')
    const change: Change = { about, secret }
    if (entry.history) change.history = await readHistory(inner, id, entry, () => undefined)
    if (entry.aside) change.aside = entry.aside
    changes.set(id, change)
  }
  return changes
}

async function moveWaiting(inner: Inner, from: Scope, to: { id: string; epoch: number; inboxKey: string }) {
  const { twin, random } = inner
  for (const kind of ['inbox', 'note'] as const)
    for (const { id, sealedAt, value } of await openSealed(twin, from, kind)) {
      await sealFor(twin.primary, to, kind, value, {
        mirror: twin.mirror,
        random,
        now: () => sealedAt,
        id,
      })
      await dropSealed(twin, from.epoch, kind, id)
    }
}

export async function rotate(inner: Inner, passphrase: string): Promise<void> {
  const { twin, random, kdf, scope: old } = inner
  const proof: Proof = { kind: 'passphrase', passphrase }
  const slot = inner.head.slots.find(each => each.kind === 'passphrase')
  if (!slot || !(await openSlot(slot, proof, inner.head, kdf))) throw new VaultError('wrong_passphrase')

  const changes = await everything(inner)
  const epoch = old.epoch + 1
  // An attempt that was cut short may have left items of this epoch, under a key that nobody has.
  for (const store of bothStores(twin)) {
    const left = (await namesIn(store))?.filter(name => name.startsWith(epochPrefix(epoch))) ?? []
    await removeWhatCan(store, left)
  }
  const vaultKey = new Uint8Array(random(32))
  const keys = await deriveKeys(vaultKey, old.vaultId)
  const scope: Scope = { vaultId: old.vaultId, epoch, keys }
  const manifest = emptyManifest()
  await commit(twin, scope, manifest, changes, random)

  const owner = { id: old.vaultId, epoch }
  const newSlot = await makeSlot(passphraseSlot(inner), proof, vaultKey, owner, { kdf, random })
  const head = await signHead(
    {
      ...owner,
      version: formatVersion,
      revision: inner.head.revision + 1,
      inboxKey: toBase64(keys.inboxPublic),
      slots: [newSlot],
    },
    keys,
  )
  await writeHead(twin, head)

  inner.vaultKey.fill(0)
  Object.assign(inner, { scope, manifest, head, vaultKey })
  await moveWaiting(inner, old, head)
  // What was waiting and did not open stays: it may be somebody's only copy.
  const left = (await namesInEither(twin, epochPrefix(old.epoch))).filter(
    name => !/\.(inbox|note)\./.test(name),
  )
  for (const store of bothStores(twin)) await removeWhatCan(store, left)
}
