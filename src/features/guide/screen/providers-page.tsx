/** The providers whose keys Keyway keeps, side by side, each with the way to its own page of keys. */
import { t } from '../../../i18n/t.ts'
import { dayOf } from '../../../i18n/time.ts'
import { providerIds, providers } from '../../../providers/list.ts'
import type { ProviderId } from '../../../providers/verdict.ts'
import { Title } from '../../../ui/title.tsx'
import { checked, providerFacts } from './provider-facts.ts'

const compared = providerIds.filter(id => id !== 'other')

export default function ProvidersPage() {
  return (
    <>
      <Title>{t('Providers')}</Title>
      <p className="lead">
        {t(
          'Keyway keeps and tests the keys of all of these. It is paid by none of them. Prices and models change weekly: their own pages have the last word.',
        )}
      </p>
      <ul className="guide-grid">
        {compared.map(id => (
          <li key={id} className="panel-box stack tight">
            <h2>{providers[id].name}</h2>
            <span>{providerFacts[id].has}</span>
            <dl className="facts small">
              <Fact name={t('To begin')}>{providerFacts[id].begin}</Fact>
              <Fact name={t('Stops spending')}>{providerFacts[id].cap}</Fact>
              <Fact name={t('Keyway can tell')}>{tells(id)}</Fact>
            </dl>
            <span className="cluster small">
              <a href={providers[id].console} target="_blank" rel="noreferrer">
                {providers[id].local
                  ? t('Its page')
                  : t('Make a key at {provider}', { provider: providers[id].name })}
              </a>
              <a href="#keys/add">{t('Add it here')}</a>
            </span>
          </li>
        ))}
      </ul>
      <p>
        {t(
          'A key of any other service goes into the vault too. Choose “Other” when you add it. Keyway keeps it and cannot test it.',
        )}
      </p>
      <p className="small quiet">{t('Compared on {day}.', { day: dayOf(checked) })}</p>
    </>
  )
}

function Fact({ name, children }: { name: string; children: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}

/** What its free requests show. */
function tells(id: ProviderId): string {
  const { local, probes, reads } = providers[id]
  if (local) return t('Whether it runs, and which models it has.')
  if (probes.spend)
    return t('Whether the key is taken, whether it may spend, and what a restricted key may do. All free.')
  return reads
    ? t('Whether the key is taken, whether it may spend, and which models it may use. All free.')
    : t('Whether the key is taken, and which models it may use. All free.')
}
