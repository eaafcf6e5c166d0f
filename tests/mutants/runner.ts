/** Runs jobs in child processes that keep vitest loaded; one that hangs is ended and started anew. */
import { type ChildProcess, fork } from 'node:child_process'
import { join } from 'node:path'

export type Job = { files: { path: string; text: string }[]; tests: string[] }
/** Null: every test passed. */
export type Failed = { test: string; name: string; message: string } | null

/** Longer than any of the test files takes on a busy machine. */
const longest = 600_000

export async function createRunner() {
  let child = await start()

  const stop = () => {
    if (child.pid === undefined || child.exitCode !== null) return
    child.removeAllListeners()
    child.kill('SIGKILL')
  }

  /** @param patience after so many milliseconds it counts as one that never ends */
  async function run(job: Job, patience = longest): Promise<Failed> {
    const answer = await new Promise<{ failed: Failed } | { error: string }>(resolve => {
      const give = (name: string) =>
        resolve({ failed: { test: job.tests[0] ?? '', name, message: 'The process was ended.' } })
      const timer = setTimeout(() => {
        stop()
        give('never ends')
      }, patience)
      child.removeAllListeners('message').removeAllListeners('exit')
      child.once('message', message => {
        clearTimeout(timer)
        resolve(message as { failed: Failed } | { error: string })
      })
      child.once('exit', () => {
        clearTimeout(timer)
        give('ends the process')
      })
      child.send(job)
    })
    if (child.killed || child.exitCode !== null) child = await start()
    if ('error' in answer) throw new Error(answer.error)
    return answer.failed
  }
  return { run, stop }
}

async function start(): Promise<ChildProcess> {
  // Not as a part of the run that asks: vitest's own variables would tell the child that it is a worker.
  const usual = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^(VITEST|TEST$|NODE_ENV$)/.test(name)),
  )
  // What a sample of stories does not notice, all of them may.
  const env = { ...usual, WHOLE: '1' }
  const child = fork(join(import.meta.dirname, 'child.mjs'), {
    env,
    execArgv: [],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  await new Promise((resolve, reject) => {
    child.once('message', resolve)
    child.once('exit', code => reject(new Error(`tests/mutants/child.mjs ended with ${code}.`)))
  })
  return child
}
