/** The real tools, where this machine has them: they open what Keyway wrote. Where it has not, the test says which one did not run. */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'

const folders = (process.env.PATH ?? '').split(delimiter)

/** A package of this project: always there. */
export const dotenvx = join(import.meta.dirname, '../../../../node_modules/.bin/dotenvx')

/** @returns the program, or undefined after saying that it did not take part */
export function tool(name: 'age' | 'ssh-keygen' | 'sops' | 'python3'): string | undefined {
  const found = folders.map(folder => join(folder, name)).find(existsSync)
  if (!found)
    console.warn(`${name} is not on this machine: what was written was opened by the second reader only.`)
  return found
}

export function runTool(
  program: string,
  args: string[],
  more: { cwd?: string; env?: Record<string, string>; input?: string } = {},
): string {
  const { env, ...rest } = more
  const ended = spawnSync(program, args, {
    encoding: 'utf8',
    timeout: 100_000,
    env: { PATH: process.env.PATH ?? '', HOME: more.cwd ?? '/nowhere', ...env },
    ...rest,
  })
  if (ended.status !== 0)
    throw new Error(`${program} ${args.join(' ')} ended with ${ended.status}: ${ended.stderr}`)
  return ended.stdout
}
