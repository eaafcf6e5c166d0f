/** Two-factor authentication for the account that owns keys and pays for them. */
import { defineGuide } from './define-guide.ts'
import type { Condition } from './guide.ts'
import { dialogs } from './targets.ts'

/**
 * Whole phrases only: a text is found inside others, and “enabled” is in “not enabled” too. “When MFA is enabled, …” explains it to those
 * who can still turn it on.
 */
const isOn: Condition = {
  any: [
    { seen: 'disable' },
    { all: [{ text: ['MFA is enabled', 'Multi-factor authentication is enabled'] }, { gone: 'enable' }] },
  ],
}

export const secureAccount = defineGuide({
  id: 'secure-account',
  title: 'Secure your account',
  summary: 'Signing in to your account needs your password and a code.',
  searchWords: [
    '2fa, two-factor authentication, mfa, multi-factor, totp, otp, one-time code, six digit code, login code from an app, code when logging in, second password',
    'authenticator app, google authenticator, authy, microsoft authenticator, qr code, passkey, yubikey, security key',
    'recovery codes, backup codes, lost my phone, lost authenticator, new phone locked out, codes were on my old phone, phone broken, no codes',
    'secure my account, protect my account, account security, safer login, account safety, harden login',
    'someone logged in to my account, suspicious login, log out of all devices, active sessions, change my password, strong password, weak password',
    'account hacked, account takeover, phishing',
    'make it harder to break into, lock my account down, somebody guessed my password, code from my phone at every login, i changed my phone and cannot get in, strangers in my account, stop others from logging in as me',
  ],
  minutes: 4,
  checked: '2026-11-21',
  sources: [
    'seed: Step 2: set up two-factor authentication for account security',
    'facts: profile, Multi-factor authentication, Enable MFA (2026-10)',
  ],
  eras: ['B', 'C', 'D'],
  prerequisites: [
    'You have an authenticator app, or a password manager that makes six-digit codes.',
    'It costs nothing.',
  ],
  targets: {
    enable: {
      is: [
        {
          role: 'button',
          names: ['Enable MFA', 'Enable multi-factor authentication', 'Set up MFA', 'Add', 'Enable'],
          not: ['Disable MFA', 'Log out all', 'Log out of all devices'],
        },
        {
          role: 'switch',
          names: ['Multi-factor authentication', 'Authenticator app', 'MFA'],
        },
      ],
      look: 'a button “Enable MFA”, beside “Multi-factor authentication”',
    },
    code: {
      is: {
        role: 'textbox',
        names: ['Code', 'One-time code', 'Verification code', 'Enter code'],
        placeholders: ['000000', '000 000', '123456', 'Code'],
        within: { dialog: [...dialogs.mfa] },
      },
      look: 'the field for the six-digit code',
    },
    disable: {
      is: {
        role: 'button',
        names: ['Disable MFA', 'Disable multi-factor authentication', 'Turn off MFA', 'Remove MFA'],
        not: ['Enable MFA'],
      },
      look: '“Disable MFA”, which is there once it is on',
    },
  },
  usual: ['signed-out'],
  steps: [
    {
      id: 'enable',
      title: 'Turn it on',
      page: ['profile-security', 'profile'],
      words: {
        do: 'Press “Enable MFA”.',
        why: 'Whoever gets into this account can make keys and spend your money. A password alone can be guessed, phished or reused.',
        see: 'a picture made of squares (a QR code), or the same page on OpenAI’s sign-in site.',
        details:
          'If you sign in with Google, Microsoft or Apple, the second factor is set up there, and the page may show no button. Then turn it on at that account and press “I did it”.',
      },
      target: 'enable',
      done: {
        any: [{ dialog: [...dialogs.mfa] }, isOn, { said: true }],
      },
      button: 'I did it',
    },
    {
      id: 'scan',
      assures: true,
      title: 'Connect your authenticator',
      page: ['profile-security', 'profile'],
      words: {
        do: 'Scan the picture with your authenticator app, then type the six digits it shows.',
        why: 'From now on a sign-in needs your password and the digits.',
        before: 'Save the recovery codes: without them and the phone, the account is lost.',
        see: '“Disable MFA”.',
        details:
          'The digits change every 30 seconds. If they are refused, check that the phone’s clock is set automatically.',
      },
      target: 'code',
      done: { any: [isOn, { said: true }] },
      button: 'It is on',
    },
    {
      id: 'recovery',
      title: 'Keep the recovery codes',
      words: {
        do: 'Put the recovery codes into your password manager, or on paper. Do not keep them on the same phone.',
        why: 'They are the way in when the phone is lost or replaced.',
        see: 'no change on the page.',
      },
      done: { said: true },
      button: 'They are safe',
    },
  ],
  receipt: [
    {
      label: 'Secured',
      text: 'the page says so: signing in now needs your password and a code.',
      only: isOn,
    },
    { label: 'To be sure', text: 'sign out and in again: you should be asked for a code.' },
    { label: 'Recovery codes', text: 'where you put them, apart from the phone.' },
  ],
  next: ['read-policy', 'set-up-billing'],
})
