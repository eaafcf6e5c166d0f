/** The overlay's style as a text. The build writes it into the package; the script in the page does not hold it. */
import css from './overlay.css?inline'

/**
 * Writes each custom property's value where it is used, and leaves none. A page can register any custom property's name for the whole
 * document, closed roots included, with a syntax that Keyway’s value does not match: then every colour of the card would be lost.
 *
 * @param css custom properties are declared once each, before they are used.
 */
export function withoutCustomProperties(css: string): string {
  const values = new Map<string, string>()
  const rest = css.replace(/(?<![\w-])(--[\w-]+)\s*:\s*([^;}]+);?/g, (_, name: string, value: string) => {
    values.set(name, value)
    return ''
  })
  return rest.replace(/var\(\s*(--[\w-]+)\s*\)/g, (_, name: string) => {
    const value = values.get(name)
    if (value === undefined) throw new Error(`The overlay’s style uses ${name}, which it does not declare.`)
    return value
  })
}

export const style = withoutCustomProperties(css)
