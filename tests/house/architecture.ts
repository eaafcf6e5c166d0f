/** What the documents say of the code is so. Answers with sentences. */
import { drawing, pictureIn } from '../../tools/draw-architecture.mjs'

const mostSteps = 25

/** @param textOf a file's text, by its path; undefined when there is none */
export function architecture(document: string, textOf: (path: string) => string | undefined): string[] {
  const walks = document.split(/^### /m).slice(1)
  /** Pairs of a file and a name that is in it. */
  const missing = (text: string) =>
    [...text.matchAll(/`(src\/[^`]+\.tsx?)` `([^`]+)`/g)].flatMap(([, path = '', name = '']) => {
      const found = textOf(path)
      if (found === undefined) return [`docs/architecture.md: there is no ${path}.`]
      return found.includes(name) ? [] : [`docs/architecture.md: ${path} has no “${name}”.`]
    })
  return [
    ...(pictureIn(document) === drawing()
      ? []
      : ['docs/architecture.md does not show the code as it is: run “node tools/draw-architecture.mjs”.']),
    ...(walks.length === 4 ? [] : [`docs/architecture.md has ${walks.length} walks, and should have four.`]),
    ...walks.flatMap(walk => {
      const title = walk.split('\n', 1)[0]
      const steps = walk.match(/^\d+\. `[^`]+` `[^`]+`/gm)?.length ?? 0
      const isLong = steps === 0 || steps > mostSteps
      return isLong ? [`“${title}” has ${steps} steps, ${mostSteps} is the most.`] : []
    }),
    ...missing(document),
  ]
}

export function marks(document: string, sources: readonly string[]): string[] {
  const used = new Set(
    sources.flatMap(text =>
      [...text.matchAll(/data-keyway(?:=|': )["']([\w-]+)["']/g)].map(([, name]) => name),
    ),
  )
  const listed = new Set([...document.matchAll(/^\| `([\w-]+)`/gm)].map(([, name]) => name))
  return [
    ...[...used].filter(name => !listed.has(name)).map(name => `docs/marks.md lacks the mark “${name}”.`),
    ...[...listed]
      .filter(name => !used.has(name))
      .map(name => `docs/marks.md: no element has the mark “${name}”.`),
  ]
}
