/** A button as the design system draws it. While it `isBusy` it takes no press: a “Cancel” beside what can be stopped no more is one, too. */
import type { ComponentProps } from 'react'

type Props = Omit<ComponentProps<'button'>, 'type' | 'onClick'> & {
  isBusy?: boolean | undefined
  onPress: () => unknown
}

export function Button({ className = 'button', isBusy, onPress, ...rest }: Props) {
  return (
    <button
      type="button"
      className={className}
      aria-disabled={isBusy}
      {...rest}
      onClick={() => void (isBusy || onPress())}
    />
  )
}
