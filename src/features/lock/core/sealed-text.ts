/** A text that the vault keeps sealed beside the keys, under a name: what pages and services keep there. */
import type { Failure } from '../../../protocol/failure.ts'
import type { OpenVault } from '../../../vault/index.ts'

type WithVault = <T>(work: (vault: OpenVault) => Promise<T>) => Promise<T | Failure>

export const sealedText = (withVault: WithVault, name: string) => ({
  /** Without a text: nothing is kept, or nothing that opens. */
  read: () =>
    withVault(async vault => {
      const text = await vault.kept(name)
      return { ok: true as const, ...(typeof text === 'string' && { text }) }
    }),
  keep: (text: string) =>
    withVault(async vault => {
      await vault.keep(name, text)
      return { ok: true as const }
    }),
})
