/** What can come in the way in any guide, and its words. Data only; guides choose from it by name. */
import { sayings } from './concepts.ts'
import type { Detour, Target } from './guide.ts'

export type UsualDetour = 'signed-out' | 'password' | 'phone' | 'code' | 'policy' | 'no-rights' | 'payment'

export const detourTargets = {
  'detour-log-in': {
    is: [
      { role: 'button', names: ['Log in', 'Sign in'], not: ['Log out'] },
      { role: 'link', names: ['Log in', 'Sign in'], not: ['Log out'] },
    ],
    look: 'a button “Log in”',
  },
  'detour-sign-up': {
    is: [
      { role: 'button', names: ['Sign up'] },
      { role: 'link', names: ['Sign up'] },
    ],
    look: 'a button “Sign up”',
  },
  'detour-phone': {
    is: { role: 'button', names: ['Start verification', 'Verify phone number', 'Verify your phone number'] },
    like: sayings('phone'),
    look: 'a button “Start verification” in a banner at the top',
  },
} satisfies Record<string, Target>

/** How the page says that somebody lacks the right; guides whose detour has words of its own ask for the same. */
export const noRightsTexts = [
  'You do not have permission',
  'You don’t have permission',
  'You do not have access',
  'You don’t have access',
  'You need permission to view this page',
  'Ask an owner',
  'Contact an owner',
  'Contact an organization owner',
  'Contact your organization owner',
  'ask an organization owner',
  'Only organization owners',
  'contact your administrator',
]

export const detours: Record<UsualDetour, Detour> = {
  'signed-out': {
    id: 'signed-out',
    title: 'Sign in first',
    when: {
      any: [
        { page: ['sign-in'] },
        { gate: 'sign-in' },
        { all: [{ seen: 'detour-log-in' }, { seen: 'detour-sign-up' }] },
      ],
    },
    target: 'detour-log-in',
    words: {
      do: 'Sign in to the platform. The guide waits, then continues where you were.',
      why: 'Keys, billing and limits belong to an account, so the page shows nothing of them before.',
      see: 'the platform with your organization’s name in a corner.',
      details:
        'The sign-in pages are another site; Keyway does not run there. Use the way you signed up with: Google, Microsoft, Apple or a password are not interchangeable.',
    },
  },
  password: {
    id: 'password',
    title: 'Show that it is you',
    when: { gate: 'password' },
    words: {
      do: 'The page asks for your password once more. Type it there and confirm it.',
      why: 'Sites ask again before something that matters. Keyway reads no password.',
      see: 'what you were doing goes on.',
    },
  },
  phone: {
    id: 'phone',
    title: 'Verify your phone',
    when: {
      any: [{ dialog: ['Verify your phone number', 'Enter code'] }, { seen: 'detour-phone' }],
    },
    target: 'detour-phone',
    words: {
      do: 'Press “Start verification” and type the code that comes to your phone.',
      why: 'The platform asks once per account, before the first key. One number can serve only a few accounts.',
      before: 'Use your own mobile number: landlines and internet numbers are refused.',
      see: 'the banner is gone and the button to create a key can be pressed.',
      details: 'The code comes by SMS, in some countries by WhatsApp. It is never sent by e-mail or call.',
    },
  },
  code: {
    id: 'code',
    title: 'Confirm that it is you',
    when: { gate: 'phone' },
    words: {
      do: 'Type what the page asks for, a phone number or the code that it sent you, and confirm it.',
      why: 'Sites ask for this before an account’s first key, and before something that matters. Keyway reads no code.',
      see: 'what you were doing goes on.',
      details:
        'The code comes by SMS or e-mail (look into the spam folder, too), or your authenticator app shows it. Give your own mobile number: landlines and internet numbers are refused.',
    },
  },
  policy: {
    id: 'policy',
    title: 'Not allowed here',
    when: {
      text: [
        'API key creation is disabled',
        'key creation is disabled',
        'Your organization does not allow',
        'Your organization’s policy',
        'disabled by your organization',
        'not allowed by your organization',
      ],
    },
    words: {
      do: 'Your organization forbids this kind of key. Ask an owner which kind is allowed, or to create one for you.',
      why: 'Since September 2026 owners can forbid personal keys, service-account keys, or all new keys.',
      see: 'the button can be pressed again, after an owner changed the rule.',
      details:
        'The rule is under organization settings, “API key governance”. A service account is often what is allowed.',
    },
  },
  'no-rights': {
    id: 'no-rights',
    title: 'You may not do this here',
    when: { text: noRightsTexts },
    words: {
      do: 'Your role in this organization or project does not allow this. Ask an owner, or switch to a project of your own.',
      why: 'Owners decide who may create keys, change limits and pay.',
      see: 'the controls of this page, once your role allows them.',
      details:
        'The organization’s name is in the corner of the sidebar: you may be in the wrong one. An organization has Readers, Writers and Owners, and newer ones also roles of their own; only Owners manage people and billing.',
    },
  },
  payment: {
    id: 'payment',
    title: 'Payment details first',
    when: { text: ['Payment method needed', 'You’ll need to set up billing'] },
    isNotice: true,
    words: {
      do: 'The page wants payment details first: the guide “Set up billing” buys the smallest credit.',
      why: 'API use is prepaid. A ChatGPT subscription does not count here.',
      before: 'The smallest purchase is $5, is not refunded, and expires after a year.',
      see: 'a credit balance on the Billing page.',
    },
    guide: 'set-up-billing',
  },
}
