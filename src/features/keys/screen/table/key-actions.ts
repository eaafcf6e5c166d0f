/** What can be done with one key beside copying it: the same list in the table, and in the popup's row. */
import { t } from '../../../../i18n/t.ts'
import type { KeyRow } from '../../../../protocol/published.ts'
import { isKeptOnly } from '../../../../providers/list.ts'
import type { MenuItem } from '../../../../ui/pieces/menu.tsx'
import { go } from '../../../../ui/route.ts'
import { guideMe } from '../../../guide/screen/guide-me.ts'
import { replacing } from '../../core/due-dates.ts'

type Given = { onTest: () => void; onDelete: () => void }

export function keyActions(row: KeyRow, { onTest, onDelete }: Given): MenuItem[] {
  const way = replacing(row)
  return [
    { name: t('Open'), onChoose: () => go('keys', row.id), shortcut: 'Enter' },
    ...(isKeptOnly(row)
      ? []
      : [
          { name: t('Test'), onChoose: onTest, shortcut: 't' },
          { name: t('Try it'), onChoose: () => go('keys', row.id, 'call') },
        ]),
    { name: t('Add to a project'), onChoose: () => go('keys', row.id, 'project') },
    { name: t('History'), onChoose: () => go('keys', row.id, 'history') },
    { name: t('Edit'), onChoose: () => go('keys', row.id, 'edit'), shortcut: 'e' },
    ...(way && 'guide' in way
      ? [{ name: t('Replace'), onChoose: () => void guideMe(way.guide, row.id) }]
      : []),
    { name: t('Delete…'), onChoose: onDelete, isDangerous: true },
  ]
}
