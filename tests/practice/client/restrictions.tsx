/**
 * The rows under "Restricted". The trap of the real page is here too: a child of "Model capabilities" alone looks right and fails
 * with "Missing scopes: model.request"; the parent must be set to Request first.
 */
import { useState } from 'react'
import type { MarkName } from '../marks.ts'
import { useWords } from './words.tsx'
import { c, mark, useScene } from './world.ts'

export type Level = 'None' | 'Read' | 'Write' | 'Request' | 'Use' | 'Manage'
/** Row id to level; a row that is absent is None. `capabilities` itself is there once the parent was set. */
export type Granted = Record<string, Level>

interface Row {
  id: string
  label: string
  path: string
  levels: Level[]
  marked: MarkName
}

const rows: Row[] = [
  {
    id: 'models',
    label: 'List models',
    path: '/v1/models',
    levels: ['None', 'Read'],
    marked: 'scope-models',
  },
  {
    id: 'capabilities',
    label: 'Model capabilities',
    path: '',
    levels: ['None', 'Request'],
    marked: 'scope-capabilities',
  },
  {
    id: 'assistants',
    label: 'Assistants',
    path: '/v1/assistants',
    levels: ['None', 'Read', 'Write'],
    marked: 'scope-assistants',
  },
  {
    id: 'threads',
    label: 'Threads',
    path: '/v1/threads',
    levels: ['None', 'Read', 'Write'],
    marked: 'scope-threads',
  },
  {
    id: 'evals',
    label: 'Evals',
    path: '/v1/evals',
    levels: ['None', 'Read', 'Write'],
    marked: 'scope-evals',
  },
  {
    id: 'fine_tuning',
    label: 'Fine-tuning',
    path: '/v1/fine_tuning',
    levels: ['None', 'Read', 'Write'],
    marked: 'scope-fine-tuning',
  },
  {
    id: 'files',
    label: 'Files',
    path: '/v1/files',
    levels: ['None', 'Read', 'Write'],
    marked: 'scope-files',
  },
  {
    id: 'vector_stores',
    label: 'Vector stores',
    path: '/v1/vector_stores',
    levels: ['None', 'Read', 'Write'],
    marked: 'scope-vector-stores',
  },
  {
    id: 'tunnels',
    label: 'Tunnels',
    path: '',
    levels: ['None', 'Read', 'Use', 'Manage'],
    marked: 'scope-tunnels',
  },
]

const children: Row[] = [
  ['audio', '/v1/audio', 'scope-audio'],
  ['chat', '/v1/chat/completions', 'scope-chat'],
  ['embeddings', '/v1/embeddings', 'scope-embeddings'],
  ['images', '/v1/images', 'scope-images'],
  ['moderations', '/v1/moderations', 'scope-moderations'],
  ['responses', '/v1/responses', 'scope-responses'],
  ['realtime', '/v1/realtime', 'scope-realtime'],
].map(([id, path, marked]) => ({
  id: id as string,
  label: path as string,
  path: '',
  levels: ['None', 'Request'],
  marked: marked as MarkName,
}))

export function scopesOf(granted: Granted): string[] {
  const scopes: string[] = []
  const on = children.filter(child => granted[child.id] === 'Request')
  if (granted.capabilities === 'Request') scopes.push('api.model.request')
  for (const child of on) {
    if (child.id === 'responses') scopes.push('api.responses.write', 'api.responses.read')
    else if (on.length < children.length) scopes.push(`api.model.${child.id}.request`)
  }
  if (granted.models === 'Read') scopes.push('api.model.read')
  for (const row of rows.slice(2)) {
    const level = granted[row.id]
    if (level && level !== 'None') scopes.push(`api.${row.id}.${level.toLowerCase()}`)
    if (level === 'Write') scopes.push(`api.${row.id}.read`)
  }
  return scopes
}

export function Restrictions({
  granted,
  onChange,
}: {
  granted: Granted
  onChange: (granted: Granted) => void
}) {
  const { era } = useScene()
  const [open, setOpen] = useState(false)
  const set = (row: Row, level: Level) => {
    const next = { ...granted, [row.id]: level }
    if (row.id === 'capabilities') for (const child of children) next[child.id] = level
    onChange(next)
  }
  const shown = (row: Row): string => {
    if (row.id !== 'capabilities') return granted[row.id] ?? 'None'
    const on = children.filter(child => granted[child.id] === 'Request').length
    return on === 0 ? 'None' : on === children.length ? 'Request' : 'Mixed'
  }
  const present = rows.filter(row => era === 'D' || (row.id !== 'tunnels' && row.id !== 'vector_stores'))
  const count = Object.values(granted).filter(level => level !== 'None').length
  return (
    <div className={c('restrictions')}>
      <p className={c('help')}>{count} selected permissions</p>
      {present.map(row => (
        <div key={row.id}>
          <div className={c('restriction')}>
            <div>
              {row.id === 'capabilities' ? (
                <button
                  ref={mark('scope-capabilities-expand')}
                  type="button"
                  className={c('expander')}
                  aria-expanded={open}
                  onClick={() => setOpen(!open)}
                >
                  {era === 'D' ? row.label : 'Model capabilities'} {open ? '▾' : '▸'}
                </button>
              ) : (
                <span>{row.id === 'models' && era !== 'D' ? 'Models' : row.label}</span>
              )}
              <span className={c('faint')}> {row.path}</span>
            </div>
            <Level row={row} value={shown(row)} onChange={level => set(row, level)} />
          </div>
          {row.id === 'capabilities' &&
            open &&
            children.map(child => (
              <div key={child.id} className={c('restriction child')}>
                <span>{child.label}</span>
                <Level row={child} value={shown(child)} onChange={level => set(child, level)} />
              </div>
            ))}
        </div>
      ))}
    </div>
  )
}

/** Nobody knows the real control: a select, segments, or a group of pressed buttons, by the scene's wording. */
function Level({ row, value, onChange }: { row: Row; value: string; onChange: (level: Level) => void }) {
  const { wording, era } = useScene()
  const { a } = useWords()
  const levels =
    era === 'A' || era === 'B' ? row.levels.map(level => (level === 'Request' ? 'Write' : level)) : row.levels
  const pick = (index: number) => {
    const level = row.levels[index]
    if (level) onChange(level)
  }
  if (wording === 0) {
    return (
      <select
        ref={mark(row.marked)}
        className={c('select small')}
        aria-label={a(row.label)}
        value={row.levels.indexOf(value as Level)}
        onChange={event => pick(Number(event.target.value))}
      >
        {value === 'Mixed' && <option value={-1}>Mixed</option>}
        {levels.map((level, index) => (
          <option key={level} value={index}>
            {level}
          </option>
        ))}
      </select>
    )
  }
  const radio = wording === 1
  return (
    <div
      ref={mark(row.marked)}
      {...{ role: radio ? 'radiogroup' : 'group', 'aria-label': a(row.label) }}
      className={c('segments small')}
    >
      {value === 'Mixed' && <span className={c('faint')}>Mixed</span>}
      {levels.map((level, index) => (
        <button
          key={level}
          type="button"
          className={c('segment')}
          {...(radio
            ? { role: 'radio', 'aria-checked': row.levels[index] === value }
            : { 'aria-pressed': row.levels[index] === value })}
          onClick={() => pick(index)}
        >
          {level}
        </button>
      ))}
    </div>
  )
}
