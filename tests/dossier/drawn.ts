import { fileURLToPath } from 'node:url'
import { getDocument } from '../report/pdf/pdfjs'

/** Dots of a page, one for each point, as red, green, blue and how opaque; from the upper left. */
export interface Drawn {
  readonly width: number
  readonly height: number
  readonly dots: Uint8ClampedArray
}

/** Where pdf.js has its decoders, character maps and standard fonts, as the app gives them to it. */
const part = (name: string) =>
  fileURLToPath(new URL(`../../node_modules/pdfjs-dist/${name}/`, import.meta.url))
const ASSETS = {
  wasmUrl: part('wasm'),
  cMapUrl: part('cmaps'),
  standardFontDataUrl: part('standard_fonts'),
}

/** Opens a PDF and draws some of its pages, counted from 1. */
export async function drawPages(pdf: Uint8Array, pages: readonly number[]): Promise<Drawn[]> {
  const task = getDocument({ data: new Uint8Array(pdf), verbosity: 0, ...ASSETS })
  const opened = await task.promise
  const factory = opened.canvasFactory as {
    create: (
      width: number,
      height: number,
    ) => { canvas: HTMLCanvasElement; context: CanvasRenderingContext2D }
  }
  const drawn: Drawn[] = []
  for (const number of pages) {
    const page = await opened.getPage(number)
    const viewport = page.getViewport({ scale: 1 })
    const [width, height] = [Math.ceil(viewport.width), Math.ceil(viewport.height)]
    const { canvas, context } = factory.create(width, height)
    await page.render({ canvas, canvasContext: context, viewport }).promise
    drawn.push({ width, height, dots: context.getImageData(0, 0, width, height).data })
  }
  await task.destroy()
  return drawn
}

/** Draws the first page of a PDF. */
export async function drawFirst(pdf: Uint8Array): Promise<Drawn> {
  const [first] = await drawPages(pdf, [1])
  if (!first) throw new RangeError('no page')
  return first
}

/** The mean difference of red, green and blue, 0–255, between a picture and as much of another from so far right. */
export function differenceOf(one: Drawn, other: Drawn, right: number): number {
  let sum = 0
  for (let y = 0; y < one.height; y += 1)
    for (let x = 0; x < one.width; x += 1)
      for (let colour = 0; colour < 3; colour += 1) {
        const own = one.dots[4 * (y * one.width + x) + colour] ?? NaN
        sum += Math.abs(own - (other.dots[4 * (y * other.width + x + right) + colour] ?? NaN))
      }
  return sum / (one.width * one.height * 3)
}

/** The smallest box around all that is dark in the upper `height` rows of a page, from `left` on. */
export function darkBox({ width, dots }: Drawn, left: number, right: number, height: number): number[] {
  const found = { x0: Infinity, y0: Infinity, x1: -Infinity, y1: -Infinity }
  for (let y = 0; y < height; y += 1)
    for (let x = left; x < right; x += 1) {
      if ((dots[4 * (y * width + x)] ?? 255) > 127) continue
      found.x0 = Math.min(found.x0, x - left)
      found.x1 = Math.max(found.x1, x - left)
      found.y0 = Math.min(found.y0, y)
      found.y1 = Math.max(found.y1, y)
    }
  return [found.x0, found.y0, found.x1, found.y1]
}

/** The smallest box around all dots of a strong colour, to two dots. */
export function colouredBox(drawn: Drawn): { x0: number; y0: number; x1: number; y1: number } {
  const box = { x0: Infinity, y0: Infinity, x1: -Infinity, y1: -Infinity }
  for (let y = 0; y < drawn.height; y += 2)
    for (let x = 0; x < drawn.width; x += 2) {
      if (colourAt(drawn, x, y) === null) continue
      box.x0 = Math.min(box.x0, x)
      box.x1 = Math.max(box.x1, x)
      box.y0 = Math.min(box.y0, y)
      box.y1 = Math.max(box.y1, y)
    }
  return box
}

/** Which of four strong colours a dot has; null where none of them. */
export function colourAt(drawn: Drawn, x: number, y: number): 'red' | 'green' | 'blue' | 'yellow' | null {
  const [red = 0, green = 0, blue = 0] = dotAt(drawn, x, y).map((value) =>
    value > 200 ? 2 : value < 80 ? 0 : 1,
  )
  if (red === 2 && green === 0 && blue === 0) return 'red'
  if (red === 0 && green === 2 && blue === 0) return 'green'
  if (red === 0 && green === 0 && blue === 2) return 'blue'
  return red === 2 && green === 2 && blue === 0 ? 'yellow' : null
}

/** Red, green and blue of a dot. */
export function dotAt({ width, dots }: Drawn, x: number, y: number): number[] {
  const at = 4 * (Math.round(y) * width + Math.round(x))
  return [...dots.subarray(at, at + 3)]
}

/** The darkest of the dots around a place. */
export function darkestNear(drawn: Drawn, x: number, y: number): number[] {
  const near = [-1, 0, 1].flatMap((right) => [-1, 0, 1].map((down) => dotAt(drawn, x + right, y + down)))
  const light = (dot: readonly number[]) => dot.reduce((sum, colour) => sum + colour, 0)
  return near.reduce((one, other) => (light(other) < light(one) ? other : one))
}
