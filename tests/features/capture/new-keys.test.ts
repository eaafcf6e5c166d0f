// @vitest-environment happy-dom
// @vitest-environment-options { "url": "https://platform.openai.com/api-keys" }
/** Which key is the new one, where the page itself leaves it open: then the person's choice in the panel says so. */
import { afterEach, beforeEach, expect, test } from 'vitest'
import { followNewKeys, type NewKeys } from '../../../src/features/capture/page/new-keys.ts'
import { pageWords } from '../../../src/features/guide/core/page-words.ts'
import { learnWords } from '../../../src/features/guide/page/reads-as.ts'
import { makeSecret } from '../../practice/secrets.ts'

learnWords(pageWords)

const key = makeSecret('project')
let ending: AbortController
let keys: NewKeys

beforeEach(() => {
  Element.prototype.checkVisibility = () => true
  Element.prototype.getBoundingClientRect = () => new DOMRect(10, 10, 100, 30)
  document.elementsFromPoint = () => []
  document.body.innerHTML = `<pre>curl https://api.openai.com/v1/models -H "Authorization: Bearer ${key}"</pre>`
  ending = new AbortController()
  keys = followNewKeys(() => null, ending.signal)
})
afterEach(() => ending.abort())

test('a key in a call to try may be an example; the one that the person chose is theirs, and is seen as long as it stands there', () => {
  expect(keys.look()).toBeNull()
  keys.meant(undefined)
  expect(keys.look()).toBeNull()
  keys.meant(key.slice(-4))
  expect(keys.look()?.tail).toBe(key.slice(-4))
  document.body.innerHTML = ''
  expect(keys.look()).toBeNull()
})
