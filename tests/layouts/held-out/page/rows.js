/** The list of keys, in several shapes, and what can be done with one of them. */
import { actionMenu } from './choices.js'
import { askToEnd, isAskingWanted, isEndRefused } from './ending.js'
import {
  assign,
  assignQuietly,
  go,
  h,
  icon,
  isPath,
  pressable,
  slot,
  spoken,
  state,
  tell,
  ui,
  w,
} from './kit.js'
import { decoys, mark } from './marks.js'
import { plan } from './plan.js'
import { doneButton, keyWithButtons, shownKey } from './reveal.js'

const perPage = 25
const { action, shape } = plan.rows

function allKeys() {
  const made = state.made.map((one, i) => ({
    ...one,
    lastFour: one.key.slice(-4),
    created: 'Today',
    isShown: state.shown === i,
  }))
  const all = [...made.toReversed(), ...plan.rows.keys]
  return plan.rows.after === 'gone' ? all.filter(one => !state.ended.includes(one.id)) : all
}

function isTheOne(one) {
  return one.id === plan.given.key?.trackingId && !state.ended.includes(one.id)
}

function short(one) {
  const start = one.isService ? 'sk-svcacct-' : 'sk-'
  const text = {
    dots: `${start}...${one.lastFour}`,
    ellipsis: `${start}…${one.lastFour}`,
    ends: `…${one.lastFour}`,
    bullets: `${start}••••••••${one.lastFour}`,
    none: '',
  }[plan.rows.short]
  if (text) decoys.add(text)
  return text
}

function shownRows() {
  const typed = (ui.search ?? '').trim().toLowerCase()
  const found = allKeys().filter(
    one => !typed || [one.name, one.id, one.lastFour].some(text => text.toLowerCase().includes(typed)),
  )
  return plan.rows.paged ? found.slice(0, perPage * ((ui.pages ?? 0) + 1)) : found
}

/** `top` stands where the first row would: the form, in layouts that fill it in there. */
export function keyList(top) {
  const search =
    allKeys().length > 4 &&
    h('input', {
      type: 'search',
      placeholder: spoken('searchKeys'),
      'aria-label': spoken('searchKeys'),
      oninput: event => assignQuietly(ui, { search: event.target.value }),
    })
  if (search) mark(search, 'search', { isRight: isAskingWanted })
  const list = slot(
    'div',
    () => [
      state.ended,
      state.shown,
      state.made.length,
      ui.search,
      ui.pages,
      ui.detail,
      ui.selected,
      ui.sure,
      isPending(),
    ],
    drawList,
  )
  return [search, toolbar(), top && h('div', { class: 'line' }, top), list]
}

function isPending() {
  return plan.timing.optimistic && ui.busy === 'submit'
}

function drawList() {
  const rows = shownRows()
  const heads = ['keyName', 'statusActive', 'project'].map(term => w(term))
  const drawn = rows.map(drawRow)
  if (isPending()) drawn.unshift(rowOf([state.form.name || '…', '…']))
  const isMore = plan.rows.paged && rows.length < allKeys().length && !ui.search
  const more =
    isMore &&
    mark(
      pressable([w('nextPage')], () => assign(ui, { pages: (ui.pages ?? 0) + 1 })),
      'next-page',
      { todo: () => isAskingWanted() && !rows.some(isTheOne), isRight: isAskingWanted },
    )
  if (drawn.length === 0) return h('p', { class: 'faint' }, w('noKeys'))
  return [listOfRows(heads, drawn), more]
}

function listOfRows(heads, drawn) {
  switch (shape) {
    case 'table':
      return h(
        'table',
        {},
        h(
          'thead',
          {},
          h(
            'tr',
            {},
            heads.map(head => h('th', { scope: 'col' }, head)),
            h('th', {}),
          ),
        ),
        h('tbody', {}, drawn),
      )
    case 'list':
      return h('ul', { class: 'rows' }, drawn)
    case 'cards':
      return h('div', { class: 'cards' }, drawn)
    case 'grid':
      return h('div', { role: 'table', class: 'grid' }, drawn)
    default:
      return h('div', {}, drawn)
  }
}

function rowOf(cells) {
  switch (shape) {
    case 'table':
      return h(
        'tr',
        {},
        cells.map(cell => h('td', {}, cell)),
      )
    case 'list':
      return h(
        'li',
        {},
        cells.map(cell => h('span', {}, cell, ' ')),
      )
    case 'cards':
      return h(
        'article',
        {},
        cells.map(cell => h('div', {}, cell)),
      )
    case 'grid':
      return h(
        'div',
        { role: 'row' },
        cells.map(cell => h('div', { role: 'cell' }, cell)),
      )
    default:
      return h(
        'div',
        { class: 'line' },
        cells.map(cell => h('div', {}, cell)),
      )
  }
}

function drawRow(one) {
  const isEnded = state.ended.includes(one.id)
  const secret =
    one.isShown && plan.reveal.place === 'row' && shownKey() ? [keyWithButtons(), doneButton()] : short(one)
  const name = action === 'detail' ? detailLink(one) : one.name || '—'
  const row = rowOf([
    action === 'select' ? [selectBox(one), name] : name,
    w(isEnded ? 'statusRevoked' : 'statusActive'),
    h('code', { class: 'faint' }, one.id),
    secret,
    one.created,
    one.project,
    isEnded ? '' : actions(one),
  ])
  decoys.add(one.id)
  if (isTheOne(one)) mark(row, 'row', { isRight: isAskingWanted })
  return row
}

function markIfTheOne(element, one, purpose, todo = isAskingWanted) {
  if (isTheOne(one)) mark(element, purpose, { todo, isRight: isAskingWanted })
  return element
}

function actions(one) {
  const end = () => askToEnd(one)
  const settings = { plain: action === 'icon' }
  switch (action) {
    case 'icon':
      return [
        pressable([icon('pen')], () => {}, { ...settings, 'aria-label': spoken('edit') }),
        markIfTheOne(
          pressable([icon('bin')], end, {
            ...settings,
            'aria-label': spoken('revoke'),
            disabled: isEndRefused(),
          }),
          one,
          'revoke',
        ),
      ]
    case 'menu': {
      const items = [
        { text: w('edit'), press() {} },
        {
          text: w('revoke'),
          press: isEndRefused() ? () => {} : end,
          ...(isTheOne(one) ? { purpose: 'revoke', todo: isAskingWanted, isRight: isAskingWanted } : {}),
        },
      ]
      const opener = pressable([icon('dots')], () => actionMenu(opener, items), {
        plain: true,
        'aria-label': spoken('more'),
        'aria-haspopup': 'menu',
      })
      return markIfTheOne(opener, one, 'row-menu', () => isAskingWanted() && !ui.list?.isConnected)
    }
    case 'detail':
    case 'select':
      return ''
    default: {
      const buttons = [
        pressable([w('edit')], () => {}),
        markIfTheOne(
          pressable([ui.sure === one.id ? w('revokeConfirm') : w('revoke')], end, {
            disabled: isEndRefused(),
          }),
          one,
          'revoke',
        ),
      ]
      return action === 'hover' ? h('span', { class: 'appears' }, buttons) : buttons
    }
  }
}

function detailLink(one) {
  const open = event => {
    event.preventDefault()
    ui.detail = one.id
    go(plan.paths.detail)
    tell()
  }
  return markIfTheOne(
    h('a', { href: plan.paths.detail, onclick: open }, one.name),
    one,
    'row',
    () => isAskingWanted() && ui.detail !== one.id,
  )
}

function selectBox(one) {
  const tick = h('input', {
    type: 'checkbox',
    'aria-label': one.name,
    onchange: () => assign(ui, { selected: tick.checked ? one.id : undefined }),
  })
  tick.checked = ui.selected === one.id
  return markIfTheOne(tick, one, 'row-select', () => isAskingWanted() && ui.selected !== one.id)
}

function chosen(id) {
  return allKeys().find(one => one.id === id)
}

function toolbar() {
  if (action !== 'select') return null
  return slot(
    'div',
    () => [ui.selected, state.ended],
    () => {
      const one = chosen(ui.selected)
      if (!one || state.ended.includes(one.id)) return null
      return h(
        'div',
        { class: 'bar' },
        '1 ',
        markIfTheOne(
          pressable([w('revoke')], () => askToEnd(one), { disabled: isEndRefused() }),
          one,
          'revoke',
        ),
      )
    },
  )
}

/** The page of one key, in layouts where a row leads there. */
export function keyDetail() {
  if (action !== 'detail') return null
  return slot(
    'div',
    () => [ui.detail, location.pathname, state.ended],
    () => {
      const one = isPath('detail') && chosen(ui.detail)
      if (!one || state.ended.includes(one.id)) return null
      return h(
        'section',
        { class: 'card flat' },
        h('h2', {}, one.name),
        h('p', {}, h('code', {}, one.id), ' ', short(one)),
        markIfTheOne(
          pressable([w('revoke')], () => askToEnd(one), { disabled: isEndRefused() }),
          one,
          'revoke',
        ),
      )
    },
  )
}
