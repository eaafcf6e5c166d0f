/**
 * Joining by six digits, on both sides. What is secret in it lives here, in memory, for this once: where the worker ends in between, both
 * begin anew. Each side takes the other's first word and no second one.
 */
import { t } from '../../../i18n/t.ts'
import { type Failure, fail } from '../../../protocol/failure.ts'
import type { joinMessages } from '../../../protocol/messages/join-messages.ts'
import type { Handlers } from '../../../protocol/messages.ts'
import { systemRandom, toHex } from '../../../vault/crypto/bytes.ts'
import type { OpenVault, SyncItem } from '../../../vault/index.ts'
import {
  commitmentOf,
  digitsOf,
  type JoinKeys,
  type JoinWords,
  joinKey,
  makeJoinKeys,
  openFromJoin,
  sealForJoin,
} from '../../../vault/join-by-digits.ts'

type Begun = { id: string; commitment: string; own: JoinKeys }
/** Both have shown their keys. */
type Met = { words: JoinWords; key: CryptoKey; digits: string }
/** `isTaken`: the other side's key was taken, and no second one is. `areSame`: the person has typed the digits. */
type Attempt = { begun: Begun; isTaken?: true; met?: Met; areSame?: true }

const over = fail('gone', t('This attempt to join is over. Begin again on both computers.'))
const different = fail(
  'not_same',
  t(
    'The digits are not the same: mistyped, or changed on the way. No key was sent. Begin again on both computers.',
  ),
)

type Ports = {
  withVault<T extends object>(work: (vault: OpenVault) => Promise<T>): Promise<T | Failure>
  synced<T extends object>(work: (item: SyncItem) => Promise<T>): Promise<T | Failure>
  proven<T>(work: () => Promise<T>): Promise<T | Failure>
}

export function joinHandlers({ withVault, synced, proven }: Ports): Handlers<keyof typeof joinMessages> {
  let asks: Attempt | undefined
  let answers: Attempt | undefined

  /** The first to ask for it gets the attempt; it is over for whoever comes second, also while the first is at work. */
  function takeOnce(attempt: Attempt | undefined): Attempt | undefined {
    if (!attempt || attempt.isTaken) return undefined
    attempt.isTaken = true
    return attempt
  }

  async function meet({ own }: Begun, words: JoinWords): Promise<Met | undefined> {
    const key = await joinKey(own, words)
    return key && { words, key, digits: await digitsOf(words) }
  }

  return {
    'screen.joinAsk': () =>
      withVault(async vault => {
        if (await vault.syncItem()) return over
        const [id, own] = [toHex(systemRandom(8)), await makeJoinKeys()]
        const commitment = await commitmentOf(id, own.publicKey)
        asks = { begun: { id, commitment, own } }
        return { ok: true, id, commitment }
      }),
    'screen.joinAnswer': ({ id, commitment }) =>
      synced(async ({ space }) => {
        const own = await makeJoinKeys()
        answers = { begun: { id, commitment, own } }
        return { ok: true, space, publicKey: own.publicKey }
      }),
    'screen.joinShow': ({ space, publicKey }) =>
      withVault(async () => {
        const attempt = takeOnce(asks)
        if (!attempt) return over
        const { id, commitment, own } = attempt.begun
        const met = await meet(attempt.begun, {
          id,
          space,
          commitment,
          asking: own.publicKey,
          answering: publicKey,
        })
        if (!met) return over
        attempt.met = met
        return { ok: true, publicKey: own.publicKey }
      }),
    'screen.joinDigits': ({ publicKey }) =>
      synced(async ({ space }) => {
        const attempt = takeOnce(answers)
        if (!attempt) return over
        const { id, commitment, own } = attempt.begun
        const isKept = (await commitmentOf(id, publicKey)) === commitment
        const met =
          isKept &&
          (await meet(attempt.begun, { id, space, commitment, asking: publicKey, answering: own.publicKey }))
        if (!met) return different
        attempt.met = met
        return { ok: true, digits: met.digits }
      }),
    'screen.joinCompare': ({ digits }) =>
      proven(() =>
        withVault(async () => {
          if (!asks?.met) return over
          // One wrong digit ends it: whoever may try again and again finds them.
          if (digits !== asks.met.digits) {
            asks = undefined
            return different
          }
          asks.areSame = true
          return { ok: true }
        }),
      ),
    'screen.joinSeal': () =>
      proven(() =>
        synced(async ({ key: syncKey }) => {
          if (!answers?.met) return over
          const { words, key } = answers.met
          answers = undefined
          return { ok: true, sealed: await sealForJoin(key, words, syncKey, systemRandom) }
        }),
      ),
    'screen.joinFinish': ({ sealed }) =>
      withVault(async vault => {
        if (!asks?.met || !asks.areSame || (await vault.syncItem())) return over
        const { words, key } = asks.met
        const syncKey = await openFromJoin(key, words, sealed)
        if (syncKey === undefined) return different
        asks = undefined
        const device = toHex(systemRandom(8))
        await vault.setSyncItem({ space: words.space, device, key: syncKey, deleted: [] })
        return { ok: true }
      }),
  }
}
