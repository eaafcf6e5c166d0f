/** The path of a browser, or undefined. */
export function findBrowser(env?: NodeJS.ProcessEnv): Promise<string | undefined>
/** The path of a browser; installs one when none is there. */
export function ensureBrowser(): Promise<string>
