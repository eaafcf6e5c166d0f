/** A key as it may be shown: what kind it is and its last four characters. Pure. */

/** "sk-proj-…abcd". Of a short secret nothing but the dots. */
export function mask(key: string): string {
  const kind =
    /^(?:sk-(?:proj|svcacct|admin|service|ant-api\d\d|ant-admin\d\d|or-v1)-|sk-|gsk_|xai-|AIza)/.exec(key)
  return key.length < 16 ? '…' : `${kind?.[0] ?? ''}…${lastFour(key)}`
}

export function lastFour(key: string): string {
  return key.slice(-4)
}
