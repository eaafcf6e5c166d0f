/** How long it takes to find one thing on a page of 1,000, 10,000 and 50,000 elements, beside `getByRole` on the same page. */

import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Bench, Line } from '../bench-line.ts'
import { bundle, locatorFile, openBrowser } from './in-browser.ts'

type Row = Record<string, string | number>

export async function bench(): Promise<Bench> {
  const open = await openBrowser(await bundle(join(import.meta.dirname, 'in-bench.ts'), 'bench'))
  try {
    const rows: Row[] = []
    await open.page.evaluate(q => {
      window.name = q
    }, process.env.QUANTILE ?? '')
    for (const size of [1_000, 10_000, 50_000]) rows.push(await open.page.evaluate(measure, size))
    const size = gzipSync(await bundle(locatorFile, 'keyway')).length
    return { title: `Locator (${(size / 1000).toFixed(1)} kB gzip, minified)`, rows, lines: rows.map(lineOf) }
  } finally {
    await open.close()
  }
}

const lineOf = (row: Row): Line => ({
  what: `find one control among ${Number(row.elements).toLocaleString('en')} elements`,
  measured: Number(row['written, warm ms']),
  unit: 'ms',
  ...('getByRole ms' in row && {
    beside: { what: 'getByRole of @testing-library/dom', measured: Number(row['getByRole ms']) },
  }),
})

/** Runs in the page. */
function measure(size: number): Row {
  const { getByRole, computeAccessibleName, nameOf, describe, locate, createLocator } = (
    window as unknown as { bench: typeof import('./in-bench.ts') }
  ).bench
  const make = (tag: string, text: string, parent: Element) => {
    const element = document.createElement(tag)
    element.textContent = text
    parent.append(element)
    return element
  }
  document.body.replaceChildren()
  const main = make('main', '', document.body)
  // Ten elements a row, two of them controls; the one that is meant is in the middle.
  for (let i = 0; i < size / 10; i++) {
    const section = make('section', '', main)
    section.className = `row r${i % 7}`
    make('h3', `Project ${i}`, section)
    const list = make('div', '', section)
    make('p', `Created by person ${i} and last used never`, list)
    make('span', `key_${i}`, list)
    make('span', i % 2 ? 'Active' : 'Revoked', list)
    const bar = make('div', '', section)
    make('button', `Edit key ${i}`, bar)
    const link = make('a', `Usage of key ${i}`, bar)
    link.setAttribute('href', `/usage/${i}`)
    make('small', '', bar)
    if (i === Math.floor(size / 20)) make('button', 'Create new secret key', bar)
  }
  const button = [...document.querySelectorAll('button')].find(
    one => one.textContent === 'Create new secret key',
  ) as Element
  const written = {
    role: 'button',
    names: ['Create new secret key', 'New secret key'],
    not: ['Create secret key'],
  }
  const recorded = describe(button)
  const right = (found: Element | undefined) => {
    if (found !== button) throw new Error('found something else')
  }
  const p95 = (times: number[]) =>
    times.sort((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * 0.95))] ?? 0
  const timed = (times: number, work: (i: number) => void) =>
    p95(
      Array.from({ length: times }, (_, i) => {
        const start = performance.now()
        work(i)
        return performance.now() - start
      }),
    )
  const cold = (target: typeof written) => timed(12, () => right(locate(document, target).element))
  const abort = new AbortController()
  const locator = createLocator(document, abort.signal)
  const warm = (target: typeof written) => {
    right(locator.locate(target).element)
    return timed(40, () => right(locator.locate(target).element))
  }
  const counter = make('output', '0', document.body)
  const after = (target: typeof written) =>
    timed(20, i => {
      counter.textContent = String(i)
      right(locator.locate(target).element)
    })
  cold(written)
  const row: Row = { elements: document.querySelectorAll('*').length }
  const put = (name: string, value: number) => {
    row[name] = Number(value.toFixed(2))
    return value
  }
  put('written, cold ms', cold(written))
  const fast = put('written, warm ms', warm(written))
  put('written, after a mutation ms', after(written))
  put('described, cold ms', cold(recorded as typeof written))
  const known = put('described, warm ms', warm(recorded as typeof written))
  put('described, after a mutation ms', after(recorded as typeof written))
  abort.abort()
  if (size <= 10_000) {
    const peer = put(
      'getByRole ms',
      timed(3, () => right(getByRole(document.body, 'button', { name: 'Create new secret key' }))),
    )
    row['getByRole / written warm'] = Math.round(peer / fast)
    row['getByRole / described warm'] = Math.round(peer / known)
    const controls = [...document.querySelectorAll('button,a')].slice(0, 400)
    const theirs = timed(3, () => controls.map(one => computeAccessibleName(one)))
    const ours = timed(3, () => controls.map(one => nameOf(one)))
    row['names: dom-accessibility-api / ours'] = Math.round(theirs / Math.max(0.05, ours))
  }
  return row
}
