/** The mistakes that only a program can make: how its error says so, and what to do. Data and one look-up; pure. */

export type Advice = { title: string; means: string; todo: string[]; guide?: string }

const notLoaded = [
  'Set the variable in the very window the program runs in, or restart that window: one that was open before does not see it.',
  'Restart the editor too, if the program is started from there.',
  'With a .env file: it must be named .env (not .env.txt), lie in the folder the program starts in, and the program must load it.',
  'No blanks around the = sign.',
]

const mistakes: [RegExp, Advice][] = [
  [
    /openai\.ChatCompletion|no longer supported in openai>=1|has no attribute ['"]?(ChatCompletion|Completion)|No module named ['"]?openai|Cannot find (module|package) ['"]openai/i,
    {
      title: 'The library, not the key',
      means: 'The program and the installed openai package do not fit each other. The key was never used.',
      todo: [
        'Install the current package: “pip install -U openai” or “npm install openai”.',
        'Follow an example made for that version.',
      ],
    },
  ],
  [
    /dangerouslyAllowBrowser|browser-like environment|blocked by CORS policy/i,
    {
      title: 'A key has no place in a web page',
      means: 'The call was made in a browser. Everybody who opens that page could take the key.',
      todo: [
        'Make the call in a program on a server, and let the page ask that.',
        'If the page was already public, replace the key.',
      ],
      guide: 'key-compromised',
    },
  ],
  [
    /illegal header value|invalid header value|not a legal HTTP header|invalid character in header|ERR_INVALID_CHAR|codec can't encode|ByteString|UnicodeEncodeError.*header/i,
    {
      title: 'The key carries characters that do not belong',
      means:
        'A line break, a blank or a curly quote came along when the key was copied, so it could not even be sent.',
      todo: [
        'Copy it again with “Copy once” and put it in without quotes or blanks.',
        'Let Keyway write the .env line: “Put it in my project” in the dashboard.',
      ],
    },
  ],
  [
    /(provided|key)['": ]+(<|your[_ -]?|my[_ -]?|sk-\.\.\.|xxx|placeholder|insert|paste)/i,
    {
      title: 'The placeholder is still there',
      means: 'The program sent the example text instead of a key.',
      todo: [
        'Replace the placeholder in the .env file with the key.',
        'Save the file and start the program again.',
      ],
    },
  ],
  [
    /didn'?t provide an API key|missing bearer|no api key (was )?(provided|found)|api_key (client option )?must be set|environment variable is missing or empty|missing credentials|KeyError: ?['"]?\w*API_KEY|\w+_API_KEY (is )?(not set|undefined|missing|required)|x-api-key header is required|could not resolve authentication method/i,
    {
      title: 'The program did not find the key',
      means: 'The request went out without one, or not at all. The key itself may be fine.',
      todo: notLoaded,
    },
  ],
  [
    /invalid URL \(|\/v1\/v1\/|unknown request url|404 page not found|unexpected token ['"]?<|<!doctype html/i,
    {
      title: 'The address is wrong',
      means: 'The program asked an address that is not the API.',
      todo: [
        'Remove OPENAI_BASE_URL or base_url, unless you set it on purpose.',
        'For OpenAI it is https://api.openai.com/v1, once, without a slash at the end.',
      ],
    },
  ],
  [
    /CERTIFICATE_VERIFY_FAILED|self[- ]signed certificate|unable to get local issuer/i,
    {
      title: 'Something stands between you and the provider',
      means: 'A company proxy or a virus scanner opens the connection. The key was not looked at.',
      todo: [
        'Ask whoever runs the network for their root certificate, and give it to Python or Node.',
        'Do not switch certificate checks off.',
      ],
    },
  ],
  [
    /ENOTFOUND|could not resolve host|name or service not known|ECONNREFUSED|connection refused|ETIMEDOUT|APIConnectionError|network is unreachable|fetch failed/i,
    {
      title: 'The program could not reach the provider',
      means: 'Nothing was said about the key.',
      todo: [
        'Look whether this computer is online, and whether a VPN or proxy is needed.',
        'Look whether OPENAI_BASE_URL names another host.',
      ],
    },
  ],
  [
    /maximum context length|context_length_exceeded|string too long/i,
    {
      title: 'The text is too long for the model',
      means: 'The key works. What was sent does not fit.',
      todo: ['Send less, or choose a model that takes more.'],
    },
  ],
]

export function findMistake(text: string): Advice | undefined {
  return mistakes.find(([says]) => says.test(text))?.[1]
}
