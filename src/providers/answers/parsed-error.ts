/**
 * What an answer's body says, whatever its shape: error objects, bare strings, arrays around, JSON inside strings, half a
 * body, a page. It collects codes, types and messages and judges nothing.
 */
import { parseJson } from './parse-json.ts'

export type ParsedError = {
  form: 'json' | 'broken' | 'html' | 'text' | 'empty'
  /** The parsed body; undefined unless `form` is json. */
  value: unknown
  /** Codes and reasons in the order found, as written. */
  codes: string[]
  /** Types and statuses: broader than codes. */
  types: string[]
  /** What was said to people. */
  messages: string[]
  /** Made by something between us and the provider: Cloudflare's JSON, a gateway's text, a page. */
  edge: boolean
  /** Cloudflare's own error number. */
  edgeCode?: number
}

const codeName = /^(?:error_?)?(?:code|reason)$|^error_?name$/i
const typeName = /^(?:error_?)?(?:type|status)$|^kind$|^__type$/i
const messageName = /^(?:error_?)?(?:messages?|details?|description|title|msg|text|info)$|^errors?$|^cause$/i
/** What was sent, echoed; or where the answer is about somebody else's key. */
const notAbout =
  /^(?:metadata|request|input|headers?|params?|query|url|help|links?|doc\w*|(?:upstream|provider|previous|last|other|related|tool|webhook|integration|example|sample|audit|log|history|byok)\w*)$/i

/** Does it say of itself that it is an error? */
export function hasError(value: unknown): boolean {
  if (Array.isArray(value)) return hasError(value[0])
  if (typeof value !== 'object' || value === null) return false
  const { error, errors, type, status, object, response } = value as Record<string, unknown>
  return Boolean(error ?? errors) || [type, status, object].includes('error') || hasError(response)
}

const textLimit = 20_000
const nodeLimit = 3000

function collect(said: ParsedError, root: unknown): void {
  const queue: { value: unknown; name: string; depth: number }[] = [{ value: root, name: '', depth: 0 }]
  for (let i = 0; i < queue.length && i < nodeLimit; i++) {
    const { value, name, depth } = queue[i] as (typeof queue)[number]
    if (typeof value === 'string') collectString(said, name, value, depth, queue)
    else if (typeof value === 'number') {
      if (codeName.test(name) && said.edge) said.edgeCode ??= value
    } else if (value !== null && typeof value === 'object' && depth < 12) {
      if (Array.isArray(value)) {
        for (const item of value.slice(0, 50)) queue.push({ value: item, name, depth: depth + 1 })
        continue
      }
      const entries = Object.entries(value).slice(0, 200)
      if (
        // The error pages of Cloudflare and what its gateway, or Apigee, refuses by itself.
        entries.some(
          ([key, v]) =>
            /^(?:cloudflare_error|fault)$/.test(key) ||
            (key === 'type' && typeof v === 'string' && v.startsWith('cf_')) ||
            (key === 'success' && v === false),
        )
      )
        said.edge = true
      for (const [key, item] of entries)
        if (!notAbout.test(key)) queue.push({ value: item, name: key, depth: depth + 1 })
    }
  }
}

function collectString(
  said: ParsedError,
  name: string,
  value: string,
  depth: number,
  queue: { value: unknown; name: string; depth: number }[],
): void {
  const text = value.slice(0, textLimit).trim()
  if (text === '') return
  // RFC 9457: `"type": "https://api.example.com/problems/key-expired"`.
  const problem = /^https?:.*\/(\w.*)/.exec(text)?.[1]
  if (codeName.test(name) || (problem && typeName.test(name)))
    said.codes.push((problem ?? text).slice(0, 200))
  else if (typeName.test(name)) said.types.push(text.slice(0, 200))
  else if (messageName.test(name) || name === '') {
    const inner = /^[[{]/.test(text) ? parseJson(text) : undefined
    if (inner !== undefined && inner !== null && typeof inner === 'object' && depth < 12)
      queue.push({ value: inner, name, depth: depth + 1 })
    else {
      said.messages.push(text)
      // `{"error":"invalid_api_key"}`: a code where a sentence is expected.
      if (/^[A-Za-z]+(?:[_-][A-Za-z]+)+$/.test(text)) said.codes.push(text)
      // "Error code: 401 - {'error': {'message': …, 'code': 'invalid_api_key'}}": a program's print of the body.
      if (text.includes('{')) salvage(said, text, false)
    }
  }
}

const pair = /["'](\w{2,30})["']\s*:\s*(?:"((?:[^"\\]|\\.){1,4000})("?)|'((?:[^'\\]|\\.){1,4000})('?))/g

/** Reads name-value pairs out of JSON that does not parse: cut off, or printed by another language. */
function salvage(said: ParsedError, text: string, messagesToo: boolean): void {
  for (const found of text.slice(0, textLimit).matchAll(pair)) {
    const name = found[1] ?? ''
    const whole = found[3] === '"' || found[5] === "'"
    const value = (found[2] ?? found[4] ?? '').replace(/\\(["'\\/])/g, '$1').replace(/\\[nrt]/g, ' ')
    if (codeName.test(name) && whole) said.codes.push(value.slice(0, 200))
    else if (typeName.test(name) && whole) said.types.push(value.slice(0, 200))
    else if (messagesToo && messageName.test(name)) said.messages.push(value)
  }
}

/** Reads a body of any kind. Never throws; looks at the first characters only where there is no end to them. */
export function readBody(body: string, contentType: string): ParsedError {
  const said: ParsedError = {
    form: 'empty',
    value: undefined,
    codes: [],
    types: [],
    messages: [],
    edge: false,
  }
  const start = body.slice(0, 2000).replace(/^[\s\uFEFF]+/, '')
  if (start === '') return body.trim() === '' ? said : { ...said, form: 'text' }
  if (/^[[{"]/.test(start) || /^(?:null|true|false|-?\d)/.test(start)) {
    const value = parseJson(body.replace(/^\uFEFF/, ''))
    if (value !== undefined) {
      said.form = 'json'
      said.value = value
      collect(said, value)
      return said
    }
    if (/^[[{"]/.test(start)) {
      said.form = 'broken'
      salvage(said, body, true)
      if (/"type"\s*:\s*"cf_/.test(start)) said.edge = true
      return said
    }
  }
  if (/^(?:data|event|id|retry)?\s*:/.test(start)) {
    // A stream of events: each line is a JSON body of its own, and the last one may be an error.
    said.form = 'json'
    for (const line of body.slice(0, textLimit).split('\n')) {
      const value = parseJson(line.replace(/^data:\s*/, ''))
      if (value === undefined) continue
      if (said.value === undefined || hasError(value)) said.value = value
      collect(said, value)
    }
    return said
  }
  const page =
    /^<(?:!doctype|html|head|body|\?xml|!--|script|title|center|h1|meta)/i.test(start) ||
    /<\/?(?:html|body|head)\b/i.test(start)
  said.edge = true
  if (page || /\bhtml\b/i.test(contentType)) {
    said.form = 'html'
    const title = /<title[^>]*>([^<]{1,200})/i.exec(body.slice(0, textLimit))?.[1]
    if (title) said.messages.push(title.trim())
    said.messages.push(body.slice(0, textLimit).replace(/<[^<>]*>|\s/g, ' '))
    const number = /(?:error(?:\s*code)?[:\s]*|Error <?[^>]*>?)(10\d\d)\b/i.exec(
      body.slice(0, textLimit),
    )?.[1]
    if (number) said.edgeCode = Number(number)
    return said
  }
  said.form = 'text'
  said.messages.push(body.slice(0, textLimit).trim())
  const number = /error code:\s*(10\d\d)/i.exec(start)?.[1]
  if (number) said.edgeCode = Number(number)
  return said
}
