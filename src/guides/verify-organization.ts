/** Verification of the organization, which some models and streaming ask for. Half of it happens at Persona, on a phone. */

import { defineGuide } from './define-guide.ts'
import { noRightsTexts } from './detours.ts'
import type { Condition } from './guide.ts'

const starts = [
  'Start',
  'Verify Organization',
  'Verify organization',
  'Start verification',
  'Begin verification',
]
const isBusiness: Condition = { chosen: 'kind', is: ['business'] }
/** “Get your organization verified” says so, too; what asks for it stands beside that. */
const isVerified: Condition = {
  all: [{ text: ['Organization Verified', 'Organization verified'] }, { gone: 'start' }],
}

export const verifyOrganization = defineGuide({
  id: 'verify-organization',
  title: 'Verify your organization',
  summary: 'Your organization is verified. Some newer models, streaming and image models need that.',
  achieved: isVerified,
  searchWords: [
    'verify organization, organization verification, verified organization, organization must be verified, verify org, verify business, individual verification',
    'your organization must be verified to use the model, must be verified to stream this model, must be verified to generate reasoning summaries, unsupported_value stream, reasoning summary',
    'id check, identity check, identity verification, id verification, kyc, passport, drivers license, id card, government id, selfie, face scan, persona, withpersona',
    'verification failed, verification rejected, verification expired, verification link, verification stuck, session expired persona, how long does verification take, still not verified',
    'gpt-image, gpt-image-1, o3, o4, gpt-5 streaming, stream not allowed, unlock models, newer models, advanced models, image model access',
    'they want to see my face, they ask for my papers, show an id, scan my document, prove that the company is real, the model is locked until i prove who i am, the new picture model wants proof, checked my identity and still locked',
  ],
  minutes: 10,
  checked: '2026-11-21',
  sources: [
    'facts: HC-VER, AX25: general, Verifications, Persona with a phone; T1003 2026-10: Individual or Business, Start',
    'facts: up to 15 minutes to take effect; one document per organization in 90 days',
  ],
  eras: ['B', 'C', 'D'],
  prerequisites: [
    'You have a photo ID and a phone with a camera.',
    'The document is from a country that OpenAI serves, and has not been used for another organization in the last 90 days.',
    'It costs nothing. No spending is needed first.',
  ],
  choices: [
    {
      id: 'kind',
      with: ['open', 'open-business'],
      question: 'Who is verified?',
      options: [
        { id: 'individual', label: 'One person' },
        { id: 'business', label: 'A registered company' },
      ],
    },
  ],
  targets: {
    individual: {
      is: [
        { role: 'radio', names: ['Individual', 'Individual You are verifying as a solo developer.'] },
        { role: 'button', names: ['Individual', 'Individual You are verifying as a solo developer.'] },
        // Where it is only a heading, its own “Start” is the choice; of two alike the first is the individual’s.
        { role: 'button', names: starts, not: ['Verify your phone number'] },
      ],
      look: '“Individual” and its “Start”, in the part “Verifications”',
    },
    // Its own “Start” is not told from the individual's by anything known: words lead there, nothing is lit.
    business: {
      is: [
        { role: 'radio', names: ['Business', 'Business You are verifying a registered company.'] },
        { role: 'button', names: ['Business', 'Business You are verifying a registered company.'] },
      ],
      look: '“Business” and its “Start”, in the part “Verifications”',
    },
    start: {
      is: {
        role: 'button',
        names: starts,
        not: ['Verify your phone number'],
      },
      look: 'a button “Start” (older: “Verify Organization”) in the part “Verifications”',
    },
  },
  usual: ['signed-out'],
  steps: [
    {
      id: 'open',
      title: 'Find “Verifications”',
      only: { not: isBusiness },
      page: ['general'],
      words: {
        do: 'Under “Verifications” choose “Individual”; for a registered company, say so here first.',
        why: 'It decides which documents you are asked for. Older layouts do not ask. Many models work without this.',
        before: 'You show an official document and your face to Persona, a company OpenAI uses.',
        see: 'the button “Start”.',
      },
      target: 'individual',
      look: true,
      done: { any: [{ checked: 'individual' }, { said: true }, isVerified] },
      button: 'I have chosen',
    },
    {
      id: 'open-business',
      title: 'Find “Verifications”',
      only: isBusiness,
      page: ['general'],
      words: {
        do: 'Under “Verifications” choose “Business”.',
        why: 'It decides which documents you are asked for: the company’s, and your own. Many models work without this.',
        before: 'You show official documents and your face to Persona, a company OpenAI uses.',
        see: 'the part “Business”, with its button “Start”.',
      },
      target: 'business',
      look: true,
      done: { any: [{ checked: 'business' }, { said: true }, isVerified] },
      button: 'I have chosen',
    },
    {
      id: 'start-business',
      title: 'Start it',
      only: isBusiness,
      page: ['general'],
      words: {
        do: 'Press the “Start” that belongs to “Business”.',
        before: 'Have the documents and good light ready: you may not be able to try again.',
        see: 'Persona’s page, with a code to scan by phone.',
      },
      done: { any: [{ said: true }, isVerified] },
      button: 'Persona is open',
    },
    {
      id: 'start',
      title: 'Start it',
      only: { not: isBusiness },
      page: ['general'],
      words: {
        do: 'Press “Start” (older: “Verify Organization”).',
        before: 'Have the document and good light ready: you may not be able to try again.',
        see: 'Persona’s page, with a code to scan by phone.',
      },
      target: 'start',
      done: { any: [{ said: true }, isVerified] },
      button: 'Persona is open',
    },
    {
      id: 'persona',
      title: 'Show document and face',
      elsewhere: 'withpersona.com',
      words: {
        do: 'Scan the code with your phone, photograph the document, follow the oval with your face, and wait until it says that it is done.',
        why: 'Keyway sees nothing of this, on purpose.',
        see: 'a message on the phone that it is done.',
        details:
          'If the link does not open, go back and press “Start” again. Use the phone’s own browser, not one inside another app.',
      },
      done: { any: [{ said: true }, isVerified] },
      button: 'It is done',
    },
    {
      id: 'wait',
      title: 'Wait, then reload',
      page: ['general'],
      words: {
        do: 'Reload the settings page after some minutes.',
        why: 'It can take up to 15 minutes until it counts.',
        see: '“Organization verified” (or “Verified”) in that part.',
      },
      look: true,
      done: { any: [isVerified, { said: true }] },
      button: 'It says verified',
    },
    {
      id: 'test',
      title: 'Try the model again',
      words: {
        do: 'Run the call that was refused, or test the key here.',
        why: 'Programs that are running may need a restart to notice.',
        see: 'an answer in place of “must be verified”.',
      },
      action: 'test',
      done: { any: [{ key: 'ready', of: 'subject' }, { said: true }] },
      button: 'It works now',
    },
  ],
  detours: [
    {
      id: 'no-rights',
      title: 'Only owners may do this',
      when: { text: noRightsTexts },
      words: {
        do: 'Ask an owner of the organization to verify it.',
        why: 'The verification belongs to the organization, not to you.',
        see: '“Organization verified” in the general settings, when they have done it.',
      },
    },
  ],
  receipt: [
    { label: 'Verified', text: 'your organization: its page says so.', only: isVerified },
    { label: 'Verified', text: 'your organization, as you said.', only: { not: isVerified } },
    { label: 'Wait', text: 'protected models answer within about 15 minutes.' },
    { label: 'Remember', text: 'the same document serves no other organization for 90 days.' },
  ],
  next: ['create-key'],
})
