/** A view's name, which has the focus as the view opens, and the way back. Escape goes back as well. */

import ArrowLeft from 'lucide-react/icons/arrow-left'
import { t } from '../i18n/t.ts'
import { useFocusFirst } from './focus/focus-first.ts'
import { Button } from './pieces/button.tsx'
import { useWindowEvent } from './pieces/use-window-event.ts'

export function BackBar({ title, onBack }: { title: string; onBack: () => void }) {
  const heading = useFocusFirst<HTMLHeadingElement>()
  useWindowEvent('keydown', event => {
    if (event.key !== 'Escape' || document.querySelector('dialog[open], [popover]:popover-open')) return
    event.preventDefault()
    onBack()
  })
  return (
    <div className="cluster back-bar">
      <Button
        className="button icon plain"
        aria-label={t('Back')}
        aria-keyshortcuts="Escape"
        onPress={onBack}
      >
        <ArrowLeft size={17} aria-hidden="true" />
      </Button>
      <h1 tabIndex={-1} ref={heading}>
        {title}
      </h1>
    </div>
  )
}
