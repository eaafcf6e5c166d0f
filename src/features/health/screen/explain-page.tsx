/** “Explain an error” as a page of the dashboard: without a vault and while it is locked, too. */

import { t } from '../../../i18n/t.ts'
import { Title } from '../../../ui/title.tsx'
import { ExplainForm } from './explain.tsx'

export default function ExplainPage() {
  return (
    <section className="stack narrow">
      <Title>{t('Explain an error')}</Title>
      <ExplainForm />
    </section>
  )
}
