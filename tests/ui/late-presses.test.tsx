// @vitest-environment happy-dom
/** A press that comes late: it does nothing that nobody has read, and “Cancel” is either heard or not there to be pressed. */
import { useState } from 'react'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { PendingKeys } from '../../src/features/capture/screen/pending.tsx'
import { DeleteMany } from '../../src/features/keys/screen/table/bulk/delete-many.tsx'
import { useProven } from '../../src/features/lock/screen/proof.tsx'
import { ChangePassphrase } from '../../src/features/lock/screen/security/change-passphrase.tsx'
import { Export } from '../../src/features/transfer/screen/backup-page.tsx'
import type { KeyRow, PendingKey } from '../../src/protocol/published.ts'
import { guardSecondPress } from '../../src/ui/press/second-press.ts'
import { followItems } from '../../src/ui/use-session.ts'
import { session, worker } from '../fake-browser.ts'
import { button, settled, show, type, until } from '../in-dom.ts'

await followItems(['vault', 'rows', 'pending'])
const text = () => document.body.textContent ?? ''
const row: KeyRow = { id: 'k1', provider: 'openai', label: 'Bot', lastFour: 'W9fI', createdAt: 1 }
const waiting = (id: string): PendingKey => ({
  id,
  provider: 'openai',
  mask: `sk-…${id}`,
  from: 'page',
  kept: 'inbox',
  capturedAt: 1,
})

/** The answer comes when the test says so. */
let come = (_: unknown): void => {}
const whenItComes = () => new Promise(done => (come = done))
const label = (name: string) => {
  const found = [...document.querySelectorAll('label')].find(one => one.textContent === name)
  return document.getElementById(found?.htmlFor ?? '') as HTMLInputElement
}

let over = new AbortController()
beforeEach(async () => {
  over = new AbortController()
  guardSecondPress(over.signal)
  worker.sent.length = 0
  vi.clearAllMocks()
  worker.answer = () => ({ ok: true })
  await session.set({ rows: [row], pending: [] })
})
afterEach(() => over.abort())

function List() {
  const [names, setNames] = useState(['one', 'two'])
  return names.map(name => (
    <button key={name} type="button" onClick={() => setNames(names.filter(each => each !== name))}>
      {`Save ${name}`}
    </button>
  ))
}

const done = vi.fn()
function Steps() {
  const [at, setAt] = useState(1)
  return (
    <>
      <h1>{`Step ${Math.ceil(at / 2)}`}</h1>
      <button
        type="button"
        onClick={() => {
          done(at)
          setAt(at + 1)
        }}
      >
        {at === 1 ? 'Begin' : 'Skip'}
      </button>
    </>
  )
}

const work = vi.fn(async () => ({ ok: false, code: 'proof_needed', message: '' }) as const)
function Asks() {
  const act = useProven(work, () => undefined, 'Why.')
  return (
    <>
      <button type="button" onClick={() => void act.run()}>
        Hand over
      </button>
      {act.dialog}
    </>
  )
}

/** As the browser tells a double press: both, the second with a count of two, at what stands there by then. */
const pressAt = (what: Element | null | undefined, detail: number) =>
  settled(() => what?.dispatchEvent(new MouseEvent('click', { detail, bubbles: true, cancelable: true })))

describe('a second press, quick', () => {
  test('of “Don’t save” does not forget the key: the question stands below, and can be taken back', async () => {
    await show(<PendingKeys pending={[waiting('a')]} />)
    const first = button('Don’t save')
    await pressAt(first, 1)
    expect(button('Yes, forget this key')).not.toBe(first)
    // A slow second press, too, at the same place.
    await pressAt(first, 1)
    expect(text()).not.toContain('Yes, forget this key')
    expect(worker.sent).toEqual([])
  })

  test('does not reach what has come to that place: the next key that waits', async () => {
    await show(<List />)
    await pressAt(button('Save one'), 1)
    await pressAt(button('Save two'), 2)
    expect(button('Save two')).toBeDefined()
    await pressAt(button('Save two'), 1)
    expect(text()).toBe('')
  })

  test('does not reach the same button when it says something else, or the same words below another heading', async () => {
    await show(<Steps />)
    await pressAt(document.querySelector('button'), 1)
    await pressAt(document.querySelector('button'), 2)
    expect(done).toHaveBeenCalledTimes(1)
    await pressAt(document.querySelector('button'), 1)
    await pressAt(document.querySelector('button'), 2)
    expect(done).toHaveBeenCalledTimes(2)
  })

  test('of the same thing counts: a box is ticked and unticked, by its label too', async () => {
    const heard = vi.fn()
    await show(
      <label>
        <input type="checkbox" onClick={heard} /> <span>Name</span>
      </label>,
    )
    for (const what of ['span', 'input'])
      for (const detail of [1, 2]) await pressAt(document.querySelector(what), detail)
    expect(heard).toHaveBeenCalledTimes(4)
  })

  test('Enter that is held down presses once, and still writes lines', async () => {
    await show(
      <>
        <button type="button">Go</button>
        <textarea />
      </>,
    )
    const held = (selector: string) => {
      const event = new KeyboardEvent('keydown', {
        key: 'Enter',
        repeat: true,
        bubbles: true,
        cancelable: true,
      })
      document.querySelector(selector)?.dispatchEvent(event)
      return event.defaultPrevented
    }
    expect([held('button'), held('textarea')]).toEqual([true, false])
  })
})

describe('“Not now” and “Cancel” while something runs', () => {
  test('a proof that is left while it is looked at proves nothing', async () => {
    worker.answer = whenItComes
    await show(<Asks />)
    await settled(() => button('Hand over').click())
    await type(label('Passphrase'), 'walnut ferry')
    await settled(() => button('Continue').click())
    await settled(() => button('Not now').click())
    await settled(() => come({ ok: true }))
    expect(work).toHaveBeenCalledTimes(1)
  })

  test('no file is saved after the form of an export was left', async () => {
    const saved = vi.spyOn(URL, 'createObjectURL')
    worker.answer = name => (name === 'screen.pull' ? whenItComes() : { ok: true })
    await show(<Export count={1} />)
    await settled(() => button('Make a backup file').click())
    const select = document.querySelector('select') as HTMLSelectElement
    await settled(() => {
      select.value = 'env'
      select.dispatchEvent(new Event('change', { bubbles: true }))
    })
    await settled(() => button('Save the key').click())
    await settled(() => button('Not now').click())
    await settled(() => come({ ok: true, secret: `sk-proj-${'a1'.repeat(60)}` }))
    expect(saved).not.toHaveBeenCalled()
    expect(text()).not.toContain('The browser has the file')
    expect(button('Make a backup file')).toBeDefined()
  })

  test('what cannot be stopped any more does not say “Keep the old one”', async () => {
    worker.answer = whenItComes
    await show(<ChangePassphrase />)
    await settled(() => button('Change the passphrase').click())
    await type(label('Passphrase of today'), 'the one of today')
    await until(() => expect(button('Change it').getAttribute('aria-disabled')).toBe('false'))
    await settled(() => button('Change it').click())
    expect(button('Keep the old one').getAttribute('aria-disabled')).toBe('true')
    await settled(() => button('Keep the old one').click())
    expect(button('Changing…')).toBeDefined()
    await settled(() => come({ ok: true }))
    expect(text()).toContain('The passphrase is changed.')
  })

  test('keys that are being deleted are not said to be kept', async () => {
    const [left, told] = [vi.fn(), vi.fn()]
    worker.answer = whenItComes
    await show(<DeleteMany keys={[row]} onClose={left} onDeleted={told} />)
    await settled(() => button(/^Delete/).click())
    await settled(() => button('Cancel').click())
    expect(left).not.toHaveBeenCalled()
    await settled(() => come({ ok: true, undoUntil: 1 }))
    expect(told).toHaveBeenCalledWith('1 key deleted.')
  })
})
