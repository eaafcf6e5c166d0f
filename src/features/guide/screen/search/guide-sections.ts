/** Which guides stand together in the list, and which few are offered before a word is typed. Pure. */
import { t } from '../../../../i18n/t.ts'
import type { GuideLine } from '../guide-list.ts'

export type Section = { name: string; guides: GuideLine[] }

const sections: { name: string; ids: string[] }[] = [
  { name: t('Start'), ids: ['need-a-key', 'create-account', 'secure-account', 'read-policy', 'create-key'] },
  { name: t('Money'), ids: ['set-up-billing', 'limit-spending', 'monitor-usage', 'spend-less'] },
  {
    name: t('Problems'),
    ids: ['fix-not-working', 'fix-permission-denied', 'fix-rate-limit', 'fix-billing', 'key-compromised'],
  },
]

/** Every guide once, in the order of the sections; what no section names is about keys. */
export function inSections(guides: GuideLine[]): Section[] {
  const named = new Set(sections.flatMap(({ ids }) => ids))
  const of = (ids: string[]) => ids.flatMap(id => guides.filter(guide => guide.id === id))
  const [start, money, ...others] = sections.map(({ name, ids }) => ({ name, guides: of(ids) }))
  const keys = { name: t('Keys'), guides: guides.filter(({ id }) => !named.has(id)) }
  return [start, money, keys, ...others].filter(
    (section): section is Section => section !== undefined && section.guides.length > 0,
  )
}

/** What is worth a look next: for who has no key, and for who has some. */
export function suggested(guides: GuideLine[], hasKeys: boolean): GuideLine[] {
  const ids = hasKeys
    ? ['rotate-key', 'limit-spending', 'fix-not-working']
    : ['create-key', 'create-account', 'set-up-billing']
  return ids.flatMap(id => guides.filter(guide => guide.id === id))
}
