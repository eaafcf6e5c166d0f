/** Opens blank pages in a real Chromium with the locator inside as `keyway`: no extension, no server. */

import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import puppeteer, { type Browser, type Page } from 'puppeteer-core'
import { build } from 'vite'
import { ensureBrowser } from '../../tools/browser.mjs'

const here = import.meta.dirname

/** One classic script that sets `window[name]` to everything the file exports. */
export async function bundle(file: string, name: string): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'error',
    // Under vitest NODE_ENV is "test": React would come in its slow form, and JSX in the form that goes with it.
    mode: 'production',
    oxc: { jsx: { runtime: 'automatic', development: false } },
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      write: false,
      target: 'chrome137',
      lib: { entry: file, formats: ['iife'], name },
    },
  })
  const output = Array.isArray(result) ? result[0] : result
  if (!output || !('output' in output)) throw new Error('vite gave no output')
  return `${output.output[0].code};window.${name}=${name};`
}

export const locatorFile = join(here, '../../src/locator/index.ts')

export type InBrowser = { browser: Browser; page: Page; close(): Promise<void> }

/** A page of 1280 by 800 with `scripts` in it, again after each navigation. */
export async function openBrowser(...scripts: string[]): Promise<InBrowser> {
  const profile = await mkdtemp(join(tmpdir(), 'keyway-locator-'))
  const browser = await puppeteer.launch({
    executablePath: await ensureBrowser(),
    headless: true,
    userDataDir: profile,
    args: ['--no-sandbox', '--disable-dev-shm-usage', '--host-resolver-rules=MAP * ~NOTFOUND'],
    defaultViewport: { width: 1280, height: 800 },
  })
  const page = await browser.newPage()
  for (const script of scripts) await page.evaluateOnNewDocument(script)
  await page.goto('about:blank')
  return {
    browser,
    page,
    close: async () => {
      await browser.close()
      await rm(profile, { recursive: true, force: true })
    },
  }
}
