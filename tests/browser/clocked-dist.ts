/**
 * The built extension whose worker can be watched and misled about the time: `practiceClock` there is how far its clock is ahead, in ms, and
 * `notified` in local storage what it showed, which a closed browser takes along. Otherwise it is the same build.
 */
import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { root } from './harness.ts'

const before = `{
const real = Date.now.bind(Date)
globalThis.realNow = real
Date.now = () => real() + (globalThis.practiceClock ?? 0)
const show = chrome.notifications.create.bind(chrome.notifications)
chrome.notifications.create = async (...given) => {
  const shown = await show(...given)
  const { notified = [] } = await chrome.storage.local.get('notified')
  await chrome.storage.local.set({ notified: [...notified, given] })
  return shown
}
}
`

export function clockedDist(): string {
  const folder = mkdtempSync(join(tmpdir(), 'keyway-clocked-'))
  cpSync(join(root, 'dist'), folder, { recursive: true })
  const path = join(folder, 'service-worker-loader.js')
  writeFileSync(path, before + readFileSync(path, 'utf8'))
  return folder
}
