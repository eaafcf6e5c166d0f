/**
 * The build writes a page's scripts before its style sheet. The first paint waits for the sheet alone, and an extension's files come one
 * after another from the browser's main process: asked for last, the sheet waited behind all scripts.
 */
import type { Plugin } from 'vite'

const sheet = /\s*<link rel="stylesheet"[^>]*>/g
const firstOfHead = /(?=\s*<(?:script|link)\b)/

export const putStylesFirst = (html: string): string => {
  const sheets = html.match(sheet)?.join('') ?? ''
  return html.replace(sheet, '').replace(firstOfHead, () => sheets)
}

export const stylesFirst = (): Plugin => ({
  name: 'styles-first',
  apply: 'build',
  enforce: 'post',
  generateBundle: {
    order: 'post',
    handler(_, bundle) {
      for (const file of Object.values(bundle))
        if (file.type === 'asset' && file.fileName.endsWith('.html') && typeof file.source === 'string')
          file.source = putStylesFirst(file.source)
    },
  },
})
