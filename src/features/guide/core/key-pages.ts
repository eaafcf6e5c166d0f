/** The few addresses that the content script itself has to know, apart from the table of all, which is too heavy for a page. Pure. */

export const platform = 'https://platform.openai.com'

export const project = String.raw`/settings/(?:proj_\w+|project)`
export const organization = '(?:/settings)?/organization'

export const keyPaths = new RegExp(
  `^/(account/)?api-keys|^${organization}/api-keys|^${project}/api-keys|^/settings/profile/api-keys`,
)
export const welcomePaths = /^\/welcome/

/** The path of an address of the platform, without a slash at the end; undefined for any other origin. */
export function platformPath(url: string): string | undefined {
  const address = URL.parse(url)
  return address?.origin === platform ? address.pathname.replace(/(?<!\/)\/+$/, '') : undefined
}

export const isOn = (paths: RegExp, url: string): boolean => paths.test(platformPath(url) ?? '\0')
