/** A mistake of Keyway's in one part of a screen: that part says what to do, the rest stands as it was, with what was typed. */

import { Component, type ReactNode } from 'react'
import { t } from '../i18n/t.ts'
import { Notice } from './notice.tsx'
import { Button } from './pieces/button.tsx'

type Props = {
  children: ReactNode
  /** The whole screen: there is nothing beside it that could be kept. */
  whole?: boolean
  /** It draws nothing: what is wrong with a list is said by the page that shows it. */
  silent?: boolean
}

export class ErrorBoundary extends Component<Props, { hasFailed: boolean }> {
  override state = { hasFailed: false }

  static getDerivedStateFromError() {
    return { hasFailed: true }
  }

  override render(): ReactNode {
    if (!this.state.hasFailed) return this.props.children
    if (this.props.silent) return null
    const again = () => this.setState({ hasFailed: false })
    return this.props.whole ? (
      <main className="body page stack">
        <h1 className="title">{t('This page stopped working')}</h1>
        <p>{t('Keyway made a mistake. Your vault is stored apart from this page. Reload the page.')}</p>
        <Ways onAgain={again} main />
      </main>
    ) : (
      <div role="alert" data-keyway="part-failed">
        <Notice tone="rejected" action={<Ways onAgain={again} />}>
          {t(
            'Keyway made a mistake: this part of the page stopped. What you typed elsewhere is still there. Try again first: reloading empties every field.',
          )}
        </Notice>
      </div>
    )
  }
}

function Ways({ onAgain, main = false }: { onAgain: () => void; main?: boolean }) {
  const again = <Button onPress={onAgain}>{t('Try again')}</Button>
  const reload = (
    <Button className={main ? 'button main' : 'button plain'} onPress={() => location.reload()}>
      {t('Reload the page')}
    </Button>
  )
  return (
    <div className="cluster">
      {main ? reload : again}
      {main ? again : reload}
    </div>
  )
}
