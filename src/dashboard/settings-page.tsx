/** The plain settings. */
import { useSettings } from '../ui/settings.ts'
import { Title } from '../ui/title.tsx'

const lockTimes = [1, 5, 15, 30, 60, 240]
const clearTimes = [10, 20, 30, 60, 120]
const checkTimes: [number, string][] = [
  [0, 'Never by itself'],
  [15, 'Every 15 minutes'],
  [60, 'Every hour'],
  [360, 'Every 6 hours'],
  [1440, 'Every day'],
  [10080, 'Every week'],
]

export default function SettingsPage(_: { rest: string[] }) {
  const [settings, change] = useSettings()
  return (
    <>
      <Title>Settings</Title>
      <div className="stack loose narrow">
        <label className="field">
          <span>Lock the vault after</span>
          <select
            value={settings.lockAfterMinutes}
            onChange={event => change({ lockAfterMinutes: Number(event.currentTarget.value) })}
          >
            {lockTimes.map(minutes => (
              <option key={minutes} value={minutes}>
                {minutes < 60 ? `${minutes} min` : `${minutes / 60} h`} without use
              </option>
            ))}
          </select>
          <span className="hint">It also locks with the computer and when the browser closes.</span>
        </label>
        <label className="field">
          <span>Clear a copied key from the clipboard after</span>
          <select
            value={settings.clearAfterSeconds}
            onChange={event => change({ clearAfterSeconds: Number(event.currentTarget.value) })}
          >
            {clearTimes.map(seconds => (
              <option key={seconds} value={seconds}>
                {seconds} seconds
              </option>
            ))}
          </select>
          <span className="hint">
            Windows and some programs keep a history of the clipboard that no extension can empty.
          </span>
        </label>
        <label className="field">
          <span>Check keys</span>
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
          <span className="hint">A check costs nothing. A single key can have its own rhythm.</span>
        </label>
        <label className="choice">
          <input
            type="checkbox"
            checked={!settings.siteOff}
            onChange={event => change({ siteOff: !event.currentTarget.checked })}
          />
          <span>
            <strong>Draw on OpenAI's pages</strong>
            <br />
            <span className="quiet">Off: guides stay in the side panel and in words.</span>
          </span>
        </label>
        <label className="choice">
          <input
            type="checkbox"
            checked={!settings.offerDeclined}
            onChange={event => change({ offerDeclined: !event.currentTarget.checked })}
          />
          <span>
            <strong>Offer a guide on the keys page</strong>
            <br />
            <span className="quiet">A small pill, once per visit.</span>
          </span>
        </label>
      </div>
    </>
  )
}
