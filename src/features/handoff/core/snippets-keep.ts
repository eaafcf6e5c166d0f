/** Where a secret lives in other tools: lines that name it and do not hold it. Pure. */

import { t } from '../../../i18n/t.ts'
import type { ProviderId } from '../../../providers/verdict.ts'
import type { Snippet } from './snippet.ts'

export function keepSnippets(name: string, provider: ProviderId): Snippet[] {
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
      id: 'op',
      label: t('1Password: the reference in .env'),
      language: 'dotenv',
      text: `${name}="op://Private/${provider}/credential"`,
    },
    {
      id: 'op-run',
      label: t('1Password: run with it'),
      language: 'bash',
      text: 'op run --env-file=.env -- python app.py',
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
    {
      id: 'github-set',
      label: t('GitHub Actions: store it (asks for the value)'),
      language: 'bash',
      text: `gh secret set ${name}`,
    },
    {
      id: 'github',
      label: t('GitHub Actions: use it in a step'),
      language: 'yaml',
      text: `- run: python app.py
  env:
    ${name}: \${{ secrets.${name} }}`,
    },
    {
      id: 'vercel',
      label: t('Vercel (asks for the value)'),
      language: 'bash',
      text: `vercel env add ${name} production --sensitive`,
    },
  ]
}
