/**
 * Every guide begun from its page by somebody who has no vault yet, who is signed out, or whose vault is locked: it runs, the platform's
 * tab is at the first page that it needs or at the sign-in, and after that it goes on. ONLY=word plays those whose name holds it, as a
 * regular expression.
 */
import { linkTo, pageOf } from '../../../src/features/guide/core/platform-pages.ts'
import type { Guide } from '../../../src/guides/guide.ts'
import { guides } from '../../../src/guides/index.ts'
import { clickNamed, launch } from '../../browser/harness.ts'
import { poll } from '../../browser/poll.ts'
import { initialState } from '../../practice/state.ts'
import { passphrase, send } from '../lock/vault-story.ts'
import { openAt } from './begin.ts'
import { ask } from './walk.ts'

export async function run(): Promise<string> {
  const h = await launch()
  const failures: string[] = []
  let begun = 0
  const tabs = async () =>
    (await h.browser.pages()).filter(page => page.url().startsWith('https://platform.openai.com'))

  const begin = async (guide: Guide, { hasVault, signedIn }: { hasVault: boolean; signedIn: boolean }) => {
    h.practice?.set(initialState())
    h.practice?.set({ person: { signedIn } })
    await openAt(screen, `guides/${guide.id}`)
    await clickNamed(screen, 'Walk me through it')
    const tourNow = async () => (await h.session()).tour
    const tour = await poll(
      async () => {
        const tour = await tourNow()
        return tour?.guide === guide.id && tour
      },
      async () => `it to run; there is ${(await tourNow())?.guide}`,
    )
    const applying = guide.steps.filter(
      step => tour.steps.some(({ id }) => id === step.id) && !(step.action === 'vault' && hasVault),
    )
    const pages = applying.find(({ page }) => page)?.page ?? []
    // What is first done elsewhere, the vault above all, opens nothing.
    if (applying[0]?.elsewhere || applying[0]?.action || !pages.some(page => linkTo(page))) return
    const said = async () => `${pages} to be open; there is ${(await tabs()).map(page => page.url())}`
    if (signedIn) {
      await poll(async () => (await tabs()).some(page => pages.some(one => one === pageOf(page.url()))), said)
    } else if (tour.kind !== 'choice') {
      await poll(async () => (await tourNow())?.detour?.id === 'signed-out', 'the sign-in to be asked for')
      const [page] = await tabs()
      h.practice?.set({ person: { signedIn: true } })
      await page?.reload()
    }
    const isThere = async () => {
      const { kind, state } = (await tourNow()) ?? {}
      return kind !== 'detour' && !['wrong-page', 'unknown-page'].includes(state ?? '')
    }
    await poll(isThere, async () => `it to go on there; it is at ${JSON.stringify((await tourNow())?.state)}`)
  }

  const screen = await h.extensionPage(`${h.paths.dashboard}#guides`)
  const play = async (state: string, how: Parameters<typeof begin>[1]) => {
    for (const guide of guides) {
      const name = `${guide.id}, ${state}`
      if (!new RegExp(process.env.ONLY ?? '').test(name)) continue
      try {
        await begin(guide, how)
        h.assertClean()
        begun++
      } catch (error) {
        failures.push(`${name}: ${error instanceof Error ? error.message : error}`)
        h.complaints.list.length = 0
      }
      await send(screen, 'screen.guideAct', { act: 'stop' })
      for (const page of await tabs()) await page.close()
    }
  }
  try {
    await play('no vault', { hasVault: false, signedIn: true })
    await play('no vault, signed out', { hasVault: false, signedIn: false })
    await ask(screen, 'screen.createVault', { passphrase, watchWhileLocked: true })
    await send(screen, 'screen.lock', {})
    await play('the vault locked', { hasVault: true, signedIn: true })
    await play('the vault locked, signed out', { hasVault: true, signedIn: false })
  } finally {
    await h.close()
  }
  if (failures.length > 0) throw new Error(failures.join('\n'))
  return `${begun} starts of ${guides.length} guides without a vault, with a locked one, signed in and signed out`
}
