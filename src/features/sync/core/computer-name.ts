/** What this computer is called among the others, until the person says it. Pure. */
import { t } from '../../../i18n/t.ts'
import { moment } from '../../../i18n/time.ts'

/** As many letters as a file of sync holds. */
export const mostInName = 60

const browsers: [RegExp, string][] = [
  [/Firefox\//, 'Firefox'],
  [/Edg\//, 'Edge'],
  [/OPR\//, 'Opera'],
  [/Chrome\//, 'Chrome'],
]
const systems: [RegExp, string][] = [
  [/Windows/, 'Windows'],
  [/Mac OS/, 'macOS'],
  [/CrOS/, 'ChromeOS'],
  [/Linux|X11/, 'Linux'],
]

/**
 * A name that another computer of this person seldom has by itself: “Chrome on Windows, Nov 23, 2026, 9:12 PM”.
 * @param agent what the browser says of itself
 */
export function suggestedName(agent: string, now: number): string {
  const said = (all: [RegExp, string][]) => all.find(([pattern]) => pattern.test(agent))?.[1]
  const [browser, system, time] = [said(browsers), said(systems), moment(now)]
  const name =
    browser && system
      ? t('{browser} on {system}, {time}', { browser, system, time })
      : t('My computer, {time}', { time })
  return name.slice(0, mostInName)
}
