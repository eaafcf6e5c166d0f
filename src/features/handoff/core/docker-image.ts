/**
 * Which `.env` files come into the image that a Dockerfile builds: what it copies, and what .dockerignore does not leave out. The folder
 * of the Dockerfile is taken for the context, which is what `docker build` is given as a rule. Pure.
 * Rules: https://docs.docker.com/build/concepts/context/#dockerignore-files (read 22 November 2026): patterns begin at the context's
 * root, the last line that matches decides, and `NAME.dockerignore` beside a Dockerfile counts in place of `.dockerignore`.
 */
import ignore from 'ignore'

/** What the walk through a folder has met: paths from its top, and texts. */
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

export function inImages({ dockerfiles, ignoreFiles, envFiles }: ForImages): InImage[] {
  return [...dockerfiles].flatMap(([dockerfile, text]) => {
    const folder = dockerfile.slice(0, dockerfile.lastIndexOf('/') + 1)
    const own = `${dockerfile}.dockerignore`
    const ignoreFile = ignoreFiles.has(own) ? own : `${folder}.dockerignore`
    const sources = copiedBy(text)
    return envFiles
      .filter(file => file.startsWith(folder))
      .map(file => ({ file, line: file.slice(folder.length) }))
      .filter(({ line }) => sources.some(source => matches(source, line)))
      .filter(({ line }) => !isLeftOut(ignoreFiles.get(ignoreFile) ?? '', line))
      .map(({ file, line }) => ({ file, dockerfile, ignoreFile, line }))
  })
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

/** The file itself, or a folder above it; `*` and `?` stay within one name, `**` does not. */
function matches(pattern: string, path: string): boolean {
  const parts = pattern.split('/').filter(part => part !== '' && part !== '.')
  if (parts.length === 0) return true
  return ignore({ ignorecase: false })
    .add(`/${parts.join('/')}`)
    .ignores(path)
}

function isLeftOut(ignoreFile: string, path: string): boolean {
  let isOut = false
  for (const written of ignoreFile.split(/\r?\n/)) {
    const line = written.trim()
    if (line === '' || written.startsWith('#')) continue
    const isBack = line.startsWith('!')
    if (matches(isBack ? line.slice(1).trim() : line, path)) isOut = !isBack
  }
  return isOut
}
