/** A button as the design system draws it. What a press began ignores a second one itself; `isBusy` says so to everybody. */
import type { ComponentProps } from 'react'

type Props = Omit<ComponentProps<'button'>, 'type' | 'onClick'> & {
  isBusy?: boolean | undefined
  onPress: () => unknown
}

export function Button({ className = 'button', isBusy, onPress, ...rest }: Props) {
  return (
    <button
      {...rest}
      type="button"
      className={className}
      aria-disabled={isBusy}
      onClick={() => void onPress()}
    />
  )
}
