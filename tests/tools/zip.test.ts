/** The zip that goes to a store: others can read it, and its bytes are the same on every machine. */
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { zipped } from '../../tools/zip.mjs'

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
const files = {
  'manifest.json': bytes('{ "name": "Keyway" }'),
  'assets/many.js': bytes('let key = 1;\n'.repeat(5000)),
  'assets/nothing.css': bytes(''),
  'icons/noise.png': Uint8Array.from({ length: 700 }, (_, at) => Math.imul(at, at * 2654435761) >>> 24),
  '_locales/ü.json': bytes('{}'),
}

test('what was packed comes out again, by a program and by a library that did not pack it', () => {
  const zip = zipped(files)
  expect(unzipSync(zip)).toEqual(files)
  const folder = mkdtempSync(join(tmpdir(), 'keyway-zip-'))
  try {
    writeFileSync(join(folder, 'it.zip'), zip)
    const script = `import sys, zipfile
zip = zipfile.ZipFile(sys.argv[1])
assert zip.testzip() is None
print([[one.filename, one.file_size, list(one.date_time), oct(one.external_attr >> 16)] for one in zip.infolist()].__repr__().replace("'", '"'))`
    const read = execFileSync('python3', ['-c', script, join(folder, 'it.zip')], { encoding: 'utf8' })
    const midnight = [1980, 1, 1, 0, 0, 0]
    expect(JSON.parse(read)).toEqual(
      Object.entries(files).map(([path, { length }]) => [path, length, midnight, '0o100644']),
    )
  } finally {
    rmSync(folder, { recursive: true })
  }
})

test('its bytes are those that another machine, another Node and another year wrote', () => {
  // Who changes pako or the form of the zip changes this, and everybody's package with it.
  expect(createHash('sha256').update(zipped(files)).digest('hex')).toBe(
    'd1aeae2833008d717638ed0ded13d90a4598677f5d88d0d8246d2649cbd25b02',
  )
})
