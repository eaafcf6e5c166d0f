/**
 * `npm run new-guide ID` and `npm run new-provider ID BASE_URL`: write the files of a new guide or provider, with what has to be
 * replaced in capitals, and enter it in the lists. docs/adding-a-guide.md and docs/adding-a-provider.md say how it goes on.
 */
import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { say } from './say.mjs'
import { root } from './setup.mjs'

const camel = id => id.replace(/-(\w)/g, (_, letter) => letter.toUpperCase())
/** The project that it writes into: npm runs it there. */
const here = process.cwd()
const written = []
const change = (path, edit) => {
  const file = join(here, path)
  const before = readFileSync(file, 'utf8')
  const after = edit(before)
  if (after === before) throw new Error(`${path} has not the lines that were expected there.`)
  writeFileSync(file, after)
  written.push(path)
  say(`changed  ${path}`)
}
const write = (path, text) => {
  if (existsSync(join(here, path))) throw new Error(`${path} is there already.`)
  writeFileSync(join(here, path), text)
  written.push(path)
  say(`wrote    ${path}`)
}

/** Adds an import, and a name to the list that `list` begins: at its end, or before the `last` that stays there. */
const enter =
  (name, from, list, last = '') =>
  text =>
    text
      .replace(/^import /m, `import { ${name} } from '${from}'\nimport `)
      .replace(new RegExp(`(${list}[\\s\\S]*?)(${last}\\n\\])`), `$1\n  ${name},$2`)

function newGuide(id) {
  const name = camel(id)
  write(
    `src/guides/${id}.ts`,
    `/** SAY WHAT THE PERSON HAS AFTER THIS GUIDE. */
import { defineGuide } from './define-guide.ts'

export const ${name} = defineGuide({
  id: '${id}',
  title: 'TITLE: A VERB AND A NOUN',
  summary: 'ONE SENTENCE: WHAT THE PERSON HAS AFTERWARDS.',
  searchWords: ['WHAT PEOPLE TYPE WHO LOOK FOR IT, TWELVE PHRASES OR MORE, A COMMA BETWEEN THEM'],
  achieved: { said: true },
  minutes: 3,
  checked: '${new Date().toISOString().slice(0, 10)}',
  sources: ['WHERE EACH FACT IS FROM, AND WHEN IT WAS READ'],
  eras: ['D'],
  prerequisites: ['WHAT THE PERSON NEEDS, AND WHAT IT COSTS.'],
  targets: {
    thing: {
      is: { role: 'button', names: ['THE NAME ON THE PAGE'], within: { page: 'api-keys' } },
      look: 'a button “THE NAME ON THE PAGE”, AND WHERE IT IS',
    },
  },
  usual: ['signed-out'],
  steps: [
    {
      id: 'first',
      title: 'A VERB AND A NOUN',
      page: ['api-keys'],
      target: 'thing',
      words: { do: 'Press “THE NAME ON THE PAGE”.', see: 'WHAT THE PERSON SEES WHEN IT WORKED.' },
      done: { any: [{ gone: 'thing' }, { said: true }] },
    },
  ],
  receipt: [{ label: 'DONE', text: 'WHAT IS SO NOW.' }],
})
`,
  )
  change('src/guides/index.ts', enter(name, `./${id}.ts`, 'guides: Guide\\[\\] = \\['))
  return 'tests/guides tests/i18n'
}

function newProvider(id, baseUrl) {
  const { origin } = new URL(baseUrl)
  const name = camel(id)
  write(
    `src/providers/catalog/${id}.ts`,
    `/** NAME: WHAT IS PARTICULAR ABOUT ITS ANSWERS. */
import { defineProvider } from '../provider.ts'

export const ${name} = defineProvider({
  id: '${name}',
  name: 'NAME AS ITS MAKERS WRITE IT',
  calledAs: '${id.replaceAll('-', ' ')}',
  console: 'https://WHERE.ITS.KEYS/ARE/MADE',
  baseUrl: '${baseUrl.replace(/\/+$/, '')}',
  auth: { header: 'Authorization', scheme: 'Bearer' },
  variable: '${id.replaceAll('-', '_').toUpperCase()}_API_KEY',
  keys: [{ shape: /^PREFIX-/, kind: 'plain' }],
  probes: { models: { method: 'GET', path: '/models' } },
})
`,
  )
  change('src/providers/list.ts', enter(name, `./catalog/${id}.ts`, 'const all = \\[', '\\n  other,'))
  change('src/features/guide/screen/provider-facts.ts', text =>
    text.replace(
      /\n\}\s*$/,
      `\n  // ITS PAGE THAT SAYS SO\n  ${name}: {\n    has: t('WHAT IT HAS TO OFFER.'),\n    begin: t('WHAT IT WANTS BEFORE THE FIRST CALL WORKS.'),\n    cap: t('WHAT CAN STOP THE SPENDING.'),\n  },\n}\n`,
    ),
  )
  change('manifest.json', text =>
    text
      .replace(/("optional_host_permissions": \[\n)/, `$1    "${origin}/*",\n`)
      .replace(/( http:\/\/127\.0\.0\.1:\*)/, ` ${origin}$1`),
  )
  return 'tests/providers/forgotten.test.ts'
}

const [kind, id = '', baseUrl = ''] = process.argv.slice(2)
if (!/^[a-z][a-z0-9-]*$/.test(id) || (kind === 'provider' && !URL.canParse(baseUrl))) {
  say(kind === 'provider' ? 'npm run new-provider ID BASE_URL' : 'npm run new-guide ID')
  process.exitCode = 1
} else {
  const tests = kind === 'provider' ? newProvider(id, baseUrl) : newGuide(id)
  // Imports in their order, lines in their length: as `npm run fix` would.
  const biome = join(root, 'node_modules/@biomejs/biome/bin/biome')
  const config = `--config-path=${join(root, 'biome.json')}`
  execFileSync(process.execPath, [biome, 'check', '--write', config, '--vcs-enabled=false', ...written], {
    cwd: here,
    stdio: 'pipe',
  })
  say(`Now: npx vitest run --project='unit*' ${tests}`)
}
