/** What is written down of a walk: one event for each thing that was shown, judged or done. Types and their reading; no browser. */
import type { Layout, Meant } from './layout.ts'
import type { Way } from './meanings.ts'

export type Verdict = 'right' | 'wrong' | 'again'

export type Event =
  /** A ring was drawn and stood still. `again`: it asks for what the person has just done. */
  | {
      is: 'pointed'
      kind: 'certain' | 'likely' | 'numbered'
      verdict: Verdict
      step: string
      meant: Meant[]
      next: string
    }
  /** No ring. `lost`: the card says that it cannot see; `told`: the step is one of words. */
  | { is: 'lost' | 'told'; step: string; next: string; note: string }
  /** Nothing on card or panel leads on, and the person who knows the page would know what to do. */
  | { is: 'stuck'; step: string; next: string; note: string }
  | { is: 'pressed'; way: Way; step: string; label: string }
  | { is: 'did'; purpose: string; by: 'mouse' | 'keys' | 'act'; onTheirOwn: boolean }
  /** Keyway led to an address that the site does not have. */
  | { is: 'astray'; step: string; path: string }
  | { is: 'key-shown' }
  | { is: 'key-offered'; path: 'card' | 'pull' | 'paste'; ok: boolean; why: string; asked: boolean }
  | { is: 'key-captured'; path: 'card' | 'pull' | 'paste' }
  | { is: 'non-key-captured'; path: 'card' | 'pull' | 'paste' }
  | { is: 'page-at-end'; isReached: boolean; happened: Record<string, unknown> }
  | { is: 'receipt'; text: string; claims: boolean; isReached: boolean }

export type End = 'receipt' | 'refused' | 'stuck' | 'no-card' | 'unfinished' | 'too-long' | 'failed'

export type Walk = {
  layout: Pick<Layout, 'id' | 'task' | 'describe' | 'outcome'>
  events: (Event & { ms: number })[]
  end: End
  ms: number
  error?: string
}
