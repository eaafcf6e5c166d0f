/** A person who sets a spend limit on the page of endings.ts, by the guide; and what the guide says when the form is gone. */
import type { ElementHandle, Frame, Page } from 'puppeteer-core'
import type { Harness } from '../../browser/harness.ts'
import { poll } from '../../browser/poll.ts'
import { send } from '../lock/vault-story.ts'
import { type Container, documentOf, type Ending } from './endings.ts'
import { stayOn } from './walk.ts'

const summary = 'Your API spending has a hard limit.'

export async function endFormBy(
  h: Harness,
  screen: Page,
  container: Container,
  ending: Ending,
): Promise<{ isSaid: boolean; isSaved: boolean; isEarly: boolean; said: string }> {
  await send(screen, 'screen.guideAct', { act: 'stop' })
  if (h.practice) h.practice.documents = path => documentOf(path, container, ending)
  const page = await h.platform('/settings/organization/limits')
  await page.evaluate(() => sessionStorage.clear())
  if (ending.by === 'back') await page.evaluate(() => history.pushState(null, '', '?form'))
  await send(screen, 'screen.startGuide', { guide: 'limit-spending' })
  await stayOn(h, page)
  const tour = async () => (await h.session()).tour
  const at = async (...steps: string[]) =>
    poll(
      async () => steps.includes((await tour())?.step ?? ''),
      async () => `${steps}; it is at ${(await tour())?.step}`,
      { within: 20_000 },
    )
  await at('edit')
  await page.click('#open')
  await at('amount')
  const inside = async (): Promise<Page | Frame> =>
    container === 'frame' ? ((await (await page.$('#fr'))?.contentFrame()) as Frame) : page
  const press = async (id: string) => {
    const element = (await (await inside()).waitForSelector(`#${id}`)) as ElementHandle
    // The card keeps clear of a dialog's controls; over a part of another form it may lie, and who sees that goes on by key.
    if (container === 'dialog' || container === 'native') return element.click()
    await element.focus()
    if (id !== 'amount') await page.keyboard.press(id === 'hard' ? 'Space' : 'Enter')
  }
  await press('amount')
  await page.keyboard.type('20')
  await press('hard')
  // By key the guide may have gone on already: then nothing is said.
  await send(screen, 'screen.guideAct', { act: 'done', step: 'amount' })
  await at('save')
  const { by } = ending
  if (by === 'Enter') {
    await press('amount')
    await page.keyboard.press('Enter')
  } else if (by === 'Escape') {
    await press('amount')
    await page.keyboard.press('Escape')
    if (container === 'frame') await page.evaluate(() => Reflect.get(window, '__gone')())
  } else if (by === 'reload') await page.reload()
  else if (by === 'link')
    await page.click('#usage', {}).catch(() => page.evaluate(() => document.getElementById('usage')?.click()))
  else if (by === 'back')
    await page.evaluate(() => {
      window.addEventListener('popstate', () => Reflect.get(window, '__gone')())
      history.back()
    })
  else if (by !== 'nothing') await press(by)
  const seen: string[] = []
  const isSaved = async () =>
    (await page.evaluate(() => Reflect.get(window, '__saved')).catch(() => undefined)) === true
  const isSaid = async () => {
    const now = await tour()
    const text = now ? `${now.step}: ${now.title}. ${now.words.do.slice(0, 80)}` : 'no guide'
    if (seen.at(-1) !== text) seen.push(text)
    return now?.kind === 'receipt' && now.words.do === summary
  }
  // What a page does to a form takes it less than three seconds, and Keyway waits three seconds for that before it says anything.
  const end = Date.now() + 8_000
  let isEarly = false
  await poll(async () => {
    const [says, is] = [await isSaid(), await isSaved()]
    isEarly ||= says && !is
    return Date.now() > end || (ending.isSaved && says && is)
  }, 'what the guide says')
  const result = { isSaid: await isSaid(), isSaved: await isSaved(), isEarly, said: seen.join(' | ') }
  await page.close()
  return result
}
