/** Is it the copied text that is there? For the clipboard's own document: the worker never asks it. Pure. */
import { type Digest, digestOf } from './digest.ts'

export async function matches(text: string, { salt, digest }: Digest): Promise<boolean> {
  return (await digestOf(text, salt)) === digest
}
