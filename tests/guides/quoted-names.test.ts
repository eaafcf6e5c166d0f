/** What guides and screens quote is there: a control of ours on one of our screens, the platform's among what guides look for. */
import { describe, expect, test } from 'vitest'
import {
  allQuoted,
  faultOf,
  noControls,
  otherPages,
  ourNames,
  platformNames,
  quotedIn,
} from './quoted-names.ts'

const all = allQuoted()
const ours = ourNames()
const theirs = platformNames()

test('every name that a guide or a screen quotes is found where it sends the person', () => {
  expect(all.flatMap(one => faultOf(one, ours, theirs))).toEqual([])
})

test('what is taken on trust is still quoted, and nothing that Keyway knows by itself', () => {
  const quoted = new Set(all.map(({ name }) => name))
  for (const name of [...otherPages, ...noControls]) expect(quoted, name).toContain(name)
  for (const name of otherPages) expect(theirs, name).not.toContain(name)
})

describe('the rule', () => {
  test.each([
    ['a tab that has another name by now', 'Open “First call” in Keyway.', 1],
    ['a name of the page in a sentence on Keyway', 'In Keyway press “Create secret key”.', 1],
    ['a name that is nobody’s', 'Press “Frobnicate”.', 1],
    ['a control of ours', 'In Keyway press “Check permissions”.', 0],
    ['the platform’s control', 'Press “Create secret key”. Keyway then takes the key.', 0],
    ['a name with a value in it', 'Press “Use … for this key” in Keyway.', 0],
    ['a value', 'Keyway has “{label}”.', 0],
  ])('%s', (_, text, faults) => {
    expect(quotedIn(text, 'here').flatMap(one => faultOf(one, ours, theirs))).toHaveLength(faults)
  })
})
