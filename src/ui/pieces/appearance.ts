/** Light or dark as the person chose, on every screen of Keyway: kept where a page can read it before it paints. */
import { useSyncExternalStore } from 'react'

export const themes = ['system', 'light', 'dark'] as const
export type Theme = (typeof themes)[number]

const place = 'theme'
const listeners = new Set<() => void>()

function chosenTheme(): Theme {
  const kept = localStorage.getItem(place)
  return themes.find(theme => theme === kept) ?? 'system'
}

/** Every open screen follows. */
export function chooseTheme(theme: Theme): void {
  localStorage.setItem(place, theme)
  apply()
}

/** Shows the chosen one now, and whenever it is changed on another screen. */
export function followTheme(): void {
  apply()
  addEventListener('storage', event => event.key === place && apply())
}

export function useTheme(): Theme {
  return useSyncExternalStore(listener => {
    listeners.add(listener)
    return () => listeners.delete(listener)
  }, chosenTheme)
}

/** Colours are `light-dark()`: the scheme decides, and without one of its own the system's. */
function apply(): void {
  const theme = chosenTheme()
  document.documentElement.style.colorScheme = theme === 'system' ? '' : theme
  for (const listener of listeners) listener()
}
