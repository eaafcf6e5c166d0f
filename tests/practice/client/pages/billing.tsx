/** Billing: what is there, and the flow from "Add payment details" to the first credit. Takes test cards only. */
import { useEffect, useState } from 'react'
import type { MarkName } from '../../marks.ts'
import {
  Button,
  Buttons,
  Card,
  day,
  dollars,
  Field,
  Heading,
  Labelled,
  Link,
  Refused,
  Switch,
} from '../kit.tsx'
import { Menu } from '../menu.tsx'
import { Modal } from '../modal.tsx'
import { useWords } from '../words.tsx'
import { act, c, mark, useScene } from '../world.ts'

const base = '/settings/organization/billing'

export function Billing({ tab }: { tab: string }) {
  const { era, person } = useScene()
  const { t } = useWords()
  const tabs: [string, string, MarkName?][] = [
    ['overview', 'Overview'],
    ['payment-methods', 'Payment methods', 'tab-payment-methods'],
    ['history', 'Billing history'],
    ...(era === 'D'
      ? ([['credit-grants', 'Credit grants', 'tab-credit-grants']] as [string, string, MarkName][])
      : []),
    ['preferences', 'Preferences'],
    ...(era === 'D' ? ([['promotions', 'Promotions']] as [string, string][]) : []),
  ]
  if (person.role === 'reader') {
    return (
      <>
        <Heading>{t('Billing')}</Heading>
        <p className={c('banner')}>You do not have access to billing. Ask an owner of the organization.</p>
      </>
    )
  }
  return (
    <>
      <Heading>{t(era === 'A' ? 'Billing settings' : 'Billing')}</Heading>
      <nav className={c('tabs')} aria-label="Billing">
        {tabs.map(([id, label, marked]) => (
          <Link
            key={id}
            to={`${base}/${id}`}
            marked={marked}
            className={c('tab')}
            aria-current={id === tab ? 'page' : undefined}
          >
            {t(label)}
          </Link>
        ))}
      </nav>
      {tab === 'payment-methods' ? (
        <PaymentMethods />
      ) : tab === 'history' ? (
        <History />
      ) : tab === 'credit-grants' ? (
        <Grants />
      ) : tab === 'promotions' ? (
        <Promotions />
      ) : tab === 'preferences' ? (
        <Preferences />
      ) : (
        <Overview />
      )}
    </>
  )
}

function Overview() {
  const { billing, era } = useScene()
  const { t } = useWords()
  const [paying, setPaying] = useState<'first' | 'more' | 'reload'>()
  const trial = billing.plan === 'trial'
  const reload = era === 'D' ? 'Auto-reload' : 'Auto recharge'
  return (
    <>
      {trial ? (
        <Card
          title="Free trial"
          actions={
            <>
              <Button kind="primary" marked="add-payment" onClick={() => setPaying('first')}>
                {t('Add payment details')}
              </Button>
              <Link to="/usage" className={c('button plain')}>
                View usage
              </Link>
            </>
          }
        >
          <p className={c('label')}>Credit remaining</p>
          <p ref={mark('credit-balance')} className={c('big')}>
            {dollars(billing.credit)}
          </p>
          <p className={c('help')}>
            {era === 'D' ? (
              <>
                API credits are separate from ChatGPT.{' '}
                <a href="https://chatgpt.com/#settings">Manage your subscription</a>
              </>
            ) : (
              'Note: This does not reflect the status of your ChatGPT account.'
            )}
          </p>
        </Card>
      ) : (
        <>
          <Card
            title="Pay as you go"
            actions={
              <Button kind="primary" marked="add-credit" onClick={() => setPaying('more')}>
                {t('Add to credit balance')}
              </Button>
            }
          >
            <p className={c('label')}>{t('Credit balance')}</p>
            <p ref={mark('credit-balance')} className={c('big')}>
              {dollars(billing.credit)}
            </p>
          </Card>
          <Card
            title={`${reload} is ${billing.autoReload ? 'on' : 'off'}`}
            titleMark="auto-reload-line"
            actions={
              <Button marked="auto-reload-change" onClick={() => setPaying('reload')}>
                {billing.autoReload ? 'Modify' : `Enable ${reload.toLowerCase()}`}
              </Button>
            }
          >
            <p className={c('help')}>
              {billing.autoReload
                ? `When your credit balance reaches ${dollars(billing.reloadBelow)}, your payment method will be charged to bring the balance up to ${dollars(billing.reloadTo)}.`
                : 'When your credit balance reaches $0, your API requests will stop working. Enable automatic recharge to automatically keep your credit balance topped up.'}
            </p>
          </Card>
        </>
      )}
      <div className={c('tiles')}>
        <Tile to={`${base}/payment-methods`} title="Payment methods" text="Add or change payment method" />
        <Tile to={`${base}/history`} title="Billing history" text="View past and current invoices" />
        <Tile to={`${base}/preferences`} title="Preferences" text="Manage billing information" />
        <Tile
          to="/settings/organization/limits"
          title="Usage limits"
          text={era === 'D' ? 'Set monthly budgets' : 'Set monthly spend limits'}
        />
        <Tile to="https://openai.com/api/pricing" title="Pricing" text="View pricing and FAQs" />
      </div>
      {paying === 'first' && <AddPayment onClose={() => setPaying(undefined)} />}
      {paying === 'more' && <BuyCredit onClose={() => setPaying(undefined)} title="Add to credit balance" />}
      {paying === 'reload' && <ReloadSettings onClose={() => setPaying(undefined)} />}
    </>
  )
}

function Tile({ to, title, text }: { to: string; title: string; text: string }) {
  return (
    <Link to={to} className={c('tile')}>
      <b>{title}</b>
      <span>{text}</span>
    </Link>
  )
}

/** "What best describes you?" → card → amount → confirm. */
function AddPayment({ onClose }: { onClose: () => void }) {
  const { t } = useWords()
  const [step, setStep] = useState<'who' | 'card' | 'amount'>('who')
  const [company, setCompany] = useState(false)
  const [card, setCard] = useState('')
  const [name, setName] = useState('')
  const [country, setCountry] = useState('United States')
  const [address, setAddress] = useState(['', '', '', '', ''])
  const [refused, setRefused] = useState<string>()

  useEffect(() => {
    const life = new AbortController()
    addEventListener(
      'message',
      event => {
        if (event.origin === 'https://auth.openai.com') setCard(String(event.data?.practiceCard ?? ''))
      },
      { signal: life.signal },
    )
    return () => life.abort()
  }, [])

  if (step === 'amount')
    return <BuyCredit onClose={onClose} title="Configure payment" onBack={() => setStep('card')} />
  if (step === 'who') {
    const choose = (isCompany: boolean) => {
      setCompany(isCompany)
      setStep('card')
    }
    return (
      <Modal title={t('What best describes you?')} onClose={onClose}>
        <div className={c('stack')}>
          <button
            ref={mark('payer-individual')}
            type="button"
            className={c('choice')}
            onClick={() => choose(false)}
          >
            <b>{t('Individual')}</b>
            <span>I'm an individual</span>
          </button>
          <button
            ref={mark('payer-company')}
            type="button"
            className={c('choice')}
            onClick={() => choose(true)}
          >
            <b>{t('Company')}</b>
            <span>I'm working on behalf of a company</span>
          </button>
        </div>
      </Modal>
    )
  }
  const line = (index: number, label: string) => (
    <Field
      label={label}
      value={address[index] ?? ''}
      onChange={text => setAddress(address.with(index, text))}
    />
  )
  return (
    <Modal title={t('Add payment details')} onClose={onClose}>
      <form
        className={c('stack')}
        onSubmit={async event => {
          event.preventDefault()
          const reply = await act({ act: 'addCard', card, name })
          setRefused(reply.refused)
          if (!reply.refused) setStep('amount')
        }}
      >
        <p>
          Add your credit card details below. This card will be saved to your account and can be removed at
          any time.
        </p>
        <Labelled label="Card information">
          <iframe
            ref={mark('card-frame')}
            className={c('card-frame')}
            title="Secure card payment input frame"
            src="https://auth.openai.com/practice-card-frame"
          />
        </Labelled>
        <Field label="Name on card" value={name} onChange={setName} marked="card-name" />
        <Labelled label="Billing address">
          <Menu
            shows={country}
            name={`Country ${country}`}
            choices={['United States', 'Germany', 'Japan', 'India', 'Brazil'].map(one => ({
              id: one,
              label: one,
            }))}
            onPick={setCountry}
            marked="card-country"
          />
        </Labelled>
        {line(0, 'Address line 1')}
        {line(1, 'Address line 2')}
        <div className={c('pair')}>
          {line(2, 'City')}
          {line(3, 'Postal code')}
        </div>
        {line(4, 'State, county, province, or region')}
        {company && <Field label="Business tax ID" optional value="" onChange={() => {}} />}
        <Refused why={refused} />
        <Buttons>
          <Button onClick={onClose}>{t('Cancel')}</Button>
          <Button submit kind="primary" marked="card-continue" disabled={!card || !name}>
            {t('Continue')}
          </Button>
        </Buttons>
      </form>
    </Modal>
  )
}

function BuyCredit({ onClose, onBack, title }: { onClose: () => void; onBack?: () => void; title: string }) {
  const { t } = useWords()
  const { era } = useScene()
  const [amount, setAmount] = useState('10')
  // On by default since 2026, and that is the trap; the question of 2025 was off until answered.
  const [reload, setReload] = useState(era === 'D')
  const [below, setBelow] = useState('5')
  const [to, setTo] = useState('10')
  const [sure, setSure] = useState(false)
  const [refused, setRefused] = useState<string>()
  const enough = Number(amount) >= 5 && Number(amount) <= 100

  if (sure) {
    return (
      <Modal title={t('Confirm payment')} onClose={onClose}>
        <div className={c('stack')}>
          <p>
            Your card ending in 4242 will be charged <b>{dollars(Number(amount))}</b>. Credits expire after 1
            year and are non-refundable.
          </p>
          <p className={c('practice-note')}>Practice copy: nothing is charged anywhere.</p>
          <Refused why={refused} />
          <Buttons>
            <Button onClick={() => setSure(false)}>{t('Back')}</Button>
            <Button
              kind="primary"
              marked="purchase-confirm"
              onClick={async () => {
                const reply = await act({
                  act: 'buyCredit',
                  amount: Number(amount),
                  autoReload: reload,
                  below: Number(below),
                  to: Number(to),
                })
                setRefused(reply.refused)
                if (!reply.refused) onClose()
              }}
            >
              {t('Confirm payment')}
            </Button>
          </Buttons>
        </div>
      </Modal>
    )
  }
  return (
    <Modal title={t(title)} onClose={onClose}>
      <form
        className={c('stack')}
        onSubmit={event => {
          event.preventDefault()
          if (enough) setSure(true)
        }}
      >
        <Field
          label={title === 'Configure payment' ? 'Initial credit purchase' : 'Amount to add'}
          value={amount}
          onChange={setAmount}
          marked="purchase-amount"
          inputMode="decimal"
          help="Enter an amount between $5 and $100"
        />
        <Switch
          label={
            era === 'D'
              ? 'Use auto-reload'
              : 'Yes, automatically recharge my card when my credit balance falls below a threshold'
          }
          on={reload}
          onChange={setReload}
          marked="auto-reload"
        />
        {reload && (
          <div className={c('pair')}>
            <Field
              label="When credit balance goes below"
              value={below}
              onChange={setBelow}
              inputMode="decimal"
            />
            <Field label="Bring credit balance back up to" value={to} onChange={setTo} inputMode="decimal" />
          </div>
        )}
        <Buttons>
          <Button onClick={onBack ?? onClose}>{t(onBack ? 'Back' : 'Cancel')}</Button>
          <Button submit kind="primary" disabled={!enough} marked="purchase-continue">
            {t('Continue')}
          </Button>
        </Buttons>
      </form>
    </Modal>
  )
}

function ReloadSettings({ onClose }: { onClose: () => void }) {
  const { t } = useWords()
  const { billing, era } = useScene()
  const [on, setOn] = useState(billing.autoReload)
  const [below, setBelow] = useState(String(billing.reloadBelow))
  const [to, setTo] = useState(String(billing.reloadTo))
  return (
    <Modal title={era === 'D' ? 'Auto-reload settings' : 'Auto recharge settings'} onClose={onClose}>
      <div className={c('stack')}>
        <Switch
          label={
            era === 'D'
              ? 'Use auto-reload'
              : 'Yes, automatically recharge my card when my credit balance falls below a threshold'
          }
          on={on}
          onChange={setOn}
          marked="auto-reload"
        />
        <div className={c('pair')}>
          <Field
            label="When credit balance goes below"
            value={below}
            onChange={setBelow}
            inputMode="decimal"
          />
          <Field label="Bring credit balance back up to" value={to} onChange={setTo} inputMode="decimal" />
        </div>
        <Buttons>
          <Button onClick={onClose}>{t('Cancel')}</Button>
          <Button
            kind="primary"
            onClick={async () => {
              await act({ act: 'setAutoReload', on, below: Number(below), to: Number(to) })
              onClose()
            }}
          >
            {t(era === 'D' ? 'Save' : 'Save settings')}
          </Button>
        </Buttons>
      </div>
    </Modal>
  )
}

function PaymentMethods() {
  const { billing } = useScene()
  const [adding, setAdding] = useState(false)
  return (
    <>
      {billing.card ? (
        <Card
          title={`Card ending in ${billing.card}`}
          actions={
            <Button kind="danger" marked="remove-card" onClick={() => act({ act: 'removeCard' })}>
              Remove
            </Button>
          }
        >
          <p className={c('help')}>Default. A test card of the practice copy.</p>
        </Card>
      ) : (
        <p className={c('faint')}>No payment method on file.</p>
      )}
      <Button onClick={() => setAdding(true)}>Add payment method</Button>
      {adding && <AddPayment onClose={() => setAdding(false)} />}
    </>
  )
}

function History() {
  const { billing } = useScene()
  if (billing.plan === 'trial') {
    return (
      <div className={c('empty')}>
        <h3>You have not started a billing plan yet</h3>
        <p>
          To add a payment method and start paying for API usage, go to the Billing overview page and select
          "Add payment details" to continue.
        </p>
      </div>
    )
  }
  if (billing.history.length === 0) return <p className={c('faint')}>No invoices found</p>
  return (
    <table className={c('table')}>
      <thead>
        <tr>
          {['Invoice', 'Status', 'Amount', 'Created'].map(column => (
            <th key={column}>{column}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {billing.history.map(one => (
          <tr key={one.id}>
            <td>{one.id}</td>
            <td>Paid</td>
            <td>{dollars(one.amount)}</td>
            <td>{day(one.at)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Grants() {
  const { billing } = useScene()
  const bought = billing.history.map(one => ({
    what: 'Credit purchase',
    amount: one.amount,
    expires: one.at + 365 * 86_400_000,
  }))
  const given = billing.grants.map(one => ({
    what: 'Credit grant',
    amount: one.amount,
    expires: one.expiresAt,
  }))
  const all = [...given, ...bought]
  if (all.length === 0) return <p className={c('faint')}>No credit grants found</p>
  return (
    <table className={c('table')}>
      <thead>
        <tr>
          {['Description', 'Amount', 'Expires'].map(column => (
            <th key={column}>{column}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {all.map(one => (
          <tr key={`${one.what}${one.expires}`}>
            <td>{one.what}</td>
            <td>{dollars(one.amount)}</td>
            <td>{day(one.expires)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Promotions() {
  const [code, setCode] = useState('')
  return (
    <Card title="Add a promotional credit" actions={<Button disabled={!code}>Apply</Button>}>
      <Field label="Promotional code" value={code} onChange={setCode} placeholder="Enter code" />
    </Card>
  )
}

function Preferences() {
  const { person } = useScene()
  return (
    <Card title="Manage billing information">
      <p className={c('label')}>Billing email</p>
      <p>{person.email}</p>
    </Card>
  )
}
