/** One small picture, as Python, Node and curl, each written to a file beside the program. Pure. */
import { providers } from '../../../../providers/list.ts'
import type { Snippet, SnippetSubject } from './snippet.ts'

const wanted = { size: '1024x1024', quality: 'low' } as const

export function pictureSnippets({ model, prompt }: SnippetSubject, name: string, baseUrl: string): Snippet[] {
  const usual = baseUrl === providers.openai?.baseUrl
  const text = JSON.stringify
  const body = { model, prompt, ...wanted }
  return [
    {
      id: 'python',
      label: 'Python',
      language: 'python',
      install: 'pip install openai',
      text: `import base64
from openai import OpenAI

client = OpenAI(${usual ? '' : `base_url=${text(baseUrl)}`})  # reads ${name}
picture = client.images.generate(
    model=${text(model)},
    prompt=${text(prompt)},
    size="${wanted.size}",
    quality="${wanted.quality}",
)
with open("picture.png", "wb") as file:
    file.write(base64.b64decode(picture.data[0].b64_json))
print("picture.png is written")`,
    },
    {
      id: 'node',
      label: 'Node',
      language: 'javascript',
      install: 'npm install openai',
      text: `import { writeFile } from 'node:fs/promises'
import OpenAI from 'openai'

const client = new OpenAI(${usual ? '' : `{ baseURL: ${text(baseUrl)} }`}) // reads ${name}
const picture = await client.images.generate({
  model: ${text(model)},
  prompt: ${text(prompt)},
  size: '${wanted.size}',
  quality: '${wanted.quality}',
})
await writeFile('picture.png', Buffer.from(picture.data[0].b64_json, 'base64'))
console.log('picture.png is written')`,
    },
    {
      id: 'curl',
      label: 'curl',
      language: 'bash',
      text: `curl ${baseUrl}/images/generations \\
  -H "Content-Type: application/json" \\
  -H "Authorization: Bearer $${name}" \\
  -d '${text(body, null, 2).replaceAll("'", `'\\''`)}' \\
  | sed -n 's/.*"b64_json": *"\\([^"]*\\)".*/\\1/p' | base64 --decode > picture.png
echo "picture.png is written"`,
    },
  ]
}
