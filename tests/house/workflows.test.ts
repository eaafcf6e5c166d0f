/** What runs on the way to people is nobody else's, pinned, and cannot be talked into anything. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'

const root = join(import.meta.dirname, '../..')
const folder = join(root, '.github/workflows')
const workflows = readdirSync(folder).map(name => [name, readFileSync(join(folder, name), 'utf8')] as const)

const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  scripts: Record<string, string>
}
/** What npm itself does here. */
const npmsOwn = ['ci', 'audit']

/** Answers with sentences. */
function unsafe(name: string, text: string): string[] {
  const lines = text.split('\n')
  const said = (holds: boolean, sentence: string) => (holds ? [] : [`${name}: ${sentence}`])
  return [
    ...lines
      .filter(line => /\buses:/.test(line))
      .flatMap(line =>
        said(
          /uses: actions\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(line),
          `“${line.trim()}” is not of GitHub itself, or not pinned by its commit.`,
        ),
      ),
    ...lines
      .filter(line => /\bnpm (?:ci|install|i)\b/.test(line))
      .flatMap(line => said(line.includes('--ignore-scripts'), `“${line.trim()}” runs install scripts.`)),
    ...[...text.matchAll(/\bnpm (?:run )?([\w:-]+)/g)].flatMap(([command, name = '']) =>
      said(
        npmsOwn.includes(name) || (name in scripts && (command.startsWith('npm run') || name === 'test')),
        `“${command}” is no command of package.json.`,
      ),
    ),
    ...said(
      times(text, 'actions/setup-node@') === times(text, nodeOfThisSource),
      'a Node other than the pinned one, or packages from a cache that another run has filled.',
    ),
    ...said(
      /^permissions:\n {2}contents: read$/m.test(text),
      'a job may do more than read, unless it says so.',
    ),
    ...said(!/pull_request_target|workflow_run/.test(text), 'a stranger’s change runs with our rights.'),
    ...said(
      !/write/.test(text) || /environment: release\n {4}permissions:\n {6}contents: write/.test(text),
      'who may write has not been approved by a second person.',
    ),
    // A value of the event in a script is a script.
    ...said(!/run:[^\n]*\$\{\{/.test(text), 'a value is put into a script: hand it over by env.'),
    ...said(!/secrets\./.test(text), 'there is a secret in it.'),
    ...said(
      times(text, 'actions/checkout@') === times(text, 'persist-credentials: false'),
      'a checkout leaves its token behind.',
    ),
  ]
}

const times = (text: string, part: string) => text.split(part).length - 1
const nodeOfThisSource = `with:
          node-version-file: .node-version
          package-manager-cache: false`

/** `run: node tools/setup.mjs` and the like: what a script of package.json or a workflow starts is there. */
const started = (text: string): string[] =>
  [...text.matchAll(/\bnode ([\w./-]+\.mjs)/g)].map(([, path = '']) => path)

test('each script of package.json and each workflow starts a file that is there', () => {
  const files = [...Object.values(scripts), ...workflows.map(([, text]) => text)].flatMap(started)
  expect(files.length).toBeGreaterThan(10)
  expect(files.filter(path => !existsSync(join(root, path)))).toEqual([])
})

test.each(workflows)('%s', (name, text) => {
  expect(unsafe(name, text)).toEqual([])
})

test('tests, release and the daily comparison are there, with the pinned Node and without install scripts', () => {
  expect(workflows.map(([name]) => name).sort()).toEqual(['compare-served.yml', 'release.yml', 'tests.yml'])
  expect(readFileSync(join(root, '.node-version'), 'utf8')).toMatch(/^\d+\.\d+\.\d+\n$/)
  expect(readFileSync(join(root, '.npmrc'), 'utf8')).toContain('ignore-scripts=true')
})

describe('the checks themselves can fail', () => {
  const [, release = ''] = workflows.find(([name]) => name === 'release.yml') ?? []
  test.each<[string, (text: string) => string, RegExp]>([
    ['another’s action', text => text.replace('actions/setup-node', 'someone/setup-node'), /GitHub itself/],
    ['a tag', text => text.replace(/@[0-9a-f]{40} # v7\.0\.1/, '@v7'), /pinned/],
    ['install scripts', text => text.replace(' --ignore-scripts', ''), /install scripts/],
    ['rights for all', text => text.replace('contents: read', 'contents: write'), /more than read/],
    ['no approval', text => text.replace('    environment: release\n', ''), /second person/],
    ['a stranger’s change', text => text.replace('  push:', '  pull_request_target:'), /stranger/],
    ['a script made of a value', text => `${text}      - run: echo \${{ github.head_ref }}\n`, /env/],
    [
      'a command that went away',
      text => text.replace('npm run package', 'npm run pack'),
      /npm run pack” is no/,
    ],
    ['a command without “run”', text => text.replace('npm run package', 'npm package'), /npm package” is no/],
    ['another Node', text => text.replace('node-version-file: .node-version', 'node-version: 20'), /pinned/],
    ['a cache', text => text.replace('package-manager-cache: false', 'cache: npm'), /cache/],
    ['a token that stays', text => text.replace('persist-credentials: false', ''), /token/],
  ])('%s', (_, change, expected) => {
    expect(unsafe('release.yml', change(release)).join()).toMatch(expected)
  })
})
