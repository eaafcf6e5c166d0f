/** Usage: what was spent, by day, in UTC, with its own choice of project; and the log of requests. */
import { useState } from 'react'
import { Button, Card, dollars, Heading, Link } from '../kit.tsx'
import { Menu } from '../menu.tsx'
import { useWords } from '../words.tsx'
import { c, mark, useScene } from '../world.ts'

const ranges = ['Last 7 days', 'Last 30 days', 'Month to date'].map(one => ({ id: one, label: one }))
const groups = ['None', 'Model', 'API key', 'Project'].map(one => ({ id: one, label: one }))

export function Usage() {
  const scene = useScene()
  const { t } = useWords()
  const [range, setRange] = useState('Last 30 days')
  const [group, setGroup] = useState('None')
  const [project, setProject] = useState('all')
  const [tab, setTab] = useState('Spend categories')
  const choices = [
    { id: 'all', label: 'All projects' },
    ...scene.projects.map(one => ({ id: one.id, label: one.name })),
  ]
  if (scene.person.role === 'reader') {
    return (
      <>
        <Heading>{t('Usage')}</Heading>
        <p className={c('banner')}>
          Only organization owners and people with the Usage Dashboard permission can see usage.
        </p>
      </>
    )
  }
  const days = range === 'Last 7 days' ? 7 : 30
  const since = new Date(scene.now - days * 86_400_000).toISOString().slice(0, 10)
  const rows = scene.usage.filter(row => row.day >= since && (project === 'all' || row.project === project))
  const total = rows.reduce((sum, row) => sum + row.dollars, 0)
  const byDay = Array.from({ length: days }, (_, index) => {
    const at = new Date(scene.now - (days - 1 - index) * 86_400_000).toISOString().slice(0, 10)
    return { at, dollars: rows.filter(row => row.day === at).reduce((sum, row) => sum + row.dollars, 0) }
  })
  const most = Math.max(0.0001, ...byDay.map(one => one.dollars))
  const named = (row: (typeof rows)[number]) =>
    group === 'Model'
      ? row.model
      : group === 'API key'
        ? (scene.keys.find(key => key.id === row.keyId)?.name ?? row.keyId)
        : group === 'Project'
          ? (scene.projects.find(one => one.id === row.project)?.name ?? row.project)
          : 'Total'
  const sums = [...Map.groupBy(rows, named)].map(([name, some]) => ({
    name,
    sum: some.reduce((all, row) => all + row.dollars, 0),
  }))

  return (
    <>
      <Heading
        side={
          <Button
            marked="usage-export"
            onClick={() => {
              const text = [
                'day,model,key,dollars',
                ...rows.map(row => [row.day, row.model, row.keyId, row.dollars].join(',')),
              ].join('\n')
              const link = document.createElement('a')
              link.href = URL.createObjectURL(new Blob([text], { type: 'text/csv' }))
              link.download = 'practice-usage.csv'
              link.click()
            }}
          >
            Export
          </Button>
        }
      >
        {t('Usage')}
      </Heading>
      <div className={c('filters')}>
        <Menu
          shows={choices.find(one => one.id === project)?.label}
          choices={choices}
          onPick={setProject}
          marked="usage-project"
        />
        <Menu shows={range} choices={ranges} onPick={setRange} marked="usage-range" />
        <Menu
          shows={`Group by: ${group}`}
          name={`Group by ${group}`}
          choices={groups}
          onPick={setGroup}
          marked="usage-group"
        />
        <span className={c('faint')}>UTC</span>
      </div>
      <Card>
        <p className={c('label')}>Total Spend</p>
        <p ref={mark('usage-total')} className={c('big')}>
          {dollars(total)}
        </p>
        <svg
          viewBox={`0 0 ${days * 10} 80`}
          className={c('chart')}
          preserveAspectRatio="none"
          role="img"
          aria-label={`Spend per day, ${range}`}
        >
          {byDay.map((one, index) => {
            const height = one.dollars === 0 ? 1 : (one.dollars / most) * 76
            return <rect key={one.at} x={index * 10 + 1} y={80 - height} width="7" height={height} />
          })}
        </svg>
        {rows.length === 0 && (
          <div className={c('empty')}>
            <h3>No usage data</h3>
            <p>The selected date range and group doesn't have any usage data.</p>
          </div>
        )}
        {rows.length > 0 && (
          <ul className={c('plain-list')}>
            {sums.map(one => (
              <li key={one.name}>
                {one.name}: {dollars(one.sum)}
              </li>
            ))}
          </ul>
        )}
      </Card>
      <div className={c('tabs')} role="tablist">
        {['Spend categories', 'API capabilities', 'Safety', 'Prompt caching'].map(one => (
          <button
            key={one}
            type="button"
            role="tab"
            aria-selected={one === tab}
            className={c('tab')}
            onClick={() => setTab(one)}
          >
            {one}
          </button>
        ))}
      </div>
      <p className={c('faint')}>
        {tab === 'Spend categories'
          ? 'Input tokens and output tokens, by model.'
          : 'Nothing to show here yet.'}
      </p>
    </>
  )
}

/** Perhaps the newest: usage has become a part of something larger. */
export function Analytics() {
  return (
    <>
      <Heading>Analytics</Heading>
      <nav className={c('tabs')} aria-label="Analytics">
        <Link to="/analytics" className={c('tab')} aria-current="page">
          Organization analytics
        </Link>
        <Link to="/usage" marked="analytics-usage" className={c('tab')}>
          Usage
        </Link>
      </nav>
      <Card title="Requests">
        <p className={c('help')}>Who asks what, how often, and how long an answer takes.</p>
      </Card>
    </>
  )
}

export function Logs() {
  const { usage, keys } = useScene()
  const { t } = useWords()
  const requests = usage.flatMap(row =>
    Array.from({ length: Math.min(row.requests, 5) }, (_, index) => ({
      ...row,
      id: `resp_${row.day.replaceAll('-', '')}${row.keyId.slice(-6)}${index}`,
    })),
  )
  return (
    <>
      <Heading>{t('Logs')}</Heading>
      {requests.length === 0 ? (
        <div className={c('empty')}>
          <p>No logs yet. Requests made with your keys appear here.</p>
        </div>
      ) : (
        <div className={c('logs')}>
          {requests.map(one => (
            <Link key={one.id} to={`/logs/${one.id}`} marked="log-row" className={c('log')}>
              <div>Hello</div>
              <div>Hello from the practice copy.</div>
              <div>{one.model}</div>
              <div>{one.day}</div>
            </Link>
          ))}
        </div>
      )}
      <p className={c('faint')}>{keys.length} keys may write here.</p>
    </>
  )
}

export function Log({ id }: { id: string }) {
  return (
    <>
      <Heading side={<Link to="/logs">All logs</Link>}>Response</Heading>
      <Card title={id}>
        <p className={c('label')}>Input</p>
        <p>Hello</p>
        <p className={c('label')}>Output</p>
        <p>Hello from the practice copy. This answer was made on your own machine and cost nothing.</p>
        <p className={c('label')}>Tokens</p>
        <p>12 in, 20 out</p>
      </Card>
    </>
  )
}
