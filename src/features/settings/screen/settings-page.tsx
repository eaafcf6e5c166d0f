/** The plain settings, in groups. */
import { type ReactNode, useId } from 'react'
import { rich } from '../../../i18n/rich.tsx'
import { plural, t } from '../../../i18n/t.ts'
import { send } from '../../../platform/send.ts'
import { FailureNotice } from '../../../ui/notice.tsx'
import { chooseTheme, type Theme, themes, useTheme } from '../../../ui/pieces/appearance.ts'
import { Choice } from '../../../ui/pieces/choice.tsx'
import { SelectField } from '../../../ui/pieces/select-field.tsx'
import { Title } from '../../../ui/title.tsx'
import { checkTimes, neverChecked } from '../../health/screen/check-choices.ts'
import { useProven } from '../../lock/screen/proof.tsx'
import { SetByOrganization } from '../../policy/screen/set-by-organization.tsx'
import { usePolicy } from '../../policy/screen/use-policy.ts'
import { useSettings, useSettingsChange } from './use-settings.ts'

const lockTimes = [1, 5, 15, 30, 60, 240]
const clearTimes = [10, 20, 30, 60, 120]

const themeNames: Record<Theme, string> = {
  system: t('As the system'),
  light: t('Light'),
  dark: t('Dark'),
}

const elsewhere = [
  { href: '#backup', name: t('Backup and import'), note: t('Save your keys in a file, or bring keys in.') },
  { href: '#sync', name: t('Sync'), note: t('The same keys on your other computers.') },
  {
    href: '#policy',
    name: t('Limits of your organization'),
    note: t('What the policy of your organization sets.'),
  },
  { href: '#about', name: t('About Keyway'), note: t('The version, and whose work it is built with.') },
]

export default function SettingsPage(_: { rest: string[] }) {
  const settings = useSettings()
  const { change, failure } = useSettingsChange()
  const theme = useTheme()
  const { clearClipboardSecondsAtMost: seconds } = usePolicy()
  return (
    <>
      <Title>{t('Settings')}</Title>
      <div className="stack loose narrow">
        <Group name={t('Unlocking')}>
          <LockAfter minutes={settings.lockAfterMinutes} />
          <p className="small">
            <a href="#security">{t('Passphrase, passkeys and recovery code')}</a>
          </p>
        </Group>
        <Group name={t('Copied keys')}>
          <SelectField
            label={t('Clear a copied key from the clipboard after')}
            value={settings.clearAfterSeconds}
            options={upTo(seconds, clearTimes).map(each => [
              each,
              plural({ one: '1 second', other: '{count} seconds' }, each),
            ])}
            onChoose={clearAfterSeconds => change({ clearAfterSeconds })}
            limit={
              seconds !== undefined && (
                <SetByOrganization>
                  {plural({ one: '1 second at most', other: '{count} seconds at most' }, seconds)}
                </SetByOrganization>
              )
            }
            hint={t('Windows and some programs keep a history of the clipboard that no extension can empty.')}
          />
        </Group>
        <Group name={t('Checks')}>
          <SelectField
            label={t('Check keys')}
            value={settings.checkEveryMinutes}
            options={[neverChecked, ...checkTimes]}
            onChoose={checkEveryMinutes => change({ checkEveryMinutes })}
            hint={t('A check costs nothing. A key can have an interval of its own.')}
          />
        </Group>
        <Group name={t('On OpenAI’s pages')}>
          <Choice
            name={t('Show guides on OpenAI’s pages')}
            note={t('When off, guides show in the side panel only.')}
            isChosen={!settings.siteOff}
            onChoose={isOn => change({ siteOff: !isOn })}
          />
          <Choice
            name={t('Offer a guide on the keys page')}
            note={t('A small button, once per visit.')}
            isChosen={!settings.offerDeclined}
            onChoose={isOn => change({ offerDeclined: !isOn })}
          />
        </Group>
        <Group name={t('Appearance')}>
          <SelectField
            label={t('Colors')}
            value={theme}
            options={themes.map(each => [each, themeNames[each]])}
            onChoose={chooseTheme}
          />
        </Group>
        <FailureNotice failure={failure} />
        <ul className="rows-list">
          {elsewhere.map(({ href, name, note }) => (
            <li key={href} className="list-line">
              <div className="line-words">
                <span className="line-title">
                  <a href={href}>{name}</a>
                </span>
                <span className="small quiet">{note}</span>
              </div>
            </li>
          ))}
        </ul>
        <Group name={t('Delete everything')}>
          <p>
            {t(
              'Remove Keyway from the browser: what it stored here is deleted. Backups and project files stay. Your keys keep working until you revoke them at their providers.',
            )}
          </p>
          <p className="small quiet">
            {rich(t('If you sync, press “Stop syncing here” under {sync} first.'), {
              sync: <a href="#sync">{t('Sync')}</a>,
            })}
          </p>
        </Group>
      </div>
    </>
  )
}

function Group({ name, children }: { name: string; children: ReactNode }) {
  const id = useId()
  return (
    <section className="panel-box stack" aria-labelledby={id}>
      <h2 id={id}>{name}</h2>
      {children}
    </section>
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
      <SelectField
        label={t('Lock the vault after')}
        value={minutes}
        options={upTo(most, lockTimes).map(each => [
          each,
          each % 60 > 0
            ? t('{minutes} min without use', { minutes: each })
            : t('{hours} h without use', { hours: each / 60 }),
        ])}
        onChoose={each => void change.run(each)}
        limit={
          most !== undefined && (
            <SetByOrganization>
              {plural({ one: '1 minute at most', other: '{count} minutes at most' }, most)}
            </SetByOrganization>
          )
        }
        hint={t('It also locks with the computer and when the browser closes.')}
      />
      {change.dialog}
      <FailureNotice failure={change.failure} />
    </>
  )
}
