/**
 * The same call as a program makes it that runs for long: with a time-out, tries again with growing pauses drawn at random, streams, and
 * writes one line of log with tokens and cost and without the key. First by the language's library; for Python, Node and a shell also
 * with nothing to install. `OPENAI_BASE_URL` leads each, as it does OpenAI's own packages, to the stand-in for local tests. Pure.
 */
import { t } from '../../../../i18n/t.ts'
import { checked, priceOf } from '../../../usage/core/prices.ts'
import { quoted } from './literals.ts'
import type { Careful, Snippet, SnippetSubject } from './snippet.ts'
import { librarySnippets } from './snippets-library.ts'
import { shell } from './snippets-shell.ts'

export function carefulSnippets(subject: SnippetSubject, name: string): Snippet[] {
  if (subject.provider !== 'openai' || subject.kind === 'admin' || subject.image) return []
  const { model, prompt } = subject
  const about = { name, model, prompt, price: priceOf(model) }
  return [
    ...librarySnippets(about),
    {
      id: 'careful-python',
      label: t('Python, nothing to install'),
      language: 'python',
      text: python(about),
    },
    {
      id: 'careful-node',
      label: t('Node, nothing to install'),
      language: 'javascript',
      text: script(about, false),
    },
    {
      id: 'careful-typescript',
      label: t('TypeScript, nothing to install'),
      language: 'typescript',
      text: script(about, true),
    },
    { id: 'careful-curl', label: t('curl and jq, in bash'), language: 'bash', text: shell(about) },
    {
      id: 'stand-in',
      label: t('A stand-in for the API, for local tests'),
      language: 'javascript',
      text: standIn,
    },
  ]
}

function python({ name, model, prompt, price }: Careful): string {
  return `import json, os, random, sys, time, urllib.error, urllib.request

base = os.environ.get("OPENAI_BASE_URL", "https://api.openai.com/v1")
model = ${quoted(model)}${price ? `\nprice = (${price.input}, ${price.output})  # US dollars for a million tokens in and out, as of ${checked}` : ''}

def ask(prompt, tries=5):
    body = json.dumps({"model": model, "input": prompt, "stream": True}).encode()
    headers = {"Authorization": f"Bearer {os.environ['${name}']}", "Content-Type": "application/json"}
    for attempt in range(tries):
        wait = 0.0
        try:
            return urllib.request.urlopen(urllib.request.Request(f"{base}/responses", body, headers), timeout=30)
        except urllib.error.HTTPError as error:
            said = error.read().decode(errors="replace")
            # No credit is a 429 too, and no pause fixes it.
            again = error.code in (408, 409, 429) or error.code >= 500
            if not again or "insufficient_quota" in said or attempt == tries - 1:
                raise SystemExit(f"refused with {error.code}: {said[:300]}")
            wait = float(error.headers.get("retry-after") or 0)
        except (urllib.error.URLError, TimeoutError):
            if attempt == tries - 1:
                raise
        pause = max(wait, random.uniform(0, min(30, 2**attempt)))
        print(f"try {attempt + 1} failed, again in {pause:.1f} s", file=sys.stderr)
        time.sleep(pause)

began = time.monotonic()
with ask(${quoted(prompt)}) as answer:
    for line in answer:
        if not line.startswith(b"data: {"):
            continue
        event = json.loads(line[6:])
        if event["type"] == "response.output_text.delta":
            print(event["delta"], end="", flush=True)
        if event["type"] == "response.completed":
            usage = event["response"]["usage"]
print()
tokens = (usage["input_tokens"], usage["output_tokens"])
print(f"model={model} seconds={time.monotonic() - began:.1f} tokens={tokens[0]}+{tokens[1]}"${price ? `\n      f" cost=\${(tokens[0] * price[0] + tokens[1] * price[1]) / 1e6:.6f}"` : ''}, file=sys.stderr)`
}

function script({ name, model, prompt, price }: Careful, isTyped: boolean): string {
  const typed = (text: string) => (isTyped ? text : '')
  return `${typed(`type Event = { type: string; delta?: string; response?: { usage: { input_tokens: number; output_tokens: number } } }

`)}const base = process.env.OPENAI_BASE_URL ?? 'https://api.openai.com/v1'
const model = ${quoted(model)}${price ? `\nconst price = { input: ${price.input}, output: ${price.output} } // US dollars for a million tokens, as of ${checked}` : ''}

async function ask(prompt${typed(': string')}, tries = 5)${typed(': Promise<Response>')} {
  for (let attempt = 1; ; attempt++) {
    let wait = 0
    const response = await fetch(\`\${base}/responses\`, {
      method: 'POST',
      headers: { Authorization: \`Bearer \${process.env.${name}}\`, 'Content-Type': 'application/json' },
      body: JSON.stringify({ model, input: prompt, stream: true }),
      signal: AbortSignal.timeout(60_000),
    }).catch((thrown${typed(': unknown')}) => {
      if (attempt === tries) throw thrown
    })
    if (response?.ok) return response
    if (response) {
      const said = await response.text()
      // No credit is a 429 too, and no pause fixes it.
      const again = [408, 409, 429].includes(response.status) || response.status >= 500
      if (!again || said.includes('insufficient_quota') || attempt === tries)
        throw new Error(\`refused with \${response.status}: \${said.slice(0, 300)}\`)
      wait = Number(response.headers.get('retry-after') ?? 0)
    }
    const pause = Math.max(wait, Math.random() * Math.min(30, 2 ** (attempt - 1)))
    console.error(\`try \${attempt} failed, again in \${pause.toFixed(1)} s\`)
    await new Promise(resolve => setTimeout(resolve, pause * 1000))
  }
}

const began = Date.now()
const response = await ask(${quoted(prompt)})
let usage = { input_tokens: 0, output_tokens: 0 }
let rest = ''
const decoder = new TextDecoder()
for await (const bytes of response.body ?? []) {
  const lines = (rest + decoder.decode(bytes, { stream: true })).split('\\n')
  rest = lines.pop() ?? ''
  for (const line of lines) {
    if (!line.startsWith('data: {')) continue
    const event${typed(': Event')} = JSON.parse(line.slice(6))
    if (event.type === 'response.output_text.delta') process.stdout.write(event.delta ?? '')
    if (event.type === 'response.completed' && event.response) usage = event.response.usage
  }
}
console.log()
const { input_tokens, output_tokens } = usage
console.error(
  \`model=\${model} seconds=\${((Date.now() - began) / 1000).toFixed(1)} tokens=\${input_tokens}+\${output_tokens}\`${
    price
      ? ` +
    \` cost=$\${((input_tokens * price.input + output_tokens * price.output) / 1e6).toFixed(6)}\``
      : ''
  },
)${typed('\n\nexport {}')}`
}

/** Answers as the Responses API does, streamed or whole, with every event and field that libraries ask for; the first call is refused, so that the trying again is tried too. */
const standIn = `import { createServer } from 'node:http'

// Start it with: node stand-in.mjs, then your program with OPENAI_BASE_URL=http://127.0.0.1:4010/v1 and any key.
let calls = 0
createServer(async (request, response) => {
  let body = ''
  for await (const piece of request) body += piece
  if (++calls % 3 === 1) {
    response.writeHead(429, { 'content-type': 'application/json', 'retry-after': '0' })
    return response.end(JSON.stringify({ error: { code: 'rate_limit_exceeded', message: 'Rate limit reached' } }))
  }
  const { model, stream } = JSON.parse(body || '{}')
  const words = ['Hello ', 'from ', 'your ', 'own ', 'computer.']
  const part = text => ({ type: 'output_text', text, annotations: [], logprobs: [] })
  const item = (status, content) => ({ type: 'message', id: 'msg_1', role: 'assistant', status, content })
  const begun = {
    id: 'resp_1', object: 'response', created_at: Math.floor(Date.now() / 1000), status: 'in_progress', model, output: [],
    error: null, incomplete_details: null, instructions: null, metadata: {}, parallel_tool_calls: true,
    tool_choice: 'auto', tools: [], temperature: 1, top_p: 1, usage: null,
  }
  const whole = {
    ...begun, status: 'completed', output: [item('completed', [part(words.join(''))])],
    usage: {
      input_tokens: 12, input_tokens_details: { cached_tokens: 0, cache_write_tokens: 0 },
      output_tokens: 5, output_tokens_details: { reasoning_tokens: 0 }, total_tokens: 17,
    },
  }
  if (!stream) {
    response.writeHead(200, { 'content-type': 'application/json' })
    return response.end(JSON.stringify(whole))
  }
  response.writeHead(200, { 'content-type': 'text/event-stream' })
  let count = 0
  const tell = (type, more) =>
    response.write(\`event: \${type}\\ndata: \${JSON.stringify({ type, sequence_number: count++, ...more })}\\n\\n\`)
  const at = { item_id: 'msg_1', output_index: 0, content_index: 0 }
  tell('response.created', { response: begun })
  tell('response.in_progress', { response: begun })
  tell('response.output_item.added', { output_index: 0, item: item('in_progress', []) })
  tell('response.content_part.added', { ...at, part: part('') })
  for (const delta of words) tell('response.output_text.delta', { ...at, delta, logprobs: [] })
  tell('response.output_text.done', { ...at, text: words.join(''), logprobs: [] })
  tell('response.content_part.done', { ...at, part: part(words.join('')) })
  tell('response.output_item.done', { output_index: 0, item: whole.output[0] })
  tell('response.completed', { response: whole })
  response.end()
}).listen(Number(process.env.PORT ?? 4010), '127.0.0.1', () => console.log('The stand-in is ready.'))`
