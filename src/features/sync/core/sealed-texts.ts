/**
 * Which sealed texts a device goes by. A computer that joined may be somebody else's, and say that a text is the secret of a tag when it
 * opens as nothing. So this device goes by the texts that it made or has opened, and passes on no other.
 */
import type { SyncState } from '../../../vault/sync/state.ts'

export type Texts = SyncState['sealed']

/** Every text that others say is the secret of a tag of which `own` has none, each once, by tag. */
export function offeredTexts(others: readonly SyncState[], own: Texts): Map<string, string[]> {
  const offered = new Map<string, string[]>()
  for (const { sealed } of others)
    for (const [tag, text] of sealed) {
      const texts = offered.get(tag) ?? []
      if (!own.has(tag) && !texts.includes(text)) offered.set(tag, [...texts, text])
    }
  return offered
}

/** `state` with these texts and no others: a secret of which there is none counts as one that has not come yet. */
export const withTexts = ({ records, sealed }: SyncState, texts: Texts): SyncState => ({
  records,
  sealed: new Map([...texts].filter(([tag]) => sealed.has(tag))),
})
