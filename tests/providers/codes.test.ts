/** Codes that are known of the providers, by what they mean: each is read alone, without a sentence beside it. */
import { expect, test } from 'vitest'
import { readAnswer } from '../../src/providers/index.ts'
import type { Cause } from '../../src/providers/verdict.ts'
import { error } from './answers.ts'

const codes: Partial<Record<Cause, string>> = {
  invalid_key:
    'invalid_api_key incorrect_api_key api_key_invalid invalid_key revoked_api_key api_key_revoked key_revoked api_key_disabled api_key_deleted api_key_not_found key_not_found token_revoked token_invalidated invalid_x_api_key unknown_api_key',
  expired_key: 'expired_api_key api_key_expired key_expired expired_key token_expired access_token_expired',
  malformed_key: 'missing_api_key no_api_key no_auth_header',
  account_deactivated:
    'account_deactivated organization_deactivated user_deactivated account_disabled account_suspended organization_disabled organization_suspended consumer_suspended organization_restricted',
  access_terminated: 'access_terminated',
  no_organization: 'no_organization invalid_organization',
  organization_mismatch: 'mismatched_organization organization_mismatch',
  project_mismatch: 'mismatched_project project_mismatch project_not_found',
  project_archived: 'not_authorized_invalid_project project_archived archived_project consumer_invalid',
  key_type_forbidden: 'not_authorized_invalid_key_type invalid_key_type',
  wrong_host: 'incorrect_hostname',
  ip_not_allowed: 'ip_not_authorized ip_not_allowed api_key_ip_address_blocked',
  client_certificate_required:
    'client_certificate_required mtls_required certificate_required missing_client_certificate',
  missing_scope:
    'missing_scope missing_scopes insufficient_scope insufficient_permissions api_key_service_blocked service_disabled',
  model_unavailable: 'model_not_found model_unavailable',
  organization_unverified: 'organization_unverified organization_not_verified unverified_organization',
  no_credit:
    'insufficient_quota credit_balance_exhausted insufficient_credits insufficient_balance quota_exceeded insufficient_funds payment_required',
  billing_inactive: 'billing_not_active billing_inactive billing_disabled billing_error',
  spend_limit:
    'organization_spend_limit_exceeded project_spend_limit_exceeded billing_hard_limit_reached spend_limit_exceeded',
  usage_limit: 'organization_usage_limit_exceeded usage_limit_exceeded usage_limit_reached',
  rate_limited:
    'rate_limit_exceeded rate_limit_error rate_limited rate_limit_reached slow_down too_many_requests throttled',
  region_blocked: 'unsupported_country_region_territory unsupported_country',
  not_the_provider: 'unknown_url invalid_url new_api_error one_api_error token_not_found_in_db',
}

const each = Object.entries(codes).flatMap(([cause, names]) =>
  names.split(' ').map((name): [string, string] => [name, cause]),
)

test.each(each)('%s: %s', (code, cause) => {
  const pascal = code.replace(/(?:^|_)([a-z])/g, (_, letter: string) => letter.toUpperCase())
  for (const name of [code, code.toUpperCase(), code.replaceAll('_', '-'), pascal])
    expect(readAnswer('openai', 'models', error(403, '', null, name)).cause, name).toBe(cause)
})
