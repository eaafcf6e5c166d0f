/** Is the page light or dark? By what it paints, then by what it declares, then by what the person prefers. */

export function pageTheme(): 'light' | 'dark' {
  for (const element of [document.body, document.documentElement]) {
    if (!element) continue
    const style = getComputedStyle(element)
    const shade = lightness(style.backgroundColor)
    if (shade !== undefined) return shade < 0.5 ? 'dark' : 'light'
    if (/^(only )?dark$/.test(style.colorScheme)) return 'dark'
    if (/^(only )?light$/.test(style.colorScheme)) return 'light'
  }
  return matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'
}

/** 0 to 1; undefined for a colour that is not painted or not written as rgb. */
function lightness(colour: string): number | undefined {
  const [red = 0, green = 0, blue = 0, alpha = 1] = (colour.match(/^rgba?\((.*)\)$/)?.[1] ?? '')
    .split(/[ ,/]+/)
    .map(Number)
  if (!colour.startsWith('rgb') || alpha < 0.5) return undefined
  return (0.299 * red + 0.587 * green + 0.114 * blue) / 255
}
