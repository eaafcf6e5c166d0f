/** One call, as Python, Node, curl and PowerShell. Pure. */

import { t } from '../../../../i18n/t.ts'
import { providers } from '../../../../providers/list.ts'
import type { Snippet, SnippetSubject } from './snippet.ts'
import { pictureSnippets } from './snippets-picture.ts'

export function callSnippets(subject: SnippetSubject, name: string): Snippet[] {
  if (subject.kind === 'admin') return adminSnippets(name)
  const own = providers[subject.provider]
  // Nothing is known of how it is called.
  if (own?.isKeptOnly) return []
  const baseUrl = subject.baseUrl ?? own?.baseUrl ?? ''
  if (subject.image) return pictureSnippets(subject, name, baseUrl)
  if (subject.provider === 'openai') return responses(subject, name, baseUrl)
  if (subject.provider === 'anthropic') return messages(subject, name, baseUrl)
  const openAiLike = subject.provider === 'gemini' ? `${baseUrl}/openai` : baseUrl
  return completions(subject, name, openAiLike)
}

/** OpenAI's own. The packages find OPENAI_API_KEY by themselves. */
function responses(
  { model, prompt, instructions }: SnippetSubject,
  name: string,
  baseUrl: string,
): Snippet[] {
  const said = instructions === undefined ? {} : { instructions }
  const usual = baseUrl === providers.openai?.baseUrl
  return [
    {
      id: 'python',
      label: 'Python',
      language: 'python',
      install: 'pip install openai',
      text: `from openai import OpenAI

client = OpenAI(${usual ? '' : `base_url=${text(baseUrl)}`})  # reads ${name}
response = client.responses.create(
    model=${text(model)},
${instructions === undefined ? '' : `    instructions=${text(instructions)},\n`}    input=${text(prompt)},
)
print(response.output_text)`,
    },
    {
      id: 'node',
      label: 'Node',
      language: 'javascript',
      install: 'npm install openai',
      text: `import OpenAI from 'openai'

const client = new OpenAI(${usual ? '' : `{ baseURL: ${text(baseUrl)} }`}) // reads ${name}
const response = await client.responses.create({
  model: ${text(model)},
${instructions === undefined ? '' : `  instructions: ${text(instructions)},\n`}  input: ${text(prompt)},
})
console.log(response.output_text)`,
    },
    ...plain(`${baseUrl}/responses`, { model, ...said, input: prompt }, [
      ['Authorization', `Bearer ${name}`, name],
    ]),
    {
      id: 'python-plain',
      label: t('Python, nothing to install'),
      language: 'python',
      text: `import json, os, urllib.request

request = urllib.request.Request(
    ${text(`${baseUrl}/responses`)},
    data=json.dumps(${pythonObject({ model, ...said, input: prompt })}).encode(),
    headers={
        "Authorization": f"Bearer {os.environ['${name}']}",
        "Content-Type": "application/json",
    },
)
with urllib.request.urlopen(request) as answer:
    response = json.load(answer)
for item in response["output"]:
    for part in item.get("content") or []:
        print(part.get("text", ""))`,
    },
  ]
}

function completions(
  { model, prompt, instructions }: SnippetSubject,
  name: string,
  baseUrl: string,
): Snippet[] {
  const said = [
    ...(instructions === undefined ? [] : [{ role: 'system', content: instructions }]),
    { role: 'user', content: prompt },
  ]
  return [
    {
      id: 'python',
      label: 'Python',
      language: 'python',
      install: 'pip install openai',
      text: `import os
from openai import OpenAI

client = OpenAI(api_key=os.environ["${name}"], base_url=${text(baseUrl)})
completion = client.chat.completions.create(
    model=${text(model)},
    messages=${pythonObject(said)},
)
print(completion.choices[0].message.content)`,
    },
    {
      id: 'node',
      label: 'Node',
      language: 'javascript',
      install: 'npm install openai',
      text: `import OpenAI from 'openai'

const client = new OpenAI({ apiKey: process.env.${name}, baseURL: ${text(baseUrl)} })
const completion = await client.chat.completions.create({
  model: ${text(model)},
  messages: ${JSON.stringify(said)},
})
console.log(completion.choices[0].message.content)`,
    },
    ...plain(`${baseUrl}/chat/completions`, { model, messages: said }, [
      ['Authorization', `Bearer ${name}`, name],
    ]),
  ]
}

function messages({ model, prompt, instructions }: SnippetSubject, name: string, baseUrl: string): Snippet[] {
  const body = {
    model,
    max_tokens: 1024,
    ...(instructions !== undefined && { system: instructions }),
    messages: [{ role: 'user', content: prompt }],
  }
  const python = Object.entries(body).map(([field, value]) => `    ${field}=${pythonObject(value)},`)
  return [
    {
      id: 'python',
      label: 'Python',
      language: 'python',
      install: 'pip install anthropic',
      text: `import anthropic

client = anthropic.Anthropic()  # reads ${name}
message = client.messages.create(
${python.join('\n')}
)
print(message.content[0].text)`,
    },
    {
      id: 'node',
      label: 'Node',
      language: 'javascript',
      install: 'npm install @anthropic-ai/sdk',
      text: `import Anthropic from '@anthropic-ai/sdk'

const client = new Anthropic() // reads ${name}
const message = await client.messages.create(${JSON.stringify(body, null, 2)})
console.log(message.content[0].text)`,
    },
    ...plain(`${baseUrl}/messages`, body, [
      ['x-api-key', name, name],
      ['anthropic-version', '2023-06-01'],
    ]),
  ]
}

/** An admin key calls no model: what it is for is the organization's costs. */
function adminSnippets(name: string): Snippet[] {
  return [
    {
      id: 'curl',
      label: 'curl',
      language: 'bash',
      text: `curl "https://api.openai.com/v1/organization/costs?start_time=$(($(date +%s) - 604800))" \\
  -H "Authorization: Bearer $${name}"`,
    },
  ]
}

/** @param headers name, value, and the variable in it that the shell is to fill in */
function plain(url: string, body: unknown, headers: [string, string, string?][]): Snippet[] {
  const bash = headers.map(
    ([header, value, variable]) =>
      `  -H "${header}: ${variable ? value.replace(variable, `$${variable}`) : value}" \\`,
  )
  const powershell = headers.map(
    ([header, value, variable]) =>
      `'${header}' = "${variable ? value.replace(variable, `$env:${variable}`) : value}"`,
  )
  return [
    {
      id: 'curl',
      label: 'curl',
      language: 'bash',
      text: `curl ${url} \\
  -H "Content-Type: application/json" \\
${bash.join('\n')}
  -d '${JSON.stringify(body, null, 2).replaceAll("'", `'\\''`)}'`,
    },
    {
      id: 'powershell',
      label: 'PowerShell',
      language: 'powershell',
      text: `$body = '${JSON.stringify(body).replace(/['\u2018\u2019\u201a\u201b]/g, '$&$&')}'
Invoke-RestMethod -Method Post -Uri '${url}' -ContentType 'application/json' -Headers @{ ${powershell.join('; ')} } -Body ([Text.Encoding]::UTF8.GetBytes($body))`,
    },
  ]
}

/** A string that Python and JavaScript read alike. */
function text(value: string): string {
  return JSON.stringify(value)
}

/** Strings, numbers, lists and objects as Python writes them, on one line. */
function pythonObject(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(pythonObject).join(', ')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const fields = Object.entries(value).map(([field, held]) => `${text(field)}: ${pythonObject(held)}`)
  return `{${fields.join(', ')}}`
}
