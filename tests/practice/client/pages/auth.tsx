/**
 * auth.openai.com: sign-up and login on a site of its own, where no content script of the console runs. Takes made-up addresses and
 * one password only; nobody's real ones.
 */
import { type ReactNode, useState } from 'react'
import { Button, Field, Refused } from '../kit.tsx'
import { act, c, go, useScene } from '../world.ts'

export function Auth({ path }: { path: string }) {
  if (path.startsWith('/log-in')) return <LogIn />
  if (path === '/create-account/password') return <Password />
  if (path === '/email-verification') return <EmailCode />
  if (path === '/about-you') return <AboutYou />
  return <CreateAccount />
}

function Page({
  title,
  children,
  refused,
  note,
}: {
  title: string
  children: ReactNode
  refused: string | undefined
  note: string
}) {
  return (
    <main className={c('auth')}>
      <h1>{title}</h1>
      {children}
      <Refused why={refused} />
      <p className={c('practice-note')}>{note}</p>
    </main>
  )
}

const console_ = (path: string) => {
  location.href = `https://platform.openai.com${path}`
}

function Providers() {
  const { person } = useScene()
  const choose = async (provider: string) => {
    const before = person.signUp
    await act({ act: 'continueWith', provider })
    if (before === 'none') go('/about-you')
    else console_('/home')
  }
  return (
    <div className={c('stack')}>
      {['Google', 'Microsoft Account', 'Apple'].map(one => (
        <Button key={one} onClick={() => choose(one)}>
          Continue with {one}
        </Button>
      ))}
    </div>
  )
}

function CreateAccount() {
  const [email, setEmail] = useState('')
  const [refused, setRefused] = useState<string>()
  return (
    <Page
      title="Create an account"
      refused={refused}
      note="Practice copy: use a made-up address such as robin@example.com."
    >
      <form
        className={c('stack')}
        onSubmit={async event => {
          event.preventDefault()
          const reply = await act({ act: 'signUp', email })
          setRefused(reply.refused)
          if (!reply.refused) go('/create-account/password')
        }}
      >
        <Field label="Email address" value={email} onChange={setEmail} type="email" marked="email-field" />
        <Button submit kind="primary" marked="email-continue">
          Continue
        </Button>
      </form>
      <p>
        Already have an account? <a href="https://auth.openai.com/log-in">Log in</a>
      </p>
      <Providers />
    </Page>
  )
}

function Password() {
  const { person } = useScene()
  const [password, setPassword] = useState('')
  const [refused, setRefused] = useState<string>()
  return (
    <Page
      title="Create a password"
      refused={refused}
      note='Practice copy: the password is "practice-password". Never type a real one here.'
    >
      <form
        className={c('stack')}
        onSubmit={async event => {
          event.preventDefault()
          const reply = await act({ act: 'choosePassword', password })
          setRefused(reply.refused)
          if (!reply.refused) go('/email-verification')
        }}
      >
        <p>{person.email}</p>
        <Field
          label="Password"
          value={password}
          onChange={setPassword}
          type="password"
          marked="password-field"
        />
        <Button submit kind="primary">
          Continue
        </Button>
      </form>
    </Page>
  )
}

function EmailCode() {
  const { person } = useScene()
  const [code, setCode] = useState('')
  const [refused, setRefused] = useState<string>()
  return (
    <Page
      title="Check your inbox"
      refused={refused}
      note="Practice copy: no mail is sent. The code is 123456."
    >
      <form
        className={c('stack')}
        onSubmit={async event => {
          event.preventDefault()
          const reply = await act({ act: 'enterEmailCode', code })
          setRefused(reply.refused)
          if (!reply.refused) go('/about-you')
        }}
      >
        <p>Enter the verification code we just sent to {person.email}.</p>
        <Field label="Code" value={code} onChange={setCode} inputMode="numeric" marked="code-field" />
        <Button submit kind="primary">
          Continue
        </Button>
        <Button kind="quiet">Resend email</Button>
      </form>
    </Page>
  )
}

function AboutYou() {
  const [name, setName] = useState('')
  const [birthday, setBirthday] = useState('')
  const [refused, setRefused] = useState<string>()
  return (
    <Page
      title="Tell us about you"
      refused={refused}
      note="Practice copy: any name and any birthday of a grown-up will do."
    >
      <form
        className={c('stack')}
        onSubmit={async event => {
          event.preventDefault()
          const reply = await act({ act: 'aboutYou', name, birthday })
          setRefused(reply.refused)
          if (!reply.refused) console_('/welcome?step=create')
        }}
      >
        <Field label="Full name" value={name} onChange={setName} marked="about-name" />
        <Field label="Birthday" value={birthday} onChange={setBirthday} type="date" marked="about-birthday" />
        <p className={c('help')}>
          By clicking "Continue", you agree to our Terms and have read our Privacy Policy.
        </p>
        <Button submit kind="primary" marked="about-continue">
          Continue
        </Button>
      </form>
    </Page>
  )
}

function LogIn() {
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const [second, setSecond] = useState(false)
  const [refused, setRefused] = useState<string>()
  return (
    <Page
      title={second ? 'Enter your password' : 'Welcome back'}
      refused={refused}
      note='Practice copy: robin@example.com and "practice-password". Never type real ones here.'
    >
      <form
        className={c('stack')}
        onSubmit={async event => {
          event.preventDefault()
          if (!second) {
            setSecond(true)
            go('/log-in/password')
            return
          }
          const reply = await act({ act: 'signIn', email, password })
          setRefused(reply.refused)
          if (!reply.refused) console_('/home')
        }}
      >
        <Field label="Email address" value={email} onChange={setEmail} type="email" marked="email-field" />
        {second && (
          <Field
            label="Password"
            value={password}
            onChange={setPassword}
            type="password"
            marked="password-field"
          />
        )}
        <Button submit kind="primary" marked="email-continue">
          Continue
        </Button>
      </form>
      <p>
        Don't have an account? <a href="https://auth.openai.com/create-account">Sign up</a>
      </p>
      <Providers />
    </Page>
  )
}
