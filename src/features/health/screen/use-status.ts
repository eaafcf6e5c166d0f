/** A key's status in the words that every screen has for it. */
import { permissionFor } from '../../../providers/hosts.ts'
import type { KeyKind, ProviderId, Verdict } from '../../../providers/verdict.ts'
import { isMissing, useGranted } from '../../../ui/use-granted.ts'
import { needsPermission, type PresentStatus, presentStatus } from '../core/present-status.ts'

export type Of = { provider: ProviderId; kind?: KeyKind; baseUrl?: string }

export function useStatus(verdict: Verdict | undefined, of: Of): PresentStatus {
  const granted = useGranted()
  return !verdict && isMissing(permissionFor(of), granted) ? needsPermission : presentStatus(verdict, of)
}
