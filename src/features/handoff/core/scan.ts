/**
 * Finds keys in text: in which line, whose they are, and what that means. Pure. Answers hold masks. The keys themselves are only in `key`,
 * for the comparison with the vault, and are removed after it.
 */

import { t } from '../../../i18n/t.ts'
import { isExampleKey } from '../../../providers/recognition/example.ts'
import { namesBeside } from '../../../providers/recognition/names-beside.ts'
import { whoseNamed } from '../../../providers/recognition/whose-named.ts'
import type { KeyKind, ProviderId } from '../../../providers/verdict.ts'
import { mask } from '../../copy/core/mask.ts'
import { keysIn } from './scan-shapes.ts'

export type Found = {
  file: string
  /** From 1. */
  line: number
  /** Absent: neither its name nor its shape tells. */
  provider?: ProviderId
  kind: KeyKind
  mask: string
  key: string
}

/** Folders that hold other people's files or built ones. */
const skipped = /^(?:\.git|node_modules|\.venv|venv|__pycache__|dist|build|out|target|vendor|\.next|\.cache)$/
const mostBytes = 1_000_000

export function isWorthReading(name: string, size: number): boolean {
  return (
    size > 0 &&
    size <= mostBytes &&
    !/\.(?:png|jpe?g|gif|webp|ico|pdf|zip|gz|woff2?|mp[34]|wasm|so|dll|exe)$/i.test(name)
  )
}

export function isWorthEntering(folder: string): boolean {
  return !skipped.test(folder)
}

export function findKeys(text: string, file = ''): Found[] {
  const found: Found[] = []
  // Older PowerShell writes files with two bytes a letter (UTF-16), and a file may hold single zero bytes: a key in it is found all the same.
  const lines = text.replaceAll('\0', '').split(/\r\n|\n|\r/)
  for (const [index, line] of lines.entries())
    for (const key of keysIn(line)) {
      if (isExampleKey(key)) continue
      const { provider, kind, isCertain } = whoseNamed(key, namesBeside(lines, index, key))
      found.push({
        file,
        line: index + 1,
        ...(provider && isCertain && { provider }),
        kind,
        mask: mask(key),
        key,
      })
    }
  return found
}

export type Place = 'ignored' | 'env' | 'code' | 'pasted' | 'history'

/** @param ignored whether `.gitignore` covers the file; undefined: there is none, or the text was pasted */
export function placeOf(file: string, ignored: boolean | undefined): Place {
  if (file === '') return 'pasted'
  if (ignored) return 'ignored'
  return /(?:^|\/)\.env(?:\.|$)/.test(file) ? 'env' : 'code'
}

export const placeNames: Record<Place, string> = {
  code: t('In shared files'),
  env: t('In a .env file that Git does not ignore'),
  history: t('In the Git history'),
  pasted: t('In the text'),
  ignored: t('Ignored by Git'),
}

export const advice: Record<Place, string> = {
  ignored: t('Git leaves this file out. That is fine if only you read the folder.'),
  env: t(
    'Cover this file in .gitignore: the next commit would take it along. If it was committed before, the key is leaked.',
  ),
  code: t(
    'If this file was ever committed, sent or published, the key is leaked: make a new one, and read it from the environment.',
  ),
  history: t(
    'Whoever has a copy of the repository has the key. Revoke it and make a new one: rewriting the history calls no copy back.',
  ),
  pasted: t('If this text was sent or published anywhere, the key is leaked: revoke it and make a new one.'),
}
