/**
 * The one door to the browser's extension API. Everything else in this folder goes through it. Chrome 137 and later answer
 * with promises by themselves: of webextension-polyfill only the types are left, which other browsers' names share.
 */
import type { Browser } from 'webextension-polyfill'

export const browser = chrome as unknown as Browser
