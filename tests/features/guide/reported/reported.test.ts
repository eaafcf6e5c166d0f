// @vitest-environment happy-dom
/** Pages that people reported as different: on each the guide has to point at the thing that is meant, for certain or with a question. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import { pageWords } from '../../../../src/features/guide/core/page-words.ts'
import { createDoubts } from '../../../../src/features/guide/page/doubts.ts'
import { openDialogs } from '../../../../src/features/guide/page/page-texts.ts'
import { readFacts } from '../../../../src/features/guide/page/read-facts.ts'
import { learnWords } from '../../../../src/features/guide/page/reads-as.ts'
import { guides } from '../../../../src/guides/index.ts'
import { createWrittenLocator } from '../../../../src/locator/written.ts'

learnWords(pageWords)

const folder = join(import.meta.dirname, 'pages')
const pages = readdirSync(folder).filter(name => name.endsWith('.html'))

beforeEach(() => {
  document.elementsFromPoint = () => []
  Element.prototype.checkVisibility = function () {
    return this.isConnected && !this.closest('[hidden]')
  }
  Element.prototype.getBoundingClientRect = function () {
    const [x = 0, y = 0, width = 0, height = 0] = (this.getAttribute('data-box') ?? '').split(' ').map(Number)
    return new DOMRect(x, y, width, height)
  }
})

/** @returns the things that the guide points at: one for certain or with a question, or a few with numbers */
function pointedAt(guideId: string, name: string): { status: string; elements: Element[] } {
  const target = guides.find(({ id }) => id === guideId)?.targets[name]
  if (!target) throw new Error(`There is no target ${guideId}/${name} any more: remove the page.`)
  const ending = new AbortController()
  const scope = openDialogs().at(-1) ?? null
  const locator = createWrittenLocator(document, ending.signal)
  const within = scope ? createWrittenLocator(scope, ending.signal) : locator
  const watched = { name, is: [target.is].flat(), ...(target.like && { like: target.like }) }
  const watch = { targets: [watched], texts: [], dialogs: [], headings: [], key: false }
  const read = readFacts(watch, locator, null, {}, null, {
    scope,
    within,
    doubts: createDoubts(),
    own: null,
    isOpener: () => false,
  })
  ending.abort()
  const found = read.found.get(name)
  return {
    status: read.elements[name]?.status ?? 'missing',
    elements: read.several.get(name) ?? (found ? [found] : []),
  }
}

describe('pages that people reported', () => {
  test.each(pages)('%s', page => {
    const html = readFileSync(join(folder, page), 'utf8')
    document.body.innerHTML = html.replace(/^[\s\S]*<\/style>|<\/html>\s*$/g, '')
    const { guide = '', target = '' } = Object.fromEntries(
      [...html.matchAll(/data-(guide|target)="([\w-]+)"/g)].map(([, name, value]) => [name, value]),
    )
    const expected = document.querySelector('[data-expected]')
    const { status, elements } = pointedAt(guide, target)
    expect(expected).not.toBeNull()
    expect(status).toMatch(/^(?:found|likely|several)$/)
    expect(elements).toContain(expected)
  })
})
