/** API keys, of the selected project or of the whole organization: the list in each era's columns, and what hangs on it. */
import { useState } from 'react'
import type { Scene } from '../../platform.ts'
import { CreateKey } from '../create-key.tsx'
import { Button, Buttons, day, dollars, Field, Heading, IconButton, Link } from '../kit.tsx'
import { Modal } from '../modal.tsx'
import { PhoneCheck } from '../phone.tsx'
import { useWords } from '../words.tsx'
import { act, c, mark, useScene } from '../world.ts'

type Key = Scene['keys'][number]

export function ApiKeys({ of }: { of: 'project' | 'organization' | 'user' }) {
  const scene = useScene()
  const { t, a } = useWords()
  const { era, person, organization } = scene
  const [creating, setCreating] = useState(false)
  const [verifying, setVerifying] = useState(false)
  const [editing, setEditing] = useState<Key>()
  const [revoking, setRevoking] = useState<Key>()
  const [search, setSearch] = useState('')
  const [onlyActive, setOnlyActive] = useState(true)
  const [guidance, setGuidance] = useState(false)

  const keys = scene.keys.filter(
    key =>
      key.kind !== 'admin' &&
      (of === 'user' ? key.kind === 'user' || key.kind === 'legacy' : true) &&
      (of !== 'project' || era === 'A' || key.project === scene.selectedProject) &&
      (era === 'D' && !onlyActive ? true : !key.revoked) &&
      key.name.toLowerCase().includes(search.toLowerCase()),
  )
  const gate = person.phone === 'needed'
  const reader = person.role === 'reader'
  const forbidden = organization.keyPolicy === 'none' && era === 'D'
  const opener = (second = false) =>
    reader ? null : (
      <Button
        kind="primary"
        plus
        disabled={gate || forbidden}
        marked={second ? 'create-opener-empty' : 'create-opener'}
        onClick={() => setCreating(true)}
      >
        {t('Create new secret key')}
      </Button>
    )
  const scope = of === 'project' ? 'project' : 'organization'

  return (
    <>
      <Heading
        side={
          era === 'A' ? null : (
            <>
              {era === 'D' && (
                <>
                  <button
                    type="button"
                    className={c('button quiet')}
                    aria-expanded={guidance}
                    onClick={() => setGuidance(!guidance)}
                  >
                    {t('API key security guidance')}
                  </button>
                  <Link to="/usage">{t('API Key Usage')}</Link>
                </>
              )}
              {opener()}
            </>
          )
        }
      >
        {t('API keys')}
      </Heading>

      {gate && (
        <div className={c('banner good')}>
          <span>Verify your phone number to create an API key</span>
          <Button marked="phone-start" onClick={() => setVerifying(true)}>
            Start verification
          </Button>
        </div>
      )}
      {era === 'B' && of !== 'user' && (
        <div className={c('banner')}>
          <span>
            <b>Project API keys have replaced user API keys.</b> We recommend using project based API keys for
            more granular control over your resources.
          </span>
          <Link to="/settings/profile/api-keys" marked="user-keys-link" className={c('button plain')}>
            View user API keys
          </Link>
        </div>
      )}
      {reader && (
        <p className={c('banner')}>
          You do not have permission to create API keys in this project. Ask an owner of the organization.
        </p>
      )}
      {forbidden && (
        <p className={c('banner')}>
          Your organization does not allow new API keys. Contact an organization owner.
        </p>
      )}

      {era === 'A' && (
        <p>
          Your secret API keys are listed below. Please note that we do not display your secret API keys again
          after you generate them. Do not share your API key with others, or expose it in the browser or other
          client-side code.
        </p>
      )}
      {(guidance || era === 'B' || era === 'C') && era !== 'A' && (
        <p className={c('prose')}>
          {reader ? 'You can view API keys' : `You have permission to view and manage all API keys`} in this{' '}
          {scope}. Do not share your API key with others or expose it in the browser or other client-side
          code. To protect your account’s security, OpenAI may automatically disable any API key that has
          leaked publicly.
          {era !== 'D' && (
            <>
              {' '}
              View usage per API key on the <Link to="/usage">Usage page</Link>.
            </>
          )}
        </p>
      )}

      {era === 'D' && (
        <div className={c('filters')}>
          <input
            type="search"
            className={c('input')}
            aria-label={a('Search API keys')}
            placeholder={a('Search API keys')}
            value={search}
            onChange={event => setSearch(event.target.value)}
          />
          {onlyActive ? (
            <button
              type="button"
              className={c('chip')}
              onClick={() => setOnlyActive(false)}
              aria-label="Active Clear current value"
            >
              {t('Active')} <span aria-hidden="true">×</span>
            </button>
          ) : null}
          <button type="button" className={c('chip')} onClick={() => setOnlyActive(true)}>
            Add filter
          </button>
          <span className={c('faint')}>{keys.length} results</span>
        </div>
      )}

      {keys.length === 0 ? (
        <div className={c('empty')}>
          <svg viewBox="0 0 24 24" width="34" height="34" aria-hidden="true">
            <path
              d="M7 11V8a5 5 0 0 1 10 0v3M5 11h14v9H5z"
              fill="none"
              stroke="currentColor"
              strokeWidth="1.4"
            />
          </svg>
          <p>
            {reader
              ? 'There are no API keys in this project.'
              : 'Create an API key to access the OpenAI API.'}
          </p>
          {era !== 'A' && opener(true)}
        </div>
      ) : (
        <KeyTable keys={keys} reader={reader} onEdit={setEditing} onRevoke={setRevoking} of={of} />
      )}

      {era === 'A' && (
        <>
          <div className={c('row')}>{opener()}</div>
          <h3>Default organization</h3>
          <p>
            If you belong to multiple organizations, this setting controls which organization is used by
            default when making requests with the API keys above.
          </p>
          <select className={c('select')} defaultValue="one">
            <option value="one">{organization.name}</option>
          </select>
        </>
      )}

      {creating && <CreateKey onClose={() => setCreating(false)} />}
      {verifying && <PhoneCheck onClose={() => setVerifying(false)} onDone={() => setVerifying(false)} />}
      {editing && <EditKey one={editing} onClose={() => setEditing(undefined)} />}
      {revoking && <RevokeKey one={revoking} onClose={() => setRevoking(undefined)} />}
    </>
  )
}

const permissionWords = { all: 'All', restricted: 'Restricted', read: 'Read only' }

function KeyTable({
  keys,
  reader,
  onEdit,
  onRevoke,
  of,
}: {
  keys: Key[]
  reader: boolean
  onEdit: (key: Key) => void
  onRevoke: (key: Key) => void
  of: string
}) {
  const { era, projects, usage, now } = useScene()
  const { t } = useWords()
  const columns =
    era === 'D'
      ? [
          'Name',
          'Status',
          'Tracking ID',
          'Secret Key',
          'Created',
          'Last used',
          'Created by',
          'Permissions',
          'Monthly spend',
          'Actions',
        ]
      : era === 'A'
        ? ['NAME', 'KEY', 'TRACKING', 'CREATED', 'LAST USED', 'PERMISSIONS', '']
        : of === 'organization'
          ? ['NAME', 'SECRET KEY', 'CREATED', 'LAST USED', 'PROJECT ACCESS', 'CREATED BY', 'PERMISSIONS', '']
          : ['NAME', 'SECRET KEY', 'CREATED', 'LAST USED', 'CREATED BY', 'PERMISSIONS', '']
  const cells = (key: Key): Record<string, React.ReactNode> => {
    const spend = usage.filter(row => row.keyId === key.id).reduce((sum, row) => sum + row.dollars, 0)
    const status = key.revoked
      ? 'Revoked'
      : key.expiresAt !== null && key.expiresAt <= now
        ? 'Expired'
        : 'Active'
    const short = <span className={era === 'C' ? 'api-key-token-value' : c('mono')}>{key.short}</span>
    const by = key.kind === 'service' ? key.name : key.createdBy
    return {
      Name: key.name,
      NAME: key.name,
      Status: <span className={c(`status ${status.toLowerCase()}`)}>{t(status)}</span>,
      'Tracking ID': <span className={c('mono')}>{key.id}</span>,
      TRACKING: <span className={c('faint')}>+ Enable</span>,
      'Secret Key': short,
      'SECRET KEY': short,
      KEY: short,
      Created: day(key.createdAt),
      CREATED: day(key.createdAt),
      'Last used': day(key.lastUsedAt),
      'LAST USED': day(key.lastUsedAt),
      'PROJECT ACCESS': projects.find(one => one.id === key.project)?.name,
      'Created by': by,
      'CREATED BY': by,
      Permissions: t(permissionWords[key.permissions]),
      PERMISSIONS: permissionWords[key.permissions],
      'Monthly spend': dollars(spend),
    }
  }
  return (
    <div className={c('scroller')}>
      <table className={c('table')}>
        <thead>
          <tr>
            {columns.map(column => (
              <th key={column} scope="col">
                {t(column)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {keys.map(key => {
            const shown = cells(key)
            return (
              <tr key={key.id} ref={mark('key-row')}>
                {columns.slice(0, -1).map(column => (
                  <td
                    key={column}
                    className={era === 'C' && column === 'SECRET KEY' ? 'api-key-token' : undefined}
                  >
                    {shown[column]}
                  </td>
                ))}
                <td className={c('actions')}>
                  {!reader && !key.revoked && (
                    <>
                      <IconButton name="Edit" icon="pencil" marked="key-edit" onClick={() => onEdit(key)} />
                      <IconButton
                        name="Delete"
                        icon="bin"
                        marked="key-delete"
                        onClick={() => onRevoke(key)}
                      />
                    </>
                  )}
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}

function EditKey({ one, onClose }: { one: Key; onClose: () => void }) {
  const { t } = useWords()
  const [name, setName] = useState(one.name)
  return (
    <Modal title={t('Edit secret key')} onClose={onClose}>
      <div className={c('stack')}>
        <Field label="Name" value={name} onChange={setName} />
        <Buttons>
          <Button onClick={onClose}>{t('Cancel')}</Button>
          <Button
            kind="primary"
            marked="edit-save"
            onClick={async () => {
              await act({ act: 'renameKey', id: one.id, name })
              onClose()
            }}
          >
            {t('Save')}
          </Button>
        </Buttons>
      </div>
    </Modal>
  )
}

/** Title and confirmation are known for 2024 only: three wordings for today. */
const revokeWords = [
  ['Revoke secret key', 'Revoke key'],
  ['Revoke API key', 'Revoke'],
  ['Delete API key', 'Delete'],
] as const

function RevokeKey({ one, onClose }: { one: Key; onClose: () => void }) {
  const { era, wording } = useScene()
  const { t } = useWords()
  const [title, confirm] = revokeWords[era === 'D' ? wording : 0]
  return (
    <Modal title={t(title)} onClose={onClose} marked="revoke-dialog">
      <div className={c('stack')}>
        <p>
          This API key will immediately be disabled. API requests made using this key will be rejected, which
          could cause any systems still depending on it to break. Once revoked, you'll no longer be able to
          view or modify this API key.
        </p>
        <input
          readOnly
          value={one.short}
          className={era === 'A' ? 'text-input text-input-sm text-input-full' : c('input mono')}
        />
        <Buttons>
          <Button onClick={onClose} marked="revoke-cancel">
            {t('Cancel')}
          </Button>
          <Button
            kind="danger"
            marked="revoke-confirm"
            onClick={async () => {
              await act({ act: 'revokeKey', id: one.id })
              onClose()
            }}
          >
            {t(confirm)}
          </Button>
        </Buttons>
      </div>
    </Modal>
  )
}
