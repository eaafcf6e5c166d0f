/** A leaked key: minutes count, so the shortest path comes first, and the proof before the tidying up. */
import { defineGuide } from './define-guide.ts'
import {
  confirmStep,
  createStep,
  findStep,
  keepTargets,
  keepTheKey,
  openStep,
  proveStep,
  revokeTargets,
} from './steps.ts'
import { apiKeys, dialogs } from './targets.ts'

export const keyCompromised = defineGuide({
  id: 'key-compromised',
  title: 'My key leaked',
  summary: 'OpenAI refuses the old key, and a new one is in your vault.',
  searchWords: [
    'leaked, key leaked, leaked key, leak, exposed key, my key got out, key is public, published my key, compromised, key stolen, stolen, hacked, key hacked, breach, data breach',
    'pushed key to github, committed key, key in git, key in git history, key in repository, public repo, accidentally committed, git push with env file, force push, secret scanning alert, push protection, push blocked because of a secret, repository contains secrets, gitguardian, trufflehog',
    'key on github, key in a pull request, key in a gist, key in a log file, key in the logs, key printed in the console, key shown to everybody, key in a docker image, key in an npm package, key in a notebook, key on the internet, key visible to others',
    'key in screenshot, key in video, posted key on discord, pasted key in chat, sent key by mail, shared key by mistake, showed key on stream, key on stackoverflow, key in slack, someone saw my key, key in a forum',
    'someone else uses my key, someone is using my key, someone spends my money, unknown charges, charges i did not make, strange usage, suspicious activity, unusual activity, unauthorized use, unauthorized charges, usage i do not recognize, fraud, abuse of my key, my money is gone, misused',
    'openai disabled my key, key disabled automatically, email from openai about leaked key, key found in public, emergency, panic, urgent, what now',
    'key in frontend, key in client side code, key in javascript, key in mobile app, key visible in browser, key in html, dangerouslyAllowBrowser, hardcoded key',
    'malware, laptop stolen, lost laptop, computer infected, virus',
    'everybody can see my key, i showed my key to the world, i sent it to the wrong person, i put it online by accident, my key was in the picture, i did not spend that, a charge that was not me, woke up to a bill, somebody is spending my money, a stranger has it, openai wrote that my key was leaked, they found my key and disabled it, the push was refused because of a key',
  ],
  achieved: { all: [{ key: 'rejected', of: 'subject' }, { key: 'saved' }] },
  minutes: 8,
  checked: '2026-11-21',
  sources: [
    'seed: Issue: Key Compromised: revoke, new restricted key, monitor usage, update applications, review practices',
    'seed: Step 8: If you believe your API key has been compromised, revoke it immediately',
    'facts: revoke dialog 2024-02, Delete 2026-08; leaked keys are disabled by OpenAI',
  ],
  eras: ['A', 'B', 'C', 'D'],
  prerequisites: ['Revoking costs nothing, and cannot be undone.'],
  targets: {
    ...revokeTargets,
    opener: apiKeys.opener,
    name: apiKeys.name,
    restricted: apiKeys.permissionRestricted,
    submit: apiKeys.submit,
    ...keepTargets,
  },
  usual: ['signed-out', 'code', 'no-rights'],
  steps: [
    {
      ...findStep,
      title: 'Find it and revoke it',
      words: {
        ...findStep.words,
        why: 'Until it is revoked, whoever has it can spend your money. Everything else can wait.',
        before: 'All programs that use this key stop at once.',
      },
    },
    { ...confirmStep, id: 'revoke' },
    proveStep,
    {
      ...openStep,
      title: 'Make a new key',
      when: { all: [{ noDialog: true }, { keyShown: false }] },
      words: { ...openStep.words, why: 'Your programs need one, and this one can be narrower.' },
    },
    {
      id: 'restricted',
      title: 'Restrict it this time',
      when: { dialog: [...dialogs.create] },
      words: {
        do: 'If your program only chats, choose “Restricted” and set “Model capabilities” to “Request”; otherwise keep “All”.',
        why: 'If this one leaks too, it can do less.',
        see: 'your choice under “Permissions”.',
        details: 'The guide “Restrict a key” goes through the rows by purpose.',
      },
      target: 'restricted',
      look: true,
      optional: true,
      done: { any: [{ checked: 'restricted' }, { said: true }] },
      button: 'It is as I want it',
    },
    {
      ...createStep,
      via: ['name'],
      words: {
        ...createStep.words,
        do: 'Give it the next version number, for example “…-v2”, and press “Create secret key”.',
      },
    },
    ...keepTheKey,
    {
      id: 'replace',
      title: 'Update every program',
      elsewhere: 'your program',
      words: {
        do: 'Put the new key in every place of the old one, place by place. The old key’s page in Keyway lists them under “Used in”.',
        why: 'A program you forget keeps failing until it gets the new key.',
        see: 'that your programs answer again.',
        details:
          'Go through: .env files on each computer, your host’s environment variables, CI secrets, containers, scheduled jobs, notebooks, apps and plugins, colleagues. Restart each program: most read the key only when they start.',
      },
      action: 'put-in-project',
      done: { said: true },
      button: 'All have it',
    },
    {
      id: 'usage',
      title: 'Check what was spent',
      page: ['usage'],
      words: {
        do: 'Open the usage page, group by API key, and look at the days since the leak.',
        why: 'It shows how long the key was misused, and whether there is another key you do not know.',
        before: 'Numbers lag by some hours: look again tomorrow.',
        see: 'the old key’s line ends now.',
        details:
          'Spending that is not yours: write to OpenAI’s support, with the key’s name, its last four characters and the hours. A refund is not certain.',
      },
      done: { said: true },
      button: 'I have looked',
      link: { url: 'https://help.openai.com/', label: 'OpenAI support' },
    },
    {
      id: 'review',
      title: 'Stop the leak',
      words: {
        do: 'Find out how it leaked: a commit, a web page, a chat, a screenshot, a laptop. Remove it there too.',
        why: 'Otherwise the new key leaks the same way.',
        see: 'Keyway’s scan of the folder or text finds no key any more.',
        details:
          'A deleted commit still holds the key: treat a key in git history as public. Then open “Check-up” in Keyway’s dashboard, which reviews how you keep your other keys.',
      },
      done: { said: true },
      button: 'It is closed',
    },
  ],
  receipt: [
    { label: 'Revoked', text: 'the old key: OpenAI refuses it.', only: { key: 'rejected', of: 'subject' } },
    { label: 'Made', text: 'the new key “{label}”, ending in {lastFour}.', only: { key: 'saved' } },
    { label: 'Look again', text: 'at the usage page tomorrow: the numbers lag.' },
  ],
  next: ['limit-spending', 'restrict-key', 'secure-account'],
})
