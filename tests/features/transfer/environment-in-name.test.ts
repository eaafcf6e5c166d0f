/** An imported key's environment, where its name says it. */
import { expect, test } from 'vitest'
import { previewList } from '../../../src/features/transfer/core/import-preview.ts'

const key = `sk-${'proj'}-${'aB3dE6gH9kL2nP5r'.repeat(4)}`
const environmentOf = (name: string) => previewList(`${name}=${key}`).candidates[0]?.key.environment

test.each([
  ['OPENAI_API_KEY_PROD', 'Production'],
  ['PRODUCTION_OPENAI_KEY', 'Production'],
  ['OPENAI_KEY_STAG', 'Staging'],
  ['STAGING_BOT_API_KEY', 'Staging'],
  ['DEV_OPENAI_API_KEY', 'Development'],
])('%s: %s', (name, environment) => {
  expect(environmentOf(name)).toBe(environment)
})

test.each(['OPENAI_API_KEY', 'PRODUCT_SEARCH_KEY', 'DEVICE_KEY', 'STAGECOACH_KEY', 'PROD_TO_DEV_KEY'])(
  '%s says none',
  name => expect(environmentOf(name)).toBeUndefined(),
)
