/** Asks the person for the sync folder. */
import { useState } from 'react'
import { t } from '../../../i18n/t.ts'
import { pickFolder } from '../../../platform/screen/folder-picker.ts'
import { type Failure, fail } from '../../../protocol/failure.ts'

/** `pick` answers null for a person who picked none, and for a browser that opened none: then there is a failure. */
export function useFolderPick() {
  const [failure, setFailure] = useState<Failure | null>(null)
  const pick = async () => {
    setFailure(null)
    return pickFolder().catch(() => {
      setFailure(fail('folder', t('The browser did not open this folder.')))
      return null
    })
  }
  return { pick, failure }
}
