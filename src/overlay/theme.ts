/** Is the page light or dark? By what it paints, then by what it declares, then by what the person prefers. */
import { colourOf } from './colour.ts'

export function pageTheme(): 'light' | 'dark' {
  for (const element of [document.body, document.documentElement]) {
    if (!element) continue
    const { backgroundColor, colorScheme } = getComputedStyle(element)
    const [red, green, blue, alpha] = colourOf(backgroundColor)
    if (alpha >= 0.5) return 0.299 * red + 0.587 * green + 0.114 * blue < 127.5 ? 'dark' : 'light'
    const [, declared] = /^(?:only )?(dark|light)$/.exec(colorScheme) ?? []
    if (declared) return declared as 'light' | 'dark'
  }
  return matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'
}
