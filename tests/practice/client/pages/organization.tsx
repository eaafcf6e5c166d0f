/** Settings of the organization and of projects: general and verification, admin keys, people, projects, data controls. */
import { useState } from 'react'
import { Reveal } from '../create-key.tsx'
import {
  Button,
  Buttons,
  Card,
  day,
  dollars,
  Field,
  Heading,
  IconButton,
  Link,
  Radios,
  Refused,
  Switch,
} from '../kit.tsx'
import { Modal } from '../modal.tsx'
import { useWords } from '../words.tsx'
import { act, c, go, mark, useScene } from '../world.ts'

export function General() {
  const { organization, era, wording, person } = useScene()
  const { t } = useWords()
  const [name, setName] = useState(organization.name)
  const [kind, setKind] = useState('')
  const [verifying, setVerifying] = useState(false)
  const old = era !== 'D'
  return (
    <>
      <Heading>{t(era === 'A' ? 'Organization settings' : 'General')}</Heading>
      <Card
        title="Details"
        actions={<Button onClick={() => act({ act: 'renameOrganization', name })}>{t('Save')}</Button>}
      >
        <Field label="Organization name" value={name} onChange={setName} />
        <p className={c('label')}>Organization ID</p>
        <p className={c('mono')}>{organization.id}</p>
      </Card>
      {era !== 'A' && (
        <Card title="Verifications">
          <p className={c('help')}>
            {old
              ? 'Verify your organization to access protected models.'
              : 'Verify as an individual or business to access protected models and submit ChatGPT apps'}
          </p>
          {organization.verified ? (
            <p className={c('status active')}>Organization Verified</p>
          ) : person.role !== 'owner' ? (
            <p className={c('faint')}>Only organization owners can verify it.</p>
          ) : old ? (
            <Button kind="primary" marked="verify-start" onClick={() => setVerifying(true)}>
              Verify Organization
            </Button>
          ) : wording === 1 ? (
            // Nobody knows whether the two are chosen first or have a button each.
            <div className={c('stack')}>
              <Radios
                name="Verify as"
                value={kind}
                onChange={setKind}
                of={[
                  { id: 'individual', label: 'Individual', marked: 'verify-individual' },
                  { id: 'business', label: 'Business' },
                ]}
              />
              <Button
                kind="primary"
                marked="verify-start"
                disabled={kind === ''}
                onClick={() => setVerifying(true)}
              >
                Start
              </Button>
            </div>
          ) : (
            <div className={c('stack')}>
              <div className={c('split')}>
                <div>
                  <b>{t('Individual')}</b>
                  <p className={c('help')}>You are verifying as a solo developer.</p>
                </div>
                <Button kind="primary" marked="verify-start" onClick={() => setVerifying(true)}>
                  Start
                </Button>
              </div>
              <div className={c('split')}>
                <div>
                  <b>Business</b>
                  <p className={c('help')}>You are verifying a registered company.</p>
                </div>
                <Button onClick={() => setVerifying(true)}>Start</Button>
              </div>
            </div>
          )}
        </Card>
      )}
      {verifying && (
        <Modal title="Verify your identity" onClose={() => setVerifying(false)}>
          <div className={c('stack')}>
            <p>
              On the real platform this goes on at another company, with your phone, an identity document and
              a photo of yourself.
            </p>
            <p className={c('practice-note')}>Practice copy: nothing is asked and nothing is sent.</p>
            <Buttons>
              <Button onClick={() => setVerifying(false)}>{t('Cancel')}</Button>
              <Button
                kind="primary"
                onClick={async () => {
                  await act({ act: 'verifyOrganization' })
                  setVerifying(false)
                }}
              >
                Pretend it went well
              </Button>
            </Buttons>
          </div>
        </Modal>
      )}
    </>
  )
}

export function AdminKeys() {
  const { keys, person, selectedProject } = useScene()
  const { t } = useWords()
  const [creating, setCreating] = useState(false)
  const [name, setName] = useState('')
  const [secret, setSecret] = useState('')
  const [refused, setRefused] = useState<string>()
  const admin = keys.filter(key => key.kind === 'admin' && !key.revoked)
  const opener =
    person.role === 'owner' ? (
      <Button kind="primary" plus marked="admin-create" onClick={() => setCreating(true)}>
        {t('Create new admin key')}
      </Button>
    ) : null
  const close = () => {
    setSecret('')
    setName('')
    setCreating(false)
  }
  return (
    <>
      <Heading side={opener}>{t('Admin keys')}</Heading>
      <p className={c('prose')}>
        Use Admin keys for programmatic administration of your account. Admin keys grant access to endpoints
        detailed in the API Reference for Organizations. You also need Admin keys to access audit logs if you
        have enabled them in General Settings.
      </p>
      {admin.length === 0 ? (
        <div className={c('empty')}>
          <p>Create an Admin key to administer your account</p>
        </div>
      ) : (
        <table className={c('table')}>
          <thead>
            <tr>
              {['Name', 'Secret Key', 'Created', 'Last used', 'Actions'].map(column => (
                <th key={column}>{column}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {admin.map(key => (
              <tr key={key.id}>
                <td>{key.name}</td>
                <td className={c('mono')}>{key.short}</td>
                <td>{day(key.createdAt)}</td>
                <td>{day(key.lastUsedAt)}</td>
                <td>
                  <IconButton
                    name="Delete"
                    icon="bin"
                    onClick={() => act({ act: 'revokeKey', id: key.id })}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {creating && !secret && (
        <Modal title={t('Create new Admin key')} onClose={close}>
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
                admin: true,
              })
              setRefused(reply.refused)
              if (reply.secret) setSecret(reply.secret)
            }}
          >
            <Field label="Name" optional value={name} onChange={setName} />
            <Refused why={refused} />
            <Buttons>
              <Button onClick={close}>{t('Cancel')}</Button>
              <Button submit kind="primary" marked="admin-submit">
                {t('Create admin key')}
              </Button>
            </Buttons>
          </form>
        </Modal>
      )}
      {secret && <Reveal secret={secret} onClose={close} title={t('Save your key')} />}
    </>
  )
}

export function People() {
  const { person, era } = useScene()
  const { t } = useWords()
  return (
    <>
      <Heading side={<Button>{era === 'D' ? 'Invite team members' : '+ Invite'}</Button>}>
        {t(era === 'D' ? 'People & Permissions' : 'Members')}
      </Heading>
      <table className={c('table')}>
        <thead>
          <tr>
            {['Name', 'Email', 'Role'].map(column => (
              <th key={column}>{column}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          <tr>
            <td>{person.name}</td>
            <td>{person.email}</td>
            <td>{person.role === 'owner' ? 'Owner' : 'Reader'}</td>
          </tr>
        </tbody>
      </table>
      <p className={c('help')}>
        Owner: Can modify billing information and manage organization members. Reader: Can make standard API
        requests and read basic organizational data.
      </p>
    </>
  )
}

export function Projects() {
  const scene = useScene()
  const { t } = useWords()
  const [creating, setCreating] = useState(false)
  const [name, setName] = useState('')
  const [archived, setArchived] = useState(false)
  const [refused, setRefused] = useState<string>()
  const shown = scene.projects.filter(one => one.archived === archived)
  return (
    <>
      <Heading
        side={
          scene.person.role === 'owner' ? (
            <Button kind="primary" plus marked="project-create" onClick={() => setCreating(true)}>
              {t('Create project')}
            </Button>
          ) : (
            <span className={c('faint')}>Only organization owners can create projects.</span>
          )
        }
      >
        {t('Projects')}
      </Heading>
      <div className={c('tabs')} role="tablist">
        {['Active', 'Archived'].map(one => (
          <button
            key={one}
            type="button"
            role="tab"
            aria-selected={(one === 'Archived') === archived}
            className={c('tab')}
            onClick={() => setArchived(one === 'Archived')}
          >
            {t(one)}
          </button>
        ))}
      </div>
      <div className={c('scroller')}>
        <table className={c('table')}>
          <thead>
            <tr>
              {['Name', 'ID', 'Residency', 'Data retention', 'Members', 'Monthly spend', 'Created'].map(
                column => (
                  <th key={column} scope="col">
                    {scene.era === 'D' ? column : column.toUpperCase()}
                  </th>
                ),
              )}
            </tr>
          </thead>
          <tbody>
            {shown.map(one => (
              <tr key={one.id} ref={mark('project-row')}>
                <td>
                  <Link to={`/settings/${one.id}`}>{one.name}</Link>
                </td>
                <td className={c('mono')}>{one.id}</td>
                <td>{one.region || 'Global'}</td>
                <td>30 days</td>
                <td>1</td>
                <td>
                  {dollars(
                    scene.usage
                      .filter(row => row.project === one.id)
                      .reduce((sum, row) => sum + row.dollars, 0),
                  )}
                </td>
                <td>{day(one.createdAt)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {creating && (
        <Modal title={t('Create a new project')} onClose={() => setCreating(false)}>
          <form
            className={c('stack')}
            onSubmit={async event => {
              event.preventDefault()
              const reply = await act({ act: 'createProject', name })
              setRefused(reply.refused)
              if (reply.refused) return
              setCreating(false)
              setName('')
            }}
          >
            <p>Projects are shared environments where teams can collaborate and share API resources.</p>
            <Field label="Name" value={name} onChange={setName} marked="project-name" />
            <Refused why={refused} />
            <Buttons>
              <Button onClick={() => setCreating(false)}>{t('Cancel')}</Button>
              <Button submit kind="primary" marked="project-submit" disabled={!name.trim()}>
                {t('Create')}
              </Button>
            </Buttons>
          </form>
        </Modal>
      )}
    </>
  )
}

export function ProjectGeneral({ id }: { id: string }) {
  const { projects } = useScene()
  const { t } = useWords()
  const project = projects.find(one => one.id === id)
  const [name, setName] = useState(project?.name ?? '')
  if (!project) return <Heading>Project not found</Heading>
  return (
    <>
      <Heading>{t('General')}</Heading>
      <Card
        title="Details"
        actions={
          <Button onClick={() => act({ act: 'changeProject', id, patch: { name } })}>{t('Save')}</Button>
        }
      >
        <Field
          label="Name"
          value={name}
          onChange={setName}
          help="Human-friendly label for your project, shown in user interfaces and on exports"
        />
        <p className={c('label')}>Project ID</p>
        <p className={c('mono')}>{project.id}</p>
      </Card>
      <Card title="Archive project">
        <p className={c('help')}>
          An archived project cannot be used any more, and its API keys are rejected.
        </p>
        <Button
          kind="danger"
          marked="project-archive"
          disabled={project.archived}
          onClick={async () => {
            await act({ act: 'changeProject', id, patch: { archived: true } })
            go('/projects')
          }}
        >
          Archive project
        </Button>
      </Card>
    </>
  )
}

/** Security of the organization, with the rules for new keys (since September 2026; the real labels are not known). */
export function Security() {
  const { organization } = useScene()
  const [policy, setPolicy] = useState(organization.keyPolicy)
  const [expires, setExpires] = useState(organization.expiration === 'required')
  const [ranges, setRanges] = useState(organization.ipAllowlist.join(', '))
  return (
    <>
      <Heading>Security</Heading>
      <Card
        title="API key governance"
        actions={
          <Button
            marked="governance-save"
            onClick={() =>
              act({ act: 'setKeyPolicy', policy, expiration: expires ? 'required' : 'optional' })
            }
          >
            Save
          </Button>
        }
      >
        <p className={c('help')}>
          Which new API keys may be created in this organization. Existing keys are not changed.
        </p>
        <div ref={mark('governance-policy')}>
          <Radios
            name="New API keys"
            value={policy}
            onChange={id => setPolicy(id as typeof policy)}
            of={[
              { id: 'any', label: 'Allow all key types' },
              { id: 'service-accounts-only', label: 'Service accounts only' },
              { id: 'none', label: 'Do not allow new keys' },
            ]}
          />
        </div>
        <Switch label="Require an expiration" on={expires} onChange={setExpires} />
      </Card>
      <Card
        title="IP allowlist"
        actions={
          <Button
            onClick={() => act({ act: 'setIpAllowlist', ranges: ranges.split(/[\s,]+/).filter(Boolean) })}
          >
            Save
          </Button>
        }
      >
        <p className={c('help')}>
          Requests from other addresses are rejected. Changes can take up to 15 minutes.
        </p>
        <Field
          label="CIDR ranges"
          value={ranges}
          onChange={setRanges}
          marked="ip-allowlist"
          placeholder="203.0.113.0/24"
        />
      </Card>
    </>
  )
}

export function DataControls() {
  const { organization } = useScene()
  const { t } = useWords()
  return (
    <>
      <Heading>{t('Data controls')}</Heading>
      <nav className={c('tabs')} aria-label="Data controls">
        {['Visibility', 'Sharing', 'Hosted tools'].map(one => (
          <Link
            key={one}
            to="/settings/organization/data-controls"
            className={c('tab')}
            aria-current={one === 'Sharing' ? 'page' : undefined}
          >
            {one}
          </Link>
        ))}
      </nav>
      <Card title="Sharing">
        <Switch
          label="Share inputs and outputs with OpenAI"
          on={organization.sharesData}
          onChange={on => act({ act: 'setSharing', on })}
          marked="sharing-switch"
        />
      </Card>
    </>
  )
}
