import type { Recognised } from '../../src/providers/verdict.ts'
export function recognise(text: string): Recognised {
  const t = text.trim()
  if (/\.\.\.|…/.test(t)) return { problems: [{ code: 'masked', message: 'That is the short form.' }] }
  const found = /^sk-(proj|svcacct|admin|ant)-[\w-]{20,400}$/.exec(t)
  if (!found) return { problems: [{ code: 'not_a_key', message: 'That is no key.' }] }
  const kind = ({ proj: 'project', svcacct: 'service', admin: 'admin', ant: 'plain' } as const)[
    found[1] as 'proj'
  ]
  return { provider: found[1] === 'ant' ? 'anthropic' : 'openai', kind, key: t, problems: [] }
}
