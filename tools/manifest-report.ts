/**
 * What the manifest asks for, as `npm run package` writes it beside the zip: each permission and host with the reason that the store’s form
 * is given and the line of the source that uses it; and the sizes beside their limits. Pure but for reading the files that are named.
 */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

export type Asked = { name: string; reason: string; path: string; line?: number; text?: string }

/** What stands in the source where a permission is used, for those that no API goes by. */
const markers: Record<string, string> = {
  unlimitedStorage: 'indexedDB',
  clipboardWrite: "execCommand('copy')",
  clipboardRead: "execCommand('paste')",
}
const hostOf = (pattern: string): string => /:\/\/(?:\*\.)?([^/]+)/.exec(pattern)?.[1] ?? pattern

/** The first line of this file that uses it; comments do not count. Undefined: none does. */
export function whereUsed(
  root: string,
  name: string,
  path: string,
): { line: number; text: string } | undefined {
  if (!existsSync(join(root, path))) return undefined
  const marker = markers[name] ?? (name.includes(':') ? hostOf(name) : `.${name}`)
  const lines = readFileSync(join(root, path), 'utf8').split('\n')
  const at = lines.findIndex(line => line.includes(marker) && !/^\s*(?:\/\/|\/?\*)/.test(line))
  return at < 0 ? undefined : { line: at + 1, text: lines[at]?.trim() ?? '' }
}

/** The table under “Permissions” of docs/dependencies.md: what, why, where. */
export const permissionRows = (dependencies: string): { name: string; why: string; path: string }[] =>
  (dependencies.split(/^## /m).find(part => part.startsWith('Permissions')) ?? '')
    .split('\n')
    .filter(line => line.startsWith('| `'))
    .map(line => {
      const [, name = '', why = '', path = ''] = line.split('|').map(cell => cell.trim().replaceAll('`', ''))
      return { name, why, path }
    })

/** @param practices store/privacy-practices.md: a heading for each permission, a row for each host */
export const asked = (root: string, dependencies: string, practices: string): Asked[] =>
  permissionRows(dependencies).map(({ name, path }) => ({
    name,
    reason: reasonOf(name, practices),
    path,
    ...whereUsed(root, name, path),
  }))

function reasonOf(name: string, practices: string): string {
  const row = practices.split('\n').find(line => line.startsWith(`| \`${name}\``))
  const text = row?.split('|')[2] ?? practices.split(`### ${name}\n`)[1]?.split(/^#/m)[0]
  return text?.trim() ?? 'store/ gives no reason'
}

export type Size = { what: string; bytes: number; most: number }

/** As Markdown, for a person who looks through a release. */
export function report(title: string, hash: string, all: Asked[], sizes: Size[]): string {
  const kB = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`
  return `# ${title}

SHA-256 of the zip: \`${hash}\`

## What the manifest asks for

| permission or host | why | used in | line |
| --- | --- | --- | --- |
${all.map(({ name, reason, path, line, text }) => `| \`${name}\` | ${reason} | \`${path}:${line ?? '?'}\` | \`${text?.replaceAll('|', '\\|') ?? 'nothing uses it'}\` |`).join('\n')}

## Sizes

| what | size | most | of it |
| --- | --- | --- | --- |
${sizes.map(({ what, bytes, most }) => `| ${what} | ${kB(bytes)} | ${kB(most)} | ${((bytes / most) * 100).toFixed(1)} % |`).join('\n')}
`
}
