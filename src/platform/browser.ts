/**
 * The one door to the browser's extension API. Everything else in this folder goes through it. Chrome's own: every call that is made
 * here answers with a promise in each Chrome that Keyway runs in (manifest version 3; minimum_chrome_version in manifest.json).
 */
export const browser: typeof chrome = globalThis.chrome
