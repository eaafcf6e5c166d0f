/** What a person or a file says of another service, and whether it may be kept: it becomes a link, and a name in a shell. Pure. */

/** A page that a link may lead to. */
export const isWebPage = (text: string): boolean => /^https:\/\/[^\s@]+$/.test(text) && URL.canParse(text)

/** A shell and a program can read a variable of this name. */
export const isVariableName = (name: string): boolean => /^[A-Za-z_]\w*$/.test(name)
