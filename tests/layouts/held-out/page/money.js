/** The pages of money: limits and billing. */
import { amountField, choiceField, read, set, textField } from './fields.js'
import { closeForm, formAt, opener } from './forms.js'
import { freshId, h, pressable, slot, state, ui, w, watch } from './kit.js'
import { mark } from './marks.js'
import { plan } from './plan.js'

const isRefused = () => plan.situation === 'not-allowed'

function refusal() {
  return isRefused() && h('p', { class: 'note' }, w('notAllowed'))
}

/** On or off: a switch, a tick, or two radios. */
function onOff(key, purpose, term, offTerm, kind, wanted) {
  const options = [
    { value: 'off', text: w(offTerm) },
    { value: 'on', text: w(term) },
  ]
  if (kind !== 'checkbox') return choiceField({ key, purpose, term, kind, options, wanted })
  const tick = h('input', {
    type: 'checkbox',
    id: freshId(),
    onchange: () => set(key, tick.checked ? 'on' : 'off'),
  })
  watch(tick, () => {
    tick.checked = read(key) === 'on'
  })
  const label = h('label', { class: 'choice' }, tick, h('span', {}, w(term)))
  mark(tick, purpose, { todo: () => read(key) !== wanted, also: [label] })
  return label
}

const isLimitWanted = () => state.limit !== plan.given.amount

const limitSpec = {
  title: 'editLimit',
  opens: 'editLimit',
  submitWord: 'saveLimit',
  fields: [
    () => amountField('limitAmount'),
    () =>
      plan.widgets.hard !== 'none' &&
      onOff('hard', 'hard-limit', 'hardLimit', 'softLimit', plan.widgets.hard, 'on'),
    () =>
      plan.seed % 3 === 0 && textField({ key: 'alert', purpose: 'alert', term: 'softLimit', type: 'number' }),
  ],
  isWanted: isLimitWanted,
  isHidden: isRefused,
  isReady: () => Number(read('amount')) > 0,
  submit() {
    state.limit = Number(read('amount'))
    state.hard = read('hard')
    closeForm()
  },
}

export function limitsMain() {
  state.form.hard ??= 'off'
  return [
    h('h1', {}, w('limitsHeading')),
    refusal(),
    h(
      'section',
      { class: 'card flat' },
      h('h3', {}, w('limitCard')),
      slot(
        'p',
        () => [state.limit],
        () => `$0.00 / $${(state.limit ?? 120).toFixed(2)}`,
        { class: 'big' },
      ),
      h('p', { class: 'faint' }, 'Your actual costs may exceed this based on usage'),
      opener('editLimit', { isWanted: isLimitWanted, isBlocked: isRefused }),
    ),
    formAt('main', limitSpec),
    h('h3', {}, 'Rate limits'),
    h(
      'table',
      {},
      h(
        'tbody',
        {},
        ['gpt-5-mini', 'gpt-5'].map(model =>
          h(
            'tr',
            {},
            h('td', {}, model),
            h('td', {}, '200,000 TPM'),
            h(
              'td',
              {},
              pressable([w('edit')], () => {}),
            ),
          ),
        ),
      ),
    ),
  ]
}

export function limitsLayer() {
  return formAt('layer', limitSpec)
}

const isFirst = plan.task === 'set-up-billing'
const isPaymentWanted = () => state.paid === undefined

function cardFrame() {
  const source = `<!doctype html><style>body{margin:0;font:14px system-ui}input{width:30%;padding:6px}</style>
<input aria-label="Card number"><input aria-label="Expiry"><input aria-label="CVC"><script>
const all=[...document.querySelectorAll('input')];const tell=()=>all.every(one=>one.value)&&top.postMessage('card complete','*');
addEventListener('input',tell);addEventListener('message',event=>{if(event.data==='fill'){for(const one of all)one.value='4242';tell()}})<${'/'}script>`
  const element = h('iframe', {
    sandbox: 'allow-scripts',
    title: 'Secure card payment input frame',
    srcdoc: source,
    style: 'width:100%;height:44px;border:0',
  })
  return mark(element, 'card', {
    todo: () => read('card') !== 'filled',
    value: '4242 4242 4242 4242',
  })
}

if (plan.task === 'set-up-billing')
  addEventListener('message', event => {
    if (event.data === 'card complete') set('card', 'filled')
  })

const paymentFields = [
  () =>
    choiceField({
      key: 'payer',
      purpose: 'payer',
      term: 'payerKind',
      kind: plan.widgets.payer,
      options: [
        { value: 'individual', text: w('individual') },
        { value: 'company', text: w('company') },
      ],
      wanted: 'individual',
    }),
  () => [
    cardFrame(),
    textField({ key: 'cardName', purpose: 'card-name', term: 'cardName', wanted: 'A. Person' }),
  ],
  () => [
    textField({ key: 'country', purpose: 'country', term: 'country', wanted: 'Portugal' }),
    textField({ key: 'city', purpose: 'city', term: 'city', wanted: 'Porto' }),
  ],
]

const paymentSpec = {
  title: isFirst ? 'addPayment' : 'buyCredits',
  opens: isFirst ? 'addPayment' : 'buyCredits',
  submitWord: 'pay',
  fields: [
    ...(isFirst ? paymentFields : []),
    () => [
      amountField('purchase'),
      onOff(
        'autoReload',
        'auto-reload',
        'autoReload',
        'softLimit',
        plan.widgets.hard === 'checkbox' ? 'checkbox' : 'switch',
        'off',
      ),
    ],
  ],
  isWanted: isPaymentWanted,
  isHidden: isRefused,
  isReady: () =>
    Number(read('amount')) >= 5 && (!isFirst || (read('card') === 'filled' && read('cardName') !== '')),
  submit() {
    state.paid = Number(read('amount'))
    state.autoReload = read('autoReload')
    closeForm()
  },
}

export function billingMain() {
  state.form.autoReload ??= 'on'
  return [
    h('h1', {}, w('billingHeading')),
    refusal(),
    h(
      'section',
      { class: 'card flat' },
      h('h3', {}, w('balance')),
      slot(
        'p',
        () => [state.paid],
        () => `$${(state.paid ?? 0).toFixed(2)}`,
        { class: 'big' },
      ),
      h('p', { class: 'faint' }, 'API credits are separate from ChatGPT.'),
      h(
        'div',
        { class: 'bar' },
        opener(paymentSpec.opens, { isWanted: isPaymentWanted, isBlocked: isRefused }),
        pressable([w('navUsage')], () => {}),
      ),
    ),
    formAt('main', paymentSpec),
    !isFirst &&
      h(
        'p',
        {},
        'Visa •••• 4242',
        ' ',
        pressable([w('edit')], () => {}),
      ),
    slot(
      'p',
      () => [ui.busy],
      () => ui.busy === 'submit' && '…',
      { role: 'status' },
    ),
  ]
}

export function billingLayer() {
  return formAt('layer', paymentSpec)
}
