/** Says in its place that the checks began; each result then shows in its row. */
import { useTestAll } from '../../features/health/screen/testing/use-test-all.ts'
import { t } from '../../i18n/t.ts'
import { Button } from '../../ui/pieces/button.tsx'

export function TestAll() {
  const all = useTestAll()
  return (
    <>
      <Button className="link small" aria-keyshortcuts="a" isBusy={all.busy} onPress={all.run}>
        {t('Test all')}
      </Button>
      <span className="visually-hidden" role="status">
        {all.failure?.message ?? all.says}
      </span>
    </>
  )
}
