/**
 * Licences come wrapped by hand. The page about Keyway wraps them by its own width, and they take less of the package when a line
 * that goes on is one with the next. No word is changed.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Plugin } from 'vite'

export const unwrap = (text: string): string => text.replace(/(?<=[a-z,;])[ \t]*\n[ \t]*(?=[a-z("])/g, ' ')

export function unwrappedLicenses(): Plugin {
  return {
    name: 'unwrapped-licenses',
    apply: 'build',
    writeBundle({ dir = '' }) {
      const path = join(dir, 'licenses.json')
      if (!existsSync(path)) return
      const licenses = JSON.parse(readFileSync(path, 'utf8')) as { text?: string | null }[]
      writeFileSync(
        path,
        JSON.stringify(licenses.map(one => ({ ...one, text: one.text && unwrap(one.text) }))),
      )
    },
  }
}
