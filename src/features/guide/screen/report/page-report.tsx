/** “This page looks different”: a report on the page, shown whole before it is saved or copied. Nothing is sent. */
import { useEffect, useState } from 'react'
import { t } from '../../../../i18n/t.ts'
import { useAction } from '../../../../ui/action.ts'
import { FailureNotice } from '../../../../ui/notice.tsx'
import { Button } from '../../../../ui/pieces/button.tsx'
import { saveFile } from '../../../../ui/save-file.ts'
import { useSession } from '../../../../ui/use-session.ts'
import type { TourView } from '../../core/tour.ts'
import { makeReport } from './make-report.ts'

/** A press on the card opens the panel, which may take its time. */
const freshFor = 30_000

export function PageReport({ view }: { view: TourView }) {
  const [report, setReport] = useState('')
  const [said, setSaid] = useState('')
  const making = useAction(
    () => makeReport(view),
    ({ text }) => setReport(text),
  )
  const { run } = making
  const asked = useSession('reportAsked') ?? 0
  useEffect(() => {
    if (Date.now() - asked < freshFor) void run()
  }, [asked, run])
  const copy = async () => {
    const ok = await navigator.clipboard.writeText(report).then(
      () => true,
      () => false,
    )
    setSaid(ok ? t('Copied.') : t('The browser did not allow it: mark the text and copy it.'))
  }
  return (
    <section className="stack tight" data-keyway="page-report">
      <div>
        <Button className="link small" isBusy={making.busy} onPress={making.run}>
          {t('This page looks different')}
        </Button>
      </div>
      <FailureNotice failure={making.failure} />
      {report && (
        <div className="panel-box stack tight">
          <p className="small">
            {t(
              'This report shows how the page is built. It holds only words that Keyway’s guides know; all others are blocks. It is not sent: read it, then save or copy it.',
            )}
          </p>
          <pre className="code">{report}</pre>
          <div className="cluster">
            <Button onPress={copy}>{t('Copy the report')}</Button>
            <Button onPress={() => saveFile(`keyway-report-${view.guide}.txt`, report)}>
              {t('Save as a file')}
            </Button>
            <Button className="button plain" onPress={() => setReport('')}>
              {t('Throw it away')}
            </Button>
            <span className="small quiet" role="status">
              {said}
            </span>
          </div>
        </div>
      )}
    </section>
  )
}
