/** The two sides of joining by six digits, one step at a time: each looks at the board and does what is to be done next. */
import { send } from '../../../platform/send.ts'
import { type Failure, isFailure, type Reply } from '../../../protocol/failure.ts'
import type { Ask } from '../core/join-notes.ts'
import type { JoinBoard } from './join-board.ts'

export type AskStage = 'waits' | 'type' | 'same' | 'joined'
export type AnswerStage = 'waits' | 'answered' | { digits: string } | 'sealed' | 'taken'

/** The device that wants to join. */
export async function askToJoin(board: JoinBoard) {
  const begun = await send('screen.joinAsk', {})
  if (!begun.ok) return begun
  const { id, commitment } = begun
  const note: Ask = { is: 'ask', at: Date.now(), commitment }
  const failed = await board.write(id, note)
  if (failed) return failed
  let stage: AskStage = 'waits'
  return {
    ok: true as const,
    async step(): Promise<AskStage | Failure> {
      const notes = await board.read()
      if (isFailure(notes)) return notes
      const answer = notes.get(id)?.answer
      if (stage === 'waits' && answer) {
        const { space, publicKey } = answer
        const shown = await send('screen.joinShow', { space, publicKey })
        if (!shown.ok) return shown
        const refused = await board.write(id, { ...note, publicKey: shown.publicKey })
        if (refused) return refused
        stage = 'type'
      }
      if (stage === 'same' && answer?.sealed !== undefined) {
        const joined = await send('screen.joinFinish', { sealed: answer.sealed })
        if (!joined.ok) return joined
        stage = 'joined'
        await board.remove(id, 'ask')
      }
      return stage
    },
    /** @param digits the six that the person read on the other device */
    async compare(digits: string): Promise<Reply> {
      const compared = await send('screen.joinCompare', { digits })
      if (compared.ok) stage = 'same'
      return compared
    },
    cancel: () => board.remove(id, 'ask'),
  }
}

/** A device of the space, that lets one other in. It answers one that asks, and no other after it. */
export function letJoin(board: JoinBoard) {
  let stage: AnswerStage = 'waits'
  let answered: { id: string; space: string; publicKey: string } | undefined
  return {
    async step(): Promise<AnswerStage | Failure> {
      const notes = await board.read()
      if (isFailure(notes)) return notes
      if (!answered) {
        // Notes of attempts that were given up may lie there.
        const [latest] = [...notes]
          .flatMap(([id, { ask }]) => (ask && !ask.publicKey ? [{ id, ask }] : []))
          .sort((one, other) => other.ask.at - one.ask.at)
        if (!latest) return stage
        const { id, ask } = latest
        const reply = await send('screen.joinAnswer', { id, commitment: ask.commitment })
        if (!reply.ok) return reply
        answered = { id, space: reply.space, publicKey: reply.publicKey }
        const refused = await board.write(id, {
          is: 'answer',
          space: reply.space,
          publicKey: reply.publicKey,
        })
        if (refused) return refused
        stage = 'answered'
      }
      const shown = notes.get(answered.id)?.ask?.publicKey
      if (stage === 'answered' && shown !== undefined) {
        const reply = await send('screen.joinDigits', { publicKey: shown })
        if (!reply.ok) return reply
        stage = { digits: reply.digits }
      }
      // The other device takes its note away when it has the key.
      if (stage === 'sealed' && !notes.get(answered.id)?.ask) {
        await board.remove(answered.id, 'answer')
        stage = 'taken'
      }
      return stage
    },
    /** The person says that the other device takes the digits for the same. */
    async confirm(): Promise<Reply> {
      const reply = await send('screen.joinSeal', {})
      if (!reply.ok || !answered) return reply
      const { id, space, publicKey } = answered
      const refused = await board.write(id, { is: 'answer', space, publicKey, sealed: reply.sealed })
      if (refused) return refused
      stage = 'sealed'
      return { ok: true }
    },
    cancel: async () => answered && board.remove(answered.id, 'answer'),
  }
}
