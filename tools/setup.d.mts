/** The project's folder. */
export const root: string
/** Gets the dependencies, when they are not there or not those of package-lock.json. */
export function setup(): Promise<void>
export function upToDate(folder: string): Promise<boolean>
