/** What the policies ask, in plain words, and what leads to a revoked key or a closed account. */
import { defineGuide } from './define-guide.ts'

export const readPolicy = defineGuide({
  id: 'read-policy',
  title: 'Read the policies',
  summary: 'You know what you may build, what leads to a revoked key, and where the full text is.',
  searchWords: [
    'usage policy, usage policies, rules, terms of service, terms of use, tos, guidelines, conditions, legal, license',
    'what is allowed, what is not allowed, what may i build, am i allowed to build a chatbot, is it allowed to make a product, what may i not do, am i allowed to, forbidden content, prohibited content, not permitted, acceptable use, disallowed',
    'banned, ban, account suspended, policy violation, violated the rules, terminated for abuse, access terminated, content flagged, moderation, appeal',
    'privacy, gdpr, data protection, data retention, zero data retention, where does my data go, who sees my data, who reads my prompts, does openai train on my data, training on my prompts, confidential data, personal data, hipaa, data controls, opt out of training',
    'commercial use, can i sell, who owns the output, copyright, resell access, use case review, use case policy, approval of my idea',
    'share my key with a friend, may i share a key, key sharing rules, sharing keys with the team',
    'adult content, nsfw, medical advice, legal advice, children, age limit of users, responsible use, ethics',
    'can i get in trouble for this, what gets people thrown out, is it legal, may my company earn money with it, will they read what i send, they closed me down for breaking a rule, for minors or pupils, for doctors or lawyers, what would get me banned',
  ],
  minutes: 5,
  checked: '2026-11-21',
  sources: [
    'seed: Step 2: Accept OpenAI’s Use Case Policy',
    'seed: Step 4: Submit a Use Case for Review (no longer exists)',
    'seed: Step 8: Responsible Usage and Key Revocation',
    'facts: console text on leaked keys',
  ],
  eras: ['A', 'B', 'C', 'D'],
  prerequisites: ['It costs nothing.'],
  targets: {},
  steps: [
    {
      id: 'open',
      title: 'Open the policies',
      words: {
        do: 'Open the usage policies with the link below and look through the headings.',
        why: 'You agreed to them when you signed up. A break of them can end a key or the whole account, paid credit included.',
        see: 'OpenAI’s page “Usage policies” in a new tab.',
        details:
          'Older tutorials speak of a “use case review” before you get a key. It no longer exists: you need no approval first.',
      },
      link: { url: 'https://openai.com/policies/usage-policies/', label: 'Usage policies' },
      done: { said: true },
      button: 'I have it open',
    },
    {
      id: 'allowed',
      title: 'What is allowed',
      words: {
        do: 'Allowed: chat assistants, writing, programming help, data analysis, images, research, teaching, and products of your own.',
        why: 'The policies forbid certain uses; what they do not forbid is allowed, within the law.',
        see: 'that your idea is among them, and none of the forbidden uses on the next card.',
        details:
          'Not sure? Ask: would it be legal and fair without AI? Then tell your users that it is an AI, and check its answers before others rely on them.',
      },
      link: { url: 'https://openai.com/policies/', label: 'All OpenAI policies' },
      done: { said: true },
      button: 'Understood',
    },
    {
      id: 'people',
      title: 'What is not allowed',
      words: {
        do: 'Not allowed: anything illegal, harming or deceiving people, sexual content involving minors, hacking, automated decisions about people’s jobs, credit or housing.',
        why: 'These points lead to closed accounts. This is Keyway’s summary; the page itself counts.',
        see: 'the same points on the page you opened.',
        details:
          'Advice on law, medicine and money needs a qualified person behind it. If you offer an app to others, you answer for what they do with it: say that it is an AI, and look out for misuse.',
      },
      done: { said: true },
      button: 'Understood',
    },
    {
      id: 'keys',
      title: 'What ends a key',
      words: {
        do: 'Never share a key, and never put it into a web page, an app or a repository. OpenAI disables leaked keys.',
        why: 'Whoever has the key spends your money, and OpenAI treats what they do as yours.',
        see: 'a warning of the same kind on the API keys page, behind “API key security guidance”.',
        details:
          'Each person gets a key of their own. If you suspect a leak, the guide “My key leaked” takes minutes.',
      },
      done: { said: true },
      button: 'Understood',
    },
    {
      id: 'data',
      title: 'What happens to your data',
      words: {
        do: 'By default OpenAI keeps API inputs and outputs for a while to look for misuse, and does not train on them. Check “Data controls” if you handle people’s data.',
        why: 'Your users may ask where their text goes.',
        see: 'Data controls, in the organization’s settings.',
      },
      link: {
        url: 'https://platform.openai.com/settings/organization/data-controls',
        label: 'Data controls',
      },
      done: { said: true },
      button: 'I have read it',
    },
  ],
  receipt: [
    { label: 'Read', text: 'the usage policies, in summary. The full text is on OpenAI’s page.' },
    { label: 'Remember', text: 'OpenAI disables a leaked key, and you pay for what it spent.' },
  ],
  next: ['set-up-billing', 'create-key'],
})
