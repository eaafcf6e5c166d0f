/** A report says what kind of thing a guide missed, and not a word of the page. */
import { expect, test } from 'vitest'
import { reportOn } from '../../../src/features/guide/screen/report.ts'
import { createKey } from '../../../src/guides/create-key.ts'

const secrets = [
  'Generate access for Robin',
  'robin@example.com',
  'sk-proj-abcdefghijklmnopqrstuvwxyz0123',
  '/settings/proj_abc123/api-keys',
  'acme-key-button',
  'Payroll',
  'x-acme-toolbar',
  'acmerole-1',
]

const shown = {
  role: 'button',
  names: [secrets[0] ?? '', secrets[1] ?? ''],
  texts: [secrets[2] ?? ''],
  labels: ['Payroll'],
  href: secrets[3] ?? '',
  type: 'submit',
  within: { landmark: 'main', section: ['Payroll'], dialog: ['Payroll'], row: ['Payroll'] },
  seen: {
    tag: 'button',
    text: secrets[0] ?? '',
    id: 'acme-key-button',
    class: 'acme-key-button',
    path: 'div2/main1/x-acme-toolbar1/h21/button3',
    box: [1, 2, 3, 4] as [number, number, number, number],
    before: ['Payroll'],
    rivals: [{ text: 'Payroll' }],
  },
}

test('what was pointed at, by its form alone', () => {
  const report = reportOn({
    guide: createKey,
    target: 'opener',
    shown,
    state: 'missing',
    version: '0.1.0',
    browser: 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/140.0.0.0 Safari/537.36',
  })
  expect(report).toContain('Keyway 0.1.0, Chrome 140.')
  expect(report).toContain('Guide “create-key”')
  expect(report).toContain('target “opener”, now: missing')
  expect(report).toContain('Looked for: button “Create new secret key”')
  expect(report).toContain(
    'A person pointed at: button, <button>, of type submit, with a name, with an address, in main, in a dialog, at div2/main1/…/h21/button3.',
  )
  for (const secret of secrets) expect(report).not.toContain(secret)
})

test('words of the page in the place of a role, a tag or a landmark do not get in', () => {
  const report = reportOn({
    guide: createKey,
    target: 'opener',
    shown: {
      ...shown,
      role: 'acmerole-1',
      type: 'robin@example.com',
      within: { landmark: 'Payroll' },
      seen: { ...shown.seen, tag: 'x-acme-toolbar' },
    },
    version: '0.1.0',
    browser: '',
  })
  expect(report).toContain('A person pointed at: something without a role, with a name')
  for (const secret of secrets) expect(report).not.toContain(secret)
})

test('nothing was pointed at: what the guide looked for is enough', () => {
  const report = reportOn({ guide: createKey, target: 'name', version: '0.1.0', browser: '' })
  expect(report).not.toContain('A person pointed at')
  expect(report).toContain('Looked for: textbox “Name”')
})
