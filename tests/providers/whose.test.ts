/**
 * A key goes to no provider but its own: what a variable, a heading, an address or a column calls it outranks a shape that
 * several services share, in whatever file it stands, and what stays open is asked.
 */
import { describe, expect, it, test } from 'vitest'
import { findKeys } from '../../src/features/handoff/core/scan.ts'
import { previewText } from '../../src/features/transfer/core/import-preview.ts'
import { recognise } from '../../src/providers/index.ts'
import { providers } from '../../src/providers/list.ts'
import { serviceNamed } from '../../src/providers/recognition/services.ts'
import { certainProvider, isProviderKnown, knownProvider } from '../../src/providers/recognition/whose.ts'
import type { ProviderId } from '../../src/providers/verdict.ts'
import { runs } from '../runs.ts'
import { type Random, seeded, shapes } from './random-keys.ts'

/** Names as the services' own documents have them, and whose they are: null is nobody's that Keyway can ask; it may be kept as `other`. */
const named: Record<string, ProviderId | null> = {
  ...{ OPENAI: 'openai', OPEN_AI: 'openai', CHATGPT: 'openai', ANTHROPIC: 'anthropic', CLAUDE: 'anthropic' },
  ...{ GEMINI: 'gemini', GOOGLE_GENERATIVE_AI: 'gemini', GOOGLE_AI: 'gemini', MISTRAL: 'mistral' },
  ...{ MISTRAL_AI: 'mistral', GROQ: 'groq', OPENROUTER: 'openrouter', OPEN_ROUTER: 'openrouter' },
  ...{ DEEPSEEK: 'deepseek', DEEP_SEEK: 'deepseek', XAI: 'xai', GROK: 'xai', TOGETHER_AI: 'together' },
}
const strangers =
  `AZURE_OPENAI AZURE_OPEN_AI AZUREOPENAI OPENAI_AZURE AZURE_AI AOAI MOONSHOT KIMI ZHIPU ZHIPUAI BIGMODEL GLM CHATGLM ZAI Z_AI DASHSCOPE QWEN
  ALIYUN ALIBABA_CLOUD BAILIAN STEPFUN SILICONFLOW SILICON_FLOW SILICONCLOUD FIREWORKS FIREWORKS_AI PERPLEXITY PERPLEXITYAI PPLX COHERE CO_API
  NOVITA NOVITA_AI HYPERBOLIC LITELLM LITELLM_MASTER LITELLM_PROXY HUGGINGFACE HUGGING_FACE HUGGINGFACEHUB REPLICATE ELEVENLABS ELEVEN_LABS
  VOYAGE VOYAGEAI JINA JINA_AI MINIMAX BAICHUAN LINGYI YI_API VOLCENGINE VOLC_ENGINE ARK_API DOUBAO BYTEDANCE HUNYUAN TENCENT ERNIE QIANFAN BAIDU
  IFLYTEK SENSENOVA SENSETIME INFINI_AI PPIO GITEE_AI MODELSCOPE DEEPINFRA DEEP_INFRA LEPTON ANYSCALE OCTOAI OCTO_AI CEREBRAS SAMBANOVA SAMBA_NOVA
  NEBIUS NSCALE PARASAIL FRIENDLI BASETEN PREDIBASE STABILITY STABILITY_AI FAL_AI RUNWAYML DEEPGRAM ASSEMBLYAI ASSEMBLY_AI SPEECHMATICS CARTESIA
  NVIDIA NVIDIA_NIM WATSONX IBM_WATSONX BEDROCK AWS_BEDROCK SAGEMAKER VERTEX VERTEX_AI GOOGLE_MAPS FIREBASE YOUTUBE CLOUDFLARE CLOUDFLARE_AI
  VERCEL_AI_GATEWAY PORTKEY HELICONE HELICONE_OPENAI LANGFUSE LANGSMITH LLAMA_CLOUD LLAMA_API TAVILY SERPAPI SERPER PINECONE RUNPOD LAMBDA_API
  AI21 ALEPH_ALPHA REKA WRITER_API NLP_CLOUD GOOSEAI FEATHERLESS VLLM TABBY XINFERENCE LOCALAI ONE_API NEW_API API2D AIHUBMIX AI_PROXY CLOSEAI
  POE_API CHATANYWHERE GLAMA REQUESTY KLUSTER CHUTES VENICE UPSTAGE CLOVA GIGACHAT YANDEX SCALEWAY OVH IONOS OPENAI_COMPATIBLE OPENAI_LIKE
  OPENAI_PROXY OPENAI_GATEWAY SILICONFLOW_DEEPSEEK NVIDIA_MISTRAL BEDROCK_ANTHROPIC VOLCENGINE_DEEPSEEK AZURE_MISTRAL FIREWORKS_DEEPSEEK`
    .split(/\s+/)
    .filter(Boolean)
for (const name of strangers) named[name] = null

const prefixes = [
  '',
  '',
  '',
  'PROD_',
  'VITE_',
  'NEXT_PUBLIC_',
  'MY_APP_',
  'STAGING_',
  'REACT_APP_',
  'TEAM2_',
  'MY_',
]
const suffixes = [
  '_API_KEY',
  '_KEY',
  '_API_TOKEN',
  '_SECRET_KEY',
  '_API_KEY_2',
  '_KEY_PROD',
  '_API_KEY_DEV',
  'KEY',
  '_TOKEN',
]

const camel = (name: string) =>
  name.toLowerCase().replace(/_+([a-z0-9])/g, (_, letter: string) => letter.toUpperCase())
const spellings: ((name: string) => string)[] = [
  name => name,
  name => name,
  name => name.toLowerCase(),
  name => name.toLowerCase().replaceAll('_', '-'),
  name => name.toLowerCase().replaceAll('_', '.'),
  camel,
]
const title = (name: string) =>
  name.replace(/[A-Z]+/g, word => word.charAt(0) + word.slice(1).toLowerCase()).replaceAll('_', ' ')

/** A file that names the key `name`, in the ways that files do. */
const formats: Record<string, (name: string, key: string) => string> = {
  '.env': (name, key) => `PORT=3000\n${name}=${key}\nDEBUG=1\n`,
  '.env, quoted': (name, key) => `${name}="${key}" # rotated\n`,
  'shell export': (name, key) => `#!/bin/sh\nexport ${name}='${key}'\n`,
  PowerShell: (name, key) => `$env:${name} = "${key}"`,
  setx: (name, key) => `setx ${name} "${key}"`,
  fish: (name, key) => `set -gx ${name} ${key}`,
  'docker run': (name, key) => `docker run --rm -e ${name}=${key} -e PORT=80 app`,
  Dockerfile: (name, key) => `FROM node\nENV ${name} ${key}\n`,
  JSON: (name, key) => JSON.stringify({ port: 1, [name]: key }, null, 2),
  'JSON, one line': (name, key) => JSON.stringify({ [name]: key }),
  'JSON, nested': (name, key) => JSON.stringify({ llm: { [name]: { enabled: 'yes', apiKey: key } } }),
  'JSON, list of pairs': (name, key) => JSON.stringify([{ name, value: key, type: 'secret' }]),
  YAML: (name, key) => `env:\n  ${name}: ${key}\n`,
  'YAML, quoted': (name, key) => `services:\n  web:\n    environment:\n      - ${name}=${key}\n`,
  Kubernetes: (name, key) => `env:\n  - name: ${name}\n    value: ${key}\n`,
  'YAML, parent': (name, key) => `${name}:\n  model: large\n  api_key: ${key}\n`,
  TOML: (name, key) => `[${name}]\nmodel = "large"\napi_key = "${key}"\n`,
  CSV: (name, key) => `name,secret\n${name},${key}\n`,
  'CSV, more columns': (name, key) => `"${name}","me@example.com","${key}","https://example.com/login"\n`,
  tabs: (name, key) => `${name}\t${key}\n`,
  heading: (name, key) => `# ${title(name)}\nAPI_KEY=${key}\n`,
  'heading, apart': (name, key) => `// --- ${title(name)} ---\n\nKEY=${key}\n`,
  'title and key': (name, key) => `${title(name)}\n${key}\n`,
  'comment behind': (name, key) => `API_KEY=${key} # ${title(name)}\n`,
  Python: (name, key) => `${name.replace(/\W/g, '_')} = "${key}"\n`,
}

const nameFor = (random: Random, base: string) =>
  pick(random, spellings)(pick(random, prefixes) + base + pick(random, suffixes))
/** Of each name in each format; `npm run soak whose` tries more. */
const tries = Number(process.env.KEYWAY_TRIES ?? runs(3))

const pick = <T>(random: Random, list: readonly T[]): T => list[Math.floor(random() * list.length)] as T

/** Whose keys the text of this format is taken for, wherever a text is read. */
function taken(text: string): Set<ProviderId | undefined> {
  return new Set([
    knownProvider(recognise(text)),
    ...previewText(text).candidates.map(one => one.key.provider),
    ...findKeys(text).map(one => one.provider),
  ])
}

describe('a named key', () => {
  test.each(Object.keys(formats))(
    'in %s is never another provider’s than the one it is named for',
    format => {
      const random = seeded(`named ${format}`)
      const wrong: string[] = []
      for (const [base, owner] of Object.entries(named))
        for (let i = 0; i < tries; i++) {
          const [shape, { make }] = pick(random, Object.entries(shapes))
          const name = nameFor(random, base)
          for (const provider of taken(formats[format]?.(name, make(random)) ?? ''))
            if (provider !== undefined && provider !== (owner ?? 'other'))
              wrong.push(`${name}=${shape} was taken for ${provider}’s`)
        }
      expect(wrong).toEqual([])
    },
  )

  test.each(Object.keys(formats))('in %s is its owner’s wherever its shape allows it', format => {
    const random = seeded(`owned ${format}`)
    const missed: string[] = []
    for (const [base, owner] of Object.entries(named)) {
      if (owner === null) continue
      const own = Object.entries(shapes).filter(
        ([shape, { certain }]) => certain === owner || (owner === 'deepseek' && shape.startsWith('32 hex')),
      )
      // Of a key without a prefix others say more: recognise.test.ts, blind-pastes.test.ts.
      if (own.length === 0) continue
      for (let i = 0; i < tries; i++) {
        const [shape, { make }] = pick(random, own)
        const name = nameFor(random, base)
        const found = [...taken(formats[format]?.(name, make(random)) ?? '')]
        if (found.join() !== owner) missed.push(`${name}=${shape} was taken for ${found}`)
      }
    }
    expect(missed).toEqual([])
  })

  test.each([
    ['DEEPSEEK_API_KEY', '32 hex digits (DeepSeek, Model Studio)', 'deepseek'],
    ['DEEPSEEK_API_KEY', '48 letters and digits (Moonshot, gateways)', undefined],
    // Every service that is spoken to as OpenAI is has its key under this name; OpenAI itself makes none of these.
    ['OPENAI_API_KEY', '32 hex digits (DeepSeek, Model Studio)', undefined],
    ['OPENAI_API_KEY', '22 letters and digits (LiteLLM)', undefined],
    ['ANTHROPIC_AUTH_TOKEN', '48 letters and digits (Moonshot, gateways)', undefined],
    ['GROQ_API_KEY', '48 small letters (SiliconFlow)', undefined],
    ['MOONSHOT_API_KEY', '48 letters and digits (Moonshot, gateways)', undefined],
    ['AZURE_OPENAI_API_KEY', '32 hex digits (DeepSeek, Model Studio)', undefined],
    ['DASHSCOPE_API_KEY', '32 hex digits (DeepSeek, Model Studio)', undefined],
    ['MY_APP_OPENAI_KEY_2', '48 letters and digits (Moonshot, gateways)', undefined],
    ['MY_APP_OPENAI_KEY_2', 'OpenAI user', 'openai'],
    ['SUPPORT_CHATBOT', 'OpenAI project', 'openai'],
    ['SUPPORT_CHATBOT', '48 letters and digits (Moonshot, gateways)', undefined],
    ['DEEPSEEK_API_KEY', 'OpenAI project', undefined],
    ['OPENAI_API_KEY', 'OpenRouter', undefined],
    ['OPENAI_API_KEY', 'OpenAI project', 'openai'],
    ['', '48 letters and digits (Moonshot, gateways)', undefined],
    ['', '32 hex digits (DeepSeek, Model Studio)', undefined],
    ['', 'OpenAI user', 'openai'],
  ])('%s with the shape “%s” is %s’s', (name, shape, owner) => {
    const key = shapes[shape]?.make(seeded(name + shape)) ?? ''
    expect(taken(name === '' ? key : `${name}=${key}`)).toEqual(new Set([owner]))
  })

  test.each([
    'ghp_',
    'github_pat_',
    'glpat-',
    'xoxb-',
    'sk_live_',
    'AKIA',
    'csk-',
    'sk-lf-',
    'sk-litellm-',
    'tvly-',
  ])('that is plainly a token of something else (%s) is asked about under any provider’s name', head => {
    const key = `${head}7QH2ZK4M9XW3R8TB5NV6YJ1C`
    for (const { calledAs } of Object.values(providers).filter(one => one.calledAs !== '')) {
      const variable = `${(calledAs.split('|')[0] ?? '').replaceAll(' ', '_').toUpperCase()}_API_KEY`
      for (const text of [`${variable}=${key}`, `export ${variable}="${key}"`, `{"${variable}": "${key}"}`])
        expect(knownProvider(recognise(text)), text).toBeUndefined()
    }
  })

  test('whose address is set beside it goes there, whatever the variable is called', () => {
    const key = shapes['32 hex digits (DeepSeek, Model Studio)']?.make(seeded('base')) ?? ''
    const with_ = (url: string) => previewText(`OPENAI_BASE_URL=${url}\nOPENAI_API_KEY=${key}\n`)
    expect(with_('https://api.deepseek.com/v1').candidates[0]?.key.provider).toBe('deepseek')
    expect(with_('https://llm.corp.example/v1').candidates[0]?.key.provider).toBeUndefined()
    expect(with_('https://openai.corp.example/v1').candidates[0]?.key.provider).toBeUndefined()
    expect(with_('https://eu.api.openai.com/v1').candidates[0]?.key.provider).toBe('openai')
  })

  /** Calls and entries that hold key and address, under names that are no service's. The key is that of the address. */
  const calls: Record<string, (key: string, url: string) => string> = {
    'Python, one line': (key, url) => `client = OpenAI(api_key="${key}", base_url="${url}")`,
    'Python, over lines': (key, url) => `client = OpenAI(\n    base_url="${url}",\n    api_key="${key}",\n)`,
    'LangChain, two ways of naming': (key, url) => `ChatOpenAI(openai_api_key="${key}", base_url="${url}")`,
    JavaScript: (key, url) => `new OpenAI({\n  apiKey: '${key}',\n  timeout: 30,\n  baseURL: '${url}',\n})`,
    '.NET': (key, url) =>
      `new OpenAIClient(new ApiKeyCredential("${key}"),\n    new() { Endpoint = new Uri("${url}") })`,
    curl: (key, url) => `curl ${url}/models -H "Authorization: Bearer ${key}"`,
    'curl, over lines': (key, url) =>
      `curl ${url}/models \\\n  -H "Accept: */*" \\\n  -H "Authorization: Bearer ${key}"`,
    fetch: (key, url) => `fetch('${url}/models', {\n  headers: { Authorization: 'Bearer ${key}' },\n})`,
    requests: (key, url) => `requests.get("${url}/models",\n  headers={"Authorization": "Bearer ${key}"})`,
    'list of YAML': (key, url) =>
      `models:\n  - name: openai\n    url: ${url}\n    api_key: ${key}\n  - url: https://api.openai.com/v1\n`,
    'section of TOML': (key, url) =>
      `[a]\nbase_url = "https://api.openai.com/v1"\n[b]\napi_key = "${key}"\nbase_url = "${url}"\n`,
    'Go, options': (key, url) =>
      `client := openai.NewClient(option.WithAPIKey("${key}"), option.WithBaseURL("${url}"))`,
    'Go, a configuration': (key, url) =>
      `config := openai.DefaultConfig("${key}")\nconfig.BaseURL = "${url}"\n`,
    Ruby: (key, url) => `OpenAI::Client.new(\n  access_token: "${key}",\n  uri_base: "${url}"\n)`,
    'Python, the environment': (key, url) =>
      `os.environ["OPENAI_API_KEY"] = "${key}"\nos.environ["OPENAI_API_BASE"] = "${url}"\n`,
    'Python, a constant that is used later': (key, url) =>
      `OPENAI_API_KEY = "${key}"\n\n\nclient = OpenAI(api_key=OPENAI_API_KEY, base_url="${url}")\n`,
    'another library’s variables': (key, url) =>
      `export ANTHROPIC_BASE_URL=${url}\nexport ANTHROPIC_AUTH_TOKEN=${key}\n`,
    'a variable of a proxy': (key, url) => `DEEPSEEK_PROXY_URL=${url}\nDEEPSEEK_API_KEY=${key}\n`,
    'a command': (key, url) => `aider --openai-api-base ${url} --openai-api-key ${key}`,
    'a row of a table': (key, url) => `| DeepSeek | ${url} | ${key} |`,
    'headers as they were sent': (key, url) =>
      `POST /chat HTTP/2\nHost: ${new URL(url).hostname}\nAuthorization: Bearer ${key}\n`,
    'two variables': (key, url) => `API_KEY=${key}\nBASE_URL=${url}\n`,
  }
  test.each(Object.keys(calls))('in a call is its address’s, not its library’s: %s', name => {
    const key = shapes['32 hex digits (DeepSeek, Model Studio)']?.make(seeded(name)) ?? ''
    for (const [url, owner] of [
      ['https://llm.corp.example/v1', undefined],
      ['https://api.siliconflow.cn/v1', undefined],
      ['https://api.deepseek.com/v1', 'deepseek'],
    ] as const)
      expect(knownProvider(recognise(calls[name]?.(key, url) ?? '')), url).toBe(owner)
  })

  test.each([
    ['a note behind it', (key: string) => `DEEPSEEK_API_KEY=${key} # of our proxy`],
    ['a note above it', (key: string) => `# Moonshot\nDEEPSEEK_API_KEY=${key}`],
    [
      'an address of the same name',
      (key: string) => `DEEPSEEK_API_KEY=${key}\nDEEPSEEK_HOST=llm.corp.example`,
    ],
  ])('is asked about where %s says something else', (_, text) => {
    const key = shapes['32 hex digits (DeepSeek, Model Studio)']?.make(seeded('note')) ?? ''
    expect(taken(text(key))).toEqual(new Set([undefined]))
  })

  test('is its own where it stands beside others in one line', () => {
    const random = seeded('line')
    const key = () => shapes['32 hex digits (DeepSeek, Model Studio)']?.make(random) ?? ''
    const owners = (text: string) => previewText(text).candidates.map(one => one.key.provider)
    expect(owners(`the kimi key is ${key()}, the DeepSeek one is ${key()}`)).toEqual([undefined, 'deepseek'])
    expect(owners(`硅基流动的key：${key()}，DeepSeek的：${key()}`)).toEqual([undefined, 'deepseek'])
    expect(owners(`${key()} (Moonshot) / ${key()} (DeepSeek)`)).toEqual([undefined, 'deepseek'])
  })

  test('beside the address of the program itself stays its variable’s', () => {
    const key = shapes['32 hex digits (DeepSeek, Model Studio)']?.make(seeded('app')) ?? ''
    expect(taken(`BASE_URL=https://app.example.com\nDEEPSEEK_API_KEY=${key}\n`)).toEqual(
      new Set(['deepseek']),
    )
  })

  test('under a heading of one paragraph keeps it out of the next', () => {
    const random = seeded('next')
    const [key, other] = [0, 1].map(() => shapes['32 hex digits (DeepSeek, Model Studio)']?.make(random))
    const { candidates } = previewText(`# DeepSeek\nDEEPSEEK_API_KEY=${key}\n\nBOT_KEY=${other}\n`)
    expect(candidates.map(one => one.key.provider)).toEqual(['deepseek', undefined])
  })
})

it.each([
  ['fluxAiKey', undefined],
  // Beside other letters it is somebody else's name, and the person is asked.
  ['OPENAIR_TOKEN', 'other'],
  ['bring-together-bot', undefined],
  ['OLLAMA_API_KEY', 'ollama'],
  ['reopen air', undefined],
  ['constructor', undefined],
  ['', undefined],
])('the name %j names %s', (name, service) => {
  expect(serviceNamed(name)).toBe(service)
})

// What is called API_KEY alone is named for nobody.
const askable = Object.values(providers).filter(provider => !provider.isKeptOnly)

it.each(askable.map(({ id, variable }) => [id, variable] as const))(
  '%s is named by its own variable',
  (id, variable) => {
    // Meta's own service has the variable that llama.cpp's documents use.
    expect(serviceNamed(variable)).toBe(id === 'llamacpp' ? 'other' : id)
  },
)

describe('a stored key', () => {
  const shared = `sk-${'aB3dE5gH7jK9'.repeat(4)}`
  const project = shapes['OpenAI project']?.make(seeded('stored')) ?? ''
  it.each([
    ['of a certain shape may be asked about', { provider: 'openai', secret: project }, true],
    [
      'of a shared shape not, as long as nobody said whose it is',
      { provider: 'openai', secret: shared },
      false,
    ],
    ['but once it was said', { provider: 'openai', secret: shared, providerConfirmed: true }, true],
    ['or the provider took it', { provider: 'openai', secret: shared, verdict: { key: 'accepted' } }, true],
    [
      'one it refused tells nothing',
      { provider: 'openai', secret: shared, verdict: { key: 'rejected' } },
      false,
    ],
    ['of another’s shape never', { provider: 'deepseek', secret: project, providerConfirmed: true }, false],
    ['of a server here always', { provider: 'ollama', secret: 'none' }, true],
    ['of another service never', { provider: 'other', secret: shared, providerConfirmed: true }, false],
    [
      'not even one of an asked shape',
      { provider: 'other', secret: project, providerConfirmed: true },
      false,
    ],
  ] as const)('%s', (_, record, known) => {
    expect(isProviderKnown(record)).toBe(known)
  })

  it('has the provider of its own shape in every shape', () => {
    for (const [name, { make, certain }] of Object.entries(shapes))
      expect(certainProvider(make(seeded(name))), name).toBe(certain)
  })
})
