/** A piece of code to copy. It holds no secret, so the page may copy it itself. */

import Copy from 'lucide-react/icons/copy'
import { useState } from 'react'
import { rich } from '../../../i18n/rich.tsx'
import { t } from '../../../i18n/t.ts'
import { dayOf } from '../../../i18n/time.ts'
import { Button } from '../../../ui/pieces/button.tsx'
import type { Snippet } from '../core/snippets/snippet.ts'

/** @param purpose what it is for: a page has several, and each is copied by a button of its own name */
export function SnippetBox({ snippet, purpose = snippet.label }: { snippet: Snippet; purpose?: string }) {
  const { install, text, usage, source, checked, isUnrun } = snippet
  return (
    <figure className="stack tight">
      {install && (
        <figcaption className="small quiet">
          {rich(t('First: {command}'), { command: <code>{install}</code> })}
        </figcaption>
      )}
      <Code text={text} purpose={purpose} />
      {usage && (
        <>
          <p className="small quiet">{t('Then, where it is used:')}</p>
          <Code text={usage.text} purpose={t('{purpose}, where it is used', { purpose })} />
        </>
      )}
      {source && checked && (
        <p className="small quiet">
          {rich(t('From {manual}, read on {day}.'), {
            manual: (
              <a href={source} target="_blank" rel="noreferrer">
                {t('its manual')}
              </a>
            ),
            day: dayOf(checked),
          })}{' '}
          {isUnrun && t('Written by it and the library’s sources; this program was not run.')}
        </p>
      )}
    </figure>
  )
}

function Code({ text, purpose }: { text: string; purpose: string }) {
  const [said, setSaid] = useState('')
  const copy = async () => {
    const ok = await navigator.clipboard.writeText(text).then(
      () => true,
      () => false,
    )
    setSaid(ok ? t('Copied.') : t('The browser did not allow it: mark the text and copy it.'))
  }
  return (
    <>
      <pre className="code">{text}</pre>
      <div className="cluster">
        <Button onPress={copy} aria-label={t('Copy the code: {purpose}', { purpose })}>
          <Copy size={15} aria-hidden="true" />
          {t('Copy the code')}
        </Button>
        <span className="small quiet" role="status">
          {said}
        </span>
      </div>
    </>
  )
}
