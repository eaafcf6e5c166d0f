/** The whole journey in a browser that is dark. That nothing is unreadable there, `accessible.browser.ts` sees on every screen. */
import { playOnce } from './journey.ts'

export async function run(): Promise<string> {
  await playOnce(true)
  return 'every step in the dark'
}
