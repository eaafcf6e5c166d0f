/** Mistakes that only a program can make: what its error looks like, what happened, what mends it. Data. */

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
  | 'other_key'

export type Mistake = { code: MistakeCode; sentence: string; mend: string }

type Entry = [code: MistakeCode, looks: RegExp, sentence: string, mend: string]

const entries: readonly Entry[] = [
  [
    'env_file',
    /\.env\.txt\b|dotenv[^\n]{0,60}(?:could not (?:parse|find)|failed|not found)|(?:no such file|ENOENT)[^\n]{0,80}\.env\b/i,
    'The .env file was not found or could not be read.',
    'Name it exactly .env (not .env.txt: Windows hides the ending), put it where the program starts, with one line NAME=key, no blanks around the =.',
  ],
  [
    'variable_not_set',
    /api_key client option must be set|_API_KEY[^\n]{0,60}(?:is missing|missing or empty|not set|is not set|not found|undefined|must be set|required)|KeyError: ['"]\w*API_KEY|did not find \w*api_key|(?:no|missing) (?:openai )?api[ _]key (?:found|provided|set)|environment variable[^\n]{0,40}(?:not|n't)[^\n]{0,10}(?:set|found|defined)|api[ _]key provided:? ?['"]?(?:undefined|none|null|nil)\b/i,
    'The program did not find a key: the variable is not set where it runs.',
    'Set the variable in that very shell or in .env, then start terminal and editor anew: programs that were open before do not see it.',
  ],
  [
    'placeholder_sent',
    /(?:provided|key|bearer)['"]?\s*[:=]?\s*['"]?(?:sk-)?(?:your[-_ ]|<your|\$\{?\w*key|%\w*key%|xxx|process\.env|os\.environ|my[-_]api[-_]key|insert)/i,
    'The program sent the example from an instruction, or the name of the variable, instead of a key.',
    'Put your own key in its place. In single quotes a shell does not fill in $NAME: use double quotes.',
  ],
  [
    'quotes_in_key',
    /(?:provided|bearer)['"]?\s*:?\s*(?:\\?["'`“”‘’]){1,2}sk-|provided: (?:["'`]|&quot;)/i,
    'The quotes became part of the key.',
    'Take the quotes away, in .env and with “set” on Windows.',
  ],
  [
    'odd_characters',
    /illegal header value|invalid character in header|unexpected char 0x|invalid header value|non ISO-8859-1|not a legal http header|codec can['’]t encode|LocalProtocolError|InvalidHeader|headers? (?:contains|value)[^\n]{0,30}(?:newline|invalid|leading|trailing)/i,
    'The key has a blank, a line break or an odd character in it, so the request could not be made.',
    'Copy the key again, on one line; in code, trim what is read from a file.',
  ],
  [
    'missing_header',
    /didn['’]t provide an api key|missing bearer|no auth credentials|x-api-key header is required|authorization header (?:is )?missing/i,
    'The request carried no key.',
    'Send the header “Authorization: Bearer ” followed by the key. If the key comes from a variable, it is empty there.',
  ],
  [
    'in_web_page',
    /blocked by cors policy|dangerouslyAllowBrowser|browser-like environment/i,
    'A web page asked the provider itself. Then everybody who opens the page can take the key.',
    'Let a server of yours ask, and keep the key there. If this page was public, revoke the key.',
  ],
  [
    'wrong_base_url',
    /unexpected token ['"]?<|<!doctype html|<html|JSONDecodeError|Invalid URL \((?:GET|POST)|\/v1\/v1\/|unknown_url|expecting value: line 1 column 1/i,
    'The address that the program asked is not the API’s.',
    'Look at the base URL (OPENAI_BASE_URL, base_url): for OpenAI it is https://api.openai.com/v1, with /v1, once.',
  ],
  [
    'old_library',
    /no longer supported in openai ?>= ?1|has no attribute ['"]?(?:OpenAI|ChatCompletion|Completion)|APIRemovedInV1/i,
    'The code was written for another version of the library.',
    'Update the library and use the present form: client = OpenAI(); client.responses.create(…).',
  ],
  [
    'library_missing',
    /no module named ['"]?(?:openai|anthropic|dotenv)|cannot find (?:module|package) ['"](?:openai|dotenv|@anthropic-ai)/i,
    'The library is not installed where the program runs.',
    'Install it in the same environment: pip install openai, or npm install openai.',
  ],
  [
    'library_mismatch',
    /unexpected keyword argument ['"]proxies|httpx/i,
    'Two libraries do not fit each other.',
    'Update both: pip install --upgrade openai httpx.',
  ],
  [
    'certificate',
    /CERTIFICATE_VERIFY_FAILED|self[- ]signed certificate|unable to (?:get local|verify the first) (?:issuer )?certificate|ERR_CERT/i,
    'Something between the program and the provider opens the connection: a company proxy or a virus scanner.',
    'Ask for its certificate and give it to the program; never switch the check off.',
  ],
  [
    'local_server',
    /(?:ECONNREFUSED|connection refused)[^\n]{0,80}(?:127\.0\.0\.1|localhost|::1)|(?:127\.0\.0\.1|localhost)[^\n]{0,80}(?:ECONNREFUSED|connection refused)/i,
    'The program asked a server on your own machine, and none is running there.',
    'Start the server, or correct the base URL.',
  ],
  [
    'no_connection',
    /ENOTFOUND|EAI_AGAIN|getaddrinfo|name or service not known|ECONNRESET|ETIMEDOUT|APIConnectionError|Connection error\.|network is unreachable|Failed to fetch|Could not resolve host/i,
    'The program could not reach the provider. This says nothing about the key.',
    'Look at the connection, proxy and firewall of the machine where the program runs.',
  ],
]

/** At most three, the most particular first. */
export function mistakesIn(text: string): Mistake[] {
  const found = entries
    .filter(([, looks]) => looks.test(text))
    .map(([code, , sentence, mend]) => ({ code, sentence, mend }))
  // A library's own name for "could not connect" is said of header trouble too.
  const particular = found.filter(
    ({ code }) =>
      !(code === 'no_connection' && found.length > 1) && !(code === 'library_mismatch' && found.length > 1),
  )
  return particular.slice(0, 3)
}
