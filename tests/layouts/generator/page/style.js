/** How a drawn page looks: plain, with the colours and distances of its plan. */
import { world } from './kit.js'

export function sheet() {
  const { accent, radius, gap, isDark } = world.plan.look
  const [paper, ink, line, soft] = isDark
    ? ['#16181c', '#eceef1', '#3a3f47', '#22262c']
    : ['#fff', '#1b1d21', '#d5d8dd', '#f4f5f7']
  return `
* { box-sizing: border-box }
body { margin: 0; font: 15px/1.45 system-ui, sans-serif; background: ${paper}; color: ${ink} }
.shell { display: grid; grid-template-columns: 220px 1fr; min-height: 100vh }
nav { padding: 16px; border-right: 1px solid ${line}; display: grid; align-content: start; gap: ${gap}px }
main { padding: 24px 32px; max-width: 900px }
header.top { display: flex; justify-content: space-between; align-items: center; gap: 12px }
a { color: inherit }
.press, .pill, .list { font: inherit; display: inline-flex; align-items: center; gap: 4px; padding: 7px 13px; border: 1px solid ${line}; border-radius: ${radius}px; background: ${soft}; color: inherit; cursor: pointer; text-decoration: none }
.press.main { background: ${accent}; border-color: ${accent}; color: #fff }
.press[disabled], .press[aria-disabled=true] { opacity: .5; cursor: not-allowed }
.pill[aria-pressed=true], .pill[aria-checked=true] { border-color: ${accent}; box-shadow: inset 0 0 0 1px ${accent} }
.switch { width: 40px; height: 22px; border-radius: 11px; border: 1px solid ${line}; background: ${line} }
.switch[aria-checked=true] { background: ${accent} }
.field { display: grid; gap: 4px; margin: ${gap}px 0; justify-items: start }
.options { display: flex; flex-wrap: wrap; gap: 8px; border: 0; padding: 0; margin: 0 }
.option { display: inline-flex; gap: 5px; align-items: center; padding: 4px 8px }
input:not([type=radio], [type=checkbox], [type=submit]), textarea, select { font: inherit; padding: 7px 9px; border: 1px solid ${line}; border-radius: ${radius}px; background: ${paper}; color: inherit; min-width: 260px }
.card { width: 320px; height: 46px; border: 1px solid ${line} }
.cover { position: fixed; inset: 0; background: #0006; display: grid; place-items: center; z-index: 20 }
.center { position: relative; width: 520px; max-width: 94vw; max-height: 92vh; overflow: auto; padding: 20px 24px; border: 1px solid ${line}; border-radius: ${radius}px; background: ${paper}; color: ${ink} }
dialog.center { position: fixed; inset: 0; margin: auto; height: fit-content; z-index: 20 }
[popover].center { inset: 0; margin: auto; height: fit-content; position: fixed }
.drawer { position: fixed; right: 0; top: 0; bottom: 0; width: 460px; padding: 24px; overflow: auto; background: ${paper}; border-left: 1px solid ${line} }
.inline, .banner { margin: 14px 0; padding: 14px 18px; border: 1px solid ${line}; border-radius: ${radius}px }
.banner { background: ${soft} }
.inner { width: 100%; border: 1px solid ${line}; background: ${paper} }
.row { display: flex; gap: 8px; flex-wrap: wrap; margin: ${gap}px 0; align-items: center }
.foot { display: flex; gap: 8px; justify-content: flex-end; margin-top: 16px }
.listbox { position: fixed; z-index: 60; min-width: 220px; padding: 4px; border: 1px solid ${line}; border-radius: ${radius}px; background: ${paper}; color: ${ink}; box-shadow: 0 6px 24px #0003 }
.item { padding: 7px 10px; cursor: pointer }
.item:hover { background: ${soft} }
table { border-collapse: collapse; width: 100% }
td, th { text-align: left; padding: 7px 8px; border-bottom: 1px solid ${line} }
.cards { display: grid; grid-template-columns: 1fr 1fr; gap: 10px }
.one { padding: 10px; border: 1px solid ${line}; border-radius: ${radius}px; display: flex; gap: 10px; align-items: center }
.grid { display: grid }
.key { font-family: ui-monospace, monospace; overflow-wrap: anywhere; background: ${soft}; padding: 4px 6px }
pre.key { white-space: pre-wrap; margin: 0 }
.veil { height: 18px; margin: 8px 0; border-radius: 4px; background: ${line} }
.corner { position: fixed; right: 18px; bottom: 18px; width: 270px; padding: 14px; border: 1px solid ${line}; background: ${paper}; z-index: 5 }
.bottom { position: fixed; left: 0; right: 0; bottom: 0; padding: 10px 20px; background: ${soft}; border-top: 1px solid ${line}; display: flex; gap: 10px; align-items: center; z-index: 5 }
.note { opacity: .8 }
.press.off { opacity: .5; cursor: not-allowed }
x-button { display: inline-flex }
.tile { padding: 10px; border: 1px solid ${line}; border-radius: ${radius}px; cursor: pointer; display: grid; max-width: 200px }
.tile.chosen { border-color: ${accent}; box-shadow: inset 0 0 0 1px ${accent} }
.floats { position: relative }
.over { position: absolute; left: 10px; top: 8px; opacity: .7; pointer-events: none }
.floats :is(input, textarea):not(:placeholder-shown) + .over { top: -6px; font-size: 11px }
.hint { font: inherit; font-size: 12px; border: 0; background: none; color: inherit; cursor: help }
.scrolls { max-height: 210px; overflow: auto }
.window { height: 420px; overflow: auto }
.for-phones { display: none }
.stays { position: sticky; top: 0; z-index: 4; background: ${paper}; padding: 18px 0 }
.shows-on-hover .press { opacity: 0 }
.shows-on-hover:is(:hover, :focus-within) .press { opacity: 1 }
.toast { position: fixed; left: 30px; bottom: 20px; width: 420px; z-index: 30; padding: 14px; background: ${paper}; border: 1px solid ${line} }
.note-in-corner { position: fixed; right: 20px; top: 12px; z-index: 40; padding: 10px 14px; background: ${ink}; color: ${paper} }
.tabs { display: flex; gap: 14px; border-bottom: 1px solid ${line}; margin-bottom: 14px }
html.working .press.main { opacity: .6 }
`
}
