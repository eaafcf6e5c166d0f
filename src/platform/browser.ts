/** The one door to the browser's extension API. Everything else in this folder goes through it. */
import browser from 'webextension-polyfill'

export { browser }
