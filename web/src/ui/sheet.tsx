import { useRef, useState } from 'react'

/**
 * A printed page as the server lays it out, in its own frame: fonts and sizes are those of the paper, not of the
 * screen. No script runs in it: the sandbox forbids it, all text is escaped, and the frame inherits the CSP of the page. The frame is as tall as the page.
 */
export function Sheet({ html, title }: { html: string; title: string }) {
  const frame = useRef<HTMLIFrameElement>(null)
  const [height, setHeight] = useState(900)
  const measure = () => {
    const root = frame.current?.contentDocument?.documentElement
    if (root) setHeight(Math.ceil(root.scrollHeight) + 8)
  }
  return (
    <iframe
      ref={frame}
      // Our own origin, to be measured; no scripts, forms, windows or downloads.
      sandbox="allow-same-origin"
      title={title}
      srcDoc={html}
      onLoad={measure}
      style={{ height }}
      className="printed-page"
    />
  )
}
