/** An answer as it streams in. Pure. */
import type { CallResult } from '../screen/first-call.ts'

export type CallState = { at: 'idle' | 'streaming' | 'ended'; text: string; result?: CallResult }
export type CallEvent =
  | { what: 'begin' }
  | { what: 'none' }
  | { what: 'text'; piece: string }
  | { what: 'end'; result: CallResult }

export const idle: CallState = { at: 'idle', text: '' }

export function answering(state: CallState, event: CallEvent): CallState {
  switch (event.what) {
    case 'begin':
      return { at: 'streaming', text: '' }
    case 'none':
      return idle
    case 'text':
      return { ...state, text: state.text + event.piece }
    case 'end':
      return { ...state, at: 'ended', result: event.result }
  }
}
