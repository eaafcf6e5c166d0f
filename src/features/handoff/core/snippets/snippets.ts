/** Code that uses a key without holding it: each reads the environment variable, and each runs as it is printed. Pure. */
import { t } from '../../../../i18n/t.ts'
import { variableName } from '../../../../providers/variable-names.ts'
import { destinationSnippets } from '../destinations.ts'
import type { Snippet, SnippetSubject } from './snippet.ts'
import { callSnippets } from './snippets-call.ts'
import { carefulSnippets } from './snippets-careful.ts'
import { moreSnippets } from './snippets-more.ts'

/** `call`: the same call in other languages. `careful`: as a program that runs for long makes it. `check`: is it set where my program runs? `keep`: takes it from there. `elsewhere`: keeps it in a service. */
export function snippets(
  subject: SnippetSubject,
): Record<'call' | 'careful' | 'check' | 'keep' | 'elsewhere', Snippet[]> {
  const name = variableName(subject)
  return {
    call: [...callSnippets(subject, name), ...moreSnippets(subject, name)],
    careful: carefulSnippets(subject, name),
    check: checkSnippets(name),
    keep: keepSnippets(name),
    elsewhere: destinationSnippets(name, subject.provider),
  }
}

/** Says whether the variable is there and how it ends: never the key, which would stay in the terminal's scrollback. */
function checkSnippets(name: string): Snippet[] {
  return [
    {
      id: 'check-python',
      label: 'Python',
      language: 'python',
      text: `import os

key = os.environ.get("${name}")
print(f"${name} is set and ends in {key[-4:]}" if key else "${name} is not set here")`,
    },
    {
      id: 'check-node',
      label: 'Node',
      language: 'javascript',
      text: `const key = process.env.${name}
console.log(key ? \`${name} is set and ends in \${key.slice(-4)}\` : '${name} is not set here')`,
    },
    {
      id: 'check-bash',
      label: t('bash and zsh'),
      language: 'bash',
      text: `if [ -n "$${name}" ]; then
  echo "${name} is set and ends in $(printf %s "$${name}" | tail -c 4)"
else
  echo "${name} is not set here"
fi`,
    },
    {
      id: 'check-powershell',
      label: 'PowerShell',
      language: 'powershell',
      text: `if ($env:${name}) { "${name} is set and ends in " + $env:${name}.Substring($env:${name}.Length - 4) } else { "${name} is not set here" }`,
    },
  ]
}

/** How a program gets the variable from what is there already: lines that name it and do not hold it. Pure. */
function keepSnippets(name: string): Snippet[] {
  return [
    {
      id: 'python-dotenv',
      label: t('Python with .env'),
      language: 'python',
      install: 'pip install python-dotenv',
      text: `from dotenv import load_dotenv

load_dotenv()  # before anything that reads ${name}`,
    },
    {
      id: 'node-dotenv',
      label: t('Node with .env'),
      language: 'bash',
      text: 'node --env-file=.env app.js',
    },
    {
      id: 'docker',
      label: 'Docker',
      language: 'bash',
      text: `docker run --rm --env ${name} my-image`,
    },
    {
      id: 'compose',
      label: 'Docker Compose',
      language: 'yaml',
      text: `services:
  app:
    image: my-image
    environment:
      - ${name}`,
    },
  ]
}
