/** The person's own settings: name and address, telephone, multi-factor authentication. */
import { useState } from 'react'
import { Button, Buttons, Card, Field, Heading, Link, Refused } from '../kit.tsx'
import { Modal } from '../modal.tsx'
import { useWords } from '../words.tsx'
import { act, c, useScene } from '../world.ts'

function Tabs({ at }: { at: string }) {
  const { t } = useWords()
  return (
    <nav className={c('tabs')} aria-label="Profile">
      <Link
        to="/settings/profile/user"
        className={c('tab')}
        aria-current={at === 'user' ? 'page' : undefined}
      >
        {t('Profile')}
      </Link>
      <Link
        to="/settings/profile/security"
        marked="nav-security"
        className={c('tab')}
        aria-current={at === 'security' ? 'page' : undefined}
      >
        {t('Security')}
      </Link>
      <Link to="/settings/profile/api-keys" className={c('tab')}>
        {t('User API keys')}
      </Link>
    </nav>
  )
}

export function ProfileUser() {
  const { person, organization, era } = useScene()
  const { t } = useWords()
  const [name, setName] = useState(person.name)
  return (
    <>
      <Heading>{t(era === 'D' ? 'Profile' : 'Your profile')}</Heading>
      <Tabs at="user" />
      <Card title="Details" actions={<Button>{t('Save')}</Button>}>
        <Field label="Name" value={name} onChange={setName} />
        <p className={c('label')}>Email address</p>
        <p>{person.email}</p>
        <p className={c('label')}>Phone number</p>
        <p className={c('help')}>
          The phone number associated with this account:{' '}
          {person.phone === 'verified' ? '+1 202 555 0142' : 'none'}
        </p>
        <p className={c('label')}>Default organization</p>
        <p className={c('help')}>
          The organization used by default when making requests with your user API keys: {organization.name}
        </p>
      </Card>
    </>
  )
}

export function ProfileSecurity() {
  const { person } = useScene()
  const { t } = useWords()
  const [enabling, setEnabling] = useState(false)
  const [code, setCode] = useState('')
  const [refused, setRefused] = useState<string>()
  return (
    <>
      <Heading>{t('Security')}</Heading>
      <Tabs at="security" />
      <Card title="Multi-factor authentication">
        {person.mfa ? (
          <p className={c('status active')}>Enabled</p>
        ) : (
          <>
            <p className={c('help')}>Require an extra security challenge when logging in.</p>
            <Button kind="primary" marked="mfa-enable" onClick={() => setEnabling(true)}>
              {t('Enable MFA')}
            </Button>
          </>
        )}
      </Card>
      <Card title="Sessions">
        <Button onClick={() => act({ act: 'signOut' })}>Log out all</Button>
      </Card>
      {enabling && (
        <Modal title={t('Enable MFA')} onClose={() => setEnabling(false)}>
          <form
            className={c('stack')}
            onSubmit={async event => {
              event.preventDefault()
              const reply = await act({ act: 'enableMfa', code })
              setRefused(reply.refused)
              if (!reply.refused) setEnabling(false)
            }}
          >
            <p>Scan the picture with an authenticator app, then enter the code it shows.</p>
            <svg
              viewBox="0 0 9 9"
              width="120"
              height="120"
              role="img"
              aria-label="A picture to scan; on this practice copy it holds nothing"
            >
              {Array.from({ length: 81 }, (_, i) => i)
                .filter(i => (i * 7 + (i % 9) * 5) % 3 === 0)
                .map(i => (
                  <rect key={i} x={i % 9} y={Math.floor(i / 9)} width="1" height="1" fill="currentColor" />
                ))}
            </svg>
            <Field
              label="Code"
              value={code}
              onChange={setCode}
              inputMode="numeric"
              marked="mfa-code"
              placeholder="000 000"
            />
            <p className={c('practice-note')}>Practice copy: the code is 123456.</p>
            <Refused why={refused} />
            <Buttons>
              <Button onClick={() => setEnabling(false)}>{t('Cancel')}</Button>
              <Button submit kind="primary">
                {t('Continue')}
              </Button>
            </Buttons>
          </form>
        </Modal>
      )}
    </>
  )
}
