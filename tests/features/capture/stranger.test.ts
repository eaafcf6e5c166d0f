/** Another organization or project than that of all other keys is said: somebody else's key may stand in place of one's own. */
import { expect, test } from 'vitest'
import { strangeHome } from '../../../src/features/capture/core/stranger.ts'

const openai = (id: string, organization?: string) => ({
  id,
  provider: 'openai' as const,
  ...(organization && { organization }),
})
const other = { id: 'x', provider: 'anthropic' as const, organization: 'org-theirs' }

const cases: [what: string, key: ReturnType<typeof openai>, rows: object[], said: string | undefined][] = [
  ['differs from the only other key', openai('n', 'org-new'), [openai('a', 'org-a')], 'org-new'],
  [
    'differs from all of several',
    openai('n', 'org-new'),
    [openai('a', 'org-a'), openai('b', 'org-b')],
    'org-new',
  ],
  [
    'is that of one of several',
    openai('n', 'org-b'),
    [openai('a', 'org-a'), openai('b', 'org-b')],
    undefined,
  ],
  ['stands in the list itself', openai('n', 'org-n'), [openai('n', 'org-n')], undefined],
  [
    'stands in the list itself, beside another',
    openai('n', 'org-n'),
    [openai('n', 'org-n'), openai('a', 'org-a')],
    'org-n',
  ],
  ['is the first that is known', openai('n', 'org-new'), [openai('a'), openai('b')], undefined],
  ['is not known', openai('n'), [openai('a', 'org-a')], undefined],
  ['differs from another provider’s only', openai('n', 'org-new'), [other], undefined],
]

test.each(cases)('an organization that %s', (_, key, rows, said) => {
  expect(strangeHome(key, rows as Parameters<typeof strangeHome>[1], 'organization')).toBe(said)
})

test('a project is compared with projects', () => {
  const row = { id: 'a', provider: 'openai' as const, organization: 'Mine', project: 'Web' }
  expect(strangeHome({ provider: 'openai', project: 'Mine' }, [row], 'project')).toBe('Mine')
  expect(strangeHome({ provider: 'openai', project: 'Web' }, [row], 'project')).toBeUndefined()
})
