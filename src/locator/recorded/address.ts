/** Compares addresses as a redesign leaves them: hosts, queries and prefixes come and go, the last words stay. Knows no DOM. */

const parts = (href: string): string[] =>
  href
    .replace(/^([a-z]+:)?\/\/[^/]*/i, '')
    .replace(/[?#].*$/, '')
    .toLowerCase()
    .split('/')
    .filter(part => part && !/^\d{10,}\w*$/.test(part) && !/^index\.\w+$/.test(part))

const query = (href: string): string => /[?][^#]*/.exec(href)?.[0] ?? ''

/** Does it lead anywhere by itself? */
export const leads = (href: string): boolean =>
  href !== '' && href !== '#' && !/^(javascript:|about:)/i.test(href)

/** 1 for the same, down to 0 for addresses that share nothing. */
export function addressLikeness(a: string, b: string): number {
  if (a === b) return 1
  const left = parts(a)
  const right = parts(b)
  if (left.length === 0 && right.length === 0) {
    const host = (href: string) => href.replace(/^([a-z]+:)?(\/\/(www\.)?)?/i, '').replace(/[/?#].*$/, '')
    return host(a) === host(b) ? 0.9 : 0.2
  }
  if (left.length === 0 || right.length === 0) return 0
  if (left.join('/') === right.join('/')) return query(a) && query(b) && query(a) !== query(b) ? 0.6 : 0.95
  const last = left[left.length - 1] === right[right.length - 1] ? 0.5 : 0
  const shared = new Set(left.filter(part => right.includes(part))).size
  return Math.max(last, (0.9 * shared) / Math.max(left.length, right.length))
}
