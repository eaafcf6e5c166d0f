/** Changes a key at the platform, and takes over what the platform says that it is now. */
import { t } from '../../../i18n/t.ts'
import { send } from '../../../platform/send.ts'
import { fail } from '../../../protocol/failure.ts'
import type { KeyRow } from '../../../protocol/published.ts'
import { useAction } from '../../../ui/action.ts'
import type { Organization, OrganizationKey } from '../core/organization.ts'
import { keyPath, readKey } from '../core/organization-answers.ts'

export type ChangeProps = {
  shown: OrganizationKey
  project: string
  admin: KeyRow
  onChange: (how: (was: Organization) => Organization) => void
}

/** By so much the platform's clock and this one may differ, in ms. */
const clockDiffers = 2 * 86_400_000

export function useChangeKey({ shown, project, admin, onChange }: ChangeProps, onDone: () => void) {
  return useAction(async (change: { expires_in_seconds: number } | { scopes: string[] }) => {
    const answer = await send('screen.admin', {
      id: admin.id,
      method: 'POST',
      path: keyPath(project, shown.id),
      body: JSON.stringify(change),
    })
    if (!answer.ok) return answer
    const key = readKey(answer.body, shown.seenAt, project)
    const { expires_in_seconds: life } = { expires_in_seconds: undefined, ...change }
    const isAsAsked =
      life === undefined || Math.abs((key?.expiresAt ?? 0) - Date.now() - life * 1000) < clockDiffers
    if (key?.id !== shown.id || !isAsAsked)
      return fail('unrecognised', t('OpenAI did not say that it was changed. Refresh, and look.'))
    onChange(was => ({ ...was, keys: was.keys.map(one => (one.id === key.id ? { ...one, ...key } : one)) }))
    onDone()
    return { ok: true as const }
  })
}
