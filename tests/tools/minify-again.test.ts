// @vitest-environment happy-dom
/** What is shortened in the page's scripts is known there only: a message or the browser would not know the short name. */
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { ofPageOnly } from '../../tools/minify-again.ts'

/** All that is told to another script or read from one. */
const shared =
  /^(?:protocol\/|guides\/guide|overlay\/card|locator\/description|features\/guide\/(?:core\/(?:tour|page-view|card-words|page-words|action-names|card\/card-content|report\/)|page\/(?:taught-script|report-script|show-me|send-to-worker)))/
const ofPage = /^(?:features\/\w+\/page|features\/guide\/core|overlay|locator)\//

const sources = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter(path => path.endsWith('.ts'))
const wordsOf = (which: RegExp): Set<string> =>
  new Set(
    sources
      .filter(path => which.test(path))
      .flatMap(path => readFileSync(`src/${path}`, 'utf8').match(/\w+/g) ?? []),
  )

describe('a name that is shortened', () => {
  const others = wordsOf(shared)
  const page = wordsOf(ofPage)
  const ofBrowser = [
    window,
    document,
    document.body,
    document.body.style,
    new Event('x'),
    new Range(),
    navigator,
  ]

  test.each(ofPageOnly)('%s: only the page’s side knows it, no other script and no browser', name => {
    expect(page.has(name)).toBe(true)
    expect(others.has(name)).toBe(false)
    for (const one of ofBrowser) expect(name in one).toBe(false)
  })
})
