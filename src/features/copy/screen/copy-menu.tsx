/** Copy, and beside it the forms that programs want a key in: a `.env` line or the command of a shell. */
import ChevronDown from 'lucide-react/icons/chevron-down'
import ClipboardCheck from 'lucide-react/icons/clipboard-check'
import Copy from 'lucide-react/icons/copy'
import { t } from '../../../i18n/t.ts'
import type { KeyRow } from '../../../protocol/published.ts'
import { Button } from '../../../ui/pieces/button.tsx'
import { Menu } from '../../../ui/pieces/menu.tsx'
import { formatNames } from '../core/format-names.ts'
import { copyHint } from './copy.tsx'
import { useCopy } from './use-copy.tsx'

type Props = {
  row: KeyRow
  isCopied: boolean
  /** It is what is done most with this key; not so with one that is refused. */
  isMain: boolean
}

export function CopyMenu({ row, isCopied, isMain }: Props) {
  const copy = useCopy(row)
  const words = isCopied ? t('Copied') : t('Copy')
  const main = isMain ? 'main' : ''
  const Icon = isCopied ? ClipboardCheck : Copy
  return (
    <span className="split-button">
      <Button
        className={`button ${main}`}
        data-keyway="copy"
        isBusy={copy.isBusy}
        aria-label={`${words}: ${row.label}`}
        title={copyHint(row)}
        onPress={copy.press}
      >
        <Icon size={15} aria-hidden="true" />
        {words}
      </Button>
      <Menu
        label={t('Copy as')}
        className={`button ${main} icon`}
        items={() =>
          Object.entries(formatNames).map(([id, name]) => ({ name, onChoose: () => copy.press(id) }))
        }
      >
        <ChevronDown size={15} aria-hidden="true" />
      </Menu>
      {copy.beside}
    </span>
  )
}
