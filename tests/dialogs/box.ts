/** What every dialog of the lab shows: a key in a field, and a button. */
const markup =
  '<p>This key is shown only once.</p><input id="field" value="a key" aria-label="Key"><button type="button">Copy</button>'
export const box =
  'position:fixed;left:60px;top:60px;width:380px;background:#fff;color:#000;padding:24px;margin:0'

export function add(html: string): HTMLElement {
  const holder = document.createElement('div')
  holder.innerHTML = html
  document.body.append(holder)
  return holder.firstElementChild as HTMLElement
}

export const content = `<div id="inside">${markup}</div>`
/** Scoped down from the libraries’ own style sheets: shown while open, a backdrop over the page. */
export const style = (css: string) => add(`<style>${css}</style>`)
