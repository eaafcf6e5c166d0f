/**
 * The second script of the platform's page, which the worker injects into a document that asks for it: *Show me*, and the finder of
 * what it recorded. It does nothing by itself, and a second time it changes nothing.
 */
import { askToShow } from '../../features/guide/page/show-me.ts'
import { offerTaughtScript } from '../../features/guide/page/taught-script.ts'
import { createLocator } from '../../locator/index.ts'

offerTaughtScript({ createLocator, askToShow })
