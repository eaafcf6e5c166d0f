/**
 * The built extension in a tongue that nobody speaks, in a folder of its own. It takes English's place there: the browser that
 * tests find has no other language of its own, and picks the package's words by that one.
 */
import { cpSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { asMessages, catalogue, pseudo } from '../i18n/catalogue.ts'
import { root } from './harness.ts'

export function pseudoDist(): string {
  const folder = mkdtempSync(join(tmpdir(), 'keyway-pseudo-'))
  cpSync(join(root, 'dist'), folder, { recursive: true })
  const messages = asMessages(pseudo(catalogue()))
  writeFileSync(join(folder, '_locales/en/messages.json'), JSON.stringify(messages))
  return folder
}
