import { MergeCellsOutlined, PlusOutlined } from '@ant-design/icons'
import { Button, Segmented } from 'antd'
import { useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Blank } from '../ui/blank.tsx'
import { acts, useReviewAct } from './acts.ts'
import { DraftCard } from './draft-card.tsx'
import { type Directive, needsLook } from './queries.ts'

interface Props {
  directive: Directive
  mayEdit: boolean
  lit: number | undefined
  chosen: number | undefined
  only: 'doubts' | undefined
  onOnly: (only: 'doubts' | undefined) => void
  onHover: (draft: number | undefined) => void
  onChoose: (draft: number | undefined) => void
  onEdit: (draft: number) => void
}

/** The extracted tasks in document order, with those that need a review. */
export function Cards({ directive, mayEdit, lit, chosen, only, onOnly, onHover, onChoose, onEdit }: Props) {
  const { t } = useTranslation()
  const [picked, setPicked] = useState<ReadonlySet<number>>(new Set())
  const act = useReviewAct(directive.id)
  const list = useRef<HTMLUListElement>(null)
  const doubtful = directive.drafts.filter(needsLook)
  const kept = directive.drafts.filter(({ isDropped }) => !isDropped)
  const shown = only === 'doubts' ? doubtful : directive.drafts
  const chosenOnes = useMemo(() => kept.filter(({ id }) => picked.has(id)), [kept, picked])
  const targets = kept.reduce((sum, draft) => sum + draft.targets.length, 0)
  useEffect(() => {
    if (lit === undefined) return
    list.current?.querySelector(`[data-draft="${lit}"]`)?.scrollIntoView({ block: 'nearest', behavior: 'smooth' })
  }, [lit])
  return (
    <>
      <div className="row spread cards-head">
        <h2 data-testid="found">{t('directives.foundTitle', { n: kept.length, targets })}</h2>
        <Segmented
          size="small"
          value={only ?? 'all'}
          onChange={(value) => onOnly(value === 'doubts' ? 'doubts' : undefined)}
          options={[
            { value: 'all', label: t('directives.all') },
            { value: 'doubts', label: t('directives.doubts', { n: doubtful.length }) },
          ]}
        />
      </div>
      {mayEdit ? (
        <div className="row merge-bar">
          <Button
            size="small"
            icon={<MergeCellsOutlined />}
            disabled={chosenOnes.length < 2}
            loading={act.isPending}
            onClick={() =>
              act.mutate(() => acts.merge(directive.id, chosenOnes), { onSuccess: () => setPicked(new Set()) })
            }
          >
            {t('directives.merge', { n: chosenOnes.length })}
          </Button>
          <span className="soft">
            <PlusOutlined aria-hidden /> {t('directives.addHint')}
          </span>
        </div>
      ) : null}
      {shown.length === 0 ? (
        <Blank
          title={t(only ? 'directives.nothingDoubtful' : 'directives.noDrafts')}
          hint={t(only ? 'directives.nothingDoubtfulHint' : 'directives.noDraftsHint')}
        />
      ) : null}
      <ul className="draft-cards" ref={list} onMouseLeave={() => onHover(undefined)}>
        {shown.map((draft) => (
          <DraftCard
            key={draft.id}
            draft={draft}
            mayEdit={mayEdit}
            isLit={lit === draft.id}
            isChosen={chosen === draft.id}
            isPicked={picked.has(draft.id)}
            isBusy={act.isPending}
            onPick={(on) =>
              setPicked((before) => new Set(on ? [...before, draft.id] : [...before].filter((id) => id !== draft.id)))
            }
            onHover={() => onHover(draft.id)}
            onChoose={() => onChoose(draft.id)}
            onEdit={() => onEdit(draft.id)}
            onDrop={() => act.mutate(() => (draft.isDropped ? acts.restore : acts.drop)(directive.id, draft))}
          />
        ))}
      </ul>
    </>
  )
}
