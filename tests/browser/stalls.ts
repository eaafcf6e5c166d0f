/**
 * A machine that is too small, made by hand: now and then the test's own process, or one of the browser's, stands still for a while, as
 * one does that gets no processor. What a test takes for granted about speed fails under it. `STALLS=3 npx vitest run --project=browser
 * tests/….browser.ts`, where 3 says how bad it is; it is no part of `npm test`.
 */
import { spawn } from 'node:child_process'
import { randomInt } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'

const wait = new Int32Array(new SharedArrayBuffer(4))

/** Mostly as long as a busy machine makes one wait, seldom as long as one that is out of memory. */
function long(): number {
  const chance = randomInt(100)
  return chance < 70 ? randomInt(50, 400) : chance < 93 ? randomInt(400, 1_500) : randomInt(1_500, 3_500)
}

/** Every process of a browser that this one has started. */
function browsers(): number[] {
  const parents = new Map<number, number>()
  const found: number[] = []
  for (const name of readdirSync('/proc').filter(name => /^\d+$/.test(name)))
    try {
      const told = readFileSync(`/proc/${name}/stat`, 'utf8')
      parents.set(Number(name), Number(told.slice(told.lastIndexOf(')') + 2).split(' ')[1]))
      if (/\(chrom/.test(told)) found.push(Number(name))
    } catch {
      // It ended meanwhile.
    }
  const isOurs = (id: number): boolean => {
    const parent = parents.get(id)
    return parent !== undefined && parent > 1 && (parent === process.pid || isOurs(parent))
  }
  return found.filter(isOurs)
}

function stall(): void {
  setTimeout(stall, randomInt(50, 900)).unref()
  if (randomInt(3) === 0) {
    Atomics.wait(wait, 0, 0, long())
    return
  }
  const all = browsers()
  const one = all[randomInt(Math.max(1, all.length))]
  if (one === undefined) return
  // By a program of its own: one that stood when this process ended would stand for ever.
  const command = `kill -STOP ${one} && sleep ${long() / 1000}; kill -CONT ${one}`
  spawn('sh', ['-c', command], { detached: true, stdio: 'ignore' }).unref()
}

if (process.platform === 'linux') for (let i = 0; i < Number(process.env.STALLS); i++) stall()
