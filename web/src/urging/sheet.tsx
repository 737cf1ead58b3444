import { useRef, useState } from 'react'

/**
 * A page of paper as the server lays it out, in a frame of its own: its type and measures are the paper's, not the
 * screen's. Nothing in it runs: every word is escaped, and the frame inherits the policy of the page, which allows no script
 * but our own files. The frame is as tall as the page.
 */
export function Sheet({ html, title }: { html: string; title: string }) {
  const frame = useRef<HTMLIFrameElement>(null)
  const [height, setHeight] = useState(900)
  const measure = () => {
    const body = frame.current?.contentDocument?.documentElement
    if (body) setHeight(Math.ceil(body.scrollHeight) + 8)
  }
  return <iframe ref={frame} title={title} srcDoc={html} onLoad={measure} style={{ height }} className="sheet" />
}
