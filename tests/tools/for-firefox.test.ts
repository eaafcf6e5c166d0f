/** The package for Firefox: the manifest that it reads, and that what stands in for a file is as good as that. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import source from '../../manifest.json' with { type: 'json' }
import { firefoxManifest, stoodIn } from '../../tools/for-firefox.ts'
import { parse } from '../house/source.ts'

const src = join(import.meta.dirname, '../../src')
const made = firefoxManifest({ ...source, content_scripts: undefined }) as Record<string, unknown>

test('Firefox is asked for nothing that Chrome is not asked for', () => {
  for (const list of [
    'permissions',
    'host_permissions',
    'optional_permissions',
    'optional_host_permissions',
  ] as const)
    expect(source[list], list).toEqual(expect.arrayContaining(made[list] as string[]))
  expect(source.permissions.filter(name => !(made.permissions as string[]).includes(name))).toEqual([
    'sidePanel',
    'offscreen',
  ])
  expect(made.content_security_policy).toEqual(source.content_security_policy)
})

test('the event page, the sidebar and what Firefox wants to know are there, and nothing that only Chrome knows', () => {
  expect(made).toMatchObject({
    background: { scripts: ['background.js'], type: 'module' },
    sidebar_action: { default_panel: source.side_panel.default_path, open_at_install: false },
    incognito: 'not_allowed',
    browser_specific_settings: {
      gecko: {
        id: expect.stringMatching(/^[\w-]+@[\w.-]+$/),
        data_collection_permissions: { required: ['none'] },
      },
    },
  })
  const { 'open-panel': openPanel, ...others } = source.commands
  expect(made.commands).toEqual({
    ...others,
    _execute_sidebar_action: { suggested_key: openPanel.suggested_key },
  })
  for (const name of ['key', 'minimum_chrome_version', 'side_panel', 'externally_connectable', 'storage'])
    expect(made, name).not.toHaveProperty(name)
  for (const name of ['name', 'version', 'default_locale', 'icons', 'options_ui', 'action'] as const)
    expect(made[name], name).toEqual(source[name])
})

const files = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .map(path => path.replaceAll('\\', '/'))
  .filter(path => /\.tsx?$/.test(path))

/** Members of `chrome` and `navigator` that Firefox does not have. */
const onlyChrome =
  /chrome\s*\.\s*(?:offscreen|sidePanel|debugger|tabCapture|declarativeContent)\b|setAccessLevel|storageBuckets/

test('what only Chrome has is spoken of in no file that the package for Firefox holds as it is', () => {
  const speaking = files.filter(path => onlyChrome.test(code(path)))
  // Files that nobody else stands in for hold none of it.
  expect(speaking.filter(path => !(path in stoodIn))).toEqual([])
  expect(speaking.length).toBeGreaterThan(2)
})

/** Their promises are the page's in Firefox, where an object of the content script's makes them fail: the page may not look into it. */
const answerOfThePage =
  /(?:=\s*await|return(?:\s+await)?|=>)\s*(?:scheduler\.postTask|document\.startViewTransition)\b/

test('what the page’s own promises answer is asked for nowhere', () => {
  expect(files.filter(path => answerOfThePage.test(code(path)))).toEqual([])
})

test('what stands in for a file offers all that the file offers', () => {
  for (const [path, other] of Object.entries(stoodIn)) {
    const offered = exported(path)
    const instead = exported(other)
    if (instead.includes('*')) continue
    expect(instead, other).toEqual(expect.arrayContaining(offered))
  }
})

const code = (path: string) => readFileSync(join(src, path), 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '')

/** Values only; `*` for all of another file. */
function exported(path: string): string[] {
  return parse(`src/${path}`, readFileSync(join(src, path), 'utf8')).nodes.flatMap(node => {
    if (node.type === 'ExportAllDeclaration') return ['*']
    if (node.type === 'ExportDefaultDeclaration') return ['default']
    if (node.type !== 'ExportNamedDeclaration') return []
    const declared = node.declaration as {
      id?: { name: string }
      declarations?: { id: { name: string } }[]
      type: string
    } | null
    if (declared?.type.startsWith('TS')) return []
    const specifiers = (node.specifiers as { exported: { name: string } }[] | undefined) ?? []
    return [
      ...(declared?.declarations ?? (declared?.id ? [{ id: declared.id }] : [])).map(({ id }) => id.name),
      ...specifiers.map(one => one.exported.name),
    ]
  })
}
