/** What makes sense after a guide. */

import { t } from '../../../i18n/t.ts'
import { send } from '../../../platform/send.ts'
import { useAction } from '../../../ui/action.ts'
import { FailureNotice } from '../../../ui/notice.tsx'
import { Button } from '../../../ui/pieces/button.tsx'
import { useGuideList } from './guide-list.ts'

export function NextGuides({ ids }: { ids: string[] }) {
  const guides = useGuideList()
  const start = useAction((guide: string) => send('screen.startGuide', { guide }))
  const next = ids.flatMap(id => guides?.find(guide => guide.id === id) ?? [])
  if (next.length === 0) return null
  return (
    <section className="stack tight" aria-labelledby="next-guides">
      <h2 id="next-guides">{t('What next?')}</h2>
      <ul className="cluster">
        {next.map(guide => (
          <li key={guide.id}>
            <Button onPress={() => start.run(guide.id)}>{guide.title}</Button>
          </li>
        ))}
      </ul>
      <FailureNotice failure={start.failure} />
    </section>
  )
}
