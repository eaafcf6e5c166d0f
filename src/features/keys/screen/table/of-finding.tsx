/** The table as the check-up opens it: the keys of one finding, with what is to be done about all of them. */
import { useMemo } from 'react'
import { t } from '../../../../i18n/t.ts'
import { Notice } from '../../../../ui/notice.tsx'
import { Button } from '../../../../ui/pieces/button.tsx'
import { useSession } from '../../../../ui/use-session.ts'
import { checkUp, type Finding } from '../../../health/core/checkup.ts'
import { useRows } from '../../../policy/screen/use-rows.ts'

/** @returns undefined when there is no such finding, or no key has it any more */
export function useFinding(id: string): Finding | undefined {
  const vault = useSession('vault')
  const rows = useRows()
  return useMemo(
    () =>
      id !== '' && vault
        ? checkUp(vault, rows, Date.now()).find(one => one.id === id && one.keys.length > 0)
        : undefined,
    [id, vault, rows],
  )
}

export function OfFinding({ finding, onOver }: { finding: Finding; onOver: () => void }) {
  return (
    <Notice
      action={
        <span className="cluster">
          <a className="button" href="#checkup">
            {t('Back to the check-up')}
          </a>
          <Button className="button plain" onPress={onOver}>
            {t('Show all keys')}
          </Button>
        </span>
      }
    >
      <strong>{finding.title}.</strong> {finding.fix} {t('Select keys to change several at once.')}
    </Notice>
  )
}
