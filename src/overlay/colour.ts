/** Any colour that Chrome computes, in the newer notations too, as numbers. */

/** Red, green, blue 0 to 255, alpha 0 to 1. */
export type Colour = [number, number, number, number]

let canvas: OffscreenCanvasRenderingContext2D | null | undefined

/** Lets a canvas compute the colour; transparent when the text is no colour. */
export function colourOf(text: string): Colour {
  canvas ??= new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true })
  if (!canvas) return [0, 0, 0, 0]
  canvas.clearRect(0, 0, 1, 1)
  canvas.fillStyle = '#0000'
  canvas.fillStyle = text
  canvas.fillRect(0, 0, 1, 1)
  const [red = 0, green = 0, blue = 0, alpha = 0] = canvas.getImageData(0, 0, 1, 1).data
  return [red, green, blue, alpha / 255]
}
