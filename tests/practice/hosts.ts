/** Which names the practice platform answers to, and how a browser is told so. */

export const practiceHosts = [
  'platform.openai.com',
  'auth.openai.com',
  'api.openai.com',
  '*.api.openai.com',
  'api.anthropic.com',
  'generativelanguage.googleapis.com',
  'api.mistral.ai',
  'api.groq.com',
  'openrouter.ai',
  'api.deepseek.com',
  'api.x.ai',
  'api.together.xyz',
]

/** The value of `--host-resolver-rules`: these names lead to the port, every other host does not exist. */
export const resolverRules = (port: number) =>
  [
    ...practiceHosts.map(host => `MAP ${host} 127.0.0.1:${port}`),
    'MAP * ~NOTFOUND',
    'EXCLUDE 127.0.0.1',
  ].join(', ')

export function isPracticeHost(host: string): boolean {
  return (
    practiceHosts.some(one => (one.startsWith('*') ? host.endsWith(one.slice(1)) : host === one)) ||
    host === '127.0.0.1'
  )
}
