/** Anybody can hold what a store serves against what this source builds: what was changed, added or taken out is named. */
import { createHash, generateKeyPairSync, type KeyObject, sign } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { compareServed, isSame, type Row } from '../../tools/compare-served.ts'
import { readServed } from '../../tools/crx.ts'
import { verifyServed } from '../../tools/verify-served.ts'
import { zipped } from '../../tools/zip.mjs'

const text = (value: unknown): Buffer =>
  Buffer.from(typeof value === 'string' ? value : JSON.stringify(value))
const manifest = { manifest_version: 3, name: 'Keyway', version: '1.2.3' }
const built = { 'manifest.json': text(manifest), 'assets/a.js': text('let a = 1') }
const served = {
  ...built,
  'manifest.json': text({
    update_url: 'https://clients2.google.com/service/update2/crx',
    key: 'MIIB',
    ...manifest,
  }),
  '_metadata/verified_contents.json': text([]),
}

const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 })
const ec = generateKeyPairSync('ec', { namedCurve: 'P-256' })

/** One length-delimited field of a protocol buffer. */
function field(number: number, bytes: Buffer): Buffer {
  const varint = (value: number): number[] =>
    value < 0x80 ? [value] : [(value & 0x7f) | 0x80, ...varint(Math.floor(value / 0x80))]
  return Buffer.concat([Buffer.from([...varint(number * 8 + 2), ...varint(bytes.length)]), bytes])
}

const spki = (key: KeyObject): Buffer => key.export({ format: 'der', type: 'spki' })
const idBytes = (key: KeyObject): Buffer => createHash('sha256').update(spki(key)).digest().subarray(0, 16)

/** As a store makes it: signed by the extension's own key, and by a second one. */
function crx(zip: Uint8Array, id = idBytes(rsa.publicKey)): Buffer {
  const signedData = field(1, id)
  const size = Buffer.alloc(4)
  size.writeUInt32LE(signedData.length)
  const message = Buffer.concat([Buffer.from('CRX3 SignedData\0'), size, signedData, zip])
  const proof = (number: number, pair: typeof rsa): Buffer =>
    field(
      number,
      Buffer.concat([field(1, spki(pair.publicKey)), field(2, sign('sha256', message, pair.privateKey))]),
    )
  const header = Buffer.concat([proof(2, rsa), proof(3, ec), field(10_000, signedData)])
  const start = Buffer.from('Cr24\x03\0\0\0\0\0\0\0', 'latin1')
  start.writeUInt32LE(header.length, 8)
  return Buffer.concat([start, header, zip])
}

const other = (rows: Row[]) => rows.filter(({ outcome }) => outcome !== 'same')

describe('what a store serves', () => {
  test('is read with whose it is, and only what the store itself adds is set apart', () => {
    const read = readServed(crx(zipped(served)))
    expect(read.signed?.extensionId).toMatch(/^[a-p]{32}$/)
    expect(read.signed?.byChromeWebStore).toBe(false)
    const rows = compareServed(read.files, built)
    expect(isSame(rows)).toBe(true)
    expect(other(rows)).toEqual([
      { path: '_metadata/verified_contents.json', outcome: 'added by the store' },
      { path: 'manifest.json', outcome: 'added by the store', note: 'its own fields only' },
    ])
  })

  test('may be a plain zip, of which nobody says who made it', () => {
    expect(readServed(zipped(built))).toEqual({
      files: Object.fromEntries(Object.entries(built).map(([path, bytes]) => [path, new Uint8Array(bytes)])),
    })
  })

  test.each<[string, Record<string, Buffer>, RegExp]>([
    ['a changed file', { ...served, 'assets/a.js': text('let a = 2') }, /different.*assets\/a\.js/],
    ['one file more', { ...served, 'assets/b.js': text('') }, /only served.*assets\/b\.js/],
    ['one more beside the store’s own', { ...served, '_metadata/x.js': text('') }, /only served/],
    ['a file less', { 'manifest.json': built['manifest.json'] }, /only built.*assets\/a\.js/],
    [
      'a permission more',
      { ...served, 'manifest.json': text({ ...manifest, permissions: ['tabs'] }) },
      /in permissions/,
    ],
    [
      'updates from elsewhere',
      { ...served, 'manifest.json': text({ ...manifest, update_url: 'https://example.com/crx' }) },
      /in update_url/,
    ],
    ['a manifest that is none', { ...served, 'manifest.json': text('[1') }, /no JSON object/],
  ])('%s is named', (_, files, expected) => {
    const rows = compareServed(readServed(crx(zipped(files))).files, built)
    expect(isSame(rows)).toBe(false)
    expect(
      other(rows)
        .map(({ outcome, path, note }) => `${outcome} ${path} ${note}`)
        .join('\n'),
    ).toMatch(expected)
  })
})

describe('a file that is not to be believed is refused with a sentence', () => {
  const whole = crx(zipped(served))
  const changed = (at: number): Buffer => {
    const copy = Buffer.from(whole)
    copy[at] = (copy[at] ?? 0) ^ 1
    return copy
  }
  test.each<[string, Buffer, RegExp]>([
    ['its zip was changed after it was signed', changed(whole.length - 30), /signature/],
    ['a signature was changed', changed(400), /signature|damaged/],
    ['its id is another extension’s', crx(zipped(served), Buffer.alloc(16)), /not signed by the key/],
    ['an old version', Buffer.from('Cr24\x02\0\0\0\0\0\0\0', 'latin1'), /version 3/],
    ['cut off in its header', whole.subarray(0, 100), /longer/],
    ['a text', text('hello'), /neither a CRX nor a zip/],
    ['nothing', Buffer.alloc(0), /neither/],
  ])('%s', (_, bytes, sentence) => {
    expect(() => readServed(bytes)).toThrow(sentence)
  })
})

describe('what it says of a file, and the exit code', () => {
  const firefox = {
    'manifest.json': text({ ...manifest, browser_specific_settings: { gecko: { id: 'a@b' } } }),
    'background.js': text('let b = 1'),
  }
  const mozillas = Object.fromEntries(
    ['manifest.mf', 'mozilla.sf', 'mozilla.rsa', 'cose.manifest', 'cose.sig'].map(name => [
      `META-INF/${name}`,
      text(name),
    ]),
  )
  /** @returns the exit code, what was built to compare with, and all that was said */
  async function said(bytes: Uint8Array) {
    const asked: string[] = []
    const { code, lines } = await verifyServed(bytes, async forFirefox => {
      asked.push(forFirefox ? 'Firefox' : 'Chrome')
      return forFirefox ? firefox : built
    })
    return `${code} ${asked.join()}: ${lines.join(' | ')}`
  }
  const aManifest = (more: object) => ({ ...firefox, 'manifest.json': text({ ...manifest, ...more }) })

  test.each<[string, Uint8Array, RegExp]>([
    ['the zip for Chrome', zipped(built), /^0 Chrome: 2 of 2 files.*This is what.*for Chrome and Edge\.$/],
    ['what a store signed', crx(zipped(served)), /^0 Chrome: .*Signed for the extension [a-p]{32};/],
    ['the zip for Firefox', zipped(firefox), /^0 Firefox: 2 of 2 files.*no signature.*for Firefox\.$/],
    [
      'what Mozilla signed',
      zipped({ ...firefox, ...mozillas }),
      /^0 Firefox: .*2 of 7.*signature of Mozilla’s/,
    ],
    [
      'one more beside Mozilla’s own',
      zipped({ ...firefox, ...mozillas, 'META-INF/x.js': text('') }),
      /^1 Firefox: .*only served +META-INF\/x\.js.*NOT what/,
    ],
    [
      'Mozilla’s files in a package for Chrome',
      zipped({ ...built, ...mozillas }),
      /^1 Chrome: .*only served +META/,
    ],
    [
      'hashes of Chrome’s store in a package for Firefox',
      zipped({ ...firefox, '_metadata/verified_contents.json': text([]) }),
      /^1 Firefox: .*only served +_metadata/,
    ],
    [
      'a manifest for Firefox with an address for updates',
      zipped(
        aManifest({
          browser_specific_settings: {},
          update_url: 'https://clients2.google.com/service/update2/crx',
        }),
      ),
      /^1 Firefox: .*different +manifest\.json/,
    ],
    ['the package for Firefox that says it is not', zipped(aManifest({})), /^1 Chrome: .*NOT what/],
    ['a text', text('hello'), /^2 : .*neither a CRX nor a zip/],
    ['a CRX whose zip was changed', Buffer.concat([crx(zipped(served)), text('x')]), /^2 : A signature/],
  ])('%s', async (_, bytes, expected) => {
    expect(await said(bytes)).toMatch(expected)
  })
})
