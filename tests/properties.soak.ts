/** What `npm test` holds for a sample of random stories at one seed, for all of them at TIMES=n others (20): each a run of the files that tell any. */
import { execFile } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'

const root = join(import.meta.dirname, '..')
const vitest = join(root, 'node_modules/vitest/vitest.mjs')

export async function run({ seed }: { seed: number }): Promise<string> {
  const times = Number(process.env.TIMES ?? 20)
  const files = readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' })
    .map(path => join('tests', path))
    .filter(
      path => /\.test\.tsx?$/.test(path) && /\bfc\.|\/runs\.ts'/.test(readFileSync(join(root, path), 'utf8')),
    )
  const failed: string[] = []
  for (let at = 0; at < times; at++) {
    const SEED = String(seed + at)
    await promisify(execFile)(process.execPath, [vitest, 'run', '--project=unit*', ...files], {
      cwd: root,
      env: { ...process.env, SEED, WHOLE: '1', NO_COLOR: '1' },
      maxBuffer: 2 ** 26,
    }).catch((error: { stdout?: string }) => {
      failed.push(`WHOLE=1 SEED=${SEED} npx vitest run --project='unit*':\n${error.stdout}`)
    })
  }
  if (failed.length > 0) throw new Error(failed.join('\n'))
  return `properties: ${files.length} files at ${times} seeds from ${seed} on, none failed`
}
