/** All guides in the side panel, searched by what they are for; the one that is chosen begins. */
import { type ReactNode, useMemo, useState } from 'react'
import { t } from '../../../i18n/t.ts'
import type { Cause } from '../../../providers/verdict.ts'
import { useAction } from '../../../ui/action.ts'
import { FailureNotice } from '../../../ui/notice.tsx'
import { Button } from '../../../ui/pieces/button.tsx'
import { useSavedKeys } from '../../../ui/use-session.ts'
import { useGuideList } from './guide-list.ts'
import { guideMe } from './guide-me.ts'
import { GuideFinder } from './search/guide-finder.tsx'
import { inSections, suggested } from './search/guide-sections.ts'
import { Outcome } from './search/outcome.tsx'

/** @param children what stands under them: it waits for them, and is not moved away by them */
export function GuideSearch({ children }: { children?: ReactNode }) {
  const guides = useGuideList()
  const start = useAction((guide: string, cause?: Cause) => guideMe(guide, undefined, cause))
  const hasKeys = useSavedKeys().length > 0
  const [isWhole, setIsWhole] = useState(false)
  const unasked = useMemo(() => {
    const all = guides ?? []
    return isWhole ? inSections(all) : [{ name: '', guides: suggested(all, hasKeys) }]
  }, [guides, hasKeys, isWhole])
  if (!guides) return null
  if (guides.length === 0) return children
  return (
    <>
      <section className="stack" aria-label={t('Guides')}>
        <GuideFinder
          guides={guides}
          onChoose={(guide, cause) => void start.run(guide, cause)}
          listClass="guide-list"
          unasked={unasked}
          renderLine={(guide, mark, cause) => (
            <Button onPress={() => start.run(guide.id, cause)}>
              <strong>{guide.title}</strong> {mark}{' '}
              <span className="small quiet">{t('about {minutes} min', { minutes: guide.minutes })}</span>
              <br />
              <Outcome summary={guide.summary} />
            </Button>
          )}
        >
          <h2>{t('Guides')}</h2>
          <FailureNotice failure={start.failure} />
        </GuideFinder>
        {!isWhole && (
          <Button className="link" onPress={() => setIsWhole(true)}>
            {t('All guides')}
          </Button>
        )}
      </section>
      {children}
    </>
  )
}
