/** From nothing to an account with an organization on the platform. Half of it happens on another site: words only there. */
import { defineGuide } from './define-guide.ts'
import type { Condition } from './guide.ts'

/** Signed in: a page of the console that does not offer to sign up. The start page has one address for both. */
const inside: Condition = {
  all: [
    { page: ['welcome', 'home', 'api-keys', 'billing', 'limits', 'usage', 'profile', 'playground'] },
    { gone: 'signUp' },
  ],
}

export const createAccount = defineGuide({
  id: 'create-account',
  title: 'Create your OpenAI account',
  summary: 'You have an OpenAI platform account, and an organization to make keys in.',
  searchWords: [
    'sign up, register, create account, open an account, join, new account, make a profile',
    'get started, getting started, beginner, first time, first steps, where do i start, start from scratch, new here, onboarding',
    'log in, sign in, cannot log in, login problem, login page, forgot password, wrong account, two accounts',
    'verify email, confirmation mail, verification email not arriving, confirmation link, spam folder, activate account',
    'phone number, sms code, phone verification, text message code, number not accepted, voip number, landline refused',
    'continue with google, microsoft login, apple id, password or google',
    'age, how old, 18 years, minor, parents consent, student account',
    'developer account, platform account, platform.openai.com, dashboard access, name of the organization, welcome wizard',
    'is an account free, account without credit card',
    'they never sent me the code, no text message came, nothing in my inbox, the site does not know my e-mail, which button for newcomers, i am completely new, the sign-up form asks for my birthday, make me a user, they want my mobile number, password forgotten',
  ],
  minutes: 8,
  checked: '2026-11-21',
  sources: [
    'seed: Solution 1, Steps 1 and 2: sign up, verify e-mail and phone, profile',
    'seed: Prerequisites: account, age 18+ or consent',
    'seed: Step 1: Create an Account, strong and unique password, look into the spam folder',
    'facts: sign-up pages on auth.openai.com, first-run wizard /welcome (2024-12 to 2026-05)',
  ],
  eras: ['A', 'B', 'C', 'D'],
  prerequisites: [
    'You are 18 or older, or a parent or guardian agrees.',
    'You have an e-mail address that you can read right now, or a Google, Microsoft or Apple account.',
    'It costs nothing. Using the API later does; a separate guide sets that up with a limit.',
  ],
  choices: [
    {
      id: 'way',
      question: 'How do you want to sign in?',
      why: 'Pick one and keep to it: the same address as a password account and as a Google account can end as two accounts, with your money in the wrong one.',
      options: [
        { id: 'email', label: 'With an e-mail address and a password' },
        {
          id: 'other',
          label: 'With Google, Microsoft or Apple',
          hint: 'No new password. Then always use that button to sign in.',
        },
      ],
    },
  ],
  targets: {
    signUp: {
      is: [
        { role: 'link', names: ['Sign up', 'Create account', 'Get started'], href: '/signup' },
        { role: 'button', names: ['Sign up', 'Create account', 'Get started'] },
      ],
      look: 'a button or link “Sign up”, at the top right',
    },
    organizationName: {
      is: { role: 'textbox', names: ['Organization name', 'Organization'], labels: ['Organization name'] },
      look: 'the field “Organization name”',
    },
    createOrganization: {
      is: { role: 'button', names: ['Create organization', 'Create an organization', 'Continue'] },
      look: 'the button “Create organization”',
    },
    inviteLater: {
      is: [
        {
          role: 'button',
          names: ["I'll invite my team later", 'Invite later', 'Skip', 'Skip for now'],
          not: ['Invite', 'Send invites'],
        },
        { role: 'link', names: ["I'll invite my team later", 'Invite later', 'Skip', 'Skip for now'] },
      ],
      look: '“I’ll invite my team later”, in small letters',
    },
    callLater: {
      is: [
        {
          role: 'button',
          names: ["I'll do this later", 'Do this later', 'Skip', 'Skip for now'],
          not: ['Generate API Key', 'Generate API key'],
        },
        { role: 'link', names: ["I'll do this later", 'Do this later', 'Skip', 'Skip for now'] },
      ],
      look: '“I’ll do this later”, in small letters under the form',
    },
    creditsLater: {
      is: [
        {
          role: 'button',
          names: ["I'll buy credits later", 'Buy credits later', 'Skip', 'Skip for now'],
          not: ['Buy credits', 'Purchase credits', 'Add credits'],
        },
        { role: 'link', names: ["I'll buy credits later", 'Buy credits later', 'Skip', 'Skip for now'] },
      ],
      look: '“I’ll buy credits later”, in small letters',
    },
  },
  steps: [
    {
      id: 'open-sign-up',
      title: 'Open the sign-up page',
      words: {
        do: 'Press “Sign up”, which leads to OpenAI’s other site, auth.openai.com.',
        why: 'Keyway sees nothing on that site, on purpose. The side panel says what comes, and the guide continues when you are back.',
        see: 'a page that asks for your e-mail address, with auth.openai.com in the address bar.',
        details:
          'Check the address before you type a password: auth.openai.com and nothing else. If you have an account already, press “Log in” instead; this guide continues from there.',
      },
      target: 'signUp',
      done: {
        any: [inside, { said: true }],
      },
    },
    {
      id: 'sign-up',
      title: 'Sign up',
      elsewhere: 'auth.openai.com',
      words: {
        do: 'On auth.openai.com, enter your e-mail address and press “Continue”, or use Google, Microsoft or Apple.',
        why: 'This account pays for every call your programs make. Give it a password of its own.',
        before: 'Choose once: the same address with a password and with Google are two accounts.',
        see: 'a page that asks for a code, or a page about you.',
        details:
          'Let your browser or password manager make the password: long, and used nowhere else. Keyway never asks for it.',
      },
      done: {
        any: [inside, { said: true }],
      },
      button: 'I have signed up',
    },
    {
      id: 'confirm-email',
      title: 'Confirm your e-mail address',
      elsewhere: 'auth.openai.com',
      only: { not: { chosen: 'way', is: ['other'] } },
      words: {
        do: 'Look for a mail from OpenAI and type its six-digit code on the sign-up page. Older mails hold a link to press instead.',
        why: 'Without it the account stays unusable.',
        see: 'the next page, which asks who you are.',
        details:
          'No mail after two minutes? Look into the spam folder, search for “OpenAI”, check the address for a typing mistake, then ask for a new code. Only the newest code counts.',
      },
      done: {
        any: [inside, { said: true }],
      },
      button: 'It is confirmed',
    },
    {
      id: 'about-you',
      title: 'Say who you are',
      elsewhere: 'auth.openai.com',
      words: {
        do: 'Enter your real name and birthday, then press “Agree” or “Continue”.',
        why: 'You have to be 18, or have a parent’s or guardian’s consent. A wrong birthday can cost you the account later.',
        before: 'With this press you accept OpenAI’s terms and usage policies.',
        see: 'the platform: “Welcome to OpenAI Platform”, or its home page.',
        details:
          'The guide “Read the policies” sums them up. Some countries are not served, and the page says so; a VPN can get the account closed.',
      },
      done: {
        any: [inside, { said: true }],
      },
      button: 'Done, I am back',
    },
    {
      id: 'organization',
      title: 'Name your organization',
      words: {
        do: 'Type a name for your organization, say what describes you best, and press “Create organization”.',
        why: 'The organization is what pays and what owns projects and keys. You can rename it later.',
        see: 'the next question, about your team.',
        details:
          'If no such page comes, you have an organization already, often called “Personal”. If you wanted ChatGPT and not the API, the small link at the bottom leads there.',
      },
      when: {
        all: [{ page: ['welcome'] }, { text: ['Welcome to OpenAI Platform', 'What best describes you?'] }],
      },
      target: 'createOrganization',
      via: ['organizationName'],
      done: {
        any: [
          { text: ['Invite your team', 'Make your first API call', 'Add some API credits'] },
          { page: ['home', 'api-keys', 'billing', 'limits', 'usage', 'profile', 'playground'] },
        ],
      },
      blocked: [{ say: 'It is greyed out: do what the page asks for first, a name and what describes you.' }],
    },
    {
      id: 'skip-invites',
      title: 'Leave the invitations for later',
      words: {
        do: 'Press “I’ll invite my team later”, unless you want to invite people now.',
        why: 'Whoever you invite can spend your money. Set a limit first.',
        see: 'the page “Make your first API call”.',
      },
      when: { all: [{ page: ['welcome'] }, { text: ['Invite your team'] }] },
      target: 'inviteLater',
      done: {
        any: [
          { text: ['Make your first API call', 'Add some API credits'] },
          { page: ['home', 'api-keys', 'billing', 'limits', 'usage', 'profile', 'playground'] },
        ],
      },
    },
    {
      id: 'skip-first-key',
      title: 'Leave the first key for later',
      words: {
        do: 'Press “I’ll do this later”.',
        why: 'Here you only choose a name and a project. On the API keys page you also set permissions and an expiry.',
        before: '“Generate API Key” shows a key just once: save it to Keyway at once.',
        see: 'a page about credits, or the home page.',
      },
      when: { all: [{ page: ['welcome'] }, { text: ['Make your first API call'] }] },
      target: 'callLater',
      done: {
        any: [
          { text: ['Add some API credits', 'Buy credits later', "I'll buy credits later"] },
          { page: ['home', 'api-keys', 'billing', 'limits', 'usage', 'profile', 'playground'] },
          { key: 'saved' },
        ],
      },
    },
    {
      id: 'skip-credits',
      title: 'Leave the credits for later',
      words: {
        do: 'Press “I’ll buy credits later”.',
        why: 'The guide “Set up billing” buys the smallest amount, with auto-reload off and a limit. ChatGPT Plus is not API credit.',
        before: 'Buying here costs real money at once, and auto-reload is on unless you turn it off.',
        see: 'the platform’s home page.',
      },
      when: { all: [{ page: ['welcome'] }, { seen: 'creditsLater' }] },
      target: 'creditsLater',
      done: { page: ['home', 'api-keys', 'billing', 'limits', 'usage', 'profile', 'playground'] },
    },
    {
      id: 'arrived',
      title: 'You are in',
      words: {
        do: 'You are signed in to the platform. Next: secure the account, then billing with a limit, then the key.',
        why: 'A key without credit answers “no credit”. Credit without a limit can be spent to the end.',
        see: 'the platform’s menu on the left, with your organization’s name at the bottom.',
      },
      look: true,
      done: { page: ['home', 'api-keys', 'billing', 'limits', 'usage', 'profile', 'playground', 'general'] },
      button: 'Continue',
    },
  ],
  detours: [
    {
      id: 'phone',
      title: 'It wants a phone number',
      when: { dialog: ['Verify your phone number', 'Enter code'] },
      words: {
        do: 'Enter a mobile number of your own, press “Send code”, and type the code that comes by SMS or WhatsApp.',
        why: 'OpenAI asks once per account. Landline, internet and Google Voice numbers are refused, and one number serves few accounts.',
        see: 'the dialog closes.',
      },
    },
    {
      id: 'key-shown',
      title: 'A key is being shown',
      when: { all: [{ keyShown: true }, { not: { key: 'saved' } }] },
      words: {
        do: 'Save this new key to Keyway before you continue.',
        before: 'It is shown only once: if you leave now, you have to revoke it and create another.',
        see: 'the key, masked, in the side panel.',
      },
    },
    {
      id: 'country',
      title: 'Not available in your country',
      when: {
        text: [
          'Country, region, or territory not supported',
          "OpenAI's services are not available in your country",
          'OpenAI’s API is not available in your country',
        ],
      },
      words: {
        do: 'OpenAI does not serve the place you seem to be in. If you use a VPN or a company network, turn it off and reload.',
        why: 'Using a supported country’s address to get round this breaks the terms and can close the account.',
      },
      link: {
        url: 'https://developers.openai.com/api/docs/supported-countries',
        label: 'Supported countries',
      },
    },
  ],
  receipt: [
    { label: 'You have', text: 'an OpenAI platform account and an organization.' },
    { label: 'It costs', text: 'nothing so far.' },
  ],
  next: ['secure-account', 'set-up-billing', 'limit-spending', 'create-key'],
})
