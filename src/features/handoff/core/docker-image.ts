/**
 * Which `.env` files come into the image that a Dockerfile builds: what it copies, and what .dockerignore does not leave out. The folder
 * of the Dockerfile is taken for the context, which is what `docker build` is given as a rule. Pure.
 * Rules: https://docs.docker.com/build/concepts/context/#dockerignore-files (read 22 November 2026): patterns begin at the context's
 * root, the last line that matches decides, and `NAME.dockerignore` beside a Dockerfile counts in place of `.dockerignore`.
 */
import { fitsPath, type PathPattern, pathPattern } from './glob.ts'

/** The files that were found in a folder: their paths from its top, and their texts. */
export type ForImages = {
  dockerfiles: Map<string, string>
  ignoreFiles: Map<string, string>
  envFiles: string[]
}

export type InImage = { file: string; dockerfile: string; ignoreFile: string; line: string }

export const isDockerfile = (name: string): boolean =>
  /^(?:(?:Dockerfile|Containerfile)(?:\..+)?|.+\.Dockerfile)$/.test(name) && !isDockerIgnore(name)

export const isDockerIgnore = (name: string): boolean => name.endsWith('.dockerignore')

/** `.env.example` and its like hold no keys, and are meant to be copied. */
export const isEnvFile = (name: string): boolean =>
  /^\.env(?:\.|$)/.test(name) && !/\.(?:example|sample|template|dist|defaults?)$/.test(name)

/** The most comparisons of a pattern with a path. People’s files need far fewer, and this many still take little time. */
const mostCompared = 300_000

/** @returns `isCut`: there was more to compare than is compared */
export function inImages({ dockerfiles, ignoreFiles, envFiles }: ForImages): {
  found: InImage[]
  isCut: boolean
} {
  let left = mostCompared
  const fits = (pattern: Pattern, names: string[]) => left-- > 0 && matches(pattern, names)
  const found: InImage[] = []
  for (const [dockerfile, text] of dockerfiles) {
    if (left <= 0) break
    const folder = dockerfile.slice(0, dockerfile.lastIndexOf('/') + 1)
    const own = `${dockerfile}.dockerignore`
    const ignoreFile = ignoreFiles.has(own) ? own : `${folder}.dockerignore`
    const sources = copiedBy(text).slice(0, left).map(patternOf)
    const rules = rulesIn(ignoreFiles.get(ignoreFile) ?? '', left)
    for (const file of envFiles) {
      if (!file.startsWith(folder)) continue
      const line = file.slice(folder.length)
      const names = line.split('/')
      if (!sources.some(source => fits(source, names))) continue
      const last = rules.findLast(({ pattern }) => fits(pattern, names))
      if (left > 0 && !last?.isOut) found.push({ file, dockerfile, ignoreFile, line })
    }
  }
  return { found, isCut: left <= 0 }
}

/** The sources of each COPY and ADD that reads the context. Variables in them are not followed. */
function copiedBy(dockerfile: string): string[] {
  const lines = dockerfile.replace(/\\[ \t]*\r?\n/g, ' ').split(/\r?\n/)
  return lines.flatMap(line => {
    const [instruction = '', ...words] = line.trim().split(/\s+/)
    // From another stage or image; options else say nothing of the source.
    if (!/^(?:copy|add)$/i.test(instruction) || words.some(word => /^--from=/i.test(word))) return []
    const places = words.filter(word => !word.startsWith('--'))
    return (places[0]?.startsWith('[') ? listed(places.join(' ')) : places).slice(0, -1)
  })
}

function listed(json: string): string[] {
  return Array.from(json.matchAll(/"((?:[^"\\]|\\.)*)"/g), ([, text = '']) => text)
}

/** Undefined: the folder itself. */
type Pattern = PathPattern | undefined

function patternOf(written: string): Pattern {
  const parts = written.split('/').filter(part => part !== '' && part !== '.')
  return parts.length === 0 ? undefined : pathPattern(parts.join('/'))
}

/** The file itself, or a folder above it; `*` and `?` stay within one name, `**` does not. */
const matches = (pattern: Pattern, names: string[]): boolean =>
  pattern === undefined || names.some((_, at) => fitsPath(pattern, names.slice(0, at + 1)))

function rulesIn(ignoreFile: string, most: number): { pattern: Pattern; isOut: boolean }[] {
  return ignoreFile
    .split(/\r?\n/)
    .slice(0, most)
    .flatMap(written => {
      const line = written.trim()
      if (line === '' || written.startsWith('#')) return []
      const isOut = !line.startsWith('!')
      return [{ pattern: patternOf(isOut ? line : line.slice(1).trim()), isOut }]
    })
}
