/** The pages' small parts, each in the form its era had: buttons, fields, choices, switches, links. Knows no page. */
import { type AnchorHTMLAttributes, type ReactNode, useId } from 'react'
import type { MarkName } from '../marks.ts'
import { useWords } from './words.tsx'
import { c, go, mark, useScene } from './world.ts'

export function Link({
  to,
  marked,
  children,
  className,
  ...rest
}: { to: string; marked?: MarkName | undefined } & AnchorHTMLAttributes<HTMLAnchorElement>) {
  return (
    <a
      ref={mark(marked)}
      href={to}
      className={className ?? c('link')}
      {...rest}
      onClick={event => {
        if (event.metaKey || event.ctrlKey || to.startsWith('http')) return
        event.preventDefault()
        go(to)
      }}
    >
      {children}
    </a>
  )
}

export interface ButtonProps {
  children: ReactNode
  onClick?: () => void
  marked?: MarkName | undefined
  kind?: 'primary' | 'plain' | 'danger' | 'quiet'
  disabled?: boolean
  submit?: boolean
  /** Shown before the text; not part of the name. */
  plus?: boolean
  title?: string
}

export function Button({
  children,
  onClick,
  marked,
  kind = 'plain',
  disabled,
  submit,
  plus,
  title,
}: ButtonProps) {
  const { era } = useScene()
  const common = { type: submit ? ('submit' as const) : ('button' as const), disabled, onClick, title }
  if (era === 'A') {
    return (
      <button ref={mark(marked)} className={`btn btn-sm btn-filled btn-${kind} modal-button`} {...common}>
        <span className="btn-label-wrap">
          <span className="btn-label-inner">
            {plus && '+ '}
            {children}
          </span>
        </span>
      </button>
    )
  }
  return (
    <button ref={mark(marked)} className={c(`button ${kind}`)} {...common}>
      {plus && <Plus />}
      <span>{children}</span>
    </button>
  )
}

const Plus = () => (
  <svg viewBox="0 0 16 16" width="14" height="14" aria-hidden="true">
    <path d="M8 3v10M3 8h10" stroke="currentColor" strokeWidth="1.6" />
  </svg>
)

/** A pencil or a bin. Before 2026 these buttons had no name at all. */
export function IconButton({
  name,
  icon,
  onClick,
  marked,
}: {
  name: string
  icon: 'pencil' | 'bin'
  onClick: () => void
  marked?: MarkName
}) {
  const { era } = useScene()
  const { a } = useWords()
  const path =
    icon === 'pencil'
      ? 'M3 13l1-3.5L11 2.5l2.5 2.5L6.5 12zM9.5 4l2.5 2.5'
      : 'M3 4.5h10M6 4.5V3h4v1.5M4.5 4.5l.7 8.5h5.6l.7-8.5'
  return (
    <button
      ref={mark(marked)}
      type="button"
      className={c('icon-button')}
      {...(era === 'D' && { 'aria-label': a(name) })}
      onClick={onClick}
    >
      <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
        <path d={path} fill="none" stroke="currentColor" strokeWidth="1.4" strokeLinejoin="round" />
      </svg>
    </button>
  )
}

export interface FieldProps {
  label: string
  value: string
  onChange: (value: string) => void
  marked?: MarkName
  placeholder?: string
  type?: string
  optional?: boolean
  help?: ReactNode
  inputMode?: 'decimal' | 'numeric' | 'tel' | 'email'
  autoComplete?: string
  disabled?: boolean
}

/** A label that belongs to its field; until early 2024 it only stood above it. */
export function Field(props: FieldProps) {
  const {
    label,
    value,
    onChange,
    marked,
    placeholder,
    type,
    optional,
    help,
    inputMode,
    autoComplete,
    disabled,
  } = props
  const { era } = useScene()
  const { t, a } = useWords()
  const id = useId()
  const heading = (
    <>
      {t(label)} {optional && <span className={c('faint')}>{t('Optional')}</span>}
    </>
  )
  const input = (
    <input
      ref={mark(marked)}
      id={era === 'A' ? undefined : id}
      className={era === 'A' ? 'text-input text-input-sm text-input-full' : c('input')}
      type={type ?? 'text'}
      value={value}
      placeholder={placeholder && a(placeholder)}
      inputMode={inputMode}
      autoComplete={autoComplete ?? 'off'}
      spellCheck={false}
      disabled={disabled}
      onChange={event => onChange(event.target.value)}
    />
  )
  return (
    <div className={c('field')}>
      {era === 'A' ? <div className="label">{heading}</div> : <label htmlFor={id}>{heading}</label>}
      {input}
      {help && <p className={c('help')}>{help}</p>}
    </div>
  )
}

/** A text above something that is no field of its own. */
export function Labelled({
  label,
  children,
  extra,
}: {
  label: string
  children: ReactNode
  extra?: ReactNode
}) {
  const { t } = useWords()
  return (
    <div className={c('field')}>
      <div className={c('label')}>
        {t(label)} {extra}
      </div>
      {children}
    </div>
  )
}

export interface Radio {
  id: string
  label: string
  marked?: MarkName
  disabled?: boolean
}

/** One of few. Since 2025 a `radiogroup` of buttons, in 2024 two ordinary radios. */
export function Radios({
  name,
  of,
  value,
  onChange,
}: {
  name: string
  of: Radio[]
  value: string
  onChange: (id: string) => void
}) {
  const { era } = useScene()
  const { t, a } = useWords()
  const group = useId()
  if (era === 'B') {
    return (
      <div className={c('radios')}>
        {of.map(one => (
          <label key={one.id}>
            <input
              ref={mark(one.marked)}
              type="radio"
              name={group}
              checked={one.id === value}
              disabled={one.disabled}
              onChange={() => onChange(one.id)}
            />{' '}
            {t(one.label)}
          </label>
        ))}
      </div>
    )
  }
  return (
    <div role="radiogroup" aria-label={a(name)} className={c('segments')}>
      {of.map(one => (
        // biome-ignore lint/a11y/useSemanticElements: the page's radios are buttons with a role, and so are these
        <button
          key={one.id}
          ref={mark(one.marked)}
          type="button"
          role="radio"
          aria-checked={one.id === value}
          disabled={one.disabled}
          className={c('segment')}
          onClick={() => onChange(one.id)}
        >
          {t(one.label)}
        </button>
      ))}
    </div>
  )
}

export function Switch({
  label,
  on,
  onChange,
  marked,
  help,
}: {
  label: string
  on: boolean
  onChange: (on: boolean) => void
  marked?: MarkName
  help?: ReactNode
}) {
  const { t } = useWords()
  const id = useId()
  return (
    <div className={c('switch-row')}>
      <button
        ref={mark(marked)}
        type="button"
        role="switch"
        aria-checked={on}
        aria-labelledby={id}
        className={c('switch')}
        onClick={() => onChange(!on)}
      />
      <div>
        <div id={id}>{t(label)}</div>
        {help && <p className={c('help')}>{help}</p>}
      </div>
    </div>
  )
}

export function Card({
  title,
  titleMark,
  children,
  actions,
}: {
  title?: ReactNode
  titleMark?: MarkName
  children?: ReactNode
  actions?: ReactNode
}) {
  return (
    <section className={c('card')}>
      {title && <h3 ref={mark(titleMark)}>{title}</h3>}
      {children}
      {actions && <div className={c('row')}>{actions}</div>}
    </section>
  )
}

export const Refused = ({ why }: { why: string | undefined }) =>
  why ? (
    <p role="alert" className={c('refused')}>
      {why}
    </p>
  ) : null

export function Buttons({ children }: { children: ReactNode }) {
  return <div className={c('buttons')}>{children}</div>
}

export function Heading({ children, side }: { children: ReactNode; side?: ReactNode }) {
  return (
    <header className={c('page-heading')}>
      <h1>{children}</h1>
      {side && <div className={c('row')}>{side}</div>}
    </header>
  )
}

export const dollars = (amount: number) => `${amount < 0 ? '-' : ''}$${Math.abs(amount).toFixed(2)}`
export const day = (at: number | null) =>
  at === null
    ? 'Never'
    : new Intl.DateTimeFormat('en-US', { month: 'short', day: 'numeric', year: 'numeric' }).format(at)
