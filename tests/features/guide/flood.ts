/** Makes a page too much to look at. Runs in the page, so it stands alone. */

/** @param letters as one text */
export function flood({ dialogs, letters }: { dialogs: number; letters: number }): void {
  const some = document.createElement('section')
  for (let count = 0; count < dialogs; count++) {
    const dialog = document.createElement('div')
    dialog.setAttribute('role', 'dialog')
    dialog.setAttribute('aria-label', `Create new secret key ${count}`)
    dialog.append(Object.assign(document.createElement('button'), { textContent: 'Create secret key' }))
    some.append(dialog)
  }
  const text = document.createElement('p')
  text.textContent = 'no end of words '.repeat(Math.ceil(letters / 16)).slice(0, letters)
  text.style.cssText = 'block-size:40px;overflow:hidden;content-visibility:hidden'
  some.append(text)
  document.body.append(some)
}
