/** A sample of what replacement.soak.ts tells in full: keys that are replaced, and what ends on the way. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Break, Scene, storyOf, tell } from './replacement-stories.ts'

let scene: Scene
beforeAll(async () => {
  scene = await Scene.open()
})
afterAll(() => scene?.close())

test.each<[string, Break[]]>([
  [
    'a service account’s key',
    [
      { act: 'make', when: 'amid', way: 'worker' },
      { act: 'put it in the project', when: 'before', way: 'lock' },
      { act: 'in place everywhere', when: 'before', way: 'pause' },
      { act: 'delete', when: 'amid', way: 'browser' },
    ],
  ],
  [
    'a person’s own key, without an admin key',
    [
      { act: 'use it', when: 'before', way: 'worker' },
      { act: 'delete by the guide', when: 'before', way: 'page' },
    ],
  ],
  ['undone before the delete', [{ act: 'delete the new account', when: 'amid', way: 'page' }]],
])('%s', async (name, breaks) => {
  expect(await tell(scene, storyOf(name), breaks)).toBe(breaks.length)
})
