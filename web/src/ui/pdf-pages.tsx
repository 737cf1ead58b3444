import type { PDFDocumentProxy } from 'pdfjs-dist'
import workerUrl from 'pdfjs-dist/build/pdf.worker.min.mjs?url'
import { type RefObject, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'

declare const __PDF_DECODERS__: string

interface Props {
  bytes: ArrayBuffer
  /** Names the document for those who do not see its pages. */
  name: string
  /** How wide a page is, of the width there is. */
  zoom?: number
  /** It cannot be shown. */
  onFail: () => void
}

/**
 * The pages of a PDF as pictures, drawn by pdf.js in this browser: no plug-in, on telephones too, and nothing in the file runs. A page
 * is drawn when it comes near the view.
 */
export function PdfPages({ bytes, name, zoom = 1, onFail }: Props) {
  const { t } = useTranslation()
  const box = useRef<HTMLDivElement>(null)
  const [file, setFile] = useState<PDFDocumentProxy>()
  const fail = useRef(onFail)
  fail.current = onFail
  useEffect(() => {
    let isGone = false
    let close: (() => Promise<void>) | undefined
    import('pdfjs-dist')
      .then(async ({ getDocument, GlobalWorkerOptions }) => {
        GlobalWorkerOptions.workerSrc = workerUrl
        // The bytes go to the worker for good, and this document may be shown again.
        const loading = getDocument({
          data: bytes.slice(0),
          enableXfa: false,
          useWasm: false,
          wasmUrl: __PDF_DECODERS__,
        })
        close = () => loading.destroy()
        const found = await loading.promise
        if (!isGone) setFile(found)
      })
      .catch(() => {
        if (!isGone) fail.current()
      })
    return () => {
      isGone = true
      setFile(undefined)
      close?.()
    }
  }, [bytes])
  return (
    <div ref={box} className="pdf-pages" role="document" aria-label={name}>
      {file === undefined ? <p className="soft pdf-coming">{t('document.drawing')}</p> : null}
      {file
        ? Array.from({ length: file.numPages }, (_, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: pages have no other name.
            <PdfPage key={place} file={file} number={place + 1} box={box} zoom={zoom} />
          ))
        : null}
    </div>
  )
}

/** Larger pages are drawn less finely: a plan of a metre must not take the memory of the machine. */
const MOST_PIXELS = 8_000_000

function PdfPage({
  file,
  number,
  box,
  zoom,
}: {
  file: PDFDocumentProxy
  number: number
  box: RefObject<HTMLDivElement | null>
  zoom: number
}) {
  const { t } = useTranslation()
  const canvas = useRef<HTMLCanvasElement>(null)
  const [isNear, setNear] = useState(false)
  const [shape, setShape] = useState(297 / 210)
  useEffect(() => {
    const watch = new IntersectionObserver(
      (seen) => {
        if (seen.some(({ isIntersecting }) => isIntersecting)) setNear(true)
      },
      { rootMargin: '600px 0px' },
    )
    if (canvas.current) watch.observe(canvas.current)
    return () => watch.disconnect()
  }, [])
  useEffect(() => {
    if (!isNear) return
    let stop: (() => void) | undefined
    let isGone = false
    file
      .getPage(number)
      .then((page) => {
        const drawn = canvas.current
        if (isGone || !drawn) return
        const { width, height } = page.getViewport({ scale: 1 })
        setShape(height / width)
        const wanted = ((box.current?.clientWidth ?? width) * zoom * Math.min(2, window.devicePixelRatio || 1)) / width
        const scale = Math.min(wanted, Math.sqrt(MOST_PIXELS / (width * height)))
        const viewport = page.getViewport({ scale })
        drawn.width = Math.floor(viewport.width)
        drawn.height = Math.floor(viewport.height)
        const drawing = page.render({ canvas: drawn, viewport })
        stop = () => drawing.cancel()
        return drawing.promise
      })
      // A page that cannot be drawn stays white; the file itself can be downloaded.
      .catch(() => undefined)
    return () => {
      isGone = true
      stop?.()
    }
  }, [isNear, file, number, box, zoom])
  return (
    <canvas
      ref={canvas}
      className="pdf-page"
      role="img"
      aria-label={t('document.pageN', { n: number })}
      style={{ width: `${zoom * 100}%`, aspectRatio: String(1 / shape) }}
    />
  )
}
