/** What a verdict means for the person: one short name, one sentence, what mends it. It knows nothing of screens. */
import { t } from '../../i18n/t.ts'
import type { Cause } from '../verdict.ts'
import { type Entry, type OnThisComputer, wordsFrom } from './verdict-text.ts'

export type { Words } from './verdict-text.ts'

/** As data: the build writes them into the package too, for the worker, which speaks only now and then. */
export const entries: Record<Cause | OnThisComputer, Entry> = {
  ok: [t('Works'), t('The provider accepts this key.')],
  invalid_key: [
    t('Rejected'),
    t('The provider says that it does not know this key: revoked, deleted, or mistyped.'),
    t('Make a new key and put it where this one is used.'),
    'rotate-key',
  ],
  expired_key: [
    t('Expired'),
    t('This key has passed its expiry date.'),
    t('Make a new key and put it where this one is used.'),
    'rotate-key',
  ],
  malformed_key: [
    t('Not a whole key'),
    t('The text of this key cannot be sent, or arrived as nothing.'),
    t('Copy the key again from where it is kept, without blanks or line breaks.'),
    'fix-not-working',
  ],
  wrong_provider: [
    t('Other provider'),
    t('This key belongs to another provider, so this one does not know it.'),
    t('Delete this key here, then paste it again: Keyway sees, or asks, whose it is.'),
  ],
  key_type_forbidden: [
    t('Kind not allowed'),
    t('The key is real, but the organization does not allow keys of this kind.'),
    t('Make a key of the kind that is allowed, most often a service account’s.'),
    'service-account-key',
  ],
  account_deactivated: [
    t('Account switched off'),
    t('The account behind this key is deactivated.'),
    t('Look for the provider’s e-mail, or write to its support.'),
    'fix-not-working',
  ],
  access_terminated: [
    t('Access ended'),
    t('The provider has ended access for this account, usually over its usage policies.'),
    t('Read the provider’s e-mail; only its support can undo this.'),
    'read-policy',
  ],
  no_organization: [
    t('No organization'),
    t('The key is real, but its owner is no longer a member of the organization.'),
    t('Ask an owner of the organization to invite you again.'),
    'fix-permission-denied',
  ],
  organization_mismatch: [
    t('Other organization'),
    t('The key is real, but it belongs to another organization than the one that was named.'),
    t('Take the organization out of the request, or correct it.'),
    'fix-permission-denied',
  ],
  project_mismatch: [
    t('Other project'),
    t('The key is real, but it belongs to another project than the one that was named.'),
    t('Take the project out of the request, or correct it.'),
    'fix-permission-denied',
  ],
  project_archived: [
    t('Project archived'),
    t('The key is real, but its project is archived.'),
    t('Restore the project, or make a key in another one.'),
    'project-key',
  ],
  wrong_host: [
    t('Other region'),
    t('The key is real, but its project works only at a regional address.'),
    t('Use the regional address for this key.'),
    'fix-not-working',
  ],
  ip_not_allowed: [
    t('Not from here'),
    t('The key is real, but it may be used only from certain addresses, and this one is not among them.'),
    t('Use it from an allowed network, or add this address to the list.'),
    'fix-not-working',
  ],
  client_certificate_required: [
    t('Needs a certificate'),
    t('This key works only together with a client certificate, which an extension cannot present.'),
    t('Test it with the program that holds the certificate.'),
  ],
  missing_scope: [
    t('Restricted'),
    t('The key works, but it may not do this.'),
    t('That is right for a restricted key. If a program needs more, change the key’s permissions.'),
    'fix-permission-denied',
  ],
  model_unavailable: [
    t('Model not available'),
    t('The key works, but not with this model.'),
    t('Choose a model from the key’s own list, or let the project use this one.'),
    'fix-permission-denied',
  ],
  organization_unverified: [
    t('Verify organization'),
    t('The key works, but some models need a verified organization.'),
    t('Verify the organization; it can take a quarter of an hour to count.'),
    'verify-organization',
  ],
  no_credit: [
    t('No credit'),
    t('The key is good, but there is no money behind it.'),
    t('Add credit, then wait a few minutes.'),
    'fix-billing',
  ],
  billing_inactive: [
    t('Billing not active'),
    t('The key is good, but billing is not set up or has failed.'),
    t('Look at the payment method.'),
    'fix-billing',
  ],
  spend_limit: [
    t('Spend limit reached'),
    t('The key is good, but the spend limit you set has been reached.'),
    t('Raise the limit, or wait for the next month.'),
    'fix-billing',
  ],
  usage_limit: [
    t('Usage limit reached'),
    t('The key is good, but the limit that the provider set for you has been reached.'),
    t('Wait until it starts again (a day or a month), or ask the provider for more.'),
    'fix-billing',
  ],
  rate_limited: [
    t('Rate limited'),
    t('The key is good; it was only asked too often just now.'),
    t('Nothing is broken. If your program sees this, let it wait and try again.'),
    'fix-rate-limit',
  ],
  region_blocked: [
    t('Not from this country'),
    t('The provider does not serve the country you connect from. This says nothing about the key.'),
    t('Keyway has stopped asking: asking again may endanger the account. Press Test when you are elsewhere.'),
  ],
  cors_forbidden: [
    t('Not from a browser'),
    t('The provider does not answer browsers in this setting. This says nothing about the key.'),
    t('For a local server, allow this extension’s origin; otherwise test it with your program.'),
  ],
  provider_trouble: [
    t('Provider has trouble'),
    t('The provider could not answer properly just now. This says nothing about the key.'),
    t('Nothing to do: Keyway asks again.'),
  ],
  not_the_provider: [
    t('Other server answered'),
    t(
      'Something between you and the provider answered: a sign-in page of a network, a proxy, or a wrong address.',
    ),
    t(
      'Open any web page to see whether the network wants you to sign in; check the base URL if you set one.',
    ),
  ],
  network: [
    t('No answer'),
    t('No answer came. This says nothing about the key.'),
    t('Check your connection; Keyway asks again.'),
  ],
  not_running: [
    t('No answer'),
    t('Nothing answers at this address of your computer.'),
    t('Start the server, or correct its address under Edit.'),
  ],
  not_trusted: [
    t('Blocked'),
    t('The server is there, but it does not answer browser extensions.'),
    t('Start it so that it allows Keyway. For Ollama: set {setting} and start it again.', {
      setting: 'OLLAMA_ORIGINS=chrome-extension://*',
    }),
  ],
  timeout: [
    t('No answer'),
    t('The answer took too long. This says nothing about the key.'),
    t('Nothing to do: Keyway asks again.'),
  ],
  unrecognised: [
    t('Unknown'),
    t('The provider gave an answer that Keyway does not know, so it draws no conclusion.'),
    t('Read the provider’s words below.'),
    'fix-not-working',
  ],
}

export const wordsFor = wordsFrom(entries)

/** A fresh key that is refused is most often not active yet. */
export const notActiveYet = {
  short: t('Not active yet'),
  sentence: t('New keys sometimes take a few minutes to work. Keyway is asking again.'),
} as const
