/** The landing page, the console for people who are signed out, and pages that exist only to be walked past. */
import { useState } from 'react'
import { Button, Card, Heading, Link } from '../kit.tsx'
import { useWords } from '../words.tsx'
import { c, go, useScene } from '../world.ts'

export function Home() {
  const { person, billing, keys } = useScene()
  const { t } = useWords()
  const [dismissed, setDismissed] = useState(false)
  const steps: [string, string, boolean][] = [
    ['Create an API key', '/api-keys', keys.length > 0],
    ['Test models', '/chat', false],
    ['Add credits', '/settings/organization/billing/overview', billing.credit > 0],
  ]
  return (
    <>
      <Heading>{t('Home')}</Heading>
      {!dismissed && (
        <Card title="Get started" actions={<Button onClick={() => setDismissed(true)}>Dismiss</Button>}>
          <ol className={c('steps')}>
            {steps.map(([name, to, done], index) => (
              <li key={name}>
                <Link to={to}>
                  {index + 1}. {name}
                </Link>
                {done && <span className={c('status active')}>Done</span>}
              </li>
            ))}
          </ol>
          {billing.credit <= 0 && (
            <p className={c('help')}>
              Run your next API request by adding credits.{' '}
              <Link to="/settings/organization/billing/overview">Go to Billing</Link>
            </p>
          )}
        </Card>
      )}
      <div className={c('tiles')}>
        <Link to="/docs/quickstart" className={c('tile')}>
          <b>Developer quickstart</b>
          <span>Make your first API request in minutes</span>
        </Link>
        <Link to="/usage" className={c('tile')}>
          <b>{t('Usage')}</b>
          <span>See what was spent, and by which key</span>
        </Link>
        <Link to="/settings/organization/limits" className={c('tile')}>
          <b>{t('Limits')}</b>
          <span>Set a limit before a bill is a surprise</span>
        </Link>
      </div>
      <p className={c('faint')}>Hello, {person.name}.</p>
    </>
  )
}

export function SignedOut() {
  const { t } = useWords()
  return (
    <div className={c('welcome')}>
      <header className={c('header')}>
        <b>Practice platform</b>
        <div className={c('grow')} />
        <Link to="/login" marked="sign-in" className={c('button plain')}>
          {t('Log in')}
        </Link>
        <Link to="/signup" marked="sign-up" className={c('button primary')}>
          {t('Sign up')}
        </Link>
      </header>
      <main className={c('hero')}>
        <h1>Get your API keys</h1>
        <p>Create or join an organization to access API keys and a suite of developer tools.</p>
      </main>
    </div>
  )
}

export function Chat() {
  const { billing } = useScene()
  const { t } = useWords()
  return (
    <>
      <Heading>{t('Chat')}</Heading>
      {billing.plan === 'trial' && (
        <div className={c('banner')}>
          <span>
            <b>Payment method needed</b> – You'll need to set up billing before you can use the playground.
          </span>
          <Button onClick={() => go('/settings/organization/billing/overview')}>Go to Billing</Button>
        </div>
      )}
      <Card>
        <label htmlFor="message">Message</label>
        <textarea id="message" className={c('input')} rows={4} placeholder="Chat with your prompt..." />
        <div className={c('row')}>
          <Button disabled>Run</Button>
        </div>
      </Card>
    </>
  )
}

export function Policies() {
  return (
    <>
      <Heading>Terms & policies</Heading>
      <Card title="Usage policies">
        <p>
          A short stand-in for the real text: do not harm people, do not break the law, do not get around
          safeguards, keep keys to yourself. Who breaks the rules may lose the account.
        </p>
      </Card>
      <Card title="Service terms">
        <p>A stand-in for the real text.</p>
      </Card>
    </>
  )
}

export function Elsewhere({ name }: { name: string }) {
  return (
    <>
      <Heading>{name}</Heading>
      <p className={c('faint')}>This page is not part of the practice copy.</p>
    </>
  )
}
