/** The three ways a key comes to work: a first answer here, its line in a project's `.env`, and code that calls with it. */
import { type ReactNode, useEffect, useId, useRef } from 'react'
import { t } from '../../../../i18n/t.ts'
import type { KeyRow } from '../../../../protocol/published.ts'
import { isKeptOnly } from '../../../../providers/list.ts'
import CallPart from '../../../handoff/screen/call-part.tsx'
import ProjectPart from '../../../handoff/screen/project-part.tsx'
import UsePart from '../../../handoff/screen/use-part.tsx'

type Props = { row: KeyRow; part: string; former: string | undefined }

/** @param part `call` and `project` lead to their section @param former the key that this one replaces */
export default function KeyUse({ row, part, former }: Props) {
  return (
    <div className="key-use">
      {!isKeptOnly(row) && (
        <Section name={t('Try it')} isWanted={part === 'call'}>
          <CallPart row={row} isWanted={part === 'call'} />
        </Section>
      )}
      <Section name={t('Add to a project')} isWanted={part === 'project'}>
        <ProjectPart row={row} former={former} />
      </Section>
      <Section name={t('Code')} isWanted={false} isWide>
        <UsePart row={row} />
      </Section>
    </div>
  )
}

type SectionProps = { name: string; isWanted: boolean; isWide?: boolean; children: ReactNode }

function Section({ name, isWanted, isWide, children }: SectionProps) {
  const id = useId()
  const place = useRef<HTMLElement>(null)
  useEffect(() => {
    if (isWanted) place.current?.scrollIntoView({ block: 'nearest' })
  }, [isWanted])
  return (
    <section
      ref={place}
      className={isWide ? 'panel-box stack both' : 'panel-box stack'}
      aria-labelledby={id}
      data-wanted={isWanted || undefined}
    >
      <h2 id={id}>{name}</h2>
      {children}
    </section>
  )
}
