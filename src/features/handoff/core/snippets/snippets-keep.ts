/** How a program gets the variable from what is there already: lines that name it and do not hold it. Pure. */

import { t } from '../../../../i18n/t.ts'
import type { Snippet } from './snippet.ts'

export function keepSnippets(name: string): Snippet[] {
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
