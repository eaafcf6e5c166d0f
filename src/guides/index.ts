/** The list of guides, in the order of the journey. Each is a file of its own, named by its id. */

import { createAccount } from './create-account.ts'
import { createKey } from './create-key.ts'
import { createProject } from './create-project.ts'
import { fixBilling } from './fix-billing.ts'
import { fixNotWorking } from './fix-not-working.ts'
import { fixPermissionDenied } from './fix-permission-denied.ts'
import { fixRateLimit } from './fix-rate-limit.ts'
import { giveToApp } from './give-to-app.ts'
import type { Guide } from './guide.ts'
import { keyCompromised } from './key-compromised.ts'
import { keylessCi } from './keyless-ci.ts'
import { limitSpending } from './limit-spending.ts'
import { monitorUsage } from './monitor-usage.ts'
import { needAKey } from './need-a-key.ts'
import { projectKey } from './project-key.ts'
import { readPolicy } from './read-policy.ts'
import { restrictKey } from './restrict-key.ts'
import { revokeKey } from './revoke-key.ts'
import { rotateKey } from './rotate-key.ts'
import { secureAccount } from './secure-account.ts'
import { serviceAccountKey } from './service-account-key.ts'
import { setUpBilling } from './set-up-billing.ts'
import { spendLess } from './spend-less.ts'
import { stopUsing } from './stop-using.ts'
import { verifyOrganization } from './verify-organization.ts'

export const guides: Guide[] = [
  needAKey,
  createAccount,
  secureAccount,
  readPolicy,
  setUpBilling,
  limitSpending,
  createKey,
  giveToApp,
  restrictKey,
  createProject,
  projectKey,
  serviceAccountKey,
  keylessCi,
  monitorUsage,
  spendLess,
  rotateKey,
  revokeKey,
  keyCompromised,
  verifyOrganization,
  stopUsing,
  fixNotWorking,
  fixPermissionDenied,
  fixRateLimit,
  fixBilling,
]
