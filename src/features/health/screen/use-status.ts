/** A key's status in the words that every screen has for it. */
import { permissionFor } from '../../../providers/hosts.ts'
import type { KeyKind, ProviderId, Verdict } from '../../../providers/verdict.ts'
import { isMissing, useGranted } from '../../../ui/use-granted.ts'
import { type Face, face, needsPermission } from '../core/present-status.ts'

export type Of = { provider: ProviderId; kind?: KeyKind; baseUrl?: string }

export function useStatus(verdict: Verdict | undefined, of: Of): Face {
  const granted = useGranted()
  return !verdict && isMissing(permissionFor(of), granted) ? needsPermission : face(verdict, of)
}
