/** Makes a backup of all keys, or a plain .env file of them. */

import { useState } from 'react'
import { t } from '../../../i18n/t.ts'
import { Notice } from '../../../ui/notice.tsx'
import { Button } from '../../../ui/pieces/button.tsx'
import { useSavedKeys } from '../../../ui/use-session.ts'
import { ExportForm } from './export-form.tsx'

export function Export({ count }: { count: number }) {
  const rows = useSavedKeys()
  const [isOpen, setIsOpen] = useState(false)
  const [said, setSaid] = useState<string[]>([])
  if (count === 0) return <p className="quiet">{t('There is no key to back up yet.')}</p>
  return (
    <>
      <Saved said={said} />
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

/** What was saved, and what could not be written as it is. Announced. */
export function Saved({ said }: { said: string[] }) {
  return (
    <div role="status" className="stack tight">
      {said.map((line, at) => (
        <Notice key={line} tone={at === 0 ? 'works' : 'needs'}>
          {line}
        </Notice>
      ))}
    </div>
  )
}
