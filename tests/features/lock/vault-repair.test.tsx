// @vitest-environment happy-dom
/** A vault that does not open: what is there is said as it is, and no vault is exchanged by one press. */
import { beforeEach, describe, expect, it } from 'vitest'
import RecoveryPage from '../../../src/features/lock/screen/security/recovery-page.tsx'
import { VerifyVault } from '../../../src/features/lock/screen/security/verify-vault.tsx'
import type { DamageView } from '../../../src/protocol/published.ts'
import { followItems } from '../../../src/ui/use-session.ts'
import { session, worker } from '../../fake-browser.ts'
import { button, settled, show } from '../../in-dom.ts'

await followItems(['vault'])

const damage: DamageView = {
  heads: { browser: 0, mirror: 2 },
  keys: { browser: 0, mirror: 3 },
  waiting: 0,
  ways: ['passphrase', 'recovery'],
  aside: [],
}
const text = () => document.body.textContent ?? ''
const open = async (found: Partial<DamageView>, status = 'damaged') => {
  worker.answer = name =>
    name === 'screen.lookAtDamage' ? { ok: true, damage: { ...damage, ...found } } : { ok: true }
  await session.set({ vault: { status, inboxCount: 0, slots: [] } })
  await show(<RecoveryPage rest={[]} />)
  await settled()
}
const sent = (name: string) => worker.sent.filter(one => one.name === name)
beforeEach(() => {
  worker.sent.length = 0
})

describe('what is there', () => {
  it('counts the keys of the better copy, and names what unlocks them', async () => {
    await open({})
    expect(text()).toContain(
      '3 sealed keys are there. What unlocks them looks whole: passphrase, recovery code.',
    )
  })

  it('is not said to be saved when nothing unlocks it', async () => {
    await open({ ways: [] })
    expect(text()).toContain('What unlocks them was not found whole.')
    expect(document.querySelector('.notice.works')).toBeNull()
  })

  it('of a newer Keyway is left alone', async () => {
    await open({}, 'too_new')
    expect(text()).toContain('Update Keyway, and it opens again.')
    expect(document.querySelector('form')).toBeNull()
  })
})

describe('a vault that was set aside', () => {
  it('comes back by a second press, after it is said what becomes of this one', async () => {
    await open({ aside: [{ at: 7, keys: 2 }] })
    await settled(() => button('Bring it back').click())
    expect(sent('screen.bringBack')).toEqual([])
    expect(text()).toContain('is set aside in its place')
    await settled(() => button('Change the vaults').click())
    expect(sent('screen.bringBack')).toEqual([
      { name: 'screen.bringBack', payload: { at: 7, confirm: 'bring back' } },
    ])
  })
})

describe('starting over', () => {
  it('wants the words typed', async () => {
    await open({})
    await settled(() => button('Start over').click())
    await settled(() => button('Start over with an empty vault').click())
    expect(sent('screen.startOver')).toEqual([])
  })
})

describe('a look through everything', () => {
  const look = async (found: object) => {
    worker.answer = () => ({ ok: true, mended: 0, damaged: [], withoutAbout: [], isMirrored: true, ...found })
    await show(<VerifyVault />)
    await settled(() => button('Look through everything').click())
  }
  const whole = /Every key opens, in both copies/

  it.each([
    [{}, whole],
    [{ mended: 2 }, /in both copies\. 2 damaged parts were restored\./],
  ])('that found %j says that all is whole', async (found, words) => {
    await look(found)
    expect(text()).toMatch(words)
    expect(document.querySelector('.notice.works')).not.toBeNull()
  })

  it.each([
    [{ isMirrored: false }, /The second copy could not be brought up to date/],
    [{ mended: 2, isMirrored: false }, /The second copy could not be brought up to date/],
    [{ withoutAbout: ['a'], mended: 3 }, /Of one the name and notes cannot be read/],
    [{ damaged: ['a', 'b'] }, /2 keys cannot be read in either copy/],
  ])('that found %j does not', async (found, words) => {
    await look(found)
    expect(text()).toMatch(words)
    expect(text()).not.toMatch(whole)
    expect(document.querySelector('.notice.works')).toBeNull()
  })
})
