/** Puts a verdict into words from a table of them (words.ts). The worker reads that table from the package when it needs it. */
import { fromTable, t } from '../../i18n/t.ts'
import { providers } from '../list.ts'
import type { Cause, KeyKind, ProviderId, Verdict } from '../verdict.ts'
import { tellsNothing } from './causes.ts'

export type Tone = 'works' | 'limited' | 'needs_you' | 'rejected' | 'cannot_tell'

export type Words = {
  tone: Tone
  /** Two or three words for a row. */
  short: string
  /** What it means, one sentence. */
  sentence: string
  /** What mends it; absent when nothing needs doing. */
  fix?: string
  /** The guide that walks through the fix (an OpenAI page), by its id. */
  guide?: string
  /** For other providers: where their keys and money are looked after. */
  link?: string
}

/** A server on this computer that gives no answer is another matter than a provider that gives none. */
export type OnThisComputer = 'not_running' | 'not_trusted'
const onThisComputer: Partial<Record<Cause, OnThisComputer>> = {
  network: 'not_running',
  cors_forbidden: 'not_trusted',
}

export type Entry = [short: string, sentence: string, fix?: string, guide?: string]

/** Where OpenAI makes and ends admin keys; no guide leads there. */
export const adminKeys = 'https://platform.openai.com/settings/organization/admin-keys'

function toneOf({ key, use, cause }: Pick<Verdict, 'key' | 'use' | 'cause'>): Tone {
  if (key === 'rejected') return 'rejected'
  if (key === 'accepted') return use === 'blocked' ? 'needs_you' : use === 'limited' ? 'limited' : 'works'
  return tellsNothing(cause) || cause === 'unrecognised' ? 'cannot_tell' : 'needs_you'
}

/** @param of the key that was asked about; its provider's own pages are named where no guide fits. */
export const wordsFrom =
  (entries: Partial<Record<Cause | OnThisComputer, Entry>>) =>
  (
    verdict: Pick<Verdict, 'key' | 'use' | 'cause' | 'detail'>,
    of: { provider: ProviderId; kind?: KeyKind },
  ): Words => {
    const { cause, detail } = verdict
    const { local, console } = providers[of.provider]
    const here = (local && onThisComputer[cause]) || cause
    const [short, sentence, fix, guide] = (Object.hasOwn(entries, here) ? entries[here] : undefined) ?? [
      t('Needs you'),
      t('Open Keyway to see why.'),
    ]
    const words: Words = { tone: toneOf(verdict), short: fromTable(short), sentence: fromTable(sentence) }
    if (fix) words.fix = fromTable(fix)
    // The guides that make or end keys do it on a project's page.
    if (of.kind === 'admin' && guide === 'rotate-key') words.link = adminKeys
    else if (guide && of.provider === 'openai') words.guide = guide
    if (of.provider !== 'openai' && fix && words.tone !== 'cannot_tell') words.link = console
    if (cause === 'ok' && verdict.use !== 'ready' && !local) {
      words.short = t('Works, credit unknown')
      words.sentence = t('The provider takes this key. Its money was not asked about.')
    }
    if (cause === 'wrong_host' && detail?.host)
      words.fix = t('Use {address} for this key.', { address: `https://${detail.host}/v1` })
    if (cause === 'missing_scope' && detail?.scopes?.length)
      words.sentence = t('The key works, but it lacks the permission {scopes}.', {
        scopes: detail.scopes.join(', '),
      })
    if (cause === 'model_unavailable' && detail?.model)
      words.sentence = t('The key works, but not with the model {model}.', { model: detail.model })
    if (of.kind === 'admin' && cause === 'missing_scope')
      words.sentence = t('This is an admin key. It works, but not for models: it manages the organization.')
    return words
  }
