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

export const providerName = (id: ProviderId): string => providers[id].shortName ?? providers[id].name
export const kindWord = (kind: KeyKind | undefined): string => (kind && kinds[kind]) ?? t('key')
