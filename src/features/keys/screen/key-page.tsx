/** One key with everything that can be done with it, in parts. */

import { lazy, Suspense, useEffect } from 'react'
import { t } from '../../../i18n/t.ts'
import type { KeyRow } from '../../../protocol/published.ts'
import { Title } from '../../../ui/title.tsx'
import { KeyLook } from './key-look.tsx'
import { noteOpened } from './table/opened-key.ts'
import { listAddress } from './table/table-address.ts'
import { useEscape } from './use-escape.ts'

const parts = {
  look: { name: t('Key'), Part: KeyLook },
  call: { name: t('First call'), Part: lazy(() => import('../../handoff/screen/call-part.tsx')) },
  project: {
    name: t('Put it in my project'),
    Part: lazy(() => import('../../handoff/screen/project-part.tsx')),
  },
  use: { name: t('Use it'), Part: lazy(() => import('../../handoff/screen/use-part.tsx')) },
  may: { name: t('What it may do'), Part: lazy(() => import('../../health/screen/access-part.tsx')) },
  history: { name: t('History'), Part: lazy(() => import('../../health/screen/history-part.tsx')) },
  edit: { name: t('Edit'), Part: lazy(() => import('./edit-part.tsx')) },
} as const

export default function KeyPage({ row, part }: { row: KeyRow; part: string }) {
  const current = Object.hasOwn(parts, part) ? (part as keyof typeof parts) : 'look'
  const { Part } = parts[current]
  useEffect(() => void noteOpened(row.id), [row.id])
  useEscape(() => {
    location.hash = current === 'look' ? listAddress() : `#keys/${row.id}`
  })
  return (
    <>
      <p className="small">
        <a href={listAddress()}>{t('All keys')}</a>
      </p>
      <Title>{row.label}</Title>
      <nav aria-label={t('This key')} className="tabs">
        <ul>
          {Object.entries(parts).map(([id, { name }]) => (
            <li key={id}>
              <a
                className="tab"
                href={id === 'look' ? `#keys/${row.id}` : `#keys/${row.id}/${id}`}
                aria-current={id === current ? 'page' : undefined}
              >
                {name}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <Suspense>
        <Part row={row} />
      </Suspense>
    </>
  )
}
