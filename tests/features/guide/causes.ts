/** What can be wrong with a key, as the API answers, and the guide that each place begins for it. Typed by hand: the product is held against it. */
import type { Condition } from '../../../src/guides/guide.ts'
import type { Cause } from '../../../src/providers/verdict.ts'
import { answer, type ConditionName } from '../../practice/bodies.ts'

export type Situation = {
  condition: ConditionName
  cause: Cause
  guide: string
  /** Where nothing is known of the key the reason is looked for before a new one is made. */
  inSearch?: string
  /** A free check of the key sees it; the rest only a call that is paid for. */
  isSeenByCheck: boolean
}

const situation = (
  condition: ConditionName,
  cause: Cause,
  guide: string,
  more: Partial<Situation> = {},
): Situation => ({ condition, cause, guide, isSeenByCheck: true, ...more })

/** `client_certificate_required` has no guide: the test of it needs a program that holds the certificate. */
export const situations: readonly Situation[] = [
  situation('invalid_api_key', 'invalid_key', 'rotate-key', { inSearch: 'fix-not-working' }),
  situation('expired', 'expired_key', 'rotate-key', { inSearch: 'fix-not-working' }),
  situation('account_deactivated', 'account_deactivated', 'fix-not-working'),
  situation('access_terminated', 'access_terminated', 'read-policy'),
  situation('no_organization', 'no_organization', 'fix-permission-denied'),
  situation('mismatched_organization', 'organization_mismatch', 'fix-permission-denied'),
  situation('mismatched_project', 'project_mismatch', 'fix-permission-denied'),
  situation('project_archived', 'project_archived', 'project-key'),
  situation('key_type_forbidden', 'key_type_forbidden', 'service-account-key'),
  situation('incorrect_hostname', 'wrong_host', 'fix-not-working'),
  situation('ip_not_authorized', 'ip_not_allowed', 'fix-not-working'),
  situation('missing_scope', 'missing_scope', 'fix-permission-denied'),
  situation('credit_balance_exhausted', 'no_credit', 'fix-billing'),
  situation('insufficient_quota', 'no_credit', 'fix-billing'),
  situation('billing_not_active', 'billing_inactive', 'fix-billing'),
  situation('billing_hard_limit', 'spend_limit', 'fix-billing'),
  situation('project_spend_limit', 'spend_limit', 'fix-billing'),
  situation('usage_limit', 'usage_limit', 'fix-billing'),
  situation('rate_limited', 'rate_limited', 'fix-rate-limit'),
  situation('model_not_found', 'model_unavailable', 'fix-permission-denied', { isSeenByCheck: false }),
  situation('project_lacks_model', 'model_unavailable', 'fix-permission-denied', { isSeenByCheck: false }),
  situation('organization_unverified', 'organization_unverified', 'verify-organization', {
    isSeenByCheck: false,
  }),
]

/** What a Python program prints. */
export function printed({ condition }: Situation): string {
  const { status, body } = answer(condition, {
    method: 'POST',
    path: '/v1/responses',
    sent: '',
    echoed: 'sk-proj-****************abcd',
    model: 'gpt-5-mini',
    host: 'api.openai.com',
    rightHost: 'eu.api.openai.com',
    scopes: ['model.request'],
    project: 'proj_practice',
    organization: 'org-practice',
  })
  const one = body.replaceAll(/\s*\n\s*/g, ' ')
  return `openai.APIStatusError: Error code: ${status} - ${one}`
}

/** The causes for which a step is there, said alone or as one of several reasons. */
export const causesOf = (only: Condition | undefined): Cause[] =>
  only === undefined ? [] : 'cause' in only ? only.cause : 'any' in only ? only.any.flatMap(causesOf) : []
