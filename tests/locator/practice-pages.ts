/** The practice pages as trees that the drift generator can change: each scene in each look, as it stands when it has come to rest. */

import puppeteer from 'puppeteer-core'
import { ensureBrowser } from '../../tools/browser.mjs'
import { resolverRules } from '../practice/hosts.ts'
import { enter, looks, scenes } from '../practice/scenes.ts'
import { startPractice } from '../practice/server.ts'
import { meantOn, type Node } from './drift.ts'

/** @param every of the scenes only each so-many-th is taken. */
export async function practicePages(every = 1): Promise<Node[]> {
  const practice = await startPractice()
  const browser = await puppeteer.launch({
    executablePath: await ensureBrowser(),
    acceptInsecureCerts: true,
    defaultViewport: { width: 1280, height: 900 },
    args: ['--no-sandbox', `--host-resolver-rules=${resolverRules(practice.port)}`],
  })
  const pages: Node[] = []
  let count = 0
  try {
    const page = await browser.newPage()
    for (const look of looks)
      for (const scene of scenes) {
        if (count++ % every || !(await enter(page, practice, scene, look.patch))) continue
        const tree = await page.evaluate(treeOf)
        if (meantOn(tree).length > 2) pages.push(tree)
      }
  } finally {
    await browser.close()
    await practice.close()
  }
  return pages
}

/** Runs in the page. What cannot be seen says so in its style; all other style is left behind. */
function treeOf(): Node {
  const visit = (element: Element, seen: boolean): Node => {
    const attrs: Record<string, string> = {}
    for (const { name, value } of element.attributes) if (name !== 'style') attrs[name] = value
    const visible = element.checkVisibility({ visibilityProperty: true })
    if (seen && !visible) attrs.style = 'display:none'
    const kids: (Node | string)[] = []
    if (element.localName !== 'svg')
      for (const kid of element.childNodes) {
        if (kid.nodeType === 3 && kid.nodeValue?.trim()) kids.push(kid.nodeValue)
        if (kid instanceof Element && !/^(script|style|link|template|iframe)$/.test(kid.localName))
          kids.push(visit(kid, visible))
      }
    return { tag: element.localName, attrs, kids }
  }
  const root = visit(document.body, true)
  return { ...root, tag: 'div' }
}
