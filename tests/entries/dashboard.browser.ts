/** What the dashboard is for, done for real: keys in from a list, out as an age file, and the first call. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { armor, Decrypter } from 'age-encryption'
import type { Page } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { axe } from '../browser/axe.ts'
import { clickMark, clickNamed, fill, type Harness, launch, says, words } from '../browser/harness.ts'
import { poll } from '../browser/poll.ts'
import { fourWords, passphrase, send, withKey, withVault } from '../features/lock/vault-story.ts'
import { seeded, shapes } from '../providers/random-keys.ts'

let h: Harness
let screen: Page
const downloads = mkdtempSync(join(tmpdir(), 'keyway-downloads-'))

beforeAll(async () => {
  h = await launch()
  screen = await withVault(h)
  await screen.setViewport({ width: 1200, height: 900 })
  await screen.bringToFront()
})
afterAll(async () => {
  await h.close()
  rmSync(downloads, { recursive: true, force: true })
})

const goTo = (hash: string) =>
  screen.evaluate(place => {
    location.hash = place
  }, hash)

/** Answers the question for a proof when it is asked. */
async function prove(until: () => Promise<unknown>): Promise<void> {
  const what = await poll(
    async () => ((await until()) ? 'done' : (await screen.$('dialog[open]')) && 'question'),
    async () => `the thing itself, or the question for a proof; the page says: ${await words(screen)}`,
  )
  if (what === 'done') return
  await fill(screen, 'dialog input', passphrase)
  await clickNamed(screen, 'Continue')
  await poll(until, 'what the proof was for')
}

describe('the dashboard', () => {
  test('a .env list is looked at before it is imported; doubles are left out', async () => {
    const { secret } = await withKey(h, screen, 'There already')
    const fresh = h.practice?.addKey({ createdAt: Date.now() - 3_600_000 }).secret ?? ''
    await goTo('backup/import')
    await clickMark(screen, 'textarea')
    await screen.evaluate(
      text => document.execCommand('insertText', false, text),
      `OLD_KEY=${secret}\nBOT_KEY=${fresh}\nCOLOUR=blue`,
    )
    await clickNamed(screen, 'Review')
    await says(screen, 'The same key is there already: “There already”')
    const html = await screen.evaluate(() => document.documentElement.outerHTML)
    for (const each of [secret, fresh]) expect(html).not.toContain(each)
    await says(screen, 'Import one key')
    const all = '[data-keyway="select-all"]'
    await clickMark(screen, all)
    await says(screen, 'Import 2 keys')
    await clickMark(screen, all)
    await says(screen, '0 of 2 chosen')
    await clickNamed(screen, /BOT_KEY/)
    await says(screen, 'Import one key')
    await clickMark(screen, '[data-keyway="import"]')
    await says(screen, 'One key is in the vault now')
    await goTo('keys')
    await says(screen, 'BOT_KEY')
  })

  test('a backup is an age file that the age tool’s own library opens', async () => {
    const session = await h.browser.target().createCDPSession()
    await session.send('Browser.setDownloadBehavior', { behavior: 'allow', downloadPath: downloads })
    await goTo('backup')
    await clickNamed(screen, 'Make a backup file')
    // The list of words loads after the form; what is shown then is what counts.
    let last: string | null | undefined
    const suggested = await poll(
      async () => {
        const now = await screen.$eval('[data-keyway="words"]', element => element.textContent)
        const same = now !== null && now !== '' && now === last
        last = now
        return same ? now : undefined
      },
      'four words for the file',
      { every: 300 },
    )
    await clickMark(screen, '[data-keyway="export"]')
    await prove(() =>
      screen.evaluate(() => document.body.innerText.includes('See that it is in your downloads')),
    )
    const file = await poll(() => readdirSync(downloads).find(name => name.endsWith('.age')), 'the file')
    const decrypter = new Decrypter()
    decrypter.addPassphrase(suggested ?? '')
    // The browser names the file before it has written the last of it.
    const text = await poll(
      () => decrypter.decrypt(armor.decode(readFileSync(join(downloads, file), 'utf8')), 'text'),
      'a file that opens with the four words',
    )
    const backup = JSON.parse(text) as { format: string; keys: { label: string }[] }
    expect(backup.format).toBe('keyway-backup')
    expect(backup.keys.map(key => key.label).sort()).toEqual(['BOT_KEY', 'There already'])
    await poll(async () => (await h.session()).vault?.lastBackupAt, 'the backup to be noted')
  })

  test('a key whose owner is open is asked about before it goes anywhere; a named one is never its neighbour’s', async () => {
    const random = seeded('owners')
    const key = (shape: string) => shapes[shape]?.make(random) ?? ''
    const gateways = '48 letters and digits (Moonshot, gateways)'
    const [moonshot, bare] = [key(gateways), key(gateways)]
    const deepseek = key('32 hex digits (DeepSeek, Model Studio)')
    await goTo('backup')
    await goTo('backup/import')
    await clickMark(screen, 'textarea')
    await screen.evaluate(
      text => document.execCommand('insertText', false, text),
      `MOONSHOT_API_KEY=${moonshot}\nDEEPSEEK_API_KEY=${deepseek}\nSPARE_KEY=${bare}`,
    )
    await clickNamed(screen, 'Review')
    // Moonshot's is proposed as another service's: kept, and sent nowhere.
    await says(screen, 'One key has no provider.')
    await says(screen, 'Import 2 keys')
    expect(await axe(screen)).toEqual([])
    await screen.select('[aria-label="Provider of “SPARE_KEY”"]', 'openai')
    await says(screen, 'Import 3 keys')
    await clickMark(screen, '[data-keyway="import"]')
    await says(screen, '3 keys are in the vault now')
    const rows = await poll(async () => {
      const { rows = [] } = await h.session()
      const spare = rows.find(({ label }) => label === 'SPARE_KEY')
      return spare?.verdict ? rows : undefined
    }, 'the answer about the key that is OpenAI’s')
    // A dead key that came from elsewhere is dead, not too new.
    const spare = rows.find(({ label }) => label === 'SPARE_KEY')
    expect(spare?.verdict).toMatchObject({ cause: 'invalid_key', key: 'rejected' })
    expect(spare?.verdict?.retryAt).toBeUndefined()
    expect(rows.find(({ label }) => label === 'DEEPSEEK_API_KEY')?.provider).toBe('deepseek')
    expect(rows.find(({ label }) => label === 'MOONSHOT_API_KEY')).toMatchObject({
      provider: 'other',
      service: 'Moonshot',
      variable: 'MOONSHOT_API_KEY',
    })
    const sent = JSON.stringify(h.practice?.requests)
    for (const secret of [moonshot, deepseek]) expect(sent).not.toContain(secret.slice(-12))
  })

  test('an export is dropped and a folder of .env files chosen: only keys come in, as they were changed in the list', async () => {
    const random = seeded('exports')
    const [hf = '', open = ''] = ['Hugging Face', '48 letters and digits (Moonshot, gateways)'].map(
      shape => shapes[shape]?.make(random) ?? '',
    )
    const login = {
      uris: [{ uri: 'https://bank.example' }],
      username: 'me@example.com',
      password: 'hunter2 hunter2',
    }
    const entry = (name: string, password: string) => ({ folderId: 'f', type: 1, name, login: { password } })
    const bitwarden = JSON.stringify({
      encrypted: false,
      folders: [{ id: 'f', name: 'Team' }],
      items: [entry('Notebooks', hf), entry('Old bot', open), { type: 1, name: 'Bank', login }],
    })
    await goTo('backup')
    await goTo('backup/import')
    await poll(() => screen.$('[data-keyway="drop"]'), 'the place for files')
    await screen.evaluate(text => {
      const dataTransfer = new DataTransfer()
      dataTransfer.items.add(new File([text], 'bitwarden_export.json'))
      document
        .querySelector('[data-keyway="drop"]')
        ?.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }))
    }, bitwarden)
    await says(screen, 'One other entry was left alone')
    await says(screen, 'One key has no provider.')
    expect(await axe(screen)).toEqual([])
    await screen.select('[aria-label="Provider of “Old bot”"]', 'other')
    await fill(screen, '[aria-label="Environment of “Old bot”"]', 'Staging')
    await says(screen, 'Import 2 keys')
    const html = await screen.evaluate(() => document.documentElement.outerHTML)
    for (const each of [hf, open, login.password, login.username]) expect(html).not.toContain(each)
    await clickMark(screen, '[data-keyway="import"]')
    await says(
      screen,
      '2 keys are in the vault now. Keyway keeps keys of other services. It cannot test them.',
    )
    await says(screen, 'Delete the file yourself: “bitwarden_export.json”')

    const fresh = h.practice?.addKey({ createdAt: Date.now() - 3_600_000 }).secret ?? ''
    await screen.evaluate(async secret => {
      const root = await navigator.storage.getDirectory()
      const shop = await root.getDirectoryHandle('shop', { create: true })
      const write = async (folder: FileSystemDirectoryHandle, name: string, text: string) => {
        const writing = await (await folder.getFileHandle(name, { create: true })).createWritable()
        await writing.write(text)
        await writing.close()
      }
      await write(shop, '.env.production', `SHOP_OPENAI_API_KEY=${secret}\nPORT=3000\n`)
      await write(await shop.getDirectoryHandle('node_modules', { create: true }), '.env', 'A_API_KEY=b')
      Object.defineProperty(window, 'showDirectoryPicker', { configurable: true, value: async () => shop })
    }, fresh)
    await clickMark(screen, '[data-keyway="env-folder"]')
    await says(screen, 'Import one key')
    await clickMark(screen, '[data-keyway="import"]')
    await says(screen, 'The .env files in “shop” still hold these keys')

    const rows = await poll(async () => {
      const { rows = [] } = await h.session()
      return rows.find(({ label }) => label === 'SHOP_OPENAI_API_KEY')?.verdict && rows
    }, 'the answer about the key of the .env file')
    const about = (label: string) => rows.find(row => row.label === label)
    expect(about('SHOP_OPENAI_API_KEY')).toMatchObject({
      provider: 'openai',
      environment: 'Production',
      usedIn: ['shop/.env.production'],
    })
    expect(about('Old bot')).toMatchObject({ provider: 'other', environment: 'Staging', tags: ['Team'] })
    expect(about('Notebooks')).toMatchObject({ provider: 'other', service: 'Hugging Face' })
    expect(about('Bank')).toBeUndefined()
    for (const label of ['Old bot', 'Notebooks']) expect(about(label)?.verdict).toBeUndefined()
    const sent = JSON.stringify(h.practice?.requests)
    for (const secret of [hf, open]) expect(sent).not.toContain(secret.slice(-12))
    await goTo('keys')
    await says(screen, 'Notebooks')
    await goTo(`keys/${about('Notebooks')?.id}`)
    await says(screen, 'Keyway keeps this key. It cannot test it.')
    await says(screen, 'Hugging Face')
    expect(await axe(screen)).toEqual([])
  })

  test('no address leaves the dashboard blank', async () => {
    const { id } = await withKey(h, screen, 'Addressed')
    const odd = [
      'constructor',
      '__proto__',
      'toString',
      'hasOwnProperty',
      'valueOf',
      '%20',
      '..',
      '%2F',
      '💥',
      '',
    ]
    const hashes = odd.flatMap(one => [
      one,
      `keys/${one}`,
      `keys/${id}/${one}`,
      `keys/${id}/edit/${one}`,
      `guides/${one}`,
      `backup/${one}`,
    ])
    for (const hash of hashes) {
      await goTo('settings')
      await says(screen, 'Settings')
      await goTo(hash)
      await poll(() => screen.$('main h1'), `a page at #${hash}`)
    }
  })

  test('the first call streams an answer, says what it took, and shows the same call as code', async () => {
    const { id, secret } = await withKey(h, screen, 'Caller')
    await goTo(`keys/${id}/call`)
    await says(screen, /This call costs/)
    await clickMark(screen, '[data-keyway="call"]')
    await prove(() =>
      screen.evaluate(() =>
        document.body.innerText.includes('The key works: your program can make the same call'),
      ),
    )
    expect(await screen.$eval('[data-keyway="answer"]', one => one.textContent?.length)).toBeGreaterThan(3)
    expect(await screen.evaluate(() => document.documentElement.outerHTML)).not.toContain(secret)
    await says(screen, /tokens in/)
    h.assertClean()
  })

  test('a key whose day comes near offers what replaces that very key', async () => {
    const { id } = await withKey(h, screen, 'Due')
    const rotateBy = Date.now() + 24 * 3_600_000
    await send(screen, 'screen.edit', { id, about: { rotateBy } })
    const secret = 'sk-ant-api03-due'.padEnd(60, 'x')
    const other = { id: 'due-other', provider: 'anthropic', label: 'Due too', secret, rotateBy }
    await send(screen, 'screen.import', { records: [other] })
    await goTo(`keys/${id}`)
    await says(screen, /Replace this key by/)
    await says(screen, 'Show me how to replace it')
    await h.screenshot(screen, 'dashboard/due')
    await goTo('keys/due-other')
    await says(screen, 'Open Anthropic’s keys page')
    expect(await screen.evaluate(() => document.body.innerText)).not.toContain('Show me how to replace it')
    await h.screenshot(screen, 'dashboard/due-other')
  })

  test('what leaves keys less protected asks whether it is you, and changes nothing without', async () => {
    const proofIsOld = () => screen.evaluate(() => chrome.storage.session.remove('provenUntil'))
    const { id } = await withKey(h, screen, 'Guarded')
    const isFree = async () => (await h.session()).rows?.find(row => row.id === id)?.copyFreely
    const lockAfter = () => screen.$eval('select', field => field.value)
    await goTo(`keys/${id}/edit`)
    await clickNamed(screen, /May be copied freely/)
    await proofIsOld()
    await clickNamed(screen, 'Save')
    await says(screen, 'This key would be less protected than it is now')
    await h.screenshot(screen, 'dashboard/less-protected')
    await clickNamed(screen, 'Not now')
    expect(await isFree()).toBeUndefined()
    await clickNamed(screen, 'Save')
    await prove(isFree)

    await goTo('settings')
    await proofIsOld()
    await poll(async () => (await lockAfter()) === '15', 'the settings')
    await screen.select('select', '240')
    await says(screen, 'The vault would stay open for longer')
    await clickNamed(screen, 'Not now')
    await poll(async () => (await lockAfter()) === '15', 'the time of before')
    await screen.select('select', '5')
    await poll(async () => (await lockAfter()) === '5', 'a shorter time, which asks nothing')
    await screen.select('select', '15')
    await prove(async () => (await lockAfter()) === '15' && !(await screen.$('dialog[open]')))

    await goTo('security')
    await proofIsOld()
    await clickNamed(screen, /^Yes, keep checking/)
    await says(screen, 'Keys would stay in memory while the vault is locked')
    await clickNamed(screen, 'Not now')
    expect((await h.session()).vault?.watchesWhileLocked).toBe(false)
  })

  test('who forgot the passphrase opens the vault with the recovery code and sets a new one right there', async () => {
    await send(screen, 'screen.prove', { passphrase })
    const made = await send(screen, 'screen.newRecoveryCode', {})
    if (!made?.ok) throw new Error(JSON.stringify(made))
    const status = async () => (await h.session()).vault?.status
    const lock = async () => {
      await send(screen, 'screen.lock', {})
      await poll(async () => (await status()) === 'locked', 'the vault to lock')
    }
    await lock()
    const popup = await h.extensionPage(h.paths.popup)
    await popup.setViewport({ width: 380, height: 560 })
    await popup.bringToFront()
    await clickNamed(popup, 'Forgot it? Use the recovery code')
    await clickNamed(popup, /Set a new passphrase now/)
    const newWords = await fourWords(popup)
    for (const value of ['light', 'dark'] as const) {
      await popup.emulateMediaFeatures([{ name: 'prefers-color-scheme', value }])
      await h.screenshot(popup, `vault/forgotten-${value}`)
    }
    expect(await axe(popup)).toEqual([])
    await fill(popup, 'input[type="password"]', made.recoveryCode)
    await clickMark(popup, '[data-keyway="unlock"]')
    await says(popup, 'Guarded')
    await popup.close()
    await lock()
    expect(await send(screen, 'screen.unlock', { passphrase })).toMatchObject({ code: 'wrong_passphrase' })
    expect(await send(screen, 'screen.unlock', { passphrase: newWords })).toEqual({ ok: true })

    // Who opened it with a passkey, say, finds the same way under Security.
    await screen.bringToFront()
    await goTo('security')
    await clickNamed(screen, 'Change the passphrase')
    await clickNamed(screen, 'Forgot it? Use the recovery code')
    await fill(screen, 'input[type="password"]', made.recoveryCode)
    await clickNamed(screen, /My own/)
    const fields = await screen.$$('fieldset input[type="password"]')
    for (const field of fields) await field.type('teapots juggle under the pergola')
    await h.screenshot(screen, 'vault/forgotten-security')
    await clickNamed(screen, 'Change it')
    await says(screen, 'The passphrase is changed')
    await lock()
    expect(await send(screen, 'screen.unlock', { passphrase: 'teapots juggle under the pergola' })).toEqual({
      ok: true,
    })
    h.assertClean()
  })
})
