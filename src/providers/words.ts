/** What a verdict means for the person: one short name, one sentence, what mends it. It knows nothing of screens. */
import { type Entry, wordsFrom } from './say.ts'
import type { Cause } from './verdict.ts'

export type { Tone, Words } from './say.ts'

/** As data: the build writes them into the package too, for the worker, which speaks only now and then. */
export const entries: Record<Cause, Entry> = {
  ok: ['Works', 'The provider takes this key.'],
  invalid_key: [
    'Rejected',
    'The provider says that it does not know this key: revoked, deleted, or mistyped.',
    'Make a new key and put it where this one is used.',
    'rotate-key',
  ],
  expired_key: [
    'Expired',
    'This key has passed its expiry date.',
    'Make a new key and put it where this one is used.',
    'rotate-key',
  ],
  malformed_key: [
    'Not a whole key',
    'The text of this key cannot be sent, or arrived as nothing.',
    'Copy the key again from where it is kept, without blanks or line breaks.',
    'fix-not-working',
  ],
  wrong_provider: [
    'Other provider',
    'This key belongs to another provider, so this one does not know it.',
    'Change the provider of this key, or paste the right key.',
    'fix-not-working',
  ],
  key_type_forbidden: [
    'Kind not allowed',
    'The key is real, but the organization does not allow keys of this kind.',
    'Make a key of the kind that is allowed, a project or service-account key.',
    'project-key',
  ],
  account_deactivated: [
    'Account switched off',
    'The account behind this key is deactivated.',
    'Look for a message from the provider in your e-mail, or write to its support.',
    'fix-not-working',
  ],
  access_terminated: [
    'Access ended',
    'The provider has ended access for this account, usually over its usage policies.',
    'Read the provider’s message in your e-mail; only its support can undo this.',
    'read-policy',
  ],
  no_organization: [
    'No organization',
    'The key is real, but its owner is no longer a member of the organization.',
    'Ask an owner of the organization to invite you again.',
    'fix-permission-denied',
  ],
  organization_mismatch: [
    'Other organization',
    'The key is real, but it belongs to another organization than the one that was named.',
    'Take the organization out of the request, or correct it.',
    'fix-permission-denied',
  ],
  project_mismatch: [
    'Other project',
    'The key is real, but it belongs to another project than the one that was named.',
    'Take the project out of the request, or correct it.',
    'fix-permission-denied',
  ],
  project_archived: [
    'Project archived',
    'The key is real, but its project is archived.',
    'Restore the project, or make a key in another one.',
    'project-key',
  ],
  wrong_host: [
    'Other region',
    'The key is real, but its project works only at a regional address.',
    'Use the regional address for this key.',
    'fix-permission-denied',
  ],
  ip_not_allowed: [
    'Not from here',
    'The key is real, but it may be used only from certain addresses, and this one is not among them.',
    'Use it from an allowed network, or add this address to the list.',
    'fix-permission-denied',
  ],
  client_certificate_required: [
    'Needs a certificate',
    'This key works only together with a client certificate, which an extension cannot present.',
    'Test it with the program that holds the certificate.',
  ],
  missing_scope: [
    'Restricted',
    'The key works, but it may not do this.',
    'That is right for a restricted key. If a program needs more, change the key’s permissions.',
    'fix-permission-denied',
  ],
  model_unavailable: [
    'Model not available',
    'The key works, but not with this model.',
    'Choose a model from the key’s own list, or let the project use this one.',
    'fix-permission-denied',
  ],
  organization_unverified: [
    'Verify organization',
    'The key works, but some models need a verified organization.',
    'Verify the organization; it can take a quarter of an hour to count.',
    'verify-organization',
  ],
  no_credit: [
    'No credit left',
    'The key is good, but there is no money behind it.',
    'Add credit, then wait a few minutes.',
    'fix-billing',
  ],
  billing_inactive: [
    'Billing not active',
    'The key is good, but billing is not set up or has failed.',
    'Look at the payment method.',
    'fix-billing',
  ],
  spend_limit: [
    'Spend limit reached',
    'The key is good, but the spend limit you set has been reached.',
    'Raise the limit, or wait for the next month.',
    'limit-spending',
  ],
  usage_limit: [
    'Usage limit reached',
    'The key is good, but the limit that the provider set for you has been reached.',
    'Wait for the next month, or ask the provider for more.',
    'fix-billing',
  ],
  rate_limited: [
    'Works, busy',
    'The key is good; it was only asked too often just now.',
    'Nothing is broken. If your program sees this, let it wait and try again.',
    'fix-rate-limit',
  ],
  region_blocked: [
    'Not from this country',
    'The provider does not serve the country your connection comes from. This says nothing about the key.',
    'Keyway has stopped asking, because asking again may endanger the account. Press Test when you are elsewhere.',
  ],
  cors_forbidden: [
    'Not from a browser',
    'The provider does not answer browsers in this setting. This says nothing about the key.',
    'For a local server, allow this extension’s origin; otherwise test it with your program.',
  ],
  provider_trouble: [
    'Provider has trouble',
    'The provider could not answer properly just now. This says nothing about the key.',
    'Nothing to do: Keyway asks again.',
  ],
  not_the_provider: [
    'Somebody else answered',
    'Something between you and the provider answered: a sign-in page of a network, a proxy, or a wrong address.',
    'Open any web page to see whether the network wants you to sign in; check the base URL if you set one.',
  ],
  network: [
    'Could not ask',
    'No answer came. This says nothing about the key.',
    'Look at your connection; Keyway asks again.',
  ],
  timeout: [
    'Could not ask',
    'The answer took too long. This says nothing about the key.',
    'Nothing to do: Keyway asks again.',
  ],
  unrecognised: [
    'Can’t tell',
    'The provider gave an answer that Keyway does not know, so it draws no conclusion.',
    'Read the provider’s words below.',
    'fix-not-working',
  ],
}

export const wordsFor = wordsFrom(entries)

/** A fresh key that is refused is most often not active yet. */
export const notActiveYet = {
  short: 'Not active yet',
  sentence: 'New keys sometimes take a few minutes to work. Keyway is asking again.',
} as const
