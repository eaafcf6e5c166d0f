/** One walk for each guide: what the practice platform is like, which marks its targets are, what a person does by hand. */
import { clickNamed, type Harness } from '../../browser/harness.ts'
import { poll } from '../../browser/poll.ts'
import { isThere, press, type } from '../../browser/practice-page.ts'
import { card, pressCard } from '../../overlay/overlay.ts'
import type { Hand, Walk } from './walk.ts'

const say: Hand = ({ page, view }) => pressCard(page, view.button ?? '')

/** The key is given an end, as a person may who reads the list on the card. */
const chooseExpiryThenCreate: Hand = async ({ page }) => {
  await press(page, 'key-expiration')
  await poll(() => isThere(page, 'key-expiration-item'), 'the choices of the expiration')
  await clickNamed(page, /30|1 month/)
  // While it closes the menu keeps every press for itself.
  await poll(async () => !(await isThere(page, 'key-expiration-item')), 'the menu to be closed')
  await press(page, 'create-submit')
}

/** What was wrong with the key has been put right on the platform. */
export const answersAgain = ({ practice }: Harness) =>
  practice?.set({ keys: practice.state.keys.map(key => ({ ...key, condition: null })) })

/** The card's own field is in a frame of another site: Keyway never sees into it, a person does. */
const fillCard: Hand = async ({ page }) => {
  if (!(await isThere(page, 'card-frame'))) return
  // In a narrow window the form fills it: a person makes the card small to get at the fields.
  const narrow = await page.evaluate(() => innerWidth < 500)
  if (narrow) await pressCard(page, 'Make the card small')
  await press(page, 'card-frame')
  const frame = await poll(
    () => page.frames().find(one => one.url().includes('card-frame')),
    'the frame of the card',
  )
  for (const [field, text] of [
    ['#number', '4242424242424242'],
    ['#expiry', '12/34'],
    ['#code', '123'],
  ] as const)
    await frame.type(field, text)
  await type(page, 'card-name', 'Robin Practice')
  await press(page, 'card-continue')
  if (narrow) await pressCard(page, /^(?!Make)/)
}

export const isForProblem = (guide: string): boolean =>
  /^(?:fix-|rotate-|revoke-|key-compromised|stop-using|verify-)/.test(guide)

export const walks: Walk[] = [
  {
    guide: 'create-account',
    scene: {
      person: { signedIn: false, signUp: 'none', name: '', email: '', phone: 'on-submit' },
      billing: { plan: 'trial', credit: 0, card: null },
    },
    start: '/',
    choices: { way: 'email' },
    marks: {
      signUp: 'sign-up',
      createOrganization: 'wizard-create',
      organizationName: 'wizard-organization',
      inviteLater: 'wizard-skip-invite',
      callLater: 'wizard-skip-key',
      creditsLater: 'wizard-skip-credits',
      'detour-log-in': 'sign-in',
    },
    hands: {
      'open-sign-up': async ({ page }) => {
        await press(page, 'sign-up')
        await type(page, 'email-field', 'robin@example.com')
        await press(page, 'email-continue')
        await type(page, 'password-field', 'practice-only')
        await clickNamed(page, 'Continue')
        await type(page, 'code-field', '123456')
        await clickNamed(page, 'Continue')
        await type(page, 'about-name', 'Robin Practice')
        await type(page, 'about-birthday', '01011990')
        await press(page, 'about-continue')
      },
      organization: async ({ page }) => {
        await type(page, 'wizard-organization', 'Practice')
        await press(page, 'wizard-create')
      },
      'skip-invites': ({ page }) => press(page, 'wizard-skip-invite'),
      'skip-first-key': ({ page }) => press(page, 'wizard-skip-key'),
      'skip-credits': ({ page }) => press(page, 'wizard-skip-credits'),
    },
    through: ['organization', 'skip-invites', 'skip-first-key'],
  },
  {
    guide: 'secure-account',
    start: '/settings/profile/security',
    marks: { enable: 'mfa-enable', code: 'mfa-code' },
    hands: {
      enable: ({ page }) => press(page, 'mfa-enable'),
      scan: async walker => {
        const { page } = walker
        await type(page, 'mfa-code', '123456')
        await page.keyboard.press('Enter')
        // The page's “Enabled” could stand for anything: the person says what it is.
        await say(walker)
      },
    },
    through: ['enable', 'scan', 'recovery'],
  },
  {
    guide: 'keyless-ci',
    start: '/home',
    through: ['fits', 'account', 'provider', 'mapping', 'program', 'old-key'],
  },
  { guide: 'read-policy', start: '/home', through: ['open', 'allowed', 'people', 'keys', 'data'] },
  { guide: 'need-a-key', start: '/home', choices: { want: 'code' }, through: ['key', 'code-needs'] },
  {
    guide: 'spend-less',
    start: '/home',
    through: ['model', 'cache', 'short', 'batch', 'local', 'current'],
  },
  {
    guide: 'set-up-billing',
    scene: { billing: { plan: 'trial', credit: 0, card: null } },
    start: '/settings/organization/billing/overview',
    marks: {
      individual: 'payer-individual',
      company: 'payer-company',
      cardName: 'card-name',
      continue: ['card-continue', 'purchase-continue'],
      amount: 'purchase-amount',
      confirm: 'purchase-confirm',
    },
    // The card's question is answered on its step: then the other answer of the page is what is lit.
    hands: { who: ({ page }) => pressCard(page, 'A company'), card: fillCard },
    through: ['open', 'who', 'who-company', 'card', 'amount', 'auto-reload', 'confirm', 'wait'],
  },
  {
    guide: 'limit-spending',
    start: '/settings/organization/limits',
    through: ['edit', 'amount', 'hard', 'save', 'alert'],
    unseen: ['hard-apart'],
  },
  {
    guide: 'create-key',
    start: '/api-keys',
    hands: { submit: chooseExpiryThenCreate },
    through: ['open', 'name', 'submit', 'save', 'commit', 'close'],
  },
  {
    guide: 'give-to-app',
    start: '/settings/organization/projects',
    marks: { submit: 'create-submit' },
    hands: {
      limit: async walker => {
        const { h, page, view } = walker
        const project = h.practice?.state.projects.at(-1)?.id
        if (view.state === 'wrong-page')
          await page.goto(`https://platform.openai.com/settings/${project}/limits`)
        else if (view.state === 'ready') await press(page, 'limit-edit')
        else await say(walker)
      },
    },
    through: [
      'project',
      'project-create',
      'limit',
      'open',
      'name',
      'create',
      'save',
      'commit',
      'close',
      'give',
    ],
  },
  {
    guide: 'restrict-key',
    start: '/api-keys',
    choices: { purpose: 'chat' },
    marks: {
      listModels: 'scope-models',
      capabilities: 'scope-capabilities',
      responses: 'scope-responses',
      embeddings: 'scope-embeddings',
      images: 'scope-images',
      files: 'scope-files',
      fineTuning: 'scope-fine-tuning',
    },
    through: ['open', 'name', 'restricted', 'list-models', 'capabilities', 'create', 'save', 'compare'],
    unseen: ['list-models', 'capabilities', 'responses'],
    hands: {
      // The page may say one thing and the key another: it is asked itself, and again after it was put right.
      async compare({ h, page }) {
        const made = h.practice?.state.keys.at(-1)
        const right = made?.scopes ?? []
        const allow = (scopes: string[]) =>
          h.practice?.set({
            keys: h.practice.state.keys.map(key => (key.id === made?.id ? { ...key, scopes } : key)),
          })
        allow([...right.filter(scope => !scope.startsWith('api.responses')), 'api.files.write'])
        await pressCard(page, 'Check permissions')
        const wrong =
          /It did not show that it may: Responses \(write\)\. More than you wanted: .*Files \(write\)/
        await poll(
          async () => wrong.test((await card(page))?.text ?? ''),
          async () => `what is wrong with the key; the card says ${(await card(page))?.text}`,
        )
        allow(right)
        await pressCard(page, 'Check permissions')
      },
    },
  },
  {
    guide: 'create-project',
    start: '/settings/organization/projects',
    marks: { create: 'project-create', name: 'project-name', submit: 'project-submit' },
    hands: {
      // The address holds the new project's id, so nobody can link there: the person goes by the page.
      limits: async walker => {
        const project = walker.h.practice?.state.projects.at(-1)
        if (!walker.page.url().includes('/limits'))
          await walker.page.goto(`https://platform.openai.com/settings/${project?.id}/limits`)
        else await press(walker.page, 'limit-edit')
      },
    },
    through: ['open', 'name', 'create', 'limits', 'amount', 'hard', 'save', 'models'],
  },
  {
    guide: 'project-key',
    start: '/api-keys',
    choices: { environment: 'staging' },
    through: ['switch', 'open', 'name', 'project', 'permissions', 'create', 'save', 'close'],
  },
  {
    guide: 'service-account-key',
    start: '/api-keys',
    through: ['open', 'owner', 'name', 'project', 'create', 'save', 'close', 'place'],
  },
  {
    guide: 'monitor-usage',
    start: '/usage',
    marks: { period: 'usage-range', groupBy: 'usage-group', export: 'usage-export' },
    through: ['open', 'project', 'by-key', 'export', 'requests'],
  },
  {
    guide: 'rotate-key',
    start: '/api-keys',
    subject: {},
    through: [
      'places',
      'open',
      'name',
      'create',
      'save',
      'close',
      'deploy',
      'find-old',
      'revoke-old',
      'prove',
    ],
  },
  { guide: 'revoke-key', start: '/api-keys', subject: {}, through: ['find', 'confirm', 'prove'] },
  {
    guide: 'key-compromised',
    start: '/api-keys',
    subject: {},
    through: ['find', 'revoke', 'prove', 'open', 'create', 'save', 'close', 'replace', 'usage', 'review'],
  },
  {
    guide: 'verify-organization',
    start: '/settings/organization/general',
    marks: { individual: ['verify-individual', 'verify-start'], start: 'verify-start' },
    hands: { start: say, test: say },
    through: ['open', 'start', 'persona', 'wait'],
    unseen: ['start', 'persona', 'test'],
  },
  {
    guide: 'stop-using',
    start: '/api-keys',
    scene: { billing: { autoReload: true } },
    through: ['keys', 'auto-reload', 'card', 'credits', 'programs', 'vault'],
    unseen: ['vault'],
    hands: { vault: say },
  },
  {
    guide: 'fix-not-working',
    start: '/api-keys',
    subject: { condition: 'invalid_api_key', mended: answersAgain },
    through: ['text', 'dead', 'program', 'test'],
  },
  {
    guide: 'fix-permission-denied',
    start: '/api-keys',
    subject: { condition: 'missing_scope', mended: answersAgain },
    through: ['edit', 'scope', 'role', 'test'],
    unseen: ['scope'],
  },
  {
    guide: 'fix-rate-limit',
    start: '/settings/organization/limits',
    marks: { allModels: 'limits-all-models' },
    through: ['which', 'limits', 'back-off', 'see-it-work'],
  },
  {
    guide: 'fix-billing',
    scene: { billing: { credit: 0 } },
    start: '/settings/organization/billing/overview',
    subject: { mended: h => h.practice?.set({ billing: { credit: 10 } }) },
    marks: { addCredit: 'add-credit', addPayment: 'add-payment' },
    through: ['organization', 'balance', 'pay', 'wait', 'test'],
  },
]
