/**
 * What a guide's author writes down, on pages that set traps for it. Starts a browser.
 * @module-tag slow
 */

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Description } from '../../src/locator/description.ts'
import { bundle, type InBrowser, locatorFile, openBrowser } from './in-browser.ts'

const opener: Description = {
  role: 'button',
  names: ['Create new secret key', 'New secret key'],
  not: ['Create secret key'],
  within: { page: 'api-keys' },
}
const submit: Description = {
  role: 'button',
  names: ['Create secret key'],
  not: ['Create new secret key'],
  within: { dialog: ['Create new secret key'] },
}
const nameField: Description = {
  role: 'textbox',
  labels: ['Name'],
  placeholders: ['My Test Key'],
  within: { dialog: ['Create new secret key'] },
}

const nav = (id = '') => `<aside aria-label="Main navigation"><button>Default project</button><ul>
  <li><a href="/home">Home</a></li><li><a href="/api-keys" ${id}>API Keys</a></li><li><a href="/usage">Usage</a></li>
  <li><a href="/settings/organization/billing/overview">Billing</a></li></ul></aside>`
const list = (opener: string, rest = '') => `${nav()}<main><h1>API keys</h1><div>${opener}</div>
  <input type="search" placeholder="Search API keys"><table><tr><th>Name</th><th>Actions</th></tr>${rest}</table></main>`
const row = (name: string, last: string, id = '') => `<tr><td>${name}</td><td>sk-...${last}</td>
  <td><button>Edit</button><button ${id}>Delete</button></td></tr>`
const dialog = (
  attributes = 'role="dialog" aria-labelledby="t" data-state="open"',
) => `<div ${attributes}><h2 id="t">Create new secret key</h2>
  <p>This API key is tied to your user.</p><label for="n">Name <span>Optional</span></label><input id="n" placeholder="My Test Key">
  <div role="radiogroup" aria-label="Permissions"><button role="radio" id="all">All</button><button role="radio">Restricted</button></div>
  <button>Cancel</button><button id="submit">Create secret key</button></div>`
const x = 'id="here"'
const picker = (label: string, field: string) => `<div role="dialog" aria-label="Create new secret key">
  <label for="n">Name</label><input id="n"><div><div>${label}</div>${field}</div><button>Create secret key</button></div>`
const projectPicker: Description = {
  role: 'combobox',
  names: ['Default project'],
  labels: ['Project'],
  within: { dialog: ['Create new secret key'] },
}

type Case = {
  story: string
  page: string
  target: Description
  expect: 'found' | 'ambiguous' | 'missing'
  /** The id of the one right element, `here` unless said. */
  at?: string
  evidence?: string
  before?: string
}

const cases: Case[] = [
  {
    story: 'the opener by its name',
    page: list(`<button ${x}>+ Create new secret key</button>`),
    target: opener,
    expect: 'found',
  },
  {
    story: 'the opener is gone and only the submit is left',
    page: list('<button>Create secret key</button>'),
    target: opener,
    expect: 'missing',
  },
  {
    story: 'the opener was reworded to one of the known wordings',
    page: list(`<button ${x}>New secret key</button>`),
    target: opener,
    expect: 'found',
  },
  {
    story: 'the opener says something unknown: say so rather than guess',
    page: list('<button>Generate</button>'),
    target: opener,
    expect: 'missing',
  },
  {
    story: 'opener and submit beside each other',
    page: list(`<button>Create secret key</button><button ${x}>Create new secret key</button>`),
    target: opener,
    expect: 'found',
  },
  {
    story: 'the icon of the opener is a picture with a text',
    page: list(`<button ${x}><svg><title>plus</title></svg> Create new secret key</button>`),
    target: opener,
    expect: 'found',
  },
  {
    story: 'the opener is a link that looks like a button',
    page: list(`<a href="#" ${x}>Create new secret key</a>`),
    target: opener,
    expect: 'found',
  },
  {
    story: 'the opener is a div',
    page: list(`<div role="button" tabindex="0" ${x}>Create new secret key…</div>`),
    target: opener,
    expect: 'found',
  },
  {
    story: 'what is written on it is in another language than its name',
    page: list(`<button aria-label="Neuen Schlüssel anlegen" ${x}>Create new secret key</button>`),
    target: opener,
    expect: 'found',
  },
  {
    story: 'a switch without a name is called by the text before it',
    page: `<main><div><div>Enforce a hard limit</div><button role="switch" aria-checked="false" ${x}></button></div></main>`,
    target: { role: 'switch', names: ['Enforce a hard limit'] },
    expect: 'found',
  },
  {
    story: 'a label that is drawn over its field and stands behind it',
    page: `<h2>New key</h2><div><div><input placeholder=" " ${x}><span>Name</span></div><div><input placeholder=" "><span>Title</span></div></div>`,
    target: { role: 'textbox', names: ['Name'], labels: ['Name'] },
    expect: 'found',
  },
  {
    story: 'only an icon with a label',
    page: list(`<button aria-label="Create new secret key" ${x}><svg></svg></button>`),
    target: opener,
    expect: 'found',
  },
  {
    story: 'an empty list has a second opener: the one beside the heading',
    page: `${list(`<button ${x}>Create new secret key</button>`)}<p>Create an API key</p><button>+ Create new secret key</button>`,
    target: opener,
    expect: 'found',
    evidence: 'twins',
  },
  {
    story: 'the main opener stands in a header of the main part, which is no banner',
    page: `<main><header><h1>API keys</h1><button ${x}>Create new secret key</button></header><section><button>+ Create new secret key</button></section></main>`,
    target: opener,
    expect: 'found',
    evidence: 'twins',
  },
  {
    story: 'two openers inside main: the first',
    page: `<main><h1>API keys</h1><button ${x}>Create new secret key</button><section><p>Create an API key</p><button>+ Create new secret key</button></section></main>`,
    target: opener,
    expect: 'found',
    evidence: 'twins',
  },
  {
    story: 'the first of two openers is disabled',
    page: `<main><h1>API keys</h1><button disabled>Create new secret key</button><section><button ${x}>Create new secret key</button></section></main>`,
    target: opener,
    expect: 'found',
  },
  {
    story: 'the opener is disabled: found, and said',
    page: list(`<button disabled ${x}>Create new secret key</button>`),
    target: opener,
    expect: 'found',
    evidence: 'disabled',
  },
  {
    story: 'the heading of the page is no opener',
    page: list('<h2>Create new secret key</h2>'),
    target: opener,
    expect: 'missing',
  },
  {
    story: 'a hidden copy for small screens',
    page: list(
      `<button style="display:none">Create new secret key</button><button ${x}>Create new secret key</button>`,
    ),
    target: opener,
    expect: 'found',
  },
  {
    story: 'a label that changes with the width',
    page: list(
      `<button ${x}><span>Create new secret key</span><span style="display:none">Create</span></button>`,
    ),
    target: opener,
    expect: 'found',
  },
  {
    story: 'opener behind the dialog that it opened',
    page:
      list('<button>Create new secret key</button>') +
      dialog('role="dialog" aria-modal="true" aria-labelledby="t"'),
    target: opener,
    expect: 'missing',
    evidence: 'behind',
  },
  {
    story: 'the page behind a Radix dialog is aria-hidden',
    page: `<div aria-hidden="true" data-aria-hidden="true">${list('<button>Create new secret key</button>')}</div>${dialog()}`,
    target: opener,
    expect: 'missing',
    evidence: 'behind',
  },
  {
    story: 'the page behind the dialog is inert',
    page: `<div inert>${list('<button>Create new secret key</button>')}</div>${dialog()}`,
    target: opener,
    expect: 'missing',
    evidence: 'behind',
  },
  {
    story: 'submit in the dialog, opener behind it',
    page: list('<button>Create new secret key</button>') + dialog(),
    target: submit,
    expect: 'found',
    at: 'submit',
  },
  {
    story: 'submit is disabled',
    page: list('') + dialog().replace('id="submit"', 'id="submit" disabled'),
    target: submit,
    expect: 'found',
    at: 'submit',
    evidence: 'disabled',
  },
  {
    story: 'no dialog open yet: no submit',
    page: list('<button>Create new secret key</button>'),
    target: submit,
    expect: 'missing',
  },
  {
    story: 'a native modal dialog',
    page:
      list('<button>Create new secret key</button>') +
      dialog('')
        .replace('<div', '<dialog id="d"')
        .replace(/<\/div>$/, '</dialog>'),
    before: "document.getElementById('d').showModal()",
    target: submit,
    expect: 'found',
    at: 'submit',
  },
  {
    story: 'opener behind a native modal dialog',
    page:
      list('<button>Create new secret key</button>') +
      dialog('')
        .replace('<div', '<dialog id="d"')
        .replace(/<\/div>$/, '</dialog>'),
    before: "document.getElementById('d').showModal()",
    target: opener,
    expect: 'missing',
    evidence: 'behind',
  },
  {
    story: 'a closed Radix dialog is no dialog',
    page:
      list(`<button ${x}>Create new secret key</button>`) +
      dialog('role="dialog" data-state="closed" hidden'),
    target: opener,
    expect: 'found',
  },
  {
    story: 'two dialogs: the one in front',
    page:
      list('') +
      dialog().replace('id="submit"', '') +
      dialog('role="dialog" aria-modal="true" aria-label="Create new secret key"'),
    before: "document.querySelectorAll('[id=submit]')",
    target: submit,
    expect: 'found',
    at: 'submit',
  },
  {
    story: 'the name field by its label',
    page: list('') + dialog(),
    target: nameField,
    expect: 'found',
    at: 'n',
  },
  {
    story: 'the name field without a label',
    page: list('') + dialog().replace(/<label.*?<\/label>/, ''),
    target: nameField,
    expect: 'found',
    at: 'n',
  },
  {
    story: 'the name field with another placeholder',
    page: list('') + dialog().replace('My Test Key', 'e.g. chatbot'),
    target: nameField,
    expect: 'found',
    at: 'n',
  },
  { story: 'the search field is not the name field', page: list(''), target: nameField, expect: 'missing' },
  {
    story: 'which of three Delete buttons? unknown',
    page: list('', row('a', '1111') + row('b', '2222') + row('c', '3333')),
    target: { role: 'button', names: ['Delete'] },
    expect: 'ambiguous',
  },
  {
    story: 'which of two Delete buttons? unknown too',
    page: list('', row('a', '1111') + row('b', '2222')),
    target: { role: 'button', names: ['Delete'] },
    expect: 'ambiguous',
  },
  {
    story: 'the Delete button of the row that ends in 2222',
    page: list('', row('a', '1111') + row('b', '2222', x) + row('c', '3333')),
    target: { role: 'button', names: ['Delete'], within: { row: ['2222'] } },
    expect: 'found',
  },
  {
    story: 'that row is gone',
    page: list('', row('a', '1111') + row('c', '3333')),
    target: { role: 'button', names: ['Delete'], within: { row: ['2222'] } },
    expect: 'missing',
  },
  {
    story: 'capitals differ between sidebar and heading',
    page: nav(x),
    target: { role: 'link', names: ['API keys'], href: '/api-keys' },
    expect: 'found',
  },
  {
    story: 'a translated sidebar keeps its addresses',
    page: nav(x).replace('API Keys', '<font><font>API-Schlüssel</font></font>').replace('>Usage', '>Nutzung'),
    target: { role: 'link', names: ['API keys'], href: '/api-keys' },
    expect: 'found',
  },
  {
    story: 'API keys twice in the settings: the address tells',
    page: `<nav><h3>Organization</h3><a href="/settings/organization/api-keys">API keys</a><h3>Project</h3><a ${x} href="/settings/proj_1/api-keys">API keys</a></nav>`,
    target: { role: 'link', names: ['API keys'], within: { section: ['Project'] } },
    expect: 'found',
  },
  {
    story: 'API keys twice in the settings and nothing to tell them apart',
    page: `<nav><h3>Organization</h3><a href="/settings/organization/api-keys">API keys</a><h3>Project</h3><a href="/settings/proj_1/api-keys">API keys</a></nav>`,
    target: { role: 'link', names: ['API keys'] },
    expect: 'ambiguous',
  },
  {
    story: 'the only text field of the reveal dialog',
    page: `${list('')}<div role="dialog" aria-label="Save your key"><input ${x} readonly><button>Copy</button><button>Done</button></div>`,
    target: { role: 'textbox', within: { dialog: ['Save your key'] } },
    expect: 'found',
  },
  {
    story: 'a switch by its name',
    page: `<div role="dialog" aria-label="Edit spend limit"><button role="switch" aria-checked="false" aria-label="Enforce a hard limit" ${x}></button><button>Save</button></div>`,
    target: { role: 'switch', names: ['Enforce a hard limit'] },
    expect: 'found',
  },
  {
    story: 'a switch became a checkbox',
    page: `<label><input type="checkbox" ${x}> Enforce a hard limit</label><button>Save</button>`,
    target: { role: 'switch', names: ['Enforce a hard limit'] },
    expect: 'found',
  },
  {
    story: 'curly and straight apostrophes',
    page: `<button>I'll buy</button><a href="#" ${x}>I’ll invite my team later</a>`,
    target: { role: 'link', names: ["I'll invite my team later"] },
    expect: 'found',
  },
  {
    story: 'an option of a list drawn outside the dialog',
    page: `<div aria-hidden="true">${list('')}</div>${dialog('role="dialog" aria-modal="true" aria-labelledby="t"')}<div role="listbox"><div role="option" ${x}>Default project</div></div>`,
    target: { role: 'option', names: ['Default project'] },
    expect: 'found',
  },
  {
    story: 'a heading',
    page: list('').replace('<h1>', `<h1 ${x}>`),
    target: { role: 'heading', names: ['API keys'] },
    expect: 'found',
  },
  {
    story: 'the text of a paragraph, without a role',
    page: `<p ${x}>Auto recharge is off</p><p>Auto recharge is on</p>`,
    target: { texts: ['Auto recharge is off'] },
    expect: 'found',
  },
  {
    story: 'a plain text is gone',
    page: '<p>Auto recharge is on</p>',
    target: { texts: ['Auto recharge is off'] },
    expect: 'missing',
  },
  {
    story: 'a picker without a label is called what stands before it, whatever is chosen in it',
    page: picker('Project', `<div><select ${x}><option>Chatbot</option></select></div>`),
    target: projectPicker,
    expect: 'found',
  },
  {
    story: 'the same as a button that opens a list',
    page: picker('Project', `<button aria-haspopup="menu" ${x}>Chatbot</button>`),
    target: projectPicker,
    expect: 'found',
  },
  {
    story: 'what stands before it is another thing',
    page: picker('Organization', '<select><option>Chatbot</option></select>'),
    target: projectPicker,
    expect: 'missing',
  },
  {
    story: 'what stands before it is the label of a field that is gone',
    page: picker('<label for="elsewhere">Project</label>', '<select><option>Chatbot</option></select>'),
    target: projectPicker,
    expect: 'missing',
  },
  {
    story: 'what stands before it belongs to the field between them',
    page: picker('Project <input value="x">', '<select><option>Chatbot</option></select>'),
    target: projectPicker,
    expect: 'missing',
  },
  {
    story: 'a plain button after a word is not called by it',
    page: picker('Project', '<button>Chatbot</button>'),
    target: projectPicker,
    expect: 'missing',
  },
  {
    story: 'a date, for which ARIA has no role, is a field',
    page: picker('Expiration', `<input type="date" ${x}>`),
    target: {
      role: 'textbox',
      names: ['Expiration'],
      labels: ['Expiration'],
      within: { dialog: ['Create new secret key'] },
    },
    expect: 'found',
  },
  {
    story: 'a decoy that adds one word stands before it',
    page: list(`<button>Create new secret key group</button><button ${x}>Create new secret key</button>`),
    target: opener,
    expect: 'found',
  },
  {
    story: 'only longer decoys are left',
    page: list(
      '<button>Create new secret key group</button><button>Import: create new secret key from file</button>',
    ),
    target: opener,
    expect: 'missing',
  },
  {
    story: 'a paragraph and a tooltip say the same words',
    page: list(
      `<p>Create new secret key</p><span role="tooltip">Create new secret key</span><button ${x}>Create new secret key</button>`,
    ),
    target: opener,
    expect: 'found',
  },
  {
    story: 'a wrapper that can be pressed around it',
    page: list(`<div tabindex="0"><button ${x}>Create new secret key</button></div>`),
    target: opener,
    expect: 'found',
  },
  {
    story: 'the whole card can be pressed and holds it among other words',
    page: list(
      `<div role="button" tabindex="0"><h3>Keys</h3><p>Create new secret key to begin</p><button ${x}>Create new secret key</button></div>`,
    ),
    target: opener,
    expect: 'found',
  },
  {
    story: 'a translated button has nothing left to know it by: say so',
    page: list('<button><font><font>Neuen geheimen Schlüssel erstellen</font></font></button>'),
    target: opener,
    expect: 'missing',
  },
  {
    story: 'a translated link in a page with two that lead there: the one of its section',
    page: `<nav><h3>Organisation</h3><a href="/settings/organization/general">Allgemein</a></nav><nav><h3>Projekt</h3><a ${x} href="/settings/project/limits">Grenzen</a></nav>`,
    target: { role: 'link', names: ['Limits'], href: '/settings/project/limits' },
    expect: 'found',
  },
  {
    story: 'a hidden copy with the same id list, invisible by visibility',
    page: list(
      `<button style="visibility:hidden">Create new secret key</button><button ${x}>Create new secret key</button>`,
    ),
    target: opener,
    expect: 'found',
  },
  {
    story: 'a copy in a closed <details>',
    page: `<details><summary>More</summary><button>Create new secret key</button></details><main><button ${x}>Create new secret key</button></main>`,
    target: opener,
    expect: 'found',
  },
  {
    story: 'only a copy that nobody can see',
    page: list('<div style="display:none"><button>Create new secret key</button></div>'),
    target: opener,
    expect: 'missing',
  },
  {
    story: 'a copy of no size, for screen readers',
    page: list(
      `<button style="position:absolute;padding:0;border:0;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)">Create new secret key</button><button ${x}>Create new secret key</button>`,
    ),
    target: opener,
    expect: 'found',
  },
  {
    story: 'a copy that is seen through',
    page: list(
      `<div style="opacity:0"><button>Create new secret key</button></div><button ${x}>Create new secret key</button>`,
    ),
    target: opener,
    expect: 'found',
  },
  {
    story: 'a dialog on top of a dialog: the lower one is behind',
    page: `${list('')}${dialog('role="dialog" aria-modal="true" aria-labelledby="t"')}<div role="alertdialog" aria-modal="true" aria-label="Are you sure?"><button>Yes</button></div>`,
    target: submit,
    expect: 'missing',
    evidence: 'behind',
  },
  {
    story: 'a confirmation on top, and its button is meant',
    page: `${list('', row('a', '1111'))}<div role="dialog" aria-modal="true" aria-label="Edit key"><button>Delete</button></div><div role="alertdialog" aria-modal="true" aria-label="Delete key"><button>Cancel</button><button ${x}>Delete</button></div>`,
    target: { role: 'button', names: ['Delete'], within: { dialog: ['Delete key'] } },
    expect: 'found',
  },
  {
    story: 'the dialog of the same name as its opener is written before it',
    page: dialog() + list('<button>Create new secret key</button>'),
    target: submit,
    expect: 'found',
    at: 'submit',
  },
  {
    story: 'a cookie banner that is a dialog but shuts nothing off',
    page: `${list(`<button ${x}>Create new secret key</button>`)}<div role="dialog" aria-label="Cookies"><button>Accept</button></div>`,
    target: opener,
    expect: 'found',
  },
  {
    story: 'a page in a frame of the same origin',
    page: '<iframe id="f"></iframe>',
    before: `document.getElementById('f').contentDocument.body.innerHTML = '<main><button id="here">Create new secret key</button></main>'`,
    target: opener,
    expect: 'found',
  },
  {
    story: 'an open shadow root in an open shadow root',
    page: '<div id="host"></div>',
    before: `const a = document.getElementById('host').attachShadow({mode:'open'}); a.innerHTML='<section></section>'; a.querySelector('section').attachShadow({mode:'open'}).innerHTML='<button id="here">Create new secret key</button>'`,
    target: opener,
    expect: 'found',
  },
  {
    story: 'its words come through a slot',
    page: `<x-button><span>Create new secret key</span></x-button>`,
    before: `document.querySelector('x-button').attachShadow({mode:'open'}).innerHTML='<button id="here"><slot></slot></button>'`,
    target: opener,
    expect: 'found',
  },
  {
    story: 'a dialog inside a shadow root',
    page: `${list('<button>Create new secret key</button>')}<div id="host"></div>`,
    before: `document.getElementById('host').attachShadow({mode:'open'}).innerHTML = '<div role="dialog" aria-modal="true" aria-label="Create new secret key"><button id="submit">Create secret key</button></div>'`,
    target: submit,
    expect: 'found',
    at: 'submit',
  },
  {
    story: 'a name that another element gives',
    page: list(
      `<span id="n1">Create new</span><span id="n2">secret key</span><button aria-labelledby="n1 n2" ${x}><svg></svg></button>`,
    ),
    target: opener,
    expect: 'found',
  },
  {
    story: 'only an icon with a title',
    page: list(`<button title="Create new secret key" ${x}><svg></svg></button>`),
    target: opener,
    expect: 'found',
  },
  {
    story: 'only a picture with alt',
    page: list(`<button ${x}><img alt="Create new secret key" src="data:,"></button>`),
    target: opener,
    expect: 'found',
  },
  {
    story: 'icon-only, and its label says something else than what it shows: what it shows is not forgotten',
    page: list(`<button aria-label="Create" ${x}>Create new secret key</button>`),
    target: { ...opener, texts: ['Create new secret key'] },
    expect: 'found',
  },
  {
    story: 'a shortcut and a badge in the name',
    page: list(`<button ${x}>Create new secret key <kbd>⌘K</kbd> <span>New</span></button>`),
    target: opener,
    expect: 'found',
  },
  {
    story: 'words split by the page, with odd blanks',
    page: list(`<button ${x}><span>Create</span>\u00a0<span>new</span>\n<b>secret</b>\u200b key</button>`),
    target: opener,
    expect: 'found',
  },
  {
    story: 'written in capitals',
    page: list(`<button ${x}>CREATE NEW SECRET KEY</button>`),
    target: opener,
    expect: 'found',
  },
  {
    story: 'a submit that is an input',
    page: list(`<form><input type="submit" value="Create new secret key" ${x}></form>`),
    target: opener,
    expect: 'found',
  },
  {
    story: 'a menu item that stands in for the button',
    page: `${list('')}<div role="menu"><div role="menuitem" ${x}>Create new secret key</div><div role="menuitem">Import</div></div>`,
    target: opener,
    expect: 'found',
  },
  {
    story: 'a date field has no role',
    page: `<div role="dialog" aria-label="Create new secret key"><label>Name <input></label><label>Expiration <input type="date" ${x}></label></div>`,
    target: { role: 'textbox', labels: ['Expiration'], within: { dialog: ['Create new secret key'] } },
    expect: 'found',
  },
  {
    story: 'a date field by its kind alone',
    page: `<div role="dialog" aria-label="Create new secret key"><input placeholder="My Test Key"><input type="date" ${x}></div>`,
    target: { type: 'date', within: { dialog: ['Create new secret key'] } },
    expect: 'found',
  },
  {
    story: 'a select without a label: by what it offers',
    page: `<div role="dialog" aria-label="Create new secret key"><select><option>Never</option><option>30 days</option></select><select ${x}><option>Default project</option><option>Other</option></select></div>`,
    target: {
      role: 'combobox',
      names: ['Project'],
      texts: ['Default project'],
      within: { dialog: ['Create new secret key'] },
    },
    expect: 'found',
  },
  {
    story: 'the words beside a field that no label ties to it',
    page: `<div role="dialog" aria-label="Create new secret key"><div><span>Name</span><input></div><div><span>Project</span><select ${x}><option>One</option></select></div></div>`,
    target: { role: 'combobox', labels: ['Project'], within: { dialog: ['Create new secret key'] } },
    expect: 'found',
  },
  {
    story: 'the words above a text field that no label ties to it',
    page: `<form><p>Organization name</p><input ${x}><p>City</p><input></form>`,
    target: { role: 'textbox', labels: ['Organization name'] },
    expect: 'found',
  },
  {
    story: 'those words stand over another kind of thing',
    page: `<form><p>Organization name</p><button>Edit</button><p>City</p><input></form>`,
    target: { role: 'textbox', labels: ['Organization name'] },
    expect: 'missing',
  },
  {
    story: 'a password field has no role either',
    page: `<form><label>Email <input type="email"></label><label>Password <input type="password" ${x}></label></form>`,
    target: { role: 'textbox', labels: ['Password'], type: 'password' },
    expect: 'found',
  },
  {
    story: 'two links to the same place, in the side bar and the foot',
    page: `<nav aria-label="Main"><a ${x} href="/usage">Usage</a></nav><footer><a href="/usage">Usage</a></footer>`,
    target: { role: 'link', names: ['Usage'], href: '/usage', within: { landmark: 'navigation' } },
    expect: 'found',
  },
  {
    story: 'three of the same outside rows: which?',
    page: '<div><button>Add</button></div><div><button>Add</button></div><div><button>Add</button></div>',
    target: { role: 'button', names: ['Add'] },
    expect: 'ambiguous',
  },
  {
    story: 'the section tells three of the same apart',
    page: `<section><h2>Members</h2><button>Add</button></section><section><h2>Alerts</h2><button ${x}>Add</button></section><section><h2>Domains</h2><button>Add</button></section>`,
    target: { role: 'button', names: ['Add'], within: { section: ['Alerts'] } },
    expect: 'found',
  },
  {
    story: 'the same word in another section is another thing, also where it is the only one',
    page: `<section><h2>Permissions</h2><button>Read</button></section>`,
    target: { role: 'radio', names: ['Read'], within: { section: ['List models'] } },
    expect: 'missing',
  },
  {
    story: 'a row of a grid made of divs',
    page: `<div role="grid"><div role="row"><span>sk-...1111</span><button>Delete</button></div><div role="row"><span>sk-...2222</span><button ${x}>Delete</button></div></div>`,
    target: { role: 'button', names: ['Delete'], within: { row: ['2222'] } },
    expect: 'found',
  },
  {
    story: 'a list item in a row: the row counts, not the item',
    page: `<table><tr><td>sk-...1111</td><td><ul><li><button>Delete</button></li></ul></td></tr><tr><td>sk-...2222</td><td><ul><li><button ${x}>Delete</button></li></ul></td></tr></table>`,
    target: { role: 'button', names: ['Delete'], within: { row: ['2222'] } },
    expect: 'found',
  },
  {
    story: 'a forbidden text in the label of the only candidate',
    page: list('<button aria-label="Create secret key">Create new secret key</button>'),
    target: opener,
    expect: 'missing',
  },
  {
    story: 'a disabled fieldset',
    page: list(`<fieldset disabled><button ${x}>Create new secret key</button></fieldset>`),
    target: opener,
    expect: 'found',
    evidence: 'disabled',
  },
  {
    story: 'a radio whose label is beside it',
    page: `<input type="radio" name="p" id="r1"><label for="r1">All</label><input type="radio" name="p" ${x} aria-describedby="d"><label for="here">Restricted</label>`,
    target: { role: 'radio', names: ['Restricted'] },
    expect: 'found',
  },
  {
    story: 'radio became a list to choose from',
    page: `<div role="listbox"><div role="option">All</div><div role="option" ${x}>Restricted</div></div>`,
    target: { role: 'radio', names: ['Restricted'] },
    expect: 'found',
  },
  {
    story: 'a tab became a link',
    page: `<nav><a href="#a">Overview</a><a href="#b" ${x}>Alerts</a></nav>`,
    target: { role: 'tab', names: ['Alerts'] },
    expect: 'found',
  },
  { story: 'an empty page', page: '', target: opener, expect: 'missing' },
]

describe('a hand-written target', () => {
  let open: InBrowser
  beforeAll(async () => {
    open = await openBrowser(await bundle(locatorFile, 'keyway'))
  })
  afterAll(() => open?.close())

  for (const one of cases) {
    it(one.story, async () => {
      const got = await open.page.evaluate(
        ({ page, target, before }) => {
          document.body.innerHTML = page
          if (before) new Function(before)()
          const { locate } = (window as unknown as { keyway: typeof import('../../src/locator/index.ts') })
            .keyway
          const { element, ...rest } = locate(document, target)
          return { ...rest, id: element?.id }
        },
        { page: one.page, target: one.target, before: one.before },
      )
      expect(got, JSON.stringify(got)).toMatchObject({ status: one.expect })
      if (one.expect === 'found') expect(got.id, JSON.stringify(got)).toBe(one.at ?? 'here')
      if (one.evidence) expect(got.evidence.map(item => item.signal)).toContain(one.evidence)
    })
  }
})
