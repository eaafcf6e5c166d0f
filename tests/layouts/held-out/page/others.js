/** Projects, usage, verification and sign-in safety. */
import { choiceField, read, textField } from './fields.js'
import { closeForm, formAt, opener } from './forms.js'
import { assign, h, pressable, slot, slowly, state, w } from './kit.js'
import { mark } from './marks.js'
import { plan } from './plan.js'

const refused = () => plan.situation === 'not-allowed'
const refusedNote = () => refused() && h('p', { class: 'note' }, w('notAllowed'))

const isProjectWanted = () => !state.projects.includes(plan.given.name)

const projectSpec = {
  title: 'projectFormTitle',
  opens: 'openProject',
  submitWord: 'submitProject',
  fields: [
    () =>
      textField({
        key: 'projectName',
        purpose: 'name',
        term: 'projectName',
        kind: plan.widgets.name,
        wanted: plan.given.name,
      }),
    () =>
      textField({
        key: 'notes',
        purpose: 'description',
        term: 'projectNotes',
        kind: 'textarea',
        optional: true,
      }),
  ],
  isWanted: isProjectWanted,
  isHidden: refused,
  isReady: () => read('projectName').trim() !== '',
  submit() {
    state.projects.push(read('projectName').trim())
    state.form.projectName = ''
    closeForm()
  },
}

export function projectsMain() {
  return [
    h('h1', {}, w('navProjects')),
    refusedNote(),
    h('div', { class: 'bar' }, opener('openProject', { isWanted: isProjectWanted, isBlocked: refused })),
    formAt('main', projectSpec),
    slot(
      'ul',
      () => state.projects,
      () => state.projects.map(name => h('li', {}, h('a', { href: '#' }, name))),
    ),
  ]
}

export function projectsLayer() {
  return formAt('layer', projectSpec)
}

export function usageMain() {
  const options = [
    { value: 'model', text: w('byModel') },
    { value: 'project', text: w('project') },
    { value: 'key', text: w('byKey') },
  ]
  state.form.groupBy ??= 'model'
  const group = choiceField({
    key: 'groupBy',
    purpose: 'group-by',
    term: 'groupBy',
    kind: plan.widgets.groupBy,
    options,
    wanted: 'key',
  })
  const total = mark(
    h('section', { class: 'card flat' }, h('h3', {}, w('totalSpend')), h('p', { class: 'big' }, '$1.37')),
    'total',
  )
  const rows = slot(
    'ul',
    () => [read('groupBy')],
    () => {
      state.groupedBy = read('groupBy')
      return ['$0.90', '$0.47'].map((money, i) => h('li', {}, `${read('groupBy')} ${i + 1}: ${money}`))
    },
  )
  return [
    h('h1', {}, w('usageHeading')),
    total,
    group,
    rows,
    mark(
      pressable([w('export')], () => assign(state, { exported: true })),
      'export',
    ),
  ]
}

export function verifyMain() {
  const start = () => slowly('verify', () => Object.assign(state, { verifying: true }))
  return [
    h('h1', {}, w('navGeneral')),
    refusedNote(),
    h('p', {}, 'Organization ID'),
    h('h2', {}, w('verifyHeading')),
    slot(
      'div',
      () => [state.verifying],
      () =>
        state.verifying
          ? h('p', { role: 'status' }, 'Continue on your phone.')
          : mark(pressable([w('startVerify')], start, { primary: true, disabled: refused() }), 'open-form', {
              todo: () => !refused(),
            }),
    ),
  ]
}

const isMfaWanted = () => !state.mfa

const mfaSpec = {
  title: 'mfaHeading',
  opens: 'enableMfa',
  submitWord: 'mfaSubmit',
  fields: [() => textField({ key: 'mfaCode', purpose: 'mfa-code', term: 'mfaCode', wanted: '123456' })],
  isWanted: isMfaWanted,
  isHidden: () => refused() || state.mfa === true,
  isReady: () => /^\d{6}$/.test(read('mfaCode')),
  submit() {
    state.mfa = true
    closeForm()
  },
}

export function securityMain() {
  return [
    h('h1', {}, w('navSecurity')),
    refusedNote(),
    h('h2', {}, w('mfaHeading')),
    slot(
      'div',
      () => [state.mfa],
      () =>
        state.mfa
          ? h('p', {}, w('statusActive'))
          : opener('enableMfa', { isWanted: isMfaWanted, isBlocked: refused }),
    ),
    formAt('main', mfaSpec),
  ]
}

export function securityLayer() {
  return formAt('layer', mfaSpec)
}
