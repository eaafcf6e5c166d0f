/** The script that the panel puts into the platform's page when the person asks for a report on it. It does nothing by itself. */
import { offerReportScript } from '../../features/guide/page/report-script.ts'

offerReportScript()
