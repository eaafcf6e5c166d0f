/** What the documents say of the code is so. Answers with sentences. */
import { drawing, pictureIn } from '../../tools/draw-architecture.mjs'

const mostSteps = 25

/** @param textOf a file's text, by its path; undefined when there is none */
export function architecture(document: string, textOf: (path: string) => string | undefined): string[] {
  const walks = document.split(/^### /m).slice(1)
  return [
    ...(pictureIn(document) === drawing()
      ? []
      : ['docs/architecture.md does not show the code as it is: run “node tools/draw-architecture.mjs”.']),
    ...(walks.length === 3 ? [] : [`docs/architecture.md has ${walks.length} walks, and should have three.`]),
    ...walks.flatMap(walk => {
      const title = walk.split('\n', 1)[0]
      const steps = [...walk.matchAll(/^\d+\. `([^`]+)` `([^`]+)`/gm)]
      const gone = steps.flatMap(([, path = '', name = '']) => {
        const text = textOf(path)
        if (text === undefined) return [`docs/architecture.md, “${title}”: there is no ${path}.`]
        return text.includes(name) ? [] : [`docs/architecture.md, “${title}”: ${path} has no “${name}”.`]
      })
      const isLong = steps.length === 0 || steps.length > mostSteps
      return isLong ? [...gone, `“${title}” has ${steps.length} steps, ${mostSteps} is the most.`] : gone
    }),
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
