/** The popup's search. Enter copies the first key that is found, but never before something was typed. */
import { t } from '../../../../i18n/t.ts'
import { SearchField } from '../../../../ui/pieces/search-field.tsx'

type Props = { text: string; onText: (text: string) => void; onEnter: () => void }

export function SearchKeys({ text, onText, onEnter }: Props) {
  return (
    <SearchField
      label={t('Search keys')}
      aria-keyshortcuts="/"
      placeholder={t('Type a name, then press Enter to copy')}
      value={text}
      onText={onText}
      onKeyDown={event => {
        const isEnter = event.key === 'Enter' && !event.repeat && !event.nativeEvent.isComposing
        if (isEnter && text.trim() !== '') onEnter()
      }}
    />
  )
}
