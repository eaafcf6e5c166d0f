/** Mistakes that only a program can make: what its error looks like, what happened, what mends it. Data. */
import { t } from '../../i18n/t.ts'

export type MistakeCode =
  | 'variable_not_set'
  | 'placeholder_sent'
  | 'odd_characters'
  | 'quotes_in_key'
  | 'wrong_base_url'
  | 'env_file'
  | 'missing_header'
  | 'old_library'
  | 'library_missing'
  | 'library_mismatch'
  | 'certificate'
  | 'in_web_page'
  | 'no_connection'
  | 'local_server'
  | 'too_long'
  | 'wrong_setting'
  | 'other_key'

export type Mistake = { code: MistakeCode; title: string; means: string; todo: string[]; guide?: string }

const entries: readonly (Mistake & { looks: RegExp })[] = [
  {
    code: 'too_long',
    looks: /maximum context length|context_length_exceeded|string too long/i,
    title: t('The text is too long for the model'),
    means: t('The key works. What was sent does not fit.'),
    todo: [t('Send less, or choose a model that takes more.')],
  },
  {
    code: 'wrong_setting',
    looks:
      /unsupported_parameter|unsupported (?:parameter|value): (?!['"]?stream)|unrecognized request argument|unknown_parameter|is not supported with this model|not a chat model/i,
    title: t('The model does not take this setting'),
    means: t('The key works. The program asked for something that this model does not know.'),
    todo: [
      t('Look in the error which setting it names: leave it out, or use the one that it suggests.'),
      t('Or choose a model that takes it. Updating the program or its library often helps, too.'),
    ],
  },
  {
    code: 'env_file',
    looks:
      /\.env\.txt\b|dotenv[^\n]{0,60}(?:could not (?:parse|find)|failed|not found)|(?:no such file|ENOENT)[^\n]{0,80}\.env\b/i,
    title: t('The .env file was not read'),
    means: t('It was not found, or a line in it could not be read.'),
    todo: [
      t('Name it exactly .env (not .env.txt: Windows hides the ending).'),
      t('Put it in the folder the program starts in, and let the program load it.'),
      t('One line NAME=key, no blanks around the = sign.'),
    ],
  },
  {
    code: 'variable_not_set',
    looks:
      /api_key client option must be set|undefined \(reading ['"]\w*_API_KEY|_API_KEY[^\n]{0,60}(?:is missing|missing or empty|not set|is not set|not found|undefined|must be set|required)|KeyError: ['"]\w*API_KEY|did not find \w*api_key|(?:no|missing) (?:openai )?api[ _]key (?:found|provided|set)|environment variable[^\n]{0,40}(?:not|n't)[^\n]{0,10}(?:set|found|defined)|api[ _]key provided:? ?['"]?(?:undefined|none|null|nil)\b/i,
    title: t('The program did not find the key'),
    means: t('The variable is not set where the program runs. The key itself may be fine.'),
    todo: [
      t('Set the variable in the window the program runs in, or restart that window.'),
      t('Restart the editor too, if it starts the program.'),
      t(
        'With a .env file: it must be named .env (not .env.txt), lie in the folder the program starts in, and the program must load it.',
      ),
      t('No blanks around the = sign.'),
    ],
  },
  {
    code: 'placeholder_sent',
    looks:
      /(?:provided|key|bearer)['"]?\s*(?:[:=]\s*)?['"]?(?:sk-)?(?:your[-_ ]|<your|\$\{?\w*key|%\w*key%|xxx|process\.env|os\.environ|my[-_]api[-_]key|insert)/i,
    title: t('The placeholder is still there'),
    means: t('The program sent the example text, or the name of the variable, instead of a key.'),
    todo: [
      t('Put the key in its place and start the program again.'),
      t('In single quotes a shell does not fill in $NAME: use double quotes.'),
    ],
  },
  {
    code: 'quotes_in_key',
    looks: /(?:provided|bearer)['"]?\s*(?::\s*)?(?:\\?["'`“”‘’]){1,2}sk-|provided: (?:["'`]|&quot;)/i,
    title: t('The quotes became part of the key'),
    means: t('They were sent along with it.'),
    todo: [
      t('Take the quotes away, in .env and with “set” on Windows.'),
      t('Let Keyway write the .env line: “Add to a project” in the dashboard.'),
    ],
  },
  {
    code: 'odd_characters',
    looks:
      /illegal header value|invalid character in header|unexpected char 0x|invalid header value|non ISO-8859-1|not a legal http header|codec can['’]t encode|LocalProtocolError|InvalidHeader|ERR_INVALID_CHAR|ByteString|headers? (?:contains|value)[^\n]{0,30}(?:newline|invalid|leading|trailing)/i,
    title: t('The key carries characters that do not belong'),
    means: t('A line break, a blank or a curly quote came along with the key, so it could not be sent.'),
    todo: [
      t('Copy it again and put it in without quotes or blanks.'),
      t('Where a program reads it from a file, let it trim what it reads.'),
      t('Let Keyway write the .env line: “Add to a project” in the dashboard.'),
    ],
  },
  {
    code: 'missing_header',
    looks:
      /didn['’]t provide an api key|missing bearer|no auth credentials|x-api-key header is required|authorization header (?:is )?missing/i,
    title: t('The request carried no key'),
    means: t('It went out without one. The key itself may be fine.'),
    todo: [
      t('Send the header “{header}” followed by the key.', { header: 'Authorization: Bearer ' }),
      t('If the key comes from a variable, that is empty: set it in the window the program runs in.'),
      t('Restart terminal and editor: those that were open before do not see a new variable.'),
    ],
  },
  {
    code: 'in_web_page',
    looks: /blocked by cors policy|dangerouslyAllowBrowser|browser-like environment/i,
    title: t('A key has no place in a web page'),
    means: t('The call was made in a browser: everybody who opens that page could take the key.'),
    todo: [
      t('Make the call in a program on a server, and let the page ask that.'),
      t('If the page was already public, replace the key.'),
    ],
    guide: 'key-compromised',
  },
  {
    code: 'wrong_base_url',
    looks:
      /unexpected token ['"]?<|<!doctype html|<html|JSONDecodeError|Invalid URL \((?:GET|POST)|\/v1\/v1\/|unknown_url|expecting value: line 1 column 1/i,
    title: t('The address is wrong'),
    means: t('The program asked an address that is not the API.'),
    todo: [
      t('Remove OPENAI_BASE_URL or base_url, unless you set it on purpose.'),
      t('For OpenAI it is {address}, once, without a slash at the end.', {
        address: 'https://api.openai.com/v1',
      }),
    ],
  },
  {
    code: 'old_library',
    looks:
      /no longer supported in openai ?>= ?1|has no attribute ['"]?(?:OpenAI|ChatCompletion|Completion)|APIRemovedInV1/i,
    title: t('The library, not the key'),
    means: t('The code was written for another version of the library. The key was never used.'),
    todo: [
      t('Install the current package: “pip install -U openai” or “npm install openai”.'),
      t('Follow an example made for that version.'),
    ],
  },
  {
    code: 'library_missing',
    looks:
      /no module named ['"]?(?:openai|anthropic|dotenv)|cannot find (?:module|package) ['"](?:openai|dotenv|@anthropic-ai)/i,
    title: t('The library, not the key'),
    means: t('The library is not installed where the program runs. The key was never used.'),
    todo: [t('Install it in the same environment: “pip install openai” or “npm install openai”.')],
  },
  {
    code: 'library_mismatch',
    looks: /unexpected keyword argument ['"]proxies/i,
    title: t('The library, not the key'),
    means: t('Two libraries do not fit each other. The key was never used.'),
    todo: [t('Update both: “pip install -U openai httpx”.')],
  },
  {
    code: 'certificate',
    looks:
      /CERTIFICATE_VERIFY_FAILED|self[- ]signed certificate|unable to (?:get local|verify the first) (?:issuer )?certificate|ERR_CERT/i,
    title: t('Something stands between you and the provider'),
    means: t('A company proxy or a virus scanner opens the connection. The key was not looked at.'),
    todo: [
      t('Ask whoever runs the network for their root certificate, and give it to Python or Node.'),
      t('Do not switch certificate checks off.'),
    ],
  },
  {
    code: 'local_server',
    looks:
      /(?:ECONNREFUSED|connection refused)[^\n]{0,80}(?:127\.0\.0\.1|localhost|::1)|(?:127\.0\.0\.1|localhost)[^\n]{0,80}(?:ECONNREFUSED|connection refused)/i,
    title: t('No server is running there'),
    means: t('The program asked a server on your own machine, and none answered.'),
    todo: [t('Start the server, or correct the base URL.')],
  },
  {
    code: 'no_connection',
    looks:
      /ENOTFOUND|EAI_AGAIN|getaddrinfo|name or service not known|ECONNRESET|ETIMEDOUT|APIConnectionError|Connection error\.|network is unreachable|Failed to fetch|Could not resolve host/i,
    title: t('The program could not reach the provider'),
    means: t('Nothing was said about the key.'),
    todo: [
      t('Look whether this computer is online, and whether a VPN or proxy is needed.'),
      t('Look whether OPENAI_BASE_URL names another host.'),
    ],
  },
]

/** At most three, the most particular first. */
export function mistakesIn(text: string): Mistake[] {
  const found = entries.filter(({ looks }) => looks.test(text)).map(({ looks: _, ...mistake }) => mistake)
  // A library's own name for "could not connect" is said of header trouble too.
  return found.filter(({ code }) => code !== 'no_connection' || found.length === 1).slice(0, 3)
}
