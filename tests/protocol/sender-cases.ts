/** Senders as the browser names them to the worker: those who may send something, and those who may not send anything. */
import type { RawSender } from '../../src/protocol/senders.ts'

export const own = {
  id: 'abcdefghijklmnopabcdefghijklmnop',
  origin: 'chrome-extension://abcdefghijklmnopabcdefghijklmnop',
}
const platform = 'https://platform.openai.com'

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

export type SenderName = 'content script' | 'popup' | 'panel' | 'dashboard' | 'welcome' | 'offscreen document'

/** Those who may send something, each in every form in which it comes. The table of messages says who may send what. */
export const senders: Record<SenderName, RawSender[]> = {
  'content script': [
    page(),
    page({ url: `${platform}/`, documentLifecycle: undefined }),
    page({ url: `${platform}/settings/x?a=b#c`, documentId: undefined, tab: { id: 0 } }),
  ],
  popup: [ours('src/entries/popup/popup.html')],
  panel: [ours('src/entries/panel/panel.html'), ours('src/entries/panel/panel.html', { origin: undefined })],
  dashboard: [
    ours('src/entries/dashboard/dashboard.html'),
    ours('src/entries/dashboard/dashboard.html#keys/k1', { frameId: 0, tab: { id: 3, windowId: 2 } }),
  ],
  welcome: [ours('src/entries/welcome/welcome.html?a=b', { frameId: 0, tab: { id: 4 } })],
  'offscreen document': [ours('src/entries/offscreen/offscreen.html')],
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
  'the clipboard’s document, opened in a tab': ours('src/entries/offscreen/offscreen.html', {
    frameId: 0,
    tab: { id: 5 },
  }),
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

export const allowed = Object.entries(senders) as [SenderName, RawSender[]][]

/** Everybody who may not send this message, those who may send others among them. */
export function wrongSenders(from: SenderName[]): [string, RawSender][] {
  return [
    ...Object.entries(strangers),
    ...allowed.flatMap(([name, all]) =>
      from.includes(name) ? [] : all.map(raw => [name, raw] as [string, RawSender]),
    ),
  ]
}
