/** Limits: of the organization or of a project; the spend limit in each era's wording, alerts, tiers, rate limits, model access. */
import { useState } from 'react'
import { Button, Buttons, Card, dollars, Field, Heading, Labelled, Radios, Refused, Switch } from '../kit.tsx'
import { Modal } from '../modal.tsx'
import { useWords } from '../words.tsx'
import { act, c, useScene } from '../world.ts'

const modelNames = [
  'gpt-5-mini',
  'gpt-5-nano',
  'gpt-5',
  'gpt-4o-mini',
  'text-embedding-3-small',
  'gpt-image-1',
]

export function Limits({ projectId }: { projectId: string | null }) {
  const scene = useScene()
  const { t } = useWords()
  const { era, organization, usage, person } = scene
  const [editing, setEditing] = useState<'limit' | 'hard' | 'alert'>()
  const project = scene.projects.find(one => one.id === projectId)
  const spent = usage
    .filter(row => !project || row.project === project.id)
    .reduce((sum, row) => sum + row.dollars, 0)
  const limit = project ? project.spendLimit : organization.spendLimit
  const hard = project ? project.hardLimit : organization.hardLimit
  const split = organization.limitsDialog === 'split' && era === 'D'
  const owner = person.role === 'owner'

  return (
    <>
      <Heading side={!project && era === 'B' ? <span className={c('chip')}>Usage tier 1</span> : null}>
        {t('Limits')}
      </Heading>
      {!owner && <p className={c('banner')}>Only organization owners can change limits.</p>}
      {era === 'A' || era === 'B' ? (
        <BudgetForm project={project?.id ?? null} limit={limit} />
      ) : (
        <Card
          title={t(
            era === 'C' ? 'Monthly budget' : project ? 'Project spend limit' : 'Organization spend limit',
          )}
          actions={
            owner && (
              <>
                <Button marked="limit-edit" onClick={() => setEditing('limit')}>
                  {t(era === 'C' ? 'Edit budget' : 'Edit spend limit')}
                </Button>
                {split && (
                  <Button marked="hard-limit-edit" onClick={() => setEditing('hard')}>
                    Edit hard limit
                  </Button>
                )}
              </>
            )
          }
        >
          <p className={c('big')}>
            {dollars(spent)} / {limit === null ? 'No limit' : dollars(limit)}
          </p>
          <progress className={c('bar')} max={limit ?? 1} value={spent} aria-label="Spent" />
          <p className={c('help')}>Your actual costs may exceed this based on usage</p>
        </Card>
      )}
      {(era === 'C' || era === 'D') && !project && (
        <Card
          title={era === 'C' ? 'Budget alerts' : 'Alerts'}
          actions={
            owner && (
              <Button marked="alert-add" onClick={() => setEditing('alert')}>
                {era === 'C' ? 'Add budget alert' : 'Add alert'}
              </Button>
            )
          }
        >
          {organization.spendAlerts.length === 0 ? (
            <p className={c('faint')}>No alerts yet.</p>
          ) : (
            <ul>
              {organization.spendAlerts.map(one => (
                <li key={one.threshold}>Alert when spend reaches {dollars(one.threshold)}</li>
              ))}
            </ul>
          )}
        </Card>
      )}
      {project ? <ModelAccess id={project.id} allowed={project.allowedModels} /> : <Tiers />}
      <RateLimits />
      {editing === 'alert' ? (
        <AlertDialog onClose={() => setEditing(undefined)} />
      ) : (
        editing && (
          <LimitDialog
            part={split ? editing : 'both'}
            project={project?.id ?? null}
            limit={limit}
            hard={hard}
            onClose={() => setEditing(undefined)}
          />
        )
      )}
    </>
  )
}

function LimitDialog({
  part,
  project,
  limit,
  hard,
  onClose,
}: {
  part: 'both' | 'limit' | 'hard'
  project: string | null
  limit: number | null
  hard: boolean
  onClose: () => void
}) {
  const { era } = useScene()
  const { t } = useWords()
  const [amount, setAmount] = useState(limit === null ? '' : limit.toFixed(2))
  const [enforce, setEnforce] = useState(hard)
  const [refused, setRefused] = useState<string>()
  const title = part === 'hard' ? 'Hard spend limit' : era === 'C' ? 'Edit budget' : 'Edit spend limit'
  return (
    <Modal title={t(title)} onClose={onClose}>
      <form
        className={c('stack')}
        onSubmit={async event => {
          event.preventDefault()
          const reply = await act({ act: 'setSpendLimit', project, limit: Number(amount), hard: enforce })
          setRefused(reply.refused)
          if (!reply.refused) onClose()
        }}
      >
        <p>Your usage tier defines the maximum monthly limit ($120.00).</p>
        <Field
          label={era === 'C' ? 'Monthly budget' : 'Monthly spend limit'}
          value={amount}
          onChange={setAmount}
          marked="limit-amount"
          inputMode="decimal"
        />
        {part !== 'limit' && era === 'D' && (
          <Switch
            label="Enforce a hard limit"
            on={enforce}
            onChange={setEnforce}
            marked="limit-hard"
            help="Requests are rejected once the limit is reached."
          />
        )}
        <Refused why={refused} />
        <Buttons>
          <Button onClick={onClose}>{t('Cancel')}</Button>
          <Button submit kind="primary" marked="limit-save">
            {t('Save')}
          </Button>
        </Buttons>
      </form>
    </Modal>
  )
}

/** Until 2025: two fields and a button on the page itself. The second is the hard one. */
function BudgetForm({ project, limit }: { project: string | null; limit: number | null }) {
  const { era } = useScene()
  const [budget, setBudget] = useState(limit?.toFixed(2) ?? '')
  const [alert, setAlert] = useState('96.00')
  const [saved, setSaved] = useState(false)
  const alertField = (
    <Field
      label={era === 'A' ? 'Set an email notification threshold' : 'Set a Budget Alert'}
      value={alert}
      onChange={setAlert}
      marked="alert-amount"
      inputMode="decimal"
      help="If your organization exceeds this threshold in a given calendar month (UTC), an email notification will be sent."
    />
  )
  const hardField = (
    <Field
      label={era === 'A' ? 'Set a monthly budget' : 'Enable Budget Limit'}
      value={budget}
      onChange={setBudget}
      marked="limit-amount"
      inputMode="decimal"
      help="If the usage exceeds this amount in a given calendar month (UTC), subsequent API requests will be rejected."
    />
  )
  return (
    <Card title="Usage limits">
      <p className={c('help')}>
        Manage your API spend by configuring monthly spend limits. Notification emails triggered by reaching
        these limits will be sent to members of your organization with the Owner role.
      </p>
      <form
        className={c('stack')}
        onSubmit={async event => {
          event.preventDefault()
          const reply = await act({ act: 'setSpendLimit', project, limit: Number(budget), hard: true })
          setSaved(!reply.refused)
        }}
      >
        {era === 'A' ? (
          <>
            {hardField}
            {alertField}
          </>
        ) : (
          <>
            {alertField}
            {hardField}
          </>
        )}
        <div className={c('row')}>
          <Button submit kind="primary" marked="limit-save">
            Save
          </Button>
          {saved && <span role="status">Saved</span>}
        </div>
      </form>
    </Card>
  )
}

function AlertDialog({ onClose }: { onClose: () => void }) {
  const { t } = useWords()
  const { person } = useScene()
  const [amount, setAmount] = useState('')
  const [refused, setRefused] = useState<string>()
  return (
    <Modal title={t('Add alert')} onClose={onClose}>
      <form
        className={c('stack')}
        onSubmit={async event => {
          event.preventDefault()
          const reply = await act({
            act: 'addSpendAlert',
            threshold: Number(amount),
            recipients: [person.email],
          })
          setRefused(reply.refused)
          if (!reply.refused) onClose()
        }}
      >
        <Field
          label="Alert when spend reaches"
          value={amount}
          onChange={setAmount}
          marked="alert-amount"
          inputMode="decimal"
        />
        <p className={c('help')}>We email {person.email}.</p>
        <Refused why={refused} />
        <Buttons>
          <Button onClick={onClose}>{t('Cancel')}</Button>
          <Button submit kind="primary" marked="alert-save">
            {t('Save')}
          </Button>
        </Buttons>
      </form>
    </Modal>
  )
}

function Tiers() {
  return (
    <Card title="Usage Tiers" actions={<Button>Upgrade tier</Button>}>
      <p className={c('help')}>Unlock higher API rate limits as your organization purchases more credits.</p>
      <div className={c('tiers')}>
        {['Free tier', 'Tier 1 (your tier)', 'Tier 2', 'Tier 3', 'Tier 4', 'Tier 5'].map(one => (
          <span key={one} className={c(one.includes('your') ? 'chip chosen' : 'chip')}>
            {one}
          </span>
        ))}
      </div>
    </Card>
  )
}

function RateLimits() {
  return (
    <Card title="Rate limits">
      <div className={c('scroller')}>
        <table className={c('table')}>
          <thead>
            <tr>
              {['Model', 'Tokens / min (TPM)', 'Request and other limits', 'Batch queue limits'].map(
                column => (
                  <th key={column} scope="col">
                    {column}
                  </th>
                ),
              )}
            </tr>
          </thead>
          <tbody>
            {modelNames.slice(0, 4).map(model => (
              <tr key={model}>
                <td>{model}</td>
                <td>200,000 TPM</td>
                <td>500 RPM</td>
                <td>2,000,000 TPD</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <Button kind="quiet" marked="limits-all-models">
        View all models
      </Button>
    </Card>
  )
}

function ModelAccess({ id, allowed }: { id: string; allowed: string[] }) {
  const [mode, setMode] = useState(allowed.length === 0 ? 'all' : 'only')
  const save = (models: string[]) => void act({ act: 'changeProject', id, patch: { allowedModels: models } })
  return (
    <Card title="Model access">
      <Labelled label="Which models may this project use?">
        <Radios
          name="Model access"
          value={mode}
          onChange={next => {
            setMode(next)
            if (next === 'all') save([])
            if (next === 'only' && allowed.length === 0) save([modelNames[0] ?? ''])
          }}
          of={[
            { id: 'all', label: 'Allow all models', marked: 'model-access' },
            { id: 'except', label: 'Allow all except selected models', disabled: true },
            { id: 'only', label: 'Allow only selected models' },
          ]}
        />
      </Labelled>
      {mode === 'only' && (
        <div className={c('stack')}>
          {modelNames.map(model => (
            <label key={model}>
              <input
                type="checkbox"
                checked={allowed.includes(model)}
                onChange={event =>
                  save(event.target.checked ? [...allowed, model] : allowed.filter(one => one !== model))
                }
              />{' '}
              {model}
            </label>
          ))}
        </div>
      )}
    </Card>
  )
}
