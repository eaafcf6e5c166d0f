/** A piece of code to copy, and what it is made for. Types only. */

import type { KeyKind, ProviderId } from '../../../../providers/verdict.ts'
import type { Price } from '../../../usage/core/prices.ts'

export type Snippet = {
  id: string
  label: string
  /** How it is coloured, and which program takes it. */
  language:
    | 'python'
    | 'javascript'
    | 'typescript'
    | 'go'
    | 'java'
    | 'kotlin'
    | 'csharp'
    | 'rust'
    | 'swift'
    | 'ruby'
    | 'php'
    | 'bash'
    | 'powershell'
    | 'yaml'
    | 'dotenv'
    | 'toml'
    | 'ini'
  /** What has to be there first, as a command. */
  install?: string
  text: string
  /** What is written where the key is then used. */
  usage?: Pick<Snippet, 'language' | 'text'>
  /** The manual that says so, and the day it was read. */
  source?: string
  checked?: string
  /** Compared with its manual and parsed; the program itself was never run. */
  isUnrun?: true
}

export type SnippetSubject = {
  provider: ProviderId
  kind?: KeyKind
  variable?: string
  model: string
  prompt: string
  instructions?: string
  baseUrl?: string
  /** The call makes a picture. OpenAI only. */
  image?: boolean
}

/** What a call is made of that runs for long. */
export type Careful = { name: string; model: string; prompt: string; price: Price | undefined }
