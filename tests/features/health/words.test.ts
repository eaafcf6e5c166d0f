import { describe, expect, it } from 'vitest'
import { createBadge } from '../../../src/entries/background/badge.ts'
import type { Notice } from '../../../src/features/health/core/health-state.ts'
import { type HistoryEntry, remember } from '../../../src/features/health/core/history.ts'
import { quoteOf, uptime } from '../../../src/features/health/core/read-history.ts'
import { compose, pressed } from '../../../src/features/health/worker/notifications.ts'
import { guides } from '../../../src/guides/index.ts'
import { wordsFor } from '../../../src/providers/answers/cause-texts.ts'
import { outcomes } from '../../../src/providers/answers/causes.ts'
import { verdictOf } from '../../../src/providers/answers/read-answer.ts'
import type { Cause, Verdict } from '../../../src/providers/verdict.ts'
import { causesOf } from '../guide/causes.ts'
import { start } from './health-world.ts'

const causes = Object.keys(outcomes) as Cause[]

describe('what a person reads of a verdict', () => {
  it.each(causes)('%s: a name, a sentence, and a guide that exists', cause => {
    const words = wordsFor(verdictOf(cause), { provider: 'openai' })
    expect(words.short.length).toBeLessThan(25)
    expect(words.sentence).toMatch(/^[A-Z].*\.$/)
    if (words.guide)
      expect(
        guides.map(({ id }) => id),
        `words.ts: ${words.guide} is no guide`,
      ).toContain(words.guide)
    if (words.guide) {
      const steps = guides.find(({ id }) => id === words.guide)?.steps ?? []
      // A guide for several causes has steps of its own for each; any other is the mend as a whole.
      const several = steps.some(({ only }) => causesOf(only).length > 0)
      const mending = steps.filter(({ only }) => (only ? causesOf(only).includes(cause) : !several))
      expect(mending, `${words.guide} has no step that mends ${cause}`).not.toEqual([])
    }
    if (words.tone === 'rejected' || words.tone === 'needs_you')
      expect(words.fix, `${cause} leaves the person without a next step`).toBeTruthy()
    // Another provider's key is not mended on OpenAI's pages.
    expect(wordsFor(verdictOf(cause), { provider: 'groq' }).guide).toBeUndefined()
  })

  it('a closed account is not told to make a new key', () => {
    const fix = guides.find(({ id }) => id === 'fix-not-working')
    for (const cause of ['account_deactivated', 'access_terminated'] as const) {
      const shown = fix?.steps.filter(({ only }) => causesOf(only).includes(cause)) ?? []
      expect(shown.map(({ id }) => id)).toEqual(['account'])
      expect(JSON.stringify(shown)).not.toMatch(/make a new (one|key)/)
    }
  })

  it('an admin key is replaced on the page of admin keys, not by a guide for projects’ keys', () => {
    const words = wordsFor(verdictOf('expired_key'), { provider: 'openai', kind: 'admin' })
    expect(words.guide).toBeUndefined()
    expect(words.link).toMatch(/\/organization\/admin-keys$/)
  })

  it('a server on this computer that does not answer is to be started, not waited for', () => {
    const of = { provider: 'ollama' } as const
    expect(wordsFor(verdictOf('network'), of)).toMatchObject({
      tone: 'cannot_tell',
      short: 'No answer',
      fix: expect.stringMatching(/^Start the server/),
    })
    expect(wordsFor(verdictOf('ok'), of).short).toBe('Works')
    expect(wordsFor(verdictOf('cors_forbidden'), of).fix).toContain('OLLAMA_ORIGINS')
    expect(wordsFor(verdictOf('network'), { provider: 'groq' }).fix).toContain('your connection')
  })

  it('names the host, the permission and the model that an answer named', () => {
    expect(
      wordsFor({ ...verdictOf('wrong_host'), detail: { host: 'eu.api.openai.com' } }, { provider: 'openai' })
        .fix,
    ).toContain('https://eu.api.openai.com/v1')
    expect(
      wordsFor(
        { ...verdictOf('missing_scope'), detail: { scopes: ['api.files.read'] } },
        { provider: 'openai' },
      ).sentence,
    ).toContain('api.files.read')
    expect(
      wordsFor({ ...verdictOf('model_unavailable'), detail: { model: 'o3' } }, { provider: 'openai' })
        .sentence,
    ).toContain('o3')
  })
})

describe('notifications', () => {
  const bad = (keyId: string, label?: string): Notice => ({
    keyId,
    kind: 'bad',
    provider: 'openai',
    verdict: verdictOf('no_credit'),
    ...(label && { label }),
  })
  it('one change: label, cause, mend; a press opens the guide', () => {
    const said = compose([bad('k1', 'Bot')], wordsFor)
    expect(said).toEqual({
      id: 'health:fix-billing:k1:',
      title: 'Bot: No credit',
      message:
        '“Bot”: The key is good, but there is no money behind it. Add credit, then wait a few minutes.',
    })
    expect(pressed(said?.id ?? '')).toEqual({ guide: 'fix-billing', keyId: 'k1' })
    // Shown before an update.
    expect(pressed('health:fix-billing:k1:no_credit')).toEqual({ guide: 'fix-billing', keyId: 'k1' })
  })
  it('many at once are one notification', () => {
    expect(compose([bad('a', 'A'), bad('b', 'B'), bad('c', 'C')], wordsFor)).toMatchObject({
      id: 'health:::',
      title: '3 keys need you',
      message: 'A, B, C',
    })
  })
  it('while locked no label is named', () => {
    expect(JSON.stringify(compose([bad('a')], wordsFor))).not.toContain('undefined')
    expect(compose([bad('a')], wordsFor)?.title).toBe('A key: No credit')
    expect(compose([bad('a'), bad('b')], wordsFor)?.message).toBe('Unlock Keyway to see which.')
  })
  it('nothing happened, nothing is said; other ids are nobody’s', () => {
    expect(compose([], wordsFor)).toBeUndefined()
    expect(pressed('something-else')).toBeUndefined()
  })
})

describe('the badge', () => {
  it('shows the countdown first, then how many need the person, then that nothing is watched', () => {
    const shown: string[] = []
    const badge = createBadge(text => shown.push(text))
    badge.vault({ status: 'locked', watchesWhileLocked: false, inboxCount: 0 })
    badge.attention(2)
    badge.countdown(30)
    badge.countdown(null)
    badge.attention(0)
    badge.vault({ status: 'unlocked', inboxCount: 0 })
    // Chosen, but the browser was closed since: nothing is in memory to be checked.
    badge.vault({ status: 'locked', watchesWhileLocked: true, notWatchingSince: 1, inboxCount: 0 })
    badge.vault({ status: 'locked', watchesWhileLocked: true, inboxCount: 0 })
    expect(shown).toEqual(['off', '2', '30', '2', 'off', '', 'off', ''])
  })
})

describe('a key’s history', () => {
  it('keeps the last 200 changes and one line a day', () => {
    let entries: HistoryEntry[] = []
    for (let i = 0; i < 600; i++) {
      const verdict = verdictOf(i % 2 === 0 ? 'ok' : 'no_credit')
      entries = remember(entries, {
        verdict,
        evidence: [{ ...verdict, probe: 'models', at: start, status: 200, milliseconds: 5 }],
        at: start + i * 3_600_000,
        milliseconds: 5,
        changed: true,
      })
    }
    expect(entries.filter(({ kind }) => kind === 'change')).toHaveLength(200)
    expect(entries.filter(({ kind }) => kind === 'day')).toHaveLength(26)
    expect(uptime(entries)).toBe(0.5)
  })
  it('a key that works is not quoted with the refusal of a question that must be refused', () => {
    const words = "Invalid 'messages': empty array."
    const changeTo = (verdict: Verdict) =>
      remember([], {
        verdict: { ...verdict, says: words },
        evidence: [],
        at: start,
        milliseconds: 5,
        changed: true,
      })
    const quotes = (entries: HistoryEntry[]) =>
      entries.flatMap(entry => (entry.kind === 'change' ? [[entry.says, quoteOf(entry)]] : []))
    expect(quotes(changeTo(verdictOf('ok')))).toEqual([['', '']])
    expect(quotes(changeTo(verdictOf('no_credit')))).toEqual([[words, words]])
    // As a history from before has it.
    const [old] = changeTo(verdictOf('ok'))
    expect(old?.kind === 'change' && quoteOf({ ...old, says: words })).toBe('')
  })
  it('what could not be asked counts for nothing', () => {
    const verdict = verdictOf('network')
    expect(
      uptime(remember([], { verdict, evidence: [], at: start, milliseconds: 5, changed: false })),
    ).toBeUndefined()
  })
  it('damaged entries are passed over', () => {
    expect(
      remember([null, 3, 'x', { kind: 'what' }], {
        verdict: verdictOf('ok'),
        evidence: [],
        at: start,
        milliseconds: 1,
        changed: false,
      }),
    ).toHaveLength(1)
  })
})
