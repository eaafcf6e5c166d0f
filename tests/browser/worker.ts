/** The extension's worker, through Chrome's protocol: ask it, end it, wake it. It is the same target in all its lives. */
import type { Browser, CDPSession, Target } from 'puppeteer-core'
import { patience, poll } from './poll.ts'

const late = Symbol('late')

/** The answer, or `late` when it does not come in time. */
function soon<T>(answer: Promise<T>, milliseconds: number): Promise<T | typeof late> {
  answer.catch(() => {})
  return Promise.race([
    answer,
    new Promise<typeof late>(done => setTimeout(() => done(late), milliseconds).unref()),
  ])
}

/** Starts the worker of the extension that is registered, if one is. */
async function startAny(browser: Browser): Promise<void> {
  const page = browser.targets().find(one => one.type() === 'page')
  if (!page) return
  const through = await page.createCDPSession()
  const scope = new Promise<string>(found => {
    through.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
      for (const { scopeURL } of registrations) if (scopeURL.startsWith('chrome-extension:')) found(scopeURL)
    })
  })
  const started = scope.then(scopeURL => through.send('ServiceWorker.startWorker', { scopeURL }))
  await soon(through.send('ServiceWorker.enable'), 2_000)
  await soon(started, 5_000)
  await through.detach().catch(() => {})
}

export async function findWorker(browser: Browser) {
  const isWorker = (target: Target) =>
    target.type() === 'service_worker' && target.url().startsWith('chrome-extension://')
  // After a crash Chrome has begun without the worker (2026-11-23): whatever a person did next would have started it, where it can be.
  let target = await poll(
    async () => {
      const found = await browser.waitForTarget(isWorker, { timeout: 10_000 }).catch(() => undefined)
      if (!found) await startAny(browser)
      return found
    },
    'the worker to be there',
    { within: 45_000 },
  )
  let session: CDPSession | undefined

  async function attached(): Promise<CDPSession> {
    if (session && !session.detached) return session
    target = await browser.waitForTarget(isWorker, { timeout: patience })
    session = await target.createCDPSession()
    void letRun(session)
    return session
  }

  /**
   * Every life of the worker begins paused, because a debugger is attached. What is asked of a worker that is not there waits for
   * its next life: so this asks again and again to let it run.
   */
  async function letRun(through: CDPSession): Promise<void> {
    while (browser.connected && !through.detached) {
      await soon(through.send('Runtime.runIfWaitingForDebugger'), 1_000).catch(() => {})
      await new Promise(done => setTimeout(done, 50).unref())
    }
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

  /** When the life of the worker began that answered last. */
  let life = 0

  /** Whether the worker that answered last is there still: then what it was asked since will be answered, however long that takes. */
  const isTheSame = async (): Promise<boolean> =>
    (await soon(evaluate('performance.timeOrigin'), 2_000).catch(() => late)) === life

  /** Runs a function in the worker, which is woken when it sleeps. It sees only its arguments; it may run twice. */
  async function run<A extends unknown[], T>(code: (...args: A) => T | Promise<T>, ...args: A): Promise<T> {
    // A worker that has only just begun has no `chrome` yet.
    const expression = `typeof chrome === 'undefined' ? 'too early' : (async () => ({ answer: await (${code.toString()})(...${JSON.stringify(args)}), life: performance.timeOrigin }))()`
    return poll(async () => {
      const asked = evaluate(expression) as Promise<'too early' | { answer: T; life: number }>
      let given = await soon(asked, 5_000)
      while (given === late && (await isTheSame())) given = await soon(asked, 5_000)
      if (given === late) await wake()
      if (given === late || given === 'too early') return undefined
      life = given.life
      return { answer: given.answer }
    }, 'the worker to answer').then(({ answer }) => answer)
  }

  /** Its states as Chrome tells them. */
  async function watched<T>(
    work: (page: CDPSession, status: () => string, wasStopped: () => boolean) => Promise<T>,
  ): Promise<T> {
    const page = browser.targets().find(one => one.type() === 'page')
    if (!page) throw new Error('A page is needed to watch the worker from.')
    const through = await page.createCDPSession()
    let status = 'unknown'
    let stopped = false
    through.on('ServiceWorker.workerVersionUpdated', ({ versions }) => {
      for (const version of versions)
        if (version.scriptURL === target.url()) {
          status = version.runningStatus
          stopped ||= status === 'stopped'
        }
    })
    await through.send('ServiceWorker.enable')
    try {
      return await work(
        through,
        () => status,
        () => stopped,
      )
    } finally {
      await through.detach().catch(() => {})
    }
  }

  /** Ends the worker as Chrome does after 30 idle seconds: its globals are gone, session storage stays. */
  async function kill(): Promise<void> {
    await attached()
    const root = await browser.target().createCDPSession()
    await watched(async (_, status, wasStopped) => {
      const { targetInfos } = await root.send('Target.getTargets')
      const info = targetInfos.find(one => one.type === 'service_worker' && one.url === target.url())
      if (info) await soon(root.send('Target.closeTarget', { targetId: info.targetId }), 5_000)
      await poll(
        // Whatever waits for it may start it again at once: having been stopped is what counts.
        wasStopped,
        () => `the worker to stop; it is ${status()}`,
        { within: 5_000 },
      ).catch(
        // It was started again at once, by whatever waited for it: a new life all the same.
        () => {},
      )
    })
    await root.detach()
  }

  async function wake(): Promise<void> {
    await watched(through =>
      soon(through.send('ServiceWorker.startWorker', { scopeURL: new URL('/', target.url()).href }), 5_000),
    )
  }

  // A worker that was just installed may be started over once.
  await poll(async () => (await soon(evaluate('true'), 2_000)) === true, 'the worker to answer')

  return { url: target.url(), run, kill, wake }
}
