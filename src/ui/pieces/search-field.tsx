/** What a list is searched by. */
import Search from 'lucide-react/icons/search'
import type { ComponentProps } from 'react'

type Props = ComponentProps<'input'> & { label: string; onText: (text: string) => void }

export function SearchField({ label, onText, ...input }: Props) {
  return (
    <div className="search">
      <Search size={15} aria-hidden="true" />
      <input
        type="search"
        aria-label={label}
        autoComplete="off"
        spellCheck={false}
        {...input}
        onChange={event => onText(event.currentTarget.value)}
      />
    </div>
  )
}
