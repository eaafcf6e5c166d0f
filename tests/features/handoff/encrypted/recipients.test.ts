/** What people paste for a public key, and what must never be taken for one. */
import { expect, it } from 'vitest'
import { asLines, readRecipients } from '../../../../src/features/handoff/core/encrypted/recipients.ts'

const age = 'age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p'
const ssh = 'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIHsKLqeplhpW+uObz5dvMgjz1OxfM/XXUB+VHtZ6isGN'

it.each([
  ['one key', age, age],
  ['what age-keygen prints', `Public key: ${age}\n`, age],
  ['a comment of age-keygen', `# created: 2026-01-01\r\n# public key: ${age}\r\n`, age],
  ['a .pub file', `${ssh} me@my-laptop\n`, ssh],
  ['a recipients file', `# the team\n\n${ssh} a@b\n${age}\n${age}\n`, `${ssh}\n${age}`],
])('reads %s, without names of people', (_, text, lines) => {
  const read = readRecipients(text)
  expect(read.ok && asLines(read.recipients)).toBe(lines)
})

it.each([
  ['an age identity', `AGE-SECRET-KEY-1${'Q'.repeat(58)}`, 'private_key'],
  ['an identity file', `# public key: ${age}\nAGE-SECRET-KEY-1QQQ`, 'private_key'],
  ['an SSH private key', '-----BEGIN OPENSSH PRIVATE KEY-----\nb3BlbnNzaC1rZXk', 'private_key'],
  ['nothing', '  \n# hm\n', 'bad_recipient'],
  ['a plugin’s key', 'age1yubikey1qwla8v7cu3mx6mp79', 'bad_recipient'],
  ['an API key', 'sk-proj-abcdefghijklmnopqrstuvwxyz0123456789', 'bad_recipient'],
  ['another kind of SSH key', 'ecdsa-sha2-nistp256 AAAAE2VjZHNh me', 'bad_recipient'],
  ['post-quantum beside classic', `age1pq1abc\n${age}`, 'bad_recipient'],
])('refuses %s', (_, text, code) => {
  const read = readRecipients(text)
  expect(read).toMatchObject({ ok: false, code })
  expect(JSON.stringify(read)).not.toMatch(/QQQQ|b3Blbn|abcdefghijklmnopqrstu/)
})
