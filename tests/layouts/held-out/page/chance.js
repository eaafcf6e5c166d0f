/** Letters for keys that the page makes while it runs: none stands in its source. */

export function lettersFrom(seed, length) {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-'
  let state = seed >>> 0
  let text = ''
  for (let i = 0; i < length; i++) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    const mixed = Math.imul(state ^ (state >>> 16), 0x45d9f3b)
    text += alphabet[(mixed >>> 8) % (i === 0 || i === length - 1 ? 62 : alphabet.length)]
  }
  return text
}

export function makeKey(kind, seed) {
  if (kind === 'service') return `sk-svcacct-${lettersFrom(seed, 74)}T3BlbkFJ${lettersFrom(seed + 1, 74)}`
  if (kind === 'project-short') return `sk-proj-${lettersFrom(seed, 20)}T3BlbkFJ${lettersFrom(seed + 1, 20)}`
  return `sk-proj-${lettersFrom(seed, 74)}T3BlbkFJ${lettersFrom(seed + 1, 74)}`
}
