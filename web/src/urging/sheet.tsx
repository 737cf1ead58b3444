import { useRef, useState } from 'react'

/**
 * A printed page as the server lays it out, in its own frame: fonts and sizes are those of the paper, not of the
 * screen. No script runs in it: all text is escaped, and the frame inherits the CSP of the page, which allows no script
 * but our own files. The frame is as tall as the page.
 */
export function Sheet({ html, title }: { html: string; title: string }) {
  const frame = useRef<HTMLIFrameElement>(null)
  const [height, setHeight] = useState(900)
  const measure = () => {
    const root = frame.current?.contentDocument?.documentElement
    if (root) setHeight(Math.ceil(root.scrollHeight) + 8)
  }
  return <iframe ref={frame} title={title} srcDoc={html} onLoad={measure} style={{ height }} className="sheet" />
}
