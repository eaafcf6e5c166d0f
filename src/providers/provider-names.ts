/** What people call the providers and the kinds of keys. */
import { t } from '../i18n/t.ts'
import { providers } from './list.ts'
import type { KeyKind, ProviderId } from './verdict.ts'

const kinds: Partial<Record<KeyKind, string>> = {
  project: t('project key'),
  user: t('user key'),
  service: t('service-account key'),
  admin: t('admin key'),
  legacy: t('legacy user key'),
}

export const providerName = (id: ProviderId): string =>
  providers[id].isKeptOnly ? t('Other') : (providers[id].shortName ?? providers[id].name)
/** Of a key that is only kept, the service that the person named. */
export const serviceName = ({ provider, service }: { provider: ProviderId; service?: string }): string =>
  (providers[provider].isKeptOnly && service) || providerName(provider)
export const kindWord = (kind: KeyKind | undefined): string => (kind && kinds[kind]) ?? t('key')
