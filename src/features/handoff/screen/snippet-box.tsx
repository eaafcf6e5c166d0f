/** A piece of code to copy. It holds no secret, so the page may copy it itself. */

import Copy from 'lucide-react/icons/copy'
import { useState } from 'react'
import { rich } from '../../../i18n/rich.tsx'
import { t } from '../../../i18n/t.ts'
import { Button } from '../../../ui/pieces/button.tsx'
import type { Snippet } from '../core/snippet.ts'

export function SnippetBox({ snippet }: { snippet: Snippet }) {
  const [said, setSaid] = useState('')
  const copy = async () => {
    const ok = await navigator.clipboard.writeText(snippet.text).then(
      () => true,
      () => false,
    )
    setSaid(ok ? t('Copied.') : t('The browser did not allow it: mark the text and copy it.'))
  }
  return (
    <figure className="stack tight">
      {snippet.install && (
        <figcaption className="small quiet">
          {rich(t('First: {command}'), { command: <code>{snippet.install}</code> })}
        </figcaption>
      )}
      <pre className="code">{snippet.text}</pre>
      <div className="cluster">
        <Button onPress={copy}>
          <Copy size={15} aria-hidden="true" />
          {t('Copy the code')}
        </Button>
        <span className="small quiet" role="status">
          {said}
        </span>
      </div>
    </figure>
  )
}
