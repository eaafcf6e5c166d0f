/** "Verify your phone number": before the first key. Takes made-up numbers only. */
import { useState } from 'react'
import { Button, Buttons, Field, Labelled, Refused } from './kit.tsx'
import { Menu } from './menu.tsx'
import { Modal } from './modal.tsx'
import { useWords } from './words.tsx'
import { act, c, useScene } from './world.ts'

const countries = ['United States', 'Germany', 'Japan', 'India', 'Brazil', 'United Kingdom'].map(name => ({
  id: name,
  label: name,
}))

export function PhoneCheck({ onClose, onDone }: { onClose: () => void; onDone: () => void }) {
  const { era } = useScene()
  const { t } = useWords()
  const [country, setCountry] = useState('United States')
  const [phone, setPhone] = useState('')
  const [code, setCode] = useState('')
  const [sent, setSent] = useState(false)
  const [refused, setRefused] = useState<string>()

  async function send() {
    const reply = await act({ act: 'sendPhoneCode', phone })
    setRefused(reply.refused)
    setSent(!reply.refused)
  }
  async function enter(typed: string) {
    setCode(typed)
    if (typed.replace(/\s/g, '').length < 6) return
    const reply = await act({ act: 'enterPhoneCode', code: typed })
    setRefused(reply.refused)
    if (!reply.refused) onDone()
  }

  return (
    <Modal title={sent ? t('Enter code') : t('Verify your phone number')} onClose={onClose}>
      <div className={c('stack')}>
        {sent ? (
          <>
            <p>Please enter the code we just sent you.</p>
            <Field
              label="Code"
              value={code}
              onChange={enter}
              marked="phone-code"
              placeholder="000 000"
              inputMode="numeric"
            />
            <p className={c('practice-note')}>Practice copy: no message is sent. The code is 123456.</p>
          </>
        ) : (
          <>
            <Labelled label="Country">
              <Menu shows={country} choices={countries} onPick={setCountry} name={`Country ${country}`} />
            </Labelled>
            <Field
              label="Phone number"
              value={phone}
              onChange={setPhone}
              marked="phone-number"
              placeholder="202 555 0142"
              type="tel"
            />
            {era === 'D' && (
              <p className={c('help')}>
                We send a code by SMS or WhatsApp. Landlines and VoIP numbers are not accepted.
              </p>
            )}
            <p className={c('practice-note')}>Practice copy: type a made-up number such as 202 555 0142.</p>
          </>
        )}
        <Refused why={refused} />
        <Buttons>
          {sent ? (
            <Button onClick={() => setSent(false)}>{t('Go back')}</Button>
          ) : (
            <Button kind="primary" onClick={send} disabled={!phone} marked="phone-send">
              {t('Send code')}
            </Button>
          )}
        </Buttons>
      </div>
    </Modal>
  )
}
