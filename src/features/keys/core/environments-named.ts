/** Which environments a key is used in, by its own field, the places where it is used and its tags. Pure. */
import type { AboutInput } from '../../../protocol/messages.ts'

/** By the beginnings of words that programmers write in names of files, servers and variables. */
const named: [environment: 'Production' | 'Staging' | 'Development', pattern: RegExp][] = [
  ['Production', /(?<![\p{L}\p{N}])(?:prod(?:uction)?|live)(?![\p{L}\p{N}])/iu],
  ['Staging', /(?<![\p{L}\p{N}])(?:stag(?:e|ing)|preprod|uat)(?![\p{L}\p{N}])/iu],
  ['Development', /(?<![\p{L}\p{N}])(?:dev(?:elopment)?|local(?:host)?|sandbox)(?![\p{L}\p{N}])/iu],
]

/** @returns the environments that are named, each once; more than one: the key is shared between them */
export function environmentsNamed({ environment = '', usedIn = [], tags = [] }: AboutInput): string[] {
  const text = [environment, ...usedIn, ...tags].join('\n')
  return named.filter(([, pattern]) => pattern.test(text)).map(([name]) => name)
}
