/** What the benchmark needs in the page: the locator, and the two libraries that it is measured against. */

export { getByRole } from '@testing-library/dom'
export { computeAccessibleName, getRole } from 'dom-accessibility-api'
export { createLocator, describe, locate } from '../../src/locator/index.ts'
export { nameOf } from '../../src/locator/name.ts'
