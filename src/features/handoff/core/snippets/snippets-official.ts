/** The careful call by OpenAI's own libraries for Python and Node: both bring time-outs, tries with pauses drawn at random, and streaming. Pure. */
import { checked } from '../../../usage/core/prices.ts'
import { quoted } from './literals.ts'
import type { Careful } from './snippet.ts'

export function python({ name, model, prompt, price }: Careful): string {
  return `import os, sys, time
from openai import OpenAI

began = time.monotonic()
model = ${quoted(model)}${price ? `\nprice = (${price.input}, ${price.output})  # US dollars for a million tokens in and out, as of ${checked}` : ''}
client = OpenAI(api_key=os.environ["${name}"], timeout=60, max_retries=5)  # reads OPENAI_BASE_URL
with client.responses.create(model=model, input=${quoted(prompt)}, stream=True) as stream:
    for event in stream:
        if event.type == "response.output_text.delta":
            print(event.delta, end="", flush=True)
        if event.type == "response.completed":
            usage = event.response.usage
print()
tokens = (usage.input_tokens, usage.output_tokens)
print(f"model={model} seconds={time.monotonic() - began:.1f} tokens={tokens[0]}+{tokens[1]}"${price ? `\n      f" cost=\${(tokens[0] * price[0] + tokens[1] * price[1]) / 1e6:.6f}"` : ''}, file=sys.stderr)`
}

/** JavaScript that the compiler of TypeScript takes as it is. */
export function node({ name, model, prompt, price }: Careful): string {
  return `import OpenAI from 'openai'

const began = Date.now()
const model = ${quoted(model)}${price ? `\nconst price = { input: ${price.input}, output: ${price.output} } // US dollars for a million tokens, as of ${checked}` : ''}
// Reads OPENAI_BASE_URL.
const client = new OpenAI({ apiKey: process.env.${name}, timeout: 60_000, maxRetries: 5 })
const stream = await client.responses.create({ model, input: ${quoted(prompt)}, stream: true })
for await (const event of stream) {
  if (event.type === 'response.output_text.delta') process.stdout.write(event.delta)
  if (event.type === 'response.completed') {
    const { input_tokens, output_tokens } = event.response.usage ?? { input_tokens: 0, output_tokens: 0 }
    console.log()
    console.error(
      \`model=\${model} seconds=\${((Date.now() - began) / 1000).toFixed(1)} tokens=\${input_tokens}+\${output_tokens}\`${
        price
          ? ` +
      \` cost=$\${((input_tokens * price.input + output_tokens * price.output) / 1e6).toFixed(6)}\``
          : ''
      },
    )
  }
}`
}
