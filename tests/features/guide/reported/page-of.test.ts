/** From a report to a page: what is in it, what is expected, and what is refused. */
import { expect, test } from 'vitest'
import { pageOfReport } from './page-of.ts'

const report = (...lines: string[]) =>
  [
    'Keyway report 1',
    'Keyway 0.1.0, Chrome 140',
    'Guide create-key, words of 2026-11-21',
    'Step open, target opener, state missing',
    'Page /settings/▮▮▮▮/api-keys, window 1280 × 800',
    '',
    ...lines,
  ].join('\n')

test('roles, states, nesting and known words are kept; a word that is only meant is another one', () => {
  const { name, html } = pageOfReport(
    report(
      '- dialog <div> "Create new secret key" [modal] at 10 20 300 200',
      '  - textbox <input text> hint "My Test Key" [filled] at 30 60 200 30',
      '  - button <button> "▮▮▮▮▮▮▮" means create [disabled] at 200 180 90 30 ← shown',
    ),
  )
  expect(name).toBe('create-key-opener')
  expect(html).toContain('data-address="/settings/x/api-keys"')
  expect(html).toMatch(/<div role="dialog" aria-label="Create new secret key" aria-modal="true"/)
  expect(html).toMatch(/<input role="textbox" type="text" placeholder="My Test Key" value="▮"/)
  expect(html).toMatch(/<button disabled data-expected data-box="200 180 90 30" style="left:190px;top:160px/)
  expect(html).not.toContain('▮▮▮▮▮▮▮')
})

test('a line is named where nobody showed the thing', () => {
  const text = report('- button <button> "▮▮▮" at 1 2 30 40', '- button <button> "Delete" at 1 50 30 40')
  expect(() => pageOfReport(text)).toThrow('say its line')
  expect(pageOfReport(text, 7).html).toMatch(/data-expected data-box="1 2 30 40"/)
})

test('what is no report, or holds what none may hold, is refused', () => {
  expect(() => pageOfReport('hello')).toThrow('no report')
  expect(() => pageOfReport(report('- button <button> "Robin" at 1 2 3 4 ← shown'))).toThrow('Line 7')
  expect(() => pageOfReport(report('- button <button onclick=x> at 1 2 3 4'))).toThrow('Line 7')
  expect(() => pageOfReport(report().replace('create-key', 'nothing'))).toThrow('is none')
})

const shown = report('- button <button> "Delete" at 1 2 30 40 ← shown')

test.each([
  ['a script in the address', `"><script>alert(1)</script>`],
  ['an attribute in the address', `"onload="alert(1)`],
  ['an address elsewhere', 'https://evil.example/settings'],
])('%s is not taken over into the page', (_, address) => {
  const text = shown.replace('/settings/▮▮▮▮/api-keys', address)
  expect(() => pageOfReport(text)).toThrow('no report may hold')
})

test.each(['constructor', '__proto__', 'toString'])('a target called %s is none', name => {
  expect(() => pageOfReport(shown.replace('target opener', `target ${name}`))).toThrow('is none')
})

test('what is wrong with a line is said without what a terminal would obey', () => {
  const said = (() => {
    try {
      return pageOfReport(report('- \u001b]0;owned\u0007\u001b[2J at 1 2 3 4')).name
    } catch (error) {
      return String(error)
    }
  })()
  expect(said).toContain('Line 7')
  expect(said).not.toMatch(/\p{Cc}/u)
})
