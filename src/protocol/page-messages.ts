/** What the worker says to the content script of one document, and what it gets in answer. Types only. */
import type { PageView } from '../features/guide/core/page-view.ts'

/** Worker -> content script of one document. */
export type ToPage = {
  /** The view of the current step, or null when no guide runs here. */
  'toPage.view': { view: PageView | null }
  /** "Which key does a person see on your page now?" `all`: not only the new one, for a press in our own screen; `tail`: the one that the person chose. */
  'toPage.takeKey': { all: boolean; tail?: string }
  /** The keyboard command that moves focus to the card. */
  'toPage.focusCard': Record<string, never>
  /** *Show me* pressed in the panel: the page's card takes it from here. */
  'toPage.showMe': Record<string, never>
}

/** What the fields of the dialog said before the key was made. */
type SaidWithKey = { name?: string; project?: string; expires?: string }

export type PageReplies = {
  'toPage.view': undefined
  /** `key` is what the page itself shows; hostile until recognised. */
  'toPage.takeKey':
    | ({ key: string } & SaidWithKey)
    /** Several, or one that may be an example: the person chooses. */
    | ({ keys: string[] } & SaidWithKey)
    /** `hidden`: there is one, but not wholly in sight. */
    | { none: true; hidden?: true }
  'toPage.focusCard': undefined
  'toPage.showMe': undefined
}
