/** Finds a browser that can load the extension, or installs one. Node built-ins only. */
import { execFile } from 'node:child_process'
import { access, constants, readdir, readFile } from 'node:fs/promises'
import { homedir, platform } from 'node:os'
import { delimiter, join } from 'node:path'
import { promisify } from 'node:util'
import { during, run, say } from './say.mjs'

// From here on every area of storage can be closed to content scripts: https://github.com/mdn/browser-compat-data/pull/29536 (April 2026).
const oldest = 140
const playwright = 'playwright@1.65'

/** The path of a browser, or undefined. Order: the person's word, Chromium, Chrome for Testing, Playwright's, branded Chrome. */
export async function findBrowser(env = process.env) {
  if (env.CHROME_PATH) {
    if (await works(env.CHROME_PATH)) return env.CHROME_PATH
    throw new Error(
      `CHROME_PATH is ${env.CHROME_PATH}, but no Chromium or Chrome ${oldest} or newer can be started there. Correct it, or unset it and Keyway looks for a browser itself.`,
    )
  }
  for (const candidate of await candidates(env)) if (await works(candidate)) return candidate
  return undefined
}

/** The path of a browser; installs one when none is there. Throws one clear sentence when none can be had. */
export async function ensureBrowser() {
  const found = await findBrowser()
  if (found) return found
  const tries = []
  if (await debianAsRoot()) {
    try {
      await during('Installing Chromium (apt-get update)', () => run('apt-get', ['update', '-q']))
      await during('Installing Chromium (apt-get install chromium)', () =>
        run('apt-get', ['install', '-q', '-y', '--no-install-recommends', 'chromium', 'fonts-liberation'], {
          env: { DEBIAN_FRONTEND: 'noninteractive' },
          onLine: line =>
            /^(Get|Unpacking chromium|Setting up chromium)/.test(line) && say(`  ${line.slice(0, 90)}`),
        }),
      )
    } catch (error) {
      tries.push(`apt-get failed (${lastLine(error.output)})`)
    }
    const installed = await findBrowser()
    if (installed) return installed
  }
  try {
    const withDeps = platform() === 'linux' && process.getuid?.() === 0 ? ['--with-deps'] : []
    await during(`Installing Chromium (${playwright} install chromium)`, () =>
      run('npx', ['--yes', playwright, 'install', ...withDeps, 'chromium'], {
        onLine: line => /\d+%|downloaded/i.test(line) && say(`  ${line.trim().slice(0, 90)}`),
      }),
    )
  } catch (error) {
    tries.push(`${playwright} install failed (${lastLine(error.output)})`)
  }
  const installed = await findBrowser()
  if (installed) return installed
  throw new Error(
    `No Chromium or Chrome ${oldest} or newer is here, and none could be installed: ${tries.join('; ')}. Install Chromium or Chrome yourself, or set CHROME_PATH to one.`,
  )
}

async function candidates(env) {
  const onPath = names =>
    (env.PATH ?? '').split(delimiter).flatMap(folder => names.map(name => join(folder, name)))
  const home = homedir()
  const os = platform()
  const inside =
    {
      linux: ['chrome-linux64/chrome', 'chrome-linux/chrome'],
      darwin: ['mac-arm64', 'mac-x64', 'mac']
        .flatMap(kind => [`chrome-${kind}`])
        .flatMap(folder => [
          `${folder}/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing`,
          `${folder}/Chromium.app/Contents/MacOS/Chromium`,
        ]),
      win32: ['chrome-win64/chrome.exe', 'chrome-win/chrome.exe'],
    }[os] ?? []
  const playwrightCache =
    env.PLAYWRIGHT_BROWSERS_PATH ??
    {
      darwin: join(home, 'Library/Caches/ms-playwright'),
      win32: join(env.LOCALAPPDATA ?? '', 'ms-playwright'),
    }[os] ??
    join(env.XDG_CACHE_HOME ?? join(home, '.cache'), 'ms-playwright')
  const puppeteerCache = join(env.PUPPETEER_CACHE_DIR ?? join(home, '.cache/puppeteer'), 'chrome')
  const branded =
    {
      linux: onPath(['google-chrome-stable', 'google-chrome', 'google-chrome-beta']).concat(
        '/opt/google/chrome/chrome',
      ),
      darwin: ['', home].map(at =>
        join(at || '/', 'Applications/Google Chrome.app/Contents/MacOS/Google Chrome'),
      ),
      win32: [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA]
        .filter(Boolean)
        .map(at => join(at, 'Google/Chrome/Application/chrome.exe')),
    }[os] ?? []
  return [
    ...onPath(['chromium', 'chromium-browser']),
    ...(os === 'darwin' ? ['/Applications/Chromium.app/Contents/MacOS/Chromium'] : []),
    ...(await within(puppeteerCache, () => true, inside)),
    ...(await within(playwrightCache, name => /^chromium-\d+$/.test(name), inside)),
    ...branded,
  ]
}

async function within(folder, fits, inside) {
  const names = await readdir(folder).catch(() => [])
  return names
    .filter(fits)
    .sort((a, b) => b.localeCompare(a, 'en', { numeric: true }))
    .flatMap(name => inside.map(path => join(folder, name, path)))
}

async function works(path) {
  try {
    await access(path, constants.X_OK)
    // On Windows `--version` opens a window instead of answering.
    if (platform() === 'win32') return true
    const { stdout } = await promisify(execFile)(path, ['--version'], { timeout: 20_000 })
    return Number(/(\d+)\.\d+\.\d+/.exec(stdout)?.[1] ?? 0) >= oldest
  } catch {
    return false
  }
}

export async function debianAsRoot() {
  if (platform() !== 'linux' || process.getuid?.() !== 0) return false
  const release = await readFile('/etc/os-release', 'utf8').catch(() => '')
  // Ubuntu's `chromium` is a snap, which does not run in a container: Playwright's it is, there.
  return /^ID=debian$/m.test(release)
}

function lastLine(output = '') {
  return output.trim().split('\n').at(-1)?.slice(0, 200) ?? ''
}
