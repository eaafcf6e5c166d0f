/** What can be done with all selected keys at once. It stands where the tally does, so that nothing moves. */
import { lazy, Suspense, useState } from 'react'
import { plural, t } from '../../../../../i18n/t.ts'
import type { KeyRow } from '../../../../../protocol/published.ts'
import { Button } from '../../../../../ui/pieces/button.tsx'
import { Modal } from '../../../../../ui/pieces/modal.tsx'
import { AboutMany } from './about-many.tsx'
import { DeleteMany } from './delete-many.tsx'

const Export = lazy(() => import('../../../../transfer/screen/export-keys.tsx'))

type Doing = 'environment' | 'tags' | 'export' | 'delete'
type Props = {
  keys: KeyRow[]
  onTest: (keys: KeyRow[]) => void
  onClear: () => void
  onSay: (words: string) => void
}

export function BulkBar({ keys, onTest, onClear, onSay }: Props) {
  const [doing, setDoing] = useState<Doing | null>(null)
  const close = () => setDoing(null)
  const names: Record<Doing, string> = {
    environment: t('Set environment'),
    tags: t('Add tag'),
    export: t('Export'),
    delete: t('Delete'),
  }
  return (
    <section className="bulk-bar" aria-label={t('Selected keys')} data-keyway="bulk-bar">
      <strong>{plural({ one: '{count} selected', other: '{count} selected' }, keys.length)}</strong>
      <Button onPress={() => onTest(keys)}>{t('Test')}</Button>
      {(['environment', 'tags', 'export', 'delete'] as const).map(each => (
        <Button
          key={each}
          className={each === 'delete' ? 'button danger' : 'button'}
          data-bulk={each}
          onPress={() => setDoing(each)}
        >
          {names[each]}
        </Button>
      ))}
      <Button className="button plain" aria-keyshortcuts="Escape" onPress={onClear}>
        {t('Clear')}
      </Button>
      {(doing === 'environment' || doing === 'tags') && (
        <Modal title={names[doing]} onClose={close}>
          <AboutMany keys={keys} field={doing} onClose={close} onSay={onSay} />
        </Modal>
      )}
      {doing === 'delete' && (
        <Modal
          title={plural({ one: 'Delete one key?', other: 'Delete {count} keys?' }, keys.length)}
          onClose={close}
        >
          <DeleteMany
            keys={keys}
            onClose={close}
            onDeleted={words => {
              close()
              onClear()
              onSay(words)
            }}
          />
        </Modal>
      )}
      {doing === 'export' && (
        <Modal
          title={plural({ one: 'Export one key', other: 'Export {count} keys' }, keys.length)}
          onClose={close}
        >
          <Suspense>
            <Export keys={keys} onClose={close} />
          </Suspense>
        </Modal>
      )}
    </section>
  )
}
