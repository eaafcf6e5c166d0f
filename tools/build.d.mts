/** Builds when a source file is newer than dist/. */
export function buildWhenNeeded(): Promise<void>
