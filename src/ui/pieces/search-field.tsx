/** The one search field: a lens, the words, and nothing that the browser would correct or fill in. */
import Search from 'lucide-react/icons/search'
import type { KeyboardEventHandler } from 'react'

type Props = {
  /** What a screen reader says of it. */
  label: string
  placeholder: string
  text: string
  onText: (text: string) => void
  /** The key that leads here from anywhere on the screen. */
  shortcut?: string
  onKeyDown?: KeyboardEventHandler
}

export function SearchField({ label, placeholder, text, onText, shortcut, onKeyDown }: Props) {
  return (
    <div className="search">
      <Search size={15} aria-hidden="true" />
      <input
        type="search"
        aria-label={label}
        aria-keyshortcuts={shortcut}
        placeholder={placeholder}
        autoComplete="off"
        spellCheck={false}
        value={text}
        onChange={event => onText(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
    </div>
  )
}
