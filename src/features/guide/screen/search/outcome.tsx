/** What a guide leads to, in a list of guides: marked as its end, so that nobody takes it for what is so already. */
import Flag from 'lucide-react/icons/flag'
import { t } from '../../../../i18n/t.ts'

export function Outcome({ summary }: { summary: string }) {
  return (
    <span className="small quiet">
      <Flag size={12} aria-hidden="true" /> <span className="visually-hidden">{t('At the end:')} </span>
      {summary}
    </span>
  )
}
