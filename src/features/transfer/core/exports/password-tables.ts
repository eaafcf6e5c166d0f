/**
 * The CSV exports of password managers and browsers, told by their headings (read 2026-11-22): Bitwarden
 * (bitwarden.com/help/condition-bitwarden-import), 1Password (support.1password.com/export), KeePass 1 (keepass.info/help/base/importexport.html),
 * KeePassXC, Chrome and Edge (`name,url,username,password,note`), Proton Pass (proton.me/support/pass-export), Dashlane
 * (`username,username2,username3,title,password,note,url,category,otpSecret`); LastPass
 * (`url,username,password,totp,extra,name,grouping,fav`), Firefox (`url,username,password,httpRealm,formActionOrigin,guid,…`), which
 * names no entry, and RoboForm (`Name,Url,MatchUrl,Login,Pwd,Note,Folder`).
 */
import { readCsv } from './csv.ts'
import { type Item, itemOf } from './item.ts'

const columns = {
  title: ['name', 'title', 'account'],
  password: ['password', 'login_password', 'pwd'],
  username: ['username', 'login_username', 'login name', 'user name', 'login'],
  webPage: ['url', 'login_uri', 'web site', 'website', 'urls'],
  notes: ['notes', 'note', 'comments', 'extra'],
  folder: ['folder', 'group', 'vault', 'collections', 'category', 'tags', 'grouping'],
  custom: ['fields'],
} as const
type Column = keyof typeof columns

/** More rows nobody has. */
const mostRows = 200_000

/** @returns undefined for a table that is none of theirs */
export function readPasswordTable(given: string): Item[] | undefined {
  // Says to a spreadsheet what stands between the cells.
  const text = given.replace(/^\uFEFF?sep=.\r?\n/i, '')
  // The heading alone first: any text of a hundred thousand lines comes by here.
  const [heading = []] = readCsv(text.slice(0, 2000), 1)
  const names = heading.map(name => name.trim().toLowerCase())
  const placeOf = (column: Column) =>
    names.findIndex(name => (columns[column] as readonly string[]).includes(name))
  const places = Object.fromEntries(
    (Object.keys(columns) as Column[]).map(column => [column, placeOf(column)]),
  ) as Record<Column, number>
  const isNamed = places.title >= 0 && (places.password >= 0 || places.notes >= 0)
  const isByAddress = places.webPage >= 0 && places.username >= 0 && places.password >= 0
  if (!isNamed && !isByAddress) return undefined
  return readCsv(text, mostRows)
    .slice(1)
    .map(row => {
      const cell = (column: Column) => row[places[column]] ?? ''
      return itemOf({
        title: cell('title'),
        webPage: cell('webPage'),
        notes: cell('notes'),
        folder: cell('folder'),
        fields: [
          { name: 'password', value: cell('password') },
          { name: 'username', value: cell('username') },
          ...customFields(cell('custom')),
        ],
      })
    })
}

/** Bitwarden's own fields, one a line: `name: value`. */
const customFields = (text: string): Item['fields'] =>
  text
    .split('\n')
    .map(line => ({ line, colon: line.indexOf(': ') }))
    .filter(({ colon }) => colon > 0)
    .map(({ line, colon }) => ({ name: line.slice(0, colon), value: line.slice(colon + 2).trim() }))
