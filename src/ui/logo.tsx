/** The mark, for our own pages: a keyhole whose foot turns into an arrow. Decorative; the name stands beside it. */
import { t } from '../i18n/t.ts'
export function Mark({ size = 20 }: { size?: number }) {
  return (
    <svg viewBox="0 0 128 128" width={size} height={size} aria-hidden="true" focusable="false">
      <path
        fill="currentColor"
        fillRule="evenodd"
        d="M32 0h64a32 32 0 0 1 32 32v64a32 32 0 0 1-32 32H32a32 32 0 0 1-32-32V32A32 32 0 0 1 32 0Zm16 16a24 24 0 0 0-10 45.800V84a12 12 0 0 0 12 12h30v12a3 3 0 0 0 5 2.200l26-23a3 3 0 0 0 0-4.400l-26-23a3 3 0 0 0-5 2.200V76H58V61.800A24 24 0 0 0 48 16Z"
      />
    </svg>
  )
}

export function Brand() {
  return (
    <span className="brand">
      <Mark />
      {t('Keyway')}
    </span>
  )
}
