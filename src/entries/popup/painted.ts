/** Settles once the page has drawn a frame; a page that is not seen draws none, and is not waited for. */
export const painted = (): Promise<void> =>
  new Promise(done => {
    requestAnimationFrame(() => setTimeout(done))
    setTimeout(done, 50)
  })
