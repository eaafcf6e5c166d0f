/** "My key does not work": begins with what the check found, and shows only what applies. */
import { defineGuide } from './define-guide.ts'
import { keyIs, keyKnown, seeItWork, testAgain } from './steps.ts'

/** A closed account is not among them: no new key of it would work. */
const isDead = ['invalid_key', 'expired_key', 'malformed_key'] as const
const isOrganization = [
  'no_organization',
  'organization_mismatch',
  'project_mismatch',
  'project_archived',
  'key_type_forbidden',
] as const
const isNet = ['network', 'timeout', 'provider_trouble', 'not_the_provider', 'unrecognised'] as const

export const fixNotWorking = defineGuide({
  id: 'fix-not-working',
  title: 'The key does not work',
  summary: 'The key passes the test.',
  searchWords: [
    'stopped answering, no answer, no response, does not respond, worked yesterday, since today, suddenly stopped, program stopped',
    'key does not work, api key not working, key not accepted, key rejected, invalid key, wrong key, bad key, key broken, key stopped working, new key not working, does not work, nothing works, not working anymore, why is my key not working',
    '401, error 401, unauthorized, http 401, authentication error, authentication failed, invalid authentication, invalid credentials, AuthenticationError',
    'invalid_api_key, incorrect api key provided, incorrect api key, you did not provide an api key, missing bearer, no api key provided, invalid_request_error, authorization header, malformed key, invalid header',
    'key expired, expired key, expired, key has expired, token expired, key inactive, key disabled, key not active yet, key revoked error',
    'OPENAI_API_KEY not set, environment variable not set, api_key client option must be set, env file not loaded, dotenv, env not working, key not found in environment, variable undefined, set environment variable, where to put the key in code, terminal does not see key',
    'account deactivated, account_deactivated, account disabled, organization disabled, organization deactivated, key not valid anymore, your account has been deactivated',
    'country not supported, unsupported_country_region_territory, region not supported, not available in my country, vpn, ip_not_authorized, ip not allowed, ip allowlist, incorrect_hostname, regional host',
    'connection error, APIConnectionError, cannot connect, network error, timeout, timed out, request timed out, proxy, firewall, ssl error, certificate verify failed, ECONNREFUSED, ENOTFOUND, cors error, blocked by cors, fetch failed, no internet, offline',
    '500, 502, 503, 504, internal server error, bad gateway, service unavailable, server error, server overloaded, openai down, is openai down, outage, status page, server_error, overloaded',
    'error, problem, help with error, something went wrong, troubleshoot, debug, diagnose, test my key, check my key, is my key valid, key valid check',
    '400, bad request, 404, invalid url, base url, wrong endpoint, wrong address, spaces in key, quotes in key, copied key wrong, line break in key, module not found, library error',
    'nothing happens, it says no, it will not take my key, it worked before, fine on my computer but not on the server, the code says the key is wrong, it just fails, always the same error, the key looks right but is refused, since i moved it to another computer, empty or undefined key',
  ],
  achieved: keyIs('accepted'),
  minutes: 6,
  checked: '2026-11-21',
  sources: [
    'seed: Issue: API Key Not Working: copied with spaces, expired or revoked, endpoint and headers, credits, simple call',
    'facts: 1.3 wrong, missing, mangled keys; 1.4 expiry; 1.5 account, organisation, project, place; 1.9 not the key’s fault',
  ],
  eras: ['A', 'B', 'C', 'D'],
  prerequisites: ['Nothing here costs money.'],
  targets: {},
  usual: ['signed-out'],
  steps: [
    {
      id: 'not-asked-yet',
      title: 'Ask what is wrong',
      only: { not: { key: 'known', of: 'subject' } },
      words: {
        do: 'Paste the key into Keyway, which tests it for free and says what is wrong.',
        why: 'The test takes a second. Trying one cause after another takes longer.',
        see: 'a status beside the key.',
        details: 'Or paste the error that your program shows, in Keyway’s popup, under “Explain an error”.',
      },
      done: { any: [{ key: 'known', of: 'subject' }, { said: true }] },
      button: 'It is tested',
    },
    {
      id: 'text',
      title: 'Copy it whole',
      only: { cause: ['malformed_key', 'invalid_key'] },
      words: {
        do: 'Compare the key in your program with the one in Keyway: no blanks, line breaks or quotes, and not the short “sk-...abcd”.',
        why: 'A typing mistake, a cut-off key and a revoked key all get the same answer.',
        see: 'the same last four in both.',
        details:
          'The list on the platform never shows the whole key. If you only have the short form, create a new key.',
      },
      done: { said: true },
      button: 'It is the whole key',
    },
    {
      id: 'dead',
      title: 'It is revoked, expired or gone',
      only: { cause: [...isDead] },
      page: ['api-keys'],
      words: {
        do: 'Look for the key in the list by its last four, {oldLastFour|the ones you know|those in the side panel}. If it is missing, or says “Revoked” or “Expired”, make a new one.',
        why: 'A revoked or expired key cannot be switched on again.',
        see: 'its row, or none.',
        details:
          'Search every project: the switcher is at the top of the sidebar. Keys that leak are switched off by OpenAI by itself.',
      },
      done: { said: true },
      button: 'I have looked',
    },
    {
      id: 'account',
      title: 'The account was closed',
      only: { cause: ['account_deactivated', 'access_terminated'] },
      words: {
        do: 'Look for a mail from OpenAI that says why, and answer there or through their help page.',
        why: 'OpenAI closed the account behind this key. No new key of this account will work.',
        see: 'an answer by mail; it can take days.',
      },
      link: { url: 'https://help.openai.com/', label: 'OpenAI support' },
      done: { said: true },
      button: 'I have written',
    },
    {
      id: 'region',
      title: 'Asked from the wrong place',
      only: { cause: ['region_blocked'] },
      words: {
        do: 'Turn off VPN and company network, or run the program in a country that OpenAI serves.',
        why: 'The answer is about where the call came from, not about the key. The key is likely fine.',
        before:
          'Repeated calls from there can endanger the account: Keyway stops its checks until you continue.',
        see: 'another answer than “country not supported”.',
      },
      done: { said: true },
      button: 'I am elsewhere now',
    },
    {
      id: 'ip',
      title: 'Your address is not on the list',
      only: { cause: ['ip_not_allowed'] },
      page: ['security'],
      words: {
        do: 'Ask an owner to add this network’s address to the IP allowlist, or use the key from an allowed network.',
        why: 'The organization or project takes calls from listed addresses only. A project’s list replaces the organization’s.',
        see: 'your address in the list. It can take 15 minutes.',
      },
      done: { said: true },
      button: 'It is added',
    },
    {
      id: 'host',
      title: 'Another address of the API',
      only: { cause: ['wrong_host'] },
      words: {
        do: 'Use the regional address that the answer names in your program, and press “Use … for this key” in Keyway.',
        why: 'A project with data residency takes calls at its own region’s address only. The key is fine.',
        see: 'the regional address beside the key.',
      },
      done: { said: true },
      button: 'It is changed',
    },
    {
      id: 'certificate',
      title: 'It wants a certificate too',
      only: { cause: ['client_certificate_required', 'cors_forbidden'] },
      words: {
        do: 'Use this key from a server that is set up for it. A browser cannot send what it asks for.',
        why: 'The organization demands more than the key, so Keyway cannot check it from here. The key may be fine.',
        see: 'your server’s call succeeds.',
      },
      done: { said: true },
      button: 'Understood',
    },
    {
      id: 'organization',
      title: 'The organization or project behind it',
      only: { cause: [...isOrganization] },
      page: ['general', 'projects'],
      words: {
        do: 'Check that you are still a member, that the project is not archived, and that your program sends no other organization or project id.',
        why: 'The key is known, but what it belongs to is not open to it.',
        see: 'your organization and an active project.',
        details:
          'If owners allow only service-account keys, personal keys are refused: the guide “Create a key for a service account” makes the right kind.',
      },
      done: { said: true },
      button: 'It is fixed',
    },
    {
      id: 'net',
      title: 'No answer came back',
      only: { cause: [...isNet] },
      words: {
        do: 'Open status.openai.com, check that you are online and not behind a sign-in page of a hotel or company, then test again.',
        why: 'Without an answer nothing is known about the key. It may well be fine.',
        see: 'an answer, of whatever kind.',
      },
      link: { url: 'https://status.openai.com/', label: 'OpenAI status' },
      done: { said: true },
      button: 'I am online',
    },
    {
      id: 'program',
      title: 'Where your program looks',
      elsewhere: 'your program',
      only: {
        cause: ['ok', 'invalid_key', 'malformed_key', 'wrong_provider', 'rate_limited', 'unrecognised'],
      },
      words: {
        do: 'Check that the program reads the variable you set: same name, same terminal, restarted since, .env saved, right base address.',
        why: 'Most keys that “do not work” are fine; the program uses another one, or none.',
        see: 'the last four of the key in use are {oldLastFour|those of your key|those in the side panel}.',
        details:
          'A terminal knows only variables that were set before it was opened. The file must not be called .env.txt. In it: no blank around “=”, no curly quotes. Paste the program’s error into Keyway to have it read.',
      },
      done: { said: true },
      button: 'It reads the right one',
    },
    testAgain('accepted', {
      why: 'Only a passed test ends this guide.',
      see: 'the status “Works”, or one that says what is still missing.',
      details:
        'If it stays refused and its account is open: make a new key with the guide “Create an API key”, and revoke this one.',
    }),
    seeItWork,
  ],
  receipt: [
    { label: 'Works again', text: 'the key “{label}”, ending in {lastFour}.', only: keyIs('accepted') },
    { label: 'Works again', text: 'your program, as you said.', only: { not: keyKnown } },
  ],
  next: ['create-key', 'fix-billing', 'fix-permission-denied'],
})
