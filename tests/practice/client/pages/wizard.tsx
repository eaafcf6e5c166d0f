/** The first run: organization, team, a first key (shown once, here, outside the keys page), credits. */
import { useRef, useState } from 'react'
import { Button, Field, Labelled, Radios, Refused } from '../kit.tsx'
import { useWords } from '../words.tsx'
import { act, c, go, mark, useScene } from '../world.ts'

export function Wizard() {
  const { person } = useScene()
  const step = person.signUp
  return (
    <main className={c('auth wide')}>
      {step === 'create' && <Create />}
      {step === 'invite' && <Invite />}
      {step === 'try' && <Try />}
      {step === 'credits' && <Credits />}
      {!['create', 'invite', 'try', 'credits'].includes(step) && <p>You are all set.</p>}
    </main>
  )
}

const next = async (step: 'try' | 'credits' | 'done') => {
  await act({ act: 'wizard', step })
  go(step === 'done' ? '/home' : `/welcome?step=${step}`)
}

function Create() {
  const { t } = useWords()
  const [name, setName] = useState('Personal')
  const [who, setWho] = useState('engineer')
  return (
    <form
      className={c('stack')}
      onSubmit={async event => {
        event.preventDefault()
        await act({ act: 'createOrganization', name })
        go('/welcome?step=invite')
      }}
    >
      <h1>{t('Welcome to OpenAI Platform')}</h1>
      <Field label="Organization name" value={name} onChange={setName} marked="wizard-organization" />
      <Labelled label="What best describes you?">
        <Radios
          name="What best describes you?"
          value={who}
          onChange={setWho}
          of={[
            { id: 'engineer', label: 'Engineer' },
            { id: 'student', label: 'Student' },
            { id: 'other', label: 'Something else' },
          ]}
        />
      </Labelled>
      <Button submit kind="primary" marked="wizard-create">
        {t('Create organization')}
      </Button>
      <a href="https://chatgpt.com">I'm looking for ChatGPT</a>
    </form>
  )
}

function Invite() {
  const { t } = useWords()
  const [email, setEmail] = useState('')
  return (
    <div className={c('stack')}>
      <h1>{t('Invite your team')}</h1>
      <Field label="Emails" value={email} onChange={setEmail} placeholder="teammate@example.com" />
      <Button kind="primary" disabled={!email} onClick={() => next('try')}>
        Invite and continue
      </Button>
      <Button kind="quiet" marked="wizard-skip-invite" onClick={() => next('try')}>
        I'll invite my team later
      </Button>
    </div>
  )
}

function Try() {
  const { t } = useWords()
  const { selectedProject } = useScene()
  const [name, setName] = useState('My Test Key')
  const [project, setProject] = useState('My first project')
  const [secret, setSecret] = useState('')
  const [refused, setRefused] = useState<string>()
  const field = useRef<HTMLInputElement>(null)
  if (secret) {
    const both = (element: HTMLInputElement | null) => {
      field.current = element
      element?.focus()
      element?.select()
      return mark('wizard-key')?.(element)
    }
    return (
      <div className={c('stack')}>
        <h1>{t('Make your first API call')}</h1>
        <p>
          Your API key. Save it in a safe place: <b>you won't be able to view it again</b>.
        </p>
        <input
          ref={both}
          readOnly
          type="text"
          value={secret}
          spellCheck={false}
          className={c('input mono')}
        />
        <pre className={c('code')}>{`curl https://api.openai.com/v1/responses \\
  -H "Authorization: Bearer $OPENAI_API_KEY" \\
  -d '{"model": "gpt-5-mini", "input": "Hello"}'`}</pre>
        <Button kind="primary" onClick={() => next('credits')}>
          {t('Continue')}
        </Button>
      </div>
    )
  }
  return (
    <form
      className={c('stack')}
      onSubmit={async event => {
        event.preventDefault()
        const reply = await act({
          act: 'createKey',
          name,
          owner: 'you',
          project: selectedProject,
          expiresInDays: null,
          permissions: 'all',
          scopes: [],
        })
        setRefused(reply.refused)
        if (reply.secret) setSecret(reply.secret)
      }}
    >
      <h1>{t('Make your first API call')}</h1>
      <Field label="API key name" value={name} onChange={setName} />
      <Field label="Project name" value={project} onChange={setProject} />
      <Refused why={refused} />
      <Button submit kind="primary" marked="wizard-generate">
        {t('Generate API Key')}
      </Button>
      <Button kind="quiet" marked="wizard-skip-key" onClick={() => next('credits')}>
        I'll do this later
      </Button>
    </form>
  )
}

function Credits() {
  const { t } = useWords()
  return (
    <div className={c('stack')}>
      <h1>{t('Add API credits')}</h1>
      <p>Credits pay for requests. $5 is enough for a first try.</p>
      <Button
        kind="primary"
        onClick={async () => {
          await next('done')
          go('/settings/organization/billing/overview')
        }}
      >
        Purchase credits
      </Button>
      <Button kind="quiet" marked="wizard-skip-credits" onClick={() => next('done')}>
        I'll buy credits later
      </Button>
    </div>
  )
}
