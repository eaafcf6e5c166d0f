/** A button with a list of things to do: opened by press or by keyboard, moved in by arrows, closed by Escape. */
import MoreHorizontal from 'lucide-react/icons/ellipsis'
import { type KeyboardEvent, type ReactNode, useId, useRef, useState } from 'react'
import { Button } from './button.tsx'

export type MenuItem = {
  /** Where two may have one name. */
  id?: string
  name: string
  onChoose: () => void
  isDangerous?: boolean
  /** The key that does the same, where there is one. */
  shortcut?: string
}

type Props = {
  label: string
  /** Made when it opens. */
  items: () => MenuItem[]
  tabIndex?: number
  className?: string
  children?: ReactNode
}

export function Menu({ label, items, tabIndex, className = 'button icon plain', children }: Props) {
  const id = useId()
  const list = useRef<HTMLDivElement>(null)
  const [isOpen, setIsOpen] = useState(false)
  const move = (event: KeyboardEvent) => {
    const all = [...(list.current?.querySelectorAll<HTMLElement>('[role="menuitem"]') ?? [])]
    const at = all.findIndex(one => one.matches(':focus'))
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: all.length - 1 }[event.key]
    if (to !== undefined) all.at(to % all.length)?.focus()
    // What is left of the keyboard's letters belongs to the list beneath; the menu keeps them to itself.
    if (event.key !== 'Escape' && event.key !== 'Tab') event.stopPropagation()
    if (to !== undefined) event.preventDefault()
    if (event.key === 'Tab') list.current?.hidePopover()
  }
  return (
    <>
      <button
        type="button"
        className={className}
        popoverTarget={id}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        aria-label={label}
        title={label}
        tabIndex={tabIndex}
        data-keyway="more"
      >
        {children ?? <MoreHorizontal size={16} aria-hidden="true" />}
      </button>
      <div
        id={id}
        ref={list}
        popover="auto"
        role="menu"
        aria-label={label}
        className="menu"
        onKeyDown={move}
        onToggle={event => {
          const opens = event.newState === 'open'
          setIsOpen(opens)
          if (opens)
            requestAnimationFrame(() =>
              list.current?.querySelector<HTMLElement>('[role="menuitem"]')?.focus(),
            )
        }}
      >
        {isOpen &&
          items().map(({ id: itemId, name, onChoose, isDangerous, shortcut }) => (
            <Button
              key={itemId ?? name}
              role="menuitem"
              tabIndex={-1}
              className={isDangerous ? 'menu-item danger' : 'menu-item'}
              onPress={() => {
                // Its closing gives the focus back to the button; what was chosen may then take it further.
                list.current?.hidePopover()
                onChoose()
              }}
            >
              <span>{name}</span>
              {shortcut && <kbd>{shortcut}</kbd>}
            </Button>
          ))}
      </div>
    </>
  )
}
