/** Every kind of thing that the code stores, and where the number of its form stands: a new one without a row here fails. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { writeNote } from '../../src/features/sync/core/join-notes.ts'
import { writeFile } from '../../src/features/sync/core/space-format.ts'
import { writeBackup } from '../../src/features/transfer/core/backup-format.ts'

/** Files, and what lies in a folder or in browser sync, by the format that they name. */
const files: Record<string, string> = {
  'keyway-backup': writeBackup([], 1),
  'keyway-sync': writeFile({ space: '', device: '', sequence: 1, sealed: '' }),
  'keyway-join': writeNote({ is: 'ask', at: 1, commitment: '' }),
}

/** Every file of `src` that opens a store itself, and how what lies there is counted. */
const doors: Record<string, string> = {
  'features/lock/worker/chrome.ts': 'the second copy of the vault: the header',
  'platform/firefox/local-area.ts': '`storage.local` in Firefox: as there',
  'platform/firefox/watched-database.ts': 'a database: its own number',
  'platform/folders.ts': 'a database: its own number',
  'platform/forget-folders.ts': 'a database: its own number',
  'platform/mirror.ts': 'a database: its own number',
  'platform/screen/sync-area.ts': 'sync files: `version`',
  'platform/screen/sync-place.ts': 'a database: its own number',
  'platform/screen/watch-items.ts': 'only listens',
  // Chrome empties it when the extension is updated: https://developer.chrome.com/docs/extensions/reference/api/storage (read 2026-11-23).
  'platform/session.ts': 'memory, gone with an update',
  'platform/storage.ts': '`dataVersion`',
  'platform/vault-marker.ts': 'holds no data',
  'ui/focus/unsaved-text.ts': 'a mark of the tab without data, gone with it',
  'ui/pieces/appearance.ts': '`version`',
}

describe('in the code', () => {
  const src = join(import.meta.dirname, '../../src')
  const sources = readdirSync(src, { recursive: true, encoding: 'utf8' })
    .map(name => name.replaceAll('\\', '/'))
    .filter(name => /\.tsx?$/.test(name))
    .map(
      name => [name, readFileSync(join(src, name), 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '')] as const,
    )

  it('every place that opens a store is known here', () => {
    const opens =
      /\blocalStorage\b|\bsessionStorage\b|\bcaches\.open|\bindexedDB\.open|\bopenDB\(|\bcreateMirror\(|\.storage\.(?:local|session|sync)\b|\bdocument\.cookie|\bstorageBuckets\b/
    const found = sources.filter(([, text]) => opens.test(text)).map(([name]) => name)
    expect(found.sort()).toEqual(Object.keys(doors).sort())
  })

  it('every database is opened with a number', () => {
    const opened = sources.flatMap(([name, text]) =>
      [...text.matchAll(/(?:openDB|indexedDB\.open|databases\(\)\)\.open)\(([^)]*?)(?:, \{|\))/g)].map(
        ([, given = '']) => `${name}: ${/, [1-9]\d*$/.test(given)}`,
      ),
    )
    expect(opened.sort()).toEqual([
      'platform/folders.ts: true',
      'platform/forget-folders.ts: true',
      'platform/mirror.ts: true',
      'platform/screen/sync-place.ts: true',
    ])
  })

  it('every format of a file has its number', () => {
    const all = new Set(
      sources.flatMap(([, text]) =>
        [...text.matchAll(/format: (?:v\.literal\()?'(keyway-[\w-]+)'/g)].map(([, is = '']) => is),
      ),
    )
    expect([...all].sort()).toEqual(Object.keys(files).sort())
    for (const format of all) expect(JSON.parse(files[format] ?? '{}')).toMatchObject({ format, version: 1 })
  })
})
