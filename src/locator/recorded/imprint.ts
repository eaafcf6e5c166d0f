/**
 * A sample of what a page said, as hashes: enough to ask later how much of the page is left, too little to read. Knows no DOM.
 */

const SAMPLE = 40

function hashOf(text: string): number {
  let hash = 0
  for (let i = 0; i < text.length; i++) hash = (Math.imul(hash, 31) + text.charCodeAt(i)) | 0
  return hash
}

/** Evenly over the page; long texts are content that changes daily. */
export function sampleOf(texts: Iterable<string>): number[] {
  const all = [...texts].filter(text => text.length <= 60).map(hashOf)
  const step = Math.max(1, all.length / SAMPLE)
  return all.filter((_, i) => i % step < 1)
}

/** Share of what the old page said that the new one says, too, 0 to 1. */
export function leftOf(old: readonly number[], texts: Iterable<string>): number {
  const now = new Set([...texts].map(hashOf))
  return old.filter(hash => now.has(hash)).length / Math.max(1, old.length)
}
