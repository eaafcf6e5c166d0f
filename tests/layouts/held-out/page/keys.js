/** The page of the API keys: list, form, gates and the key itself. */
import { lettersFrom, makeKey } from './chance.js'
import { choice } from './choices.js'
import { isEndWanted } from './ending.js'
import { choiceField, expiryField, read, textField } from './fields.js'
import { formAt, isFormOpen, opener } from './forms.js'
import {
  assign,
  go,
  h,
  isPath,
  pressable,
  refresh,
  setDisabled,
  slot,
  slowly,
  state,
  ui,
  w,
  watch,
} from './kit.js'
import { mark } from './marks.js'
import { plan } from './plan.js'
import { exampleBlock, revealAt } from './reveal.js'
import { keyDetail, keyList } from './rows.js'

const makesKey = plan.task !== 'revoke-key'

function isKeyWanted() {
  if (!makesKey || (state.shown !== null && state.shown !== undefined)) return false
  if (plan.task === 'key-compromised' && isEndWanted()) return false
  return state.made.length === 0
}

function isBlocked() {
  return plan.situation === 'not-allowed' || plan.situation === 'policy' || state.phone === 'before'
}

const { widgets, given } = plan

const fieldMakers = {
  owner: () =>
    widgets.owner !== 'none' && [
      choiceField({
        key: 'owner',
        purpose: 'owner',
        term: 'owner',
        kind: widgets.owner,
        options: [
          { value: 'you', text: w('ownerYou') },
          { value: 'service', text: w('ownerService') },
        ],
        wanted: given.owner,
      }),
      slot(
        'div',
        () => [read('owner')],
        () =>
          read('owner') === 'service' &&
          textField({ key: 'service', purpose: 'service-name', term: 'serviceName', wanted: 'night-runner' }),
      ),
    ],
  name: () =>
    textField({
      key: 'name',
      purpose: 'name',
      term: 'keyName',
      hint: w('keyNameHint'),
      kind: widgets.name,
      wanted: given.name,
      optional: true,
    }),
  project: () =>
    widgets.project === 'fixed'
      ? h('p', { class: 'faint' }, w('project'), ': ', read('project'))
      : choiceField({
          key: 'project',
          purpose: 'project',
          term: 'project',
          kind: widgets.project,
          options: state.projects.map(value => ({ value, text: value })),
          wanted: given.project,
        }),
  expiry: () => widgets.expiry !== 'none' && expiryField(),
  permissions: () =>
    widgets.permissions !== 'none' &&
    slot(
      'div',
      () => [read('owner') === 'service'],
      () => read('owner') !== 'service' && permissionFields(),
    ),
}

function permissionFields() {
  const options = [
    { value: 'all', text: w('permissionsAll') },
    { value: 'restricted', text: w('permissionsRestricted') },
    { value: 'read', text: w('permissionsRead') },
  ]
  return [
    choiceField({
      key: 'permissions',
      purpose: 'permissions',
      term: 'permissions',
      kind: widgets.permissions,
      options,
      wanted: given.permissions,
    }),
    slot(
      'div',
      () => [read('permissions')],
      () => read('permissions') === 'restricted' && levels(),
    ),
  ]
}

/** The rows of a restricted key: only the models are wanted. */
function levels() {
  state.form.levels ??= {}
  const rows = [
    ['list', 'List models'],
    ['models', w('rowModels')],
    ['assistants', 'Assistants'],
    ['tuning', 'Fine-tuning'],
    ['files', 'Files'],
  ]
  const options = [
    { value: 'none', text: w('levelNone') },
    { value: 'read', text: w('levelRead') },
    { value: 'use', text: w('levelUse') },
  ]
  return rows.map(([id, text]) => {
    const isTheOne = id === 'models' && given.permissions === 'restricted'
    const control = choice(widgets.level, {
      purpose: isTheOne ? 'permission-row' : `permission-row-${id}`,
      options: id === 'models' ? options.filter(one => one.value !== 'read') : options,
      wanted: isTheOne ? 'use' : undefined,
      name: text,
      read: () => state.form.levels[id] ?? 'none',
      choose: value => {
        state.form.levels[id] = value
        refresh()
      },
    })
    return h('div', { class: 'line' }, h('span', {}, text), control)
  })
}

function isReady() {
  if (plan.situation === 'expiry-required' && !read('expiry')) return false
  if (widgets.project !== 'fixed' && !read('project')) return false
  return read('owner') !== 'service' || read('service') !== ''
}

function makeNow() {
  const { form } = state
  const index = state.made.length
  const owner = form.owner === 'service' ? 'service' : 'you'
  state.made.push({
    key: makeKey(
      owner === 'service' ? 'service' : plan.key.kind === 'service' ? 'project' : plan.key.kind,
      plan.key.seed + index * 977,
    ),
    id: `key_${lettersFrom(plan.key.seed + index + 9, 16)}`,
    name: form.name || 'Secret key',
    project: form.project,
    owner,
    isService: owner === 'service',
    permissions: form.permissions || 'all',
    levels: form.levels,
    expiry: form.expiry || 'never',
    copied: false,
    closedBy: null,
  })
  state.shown = index
  state.form = { ...structuredClone(plan.start.form) }
  ui.step = 0
  ui.copied = false
  if (plan.reveal.place === 'page') go(plan.paths.reveal)
  else if (plan.reveal.place !== 'same' && isPath('form')) go(plan.paths.main)
  ui.open = false
}

function submit() {
  if (state.phone === 'after') {
    state.phone = 'asking'
    ui.pending = true
    state.pending = true
    return
  }
  makeNow()
}

const spec = {
  title: 'keyFormTitle',
  opens: 'openKey',
  submitWord: 'submitKey',
  fields: plan.fieldOrder.map(name => fieldMakers[name]).filter((_, i) => isFieldThere(plan.fieldOrder[i])),
  isWanted: isKeyWanted,
  isHidden: () => (state.shown ?? null) !== null || isBlocked(),
  isReady,
  submit,
}

function isFieldThere(name) {
  return name === 'name' || name === 'project' || widgets[name] !== 'none'
}

export function keysMain() {
  const top = () => opener('openKey', { isWanted: isKeyWanted, isBlocked })
  const inRow = plan.container === 'row'
  const isOwnPage = () =>
    (plan.container === 'page' && (isPath('form') || plan.reveal.place === 'same') && isFormOpen()) ||
    isPath('reveal')
  return [
    revealAt('banner'),
    slot(
      'div',
      () => [isOwnPage(), location.pathname],
      () =>
        isOwnPage()
          ? null
          : [
              h('h1', {}, w('keysHeading')),
              notes(),
              plan.opener !== 'below' && h('div', { class: 'bar' }, top()),
              exampleBlock(),
            ],
    ),
    !inRow && formAt('main', spec),
    revealAt('main'),
    slot(
      'div',
      () => [isOwnPage(), isPath('detail')],
      () =>
        isOwnPage()
          ? null
          : [
              keyDetail(),
              keyList(inRow && formAt('main', spec)),
              plan.opener === 'below' && h('div', { class: 'bar' }, top()),
            ],
    ),
  ]
}

export function keysLayer() {
  return [formAt('layer', spec), revealAt('layer'), revealAt('toast'), phoneLayer()]
}

function notes() {
  return slot(
    'div',
    () => [state.phone],
    () => {
      if (plan.situation === 'not-allowed') return h('p', { class: 'note' }, w('notAllowed'))
      if (plan.situation === 'policy') return h('p', { class: 'note' }, w('policy'))
      if (state.phone !== 'before')
        return h(
          'p',
          { class: 'faint' },
          'Do not share your API key with others or expose it in the browser or other client-side code.',
        )
      const start = mark(
        pressable([w('phoneStart')], () => assign(state, { phone: 'asking' })),
        'phone-start',
        { todo: () => makesKey },
      )
      return h('div', { class: 'note' }, w('phoneTitle'), ' ', start)
    },
  )
}

function phoneLayer() {
  return slot(
    'div',
    () => [state.phone],
    () => {
      if (state.phone !== 'asking' && state.phone !== 'code') return null
      const isCode = state.phone === 'code'
      const key = isCode ? 'code' : 'phone'
      const next = pressable(
        [w(isCode ? 'phoneCheck' : 'phoneSend')],
        () => slowly('phone', isCode ? passPhone : () => Object.assign(state, { phone: 'code' })),
        { primary: true },
      )
      const isFilled = () => read(key).length > 3
      watch(next, () => setDisabled(next, !isFilled()))
      mark(next, isCode ? 'code-check' : 'phone-send', { todo: isFilled })
      const field = textField({
        key,
        purpose: key,
        term: isCode ? 'phoneCode' : 'phoneTitle',
        type: isCode ? 'text' : 'tel',
        wanted: isCode ? '000000' : '2025550143',
      })
      return h(
        'div',
        { class: 'layer' },
        h('div', { class: 'dim' }),
        h(
          'div',
          { role: 'dialog', class: 'card centre', 'aria-label': w('phoneTitle') },
          h('h2', {}, w('phoneTitle')),
          field,
          h('div', { class: 'foot' }, next),
        ),
      )
    },
  )
}

function passPhone() {
  state.phone = 'ok'
  if (!state.pending) return
  state.pending = false
  makeNow()
}
