import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { argon2id } from 'hash-wasm'
import * as hpke from 'hpke'
import { expect, test } from 'vitest'
import { unusedParts, withoutParts } from '../../tools/without-unused-parts.ts'

const textOf = (path: string) => readFileSync(join(import.meta.dirname, '../../node_modules', path), 'utf8')
/** A library as the package holds it. Neither imports anything. */
const shipped = async (path: string) => {
  const script = withoutParts(textOf(path), unusedParts[path] ?? {})
  return import(/* @vite-ignore */ `data:text/javascript;base64,${Buffer.from(script).toString('base64')}`)
}
const bytes = (length: number, first: number) =>
  Uint8Array.from({ length }, (_, at) => (first + at * 7) % 256)

test('what is sealed by the shortened HPKE is opened by the whole one, and the other way round', async () => {
  const suites = [hpke, (await shipped('hpke/index.js')) as typeof hpke].map(
    from =>
      new from.CipherSuite(from.KEM_DHKEM_X25519_HKDF_SHA256, from.KDF_HKDF_SHA256, from.AEAD_AES_256_GCM),
  )
  const bound = { info: bytes(9, 3), aad: bytes(5, 200) }
  for (const [sender, recipient] of [suites, [...suites].reverse()]) {
    if (!sender || !recipient) throw new Error('two suites')
    const pair = await recipient.DeriveKeyPair(bytes(32, 1))
    const raw = await recipient.SerializePublicKey(pair.publicKey)
    expect(raw).toEqual(await sender.SerializePublicKey((await sender.DeriveKeyPair(bytes(32, 1))).publicKey))
    const { encapsulatedSecret, ciphertext } = await sender.Seal(
      await sender.DeserializePublicKey(raw),
      bytes(1024, 5),
      bound,
    )
    expect(await recipient.Open(pair, encapsulatedSecret, ciphertext, bound)).toEqual(bytes(1024, 5))
    await expect(
      recipient.Open(pair, encapsulatedSecret, ciphertext, { ...bound, aad: bytes(5, 201) }),
    ).rejects.toThrow('AEAD decryption failed')
  }
})

test('the shortened Argon2id derives what the whole one does', async () => {
  const short = (await shipped('hash-wasm/dist/index.esm.js')) as { argon2id: typeof argon2id }
  for (const parallelism of [1, 3])
    for (const hashLength of [32, 80]) {
      const options = {
        password: bytes(20, 9),
        salt: bytes(16, 40),
        memorySize: 256,
        iterations: 2,
        parallelism,
        hashLength,
        outputType: 'binary' as const,
      }
      expect(await short.argon2id(options)).toEqual(await argon2id(options))
    }
})

test('a part that is not there, or there twice, stops the build', () => {
  const script =
    'class Suite { Seal() {} }\nexport function make() { return { save: 1, in: { save: 2 }, load: 3 } }'
  expect(withoutParts(script, { make: ['load'] })).not.toContain('load')
  expect(withoutParts('class A {\n  b() {\n  }\n  c() {}\n}', { A: ['b'] }).split('\n')[3]).toBe('  c() {}')
  for (const parts of [{ Suite: ['Export'] }, { Other: ['Seal'] }, { make: ['save'] }])
    expect(() => withoutParts(script, parts)).toThrow('has no single')
})
