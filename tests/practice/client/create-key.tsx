/**
 * "Create new secret key", from the empty form to the key that is shown once. The parts differ by era (facts, "Create new secret
 * key dialog"); what is made is the same. Closing it after the key was shown loses the key, as on the real page.
 */
import { useRef, useState } from 'react'
import { Button, Buttons, Field, Labelled, Radios, Refused } from './kit.tsx'
import { Menu } from './menu.tsx'
import { Modal } from './modal.tsx'
import { PhoneCheck } from './phone.tsx'
import { type Granted, Restrictions, scopesOf } from './restrictions.tsx'
import { useWords } from './words.tsx'
import { act, c, mark, useScene } from './world.ts'

/** Nobody knows the real labels: three wordings. */
const expirations = [
  [
    ['', 'No expiration'],
    ['7', '7 days'],
    ['30', '30 days'],
    ['90', '90 days'],
    ['365', '1 year'],
  ],
  [
    ['', 'Never'],
    ['7', 'In 7 days'],
    ['30', 'In 30 days'],
    ['90', 'In 90 days'],
    ['365', 'In 365 days'],
  ],
  [
    ['', 'Does not expire'],
    ['7', '1 week'],
    ['30', '1 month'],
    ['90', '3 months'],
    ['365', '12 months'],
  ],
] as const

export function CreateKey({ onClose }: { onClose: () => void }) {
  const scene = useScene()
  const { t } = useWords()
  const { era, organization } = scene
  const [name, setName] = useState('')
  const [owner, setOwner] = useState<'you' | 'service'>('you')
  const [project, setProject] = useState(era === 'B' ? '' : scene.selectedProject)
  const [permissions, setPermissions] = useState<'all' | 'restricted' | 'read'>('all')
  const [granted, setGranted] = useState<Granted>({})
  const [expiration, setExpiration] = useState<string | null>(null)
  const [refused, setRefused] = useState<string>()
  const [phone, setPhone] = useState(false)
  const [secret, setSecret] = useState('')

  const withOwner = era !== 'A'
  const withExpiration = era === 'D' && organization.expiration !== 'absent'
  const options = expirations[scene.wording].filter(
    ([id]) => id !== '' || organization.expiration !== 'required',
  )
  const chosen = expiration ?? (organization.expiration === 'required' ? null : '')
  const service = owner === 'service'
  const incomplete =
    (withExpiration && chosen === null) ||
    (withOwner && !project) ||
    organization.keyPolicy === 'none' ||
    (organization.keyPolicy === 'service-accounts-only' && !service)

  async function create() {
    const reply = await act({
      act: 'createKey',
      name,
      owner,
      project: project || scene.selectedProject,
      expiresInDays: withExpiration && chosen ? daysOf(chosen) : null,
      permissions,
      scopes: scopesOf(granted),
    })
    setRefused(reply.refused)
    setPhone(false)
    if (reply.secret) setSecret(reply.secret)
  }

  if (secret) return <SaveKey secret={secret} onClose={onClose} permissions={permissions} />
  if (phone) return <PhoneCheck onClose={onClose} onDone={create} />

  const names = scene.projects.filter(one => !one.archived).map(one => ({ id: one.id, label: one.name }))
  const policy =
    organization.keyPolicy === 'none'
      ? 'Your organization does not allow new API keys. Contact an organization owner.'
      : organization.keyPolicy === 'service-accounts-only' && !service
        ? 'Your organization allows only service account keys.'
        : undefined

  return (
    <Modal
      title={t('Create new secret key')}
      onClose={onClose}
      marked="create-dialog"
      wide={permissions === 'restricted'}
    >
      <form
        className={c('stack')}
        onSubmit={event => {
          event.preventDefault()
          if (incomplete) return
          if (scene.person.phone === 'on-submit') setPhone(true)
          else void create()
        }}
      >
        {withOwner && (
          <Labelled label="Owned by">
            <Radios
              name="API key owner"
              value={owner}
              onChange={id => setOwner(id === 'service' ? 'service' : 'you')}
              of={[
                { id: 'you', label: 'You', marked: 'owner-you' },
                {
                  id: 'service',
                  label: 'Service account',
                  marked: 'owner-service',
                  disabled: scene.person.role !== 'owner',
                },
              ]}
            />
            <p className={c('help')}>
              {service
                ? 'A new bot member (service account) will be added to your project, and an API key will be created.'
                : 'This API key is tied to your user and can make requests against the selected project. If you are removed from the organization or project, this key will be disabled.'}
            </p>
          </Labelled>
        )}
        {service ? (
          <Field
            label="Service account ID"
            value={name}
            onChange={setName}
            marked="key-name"
            placeholder="my-service-account"
          />
        ) : (
          <Field
            label="Name"
            optional
            value={name}
            onChange={setName}
            marked="key-name"
            placeholder="My Test Key"
          />
        )}
        {withOwner && (
          <Labelled label="Project">
            <Menu
              shows={names.find(one => one.id === project)?.label ?? 'Select project...'}
              choices={names}
              onPick={setProject}
              marked="key-project"
              itemMarked="key-project-item"
            />
          </Labelled>
        )}
        {withExpiration && (
          <Labelled label="Expiration">
            {organization.expirationWidget === 'select' && (
              <select
                ref={mark('key-expiration')}
                className={c('select')}
                aria-label="Expiration"
                required={organization.expiration === 'required'}
                value={chosen ?? 'none'}
                onChange={event => setExpiration(event.target.value)}
              >
                {chosen === null && <option value="none">Select expiration</option>}
                {options.map(([id, label]) => (
                  <option key={id} value={id}>
                    {label}
                  </option>
                ))}
              </select>
            )}
            {organization.expirationWidget === 'menu' && (
              <Menu
                shows={options.find(([id]) => id === chosen)?.[1] ?? 'Select expiration'}
                choices={options.map(([id, label]) => ({ id, label }))}
                onPick={setExpiration}
                marked="key-expiration"
                itemMarked="key-expiration-item"
              />
            )}
            {organization.expirationWidget === 'date' && (
              <input
                ref={mark('key-expiration')}
                type="date"
                className={c('input')}
                aria-label="Expiration"
                required={organization.expiration === 'required'}
                value={chosen ?? ''}
                onChange={event => setExpiration(event.target.value || null)}
              />
            )}
          </Labelled>
        )}
        {!service && (
          <Labelled label="Permissions">
            <Radios
              name="Permissions"
              value={permissions}
              onChange={id => setPermissions(id as typeof permissions)}
              of={[
                { id: 'all', label: 'All', marked: 'permissions-all' },
                { id: 'restricted', label: 'Restricted', marked: 'permissions-restricted' },
                {
                  id: 'read',
                  label: era === 'A' || era === 'B' ? 'Read Only' : 'Read only',
                  marked: 'permissions-read',
                },
              ]}
            />
            {permissions === 'restricted' && <Restrictions granted={granted} onChange={setGranted} />}
          </Labelled>
        )}
        <Refused why={refused ?? policy} />
        <Buttons>
          <Button onClick={onClose} marked="create-cancel">
            {t('Cancel')}
          </Button>
          <Button submit kind="primary" disabled={incomplete} marked="create-submit">
            {t('Create secret key')}
          </Button>
        </Buttons>
      </form>
    </Modal>
  )
}

function daysOf(chosen: string): number {
  if (!chosen.includes('-')) return Number(chosen)
  return Math.max(1, Math.round((Date.parse(chosen) - Date.now()) / 86_400_000))
}

const promises = {
  all: 'Read and write API resources',
  restricted: 'Restricted access to API resources',
  read: 'Read API resources',
}

function SaveKey({
  secret,
  onClose,
  permissions,
}: {
  secret: string
  onClose: () => void
  permissions: keyof typeof promises
}) {
  const { era } = useScene()
  const { t } = useWords()
  return (
    <Reveal
      secret={secret}
      onClose={onClose}
      title={t(era === 'A' ? 'Create new secret key' : 'Save your key')}
      permissions={era === 'A' || era === 'B' ? undefined : promises[permissions]}
    />
  )
}

export function Reveal({
  secret,
  onClose,
  title,
  permissions,
}: {
  secret: string
  onClose: () => void
  title: React.ReactNode
  permissions?: string | undefined
}) {
  const { era } = useScene()
  const { t } = useWords()
  const field = useRef<HTMLInputElement>(null)
  const [copied, setCopied] = useState(false)
  const both = (element: HTMLInputElement | null) => {
    field.current = element
    return mark('reveal-key')?.(element)
  }
  return (
    <Modal title={title} onClose={onClose} marked="reveal-dialog" selects={field}>
      <div className={c('stack')}>
        {era === 'A' || era === 'B' ? (
          <p>
            Please save this secret key somewhere safe and accessible. For security reasons,{' '}
            <b>you won't be able to view it again</b> through your account. If you lose this secret key,
            you'll need to generate a new one.
          </p>
        ) : (
          <>
            <p>
              {t('Please save your secret key in a safe place since')}{' '}
              <b>{t("you won't be able to view it again")}</b>. Keep it secure, as anyone with your API key
              can make requests on your behalf. If you do lose it, you'll need to generate a new one.
            </p>
            <p>
              <a className={c('link')} href="https://help.openai.com/en/articles/5112595" rel="noreferrer">
                Learn more about API key best practices
              </a>
            </p>
          </>
        )}
        <div className={c('reveal')}>
          <input
            ref={both}
            type="text"
            readOnly
            value={secret}
            spellCheck={false}
            className={era === 'A' ? 'text-input text-input-sm text-input-full' : c('input mono')}
          />
          <Button
            kind="primary"
            marked="reveal-copy"
            onClick={() => {
              void navigator.clipboard?.writeText(secret).catch(() => {})
              setCopied(true)
            }}
          >
            {t('Copy')}
          </Button>
        </div>
        {copied && (
          <p role="status" className={c('help')}>
            Copied to clipboard
          </p>
        )}
        {permissions && (
          <Labelled label="Permissions">
            <p>{permissions}</p>
          </Labelled>
        )}
        <Buttons>
          <Button onClick={onClose} marked="reveal-done">
            {t('Done')}
          </Button>
        </Buttons>
      </div>
    </Modal>
  )
}
