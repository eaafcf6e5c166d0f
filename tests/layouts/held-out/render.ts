/** Makes one whole HTML page of a plan: the parts of `page/` are put into one inline script in the order of their imports. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Plan } from './plan.ts'

const parts = [
  'chance',
  'kit',
  'style',
  'truth',
  'marks',
  'boxes',
  'choices',
  'fields',
  'forms',
  'reveal',
  'rows',
  'ending',
  'keys',
  'money',
  'others',
  'shell',
  'main',
]

/** The parts are modules, so that tools can check them; in a page they share one scope. */
function scriptOf(part: string): string {
  const text = readFileSync(join(import.meta.dirname, 'page', `${part}.js`), 'utf8')
  return text.replace(/^import [^;]*? from '[^']*'\n/gm, '').replace(/^export /gm, '')
}

let joined: string | undefined

function pageScript(): string {
  joined ??= parts.map(scriptOf).join('\n')
  return joined
}

/** JSON that cannot end the script element it stands in. */
function embed(value: unknown): string {
  return JSON.stringify(value).replaceAll('<', '\\u003c')
}

/** The page knows a key that is to end by its name, number and last letters only, as the platform does. */
function withoutSecrets(plan: Plan): unknown {
  const { key } = plan.given
  return key ? { ...plan, given: { ...plan.given, key: { ...key, full: undefined } } } : plan
}

export function renderPage(plan: Plan): string {
  const html = plan.machineTranslated
    ? `<html lang="${plan.language}" class="translated-ltr">`
    : `<html lang="${plan.language}">`
  return [
    '<!doctype html>',
    html,
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<link rel="icon" href="data:,">',
    `<title>${plan.words.navKeys.replaceAll('&', '&amp;')} - OpenAI API</title>`,
    '</head>',
    '<body>',
    '<div id="root"></div>',
    '<script>',
    '(() => {',
    `const plan = ${embed(withoutSecrets(plan))}`,
    'document.currentScript.remove()',
    pageScript(),
    '})()',
    '</script>',
    '</body>',
    '</html>',
  ].join('\n')
}
