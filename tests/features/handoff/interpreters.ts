/** Which interpreters this machine has. What is not there is not tested here; the reading of its manual is. */
import { spawnSync } from 'node:child_process'

const probes: Record<string, string[]> = {
  sh: ['-c', ':'],
  bash: ['-c', ':'],
  zsh: ['-c', ':'],
  fish: ['-c', ':'],
}

export function here(program: string, ...args: string[]): boolean {
  const found = spawnSync(program, args.length > 0 ? args : (probes[program] ?? ['--version']), {
    stdio: 'ignore',
  })
  return found.status === 0
}
