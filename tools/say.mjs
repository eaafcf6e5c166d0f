/** How the tools speak: what they are doing, and that they still are, on anything longer than two seconds. Node built-ins only. */
import { spawn } from 'node:child_process'

const started = Date.now()

export function say(line) {
  process.stdout.write(`${line}\n`)
}

/** Runs `work` under a title: one line at the start, a sign of life while it lasts, one line at its end. */
export async function during(title, work) {
  const begin = Date.now()
  say(`… ${title}`)
  const sign = setInterval(() => say(`  still: ${title} (${seconds(begin)})`), 10_000)
  const first = setTimeout(() => say(`  (this takes a little while)`), 2_000)
  try {
    const result = await work()
    say(`✓ ${title} (${seconds(begin)})`)
    return result
  } catch (error) {
    say(`✗ ${title} (${seconds(begin)})`)
    throw error
  } finally {
    clearInterval(sign)
    clearTimeout(first)
  }
}

/** A command that failed, with all it printed. */
export class CommandFailed extends Error {
  constructor(command, code, output) {
    super(`${command} ended with ${code}`)
    this.command = command
    this.output = output
  }
}

const children = new Set()

/**
 * Runs a command to its end and gives back what it printed. `onLine` sees each line as it comes.
 * The child has its own process group, so that stopAll() can end everything it has started.
 */
export function run(command, args, { cwd, env, onLine } = {}) {
  return new Promise((resolve, reject) => {
    const windows = process.platform === 'win32'
    const child = spawn(command, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: !windows,
      shell: windows,
    })
    children.add(child)
    let output = ''
    let rest = ''
    const take = chunk => {
      output += chunk
      if (!onLine) return
      const lines = (rest + chunk).split('\n')
      rest = lines.pop() ?? ''
      for (const line of lines) onLine(line)
    }
    child.stdout.setEncoding('utf8').on('data', take)
    child.stderr.setEncoding('utf8').on('data', take)
    child.on('error', error => {
      children.delete(child)
      reject(new CommandFailed(`${command} ${args.join(' ')}`, error.message, output))
    })
    child.on('close', (code, signal) => {
      children.delete(child)
      if (rest && onLine) onLine(rest)
      if (code === 0) resolve(output)
      else reject(new CommandFailed(`${command} ${args.join(' ')}`, code ?? signal, output))
    })
  })
}

/** Ends every command that run() has started. */
export function stopAll() {
  for (const child of children) {
    try {
      if (process.platform === 'win32') child.kill()
      else process.kill(-child.pid, 'SIGTERM')
    } catch {
      // It has ended by itself meanwhile.
    }
  }
}

/** Ctrl-C: end what was started, then end. */
export function endOnSignal(cleanUp = async () => {}) {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
    process.once(signal, async () => {
      say('\nStopping …')
      stopAll()
      await cleanUp().catch(() => {})
      process.exit(130)
    })
}

export function seconds(since = started) {
  return `${((Date.now() - since) / 1000).toFixed(1)} s`
}
