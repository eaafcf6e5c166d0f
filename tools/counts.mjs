/**
 * `npm run counts`: how large the house is and how far its ways are: lines, files in each folder, circles of imports, steps of the walks
 * in docs/architecture.md, and how many files of src/ a change touches. The house test holds the limits of the first four.
 */
import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join, posix } from 'node:path'
import { say } from './say.mjs'
import { root, setup } from './setup.mjs'
import { load } from './typescript.mjs'

await setup()
const { circles, namesakes } = await load('tests/house/layout.ts')
const { parse } = await load('tests/house/source.ts')

const under = folder =>
  readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry =>
      join(entry.parentPath, entry.name)
        .slice(root.length + 1)
        .replaceAll('\\', '/'),
    )
const read = path => readFileSync(join(root, path), 'utf8')
const isCode = path => /\.tsx?$/.test(path)
const linesOf = paths => paths.reduce((sum, path) => sum + read(path).split('\n').length - 1, 0)
/** @param part from 0 to 1: 0.5 is the median */
const at = (sorted, part) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0

const src = under('src')
const code = src.filter(isCode)
const sources = code.map(path => parse(path, read(path)))
say(
  `lines of src/: ${linesOf(code)} in ${code.length} files, the median has ${at(
    sources.map(({ lines }) => lines).sort((a, b) => a - b),
    0.5,
  )}`,
)
say(`lines of tests/: ${linesOf(under('tests').filter(isCode))}`)

const folders = new Map()
for (const path of src) folders.set(posix.dirname(path), (folders.get(posix.dirname(path)) ?? 0) + 1)
const largest = [...folders].sort(([, one], [, other]) => other - one)
say(
  `folders of src/: ${folders.size}, most files: ${largest
    .slice(0, 6)
    .map(([name, count]) => `${name} ${count}`)
    .join(', ')}`,
)
say(`circles of imports: ${circles(sources).length}; names that two files have: ${namesakes(code).length}`)

for (const walk of read('docs/architecture.md').split(/^### /m).slice(1))
  say(`steps of “${walk.split('\n', 1)[0]}”: ${walk.match(/^\d+\. /gm)?.length ?? 0}`)

// A line `@` for each change, and the files of src/ that it touched after it.
const log = execFileSync('git', ['log', '--no-merges', '--name-only', '--format=tformat:@', '--', 'src'], {
  cwd: root,
  encoding: 'utf8',
  maxBuffer: 1e9,
})
const touched = log
  .split(/^@$/m)
  .map(files => files.trim().split('\n').filter(Boolean).length)
  .filter(count => count > 0)
const told = (what, counts) => {
  const sorted = counts.toSorted((a, b) => a - b)
  const many = counts.filter(count => count > 4).length
  say(
    `files of src/ that ${what} touch: median ${at(sorted, 0.5)}, nine of ten at most ${at(sorted, 0.9)}, more than four in ${many} of ${counts.length}`,
  )
}
told('the last 100 changes', touched.slice(0, 100))
told('all changes', touched)
process.exit(0)
