/** A button with a list of choices that opens elsewhere in the document, as the real page's menus do; one kind per dialog library. */
import { DropdownMenu } from 'radix-ui'
import { type ReactNode, useEffect, useId, useRef, useState } from 'react'
import { Button as AriaButton, Menu as AriaMenu, MenuItem, MenuTrigger, Popover } from 'react-aria-components'
import { createPortal } from 'react-dom'
import type { MarkName } from '../marks.ts'
import { c, mark, useScene } from './world.ts'

export interface Choice {
  id: string
  label: string
  marked?: MarkName
}

export interface MenuProps {
  shows: ReactNode
  choices: Choice[]
  onPick: (id: string) => void
  marked?: MarkName
  itemMarked?: MarkName
  /** Accessible name, when it is not what the button shows. */
  name?: string
  className?: string
  disabled?: boolean
  /** A button with a menu in every era. */
  button?: boolean
}

export function Menu(props: MenuProps) {
  const { modal, era } = useScene()
  if ((era === 'A' || era === 'B') && !props.button) return <NativeSelect {...props} />
  if (modal === 'aria') return <AriaKind {...props} />
  if (modal === 'radix') return <RadixKind {...props} />
  return <OwnKind {...props} />
}

/** What the button shows, with the sign that says it opens. */
const Face = ({ children }: { children: ReactNode }) => (
  <>
    <span>{children}</span>
    <svg viewBox="0 0 16 16" width="14" height="14" aria-hidden="true">
      <path d="M4 6l4 4 4-4" fill="none" stroke="currentColor" strokeWidth="1.6" />
    </svg>
  </>
)

function RadixKind({ shows, choices, onPick, marked, itemMarked, name, className, disabled }: MenuProps) {
  return (
    <DropdownMenu.Root>
      <DropdownMenu.Trigger
        ref={mark(marked)}
        className={c(className ?? 'menu-button')}
        aria-label={name}
        disabled={disabled}
      >
        <Face>{shows}</Face>
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content className={c('menu')} align="start" sideOffset={4}>
          {choices.map(choice => (
            <DropdownMenu.Item
              key={choice.id}
              ref={mark(choice.marked ?? itemMarked)}
              className={c('menu-item')}
              onSelect={() => onPick(choice.id)}
            >
              {choice.label}
            </DropdownMenu.Item>
          ))}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  )
}

function AriaKind({ shows, choices, onPick, marked, itemMarked, name, className, disabled }: MenuProps) {
  return (
    <MenuTrigger>
      <AriaButton
        ref={mark(marked)}
        className={c(className ?? 'menu-button')}
        isDisabled={disabled ?? false}
        {...(name && { 'aria-label': name })}
      >
        <Face>{shows}</Face>
      </AriaButton>
      <Popover className={c('menu')} placement="bottom start">
        <AriaMenu onAction={id => onPick(String(id))}>
          {choices.map(choice => (
            <MenuItem
              key={choice.id}
              id={choice.id}
              ref={mark(choice.marked ?? itemMarked)}
              className={c('menu-item')}
            >
              {choice.label}
            </MenuItem>
          ))}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  )
}

/** Without a library: in a native dialog a popover beside the button, else a list at the end of the body. */
function OwnKind({ shows, choices, onPick, marked, itemMarked, name, className, disabled }: MenuProps) {
  const { modal } = useScene()
  const [open, setOpen] = useState(false)
  const [at, setAt] = useState({ left: 0, top: 0 })
  const button = useRef<HTMLButtonElement>(null)
  const list = useRef<HTMLDivElement>(null)
  const id = useId()
  useEffect(() => {
    if (!open) return
    const life = new AbortController()
    const { signal } = life
    if (modal === 'native') list.current?.showPopover()
    const away = (event: Event) => {
      const target = event.target as Node
      if (!list.current?.contains(target) && !button.current?.contains(target)) setOpen(false)
    }
    document.addEventListener('pointerdown', away, { signal, capture: true })
    return () => life.abort()
  }, [open, modal])
  const opens = () => {
    const box = button.current?.getBoundingClientRect()
    const height = Math.min(300, choices.length * 40 + 12)
    // Above the button where there is no room below.
    if (box)
      setAt({
        left: box.left,
        top: box.bottom + 4 + height < innerHeight ? box.bottom + 4 : box.top - 4 - height,
      })
    setOpen(!open)
  }
  const items = (
    <div
      ref={list}
      id={id}
      role="listbox"
      className={c('menu')}
      style={{ position: 'fixed', ...at, margin: 0 }}
      {...(modal === 'native' && { popover: 'manual' as const })}
    >
      {choices.map(choice => (
        <div
          key={choice.id}
          ref={mark(choice.marked ?? itemMarked)}
          role="option"
          aria-selected="false"
          tabIndex={-1}
          className={c('menu-item')}
          onMouseDown={event => event.preventDefault()}
          onClick={() => {
            setOpen(false)
            onPick(choice.id)
          }}
          onKeyDown={event => event.key === 'Enter' && onPick(choice.id)}
        >
          {choice.label}
        </div>
      ))}
    </div>
  )
  const both = (element: HTMLButtonElement | null) => {
    button.current = element
    return mark(marked)?.(element)
  }
  return (
    <>
      <button
        ref={both}
        type="button"
        className={c(className ?? 'menu-button')}
        aria-label={name}
        aria-haspopup="listbox"
        aria-expanded={open}
        aria-controls={id}
        disabled={disabled}
        onClick={opens}
        onKeyDown={event => {
          if (event.key === 'Escape' && open) {
            event.preventDefault()
            setOpen(false)
          }
        }}
      >
        <Face>{shows}</Face>
      </button>
      {open && (modal === 'native' ? items : createPortal(items, document.body))}
    </>
  )
}

/** Before 2026 the page had ordinary selects (or something that read like one). */
function NativeSelect({ shows, choices, onPick, marked, name, disabled }: MenuProps) {
  const shown = choices.find(choice => choice.label === shows)
  return (
    <select
      ref={mark(marked)}
      className={c('select')}
      aria-label={name}
      disabled={disabled}
      value={shown?.id ?? ''}
      onChange={event => onPick(event.target.value)}
    >
      {!shown && <option value="">{String(shows)}</option>}
      {choices.map(choice => (
        <option key={choice.id} value={choice.id}>
          {choice.label}
        </option>
      ))}
    </select>
  )
}
