/**
 * A policy as an administrator of Linux sets it: a file in the folder that Chromium reads. Every browser on this computer reads it, so
 * it names one extension only: a copy of the built one, in a folder of its own, without the pinned key, so with an id of its own.
 */
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { platform, tmpdir } from 'node:os'
import { join } from 'node:path'
import { root } from '../../browser/harness.ts'

/** Chromium's, as Debian builds it; Chrome and Chrome for Testing read others. */
const folder = '/etc/chromium/policies/managed'

/** The id that Chrome gives an unpacked extension by the path of its folder. */
const idOf = (path: string): string =>
  [...createHash('sha256').update(path).digest('hex').slice(0, 32)]
    .map(digit => String.fromCharCode(97 + Number.parseInt(digit, 16)))
    .join('')

/** @returns why no policy can be set here; undefined: it can */
export function noPolicyHere(browserPath: string | undefined): string | undefined {
  if (browserPath === undefined || platform() !== 'linux')
    return 'There is no browser that reads a folder of policies.'
  const version = execFileSync(browserPath, ['--version'], { encoding: 'utf8' }).trim()
  if (!version.startsWith('Chromium')) return `${version} does not read ${folder}.`
  try {
    mkdirSync(folder, { recursive: true })
    const probe = join(folder, `keyway-${process.pid}.json`)
    writeFileSync(probe, '{}')
    rmSync(probe)
    return undefined
  } catch {
    return `${folder} cannot be written.`
  }
}

export function organization() {
  const dist = realpathSync(mkdtempSync(join(tmpdir(), 'keyway-policy-')))
  cpSync(join(root, 'dist'), dist, { recursive: true })
  const { key: _, ...manifest } = JSON.parse(readFileSync(join(dist, 'manifest.json'), 'utf8'))
  writeFileSync(join(dist, 'manifest.json'), JSON.stringify(manifest))
  const id = idOf(dist)
  const file = join(folder, `keyway-${id}.json`)
  return {
    dist,
    id,
    sets: (policy: object) =>
      writeFileSync(file, JSON.stringify({ '3rdparty': { extensions: { [id]: policy } } })),
    ends() {
      rmSync(file, { force: true })
      rmSync(dist, { recursive: true, force: true })
    },
  }
}
