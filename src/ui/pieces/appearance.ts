/** Light or dark, and how tall rows are, as the person chose: kept where a page can read it before it paints. */
import { outside } from './outside.ts'

export const themes = ['system', 'light', 'dark'] as const
export type Theme = (typeof themes)[number]

const place = 'theme'
const rowsPlace = 'rows'
const appearance = outside()

function chosenTheme(): Theme {
  const kept = localStorage.getItem(place)
  return themes.find(theme => theme === kept) ?? 'system'
}

/** With the number of its form; another word than those of today counts as the usual. Every open screen follows. */
function keep(name: string, word: string): void {
  localStorage.setItem(name, word)
  localStorage.setItem('version', '1')
  apply()
}

export const chooseTheme = (theme: Theme): void => keep(place, theme)

/** Shows the chosen one now, and whenever it is changed on another screen. */
export function followTheme(): void {
  apply()
  addEventListener('storage', event => (event.key === place || event.key === rowsPlace) && apply())
}

export function useTheme(): Theme {
  return appearance.use(chosenTheme)
}

const hasCompactRows = (): boolean => localStorage.getItem(rowsPlace) === 'compact'

/** Rows of 32 px in the tables of keys instead of 40. */
export const chooseCompactRows = (isCompact: boolean): void =>
  keep(rowsPlace, isCompact ? 'compact' : 'usual')

export function useCompactRows(): boolean {
  return appearance.use(hasCompactRows)
}

/** Colours are `light-dark()`: the scheme decides, and without one of its own the system's. */
function apply(): void {
  const theme = chosenTheme()
  document.documentElement.style.colorScheme = theme === 'system' ? '' : theme
  appearance.tell()
}
