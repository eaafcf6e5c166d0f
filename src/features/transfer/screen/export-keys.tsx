/** Exports chosen keys: the form, then what came of it. */
import { useState } from 'react'
import { t } from '../../../i18n/t.ts'
import type { KeyRow } from '../../../protocol/published.ts'
import { Button } from '../../../ui/pieces/button.tsx'
import { ExportForm } from './export-form.tsx'
import { ResultLines } from './result-lines.tsx'

export default function ExportKeys({ keys, onClose }: { keys: KeyRow[]; onClose: () => void }) {
  const [said, setSaid] = useState<string[]>([])
  return said.length === 0 ? (
    <ExportForm keys={keys} isWhole={false} onSaved={setSaid} onClose={onClose} />
  ) : (
    <>
      <ResultLines lines={said} />
      <div>
        <Button className="button main" onPress={onClose}>
          {t('Done')}
        </Button>
      </div>
    </>
  )
}
