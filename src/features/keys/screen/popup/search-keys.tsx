/** The popup's search. Enter copies the first key that is found, but never before something was typed. */
import Search from 'lucide-react/icons/search'
import { t } from '../../../../i18n/t.ts'

type Props = { text: string; onText: (text: string) => void; onEnter: () => void }

export function SearchKeys({ text, onText, onEnter }: Props) {
  return (
    <div className="search">
      <Search size={15} aria-hidden="true" />
      <input
        type="search"
        aria-label={t('Search keys')}
        aria-keyshortcuts="/"
        placeholder={t('Type a name, then press Enter to copy')}
        autoComplete="off"
        spellCheck={false}
        value={text}
        onChange={event => onText(event.currentTarget.value)}
        onKeyDown={event => {
          const isEnter = event.key === 'Enter' && !event.repeat && !event.nativeEvent.isComposing
          if (isEnter && text.trim() !== '') onEnter()
        }}
      />
    </div>
  )
}
