/** Makes a backup of all keys, or a plain .env file of them. */

import { useState } from 'react'
import { t } from '../../../i18n/t.ts'
import { Button } from '../../../ui/pieces/button.tsx'
import { useSavedKeys } from '../../../ui/use-session.ts'
import { ExportForm } from './export-form.tsx'
import { ResultLines } from './result-lines.tsx'

export function Export({ count }: { count: number }) {
  const rows = useSavedKeys()
  const [isOpen, setIsOpen] = useState(false)
  const [said, setSaid] = useState<string[]>([])
  if (count === 0) return <p className="quiet">{t('There is no key to back up yet.')}</p>
  return (
    <>
      <ResultLines lines={said} />
      {isOpen ? (
        <ExportForm
          keys={rows}
          isWhole
          onClose={() => setIsOpen(false)}
          onSaved={words => {
            setIsOpen(false)
            setSaid(words)
          }}
        />
      ) : (
        <div>
          <Button
            className="button main"
            onPress={() => {
              setSaid([])
              setIsOpen(true)
            }}
          >
            {t('Make a backup file')}
          </Button>
        </div>
      )}
    </>
  )
}
