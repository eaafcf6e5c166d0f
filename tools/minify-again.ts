/**
 * Minifies a built script once more. The build's own minifier looks at everything once; Terser (kept by many, no dependency that runs at
 * install) then finds what only shows in the result: 1.2 % less for the worker, 1.3 % for the content script. Screens are not worth the
 * seconds it takes.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { minify } from 'terser'

/**
 * Properties of the page's side that never leave it: no message, no JSON, nothing of the browser's is called so, and the scripts on a
 * page hand each other none of them (tests/tools/minify-again.test.ts). Their names are shortened, like those of variables.
 */
export const ofPageOnly =
  'squeezed startAnew isClearInShadow pieces isOpener keepClear reachable isCertain isSample traitsOf spokenBy isPicked forgetPress rightToLeft isDoubtful isFormGone isFree rested isNear isMarked topLayer isClear isBusy isIn isPrimary isFilled inNavigation isFormOpen isInForm isInRow opening isSeen isOneHidden listed isWayOut isRefused gaveUp isSure inSight spare hole roots acted rose soft bare guess nodes isOfForm isOfRow covers colour isLikely aim'.split(
    ' ',
  )

/**
 * @param isOfPage a third pass makes it smaller, and the worker larger; no function of it is called with `new`
 * @param path of a script that stands alone; a map beside it, as `npm run package` wants one, goes on to lead to the sources.
 */
export async function minifyAgain(path: string, isOfPage = false): Promise<void> {
  const map = `${path}.map`
  const withMap = existsSync(map)
  const built = await minify(readFileSync(path, 'utf8'), {
    module: true,
    ecma: 2020,
    // The build's own minifier has chosen a side for constants already: turned round, the same comparisons compress less (258 B).
    compress: { passes: isOfPage ? 3 : 2, lhs_constants: false, unsafe_arrows: isOfPage },
    ...(isOfPage && { mangle: { properties: { regex: new RegExp(`^(?:${ofPageOnly.join('|')})$`) } } }),
    ...(withMap && { sourceMap: { content: readFileSync(map, 'utf8') } }),
  })
  if (!built.code) throw new Error(`${path} came out empty.`)
  writeFileSync(path, built.code)
  if (withMap && typeof built.map === 'string') writeFileSync(map, built.map)
}
