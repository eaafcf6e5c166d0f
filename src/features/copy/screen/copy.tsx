/** Copy once: the first copy is one press; any later copy of that key asks for a fresh proof. */

import ClipboardCheck from 'lucide-react/icons/clipboard-check'
import Copy from 'lucide-react/icons/copy'
import type { ReactNode } from 'react'
import { t } from '../../../i18n/t.ts'
import { ago } from '../../../i18n/time.ts'
import type { KeyRow } from '../../../protocol/published.ts'
import { Button } from '../../../ui/pieces/button.tsx'
import { type CopyOnce, useCopy } from './use-copy.tsx'

type Props = {
  row: KeyRow
  copied: boolean
  compact?: boolean
  tabIndex?: number
  className?: string
  /** More ways to copy, beside the button. */
  menu?: (press: CopyOnce['press']) => ReactNode
}

export function CopyButton(props: Props) {
  const { row, copied, compact, className = compact ? 'button icon' : 'button', tabIndex, menu } = props
  const copy = useCopy(row)
  const words = copied ? t('Copied') : t('Copy')
  const Icon = copied ? ClipboardCheck : Copy
  return (
    <>
      <Button
        className={className}
        data-keyway="copy"
        tabIndex={tabIndex}
        isBusy={copy.isBusy}
        aria-label={`${words}: ${row.label}`}
        title={copyHint(row)}
        onPress={copy.press}
      >
        <Icon size={15} aria-hidden="true" />
        {!compact && words}
      </Button>
      {menu?.(copy.press)}
      {copy.beside}
    </>
  )
}

/** What a press will do, and when it was done last. */
const copyHint = (row: KeyRow): string =>
  row.lastCopiedAt === undefined
    ? t('Copies the key; the clipboard is emptied after the countdown')
    : row.copyFreely
      ? t('Copied last {ago}', { ago: ago(row.lastCopiedAt) })
      : t('Copied last {ago}; asks whether it is you', { ago: ago(row.lastCopiedAt) })
