import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Column, type Sort, type TaskFilter, tasksFile } from '../paths/tasks.ts'
import { useLanguage } from '../shell/language.tsx'
import { showNumber } from '../ui/format.ts'
import { BulkBar } from './bulk-bar.tsx'
import { ExportChosen } from './export-button.tsx'
import type { TaskRow } from './queries.ts'
import type { UseUrge } from './urge.ts'

export interface Selection {
  chosen: ReadonlySet<number>
  choose: (ids: number[], isChosen: boolean) => void
  /** The chosen among the rows shown: nothing is done to a row the user does not see. */
  picked: number[]
  /** All rows of the filter, the loaded and the others. */
  isWhole: boolean
  chooseWhole: () => void
  clear: () => void
}

/** Which rows are chosen, across the pages loaded. All rows of a filter are chosen only until it changes. */
export function useSelection(rows: readonly TaskRow[], filter: TaskFilter): Selection {
  const [chosen, setChosen] = useState<ReadonlySet<number>>(new Set())
  const [whole, setWhole] = useState<string>()
  const name = JSON.stringify(filter)
  return {
    chosen,
    choose(ids, isChosen) {
      setWhole(undefined)
      setChosen((before) => {
        const next = new Set(before)
        for (const id of ids) isChosen ? next.add(id) : next.delete(id)
        return next
      })
    },
    picked: rows.flatMap(({ id }) => (chosen.has(id) ? [id] : [])),
    isWhole: whole === name,
    chooseWhole: () => setWhole(name),
    clear() {
      setWhole(undefined)
      setChosen(new Set())
    },
  }
}

/** What can be done with the chosen rows: the acts they all allow, and a workbook of them. */
export function SelectionBar({
  selection: { picked, isWhole, chooseWhole, clear },
  mayAct,
  useUrge,
  shown,
  total,
  filter,
  sort,
  columns,
}: {
  selection: Selection
  mayAct: boolean
  useUrge: UseUrge
  /** How many rows are loaded, and how many the filter has. */
  shown: number
  total: number | null
  filter: TaskFilter
  sort: Sort
  columns: readonly Column[]
}) {
  const { t } = useTranslation()
  const language = useLanguage()
  if (picked.length === 0) return null
  if (isWhole && total !== null) {
    return (
      <section className="bulk-bar screen-only" aria-label={t('tasks.wholeChosen', { n: showNumber(total, language) })}>
        <strong data-testid="chosen" role="status">
          {t('tasks.wholeChosen', { n: showNumber(total, language) })}
        </strong>
        <div className="row">
          <Button href={tasksFile(filter, sort, columns)}>
            {t('tasks.exportChosen', { n: showNumber(total, language) })}
          </Button>
          <Button type="text" onClick={clear}>
            {t('bulk.clear')}
          </Button>
        </div>
      </section>
    )
  }
  return (
    <BulkBar ids={picked} onClear={clear} mayAct={mayAct} useUrge={useUrge}>
      <ExportChosen ids={picked} filter={filter} sort={sort} columns={columns} />
      {picked.length === shown && total !== null && total > shown ? (
        <Button onClick={chooseWhole}>{t('tasks.chooseWhole', { n: showNumber(total, language) })}</Button>
      ) : null}
    </BulkBar>
  )
}
