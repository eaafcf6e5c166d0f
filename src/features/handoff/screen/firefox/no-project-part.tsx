/** In place of writing a key into a project's files, where the browser opens no folder (Firefox). Stands in for project-part.tsx there. */
import { t } from '../../../../i18n/t.ts'
import type { KeyRow } from '../../../../protocol/published.ts'

export default function NoProjectPart(_: { row: KeyRow; former?: string | undefined }) {
  return (
    <p className="reading">
      {t(
        'Firefox opens no folder to an extension, so Keyway cannot write into a project’s files here. Copy the key instead.',
      )}
    </p>
  )
}
