/**
 * Files as other programs write them, each made by hand to its format's public description (docs/import.md). Every one holds the same
 * three keys, a login, a note and what else such a file is full of. All keys are made up.
 */
import { deflateRawSync } from 'node:zlib'
import { seeded, shapes } from '../../providers/random-keys.ts'

const random = seeded('exports')
const make = (shape: string) => shapes[shape]?.make(random) ?? ''
export const openai = make('OpenAI project')
export const huggingFace = make('Hugging Face')
/** Of a service whose keys have no published shape. */
export const cohere = 'qT7vWb2LxZ9dKc4NfR8sYh1MpJ6gAa3UeV5tXw0B'
const password = 'Tr0ub4dor&3 correct'
/** As many letters and digits as a key, and yet a login's. */
export const generated = 'kJ8vQ2mN5xR9wL3zT6yB4cF7'

const csvCell = (cell: string) => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)
export const csv = (...rows: string[][]): string => rows.map(row => row.map(csvCell).join(',')).join('\r\n')
const json = (value: unknown): string => JSON.stringify(value, null, 2)

const onePasswordField = (title: string, value: string) => ({ title, id: title, value: { concealed: value } })
const onePassword = {
  accounts: [
    {
      attrs: { accountName: 'Me', email: 'me@example.com' },
      vaults: [
        {
          attrs: { uuid: 'v1', name: 'Work', type: 'P' },
          items: [
            {
              uuid: 'a',
              categoryUuid: '112',
              overview: { title: 'OpenAI bot', url: 'https://platform.openai.com', tags: [] },
              details: {
                loginFields: [],
                notesPlain: `Made for the bot. ${openai}`,
                sections: [{ title: '', fields: [onePasswordField('credential', openai)] }],
              },
            },
            {
              uuid: 'b',
              categoryUuid: '112',
              overview: { title: 'HF', url: '' },
              details: {
                loginFields: [],
                notesPlain: '',
                sections: [{ fields: [onePasswordField('credential', huggingFace)] }],
              },
            },
            {
              uuid: 'c',
              categoryUuid: '112',
              overview: { title: 'Cohere', url: 'https://dashboard.cohere.com' },
              details: {
                loginFields: [],
                notesPlain: '',
                sections: [{ fields: [onePasswordField('credential', cohere)] }],
              },
            },
            {
              uuid: 'd',
              categoryUuid: '001',
              overview: { title: 'OpenAI', url: 'https://auth.openai.com' },
              details: {
                loginFields: [
                  { name: 'username', designation: 'username', value: 'me@example.com' },
                  { name: 'password', designation: 'password', value: generated },
                ],
                notesPlain: 'PIN 1234',
                sections: [],
              },
            },
          ],
        },
      ],
    },
  ],
}

const bitwarden = {
  encrypted: false,
  folders: [{ id: 'f1', name: 'Work' }],
  items: [
    {
      folderId: 'f1',
      type: 1,
      name: 'OpenAI bot',
      notes: `Made for the bot. ${openai}`,
      fields: [{ name: 'API key', value: openai, type: 1 }],
      login: { uris: [{ match: null, uri: 'https://platform.openai.com' }], username: 'me', password },
    },
    {
      folderId: null,
      type: 1,
      name: 'HF',
      notes: null,
      login: { uris: null, username: null, password: huggingFace },
    },
    {
      folderId: null,
      type: 2,
      name: 'Cohere API key',
      notes: null,
      fields: [{ name: 'token', value: cohere, type: 1 }],
    },
    {
      folderId: null,
      type: 1,
      name: 'OpenAI',
      login: { uris: [{ uri: 'https://auth.openai.com' }], username: 'me@example.com', password: generated },
    },
  ],
}

const protonItem = (name: string, note: string, content: object, extraFields: object[] = []) => ({
  itemId: name,
  state: 1,
  data: { metadata: { name, note, itemUuid: name }, extraFields, type: 'login', content },
})
const proton = {
  version: '1.31.0',
  userId: 'u',
  encrypted: false,
  vaults: {
    s1: {
      name: 'Work',
      description: '',
      items: [
        protonItem(
          'OpenAI bot',
          `Made for the bot. ${openai}`,
          { itemUsername: 'me', password, urls: ['https://platform.openai.com'] },
          [{ fieldName: 'API key', type: 'hidden', data: { content: openai } }],
        ),
        protonItem('HF', '', { itemUsername: '', password: huggingFace, urls: [] }),
        protonItem('Cohere API key', '', { itemUsername: '', password: cohere, urls: [] }),
        protonItem('OpenAI', 'PIN 1234', {
          itemUsername: 'me@example.com',
          password: generated,
          urls: ['https://auth.openai.com'],
        }),
      ],
    },
  },
}

const xmlText = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
const keePassEntry = (said: Record<string, string>, history = '') =>
  `<Entry><UUID>x</UUID>${Object.entries(said)
    .map(([key, value]) => `<String><Key>${key}</Key><Value>${xmlText(value)}</Value></String>`)
    .join('')}<History>${history}</History></Entry>`
export const keePass = (entries: string): string =>
  `<?xml version="1.0" encoding="utf-8" standalone="yes"?>\n<KeePassFile><Meta><Generator>KeePass</Generator></Meta><Root><Group><Name>Root</Name>${entries}</Group></Root></KeePassFile>`
const old = keePassEntry({ Title: 'OpenAI bot', Password: make('OpenAI project') })

/** By the program: its file, and what is carried over of the first key beside its name. */
export const files: Record<string, { name: string; text: string; carried: object; others: number }> = {
  '1Password, export.data': {
    name: 'export.data',
    text: json(onePassword),
    carried: { tags: ['Work'] },
    others: 1,
  },
  '1Password, CSV': {
    name: 'export.csv',
    text: csv(
      ['Title', 'Url', 'Username', 'Password', 'OTPAuth', 'Favorite', 'Archived', 'Tags', 'Notes'],
      [
        'OpenAI bot',
        'https://platform.openai.com',
        '',
        openai,
        '',
        'false',
        'false',
        'Work',
        `Made for the bot. ${openai}`,
      ],
      ['HF', '', '', huggingFace, '', 'false', 'false', '', ''],
      ['Cohere API key', 'https://dashboard.cohere.com', '', cohere, '', 'false', 'false', '', ''],
      [
        'OpenAI',
        'https://auth.openai.com',
        'me@example.com',
        generated,
        '',
        'false',
        'false',
        '',
        'PIN\n"1234"',
      ],
    ),
    carried: { tags: ['Work'] },
    others: 1,
  },
  'Bitwarden, JSON': {
    name: 'bitwarden.json',
    text: json(bitwarden),
    carried: { tags: ['Work'] },
    others: 1,
  },
  'Bitwarden, CSV': {
    name: 'bitwarden.csv',
    text: csv(
      [
        'folder',
        'favorite',
        'type',
        'name',
        'notes',
        'fields',
        'reprompt',
        'login_uri',
        'login_username',
        'login_password',
        'login_totp',
      ],
      [
        'Work',
        '',
        'login',
        'OpenAI bot',
        `Made for the bot. ${openai}`,
        `PIN: 1234\nAPI key: ${openai}`,
        '0',
        'https://platform.openai.com',
        'me',
        password,
        '',
      ],
      ['', '', 'login', 'HF', '', '', '0', '', '', huggingFace, ''],
      ['', '', 'note', 'Cohere API key', '', `token: ${cohere}`, '0', '', '', '', ''],
      [
        '',
        '1',
        'login',
        'OpenAI',
        'PIN\n"1234"',
        '',
        '0',
        'https://auth.openai.com',
        'me@example.com',
        generated,
        '',
      ],
    ),
    carried: { tags: ['Work'] },
    others: 1,
  },
  'KeePass, XML': {
    name: 'keepass.xml',
    text: keePass(
      `<Group><Name>Work</Name>${keePassEntry({ Title: 'OpenAI bot', URL: 'https://platform.openai.com', Password: openai, Notes: `Made for the bot. ${openai}` }, old)}</Group><Group><Name>Rest</Name>` +
        keePassEntry({ Title: 'HF', Password: huggingFace }) +
        keePassEntry({ Title: 'Cohere API key', Password: cohere, UserName: 'me' }) +
        keePassEntry({
          Title: 'OpenAI',
          URL: 'https://auth.openai.com',
          UserName: 'me',
          Password: generated,
        }) +
        '</Group>',
    ),
    carried: { tags: ['Work'] },
    others: 1,
  },
  'KeePass 1, CSV': {
    name: 'keepass1.csv',
    text: csv(
      ['Account', 'Login Name', 'Password', 'Web Site', 'Comments'],
      ['OpenAI bot', '', openai, 'https://platform.openai.com', `Made for the bot. ${openai}`],
      ['HF', '', huggingFace, '', ''],
      ['Cohere API key', '', cohere, '', ''],
      ['OpenAI', 'me', generated, 'https://auth.openai.com', ''],
    ),
    carried: {},
    others: 1,
  },
  'KeePassXC, CSV': {
    name: 'keepassxc.csv',
    text: csv(
      ['Group', 'Title', 'Username', 'Password', 'URL', 'Notes', 'TOTP', 'Icon', 'Last Modified', 'Created'],
      [
        'Work',
        'OpenAI bot',
        '',
        openai,
        'https://platform.openai.com',
        `Made for the bot. ${openai}`,
        '',
        '0',
        '',
        '',
      ],
      ['Root', 'HF', '', huggingFace, '', '', '', '0', '', ''],
      ['Root', 'Cohere API key', '', cohere, '', '', '', '0', '', ''],
      ['Root', 'OpenAI', 'me', generated, 'https://auth.openai.com', '', '', '0', '', ''],
    ),
    carried: { tags: ['Work'] },
    others: 1,
  },
  'Chrome and Edge, CSV': {
    name: 'Chrome Passwords.csv',
    text: csv(
      ['name', 'url', 'username', 'password', 'note'],
      ['OpenAI bot', 'https://platform.openai.com/', '', openai, `Made for the bot. ${openai}`],
      ['HF', 'https://huggingface.co/', 'me', huggingFace, ''],
      ['Cohere API key', 'https://dashboard.cohere.com/', '', cohere, ''],
      ['auth.openai.com', 'https://auth.openai.com/', 'me@example.com', generated, ''],
    ),
    carried: {},
    others: 1,
  },
  'Proton Pass, JSON': { name: 'data.json', text: json(proton), carried: { tags: ['Work'] }, others: 1 },
  'Proton Pass, CSV': {
    name: 'proton.csv',
    text: csv(
      [
        'type',
        'name',
        'url',
        'email',
        'username',
        'password',
        'note',
        'totp',
        'createTime',
        'modifyTime',
        'vault',
      ],
      [
        'login',
        'OpenAI bot',
        'https://platform.openai.com',
        '',
        '',
        openai,
        `Made for the bot. ${openai}`,
        '',
        '1',
        '1',
        'Work',
      ],
      ['login', 'HF', '', '', '', huggingFace, '', '', '1', '1', ''],
      ['login', 'Cohere API key', '', '', '', cohere, '', '', '1', '1', ''],
      ['login', 'OpenAI', 'https://auth.openai.com', 'me@example.com', '', generated, '', '', '1', '1', ''],
    ),
    carried: { tags: ['Work'] },
    others: 1,
  },
  'Dashlane, CSV': {
    name: 'credentials.csv',
    text: csv(
      ['username', 'username2', 'username3', 'title', 'password', 'note', 'url', 'category', 'otpSecret'],
      [
        '',
        '',
        '',
        'OpenAI bot',
        openai,
        `Made for the bot. ${openai}`,
        'https://platform.openai.com',
        'Work',
        '',
      ],
      ['', '', '', 'HF', huggingFace, '', '', '', ''],
      ['', '', '', 'Cohere API key', cohere, '', '', '', ''],
      ['me@example.com', '', '', 'OpenAI', generated, '', 'https://auth.openai.com', '', ''],
    ),
    carried: { tags: ['Work'] },
    others: 1,
  },
  'Doppler, JSON': {
    name: 'doppler.json',
    text: json({
      DOPPLER_CONFIG: 'prd',
      DOPPLER_ENVIRONMENT: 'prd',
      DOPPLER_PROJECT: 'shop',
      OPENAI_API_KEY: openai,
      HF_TOKEN: huggingFace,
      COHERE_API_KEY: cohere,
      DATABASE_URL: 'postgres://u:p@db/x',
    }),
    carried: { environment: 'Production', tags: ['shop'] },
    others: 1,
  },
  'Infisical, JSON': {
    name: 'secrets.json',
    text: json(
      [
        ['OPENAI_API_KEY', openai, '/bots'],
        ['HF_TOKEN', huggingFace, '/'],
        ['COHERE_API_KEY', cohere, '/'],
        ['DATABASE_URL', 'postgres://u:p@db/x', '/'],
      ].map(([key, value, secretPath]) => ({
        key,
        workspace: 'w',
        value,
        type: 'shared',
        _id: 'i',
        secretPath,
        tags: [],
        comment: '',
      })),
    ),
    carried: { tags: ['bots'] },
    others: 1,
  },
  'Postman, environment': {
    name: 'Staging.postman_environment.json',
    text: json({
      id: 'e',
      name: 'Staging',
      values: [
        { key: 'OPENAI_API_KEY', value: openai, type: 'secret', enabled: true },
        { key: 'HF_TOKEN', value: huggingFace, type: 'secret', enabled: true },
        { key: 'COHERE_API_KEY', value: cohere, type: 'default', enabled: false },
        { key: 'baseUrl', value: 'https://api.example.com', type: 'default', enabled: true },
      ],
      _postman_variable_scope: 'environment',
      _postman_exported_at: '2026-11-22T00:00:00Z',
    }),
    carried: { environment: 'Staging' },
    others: 1,
  },
}

/** A ZIP archive as programs write one; `method` and sizes may be given wrong on purpose. */
export function zipOf(
  entries: { path: string; data: Uint8Array; method?: number }[],
): Uint8Array<ArrayBuffer> {
  const number = (size: 2 | 4, value: number) => {
    const bytes = Buffer.alloc(size)
    if (size === 2) bytes.writeUInt16LE(value)
    else bytes.writeUInt32LE(value)
    return bytes
  }
  const parts: Uint8Array[] = []
  const directory: Uint8Array[] = []
  let at = 0
  for (const { path, data, method = 8 } of entries) {
    const name = Buffer.from(path)
    const packed = method === 0 ? data : deflateRawSync(data)
    const head = Buffer.concat([
      number(2, 20),
      number(2, 0),
      number(2, method),
      number(4, 0),
      number(4, 0),
      number(4, packed.length),
      number(4, data.length),
      number(2, name.length),
      number(2, 0),
    ])
    parts.push(Buffer.concat([number(4, 0x04034b50), head, name, packed]))
    directory.push(
      Buffer.concat([
        number(4, 0x02014b50),
        number(2, 20),
        head,
        number(2, 0),
        number(2, 0),
        number(2, 0),
        number(4, 0),
        number(4, at),
        name,
      ]),
    )
    at += 30 + name.length + packed.length
  }
  const all = Buffer.concat(directory)
  const end = Buffer.concat([
    number(4, 0x06054b50),
    number(2, 0),
    number(2, 0),
    number(2, entries.length),
    number(2, entries.length),
    number(4, all.length),
    number(4, at),
    number(2, 0),
  ])
  return new Uint8Array(Buffer.concat([...parts, all, end]))
}
