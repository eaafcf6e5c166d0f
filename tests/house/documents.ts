/** What docs/dependencies.md lists, beside what is really there. Answers with sentences. */
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { permissionRows, whereUsed } from '../../tools/manifest-report.ts'

const parts = (text: string): string[] => text.split(/^## /m)
/** The names in the first column of the tables under this heading. */
const rows = (text: string, heading: string): string[][] =>
  (parts(text).find(part => part.startsWith(heading)) ?? '')
    .split('\n')
    .filter(line => line.startsWith('| `'))
    .map(line =>
      line
        .split('|')
        .slice(1, -1)
        .map(cell => cell.trim()),
    )
const bare = (cell = ''): string => cell.replaceAll('`', '')

function differ(where: string, listed: string[], real: string[]): string[] {
  return [
    ...listed.filter(name => !real.includes(name)).map(name => `${where} lists ${name}, which is not there.`),
    ...real
      .filter(name => !listed.includes(name))
      .map(name => `${where} does not list ${name}: say in one line why it is needed.`),
  ]
}

/** @param built names of the packages whose code the build put in */
export function unlistedInBuild(text: string, built: string[]): string[] {
  const listed = rows(text, 'In the package').map(([name]) => bare(name))
  return differ('docs/dependencies.md', listed, built)
}

type Packages = { dependencies: Record<string, string>; devDependencies: Record<string, string> }
export function unlistedPackages(text: string, { dependencies, devDependencies }: Packages): string[] {
  const where = 'docs/dependencies.md'
  const names = (heading: string) => rows(text, heading).map(([name]) => bare(name))
  // What these bring along stands in a table of its own, of two columns.
  const own = rows(text, 'In the package').filter(cells => cells.length > 2)
  return [
    ...differ(
      where,
      own.map(([name]) => bare(name)),
      Object.keys(dependencies),
    ),
    ...differ(where, names('Only for'), Object.keys(devDependencies)),
  ]
}

/** A linter's binaries for other systems, which the registry in use did not have when the lockfile was made (21 November 2026). */
const withoutHash = /^node_modules\/@biomejs\/cli-(?!linux-x64$)/

type Locked = { hasInstallScript?: boolean; integrity?: string; resolved?: string }
type Lockfile = { packages: object }
/** A script that runs at installation runs as the developer, before anybody has looked at it. */
export function unsafePackages({ packages }: Lockfile): string[] {
  return Object.entries(packages as Record<string, Locked>).flatMap(
    ([path, { hasInstallScript, integrity, resolved }]) => [
      ...(hasInstallScript ? [`${path} runs a script when it is installed: use another package.`] : []),
      ...(path !== '' && !withoutHash.test(path) && integrity?.startsWith('sha512-') !== true
        ? [`${path} has no SHA-512 in the lockfile.`]
        : []),
      // Without an address it comes from the registry that npm is set to.
      ...(resolved !== undefined && !resolved.startsWith('https://registry.npmjs.org/')
        ? [`${path} comes from ${resolved}, which is not the public registry.`]
        : []),
    ],
  )
}

type Wanted = {
  permissions: string[]
  host_permissions: string[]
  optional_permissions: string[]
  optional_host_permissions: string[]
}
export function unexplainedPermissions(root: string, text: string, manifest: Wanted): string[] {
  const listed = permissionRows(text)
  const wanted = [
    ...manifest.permissions,
    ...manifest.host_permissions,
    ...manifest.optional_permissions,
    ...manifest.optional_host_permissions,
  ]
  return [
    ...differ(
      'docs/dependencies.md',
      listed.map(({ name }) => name),
      wanted,
    ),
    ...listed
      .filter(({ name, path }) => !whereUsed(root, name, path))
      .map(({ name, path }) => `${path} does not use ${name}, as docs/dependencies.md says.`),
  ]
}

/** Links to files of this repository and to headings, in the form of GitHub's anchors; addresses of the web are not asked for. */
export function deadLinks(root: string, path: string, text: string): string[] {
  return [...text.matchAll(/\]\((?!https?:)([^)#\s]*)(?:#([^)\s]+))?\)/g)].flatMap(
    ([, file = '', anchor]) => {
      const target = file === '' ? path : join(dirname(path), file)
      const said = `${path} links to ${file}${anchor ? `#${anchor}` : ''}, which is not there.`
      if (file !== '' && !existsSync(join(root, target))) return [said]
      if (anchor === undefined) return []
      const anchors = (file === '' ? text : readFileSync(join(root, target), 'utf8'))
        .split('\n')
        .filter(line => /^#{1,6} /.test(line))
        .map(line => anchorOf(line.replace(/^#+ /, '')))
      return anchors.includes(anchor) ? [] : [said]
    },
  )
}
const anchorOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replaceAll(/[^\w\s-]/g, '')
    .replaceAll(/\s/g, '-')

/** What is wrong with docs/decisions.md: numbers that skip or repeat, entries too long to be read, and names of files that are gone. */
export function brokenDecisions(text: string, files: string[]): string[] {
  const entries = text.split(/^(?=\d+\. )/m).filter(part => /^\d/.test(part))
  return entries.flatMap((entry, index) => {
    const number = index + 1
    const lines = entry.trimEnd().split('\n').length
    const gone = [...entry.matchAll(/`([\w./-]+\.(?:tsx?|mjs))`/g)]
      .map(([, path = '']) => path)
      .filter(path => !files.some(file => `/${file}`.endsWith(`/${path}`)))
    return [
      ...(entry.startsWith(`${number}. **`)
        ? []
        : [`The decision after ${index} does not begin with “${number}. **”.`]),
      ...(lines <= 10 ? [] : [`Decision ${number} has ${lines} lines: say what, why and what was rejected.`]),
      ...gone.map(path => `Decision ${number} names ${path}, which is not there.`),
      ...referredTo(entry)
        .filter(other => other > entries.length)
        .map(other => `Decision ${number} refers to ${other}, which is not there.`),
    ]
  })
}
const referredTo = (text: string): number[] =>
  [...text.matchAll(/\((\d+)\)|(?:[Dd]ecision|[Jj]oined with|[Ss]ee) (\d+)(?: and (\d+))?/g)].flatMap(
    ([, ...numbers]) => numbers.filter(Boolean).map(Number),
  )
