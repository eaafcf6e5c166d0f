/** Puts the page together and keeps it up to date. */
import { endingLayer } from './ending.js'
import { keysLayer, keysMain } from './keys.js'
import { h, nodes, onMount, slot, state, tell, ui } from './kit.js'
import { judge } from './marks.js'
import { billingLayer, billingMain, limitsLayer, limitsMain } from './money.js'
import { projectsLayer, projectsMain, securityLayer, securityMain, usageMain, verifyMain } from './others.js'
import { plan } from './plan.js'
import { around, besideLayer, besideMain, isAway, signedOut } from './shell.js'
import { styleText } from './style.js'

const pages = {
  'set-up-billing': [billingMain, billingLayer],
  'fix-billing': [billingMain, billingLayer],
  'limit-spending': [limitsMain, limitsLayer],
  'create-project': [projectsMain, projectsLayer],
  'monitor-usage': [usageMain, () => null],
  'verify-organization': [verifyMain, () => null],
  'secure-account': [securityMain, securityLayer],
}
const [drawMain, drawLayer] = pages[plan.task] ?? [keysMain, () => [keysLayer(), endingLayer()]]

function page() {
  return slot(
    'div',
    () => [state.signedIn, ui.ready, isAway()],
    () => {
      if (!ui.ready) return around([1, 2, 3, 4].map(() => h('div', { class: 'bone' })))
      if (!state.signedIn) return signedOut()
      if (isAway()) return [around([h('h1', {}, 'Home'), besideMain()]), besideLayer()]
      return [around([besideMain(), drawMain()]), drawLayer(), besideLayer()]
    },
  )
}

const root = document.getElementById('root')
document.head.append(h('style', {}, styleText))
onMount(() => root.replaceChildren(...nodes([page()])))
ui.ready = !plan.timing.skeleton
root.append(...nodes([page()]))
if (plan.timing.skeleton)
  setTimeout(() => {
    ui.ready = true
    tell()
  }, 900)

/** Redrawing layouts replace their nodes now and then on their own, but not under the hands of someone who writes. */
if (plan.timing.redraws) {
  let left = 12
  const timer = setInterval(() => {
    const active = document.activeElement
    const isWriting = active?.matches('input, textarea, select, iframe, console-panel, [contenteditable]')
    if (!isWriting && !ui.list && !ui.busy) {
      left -= 1
      tell()
    }
    if (left === 0) clearInterval(timer)
  }, 2500)
}

addEventListener('popstate', () => tell())
window.__truth = judge.truth
