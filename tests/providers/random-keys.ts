/** Made-up keys of every provider's shape, and of services whose keys look alike: random, the same for the same seed. */
import { createCipheriv, createHash } from 'node:crypto'
import type { ProviderId } from '../../src/providers/verdict.ts'

export type Random = () => number

/** From 0 to 1. A short seed gives good letters. */
export function seeded(seed: string): Random {
  // A cipher's stream: as random as hashes, and many times as fast.
  const stream = createCipheriv('aes-256-ctr', createHash('sha256').update(seed).digest(), Buffer.alloc(16))
  const zeros = Buffer.alloc(16_384)
  let bytes = stream.update(zeros)
  let at = 0
  return () => {
    if (at === bytes.length) {
      bytes = stream.update(zeros)
      at = 0
    }
    at += 4
    return bytes.readUInt32LE(at - 4) / 2 ** 32
  }
}

const wide = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-'
const narrow = wide.slice(0, 62)
const lower = 'abcdefghijklmnopqrstuvwxyz'
const hex = '0123456789abcdef'

function letters(random: Random, alphabet: string, count: number): string {
  let text = ''
  for (let i = 0; i < count; i++) text += alphabet[Math.floor(random() * alphabet.length)]
  return text
}

type Shape = {
  make: (random: Random) => string
  /** The provider that alone makes such keys. */
  certain?: ProviderId
}

/** Lengths and alphabets as the providers' own keys have them (November 2026). */
export const shapes: Record<string, Shape> = {
  'OpenAI project': {
    make: r => `sk-proj-${letters(r, wide, 74)}T3BlbkFJ${letters(r, narrow, 74)}`,
    certain: 'openai',
  },
  'OpenAI project, short': {
    make: r => `sk-proj-${letters(r, narrow, 20)}T3BlbkFJ${letters(r, narrow, 20)}`,
    certain: 'openai',
  },
  'OpenAI service account': {
    make: r => `sk-svcacct-${letters(r, wide, 74)}T3BlbkFJ${letters(r, narrow, 74)}`,
    certain: 'openai',
  },
  'OpenAI admin': {
    make: r => `sk-admin-${letters(r, wide, 58)}T3BlbkFJ${letters(r, narrow, 58)}`,
    certain: 'openai',
  },
  'OpenAI user': {
    make: r => `sk-${letters(r, narrow, 20)}T3BlbkFJ${letters(r, narrow, 20)}`,
    certain: 'openai',
  },
  Anthropic: { make: r => `sk-ant-api03-${letters(r, wide, 93)}AA`, certain: 'anthropic' },
  'Anthropic admin': { make: r => `sk-ant-admin01-${letters(r, wide, 93)}AA`, certain: 'anthropic' },
  OpenRouter: { make: r => `sk-or-v1-${letters(r, hex, 64)}`, certain: 'openrouter' },
  Groq: { make: r => `gsk_${letters(r, narrow, 52)}`, certain: 'groq' },
  xAI: { make: r => `xai-${letters(r, narrow, 80)}`, certain: 'xai' },
  Gemini: { make: r => `AIzaSy${letters(r, wide, 33)}`, certain: 'gemini' },
  'Gemini, new': { make: r => `AQ.${letters(r, wide, 50)}`, certain: 'gemini' },
  Together: { make: r => `tgp_v1_${letters(r, wide, 43)}`, certain: 'together' },
  'Hugging Face': { make: r => `hf_${letters(r, narrow.slice(0, 52), 34)}`, certain: 'other' },
  Replicate: { make: r => `r8_${letters(r, narrow, 37)}`, certain: 'other' },
  Perplexity: { make: r => `pplx-${letters(r, narrow, 48)}`, certain: 'other' },
  Fireworks: { make: r => `fw_${letters(r, narrow, 24)}`, certain: 'other' },
  ElevenLabs: { make: r => `sk_${letters(r, hex, 48)}`, certain: 'other' },
  NVIDIA: { make: r => `nvapi-${letters(r, wide, 64)}`, certain: 'other' },
  LangSmith: { make: r => `lsv2_pt_${letters(r, hex, 32)}_${letters(r, hex, 10)}`, certain: 'other' },
  Azure: {
    make: r => `${letters(r, narrow, 52)}JQQJ99BK${letters(r, narrow, 16)}A${letters(r, narrow, 7)}`,
    certain: 'other',
  },
  '48 letters and digits (Moonshot, gateways)': { make: r => `sk-${letters(r, narrow, 48)}` },
  '48 small letters (SiliconFlow)': { make: r => `sk-${letters(r, lower, 48)}` },
  '32 hex digits (DeepSeek, Model Studio)': { make: r => `sk-${letters(r, hex, 32)}` },
  '22 letters and digits (LiteLLM)': { make: r => `sk-${letters(r, narrow, 22)}` },
}

/** Without a prefix: keys only under their own name. */
export const bareShapes: Record<string, { make: (random: Random) => string; name: string }> = {
  Mistral: { make: r => letters(r, narrow, 32), name: 'MISTRAL_API_KEY' },
  'Together, older': { make: r => letters(r, hex, 64), name: 'TOGETHER_API_KEY' },
}
