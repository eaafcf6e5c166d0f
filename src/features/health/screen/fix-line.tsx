/** What is wrong, since when, and what fixes it: the sentence under a verdict that waits for the person. */
import { t } from '../../../i18n/t.ts'
import { ago, ahead, clock } from '../../../i18n/time.ts'
import { ask } from '../../../platform/screen/ask-permission.ts'
import { send } from '../../../platform/send.ts'
import type { KeyRow } from '../../../protocol/published.ts'
import { permissionFor } from '../../../providers/hosts.ts'
import { isKeptOnly } from '../../../providers/list.ts'
import { providerName } from '../../../providers/provider-names.ts'
import { useAction } from '../../../ui/action.ts'
import { Button } from '../../../ui/pieces/button.tsx'
import { guideMe } from '../../guide/screen/guide-me.ts'
import { presentStatus } from '../core/present-status.ts'

export function FixLine({ row }: { row: KeyRow }) {
  const start = useAction((id: string) => guideMe(id, row.id))
  const { verdict } = row
  if (isKeptOnly(row)) return <p className="small quiet">{presentStatus(undefined, row).sentence}</p>
  if (!verdict) return null
  const { sentence, fix, guide, link } = presentStatus(verdict, row)
  return (
    <p className="key-bad small">
      {sentence} {fix}{' '}
      <span className="quiet">
        {verdict.retryAt !== undefined
          ? t('Next try {when}.', { when: ahead(verdict.retryAt) })
          : verdict.lastGoodAt === undefined
            ? t('Since {clock}.', { clock: clock(verdict.since) })
            : t('Since {clock}. Last known good {ago}.', {
                clock: clock(verdict.since),
                ago: ago(verdict.lastGoodAt),
              })}
      </span>{' '}
      <UseHost row={row} />{' '}
      {guide && verdict.retryAt === undefined && (
        <Button className="link" aria-description={row.label} onPress={() => start.run(guide)}>
          {t('Show me how to fix it')}
        </Button>
      )}
      {link && (
        <a href={link} target="_blank" rel="noreferrer">
          {t('Open {provider}’s keys page', { provider: providerName(row.provider) })}
        </a>
      )}
      {start.failure && <span role="alert">{start.failure.message}</span>}
    </p>
  )
}

/** The address for a record, when it is one of the provider's own. */
function namedBase({ provider, verdict }: Pick<KeyRow, 'provider' | 'verdict'>): string | undefined {
  const host = verdict?.cause === 'wrong_host' ? verdict.detail?.host : undefined
  const baseUrl = `https://${host}/v1`
  return host !== undefined && permissionFor({ provider, baseUrl }) !== null ? baseUrl : undefined
}

/** The provider named another address for this key: offers to use it, and asks again there. The person decides. */
export function UseHost({ row }: { row: KeyRow }) {
  const baseUrl = namedBase(row)
  const use = useAction(async (granted: Promise<boolean>, base: string) => {
    const saved = await send('screen.edit', { id: row.id, about: { baseUrl: base } })
    // Without the browser's permission the test says what is missing.
    await granted.catch(() => false)
    return saved.ok ? send('screen.test', { id: row.id }) : saved
  })
  if (baseUrl === undefined) return null
  const origin = permissionFor({ provider: row.provider, baseUrl })
  // In the press's own turn: the browser asks only then.
  const press = () => void (origin && use.run(ask({ origins: [origin] }), baseUrl))
  return (
    <>
      <Button isBusy={use.busy} onPress={press}>
        {t('Use {host} for this key', { host: new URL(baseUrl).hostname })}
      </Button>
      {use.failure && <span role="alert">{use.failure.message}</span>}
    </>
  )
}
