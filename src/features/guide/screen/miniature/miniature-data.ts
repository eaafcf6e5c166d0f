/** The drawn miniatures as the package holds them: made by `npm run pictures`, drawn by screens. Types only. */

/** A box in a drawing of 320 by 200 units. */
export type Box = [x: number, y: number, width: number, height: number]

/** n: a column of navigation; h, t: words of a heading, of a text; b: a button; f: a field; s: what lies under a dialog; d: the dialog. */
export type Shape = [kind: string, ...box: Box]

export type Miniatures = {
  /** Each page once, its shapes back to front. */
  scenes: Record<string, Shape[]>
  /** Where a target stands, and on which page. */
  targets: Record<string, [scene: string, ...box: Box]>
  /** `GUIDE/STEP` -> its target. */
  steps: Record<string, string>
}
