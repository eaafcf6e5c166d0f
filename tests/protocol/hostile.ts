/** Hostile senders and payloads: a sample of every message, everybody who may not send it, and ways to spoil a payload. */
import fc from 'fast-check'
import type { Request, RequestName } from '../../src/protocol/messages.ts'
import type { RawSender } from '../../src/protocol/senders.ts'

export const own = {
  id: 'abcdefghijklmnopabcdefghijklmnop',
  origin: 'chrome-extension://abcdefghijklmnopabcdefghijklmnop',
}
const platform = 'https://platform.openai.com'

/** A valid payload for each message: a new message without one does not compile. */
export const samples: { [N in RequestName]: Request<N> } = {
  'page.hello': { url: `${platform}/api-keys` },
  'page.act': { act: 'back' },
  'page.facts': {
    guide: 'create-key',
    step: 'open',
    facts: {
      url: `${platform}/api-keys`,
      settled: true,
      heading: 'expected',
      elements: {},
      texts: [],
      dialogs: [],
      anyDialog: false,
      keyShown: false,
    },
  },
  'page.showMe': { guide: 'create-key', target: 'opener', description: { role: 'button' } },
  'page.offerKey': {},
  'screen.hello': {},
  'screen.createVault': { passphrase: 'drowsy anvil kiosk thimble', watchWhileLocked: true },
  'screen.unlock': { passphrase: 'drowsy anvil kiosk thimble' },
  'screen.unlockWithRecoveryCode': { code: 'ABCD-EFGH' },
  'screen.unlockWithPasskey': { credentialId: 'aa', prf: 'bb' },
  'screen.lock': {},
  'screen.prove': { passphrase: 'drowsy anvil kiosk thimble' },
  'screen.proveWithPasskey': { credentialId: 'aa', prf: 'bb' },
  'screen.changePassphrase': { passphrase: 'a', next: 'b' },
  'screen.newRecoveryCode': {},
  'screen.addPasskey': { credentialId: 'aa', prfSalt: 'bb', prf: 'cc' },
  'screen.removeSlot': { id: 's1' },
  'screen.rotateVaultKey': { passphrase: 'a' },
  'screen.setWatching': { watchWhileLocked: false },
  'screen.verifyVault': {},
  'screen.lookAtDamage': {},
  'screen.startOver': { confirm: 'start over' },
  'screen.bringBack': { at: 1, confirm: 'bring back' },
  'screen.history': { id: 'k1' },
  'screen.findDuplicates': { salt: 'aa', digests: ['bb'] },
  'screen.import': { records: [{ provider: 'openai', label: 'Bot', secret: 'sk-a' }] },
  'screen.backedUp': {},
  'screen.takeKey': {},
  'screen.paste': { text: 'sk-a', about: { label: 'Bot' } },
  'screen.commit': { id: 'k1', about: { label: 'Bot' } },
  'screen.discard': { id: 'k1' },
  'screen.edit': { id: 'k1', about: { notes: 'x' } },
  'screen.remove': { id: 'k1' },
  'screen.undoRemove': { id: 'k1' },
  'screen.test': { id: 'k1' },
  'screen.testAll': {},
  'screen.proveDead': { id: 'k1' },
  'screen.capabilities': { id: 'k1' },
  'screen.models': { id: 'k1' },
  'screen.copy': { id: 'k1' },
  'screen.clearClipboard': {},
  'screen.pull': { id: 'k1', reason: 'reveal' },
  'screen.admin': { id: 'k1', method: 'GET', path: '/organization/projects?limit=100' },
  'screen.startGuide': { guide: 'create-key' },
  'screen.guideAct': { act: 'back' },
  'screen.showMe': {},
  'screen.settings': { patch: { siteOff: true } },
  'offscreen.pull': {},
  'offscreen.copied': { copy: 'c1', ok: true },
  'offscreen.cleared': { copy: 'c1', outcome: 'cleared' },
}
export const names = Object.keys(samples) as RequestName[]

const page = (more: Partial<RawSender> = {}): RawSender => ({
  id: own.id,
  url: `${platform}/api-keys`,
  origin: platform,
  frameId: 0,
  documentId: 'D1',
  documentLifecycle: 'active',
  tab: { id: 1, windowId: 1, url: `${platform}/api-keys` },
  ...more,
})
const ours = (path: string, more: Partial<RawSender> = {}): RawSender => ({
  id: own.id,
  url: `${own.origin}/${path}`,
  origin: own.origin,
  ...more,
})

/** Those who may send: by the first part of a message's name. */
export const rightful: Record<string, RawSender> = {
  page: page(),
  screen: ours('src/entries/popup/popup.html'),
  offscreen: ours('src/entries/offscreen/offscreen.html'),
}

/** Those who may not send anything. */
export const strangers: Record<string, RawSender> = {
  'another extension': { ...ours('src/entries/popup/popup.html'), id: 'ponmlkjihgfedcbaponmlkjihgfedcba' },
  'another extension, with its own address': {
    id: 'p'.repeat(32),
    url: `chrome-extension://${'p'.repeat(32)}/a.html`,
  },
  nobody: {},
  'no address': { id: own.id },
  'our page framed by a site': ours('src/entries/popup/popup.html', { frameId: 3, tab: { id: 1 } }),
  'our page with a site’s origin': ours('src/entries/popup/popup.html', { origin: 'https://evil.test' }),
  'a page of ours that is no screen': ours('src/anything.html'),
  'a page of ours by another spelling': ours('src/entries/popup/../other/popup.html'),
  'our worker’s own address': ours('service-worker-loader.js'),
  'a look-alike host': page({
    url: 'https://platform.openai.com.example/api-keys',
    origin: 'https://platform.openai.com.example',
  }),
  'another port': page({
    url: 'https://platform.openai.com:8443/',
    origin: 'https://platform.openai.com:8443',
  }),
  http: page({ url: 'http://platform.openai.com/', origin: 'http://platform.openai.com' }),
  'a frame of the platform': page({ frameId: 7 }),
  'a page without a frame': page({ frameId: undefined }),
  'a sandboxed page of the platform': page({ origin: 'null' }),
  'about:blank': page({ url: 'about:blank' }),
  'about:srcdoc': page({ url: 'about:srcdoc' }),
  'a blob of the platform': page({ url: `blob:${platform}/1` }),
  'a prerendered page': page({ documentLifecycle: 'prerender' }),
  'a page in the back-forward cache': page({ documentLifecycle: 'cached' }),
  'a page without a tab': page({ tab: undefined }),
  'a user name in the address': page({
    url: 'https://platform.openai.com@evil.test/',
    origin: 'https://evil.test',
  }),
  'another site': page({ url: 'https://evil.test/', origin: 'https://evil.test' }),
  'an address that is none': page({ url: 'platform.openai.com' }),
}

/** Everybody who may not send this message, the rightful senders of other messages among them. */
export function wrongSenders(name: RequestName): [string, RawSender][] {
  const kind = name.slice(0, name.indexOf('.'))
  const others = Object.entries(rightful).filter(([other]) => other !== kind)
  return [...Object.entries(strangers), ...others]
}

type Spoilt = { how: string; payload: unknown }

/** A payload that no honest sender would send: it has to be refused. */
export const spoilt = (sample: object): fc.Arbitrary<Spoilt> => {
  const fields = Object.keys(sample)
  const whole = fc
    .constantFrom<unknown>(null, undefined, 0, '', 'x', true, [], [sample], [[]], Number.NaN, 1e308)
    .map(payload => ({ how: 'no object', payload }))
  const extra = fc
    .tuple(
      fc.constantFrom('extra', 'constructor', 'toString', 'secret', 'sender', 'then', ''),
      fc.jsonValue(),
    )
    .map(([field, value]) => ({ how: `one field more: ${field}`, payload: { ...sample, [field]: value } }))
  if (fields.length === 0) return fc.oneof(whole, extra)
  const field = fc.constantFrom(...fields)
  const wrong = fc.constantFrom<unknown>(
    null,
    7.5,
    -1,
    Number.POSITIVE_INFINITY,
    [],
    [[{}]],
    'x'.repeat(30_000),
    ' ',
    '\0',
    {
      toString: 'x',
    },
  )
  return fc.oneof(
    whole,
    extra,
    field.map(name => ({ how: `without ${name}`, payload: without(sample, name) })),
    fc
      .tuple(field, wrong)
      .map(([name, value]) => ({ how: `${name} is wrong`, payload: { ...sample, [name]: value } })),
  )
}

function without(sample: object, name: string): unknown {
  const { [name]: _, ...rest } = sample as Record<string, unknown>
  return rest
}
