/**
 * Class names as a build with CSS modules leaves them: different for every seed, so that nothing can rely on them. The stylesheet
 * and the pages compute the same ones. Runs on both sides.
 */
export function hashedClass(seed: number, name: string): string {
  let hash = 2166136261 ^ seed
  for (const character of name) hash = Math.imul(hash ^ character.charCodeAt(0), 16777619)
  hash = Math.imul(hash ^ (hash >>> 15), 2246822507)
  return `_${((hash ^ (hash >>> 13)) >>> 0).toString(36).slice(0, 5).padEnd(5, 'x')}`
}

/** `.name` in every selector of a stylesheet that was written with plain names; `.5rem` stays. */
export function hashStylesheet(css: string, seed: number): string {
  return css.replace(
    /\.(?=[a-z])([a-z][a-z0-9-]*)(?![^{]*;)/g,
    (_, name: string) => `.${hashedClass(seed, name)}`,
  )
}
