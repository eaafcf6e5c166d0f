/** What a replacement of this key will do, before it begins; and what it takes where that is missing. */
import { useMemo } from 'react'
import { plural, t } from '../../../i18n/t.ts'
import type { KeyRow } from '../../../protocol/published.ts'
import { Notice } from '../../../ui/notice.tsx'
import { Button } from '../../../ui/pieces/button.tsx'
import { useLoaded } from '../../../ui/pieces/use-loaded.ts'
import { readKeptOrganization } from '../../organization/screen/kept-organization.ts'
import { findThere } from '../core/find-there.ts'
import type { UseReplacement } from './use-replacement.ts'

type Props = { old: KeyRow; rows: readonly KeyRow[]; start: UseReplacement['start'] }

const readOrganization = async () => ({ organization: await readKeptOrganization() })

export function BeginReplacement({ old, rows, start }: Props) {
  const kept = useLoaded(readOrganization, old.id)
  const there = useMemo(() => kept && findThere(old, rows, kept.organization), [old, rows, kept])
  if (!kept) return null
  if (old.provider !== 'openai' || old.kind === 'admin')
    return <p>{t('A replacement is only for keys of OpenAI projects.')}</p>
  const isService = there?.account !== undefined
  if (old.kind === 'service' && !there)
    return (
      <Notice tone="needs" action={<a href="#organization">{t('Read the organization')}</a>}>
        {t('Keyway does not know which service account this key belongs to. An admin key tells it.')}
      </Notice>
    )
  const siblings = there?.siblings ?? 1
  return (
    <div className="stack narrow">
      <p>
        {isService
          ? t(
              'Keyway makes a new service account, and its key goes straight into your vault. Then it checks the key, puts it into your projects, and waits until nothing uses the old one. You press Delete.',
            )
          : t(
              'You make the new key with a guide. Then Keyway checks it, puts it into your projects, and waits until nothing uses the old one. You press Delete.',
            )}
      </p>
      <p>{t('You can pause at any step. Until the old key is deleted, you can undo everything.')}</p>
      {siblings > 1 && (
        <Notice>
          {plural(
            {
              one: 'The account has {count} key.',
              other: 'The account has {count} keys. Only this one is replaced and deleted.',
            },
            siblings,
          )}
        </Notice>
      )}
      {!there && (
        <Notice action={<a href="#organization">{t('Read the organization')}</a>}>
          {t(
            'Keyway has not read this key’s organization, so it cannot see whether a program still uses the key.',
          )}
        </Notice>
      )}
      <div>
        <Button
          className="button main"
          isBusy={start.busy}
          data-keyway="replace-start"
          onPress={() => start.run(there)}
        >
          {t('Start the replacement')}
        </Button>
      </div>
    </div>
  )
}
