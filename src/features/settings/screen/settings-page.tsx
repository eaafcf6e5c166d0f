/** The plain settings. */

import { plural, t } from '../../../i18n/t.ts'
import { send } from '../../../platform/send.ts'
import { FailureNotice } from '../../../ui/notice.tsx'
import { Title } from '../../../ui/title.tsx'
import { useProven } from '../../lock/screen/proof.tsx'
import { SetByOrganization } from '../../policy/screen/set-by-organization.tsx'
import { usePolicy } from '../../policy/screen/use-policy.ts'
import { useSettings, useSettingsChange } from './use-settings.ts'

const lockTimes = [1, 5, 15, 30, 60, 240]
const clearTimes = [10, 20, 30, 60, 120]
const checkTimes: [number, string][] = [
  [0, t('Never by itself')],
  [15, t('Every 15 minutes')],
  [60, t('Every hour')],
  [360, t('Every 6 hours')],
  [1440, t('Every day')],
  [10080, t('Every week')],
]

export default function SettingsPage(_: { rest: string[] }) {
  const settings = useSettings()
  const { change, failure } = useSettingsChange()
  const { clearClipboardSecondsAtMost: seconds } = usePolicy()
  return (
    <>
      <Title>{t('Settings')}</Title>
      <div className="stack loose narrow">
        <LockAfter minutes={settings.lockAfterMinutes} />
        <label className="field">
          <span>{t('Clear a copied key from the clipboard after')}</span>
          <select
            value={settings.clearAfterSeconds}
            onChange={event => change({ clearAfterSeconds: Number(event.currentTarget.value) })}
          >
            {upTo(seconds, clearTimes).map(each => (
              <option key={each} value={each}>
                {plural({ one: '1 second', other: '{count} seconds' }, each)}
              </option>
            ))}
          </select>
          {seconds !== undefined && (
            <SetByOrganization>
              {plural({ one: '1 second at most', other: '{count} seconds at most' }, seconds)}
            </SetByOrganization>
          )}
          <span className="hint">
            {t('Windows and some programs keep a history of the clipboard that no extension can empty.')}
          </span>
        </label>
        <label className="field">
          <span>{t('Check keys')}</span>
          <select
            value={settings.checkEveryMinutes}
            onChange={event => change({ checkEveryMinutes: Number(event.currentTarget.value) })}
          >
            {checkTimes.map(([minutes, words]) => (
              <option key={minutes} value={minutes}>
                {words}
              </option>
            ))}
          </select>
          <span className="hint">{t('A check costs nothing. A single key can have its own rhythm.')}</span>
        </label>
        <label className="choice">
          <input
            type="checkbox"
            checked={!settings.siteOff}
            onChange={event => change({ siteOff: !event.currentTarget.checked })}
          />
          <span>
            <strong>{t("Draw on OpenAI's pages")}</strong>
            <br />
            <span className="quiet">{t('Off: guides stay in the side panel and in words.')}</span>
          </span>
        </label>
        <label className="choice">
          <input
            type="checkbox"
            checked={!settings.offerDeclined}
            onChange={event => change({ offerDeclined: !event.currentTarget.checked })}
          />
          <span>
            <strong>{t('Offer a guide on the keys page')}</strong>
            <br />
            <span className="quiet">{t('A small pill, once per visit.')}</span>
          </span>
        </label>
        <FailureNotice failure={failure} />
        <p>
          <a href="#policy">{t('Limits of your organization')}</a>
        </p>
      </div>
    </>
  )
}

/** Those that are allowed, and the limit itself. */
const upTo = (most: number | undefined, times: readonly number[]): readonly number[] =>
  most === undefined
    ? times
    : [...new Set([...times.filter(time => time <= most), most])].sort((a, b) => a - b)

/** Longer only with a fresh proof: whoever finds the computer open must not keep it so. */
function LockAfter({ minutes }: { minutes: number }) {
  const { lockAfterMinutesAtMost: most } = usePolicy()
  const change = useProven(
    (lockAfterMinutes: number) => send('screen.settings', { patch: { lockAfterMinutes } }),
    () => undefined,
    t('The vault would stay open for longer.'),
  )
  return (
    <>
      <label className="field">
        <span>{t('Lock the vault after')}</span>
        <select value={minutes} onChange={event => void change.run(Number(event.currentTarget.value))}>
          {upTo(most, lockTimes).map(each => (
            <option key={each} value={each}>
              {each % 60 > 0
                ? t('{minutes} min without use', { minutes: each })
                : t('{hours} h without use', { hours: each / 60 })}
            </option>
          ))}
        </select>
        {most !== undefined && (
          <SetByOrganization>
            {plural({ one: '1 minute at most', other: '{count} minutes at most' }, most)}
          </SetByOrganization>
        )}
        <span className="hint">{t('It also locks with the computer and when the browser closes.')}</span>
      </label>
      {change.dialog}
      <FailureNotice failure={change.failure} />
    </>
  )
}
