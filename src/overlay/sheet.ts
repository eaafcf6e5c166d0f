/** The overlay's style as a constructed sheet: the page's content security policy has no say in it. */
import css from './overlay.css?inline'

export function sheet(): CSSStyleSheet {
  const made = new CSSStyleSheet()
  made.replaceSync(css)
  return made
}
