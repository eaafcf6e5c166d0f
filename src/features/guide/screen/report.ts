/**
 * A report on a thing that a guide could not find, to be copied and sent by the person: from the guide's own data and from the
 * form of the thing alone. Nothing that the page says goes into it: no name, text, address, id or class. Pure.
 */
import type { Guide } from '../../../guides/guide.ts'
import type { Description } from '../../../locator/description.ts'
import type { TargetState } from '../core/tour.ts'

export type Reported = {
  guide: Pick<Guide, 'id' | 'checked' | 'targets'>
  target: string
  /** What *Show me* kept of it. */
  shown?: Description | undefined
  /** How the step stands now, when it is the one in front. */
  state?: TargetState | undefined
  /** Keyway's and the browser's. */
  version: string
  browser: string
}

/** Words of HTML and ARIA; anything else could be the page's own. */
const form = (text: string | undefined): string | undefined =>
  text !== undefined && /^[a-z]{1,20}$/.test(text) ? text : undefined

export function reportOn({ guide, target, shown, state, version, browser }: Reported): string {
  const looked = [guide.targets[target]?.is ?? []].flat()
  const lines = [
    'A guide of Keyway does not find something on platform.openai.com.',
    `Keyway ${version}, Chrome ${/Chrome\/(\d+)/.exec(browser)?.[1] ?? 'of unknown version'}.`,
    `Guide “${guide.id}” (words of ${guide.checked}), target “${target}”${state ? `, now: ${state}` : ''}.`,
    ...looked.map(
      one =>
        `Looked for: ${one.role ?? 'anything'} ${(one.names ?? []).map(name => `“${name}”`).join(', ')}`.trim() +
        '.',
    ),
  ]
  if (shown) lines.push(`A person pointed at: ${formOf(shown)}.`)
  lines.push('What it says now, if you want to tell (no key, no name, no e-mail): ')
  return lines.join('\n')
}

function formOf({ role, type, within, seen, names, href }: Description): string {
  // Tags and numbers; an element with a name of the page's own making says no more than that it is one.
  const path = seen?.path.split('/').map(part => (/^([a-z]{1,10}|h[1-6])\d{0,3}$/.test(part) ? part : '…'))
  return [
    form(role) ?? 'something without a role',
    seen && form(seen.tag) && `<${seen.tag}>`,
    form(type) && `of type ${type}`,
    names?.length ? 'with a name' : 'without a name',
    href !== undefined && 'with an address',
    form(within?.landmark) && `in ${within?.landmark}`,
    within?.dialog ? 'in a dialog' : 'in no dialog',
    path && path.length > 0 && `at ${path.join('/')}`,
  ]
    .filter(Boolean)
    .join(', ')
}
