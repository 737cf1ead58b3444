import { MergeCellsOutlined, PlusOutlined } from '@ant-design/icons'
import { App, Button, Segmented } from 'antd'
import { useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Only } from '../paths/directives.ts'
import { Blank } from '../ui/blank.tsx'
import type { Span } from '../ui/highlight.ts'
import { acts, useReviewAct } from './acts.ts'
import { Distribute } from './distribute.tsx'
import { DraftCard } from './draft-card.tsx'
import { editOf } from './edit.ts'
import { type Directive, isSuggested, needsLook } from './queries.ts'

interface Props {
  directive: Directive
  mayEdit: boolean
  lit: number | undefined
  chosen: number | undefined
  only: Only | undefined
  onOnly: (only: Only | undefined) => void
  onHover: (draft: number | undefined) => void
  onChoose: (draft: number | undefined) => void
  onPlace: (span: Span) => void
  onEdit: (draft: number) => void
}

const NOTHING = {
  all: 'directives.noDrafts',
  doubts: 'directives.nothingDoubtful',
  suggestions: 'directives.nothingSuggested',
} as const
const NOTHING_HINT = {
  all: 'directives.noDraftsHint',
  doubts: 'directives.nothingDoubtfulHint',
  suggestions: 'directives.nothingSuggestedHint',
} as const

/** The extracted tasks in document order, with those that need a review. */
export function Cards({ directive, mayEdit, lit, chosen, only, onOnly, onHover, onChoose, onPlace, onEdit }: Props) {
  const { t } = useTranslation()
  const [picked, setPicked] = useState<ReadonlySet<number>>(new Set())
  const { message } = App.useApp()
  const act = useReviewAct(directive.id)
  const [distributing, setDistributing] = useState<{ draft: number; party: number }>()
  const distributed = directive.drafts.find(({ id }) => id === distributing?.draft)
  const list = useRef<HTMLUListElement>(null)
  const doubtful = directive.drafts.filter(needsLook)
  const kept = directive.drafts.filter(({ isDropped }) => !isDropped)
  const suggested = directive.drafts.filter(isSuggested)
  const shown = only === 'doubts' ? doubtful : only === 'suggestions' ? suggested : directive.drafts
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
          onChange={(value) => onOnly(value === 'doubts' || value === 'suggestions' ? value : undefined)}
          options={[
            { value: 'all', label: t('directives.all') },
            { value: 'doubts', label: t('directives.doubts', { n: doubtful.length }) },
            ...(suggested.length > 0 || only === 'suggestions'
              ? [{ value: 'suggestions', label: t('directives.suggestions', { n: suggested.length }) }]
              : []),
          ]}
        />
      </div>
      {directive.secondReading ? (
        <p className="soft second-reading" data-testid="second-reading">
          {t('directives.secondReading', { ...directive.secondReading })}
        </p>
      ) : null}
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
      {shown.length === 0 ? <Blank title={t(NOTHING[only ?? 'all'])} hint={t(NOTHING_HINT[only ?? 'all'])} /> : null}
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
            onPlace={onPlace}
            onEdit={() => onEdit(draft.id)}
            onTakeOver={() => act.mutate(() => acts.save(directive.id, draft, editOf(draft)))}
            onCheck={() => act.mutate(() => acts.check(directive.id, draft))}
            onDistribute={(party) => setDistributing({ draft: draft.id, party })}
            onUndo={(distribution) =>
              act.mutate(() => acts.undo(directive, distribution), {
                onSuccess: () => message.success(t('distribution.undone')),
              })
            }
            onDrop={() => act.mutate(() => (draft.isDropped ? acts.restore : acts.drop)(directive.id, draft))}
          />
        ))}
      </ul>
      {distributing && distributed ? (
        <Distribute
          key={`${distributed.id}:${distributing.party}`}
          directive={directive}
          draft={distributed}
          party={distributing.party}
          onClose={() => setDistributing(undefined)}
        />
      ) : null}
    </>
  )
}
