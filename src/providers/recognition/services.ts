/**
 * Which service a text names: a variable, a heading, an address, a note beside a key. Pure, and mostly data. A service that
 * Keyway cannot ask counts too: its key must never be sent to one that Keyway can.
 */
import { baseUrlOf } from '../hosts.ts'
import { providerIds, providers } from '../list.ts'
import type { ProviderId } from '../verdict.ts'

/** `other`: a service that Keyway does not know, or more than one. */
export type Named = ProviderId | 'other'

/** Written as `calledAs` is. Services whose keys look like others', gateways that carry another's name, and what calls itself "like OpenAI". */
const others =
  'azure|aoai|litellm|lite llm|moonshot|kimi|zhipu|big model|chat glm|glm|z ai|dash scope|qwen|aliyun|alibaba|bailian|step fun|' +
  'silicon flow|silicon cloud|fireworks|perplexity|pplx|cohere|co api|novita|hyperbolic|hugging face|hf token|hf api|replicate|' +
  'eleven labs|xi api|voyage|jina|mini max|baichuan|lingyi|01 ai|yi api|zero one ai|volc engine|volcano|ark api|doubao|byte dance|hunyuan|' +
  'tencent|ernie|qianfan|wenxin|baidu|spark api|iflytek|xunfei|sense nova|sense time|infini ai|infinigence|ppio|gitee|model scope|intern lm|' +
  'sky work|deep infra|lepton|any scale|octo ai|cerebras|samba nova|nebius|nscale|inference net|parasail|friendli|base ten|predibase|' +
  'stability|stable diffusion|black forest|bfl api|fal ai|fal key|runway|luma ai|leonardo|ideogram|mid journey|suno|heygen|deepgram|' +
  'assembly ai|speechmatics|rev ai|cartesia|play ht|murf|nvidia|nim api|ngc api|watson|watsonx|ibm|bed rock|sage maker|vertex|palm api|' +
  'google maps|google cloud|google oauth|google client|google custom|google search|google places|google translate|google analytics|' +
  'google drive|google sheets|firebase|you tube|recaptcha|maps api|maps key|cloudflare|workers ai|vercel|port key|helicone|langfuse|' +
  'lang smith|llama index|llama cloud|llama parse|llama api|meta ai|tavily|serp api|serper|brave|exa api|firecrawl|pinecone|weaviate|qdrant|' +
  'wandb|braintrust|modal token|modal key|modal api|run pod|vast ai|lambda labs|lambda api|lambda cloud|core weave|ai 21|aleph alpha|reka|' +
  'writer api|writer key|nlp cloud|goose ai|kobold|mancer|infermatic|featherless|arli ai|vllm|tgi|tabby|oobabooga|lm deploy|sg lang|' +
  'xinference|fast chat|local ai|jan api|gpt 4 all|open web ui|one api|new api|api 2 d|ai hub mix|ai proxy|close ai|poe api|poe key|' +
  'chat anywhere|ohmygpt|shuttle ai|glama|requesty|unify|martian|kluster|chutes|targon|venice|morph|upstage|solar api|clova|naver|sarvam|' +
  'krutrim|gigachat|yandex|scaleway|ovh|ionos|copilot|open ai like|open ai style|open ai type|open ai format|compat|compatible|self hosted|proxy|gateway'

/** As they are called where other letters are written. */
const written: readonly (readonly [RegExp, string])[] = [
  [/深度求索|дипсик/gi, 'deepseek'],
  [/мистрал/gi, 'mistral'],
  [/клод/gi, 'claude'],
  [/(?:дж|г)емини/gi, 'gemini'],
  [
    /月之暗面|智谱|通义|千问|阿里|百炼|豆包|火山|字节|硅基流动|文心|百度|混元|腾讯|讯飞|星火|零一万物|百川|阶跃|商汤|微软|微軟|谷歌地图/g,
    'gateway',
  ],
]

const squeezed = (names: string): string[] => names.replaceAll(' ', '').split('|').filter(Boolean)
const byName = new Map<string, Named>([
  ...squeezed(others).map(name => [name, 'other'] as const),
  ...Object.values(providers).flatMap(({ id, calledAs }) =>
    squeezed(calledAs).map(name => [name, id] as const),
  ),
])
/** What may stand before and behind a name without a sign between: MYOPENAIKEY, mistralai2. */
const before =
  /^(?:my|the|our|prod|dev|test|staging|app|vite|next|public|react|new|old|team|backup|main|default)*$/
const after =
  /^(?:ai|api|key|token|secret|pass|auth|prod|dev|test|staging|sdk|org|project|admin|service|account|url|base|host|model|chat|llm|bot|app|\d)*$/
/** Found within a longer word, these still mean the service; "cohere" stands in "coherent". */
const distinctive = [...byName.keys()].filter(
  name =>
    name.length >= 5 && !/^(?:cohere|claude|unify|brave|morph|compat|ideogram|venice|vertex)$/.test(name),
)
/** Names of so many words are looked for. */
const longest = 4

/** "deepSeekKey2" and "LLMKey" as the words they are made of. */
const wordsOf = (text: string): string[] =>
  (/[^ -~]/.test(text)
    ? written.reduce((latin, [name, word]) => latin.replace(name, ` ${word} `), text)
    : text
  )
    .slice(0, 500)
    // What LiteLLM calls the settings of any service.
    .replaceAll('litellm_params', ' ')
    .replace(/([a-z])([A-Z])|([A-Z])(?=[A-Z][a-z])/g, '$1$3 $2')
    .toLowerCase()
    // "aikey", "apitoken"
    .replace(/(?<=[a-z])(api)?(key|token|secret)(?![a-z])/g, ' $1 $2')
    .match(/[a-z]+|\d+/g) ?? []

/** Which service does this text name? Undefined: none that Keyway has heard of. */
export function serviceNamed(text: string): Named | undefined {
  const [one, another] = servicesIn(text)
  return another === undefined ? one : 'other'
}

/** Every service that this text names. */
export function servicesIn(text: string): ReadonlySet<Named> {
  const words = wordsOf(text)
  // In a sentence the word says something else.
  const found = new Set<Named>(words.length === 1 && words[0] === 'together' ? ['together'] : [])
  for (let start = 0; start < words.length; start++) {
    let joined = ''
    for (const word of words.slice(start, start + longest)) {
      joined += word
      const named = byName.get(joined)
      if (named !== undefined) found.add(named)
    }
    const within = found.has('other') ? undefined : withinWord(words[start] ?? '')
    if (within !== undefined) found.add(within)
  }
  return found
}

/** A name that is part of a word. Beside letters that say something else it is a stranger's: AZUREOPENAI. */
function withinWord(word: string): Named | undefined {
  if (word.length < 6 || byName.has(word)) return undefined
  const name = distinctive.find(each => word.includes(each))
  if (name === undefined) return undefined
  const at = word.indexOf(name)
  const isPlain = before.test(word.slice(0, at)) && after.test(word.slice(at + name.length))
  return isPlain ? byName.get(name) : 'other'
}

/** Whose keys are sent to this address, or made there? */
export function serviceAt(address: string): Named {
  const host = URL.canParse(address) ? new URL(address).hostname : ''
  return (
    providerIds.find(provider => {
      const { local, isKeptOnly, console, baseUrl } = providers[provider]
      return (
        !local &&
        !isKeptOnly &&
        (baseUrlOf({ provider, baseUrl: address }) !== null ||
          [console, baseUrl].some(own => isOf(host, new URL(own).hostname)))
      )
    }) ?? 'other'
  )
}

/** Is it of the same company as a provider's own host? Google has far more than keys for models. */
const isOf = (host: string, own: string): boolean => {
  const company = own.split('.').slice(-2).join('.')
  return host === own || (!company.startsWith('google') && `.${host}`.endsWith(`.${company}`))
}
