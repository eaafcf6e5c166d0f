/** Copy, and beside it the forms that programs want a key in: a `.env` line or the command of a shell. */
import ChevronDown from 'lucide-react/icons/chevron-down'
import { t } from '../../../i18n/t.ts'
import type { KeyRow } from '../../../protocol/published.ts'
import { Menu } from '../../../ui/pieces/menu.tsx'
import { formatNames } from '../core/format-names.ts'
import { CopyButton } from './copy.tsx'

type Props = {
  row: KeyRow
  isCopied: boolean
  /** It is what is done most with this key; not so with one that is refused. */
  isMain: boolean
}

export function CopyMenu({ row, isCopied, isMain }: Props) {
  const main = isMain ? 'main' : ''
  return (
    <span className="split-button">
      <CopyButton
        row={row}
        copied={isCopied}
        className={`button ${main}`}
        menu={press => (
          <Menu
            label={t('Copy as')}
            className={`button ${main} icon`}
            items={() =>
              Object.entries(formatNames).map(([id, name]) => ({ name, onChoose: () => press(id) }))
            }
          >
            <ChevronDown size={15} aria-hidden="true" />
          </Menu>
        )}
      />
    </span>
  )
}
