/** What a page does to the look of a card whose root it cannot enter. Each runs in the page. */

/** Name, what the page does, and the variant of the overlay on which it lands. */
export const looks: [string, () => void, string][] = [
  [
    'every custom property registered as a length',
    () => {
      const names =
        'accent accent-soft accent-strong ground line needs needs-soft on-accent quiet sunken text works'
      for (const name of names.split(' '))
        CSS.registerProperty({ name: `--${name}`, syntax: '<length>', inherits: true, initialValue: '0px' })
    },
    'with custom properties',
  ],
  [
    'every custom property registered by @property as a colour that is not passed on',
    () => {
      const names =
        'accent accent-soft accent-strong ground line needs needs-soft on-accent quiet sunken text works'
      const style = document.createElement('style')
      style.textContent = names
        .split(' ')
        .map(name => `@property --${name}{syntax:"<color>";inherits:false;initial-value:black}`)
        .join('')
      document.head.append(style)
    },
    'with custom properties',
  ],
  [
    'fonts of our fonts’ names, and of the generic names, that draw something else',
    () => {
      const style = document.createElement('style')
      const sources = ['Liberation Sans', 'DejaVu Sans', 'Arial', 'Liberation Mono', 'Noto Sans']
      const src = sources.map(name => `local("${name}")`).join(',')
      style.textContent = ['Keyway', 'system-ui', '"system-ui"', 'sans-serif', '"sans-serif"', 'initial']
        .map(family => `@font-face{font-family:${family};src:${src};size-adjust:80%}`)
        .join('')
      document.head.append(style)
    },
    'with a font by name',
  ],
  [
    'everything that is passed on, against the host and all above it',
    () => {
      const style = document.createElement('style')
      style.textContent = `html, body, div { color: transparent !important; -webkit-text-fill-color: transparent !important;
        -webkit-text-stroke: 9px #fff !important; text-shadow: 0 0 9px #fff !important; -webkit-text-security: disc !important;
        color-scheme: only dark !important; forced-color-adjust: none !important; text-size-adjust: 1% !important }`
      document.head.append(style)
    },
    'open to styles',
  ],
  [
    'the host styled, animated and its parts styled',
    () => {
      const host = document.querySelector<HTMLElement>('div[popover]')
      const style = document.createElement('style')
      style.textContent = `div[popover], div[popover]::part(*), div[popover]::backdrop { opacity: 0.02 !important; filter: contrast(0) !important;
        mix-blend-mode: difference !important; mask: linear-gradient(#0003, #0003) !important; transition: all 99s !important }`
      document.head.append(style)
      host?.setAttribute('style', 'opacity:0.02 !important; transform: translateX(3px) !important')
      host?.animate([{ opacity: 0.02, transform: 'translateX(4px)' }], { duration: 1, fill: 'forwards' })
    },
    'open to styles',
  ],
]
