/** The extension's worker, through Chrome's protocol: ask it, end it, wake it. It is the same target in all its lives. */
import type { Browser, CDPSession, Target } from 'puppeteer-core'
import { poll } from './poll.ts'

export type Worker = Awaited<ReturnType<typeof findWorker>>

const late = Symbol('late')

/** The answer, or `late` when it does not come in time. */
function soon<T>(answer: Promise<T>, milliseconds: number): Promise<T | typeof late> {
  answer.catch(() => {})
  return Promise.race([
    answer,
    new Promise<typeof late>(done => setTimeout(() => done(late), milliseconds).unref()),
  ])
}

export async function findWorker(browser: Browser) {
  const isWorker = (target: Target) =>
    target.type() === 'service_worker' && target.url().startsWith('chrome-extension://')
  let target = await browser.waitForTarget(isWorker, { timeout: 30_000 })
  let session: CDPSession | undefined

  async function attached(): Promise<CDPSession> {
    if (session && !session.detached) return session
    target = await browser.waitForTarget(isWorker, { timeout: 15_000 })
    session = await target.createCDPSession()
    return session
  }

  async function evaluate(expression: string): Promise<unknown> {
    const { result, exceptionDetails } = await (await attached()).send('Runtime.evaluate', {
      expression,
      returnByValue: true,
      awaitPromise: true,
    })
    if (exceptionDetails)
      throw new Error(`In the worker: ${exceptionDetails.exception?.description ?? exceptionDetails.text}`)
    return result.value
  }

  /** Runs a function in the worker, which is woken when it sleeps. It sees only its arguments; it may run twice. */
  async function run<A extends unknown[], T>(code: (...args: A) => T | Promise<T>, ...args: A): Promise<T> {
    const expression = `(${code.toString()})(...${JSON.stringify(args)})`
    for (let attempt = 1; ; attempt++) {
      if (stopped || attempt > 1) await wake()
      const answer = await soon(evaluate(expression), 5_000)
      if (answer !== late) return answer as T
      if (attempt === 3) throw new Error('The worker does not answer.')
    }
  }

  let stopped = false
  let lives = 1

  /** Ends the worker as Chrome does after 30 idle seconds: its globals are gone, session storage stays. */
  async function kill(): Promise<void> {
    const root = await browser.target().createCDPSession()
    const { targetInfos } = await root.send('Target.getTargets')
    const url = target.url()
    const info = targetInfos.find(one => one.type === 'service_worker' && one.url === url)
    const before = await attached()
    if (info) await soon(root.send('Target.closeTarget', { targetId: info.targetId }), 5_000)
    await root.detach()
    stopped = true
    letRun(before, ++lives)
  }

  /** The next life begins paused, because a debugger is attached: this waits for it and lets it run. */
  function letRun(session: CDPSession, life: number): void {
    session.send('Runtime.runIfWaitingForDebugger').then(
      () => {
        if (life === lives) stopped = false
      },
      () => {},
    )
  }

  /** Starts it, if it does not run. */
  async function wake(): Promise<void> {
    const page = browser.targets().find(one => one.type() === 'page')
    if (!page) throw new Error('A page is needed to wake the worker from.')
    const through = await page.createCDPSession()
    await through.send('ServiceWorker.enable')
    await soon(
      through.send('ServiceWorker.startWorker', { scopeURL: new URL('/', target.url()).href }),
      5_000,
    )
    letRun(await attached(), lives)
    await through.detach()
  }

  // A worker that was just installed may be started over once.
  await poll(async () => (await evaluate('true')) === true, 'the worker to answer')

  return { url: target.url(), run, kill, wake }
}
