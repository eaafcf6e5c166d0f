/** No stored key at all: a program that its platform vouches for gets short-lived access. To be read; the site's dialogs are not known. */
import { defineGuide } from './define-guide.ts'

const manual = 'https://developers.openai.com/api/docs/guides/workload-identity-federation'

export const keylessCi = defineGuide({
  id: 'keyless-ci',
  title: 'Use the API from CI without a key',
  summary: 'You know how a CI job or a server gets short-lived access, so that no key has to lie there.',
  searchWords: [
    'workload identity federation, workload identity, workload identity provider, identity provider, wif, oidc, openid connect, jwt, token exchange, federation, id-token write',
    'keyless, without a key, no key, no stored key, no secret in ci, passwordless, without api key in ci, avoid long-lived keys, short-lived token, temporary credentials, ephemeral credentials',
    'ci, ci/cd, continuous integration, pipeline, workflow, github actions, github action, github secrets, gitlab ci, circleci, jenkins, buildkite, build server, deploy without secret',
    'aws, aws role, iam role, azure managed identity, google cloud, gcp, gke, eks, aks, kubernetes service account token, spiffe',
    'deploy without keeping a password, our pipeline should not hold secrets, the runner logs in by itself, trust my cloud instead of a key, no secrets in the repository settings, login by token from github, let the cluster prove who it is',
  ],
  minutes: 20,
  checked: '2026-11-21',
  sources: [
    'facts: the key world in 2026, CI without a key: launched 2026-05-26, Security › Workload Identity Provider, 50 providers an organization',
    'facts: developers.openai.com, Workload identity federation, and its page on GitHub Actions, read 2026-11-21',
    'facts: openai-node, README, Workload Identity Authentication, read 2026-11-21',
  ],
  eras: ['D'],
  prerequisites: [
    'You are an owner of the organization.',
    'The program runs in GitHub Actions, AWS, Azure, Google Cloud or Kubernetes.',
    'Setting it up costs nothing. The calls cost what they cost with a key.',
  ],
  targets: {},
  steps: [
    {
      id: 'fits',
      title: 'See whether it fits',
      words: {
        do: 'Check where your program runs. GitHub Actions, AWS, Azure, Google Cloud and Kubernetes can tell OpenAI which program is calling.',
        why: 'OpenAI exchanges their short-lived token for access of its own. There is no key that can leak.',
        see: 'your platform among the pages of OpenAI’s guide.',
        details:
          'Not among them? Then take the guide “Create a key for a service account”. OpenAI has offered this since May 2026.',
      },
      link: { url: manual, label: 'OpenAI’s guide to workload identity' },
      done: { said: true },
      button: 'It fits',
    },
    {
      id: 'account',
      title: 'Choose a service account',
      words: {
        do: 'Choose the project and the service account that the program will work as. Both must exist before you continue.',
        why: 'The program may do what this service account may do, and its project pays.',
        see: 'the service account in its project.',
        details:
          'The guide “Create a key for a service account” makes one. You do not need its key here: do not store it in the CI.',
      },
      done: { said: true },
      button: 'I have one',
    },
    {
      id: 'provider',
      title: 'Add the identity provider',
      words: {
        do: 'In the organization’s settings, under “Security”, add your program’s platform as a “Workload Identity Provider”.',
        why: 'OpenAI trusts tokens only from the providers that are listed there.',
        before: 'Only owners can do this.',
        see: 'your provider, with a page of its own.',
        details:
          'An organization can have 50 providers. For GitHub Actions the issuer is https://token.actions.githubusercontent.com. The audience must be exactly the one that the workflow asks for.',
      },
      link: {
        url: 'https://platform.openai.com/settings/organization/security',
        label: 'Security, in the organization’s settings',
      },
      done: { said: true },
      button: 'It is added',
    },
    {
      id: 'mapping',
      title: 'Let in your program only',
      words: {
        do: 'On the provider’s page add a service account mapping. Say which attributes a token must have: for GitHub your repository, and a branch or an environment.',
        why: 'Every token that fits works as the service account. A wide mapping lets other repositories in.',
        see: 'the mapping, with your service account.',
      },
      link: { url: `${manual}/github-actions`, label: 'The attributes of GitHub’s tokens' },
      done: { said: true },
      button: 'It is mapped',
    },
    {
      id: 'program',
      title: 'Change the program',
      elsewhere: 'your program',
      words: {
        do: 'Let the program exchange its token, as OpenAI’s page for your platform shows. In GitHub Actions the job needs the permission “id-token: write”.',
        why: 'OpenAI’s library then asks for new access by itself whenever the old one ends.',
        see: 'a run that succeeds without OPENAI_API_KEY.',
        details:
          'In OpenAI’s library for JavaScript “workloadIdentity” takes the place of “apiKey”; only one of the two may be set.',
      },
      link: { url: `${manual}/github-actions`, label: 'OpenAI’s page for GitHub Actions' },
      done: { said: true },
      button: 'A run succeeded',
    },
    {
      id: 'old-key',
      title: 'Remove the old key',
      elsewhere: 'your program',
      words: {
        do: 'Delete the old key from the CI’s secrets, then revoke it: the guide “Revoke a key” shows how.',
        why: 'An unused key can still leak.',
        before: 'Other programs that use the same key stop when you revoke it.',
        see: 'no OpenAI key among the secrets.',
      },
      done: { said: true },
      button: 'It is gone',
    },
  ],
  receipt: [
    { label: 'Read', text: 'how the program gets access without a key. Keyway did not see its runs.' },
    { label: 'Remember', text: 'the old key works until you revoke it.' },
  ],
  next: ['revoke-key', 'service-account-key', 'monitor-usage'],
})
