import { it } from 'vitest'
import { gzipSync } from 'node:zlib'
import { bundle, locatorFile } from './in-browser.ts'
it('x', async () => { const l = await bundle(locatorFile, 'keyway'); console.log('SIZE locator', gzipSync(l, { level: 9 }).length); const c = await bundle(`${import.meta.dirname}/../../src/content/main.iife.ts`, 'content'); console.log('SIZE content', gzipSync(c, { level: 9 }).length) }, 100000)
