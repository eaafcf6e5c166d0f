/**
 * Every public way from a page's script to what is inside an element's shadow root. Runs in the page. Each way gives whatever it finds;
 * what lies in a shadow tree has been reached.
 */

/** @param host whose root is wanted. @returns the ways by name that reached something inside. */
export async function waysInto(
  host: HTMLElement,
  at: { x: number; y: number },
): Promise<{ tried: number; reached: string[] }> {
  const frame = () => new Promise(done => requestAnimationFrame(done))
  const watched: unknown[] = []
  const observers: { disconnect(): void }[] = []
  const types = ['event', 'first-input', 'layout-shift', 'largest-contentful-paint', 'element', 'longtask']
  for (const type of types) {
    const observer = new PerformanceObserver(list => {
      for (const entry of list.getEntries() as (PerformanceEntry & Record<string, unknown>)[])
        watched.push(
          entry.target,
          entry.element,
          ...((entry.sources as { node: unknown }[] | undefined) ?? []).map(({ node }) => node),
        )
    })
    if (!PerformanceObserver.supportedEntryTypes.includes(type)) continue
    observer.observe({ type, buffered: true, ...(type === 'event' && { durationThreshold: 16 }) })
    observers.push(observer)
  }
  const mutations = new MutationObserver(records => {
    for (const { target, addedNodes } of records) watched.push(target, ...addedNodes)
  })
  mutations.observe(document, { subtree: true, childList: true, attributes: true, characterData: true })
  observers.push(mutations)
  for (const type of ['pointermove', 'mousemove', 'focusin', 'click', 'transitionrun', 'animationstart'])
    window.addEventListener(type, event => watched.push(event.target, ...event.composedPath()), true)

  type Loose = Record<string, (...given: unknown[]) => unknown>
  const loose = (thing: unknown) => thing as Loose
  const selection = getSelection() as Selection
  const ways: Record<string, () => unknown> = {
    shadowRoot: () => host.shadowRoot,
    attachInternals: () => host.attachInternals().shadowRoot,
    'attachInternals of another element': () => HTMLElement.prototype.attachInternals.call(host).shadowRoot,
    'attachShadow again': () => host.attachShadow({ mode: 'open' }),
    'attachShadow of the prototype': () => Element.prototype.attachShadow.call(host, { mode: 'open' }),
    elementFromPoint: () => document.elementFromPoint(at.x, at.y),
    elementsFromPoint: () => document.elementsFromPoint(at.x, at.y),
    caretPositionFromPoint: () => document.caretPositionFromPoint(at.x, at.y)?.offsetNode,
    caretRangeFromPoint: () => loose(document).caretRangeFromPoint?.(at.x, at.y),
    activeElement: () => document.activeElement,
    'select all': () => {
      document.execCommand('selectAll')
      return [selection.anchorNode, selection.focusNode, ...composed()]
    },
    'selection extended through it': () => {
      selection.setBaseAndExtent(document.documentElement, 0, host, 0)
      for (let step = 0; step < 60; step++) selection.modify('extend', 'forward', 'word')
      return [selection.anchorNode, selection.focusNode, ...composed()]
    },
    'the words of a selection': () => {
      selection.selectAllChildren(host)
      return /keyway|save/i.test(selection.toString()) ? inside : null
    },
    'window.find': () => {
      selection.removeAllRanges()
      loose(window).find?.('Save to Keyway')
      return [selection.anchorNode, selection.focusNode, ...composed()]
    },
    'a range’s contents': () => {
      const range = document.createRange()
      range.selectNode(host)
      return /save/i.test(`${range.toString()}${range.cloneContents().textContent}`) ? inside : null
    },
    'textContent and innerText': () => (/save/i.test(`${host.textContent}${host.innerText}`) ? inside : null),
    'getHTML of serializable roots': () =>
      /<template/.test(
        host.getHTML({ serializableShadowRoots: true }) +
          document.documentElement.getHTML({ serializableShadowRoots: true }),
      )
        ? inside
        : null,
    'XML serialized': () => (/save to/i.test(new XMLSerializer().serializeToString(host)) ? inside : null),
    cloneNode: () => (host.cloneNode(true) as HTMLElement).shadowRoot,
    importNode: () => document.importNode(host, true).shadowRoot,
    structuredClone: () => structuredClone(host),
    'a slot for children of the host': () => {
      const child = document.createElement('span')
      host.append(child)
      const { assignedSlot } = child
      child.remove()
      return assignedSlot
    },
    'getRootNode of a child': () => {
      const child = document.createElement('span')
      host.append(child)
      const root = child.getRootNode({ composed: false })
      child.remove()
      return root
    },
    'a tree walker': () => {
      const walker = document.createTreeWalker(host)
      return [walker.firstChild(), walker.nextNode()]
    },
    querySelector: () => host.querySelectorAll('*'),
    'an XPath': () =>
      document.evaluate('descendant::*', host, null, XPathResult.FIRST_ORDERED_NODE_TYPE).singleNodeValue,
    'getAnimations of the document': () => document.getAnimations().map(targetOf),
    'getAnimations of the host': () => host.getAnimations({ subtree: true }).map(targetOf),
    'fullscreenElement, pointerLockElement, pictureInPictureElement': () => [
      document.fullscreenElement,
      document.pointerLockElement,
      document.pictureInPictureElement,
    ],
    'the style of a part': () => (getComputedStyle(host, '::part(card)').width === '344px' ? inside : null),
    'highlights at the point': () => loose(CSS.highlights).highlightsFromPoint?.(at.x, at.y),
    'ARIA references': () => [
      ...((host as unknown as { ariaOwnsElements?: Element[] }).ariaOwnsElements ?? []),
      ...((host as unknown as { ariaControlsElements?: Element[] }).ariaControlsElements ?? []),
    ],
    'style sheets of the document': () =>
      [...document.styleSheets, ...document.adoptedStyleSheets].some(sheet =>
        [...sheet.cssRules].some(rule => rule.cssText.includes('.keyway')),
      )
        ? inside
        : null,
    'a definition of its name': () => {
      class Defined extends HTMLElement {
        constructor() {
          super()
          watched.push(this.attachInternals().shadowRoot)
        }
        connectedCallback() {
          watched.push(this.shadowRoot)
        }
      }
      const name = host.localName.includes('-') ? host.localName : 'keyway-guide'
      if (!customElements.get(name)) customElements.define(name, Defined)
      customElements.upgrade(host)
      return watched
    },
    'a registry of its own': () => {
      const made = Reflect.construct(CustomElementRegistry, []) as CustomElementRegistry
      made.define(
        'a-div',
        class extends HTMLDivElement {
          constructor() {
            super()
            watched.push(this.attachInternals().shadowRoot)
          }
        },
        { extends: 'div' },
      )
      loose(made).initialize?.(host)
      host.setAttribute('is', 'a-div')
      made.upgrade(host)
      host.removeAttribute('is')
      return watched
    },
    'a page that is edited': () => {
      const name = 'x-inside'
      if (!customElements.get(name))
        customElements.define(
          name,
          class extends HTMLElement {
            connectedCallback() {
              watched.push(this, this.getRootNode())
            }
          },
        )
      const put = () => {
        document.execCommand('insertHTML', false, `<${name}>x</${name}>`)
        document.execCommand('insertText', false, 'x')
      }
      document.designMode = 'on'
      host.contentEditable = 'true'
      host.style.setProperty('-webkit-user-modify', 'read-write', 'important')
      for (const word of ['Save to Keyway', 'Create', 'Keyway']) {
        selection.removeAllRanges()
        if (loose(window).find?.(word)) put()
      }
      selection.selectAllChildren(host)
      put()
      document.designMode = 'off'
      host.removeAttribute('contenteditable')
      host.style.removeProperty('-webkit-user-modify')
      return watched
    },
    'another document': () => {
      const other = document.implementation.createHTMLDocument()
      const parent = host.parentNode
      other.adoptNode(host)
      const reached = [host.shadowRoot, ...host.childNodes]
      parent?.append(document.adoptNode(host))
      return reached
    },
    'a patched attachShadow': () =>
      ((window as { roots?: (ShadowRoot | null)[] }).roots ?? []).filter(root => root?.host === host),
  }

  const inside = document.createElement('i')
  const shadow = document.createElement('div')
  shadow.attachShadow({ mode: 'open' }).append(inside)
  const composed = () => {
    const ranges = loose(selection).getComposedRanges?.({ shadowRoots: [] }) as StaticRange[] | undefined
    return (ranges ?? []).flatMap(({ startContainer, endContainer }) => [startContainer, endContainer])
  }
  const targetOf = (animation: Animation) => (animation.effect as KeyframeEffect | null)?.target
  const reaches = (found: unknown): boolean => {
    if (found instanceof ShadowRoot) return true
    if (found instanceof Range) return reaches(found.startContainer)
    if (found instanceof Node) return found.getRootNode() instanceof ShadowRoot
    if (found instanceof NodeList || Array.isArray(found)) return [...found].some(reaches)
    return false
  }

  const reached: string[] = []
  for (const [name, way] of Object.entries(ways)) {
    try {
      if (reaches(way())) reached.push(name)
    } catch {
      // Refused: that way is closed.
    }
  }
  for (let step = 0; step < 20; step++) {
    await frame()
    if (reaches([...document.getAnimations(), ...host.getAnimations({ subtree: true })].map(targetOf)))
      reached.push('animations, later')
  }
  if (reaches(watched)) reached.push('observers and events')
  for (const observer of observers) observer.disconnect()
  return { tried: Object.keys(ways).length + 2, reached: [...new Set(reached)] }
}
