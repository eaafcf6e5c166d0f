// @vitest-environment happy-dom
/** A report says how a page is built; of what it says only the words that our own guides know. */
import fc from 'fast-check'
import { beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest'
import { type Catalogue, readLine, shapeOf } from '../../../src/features/guide/core/report/report-lines.ts'
import { readCollected, reportText } from '../../../src/features/guide/core/report/report-text.ts'
import { catalogueOf } from '../../../src/features/guide/core/report/report-words.ts'
import { collectReport } from '../../../src/features/guide/page/collect-report.ts'
import { everySaying } from '../../../src/guides/concepts.ts'
import { guides } from '../../../src/guides/index.ts'
import { runs } from '../../runs.ts'
import { plantPrivate, privateStrings } from './private-page.ts'

const catalogue: Catalogue = catalogueOf(guides, everySaying)
const head = {
  guide: 'create-key',
  checked: '2026-11-21',
  step: 'open',
  target: 'opener',
  state: 'missing',
  version: '0.1.0',
  browser: 'Chrome/140.0',
}

async function reportOn(shown: Element | null = null): Promise<string> {
  const collected = readCollected(
    JSON.parse(JSON.stringify(await collectReport(catalogue, shown))),
    catalogue,
  )
  if (!collected) throw new Error('That is no report.')
  return reportText(head, collected)
}

beforeEach(() => {
  Element.prototype.checkVisibility = function () {
    return this.isConnected && !this.closest('[hidden]')
  }
  document.body.innerHTML = ''
})

describe('what a report says', () => {
  test('roles, states, nesting, known words, and what unknown words of a control mean', async () => {
    document.body.innerHTML = `
      <main><h1>API keys</h1><button id="radix-:r12:" class="btn css-1x2y" disabled>Neuen Schlüssel anlegen</button>
        <table><tr><td>Robin’s laptop</td><td><button>Delete</button></td></tr></table></main>
      <div role="dialog" aria-modal="true" aria-label="Create new secret key"><input placeholder="My Test Key" value="Robin">
        <a href="https://platform.openai.com/settings/organization/billing/acme?x=robin">Acme Inc</a></div>`
    const report = await reportOn()
    expect(report).toContain('Guide create-key, words of 2026-11-21')
    expect(report).toMatch(/- main <main> at/)
    expect(report).toMatch(/ {2}- heading <h1> "API keys"/i)
    expect(report).toMatch(
      /- button <button> "▮▮▮▮▮ ▮▮▮▮▮▮▮▮▮ ▮▮▮▮▮▮▮" means create\+key \[disabled\] at .* id a-:a0: class a a-0a0a/,
    )
    expect(report).toMatch(/- cell <td> "▮▮▮▮▮▮▮ ▮▮▮▮▮▮"/)
    expect(report).toMatch(/- button <button> "Delete"/)
    expect(report).toMatch(/- dialog <div> "Create new secret key" \[modal\]/)
    expect(report).toMatch(/- textbox <input text> .*hint "My Test Key" .*\[filled\]/)
    expect(report).toMatch(/- link <a> "▮▮▮▮ ▮▮▮"/)
  })

  test('what was shown is marked, many rows are a few and a number', async () => {
    document.body.innerHTML = `<table>${'<tr><td>one</td></tr>'.repeat(40)}</table><button>Make</button>`
    const report = await reportOn(document.querySelector('button'))
    expect(report.match(/- row/g)).toHaveLength(3)
    expect(report).toContain('and 37 alike')
    expect(report).toMatch(/- button <button> "▮▮▮▮" means create at .*← shown/)
  })

  test('a name of words that the guides know is no wording of theirs', async () => {
    document.body.innerHTML = '<button>Service Key Company</button><p>Create Save Limited</p><td>Delete</td>'
    const report = await reportOn()
    for (const word of ['Service', 'Key', 'Company', 'Create', 'Save', 'Limited'])
      expect(report).not.toContain(`"${word}`)
    expect(report).not.toContain('Company')
  })
})

describe('nothing private survives', () => {
  test('of 500 strings planted wherever a page can hold one', { tags: 'slow' }, async () => {
    // A report that takes too long is cut short: on a busy machine this one would be, too.
    const clock = vi.spyOn(performance, 'now').mockReturnValue(0)
    onTestFinished(() => clock.mockRestore())
    for (const seed of [1, 2, 3]) {
      document.body.innerHTML = ''
      const strings = privateStrings(500, seed)
      plantPrivate(document, strings, seed)
      const report = await reportOn()
      expect(report.split('\n').length).toBeGreaterThan(100)
      expect(report).not.toContain('Cut short')
      expect(strings.filter(text => report.toLowerCase().includes(text.toLowerCase()))).toEqual([])
    }
  })

  test('no line with any other text gets through, whoever wrote it', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 40 }), drawn => {
        const text = `Zq7${drawn}`
        const lines = [
          `- button <button> ${JSON.stringify(text)} at 1 2 3 4`,
          `- button <button> hint ${JSON.stringify(text)} at 1 2 3 4`,
          `- ${text} <button> at 1 2 3 4`,
          `- button <${text}> at 1 2 3 4`,
          `- input <input ${text}> at 1 2 3 4`,
          `- button <button> [${text}] at 1 2 3 4`,
          `- button <button> means ${text} at 1 2 3 4`,
          `- button <button> at 1 2 3 4 id ${text}`,
          `- button <button> at 1 2 3 4 class ${text}`,
          `- button <button> at 1 2 3 4 to /${text}`,
          `- button <button> at 1 2 3 4 ${text}`,
          `${text}- button <button> at 1 2 3 4`,
        ]
        expect(lines.filter(line => readLine(line, catalogue) !== undefined)).toEqual([])
      }),
      { numRuns: runs(1_000) },
    )
    expect(readLine('- button <button> at 1 2 3 4', catalogue)).toBeDefined()
    expect(readLine('- button <button> at 1 2 3 4 id acme', catalogue)).toBeUndefined()
    expect(readLine('- button <button> "Robin" at 1 2 3 4', catalogue)).toBeUndefined()
    expect(readCollected({ address: '/acme', lines: [] }, catalogue)).toBeUndefined()
  })

  test('a shape is of letters and digits in general', () => {
    fc.assert(fc.property(fc.string(), text => /^[a0_:./?-]{0,24}$/.test(shapeOf(text))))
  })
})

describe('a page that is too much', () => {
  test('2,000 dialogs: the report says that it was cut short, and is no longer than it may be', {
    tags: 'slow',
  }, async () => {
    document.body.innerHTML = '<div role="dialog" aria-label="x"><button>y</button></div><hr>'.repeat(2_000)
    const report = await reportOn()
    expect(report).toContain('Cut short')
    expect(report.split('\n').length).toBeLessThan(1_300)
  })

  test('deeper than any page is, and a text of megabytes: still a report', { tags: 'slow' }, async () => {
    let at: Element = document.body
    for (let depth = 0; depth < 3_000; depth++) at = at.appendChild(document.createElement('section'))
    at.textContent = 'word '.repeat(500_000)
    expect(await reportOn()).toMatch(/- region <section>/)
  })
})
