/** The settings that protect, and the limits of each: the same for what a screen asks, and for what is read back from storage. */
import { defaultSettings, type ProtectedSettings } from './storage-keys.ts'

/** Least and most, in the unit of the name. */
export const settingBounds = {
  lockAfterMinutes: [1, 24 * 60],
  clearAfterSeconds: [10, 120],
  checkEveryMinutes: [0, 7 * 24 * 60],
} as const

/** The usual value of each, for a vault that has none. */
export const usualSettings: ProtectedSettings = {
  lockAfterMinutes: defaultSettings.lockAfterMinutes,
  clearAfterSeconds: defaultSettings.clearAfterSeconds,
  checkEveryMinutes: defaultSettings.checkEveryMinutes,
  watchWhileLocked: false,
}

/** Reads stored settings. A value outside of its limits is replaced by the usual one. `isWithin`: no value was outside. */
export function readProtectedSettings(stored: Readonly<Record<string, unknown>>): {
  settings: ProtectedSettings
  isWithin: boolean
} {
  const settings = { ...usualSettings }
  let isWithin = true
  for (const name of Object.keys(settingBounds) as (keyof typeof settingBounds)[]) {
    const [value, [least, most]] = [stored[name], settingBounds[name]]
    if (Number.isInteger(value) && Number(value) >= least && Number(value) <= most)
      settings[name] = Number(value)
    else isWithin &&= value === undefined
  }
  for (const name of ['watchWhileLocked', 'watchFromStart'] as const)
    if (typeof stored[name] === 'boolean') settings[name] = stored[name]
    else isWithin &&= stored[name] === undefined
  // Without checks while locked there are none before the first unlock either.
  if (!settings.watchWhileLocked) delete settings.watchFromStart
  return { settings, isWithin }
}

export const isProtectedSetting = (name: string): boolean => name in usualSettings
