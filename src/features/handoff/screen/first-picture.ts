/** One picture, small and cheap, as the first call. Never shown unless its bytes are those of a picture. */
import type OpenAI from 'openai'
import { pictureCostAtMost, type Tokens } from '../../usage/core/prices.ts'

/** How a picture begins, in base64. SVG is none of them: it could hold anything. */
const beginnings: [string, string][] = [
  ['iVBORw0KGgo', 'image/png'],
  ['/9j/', 'image/jpeg'],
  ['UklGR', 'image/webp'],
]

export async function draw(
  client: OpenAI,
  { model, prompt, signal }: { model: string; prompt: string; signal: AbortSignal },
): Promise<{ whole: boolean; tokens?: Tokens; cost?: number; picture?: string }> {
  const answer = await client.images.generate(
    { model, prompt, n: 1, size: '1024x1024', quality: 'low' },
    { signal },
  )
  const picture = asPicture(answer.data?.[0]?.b64_json)
  if (picture === undefined) throw new TypeError('The answer holds no picture.')
  const cost = pictureCostAtMost(model, prompt)
  return { whole: true, picture, ...(cost !== undefined && { cost }) }
}

function asPicture(base64: unknown): string | undefined {
  if (typeof base64 !== 'string' || !/^[A-Za-z0-9+/]+={0,2}$/.test(base64)) return undefined
  const [, type] = beginnings.find(([beginning]) => base64.startsWith(beginning)) ?? []
  return type && `data:${type};base64,${base64}`
}
