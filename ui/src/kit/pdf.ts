// Opens a PDF for looking at it. Fonts of our papers are embedded, so no outside font data is needed.
import * as pdfjs from 'pdfjs-dist/legacy/build/pdf.mjs'
import worker from 'pdfjs-dist/legacy/build/pdf.worker.min.mjs?url'
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'

pdfjs.GlobalWorkerOptions.workerSrc = worker

export type { PDFDocumentProxy }

export async function openPdf(bytes: Uint8Array): Promise<PDFDocumentProxy> {
  // pdfjs takes the buffer over; the caller still wants to save it.
  return pdfjs.getDocument({ data: bytes.slice(), isEvalSupported: false, disableFontFace: true }).promise
}

/** Draws a page so that it is `width` CSS px wide on a screen of this density; the canvas is changed in one go at the end. */
export async function drawPage(document: PDFDocumentProxy, number: number, width: number, target: HTMLCanvasElement) {
  const page = await document.getPage(number)
  const natural = page.getViewport({ scale: 1 })
  const density = Math.min(3, window.devicePixelRatio || 1)
  const viewport = page.getViewport({ scale: (width / natural.width) * density })
  const scratch = window.document.createElement('canvas')
  scratch.width = Math.floor(viewport.width)
  scratch.height = Math.floor(viewport.height)
  await page.render({ canvas: scratch, viewport }).promise
  target.width = scratch.width
  target.height = scratch.height
  target.getContext('2d')?.drawImage(scratch, 0, 0)
}
