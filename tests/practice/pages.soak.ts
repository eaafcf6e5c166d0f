/**
 * Walks every flow of the practice pages with real presses, in each era and with each dialog library, without the extension: what
 * a guide points to must be there and work before a guide is blamed. Every mark of marks.ts must have been seen.
 */
import puppeteer, { type Frame, type Page } from 'puppeteer-core'
import { findBrowser } from '../../tools/browser.mjs'
import { resolverRules } from './hosts.ts'
import { type MarkName, marks } from './marks.ts'
import { type Practice, startPractice } from './server.ts'
import type { Era, ModalKind, Patch } from './state.ts'

interface Walk {
  page: Page
  practice: Practice
  era: Era
  modal: ModalKind
}

const organization = '/settings/organization'
const trial: Patch = { billing: { plan: 'trial', credit: 0, card: null } }

const flows: Record<
  string,
  { scene?: Patch; eras?: string; walk: (hands: Hands, at: Walk) => Promise<void> }
> = {
  'create a key, look at it once, revoke it': {
    async walk(hands, { era, practice, page }) {
      await hands.open('/api-keys')
      await hands.sees('nav-api-keys', 'nav-usage', 'nav-settings', 'account-menu')
      if (era !== 'A') await hands.sees('create-opener-empty', 'project-switch')
      await hands.press('create-opener')
      if (era !== 'A') {
        await hands.press('owner-service')
        await hands.press('owner-you')
        await hands.choose('key-project', 'key-project-item', 'Default project')
      }
      await hands.type('key-name', 'Walked-v1')
      if (era === 'D') await hands.choose('key-expiration', 'key-expiration-item', '30')
      await hands.sees('permissions-all', 'permissions-read', 'create-cancel', 'create-dialog')
      await hands.press('permissions-restricted')
      await hands.sees(
        'scope-models',
        'scope-assistants',
        'scope-threads',
        'scope-fine-tuning',
        'scope-files',
        'scope-evals',
      )
      if (era === 'D') await hands.sees('scope-vector-stores', 'scope-tunnels')
      await hands.choose('scope-capabilities', undefined, '1')
      await hands.press('scope-capabilities-expand')
      await hands.sees(
        'scope-chat',
        'scope-embeddings',
        'scope-images',
        'scope-audio',
        'scope-moderations',
        'scope-responses',
        'scope-realtime',
      )
      await hands.press('create-submit')
      await hands.sees('reveal-dialog', 'reveal-copy', 'reveal-done')
      const key = practice.state.keys[0]
      expect(
        key?.name === 'Walked-v1' && key.permissions === 'restricted',
        'the key has the name and permissions that were chosen',
      )
      expect(key?.scopes.includes('api.model.request') === true, 'Model capabilities became a scope')
      expect(era !== 'D' || (key?.expiresAt ?? 0) > Date.now(), 'the key expires')
      const shown = await hands.until(() =>
        page.evaluate(() => {
          const field = document.activeElement as HTMLInputElement
          return field.value && field.selectionEnd === field.value.length && field.selectionStart === 0
            ? field.value
            : ''
        }),
      )
      expect(shown === key?.secret, 'the field is focused and selected and holds the key')
      await page.mouse.click(5, 500)
      await hands.gone('reveal-dialog')
      await hands.sees('key-row', 'key-edit')
      await hands.press('key-delete')
      await hands.sees('revoke-dialog', 'revoke-cancel')
      await hands.press('revoke-confirm')
      await hands.until(() => practice.state.keys[0]?.revoked)
      await hands.gone('revoke-dialog')
    },
  },
  'Escape closes the dialog and gives the page back': {
    async walk(hands, { page }) {
      await hands.open('/api-keys')
      await hands.press('create-opener')
      await hands.sees('create-dialog')
      await page.keyboard.press('Escape')
      await hands.gone('create-dialog')
      await hands.press('create-opener')
      await hands.press('create-cancel')
      await hands.gone('create-dialog')
    },
  },
  'rename a key': {
    scene: { keys: [{ name: 'Before' }] },
    async walk(hands, { practice }) {
      await hands.open('/api-keys')
      await hands.press('key-edit')
      await hands.press('edit-save')
      await hands.gone('edit-save')
      expect(practice.state.keys[0]?.name === 'Before', 'the name stays')
    },
  },
  'the telephone first, under a banner': {
    scene: { person: { phone: 'needed' } },
    async walk(hands, { practice }) {
      await hands.open('/api-keys')
      expect(await hands.disabled('create-opener'), 'the opener is disabled')
      await hands.press('phone-start')
      await hands.phone()
      await hands.until(() => practice.state.person.phone === 'verified')
      await hands.until(async () => !(await hands.disabled('create-opener')))
    },
  },
  'the telephone after the dialog': {
    scene: { person: { phone: 'on-submit' } },
    async walk(hands) {
      await hands.open('/api-keys')
      await hands.press('create-opener')
      await hands.type('key-name', 'After the call')
      await hands.pickProject()
      await hands.press('create-submit')
      await hands.phone()
      await hands.sees('reveal-key')
      await hands.press('reveal-done')
      await hands.gone('reveal-dialog')
    },
  },
  'pay, and leave automatic payment off': {
    scene: trial,
    async walk(hands, { practice, era }) {
      await hands.open(`${organization}/billing/overview`)
      await hands.sees('nav-billing', 'nav-limits', 'credit-balance', 'tab-payment-methods')
      if (era === 'D') await hands.sees('tab-credit-grants')
      await hands.press('add-payment')
      await hands.sees('payer-company')
      await hands.press('payer-individual')
      await hands.sees('card-country', 'card-frame')
      await hands.card()
      await hands.type('card-name', 'Robin Practice')
      await hands.press('card-continue')
      await hands.sees('purchase-amount')
      if (era === 'D') await hands.press('auto-reload')
      await hands.press('purchase-continue')
      await hands.press('purchase-confirm')
      await hands.sees('add-credit', 'auto-reload-change')
      const { billing } = practice.state
      expect(billing.credit === 10 && !billing.autoReload, 'ten dollars, no automatic payment')
      await hands.open(`${organization}/billing/payment-methods`)
      await hands.press('remove-card')
      await hands.until(() => practice.state.billing.card === null)
    },
  },
  'limit the spending': {
    async walk(hands, { practice, era }) {
      await hands.open(`${organization}/limits`)
      if (era === 'A' || era === 'B') {
        await hands.sees('alert-amount')
        await hands.type('limit-amount', '25', true)
      } else {
        await hands.press('limit-edit')
        await hands.type('limit-amount', '25', true)
        if (era === 'D') await hands.press('limit-hard')
      }
      await hands.press('limit-save')
      await hands.until(() => practice.state.organization.spendLimit === 25)
      expect(practice.state.organization.hardLimit === (era !== 'C'), 'a hard limit, where the era has one')
      if (era === 'C' || era === 'D') {
        await hands.press('alert-add')
        await hands.type('alert-amount', '20')
        await hands.press('alert-save')
        await hands.until(() => practice.state.organization.spendAlerts.length === 1)
      }
    },
  },
  'limit the spending where the hard limit is a dialog of its own': {
    scene: { organization: { limitsDialog: 'split' } },
    eras: 'D',
    async walk(hands, { practice }) {
      await hands.open(`${organization}/limits`)
      await hands.press('hard-limit-edit')
      await hands.press('limit-hard')
      await hands.press('limit-save')
      await hands.until(() => practice.state.organization.hardLimit)
    },
  },
  'a project of its own, with limits': {
    async walk(hands, { practice, era }) {
      await hands.open(era === 'D' ? '/projects' : `${organization}/projects`)
      await hands.sees('project-row')
      await hands.press('project-create')
      await hands.type('project-name', 'Chatbot')
      await hands.press('project-submit')
      const project = await hands.until(() => practice.state.projects.find(one => one.name === 'Chatbot'))
      if (era !== 'A') await hands.choose('project-switch', 'project-item', project.id, 'Chatbot')
      await hands.open(`/settings/${project.id}/limits`)
      await hands.sees('model-access')
      if (era !== 'A') await hands.sees('nav-project-limits', 'nav-project-general')
    },
  },
  'usage, and the log of one request': {
    scene: {
      usage: [
        {
          day: today(),
          keyId: 'key_1',
          project: 'p',
          model: 'gpt-5-mini',
          requests: 2,
          inputTokens: 1,
          outputTokens: 1,
          dollars: 1.5,
        },
      ],
    },
    async walk(hands, { era }) {
      await hands.open('/usage')
      await hands.sees('usage-total', 'usage-range', 'usage-project', 'usage-export')
      await hands.choose('usage-group', undefined, 'API key')
      await hands.open('/logs')
      if (era === 'C' || era === 'D') await hands.sees('nav-logs')
      await hands.press('log-row')
      await hands.gone('log-row')
    },
  },
  'multi-factor authentication': {
    async walk(hands, { practice }) {
      await hands.open('/settings/profile/security')
      await hands.sees('nav-security')
      await hands.press('mfa-enable')
      await hands.type('mfa-code', '123456')
      await hands.enter()
      await hands.until(() => practice.state.person.mfa)
    },
  },
  'an admin key': {
    async walk(hands, { practice }) {
      await hands.open(`${organization}/admin-keys`)
      await hands.press('admin-create')
      await hands.press('admin-submit')
      await hands.sees('reveal-key')
      expect(practice.state.keys[0]?.kind === 'admin', 'it is an admin key')
    },
  },
  'general, people, data': {
    async walk(hands, { era }) {
      await hands.open(`${organization}/general`)
      await hands.sees('nav-general', 'nav-people')
      if (era !== 'A')
        await hands.sees('verify-start', 'nav-organization-api-keys', 'nav-admin-keys', 'nav-projects')
      if (era !== 'D') await hands.sees('nav-profile')
      if (era === 'D') await hands.sees('nav-back')
      await hands.open(`${organization}/data-controls`)
      await hands.sees('sharing-switch')
      await hands.open('/home')
      if (era === 'D') {
        await hands.sees('nav-home')
        await hands.press('nav-more')
      }
    },
  },
  'sign up, with a key in the first run': {
    scene: { person: { signedIn: false, signUp: 'none', name: '', email: '', phone: 'on-submit' }, ...trial },
    async walk(hands, { practice, page }) {
      await hands.open('/home')
      await hands.sees('sign-in')
      await hands.press('sign-up')
      await hands.type('email-field', 'robin@example.com')
      await hands.press('email-continue')
      await hands.type('password-field', 'practice-password')
      await hands.enter()
      await hands.type('code-field', '123456')
      await hands.enter()
      await hands.type('about-name', 'Robin')
      await hands.press('about-birthday')
      await page.keyboard.type('01021990')
      await hands.press('about-continue')
      await hands.sees('wizard-organization')
      await hands.press('wizard-create')
      await hands.press('wizard-skip-invite')
      await hands.sees('wizard-skip-key')
      await hands.press('wizard-generate')
      await hands.sees('wizard-key')
      expect(practice.state.keys.length === 1, 'the first run made a key')
      await hands.enter()
      await page.evaluate(() => (document.querySelector('main button') as HTMLButtonElement).click())
      await hands.press('wizard-skip-credits')
      await hands.until(() => page.url().endsWith('/home'))
    },
  },
  'in a window of 375 pixels': {
    eras: 'D',
    async walk(hands, { page }) {
      await page.setViewport({ width: 375, height: 740 })
      await hands.open('/home')
      await hands.press('nav-open')
      await hands.press('nav-api-keys')
      await hands.press('create-opener')
      await hands.press('create-submit')
      await hands.press('reveal-done')
      await hands.gone('reveal-dialog')
      await page.setViewport({ width: 1280, height: 900 })
    },
  },
  'translated, with the sidebar folded up': {
    scene: { translated: true, sidebar: 'collapsed' },
    async walk(hands, { page }) {
      await hands.open('/home')
      await hands.press('nav-api-keys')
      await hands.press('create-opener')
      await hands.sees('create-submit')
      const text = await page.evaluate(() => document.body.innerText)
      expect(/Geheimen Schlüssel erstellen/.test(text) && !/Create secret key/.test(text), 'it is German')
    },
  },
  'rules for new keys': {
    eras: 'D',
    async walk(hands, { practice, page }) {
      await hands.open(`${organization}/general`)
      await hands.press('nav-organization-security')
      await hands.sees('ip-allowlist')
      const box = await hands.box('governance-policy')
      await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2)
      await hands.press('governance-save')
      await hands.until(() => practice.state.organization.keyPolicy === 'service-accounts-only')
    },
  },
  'usage as a part of analytics': {
    eras: 'D',
    scene: { analytics: true },
    async walk(hands, { page }) {
      await hands.open('/home')
      await hands.press('nav-analytics')
      await hands.press('analytics-usage')
      await hands.until(() => page.url().endsWith('/usage'))
    },
  },
  'archive a project': {
    eras: 'D',
    scene: {
      projects: [
        { id: 'proj_one', name: 'One' },
        { id: 'proj_two', name: 'Two' },
      ],
      selectedProject: 'proj_one',
    },
    async walk(hands, { practice }) {
      await hands.open('/settings/proj_two')
      await hands.press('project-archive')
      await hands.until(() => practice.state.projects[1]?.archived)
    },
  },
  'the keys of the person, as they were': {
    eras: 'B',
    async walk(hands) {
      await hands.open('/api-keys')
      await hands.press('user-keys-link')
      await hands.gone('user-keys-link')
    },
  },
  'what the policies are': {
    eras: 'D',
    async walk(hands, { page }) {
      await hands.open('/home')
      await hands.press('account-menu')
      await hands.press('policies-link')
      await hands.until(() => page.url().endsWith('/policies'))
    },
  },
}

export async function run(_: { seed: number }): Promise<string> {
  const practice = await startPractice()
  const browser = await puppeteer.launch({
    executablePath: (await findBrowser()) ?? '/usr/bin/chromium',
    acceptInsecureCerts: true,
    defaultViewport: { width: 1280, height: 900 },
    args: ['--no-sandbox', `--host-resolver-rules=${resolverRules(practice.port)}`],
  })
  const failures: string[] = []
  const seen = new Set<string>()
  let walked = 0
  try {
    const page = await browser.newPage()
    let complaints: string[] = []
    page.on('pageerror', error => complaints.push(String(error)))
    page.on('console', message => message.type() === 'error' && complaints.push(message.text()))
    for (const era of ['D', 'C', 'B', 'A'] as const) {
      for (const modal of kinds[era]) {
        for (const [name, { scene, eras, walk }] of Object.entries(flows)) {
          if (eras && !eras.includes(era)) continue
          if (process.env.FLOW && !name.includes(process.env.FLOW)) continue
          practice.reset({ ...scene, era, modal })
          complaints = []
          const hands = handsOn(page, seen)
          walked++
          try {
            await walk(hands, { page, practice, era, modal })
            if (complaints.length > 0) throw new Error(complaints.join('; '))
          } catch (error) {
            const where = `era ${era}, ${modal}: ${name}`
            failures.push(`${where}: ${error instanceof Error ? error.message : error}`)
            if (process.env.SHOTS)
              await page.screenshot({ path: `${process.env.SHOTS}/${where.replace(/\W+/g, '-')}.png` })
          }
        }
      }
    }
  } finally {
    await browser.close()
    await practice.close()
  }
  const never = process.env.FLOW ? [] : Object.keys(marks).filter(name => !seen.has(name))
  if (never.length > 0) failures.push(`marks that no walk has seen: ${never.join(', ')}`)
  if (failures.length > 0)
    throw new Error(`${failures.length} of ${walked} walks failed:\n${failures.join('\n')}`)
  return `${walked} walks over the practice pages, ${seen.size} marks seen`
}

/** Every library in the newest era; two each before; the oldest layout had one kind of its own. */
const kinds: Record<Era, ModalKind[]> = {
  D: ['radix', 'aria', 'focus-lock', 'native'],
  C: ['radix', 'native'],
  B: ['aria', 'focus-lock'],
  A: ['focus-lock'],
}

type Hands = ReturnType<typeof handsOn>

function handsOn(page: Page, seen: Set<string>) {
  async function until<T>(ask: () => T | Promise<T>, what = 'it to be so'): Promise<NonNullable<T>> {
    const end = Date.now() + 6000
    for (;;) {
      const answer = await Promise.resolve()
        .then(ask)
        .catch(() => undefined)
      if (answer) return answer as NonNullable<T>
      if (Date.now() > end) throw new Error(`waited for ${what} on ${page.url()}`)
      await new Promise(done => setTimeout(done, 30))
    }
  }
  const marked = async (name: MarkName) => {
    const handle = await page.evaluateHandle(
      name =>
        (window as unknown as { __practice: { marked(name: string): Element | null } }).__practice.marked(
          name,
        ),
      name,
    )
    return handle.asElement() as import('puppeteer-core').ElementHandle<Element> | null
  }
  const look = async () => {
    const names = await page
      .evaluate(
        () =>
          (window as unknown as { __practice?: { markedHere(): string[] } }).__practice?.markedHere() ?? [],
      )
      .catch(() => [])
    for (const name of names) seen.add(name)
  }
  async function find(name: MarkName) {
    let last = ''
    const element = await until(async () => {
      const one = await marked(name)
      const place = JSON.stringify(await one?.boundingBox())
      const still = place === last && one !== null && place !== 'null'
      last = place
      return still ? one : undefined
    }, `"${name}"`)
    await look()
    return element
  }
  async function press(name: MarkName): Promise<void> {
    const element = await find(name)
    await element.evaluate(one => one.scrollIntoView({ block: 'center' }))
    const box = await until(() => element.boundingBox())
    await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2)
  }
  async function type(name: MarkName, text: string, instead = false): Promise<void> {
    const element = await find(name)
    await element.click({ count: instead ? 3 : 1 })
    await page.keyboard.type(text)
  }
  return {
    until,
    press,
    type,
    box: async (name: MarkName) => until(async () => (await find(name)).boundingBox()),
    open: (path: string) => page.goto(`https://platform.openai.com${path}`),
    enter: () => page.keyboard.press('Enter'),
    async sees(...names: MarkName[]) {
      for (const name of names) await find(name)
    },
    async gone(name: MarkName) {
      await until(async () => (await marked(name)) === null, `"${name}" to go`)
    },
    disabled: async (name: MarkName) =>
      (await find(name)).evaluate(one => (one as HTMLButtonElement).disabled),
    /** From a select, a date, a menu with items, or a menu by its text. */
    async choose(name: MarkName, item: MarkName | undefined, value: string, text = '') {
      const element = await find(name)
      const tag = await element.evaluate(one => one.tagName)
      if (tag === 'SELECT') {
        await element.select(...(await matching(element, value)))
        return
      }
      await press(name)
      if (!item) {
        await page.keyboard.press('Escape')
        return
      }
      await find(item)
      const handle = await page.evaluateHandle(
        ([item, text, index]) => {
          const all = (
            window as unknown as { __practice: { allMarked(name: string): Element[] } }
          ).__practice.allMarked(item)
          return all.find(one => one.textContent === text) ?? all[Math.min(index, all.length - 1)] ?? null
        },
        [item, text, name === 'key-expiration' ? 2 : 0] as const,
      )
      await (handle.asElement() as typeof element | null)?.click()
    },
    async pickProject() {
      const select = await marked('key-project')
      if (select && (await select.evaluate(one => one.tagName)) === 'SELECT') {
        const values = await select.evaluate(one =>
          [...(one as HTMLSelectElement).options].map(option => option.value),
        )
        const value = values.find(one => one)
        if (value) await select.select(value)
      }
    },
    async phone() {
      await type('phone-number', '202 555 0142')
      await press('phone-send')
      await type('phone-code', '123456')
    },
    async card() {
      const frame = await until(
        () => page.frames().find((one: Frame) => one.url().includes('practice-card-frame')),
        'the card frame',
      )
      const number = await until(() => frame.$('#number'), 'the card number')
      await number.click()
      await number.type('4242424242424242')
      await (await frame.$('#expiry'))?.type('12/30')
      await (await frame.$('#code'))?.type('123')
    },
  }
}

async function matching(
  select: import('puppeteer-core').ElementHandle<Element>,
  value: string,
): Promise<string[]> {
  const options = await select.evaluate(one =>
    [...(one as HTMLSelectElement).options].map(option => [option.value, option.text]),
  )
  const found = options.find(([id, text]) => id === value || text === value)
  return [found?.[0] ?? value]
}

function expect(truth: boolean, what: string): void {
  if (!truth) throw new Error(`not so: ${what}`)
}

function today(): string {
  return new Date().toISOString().slice(0, 10)
}
