/**
 * Every message: who may send it, and what each of its fields takes and refuses. Written by hand and apart from the parsing rules,
 * which are tested against it. A new message does not compile without a row, and a new field fails without one.
 */
import type { RequestName } from '../../src/protocol/messages.ts'
import {
  anyText,
  anything,
  type Field,
  flag,
  identifier,
  list,
  named,
  oneNumberOf,
  oneOf,
  optional,
  orNull,
  rowTails,
  shape,
  tail,
  text,
  textLike,
  time,
  wholeNumber,
  yes,
} from './field-values.ts'
import type { SenderName } from './sender-cases.ts'

export type Row = { from: SenderName[]; payload: Field }

const content: SenderName[] = ['content script']
const screens: SenderName[] = ['popup', 'panel', 'dashboard', 'welcome']
const offscreen: SenderName[] = ['offscreen document']

const day = 24 * 60
const nothing = shape({})
const byId = shape({ id: identifier })
const act = shape({
  act: oneOf(
    'back',
    'skip',
    'done',
    'stop',
    'restart',
    'do',
    'go',
    'fix',
    'choose',
    'not-again',
    'off-for-site',
    'open-panel',
    'report',
    'start',
  ),
  option: optional(identifier),
  step: optional(identifier),
})
const provider = oneOf(
  'openai',
  'anthropic',
  'gemini',
  'mistral',
  'groq',
  'openrouter',
  'deepseek',
  'xai',
  'together',
  'ollama',
  'lmstudio',
  'llamacpp',
  'other',
)
const aboutFields = {
  label: optional(text(200)),
  project: optional(text(200)),
  organization: optional(text(200)),
  environment: optional(text(60)),
  purpose: optional(text(200)),
  notes: optional(text(5000)),
  tags: optional(list(text(60), 30)),
  usedIn: optional(list(text(300), 50)),
  baseUrl: optional(text(300)),
  service: optional(text(80)),
  webPage: optional(
    textLike(
      ['', 'https://huggingface.co/settings/tokens', 'https://a.example:8443/x?y=1#z'],
      [
        'http://a.example',
        'javascript:alert(1)',
        'https://',
        'https://me@a.example',
        'https://a b',
        'a.example',
        ' https://a.example',
      ],
      300,
    ),
  ),
  variable: optional(
    textLike(['', 'HF_TOKEN', '_x1'], ['1A', 'A-B', 'A B', 'A=B', 'A\n', '$A', 'Ä', '$(id)'], 80),
  ),
  standbyFor: optional(orNull(identifier)),
  expiresAt: optional(orNull(time)),
  rotateBy: optional(orNull(time)),
  copyFreely: optional(flag),
  checkEveryMinutes: optional(orNull(wholeNumber(0, 7 * day))),
}
const about = shape(aboutFields)
/** Whether copies need a proof is no file's to say: it is dropped. */
const { copyFreely: _, ...importedFields } = aboutFields
const passphrase = text(1000)
const passkey = { credentialId: text(2000), prf: text(100) }

const longPath = '/organization/costs?'.padEnd(400, 'a')
/** The only addresses that an admin key is sent to. */
const adminPath = textLike(
  [
    '/organization/costs?start_time=1730419200&group_by=line_item',
    '/organization/usage/completions?bucket_width=1d&page=a_b-c.d%3D',
    '/organization/usage/embeddings?bucket_width=1d',
    '/organization/usage/audio_transcriptions?bucket_width=1d',
    '/organization/projects?limit=100',
    '/organization/admin_api_keys?limit=100&after=key_1-a',
    '/organization/projects/proj_a1/api_keys?limit=100&owner_project_access=any',
    '/organization/projects/proj_a1/api_keys/key_1-a',
    '/organization/projects/proj_a1/service_accounts?limit=100',
    '/organization/spend_limit',
    '/organization/spend_alerts',
    '/organization/spend_alerts/alert_1-a',
    '/organization/projects/proj_a1/spend_limit',
    '/organization/projects/proj_a1/spend_alerts',
    '/organization/projects/proj_a1/spend_alerts/alert_1-a',
    '/organization/projects/proj_a1/api_keys?limit=100',
    '/organization/projects/proj_a1/service_accounts',
    '/organization/projects/proj_a1/service_accounts/svc_1-a',
    longPath,
  ],
  [
    '',
    '/',
    '/organization/projects/proj_a1/api_keys',
    'organization/spend_limit',
    '/v1/organization/spend_limit',
    'x/organization/spend_limit',
    '//evil.test/organization/spend_limit',
    'https://evil.test/organization/spend_limit',
    'https://api.openai.com/organization/spend_limit',
    '@evil.test/organization/spend_limit',
    '/organization/costs',
    '/organization/costs?',
    '/organization/costs?a=1#b',
    '/organization/costs?a=1/../users',
    '/organization/costs?a=1 ',
    '/organization/costs?a=@b',
    '/organization/costs?a=1\n',
    '/organization/costs?a=1\0',
    '\n/organization/spend_limit',
    ' /organization/spend_limit',
    '/organization/usage?a=1',
    '/organization/usage/vector_stores?a=1',
    '/organization/usage/embeddings',
    '/organization/usage/completions',
    '/organization/projects',
    '/organization/projects/proj_a1',
    '/organization/projects/proj_a1/api_keys',
    '/organization/projects/proj_a1/costs?a=1',
    '/organization/projects/../spend_limit',
    '/organization/projects/proj_/spend_limit',
    '/organization/projects/other_a1/spend_limit',
    '/organization/projects/proj_a%2f/spend_limit',
    '/organization/projects/proj_a1/spend_limit/x',
    '/organization/projects/proj_a1/service_accounts/',
    '/organization/projects/proj_a1/service_accounts/a/b',
    '/organization/projects/proj_a1/service_accounts/..',
    '/organization/projects/proj_/service_accounts',
    '/organization/service_accounts',
    '/organization/spend_alerts/',
    '/organization/spend_alerts/a/b',
    '/organization/spend_alerts/..',
    '/organization/spend_limit?a=1',
    '/organization/spend_limit/',
    '/organization/spend_',
    '/organization/spend_limits',
    '/organization/users',
    '/organization/admin_api_keys',
    '/organization/admin_api_keys/key_1',
    '/organization/projects/proj_a1/api_keys/',
    '/organization/projects/proj_a1/api_keys/..',
    '/organization/projects/proj_a1/api_keys/key_1/x',
    '/organization/projects/proj_a1/api_keys/key_1?a=1',
    '/organization/projects/proj_/api_keys?a=1',
    '/organization/projects/proj_a1/users?a=1',
    '/organization/invites',
    '/Organization/spend_limit',
    `${longPath}a`,
  ],
  400,
)

export const table: Record<RequestName, Row> = {
  'page.hello': { from: content, payload: shape({ url: text(2000) }) },
  'page.act': { from: content, payload: act },
  'page.facts': {
    from: content,
    payload: shape({
      guide: identifier,
      step: identifier,
      facts: shape({
        url: text(2000),
        settled: flag,
        heading: oneOf('expected', 'other', 'none'),
        elements: named(
          shape({
            status: oneOf('found', 'likely', 'several', 'hidden', 'ambiguous', 'missing'),
            loose: optional(yes),
            disabled: optional(flag),
            checked: optional(flag),
            filled: optional(flag),
            focused: optional(flag),
            busy: optional(yes),
            behind: optional(yes),
          }),
        ),
        texts: list(text(300), 100),
        dialogs: list(text(300), 100),
        anyDialog: flag,
        keyShown: flag,
        keyTail: optional(tail),
        rows: optional(rowTails),
        drawn: optional(flag),
        form: optional(oneOf('open', 'sent', 'closed')),
        formAfter: optional(identifier),
        pressed: optional(identifier),
        copied: optional(yes),
        stopped: optional(yes),
        lacking: optional(oneOf('lacking', 'blank', 'choice')),
        gate: optional(oneOf('sign-in', 'password', 'phone')),
        hasTab: optional(oneOf('named', 'only', 'several')),
      }),
    }),
  },
  'page.loadTaught': { from: content, payload: nothing },
  'page.showMe': {
    from: content,
    payload: shape({ guide: identifier, target: identifier, description: named(anything) }),
  },
  'page.offerKey': { from: content, payload: nothing },

  'screen.hello': { from: screens, payload: nothing },
  'screen.createVault': { from: screens, payload: shape({ passphrase, watchWhileLocked: flag }) },
  'screen.unlock': { from: screens, payload: shape({ passphrase }) },
  'screen.unlockWithRecoveryCode': {
    from: screens,
    payload: shape({ code: text(200), next: optional(passphrase) }),
  },
  'screen.unlockWithPasskey': { from: screens, payload: shape(passkey) },
  'screen.lock': { from: screens, payload: nothing },
  'screen.prove': { from: screens, payload: shape({ passphrase }) },
  'screen.proveWithPasskey': { from: screens, payload: shape(passkey) },
  'screen.changePassphrase': {
    from: screens,
    payload: shape({ passphrase, code: optional(text(200)), next: passphrase }),
  },
  'screen.newRecoveryCode': { from: screens, payload: nothing },
  'screen.addPasskey': { from: screens, payload: shape({ ...passkey, prfSalt: text(100) }) },
  'screen.removeSlot': { from: screens, payload: byId },
  'screen.rotateVaultKey': { from: screens, payload: shape({ passphrase }) },
  'screen.setWatching': {
    from: screens,
    payload: shape({ watchWhileLocked: flag, watchFromStart: optional(flag) }),
  },
  'screen.verifyVault': { from: screens, payload: nothing },
  'screen.lookAtDamage': { from: screens, payload: nothing },
  'screen.startOver': { from: screens, payload: shape({ confirm: oneOf('start over') }) },
  'screen.bringBack': { from: screens, payload: shape({ at: time, confirm: oneOf('bring back') }) },
  'screen.history': { from: screens, payload: byId },
  'screen.months': { from: screens, payload: shape({ ids: list(identifier, 200) }) },
  'screen.findDuplicates': {
    from: screens,
    payload: shape({ salt: text(100), digests: list(text(64), 5000) }),
  },
  'screen.import': {
    from: screens,
    payload: shape({
      records: list(
        shape(
          {
            ...importedFields,
            id: optional(anyText),
            provider,
            kind: optional(text(20)),
            label: text(200),
            secret: textLike(['sk-proj-a1', 'x'], ['', 'a b', 'a\nb', 'ä', 'a\0'], 20_000),
            createdAt: optional(time),
            lastCopiedAt: optional(time),
            copies: optional(time),
            history: optional(list(anything, 5000)),
          },
          'dropped',
        ),
        5000,
      ),
    }),
  },
  'screen.backedUp': { from: screens, payload: nothing },
  'screen.syncLook': { from: screens, payload: nothing },
  'screen.syncStart': { from: screens, payload: nothing },
  'screen.syncJoin': {
    from: screens,
    payload: shape({
      space: identifier,
      code: text(200),
      sealed: text(2000),
    }),
  },
  'screen.syncLeave': { from: screens, payload: nothing },
  'screen.syncSeal': {
    from: screens,
    payload: shape({
      place: text(200),
      text: anyText,
      carrier: optional(oneOf('folder', 'browser')),
    }),
  },
  'screen.joinAsk': { from: screens, payload: nothing },
  'screen.joinAnswer': { from: screens, payload: shape({ id: identifier, commitment: text(64) }) },
  'screen.joinShow': { from: screens, payload: shape({ space: identifier, publicKey: text(64) }) },
  'screen.joinDigits': { from: screens, payload: shape({ publicKey: text(64) }) },
  'screen.joinCompare': {
    from: screens,
    payload: shape({
      digits: textLike(
        ['012345', '999999'],
        ['', '12345', '12345a', ' 12345', '1234567', '0123456', 'a012345', '012345a', '١٢٣٤٥٦'],
        6,
      ),
    }),
  },
  'screen.joinSeal': { from: screens, payload: nothing },
  'screen.joinFinish': { from: screens, payload: shape({ sealed: text(2000) }) },
  'screen.syncOpen': { from: screens, payload: shape({ place: text(200), sealed: anyText }) },
  'screen.syncSecrets': {
    from: screens,
    payload: shape({
      ids: list(identifier, 5000),
      texts: list(shape({ tag: text(64), sealed: anyText }), 5000),
    }),
  },
  'screen.readSealed': {
    from: screens,
    payload: shape({ name: oneOf('organization', 'replacements', 'costs', 'environments') }),
  },
  'screen.keepSealed': {
    from: screens,
    payload: shape({
      name: oneOf('organization', 'replacements', 'costs', 'environments'),
      text: anyText,
      act: optional(oneOf('replaceStarted', 'replacePaused', 'replaceUndone', 'replaced')),
      key: optional(identifier),
    }),
  },
  'screen.learnKeys': {
    from: screens,
    payload: shape({
      keys: list(
        shape({
          id: identifier,
          trackingId: textLike(['key_1-a', 'k'], ['', 'a b', 'a/b', 'a.b', 'ä', 'a\n'], 80),
          start: text(80),
          end: text(80),
          models: optional(list(text(200), 200)),
        }),
        5000,
      ),
    }),
  },
  'screen.activity': { from: screens, payload: nothing },
  'screen.keepActivity': { from: screens, payload: shape({ days: oneNumberOf(0, 30, 90, 400) }) },
  'screen.syncApply': {
    from: screens,
    payload: shape({
      changes: list(
        shape({
          id: identifier,
          stamp: optional(text(50)),
          about: optional(anything),
          tag: optional(text(64)),
          sealed: optional(anyText),
          into: optional(identifier),
        }),
        5000,
      ),
      handled: list(identifier, 5000),
      from: optional(list(text(60), 20)),
    }),
  },
  'screen.takeKey': { from: screens, payload: shape({ mask: optional(text(40)) }) },
  'screen.paste': {
    from: screens,
    payload: shape({ text: text(20_000), about, provider: optional(provider) }),
  },
  'screen.commit': { from: screens, payload: shape({ id: identifier, about }) },
  'screen.discard': { from: screens, payload: byId },
  'screen.edit': { from: screens, payload: shape({ id: identifier, about }) },
  'screen.confirmProvider': { from: screens, payload: shape({ id: identifier, provider }) },
  'screen.remove': { from: screens, payload: byId },
  'screen.undoRemove': { from: screens, payload: byId },
  'screen.test': { from: screens, payload: byId },
  'screen.testAll': { from: screens, payload: nothing },
  'screen.proveDead': { from: screens, payload: byId },
  'screen.capabilities': { from: screens, payload: byId },
  'screen.models': { from: screens, payload: shape({ id: identifier, own: optional(yes) }) },
  'screen.copy': {
    from: screens,
    payload: shape({
      id: identifier,
      format: optional(identifier),
      passphrase: optional(passphrase),
      passkey: optional(shape(passkey)),
    }),
  },
  'screen.clearClipboard': { from: screens, payload: nothing },
  'screen.pull': {
    from: screens,
    payload: shape({
      id: identifier,
      reason: oneOf('reveal', 'call', 'write', 'encrypt', 'export', 'plain'),
    }),
  },
  'screen.admin': {
    from: screens,
    payload: shape({
      id: identifier,
      method: oneOf('GET', 'POST', 'DELETE'),
      path: adminPath,
      body: optional(text(500)),
    }),
  },
  'screen.keepFigures': {
    from: screens,
    payload: shape({
      id: identifier,
      name: oneOf('project', 'key', 'item', 'each-key'),
      json: text(100_000),
    }),
  },
  'screen.startGuide': {
    from: screens,
    payload: shape({ guide: identifier, keyId: optional(identifier), cause: optional(identifier) }),
  },
  'screen.guideAct': { from: screens, payload: act },
  'screen.showMe': { from: screens, payload: nothing },
  'screen.answerAsk': {
    from: screens,
    payload: shape({
      what: oneOf('remember', 'not-again'),
      name: textLike(['create-key/opener', ''], ['a b', 'ä', 'a\0'], 130),
      yes: flag,
    }),
  },
  'screen.discardOffered': { from: screens, payload: nothing },
  'screen.forgetShown': { from: screens, payload: shape({ name: text(130) }) },
  'screen.settings': {
    from: screens,
    payload: shape({
      patch: shape({
        lockAfterMinutes: optional(wholeNumber(1, day)),
        clearAfterSeconds: optional(wholeNumber(10, 120)),
        checkEveryMinutes: optional(wholeNumber(0, 7 * day)),
        offerDeclined: optional(flag),
        siteOff: optional(flag),
      }),
    }),
  },

  'offscreen.pull': { from: offscreen, payload: nothing },
  'offscreen.copied': { from: offscreen, payload: shape({ copy: identifier, ok: flag }) },
  'offscreen.cleared': {
    from: offscreen,
    payload: shape({ copy: identifier, outcome: oneOf('cleared', 'held_something_else', 'failed') }),
  },
}

export const names = Object.keys(table) as RequestName[]
/** One payload of each message that is taken. */
export const samples = Object.fromEntries(names.map(name => [name, table[name].payload.good[0]])) as Record<
  RequestName,
  unknown
>
