/** What is pasted into the store's forms is true, whole, and not longer than the forms take. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import manifest from '../../manifest.json' with { type: 'json' }
import messages from '../../public/_locales/en/messages.json' with { type: 'json' }
import { recognise } from '../../src/providers/index.ts'
import { lengthOf, most, pictureOf, promises, section, unjustified, unknownWords, unproven } from './store.ts'

const root = join(import.meta.dirname, '../..')
const read = (name: string) => readFileSync(join(root, 'store', name), 'utf8')
const [listing, privacy, claims] = ['listing.md', 'privacy-practices.md', 'claims.md'].map(read) as [
  string,
  string,
  string,
]

test('name and summary are the manifest’s own, and “OpenAI” is in no name', () => {
  expect(section(listing, 'Name')).toBe(messages.name.message)
  expect(section(listing, 'Summary')).toBe(messages.description.message)
  for (const language of readdirSync(join(root, 'public/_locales'))) {
    const { name, description } = JSON.parse(
      readFileSync(join(root, 'public/_locales', language, 'messages.json'), 'utf8'),
    ) as typeof messages
    expect(`${name.message} ${manifest.short_name}`).not.toMatch(/open\s*ai/i)
    expect([
      ...lengthOf(`the name in ${language}`, name.message, most.name),
      ...lengthOf(`the summary in ${language}`, description.message, most.summary),
      ...lengthOf('the short name', manifest.short_name, most.shortName),
    ]).toEqual([])
  }
  expect(readFileSync(join(root, 'public/icons/keyway.svg'), 'utf8')).not.toMatch(/open\s*ai|<text/i)
})

test('each permission and each host of the manifest has its reason there, and nothing else has', () => {
  expect(unjustified(privacy, manifest)).toEqual([])
})

test('the description is short enough, and each of its promises names the test that shows it', () => {
  expect(lengthOf('the description', section(listing, 'Description'), most.description)).toEqual([])
  expect(promises(listing).length).toBeGreaterThan(10)
  expect(unproven(root, listing, claims)).toEqual([])
  expect(section(listing, 'Description')).toContain(`Chrome ${manifest.minimum_chrome_version} or newer`)
})

test('what the notes tell a reviewer to press is there, and the key they are given is taken for one', () => {
  const notes = read('reviewer-notes.md')
  expect(unknownWords(root, notes)).toEqual([])
  const [key = ''] = /sk-[\w-]{20,}/.exec(notes) ?? []
  expect(recognise(key)).toMatchObject({ provider: 'openai', problems: [] })
})

test('the pictures are as many as the store takes, in light and in dark, and have its sizes', () => {
  const folder = join(root, 'store/pictures')
  expect(pictureOf(join(folder, 'promo.png'))).toEqual({ width: 440, height: 280, hasAlpha: false })
  const screenshots = readdirSync(folder).filter(name => name !== 'promo.png' && name.endsWith('.png'))
  for (const tone of ['light', 'dark'])
    expect(screenshots.filter(name => name.endsWith(`-${tone}.png`))).toHaveLength(5)
  for (const name of screenshots)
    expect(pictureOf(join(folder, name)), name).toEqual({ width: 1280, height: 800, hasAlpha: false })
})

describe('the checks themselves can fail', () => {
  test('a permission or a host more, or less', () => {
    const more = { ...manifest, permissions: [...manifest.permissions, 'tabs'] }
    expect(unjustified(privacy, more)).toEqual(['store/ gives no reason for tabs.'])
    const fewer = { ...manifest, optional_host_permissions: manifest.optional_host_permissions.slice(1) }
    expect(unjustified(privacy, fewer).join()).toMatch(/which the manifest does not ask for/)
  })

  test('a reason that is too long, or missing', () => {
    expect(unjustified(privacy.replace('Locks the vault', 'x'.repeat(1_001)), manifest)).toHaveLength(1)
    expect(unjustified(privacy.replace('## Single purpose', '## Purpose'), manifest).join()).toMatch(
      /says nothing of Single purpose/,
    )
  })

  test('a promise that nothing shows, and a proof that is gone', () => {
    const more = listing.replace('GET A KEY\n', 'GET A KEY\n- It makes coffee.\n')
    expect(unproven(root, more, claims)).toEqual([
      'store/claims.md does not say what shows “It makes coffee.”.',
    ])
    expect(
      unproven(root, listing, claims.replace('no check can cost money', 'nothing costs')).join(),
    ).toMatch(/no title/)
    expect(unknownWords(root, 'Press “Make coffee”.')).toHaveLength(1)
  })
})
