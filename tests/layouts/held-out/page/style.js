/** One plain look for all, with the few things that differ taken from the plan. */
import { plan } from './plan.js'

const { accent, dark, font, gap, radius, upper } = plan.look
const ink = dark ? '#eee' : '#151515'
const paper = dark ? '#1b1b1d' : '#fff'
const line = dark ? '#444' : '#d5d5d8'

export const styleText = `
*{box-sizing:border-box}
body,.within{margin:0;font:14px/1.45 ${font};color:${ink};background:${paper}}
.within{padding:8px}
h1{font-size:22px;margin:0 0 8px}h2{font-size:17px;margin:0}h3{font-size:15px;margin:8px 0}
.through{display:contents}
.shell{display:flex;min-height:100vh}.shell.stack{flex-direction:column}
nav{padding:12px;border-right:1px solid ${line};min-width:170px}
nav.across{display:flex;gap:12px;border-right:0;border-bottom:1px solid ${line};align-items:center}
nav ul{list-style:none;margin:0;padding:0}nav.across ul{display:flex;gap:14px}
nav a{color:inherit;text-decoration:none;display:inline-block;padding:4px}
main{padding:20px;flex:1;min-width:0}
.bar{display:flex;gap:10px;align-items:center;flex-wrap:wrap;margin:10px 0}
.press{display:inline-flex;gap:6px;align-items:center;font:inherit;color:${ink};background:${paper};border:1px solid ${line};border-radius:${Math.min(radius, 16)}px;padding:6px 12px;cursor:pointer;text-decoration:none;${upper ? 'text-transform:uppercase;' : ''}}
.press.primary{background:${dark ? '#f3f3f3' : accent};color:${dark ? '#111' : '#fff'};border-color:transparent}
.press.plain{border-color:transparent;background:none;padding:4px}
.press[disabled],.press[aria-disabled=true]{opacity:.45;cursor:not-allowed}
.press[aria-pressed=true],[role=radio][aria-checked=true],[role=tab][aria-selected=true]{outline:2px solid ${accent};font-weight:600}
svg{fill:none;stroke:currentColor;stroke-width:1.6}
.floating{position:fixed;right:24px;bottom:24px;z-index:5}
.card{background:${paper};color:${ink};border:1px solid ${line};border-radius:${Math.min(radius, 14)}px;padding:16px}
.layer{position:fixed;inset:0;z-index:40}.dim{position:absolute;inset:0;background:#0007}
.centre{position:fixed;z-index:41;top:6vh;left:50%;transform:translateX(-50%);width:min(560px,94vw);max-height:86vh;overflow:auto;margin:0}
dialog.card:not(.centre){width:min(560px,94vw);max-height:86vh;overflow:auto}
.side{position:fixed;z-index:41;top:0;right:0;bottom:0;width:min(440px,94vw);overflow:auto}
.drop{position:fixed;z-index:41;top:120px;left:240px;right:auto;bottom:auto;margin:0;width:min(420px,90vw);max-height:70vh;overflow:auto}
.flat{margin:12px 0}
.head{display:flex;justify-content:space-between;align-items:center;margin-bottom:10px}
.frame{width:100%;border:0;height:420px}.host{display:block}
.field{margin:${gap}px 0;display:block}.field>label,.field>.name,legend{display:block;font-weight:600;margin-bottom:3px}
fieldset{border:0;padding:0;margin:${gap}px 0}
input:not([type=radio],[type=checkbox],[type=range]),select,textarea,[contenteditable]{font:inherit;color:inherit;background:${paper};border:1px solid ${line};border-radius:6px;padding:6px 8px;width:100%;min-height:32px}
[contenteditable]{display:block}
input[readonly]{font-family:ui-monospace,monospace}
[role=radiogroup],.pills{display:flex;gap:6px;flex-wrap:wrap}
[role=radio],.option{border:1px solid ${line};border-radius:6px;padding:5px 10px;cursor:pointer;display:inline-block}
.options{position:absolute;z-index:60;background:${paper};color:${ink};border:1px solid ${line};border-radius:6px;padding:4px;min-width:160px;max-height:240px;overflow:auto;list-style:none;margin:0}
.options>*{padding:6px 10px;cursor:pointer}
.choice{display:flex;gap:8px;align-items:center;margin:3px 0}
.foot{display:flex;gap:8px;justify-content:flex-end;margin-top:14px;flex-wrap:wrap}
[role=switch]{width:40px;height:22px;border-radius:11px;border:1px solid ${line};background:${line};cursor:pointer}
[role=switch][aria-checked=true]{background:${accent}}
table,.grid{border-collapse:collapse;width:100%;margin-top:10px}td,th{text-align:left;padding:6px 8px;border-bottom:1px solid ${line}}
.grid>[role=row],.line{display:flex;gap:14px;padding:8px;border-bottom:1px solid ${line};align-items:center;flex-wrap:wrap}
.grid [role=cell],.grid [role=columnheader]{flex:1;min-width:0}
.cards{display:flex;flex-wrap:wrap;gap:10px}.cards>*{border:1px solid ${line};border-radius:8px;padding:10px;min-width:200px}
.appears{opacity:0}.line:hover .appears,tr:hover .appears,[role=row]:hover .appears,li:hover .appears,.cards>*:hover .appears,.appears:focus-within{opacity:1}
.note{border:1px solid ${line};border-left:4px solid ${accent};padding:8px 12px;margin:8px 0}
.key{font-family:ui-monospace,monospace;overflow-wrap:anywhere}
.discs{-webkit-text-security:disc}
.toast{position:fixed;right:20px;bottom:20px;z-index:45;max-width:min(440px,90vw);background:${paper};border:1px solid ${line};padding:12px}
.cookies{position:fixed;left:0;bottom:0;width:min(360px,100%);z-index:30;background:${paper};border:1px solid ${line};padding:12px}
.survey{position:fixed;right:16px;bottom:84px;z-index:20;background:${paper};border:1px solid ${line};padding:10px;max-width:240px;font-size:12px}
.help{position:fixed;left:16px;bottom:16px;z-index:4}
.bone{background:${line};height:18px;margin:10px 0;border-radius:4px}
.faint{opacity:.7;font-size:12px}
pre{overflow:auto;white-space:pre-wrap;overflow-wrap:anywhere;border:1px solid ${line};padding:8px}
.big{font-size:28px}
`
