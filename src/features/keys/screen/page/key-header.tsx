/** Above every tab of a key's page: which key it is, how it is, and what is done with it most. */
import { rich } from '../../../../i18n/rich.tsx'
import { t } from '../../../../i18n/t.ts'
import type { KeyRow } from '../../../../protocol/published.ts'
import { isKeptOnly } from '../../../../providers/list.ts'
import { serviceName } from '../../../../providers/provider-names.ts'
import type { Action } from '../../../../ui/action.ts'
import { Ago } from '../../../../ui/ago.tsx'
import { Button } from '../../../../ui/pieces/button.tsx'
import { EnvironmentTag } from '../../../../ui/pieces/environment-tag.tsx'
import { Menu } from '../../../../ui/pieces/menu.tsx'
import { ProviderTile } from '../../../../ui/pieces/provider-tile.tsx'
import { go } from '../../../../ui/route.ts'
import { Title } from '../../../../ui/title.tsx'
import { useSession } from '../../../../ui/use-session.ts'
import { CopyMenu } from '../../../copy/screen/copy-menu.tsx'
import { VerdictBadge } from '../../../health/screen/status.tsx'
import { useStatus } from '../../../health/screen/use-status.ts'
import { replacing } from '../../core/due-dates.ts'

type Props = {
  row: KeyRow
  test: Action<[]>
  onRotate: (guide: string) => void
  onConfirmRevoked: (() => void) | null
  onDelete: () => void
}

export function KeyHeader({ row, test, onRotate, onConfirmRevoked, onDelete }: Props) {
  const isRunning = useSession('checks')?.running.includes(row.id) ?? false
  const isCopied = useSession('copy')?.keyId === row.id
  const way = replacing(row)
  const isRefused = useStatus(row.verdict, row).tone === 'rejected'
  const rotateClass = isRefused ? 'button main' : 'button'
  return (
    <header className="key-header">
      <div className="key-who">
        <span className="key-called">
          <ProviderTile provider={row.provider} />
          <Title>{row.label}</Title>
        </span>
        {row.environment && <EnvironmentTag name={row.environment} />}
        <span className="cluster">
          <VerdictBadge verdict={row.verdict} of={row} running={isRunning} />
          <span className="quiet small">
            {row.verdict
              ? rich(t('checked {ago}'), { ago: <Ago time={row.verdict.at} /> })
              : isKeptOnly(row)
                ? serviceName(row)
                : t('{provider}, never tested', { provider: serviceName(row) })}
          </span>
        </span>
      </div>
      <div className="cluster">
        <CopyMenu row={row} isCopied={isCopied} isMain={!isRefused} />
        {!isKeptOnly(row) && (
          <Button data-keyway="test" isBusy={isRunning || test.busy} onPress={test.run}>
            {t('Test')}
          </Button>
        )}
        {way &&
          ('guide' in way ? (
            <Button className={rotateClass} onPress={() => onRotate(way.guide)}>
              {t('Rotate')}
            </Button>
          ) : (
            <a
              className={rotateClass}
              href={way.page}
              target="_blank"
              rel="noreferrer"
              title={t('Opens {provider}’s keys page', { provider: serviceName(row) })}
            >
              {t('Rotate')}
            </a>
          ))}
        <Menu
          label={t('More for {label}', { label: row.label })}
          className="button icon"
          items={() => [
            { name: t('Edit'), onChoose: () => go('keys', row.id, 'edit') },
            ...(onConfirmRevoked ? [{ name: t('Confirm it is revoked'), onChoose: onConfirmRevoked }] : []),
            // A key that is revoked, or is being revoked, is not replaced.
            ...(onConfirmRevoked && row.provider === 'openai' && row.kind !== 'admin'
              ? [{ name: t('Start a replacement…'), onChoose: () => go('replace', row.id) }]
              : []),
            { name: t('Delete…'), onChoose: onDelete, isDangerous: true },
          ]}
        />
      </div>
    </header>
  )
}
