/**
 * A site drawn from what a guide itself says of it: each page with the things that its steps point at, each dialog with its fields, and
 * a delay before whatever a press brings. Keeps book of what was really opened and sent, so that a guide's claims can be held to it.
 */
import { linkTo, pageOf, pages, platform } from '../../../src/features/guide/core/platform-pages.ts'
import type { Guide, Target } from '../../../src/guides/guide.ts'

/** What stands beside it on every page: some of it is called like parts of a form. */
const beside = `<nav><button>Personal</button><a href="/api-keys">API keys</a><input aria-label="Search"></nav>
  <ul><li><button>Default project</button> <button>Edit</button></li><li><button>Create project</button></li></ul>`
const addresses = {
  'project-limits': '/settings/proj_1/limits',
} as Record<string, string>

const addressOf = (page: string): string =>
  `https://platform.openai.com${addresses[page] ?? linkTo(page as keyof typeof pages)?.url.slice(platform.length) ?? '/home'}`

const kindsOf = (target: Target | undefined) => [target?.is ?? []].flat()
export const dialogOf = (target: Target | undefined): string | undefined =>
  kindsOf(target).find(({ within }) => within?.dialog)?.within?.dialog?.[0]

const sectionOf = (target: Target | undefined): string | undefined =>
  kindsOf(target).find(({ within }) => within?.section)?.within?.section?.[0]

/** Ways in which sites draw a row of levels, each under the row's name. */
const rowKinds = ['radio', 'pressed', 'menu', 'unlike'] as const
type RowKind = (typeof rowKinds)[number]

function drawnRow(name: string, target: Target, section: string, kind: RowKind): string {
  const [{ names = [] } = {}] = kindsOf(target)
  const mark = `data-target="${name}"`
  const level = names[0] ?? name
  const drawings: Record<RowKind, string> = {
    radio: `<label><input type="radio" name="${section}" checked> None</label>
      <label><input type="radio" name="${section}" ${mark}> ${level}</label>`,
    pressed: `<button aria-pressed="true">None</button><button aria-pressed="false" ${mark}>${level}</button>`,
    menu: `<select aria-label="${section}" ${mark}><option>None</option><option>${level}</option></select>`,
    // Nothing that the guide describes: the person is told to look, does it, and says so.
    unlike: `<span>${level}</span>`,
  }
  return `<div role="group" aria-label="${section}">${drawings[kind]}</div>`
}

function drawn(name: string, target: Target): string {
  const [{ role = 'button', names = [], labels = [] } = {}] = kindsOf(target)
  const words = labels[0] ?? names[0] ?? name
  const mark = `data-target="${name}"`
  if (/textbox|spinbutton/.test(role)) return `<label>${words} <input ${mark}></label>`
  if (role === 'radio') return `<label><input type="radio" name="group" ${mark}> ${words}</label>`
  if (/switch|checkbox/.test(role)) return `<label><input type="checkbox" ${mark}> ${words}</label>`
  return `<button ${mark}>${names[0] ?? words}</button>`
}

export type Site = ReturnType<typeof createSite>

/**
 * @param wait milliseconds until the site has done what a press asks for
 * @param chance from 0 to 1: how this site draws what others draw differently
 */
export function createSite(guide: Guide, wait: () => number, chance: () => number) {
  const opened = new Set<string>()
  const sent = new Set<string>()
  const targets = Object.entries(guide.targets)
  /** Dialogs that a step opens, by the target that it presses. */
  const openers = new Map(
    guide.steps.flatMap(({ target, done }) => {
      const names = JSON.stringify(done).match(/"dialog":\["([^"]+)"/)
      return target !== undefined && names?.[1] !== undefined ? [[target, names[1]] as const] : []
    }),
  )
  let open: string | undefined
  let isKeyShown = false
  const kinds = new Map(
    targets.map(([name]) => [name, rowKinds[Math.floor(chance() * rowKinds.length)] ?? 'radio']),
  )

  let changed = performance.now()
  const main = () => document.querySelector('main') as Element
  const later = (then: () => void) =>
    setTimeout(() => {
      then()
      changed = performance.now()
    }, wait())

  function go(page: string): void {
    open = undefined
    isKeyShown = false
    changed = performance.now()
    ;(window as unknown as { happyDOM: { setURL(url: string): void } }).happyDOM.setURL(addressOf(page))
    const here = guide.steps.filter(step => step.page?.some(one => one === pageOf(location.href)))
    const parts = here
      .map(({ target }) => target)
      .filter((name, at, all) => name !== undefined && all.indexOf(name) === at)
      .map(name => [name, guide.targets[name as string]] as const)
      .filter(([, target]) => target && dialogOf(target) === undefined)
    document.body.innerHTML = `${beside}<main><h1>${pages[page as keyof typeof pages]?.headings[0] ?? ''}</h1>${parts
      .map(([name, target]) => drawn(name as string, target as Target))
      .join('')}</main>`
  }

  function show(dialog: string): void {
    open = dialog
    opened.add(dialog)
    const parts = targets.filter(([, target]) => dialogOf(target) === dialog && !sectionOf(target))
    const fields = parts.sort(([, one], [, other]) => orderOf(one) - orderOf(other))
    main().insertAdjacentHTML(
      'beforeend',
      `<div role="dialog"><h2>${dialog}</h2>${fields.map(([name, target]) => drawn(name, target)).join('')}<button>Cancel</button></div>`,
    )
  }

  /** The rows of what is restricted, which come and go with what is chosen above them. */
  function chose(name: string): void {
    if (open === undefined || !['restricted', 'all', 'readOnly'].includes(name)) return
    later(() => {
      for (const row of document.querySelectorAll('[role=dialog] [role=group]')) row.remove()
      if (name !== 'restricted') return
      const rows = targets.flatMap(([name, target]) => {
        const section = dialogOf(target) === open ? sectionOf(target) : undefined
        return section ? [drawnRow(name, target, section, kinds.get(name) ?? 'radio')] : []
      })
      const submit = document.querySelector('[role=dialog] button')
      submit?.insertAdjacentHTML('beforebegin', rows.join(''))
    })
  }

  function close(): void {
    document.querySelector('[role=dialog]')?.remove()
    open = undefined
    isKeyShown = false
  }

  /** Fields first, the button that sends them last. */
  const orderOf = (target: Target): number => (kindsOf(target)[0]?.role === 'button' ? 1 : 0)

  /** What the press on it brings. */
  function pressed(name: string): void {
    const dialog = openers.get(name)
    const own = dialogOf(guide.targets[name])
    if (sectionOf(guide.targets[name])) {
      for (const level of document.querySelectorAll(
        `[aria-label="${sectionOf(guide.targets[name])}"] button`,
      ))
        level.setAttribute('aria-pressed', String(level.getAttribute('data-target') === name))
      changed = performance.now()
    } else if (dialog !== undefined && own === undefined) later(() => open ?? show(dialog))
    else if (own !== undefined && own === open && orderOf(guide.targets[name] as Target) === 1) {
      sent.add(own)
      later(() => {
        close()
        if (own === 'Create new secret key') showKey()
        else main().insertAdjacentHTML('beforeend', '<p>Practice-Walk <button>Open it</button></p>')
      })
    }
  }

  function showKey(): void {
    isKeyShown = true
    main().insertAdjacentHTML(
      'beforeend',
      '<div role="dialog"><h2>Save your key</h2><input id="key" readonly value="a key"><button data-target="close" id="close">Done</button></div>',
    )
  }

  return {
    opened,
    sent,
    go,
    pressed,
    chose,
    changedAt: () => changed,
    shownKey: () =>
      isKeyShown ? { element: document.getElementById('key') as Element, tail: 'Ab12' } : null,
    isOpen: (dialog: string) => open === dialog,
  }
}
