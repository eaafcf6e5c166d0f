/** What a form has already and nobody has to do anything about stands in one list, which ticks itself. */
import { expect, test } from 'vitest'
import type { ElementFact } from '../../../src/features/guide/core/tour.ts'
import { createKey } from '../../../src/guides/create-key.ts'
import { found, missing, page, walk } from './guide-world.ts'

const inForm = (elements: Record<string, ElementFact>) =>
  page({
    dialogs: ['Create new secret key'],
    elements: { name: { ...found, filled: true }, submit: found, ...elements },
  })

/** In the dialog for a new key, with its name typed. */
function atSubmit(elements: Record<string, ElementFact>) {
  const person = walk(createKey)
  person.shows(page({ elements: { opener: found } }))
  return person.shows(inForm(elements))
}

const ticks = ({ parts = [] }: ReturnType<typeof atSubmit>) =>
  Object.fromEntries(parts.map(({ label, isDone }) => [label, isDone]))

test('what is as it should be is ticked, what is not there is not asked about', () => {
  const view = atSubmit({
    owner: { ...found, checked: true },
    project: { ...found, filled: true },
    permissions: { ...found, checked: true },
    expiration: missing,
  })
  expect(view.step).toBe('submit')
  expect(ticks(view)).toEqual({ 'Owner: “You”': true, Project: true, Permissions: true })
})

test('a field that waits is not ticked, and is ticked once it is filled', () => {
  const waiting = { owner: { ...found, checked: true }, project: { ...found, filled: false } }
  const person = walk(createKey)
  person.shows(page({ elements: { opener: found } }))
  expect(ticks(person.shows(inForm(waiting)))).toMatchObject({ Project: false })
  expect(ticks(person.shows(inForm({ ...waiting, project: { ...found, filled: true } })))).toMatchObject({
    Project: true,
  })
})

test('the list is on no card but the one that asks to look at it', () => {
  const person = walk(createKey)
  expect(person.shows(page({ elements: { opener: found } })).parts).toBeUndefined()
})

test('the page is watched for all that the list tells', () => {
  const { watch } = atSubmit({})
  const watched = watch.targets.map(({ name }) => name)
  expect(watched).toEqual(expect.arrayContaining(['owner', 'project', 'expiration', 'permissions']))
})
