/** Makes one whole HTML page of a plan. The modules of `page/` share one scope there; nothing is loaded from elsewhere. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Plan } from './plan.ts'

/** What uses another comes after it. */
export const parts = [
  'kit',
  'style',
  'judge',
  'presses',
  'controls',
  'containers',
  'interruptions',
  'reveal',
  'list',
  'form',
  'shell',
  'main',
]

/** Each module keeps a scope of its own: a function that gives its exports, and takes its imports from those before it. */
function sourceOf(part: string): string {
  const source = readFileSync(join(import.meta.dirname, 'page', `${part}.js`), 'utf8')
  const names = [...source.matchAll(/^export (?:const|function) (\w+)/gm)].map(([, name]) => name)
  const inside = source
    .replace(/^import (\{[^}]*\}) from '\.\/(\w+)\.js'$/gm, 'const $1 = $2')
    .replace(/^export /gm, '')
  return `const ${part} = (() => {\n${inside}\nreturn { ${names.join(', ')} }\n})()`
}

let script: string | undefined

export function pageScript(): string {
  script ??= parts.map(sourceOf).join('\n')
  return script
}

/** The page knows of the key that is to end what a list shows: not the key itself. */
function asData(plan: Plan): string {
  const { key, ...given } = plan.given
  const { full: _, ...listed } = key ?? { full: '' }
  return JSON.stringify({ ...plan, given: key ? { ...given, key: listed } : given }).replaceAll(
    '<',
    '\\u003c',
  )
}

export function renderPage(plan: Plan): string {
  const translated = plan.isTranslated ? ' class="translated-ltr"' : ''
  return `<!doctype html>
<html lang="${plan.language}"${translated}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="data:,">
<title>Console</title>
</head>
<body>
<script>
(() => {
${pageScript()}
main.start(${asData(plan)})
})()
</script>
</body>
</html>
`
}
