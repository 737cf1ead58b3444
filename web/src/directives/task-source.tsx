import { answer } from '@dieuhanh/client'
import { queryOptions, useQuery } from '@tanstack/react-query'
import { type ReactNode, useLayoutEffect, useMemo, useRef } from 'react'
import { DIRECTIVE, directiveSource } from '../paths/directives.ts'
import { api } from '../shell/api.ts'
import type { SourceKind } from '../tasks/index.ts'
import { DocumentText } from '../ui/document-text.tsx'
import type { Mark } from '../ui/highlight.ts'

/** Directives as what tasks come from. */
export const directivesAsSource: SourceKind = {
  kind: DIRECTIVE,
  choose: async (words, signal) => {
    const query = { state: 'confirmed' as const, limit: 20, ...(words ? { search: words } : {}) }
    const { rows } = await answer(api.GET('/api/directives', { params: { query }, signal }))
    return rows.map(({ id, number, subject }) => ({
      value: directiveSource(id),
      label: `${number ?? ''} ${subject ?? ''}`,
    }))
  },
  InPlace,
}

const textQuery = (id: number) =>
  queryOptions({
    queryKey: ['sourceText', id],
    queryFn: ({ signal }) => answer(api.GET('/api/directives/{id}/text', { params: { path: { id } }, signal })),
    staleTime: Number.POSITIVE_INFINITY,
  })

/** Blocks out of view have estimated heights until they are drawn, so the mark moves while the box scrolls to it. */
const MOST_TRIES = 4
/** Blocks shown around the sentence: enough to see what it belongs to. */
const AROUND = 3

function InPlace({ id, span, children }: { id: number; span: { start: number; end: number }; children: ReactNode }) {
  const text = useQuery(textQuery(id))
  const around = useMemo(() => {
    const blocks = text.data?.blocks ?? []
    const first = blocks.findIndex((block) => block.span.end > span.start)
    const last = blocks.findLastIndex((block) => block.span.start < span.end)
    return first < 0 ? [] : blocks.slice(Math.max(0, first - AROUND), last + AROUND + 1)
  }, [text.data, span])
  const marks = useMemo<Mark[]>(() => [{ ...span, kind: 'place', owner: 'source' }], [span])
  const box = useRef<HTMLDivElement>(null)
  // Only the box scrolls: the page stays where the reader is.
  useLayoutEffect(() => {
    let left = MOST_TRIES
    let next = 0
    const show = () => {
      const [frame, mark] = [box.current, box.current?.querySelector('mark')]
      if (!frame || !mark || around.length === 0) return
      const [outer, inner] = [frame.getBoundingClientRect(), mark.getBoundingClientRect()]
      frame.scrollTop += inner.top - outer.top - Math.max(0, (outer.height - inner.height) / 3)
      left -= 1
      if (left > 0) next = requestAnimationFrame(show)
    }
    show()
    return () => cancelAnimationFrame(next)
  }, [around])
  // Whoever may see the task but not the whole document still sees its own sentence.
  if (!text.data || around.length === 0) return children
  return (
    <div ref={box} className="source-text" data-testid="source-text">
      <DocumentText text={text.data.text} blocks={around} marks={marks} />
    </div>
  )
}
