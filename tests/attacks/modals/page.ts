/** Entry of the page's own script: opens one dialog by name. */
import { openPlain, plainNames } from './plain.ts'
import { openReact, reactNames } from './react.tsx'

export const names = [...reactNames, ...plainNames]

export function open(name: string): void {
  if (reactNames.includes(name)) openReact(name)
  else openPlain(name)
}
