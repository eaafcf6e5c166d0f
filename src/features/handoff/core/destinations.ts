/**
 * Where else a key is kept, and how it gets there without standing in a command line, a history or a file: the tool asks for it, or reads
 * it from standard input. Data; each line was compared with the manual at `source` on the day below. Pure.
 */
import { t } from '../../../i18n/t.ts'
import type { ProviderId } from '../../../providers/verdict.ts'
import type { Snippet } from './snippets/snippet.ts'

const checked = '2026-11-22'

type Destination = {
  id: string
  label: string
  source: string
  /** The command that stores the key. `asks`: the tool asks for the key itself; `pipe`: the shell asks and pipes it in; `script`: the shell asks, and the text reads `$KEY`. */
  keep: (name: string, provider: ProviderId) => { asks: string } | { pipe: string } | { script: string }
  /** What the program or its configuration then says. */
  use: (name: string, provider: ProviderId) => Pick<Snippet, 'language' | 'text'>
}

const bash = (text: string) => ({ language: 'bash', text }) as const
const yaml = (text: string) => ({ language: 'yaml', text }) as const
/** The variable’s name for services that allow no underscore in names. */
const dashed = (name: string) => name.toLowerCase().replaceAll('_', '-')

export const destinations: Destination[] = [
  {
    id: 'github',
    label: 'GitHub Actions',
    source: 'https://cli.github.com/manual/gh_secret_set',
    keep: name => ({ asks: `gh secret set ${name}` }),
    use: name => yaml(`- run: python app.py\n  env:\n    ${name}: \${{ secrets.${name} }}`),
  },
  {
    id: 'gitlab',
    label: 'GitLab CI',
    source: 'https://docs.gitlab.com/cli/variable/set/',
    keep: name => ({ pipe: `glab variable set ${name} --masked --hidden` }),
    use: name => yaml(`job:\n  script:\n    - python app.py # reads ${name}`),
  },
  {
    id: 'vercel',
    label: 'Vercel',
    source: 'https://vercel.com/docs/cli/env',
    keep: name => ({ asks: `vercel env add ${name} production --sensitive` }),
    use: name => ({ language: 'javascript', text: `process.env.${name}` }),
  },
  {
    id: 'netlify',
    label: 'Netlify',
    source: 'https://cli.netlify.com/commands/env/',
    // `env:set` takes a value as an argument only; `env:import` reads a file, and prints what it read.
    keep: name => ({
      script: `printf '${name}=%s\\n' "$KEY" | netlify env:import /dev/stdin > /dev/null && netlify env:set ${name} --secret --force || echo 'It was not kept.'`,
    }),
    use: name => ({ language: 'javascript', text: `process.env.${name}` }),
  },
  {
    id: 'cloudflare',
    label: 'Cloudflare Workers',
    source: 'https://developers.cloudflare.com/workers/wrangler/commands/workers/#secret-put',
    keep: name => ({ asks: `npx wrangler secret put ${name}` }),
    use: name => ({ language: 'javascript', text: `env.${name}` }),
  },
  {
    id: 'fly',
    label: 'Fly.io',
    source: 'https://fly.io/docs/flyctl/secrets-import/',
    keep: name => ({ script: `printf '${name}=%s\\n' "$KEY" | fly secrets import` }),
    use: name => ({ language: 'javascript', text: `process.env.${name}` }),
  },
  {
    id: 'railway',
    label: 'Railway',
    source: 'https://docs.railway.com/reference/cli-api',
    keep: name => ({ pipe: `railway variable set ${name} --stdin` }),
    use: name => ({ language: 'javascript', text: `process.env.${name}` }),
  },
  {
    id: 'heroku',
    label: t('Heroku (opens your editor: write the key there)'),
    source: 'https://devcenter.heroku.com/articles/heroku-cli-commands',
    keep: name => ({ asks: `heroku config:edit ${name}` }),
    use: name => ({ language: 'javascript', text: `process.env.${name}` }),
  },
  {
    id: 'aws-secrets',
    label: 'AWS Secrets Manager',
    source: 'https://docs.aws.amazon.com/cli/latest/reference/secretsmanager/create-secret.html',
    keep: name => ({
      pipe: `aws secretsmanager create-secret --name ${name} --secret-string file:///dev/stdin`,
    }),
    use: name =>
      bash(`aws secretsmanager get-secret-value --secret-id ${name} --query SecretString --output text`),
  },
  {
    id: 'aws-ssm',
    label: 'AWS Parameter Store',
    source: 'https://docs.aws.amazon.com/cli/latest/reference/ssm/put-parameter.html',
    keep: name => ({
      pipe: `aws ssm put-parameter --name /app/${name} --type SecureString --value file:///dev/stdin`,
    }),
    use: name =>
      bash(
        `aws ssm get-parameter --name /app/${name} --with-decryption --query Parameter.Value --output text`,
      ),
  },
  {
    id: 'google',
    label: 'Google Secret Manager',
    source: 'https://cloud.google.com/sdk/gcloud/reference/secrets/create',
    keep: name => ({ pipe: `gcloud secrets create ${name} --data-file=-` }),
    use: name => bash(`gcloud run deploy app --update-secrets=${name}=${name}:latest`),
  },
  {
    id: 'azure',
    label: 'Azure Key Vault',
    source: 'https://learn.microsoft.com/cli/azure/keyvault/secret#az-keyvault-secret-set',
    keep: name => ({
      pipe: `az keyvault secret set --vault-name my-vault --name ${dashed(name)} --file /dev/stdin --encoding utf-8`,
    }),
    use: name =>
      bash(`az keyvault secret show --vault-name my-vault --name ${dashed(name)} --query value --output tsv`),
  },
  {
    id: 'vault',
    label: 'HashiCorp Vault',
    source: 'https://developer.hashicorp.com/vault/docs/commands/kv/put',
    keep: name => ({ pipe: `vault kv put secret/app ${name}=-` }),
    use: name => bash(`vault kv get -field=${name} secret/app`),
  },
  {
    id: 'doppler',
    label: 'Doppler',
    source: 'https://docs.doppler.com/docs/setting-secrets',
    keep: name => ({ pipe: `doppler secrets set ${name} --silent` }),
    use: () => bash('doppler run -- npm start'),
  },
  {
    id: 'infisical',
    label: 'Infisical',
    source: 'https://infisical.com/docs/cli/commands/secrets',
    keep: name => ({ pipe: `infisical secrets set ${name}=@/dev/stdin` }),
    use: () => bash('infisical run -- npm start'),
  },
  {
    id: 'op',
    label: '1Password',
    source: 'https://developer.1password.com/docs/cli/reference/management-commands/item/#item-create',
    keep: (_, provider) => ({
      script: `KEY="$KEY" jq -n '{title: "${provider}", category: "API_CREDENTIAL", fields: [{id: "credential", label: "credential", type: "CONCEALED", value: env.KEY}]}' | op item create --vault Private -`,
    }),
    use: (name, provider) => ({
      language: 'dotenv',
      text: `# .env; start with: op run --env-file=.env -- npm start\n${name}="op://Private/${provider}/credential"`,
    }),
  },
  {
    id: 'kubernetes',
    label: t('Kubernetes, sealed'),
    source: 'https://github.com/bitnami-labs/sealed-secrets#usage',
    keep: name => ({
      pipe: `kubectl create secret generic ${dashed(name)} --dry-run=client --from-file=${name}=/dev/stdin -o yaml | kubeseal -o yaml > ${dashed(name)}.sealed.yaml`,
    }),
    use: name =>
      yaml(
        `env:\n  - name: ${name}\n    valueFrom:\n      secretKeyRef:\n        name: ${dashed(name)}\n        key: ${name}`,
      ),
  },
  {
    id: 'docker',
    label: t('Docker, in a swarm'),
    source: 'https://docs.docker.com/reference/cli/docker/secret/create/',
    keep: name => ({ pipe: `docker secret create ${name} -` }),
    use: name =>
      yaml(
        `services:\n  app:\n    image: my-image\n    secrets: [${name}] # the file /run/secrets/${name}\nsecrets:\n  ${name}:\n    external: true`,
      ),
  },
  {
    id: 'systemd',
    label: t('systemd credentials'),
    source: 'https://www.freedesktop.org/software/systemd/man/latest/systemd-creds.html',
    keep: name => ({
      asks: `systemd-ask-password -n | sudo systemd-creds encrypt --name=${name} - /etc/credstore.encrypted/${name}`,
    }),
    use: name => ({
      language: 'ini',
      text: `[Service]\nLoadCredentialEncrypted=${name}\n# the program reads the file $CREDENTIALS_DIRECTORY/${name}`,
    }),
  },
]

/** Shell lines that ask for the key without showing it and unset the variable afterwards. For bash and zsh; `printf` is part of the shell, so no process list shows the key. */
function asked(command: string): string {
  return `printf 'Paste the key, then Enter: '; IFS= read -rs KEY; echo\n${command}\nunset KEY`
}

/** As snippets, each with what is written where the key is used. */
export function destinationSnippets(name: string, provider: ProviderId): Snippet[] {
  return destinations.map(({ id, label, source, keep, use }) => {
    const way = keep(name, provider)
    const text =
      'asks' in way ? way.asks : asked('pipe' in way ? `printf %s "$KEY" | ${way.pipe}` : way.script)
    return {
      id,
      label,
      language: 'bash',
      text,
      usage: use(name, provider),
      source,
      checked,
    }
  })
}
