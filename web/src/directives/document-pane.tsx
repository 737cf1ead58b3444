import { PlusOutlined } from '@ant-design/icons'
import { Alert, Button } from 'antd'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { DocumentText, isOwnerShown, selectedSpan, showOwner } from '../ui/document-text.tsx'
import type { Segment, Span } from '../ui/highlight.ts'
import { draftIdOf, marksOfDirective, PLACE } from './marks.ts'
import { ShowPlace } from './place.tsx'
import type { Directive, DirectiveText } from './queries.ts'
import { Untaken } from './untaken.tsx'

const LEGEND = ['content', 'lead', 'coordinating', 'deadline', 'target', 'unread', 'field'] as const

interface Props {
  directive: Directive
  text: DirectiveText
  /** The draft highlighted now, by hovering or by selection. */
  lit: number | undefined
  chosen: number | undefined
  place: Span | undefined
  onHover: (draft: number | undefined) => void
  onChoose: (draft: number | undefined) => void
  onPlace: (span: Span) => void
  onAdd: ((span: Span) => void) | undefined
}

/** The document as read, each extracted field highlighted by kind; hovering over a segment highlights its task. */
export function DocumentPane({ directive, text, lit, chosen, place, onHover, onChoose, onPlace, onAdd }: Props) {
  const { t } = useTranslation()
  const box = useRef<HTMLDivElement>(null)
  const [selected, setSelected] = useState<Span>()
  const marks = useMemo(() => {
    const found = marksOfDirective(directive)
    return place ? [...found, { ...place, kind: 'place' as const, owner: PLACE }] : found
  }, [directive, place])
  const untaken = directive.warnings.filter(({ code }) => code === 'order_unread')
  const others = directive.warnings.filter(({ code }) => code !== 'order_unread')
  const refs = useMemo(() => new Map(directive.drafts.map(({ id, ref }) => [id, ref])), [directive])
  const describe = useCallback(
    (part: Segment) =>
      part.marks
        .map(({ kind, owner }) => {
          const ref = refs.get(draftIdOf(owner) ?? -1)
          return ref ? `${ref}: ${t(`mark.${kind}`)}` : t(`mark.${kind}`)
        })
        .filter((words, i, all) => all.indexOf(words) === i)
        .join('\n'),
    [refs, t],
  )
  useEffect(() => {
    if (place) showOwner(box.current, PLACE)
    else if (chosen !== undefined) showOwner(box.current, `d${chosen}`, 'content')
  }, [chosen, place])
  const isPointing = useRef(false)
  useEffect(() => {
    if (lit === undefined || isPointing.current) return
    // A short delay, so that moving across the cards does not scroll the document around.
    const wait = setTimeout(() => {
      if (!isOwnerShown(box.current, `d${lit}`, 'content')) showOwner(box.current, `d${lit}`, 'content')
    }, 300)
    return () => clearTimeout(wait)
  }, [lit])
  useEffect(() => {
    if (!onAdd) return
    let wait: ReturnType<typeof setTimeout>
    const look = () => {
      clearTimeout(wait)
      wait = setTimeout(() => setSelected(selectedSpan(box.current)), 150)
    }
    document.addEventListener('selectionchange', look)
    return () => {
      clearTimeout(wait)
      document.removeEventListener('selectionchange', look)
    }
  }, [onAdd])
  const draftAt = (target: EventTarget) => {
    const owners = (target as HTMLElement).closest<HTMLElement>('[data-owner]')?.dataset.owner?.split(' ') ?? []
    // If several tasks share one heading, the one already highlighted stays.
    const ids = owners.map(draftIdOf).filter((id) => id !== undefined)
    return ids.find((id) => id === lit) ?? ids.at(-1)
  }
  return (
    <>
      {lit === undefined ? null : (
        <style>{`.document [data-owner~="d${lit}"].lit { background-color: var(--lit-strong); box-shadow: 0 0 0 1px var(--lit-edge); }`}</style>
      )}
      <h2 className="unseen">{t('directives.documentTab')}</h2>
      <div className="legend" role="note" aria-label={t('mark.legend')}>
        {LEGEND.map((kind) => (
          <span key={kind} className={`lit lit-${kind}`}>
            {t(`mark.${kind}`)}
          </span>
        ))}
      </div>
      {text.recognised ? (
        <Alert type="info" showIcon title={t('directives.recognised')} className="recognised" />
      ) : null}
      <Untaken warnings={untaken} onPlace={onPlace} />
      {others.map((warning) => (
        <Alert
          key={`${warning.code}:${warning.span?.start}`}
          type="warning"
          showIcon
          title={warning.message}
          action={warning.span ? <ShowPlace span={warning.span} onShow={onPlace} /> : undefined}
          className="recognised"
        />
      ))}
      {/* For the keyboard the cards do the same: each has a button that shows its place here. */}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: hovering here only highlights what the cards name */}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: see above */}
      {/* biome-ignore lint/a11y/useKeyWithMouseEvents: see above */}
      <div
        ref={box}
        className="document-box"
        onMouseEnter={() => {
          isPointing.current = true
        }}
        onMouseOver={(event) => onHover(draftAt(event.target))}
        onMouseLeave={() => {
          isPointing.current = false
          onHover(undefined)
        }}
        onClick={(event) => {
          const draft = draftAt(event.target)
          if (draft !== undefined && document.getSelection()?.isCollapsed) onChoose(draft)
        }}
      >
        <DocumentText text={text.text} blocks={text.blocks} marks={marks} describe={describe} />
      </div>
      {selected && onAdd ? (
        <div className="selection-bar" role="status">
          <span>{t('directives.selected', { n: selected.end - selected.start })}</span>
          <Button
            type="primary"
            size="small"
            icon={<PlusOutlined />}
            // The selection must survive the press of the button.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => onAdd(selected)}
          >
            {t('directives.addFromText')}
          </Button>
        </div>
      ) : null}
    </>
  )
}
