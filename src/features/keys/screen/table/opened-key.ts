/** The key whose page was open last: the way back to the table puts the keyboard on its row. */
let opened: string | undefined

export function noteOpened(id: string): void {
  opened = id
}

/** Readable once: a table that is opened in another way starts at its top. */
export function takeOpened(): string | undefined {
  const id = opened
  opened = undefined
  return id
}
