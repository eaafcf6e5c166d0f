/** What store/ says, beside the manifest, the store's limits and the tests that show it. Answers with sentences. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { missingProofs } from './threat-model.ts'

/** Characters, as store/README.md lists them with their sources. */
export const most = { name: 75, shortName: 12, summary: 132, description: 16_000, reason: 1_000 }

type Wanted = {
  permissions: string[]
  host_permissions: string[]
  optional_permissions: string[]
  optional_host_permissions: string[]
}

/** The text under a heading, without the headings below it. */
export function section(text: string, heading: string, level = '##'): string {
  const lines = text.split('\n')
  const start = lines.indexOf(`${level} ${heading}`)
  if (start < 0) return ''
  const rest = lines.slice(start + 1)
  const end = rest.findIndex(line => /^#{1,3} /.test(line))
  return rest
    .slice(0, end < 0 ? undefined : end)
    .join('\n')
    .trim()
}

const headings = (text: string, level: string): string[] =>
  text.split('\n').flatMap(line => (line.startsWith(`${level} `) ? [line.slice(level.length + 1)] : []))

/** Each permission and host has its reason, each reason its permission, and none is longer than the form takes. */
export function unjustified(text: string, manifest: Wanted): string[] {
  const permissions = [...manifest.permissions, ...manifest.optional_permissions]
  const hosts = [...manifest.host_permissions, ...manifest.optional_host_permissions]
  const listed = [...section(text, 'Host permissions').matchAll(/^\| `([^`]+)` *\| (.+?) *\|$/gm)]
  const reasons = headings(text, '###').map(name => [name, section(text, name, '###')] as const)
  // The form's own field ends where our list of hosts begins; its first line is for us.
  const [, forAllHosts = ''] = section(text, 'Host permissions').split('\n\n')
  const fields = [
    ...reasons,
    ['Host permissions', forAllHosts] as const,
    ['Single purpose', section(text, 'Single purpose')] as const,
    ['Remote code', section(text, 'Remote code')] as const,
  ]
  return [
    ...differ(
      reasons.map(([name]) => name),
      permissions,
    ),
    ...differ(
      listed.map(([, host = '']) => host),
      hosts,
    ),
    ...fields.flatMap(([name, reason]) => lengthOf(name, reason, most.reason)),
  ]
}

const differ = (listed: string[], real: string[]): string[] => [
  ...real.filter(name => !listed.includes(name)).map(name => `store/ gives no reason for ${name}.`),
  ...listed
    .filter(name => !real.includes(name))
    .map(name => `store/ gives a reason for ${name}, which the manifest does not ask for.`),
]

export function lengthOf(name: string, text: string, limit: number): string[] {
  if (text === '') return [`store/ says nothing of ${name}.`]
  return text.length > limit ? [`${name} has ${text.length} characters, the store takes ${limit}.`] : []
}

/** The lines of the description that promise something. */
export const promises = (listing: string): string[] =>
  section(listing, 'Description')
    .split('\n')
    .flatMap(line => (line.startsWith('- ') ? [line.slice(2)] : []))

/** Each promise has its row, each row its promise, and each test that a row names is there. */
export function unproven(root: string, listing: string, claims: string): string[] {
  const rows = claims
    .split('\n')
    .filter(line => line.startsWith('| '))
    .slice(2)
    .map(line => line.split('|').map(cell => cell.trim()))
  const made = promises(listing)
  return [
    ...made
      .filter(promise => !rows.some(([, begin = '']) => promise.startsWith(begin)))
      .map(promise => `store/claims.md does not say what shows “${promise}”.`),
    ...rows.flatMap(([, begin = '', shown = '']) => [
      ...(made.some(promise => promise.startsWith(begin))
        ? []
        : [`The description has no line that begins with “${begin}”.`]),
      ...(shown.includes('`tests/') || shown === limit
        ? []
        : [`store/claims.md names no test for “${begin}”.`]),
    ]),
    ...missingProofs(root, claims, 'store/claims.md'),
  ]
}
const limit = 'nothing to show: it is a limit'

/** What the notes put in curly quotes is a text of Keyway's, letter by letter: a reviewer looks for it. */
export function unknownWords(root: string, notes: string): string[] {
  const sources = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
    .filter(path => /\.tsx?$/.test(path))
    .map(path => readFileSync(join(root, 'src', path), 'utf8'))
  return [...notes.matchAll(/“([^”]+)”/g)]
    .map(([, words = '']) => words)
    .filter(words => !sources.some(source => source.includes(`'${words}'`)))
    .map(words => `store/reviewer-notes.md names “${words}”, which no screen of Keyway says.`)
}

type Picture = { width: number; height: number; hasAlpha: boolean }

/** From a PNG's first chunk (IHDR). Colour types 4 and 6 have an alpha channel. */
export function pictureOf(path: string): Picture | undefined {
  if (!existsSync(path)) return undefined
  const bytes = readFileSync(path)
  if (bytes.toString('latin1', 12, 16) !== 'IHDR') return undefined
  return {
    width: bytes.readUInt32BE(16),
    height: bytes.readUInt32BE(20),
    hasAlpha: [4, 6].includes(bytes[25] ?? 6),
  }
}
