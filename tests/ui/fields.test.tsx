// @vitest-environment happy-dom
/** The plain parts that forms are made of, and what a screen asks for as it is shown. */
import { computeAccessibleDescription, computeAccessibleName } from 'dom-accessibility-api'
import { useState } from 'react'
import { expect, it, vi } from 'vitest'
import { Button } from '../../src/ui/pieces/button.tsx'
import { Choice } from '../../src/ui/pieces/choice.tsx'
import { SelectField } from '../../src/ui/pieces/select-field.tsx'
import { TextArea, TextField } from '../../src/ui/pieces/text-field.tsx'
import { useLoaded } from '../../src/ui/pieces/use-loaded.ts'
import { useWindowEvent } from '../../src/ui/pieces/use-window-event.ts'
import { AskFirst } from '../../src/ui/press/ask-first.tsx'
import { button, settled, show } from '../in-dom.ts'

const answers = new Map<string, (answer: string) => void>()
const ask = (key: string) => new Promise<string>(resolve => answers.set(key, resolve))
function Shows() {
  const [key, setKey] = useState('one')
  return <Button onPress={() => setKey('two')}>{useLoaded(ask, key) ?? 'nothing yet'}</Button>
}

const heard: string[] = []
function Hears({ as }: { as: string }) {
  useWindowEvent('pagehide', () => heard.push(as))
  return null
}

it('a button that is busy says so, can still be reached by keyboard, takes no press and sends no form', async () => {
  const press = vi.fn()
  await show(
    <Button isBusy onPress={press} data-keyway="test">
      Test
    </Button>,
  )
  expect(button('Test').outerHTML).toMatch(/type="button".*aria-disabled="true"/)
  expect(button('Test').disabled).toBe(false)
  await settled(() => button('Test').click())
  expect(press).not.toHaveBeenCalled()
  await show(<Button onPress={press}>Test</Button>)
  await settled(() => button('Test').click())
  expect(press).toHaveBeenCalledExactlyOnceWith()
})

it('what is chosen comes as it was given: a number stays a number', async () => {
  const choose = vi.fn()
  const options = [
    [15, 'Every 15 minutes'],
    [60, 'Every hour'],
  ] as const
  await show(<SelectField label="Check" value={15} options={options} onChoose={choose} />)
  const field = document.querySelector('select')
  await settled(() => {
    if (field) field.selectedIndex = 1
    field?.dispatchEvent(new Event('change', { bubbles: true }))
  })
  expect(choose.mock.calls).toEqual([[60]])
})

it('a choice by itself is ticked, and one of a group is chosen', async () => {
  await show(<Choice name="Draw" note="On the page" isChosen={false} onChoose={() => {}} />)
  expect(document.querySelector('input')?.type).toBe('checkbox')
  const chosen = vi.fn()
  await show(<Choice group="way" name="Draw" note="On the page" isChosen={false} onChoose={chosen} />)
  expect(document.querySelector('input')?.type).toBe('radio')
  await settled(() => document.querySelector('label')?.click())
  expect(chosen).toHaveBeenCalledWith(true)
})

it('another key asks anew, and a late answer about the former one is not shown', async () => {
  await show(<Shows />)
  await settled(() => button('nothing yet').click())
  await settled(() => answers.get('one')?.('first'))
  expect(document.body.textContent).toBe('nothing yet')
  await settled(() => answers.get('two')?.('second'))
  expect(document.body.textContent).toBe('second')
})

it('an event of the window is heard by the newest listener, and by none once the part is gone', async () => {
  const { end } = await show(<Hears as="one" />)
  dispatchEvent(new Event('pagehide'))
  await end()
  dispatchEvent(new Event('pagehide'))
  expect(heard).toEqual(['one'])
})

it('what a field says of itself is its description, and no part of its name, which is read out each time', async () => {
  const hint = <span className="hint">It costs nothing.</span>
  const nothing = () => {}
  for (const field of [
    <SelectField
      key="1"
      label="Check"
      value={1}
      options={[[1, 'Now']]}
      onChoose={nothing}
      hint="It costs nothing."
    />,
    <SelectField key="2" label="Check" value={1} options={[[1, 'Now']]} onChoose={nothing} limit={hint} />,
    <Choice key="3" name="Check" note="It costs nothing." isChosen={false} onChoose={nothing} />,
    <Choice key="4" group="x" name="Check" note="" limit={hint} isChosen={false} onChoose={nothing} />,
    <TextField key="5" label="Check" onText={nothing}>
      {hint}
    </TextField>,
    <TextArea key="6" label="Check" onText={nothing}>
      {hint}
    </TextArea>,
  ]) {
    await show(field)
    const control = document.querySelector('input, select, textarea')
    if (!control) throw new Error('There is no field.')
    expect(computeAccessibleName(control)).toBe('Check')
    expect(computeAccessibleDescription(control)).toBe('It costs nothing.')
    expect(document.body.innerText ?? document.body.textContent).toContain('It costs nothing.')
  }
  await show(<TextField label="Plain" onText={nothing} />)
  expect(document.querySelector('input')?.hasAttribute('aria-describedby')).toBe(false)
})

it('what ends something asks first, takes a second thought, and ends it by another button', async () => {
  const end = vi.fn()
  await show(<AskFirst name="Remove" then="It is gone then." yes="Yes, remove it" onYes={end} />)
  await settled(() => button('Remove').click())
  expect(document.body.textContent).toContain('It is gone then.')
  await settled(() => button('Remove').click())
  expect(document.body.textContent).not.toContain('It is gone then.')
  await settled(() => button('Remove').click())
  expect(end).not.toHaveBeenCalled()
  await settled(() => button('Yes, remove it').click())
  expect(end).toHaveBeenCalledExactlyOnceWith()
})
