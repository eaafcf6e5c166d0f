/** The providers whose keys Keyway keeps, side by side, each with the way to its own page of keys. */
import { t } from '../../../i18n/t.ts'
import { dayOf } from '../../../i18n/time.ts'
import { providerIds, providers } from '../../../providers/list.ts'
import type { ProviderId } from '../../../providers/verdict.ts'
import { ProviderTile } from '../../../ui/pieces/provider-tile.tsx'
import { Title } from '../../../ui/title.tsx'
import { checked, providerFacts } from './provider-facts.ts'

const headings = { begin: t('To begin'), cap: t('Stops spending'), tells: t('Keyway can tell') }

const compared = providerIds.filter(id => id !== 'other')

export default function ProvidersPage() {
  return (
    <>
      <p className="small">
        <a href="#guides">{t('All guides')}</a>
      </p>
      <Title>{t('Providers')}</Title>
      <p className="lead reading">
        {t(
          'Keyway tests keys of all of these at no cost, and is paid by none. Prices and models change weekly: their own pages have the last word.',
        )}
      </p>
      <div className="providers">
        <table aria-label={t('Providers')}>
          <thead>
            <tr>
              <th scope="col">{t('Provider')}</th>
              <th scope="col">{headings.begin}</th>
              <th scope="col">{headings.cap}</th>
              <th scope="col">{headings.tells}</th>
              <td />
            </tr>
          </thead>
          <tbody>
            {compared.map(id => (
              <tr key={id}>
                <th scope="row">
                  <span className="stack tight">
                    <span className="with-tile">
                      <ProviderTile provider={id} />
                      {providers[id].name}
                    </span>
                    <span className="quiet">{providerFacts[id].has}</span>
                  </span>
                </th>
                <td data-heading={headings.begin}>{providerFacts[id].begin}</td>
                <td data-heading={headings.cap}>{providerFacts[id].cap}</td>
                <td data-heading={headings.tells}>{tells(id)}</td>
                <td>
                  <a
                    href={providers[id].console}
                    target="_blank"
                    rel="noreferrer"
                    aria-label={
                      providers[id].local
                        ? t('Its page: {provider}', { provider: providers[id].name })
                        : t('Make a key at {provider}', { provider: providers[id].name })
                    }
                  >
                    {providers[id].local ? t('Its page') : t('Make a key')}
                  </a>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p>
        <a className="button" href="#keys/add">
          {t('Add a key')}
        </a>
      </p>
      <p>{t('Keys of other services go into the vault too: choose “Other”. Keyway cannot test them.')}</p>
      <p className="small quiet">{t('Compared on {day}.', { day: dayOf(checked) })}</p>
    </>
  )
}

/** What its free requests show. */
function tells(id: ProviderId): string {
  const { local, probes, reads } = providers[id]
  if (local) return t('Whether it runs, and which models it has.')
  if (probes.spend)
    return t('Whether the key is taken, whether it may spend, and what a restricted key may do.')
  return reads
    ? t('Whether the key is taken, whether it may spend, and which models it may use.')
    : t('Whether the key is taken, and which models it may use.')
}
