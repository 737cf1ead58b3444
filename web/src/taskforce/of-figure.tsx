import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { TaskforceFigure, TaskforceSearch } from '../paths/taskforce.ts'
import { useMe } from '../shell/session.ts'
import { showDay, showInstant } from '../ui/format.ts'

/** The part of a filter that opens the rows of a figure, if the address names one of these. */
export function figureOf<Figure extends TaskforceFigure>(
  { figure, from, asOf, knownOn, knownBefore }: TaskforceSearch,
  own: readonly Figure[],
): { figure?: Figure; from?: string; asOf?: string; knownOn?: string; knownBefore?: string } {
  const named = own.find((one) => one === figure)
  if (!named) return {}
  return {
    figure: named,
    ...(from ? { from } : {}),
    ...(asOf ? { asOf } : {}),
    ...(knownOn ? { knownOn } : {}),
    ...(knownBefore ? { knownBefore } : {}),
  }
}

/** Says that a list shows only what a figure of a report counts, and as of which day; one click shows all. */
export function OfFigure({
  search: { figure, from, asOf, knownOn, knownBefore },
  own,
  onChange,
}: {
  search: TaskforceSearch
  own: readonly TaskforceFigure[]
  onChange: (changed: TaskforceSearch) => void
}) {
  const { t } = useTranslation()
  const { today } = useMe()
  if (!figure || !own.includes(figure)) return null
  const day = asOf ?? today
  return (
    <p className="row screen-only" data-testid="of-figure">
      <span>
        {t(`taskforce.ofFigure.${figure}`, { from: showDay(from ?? `${day.slice(0, 4)}-01-01`), day: showDay(day) })}
        {knownOn ? ` ${t('taskforce.ofFigureKnown', { day: showDay(knownOn) })}` : ''}
        {knownBefore ? ` ${t('taskforce.ofFigureBefore', { at: showInstant(knownBefore) })}` : ''}
      </span>
      <Button
        size="small"
        onClick={() =>
          onChange({ figure: undefined, from: undefined, asOf: undefined, knownOn: undefined, knownBefore: undefined })
        }
      >
        {t('taskforce.ofFigureAll')}
      </Button>
    </p>
  )
}

/** Says that a list shows only what is not done; one click shows all. */
export function OnlyOpen({
  search: { isOpen },
  onChange,
}: {
  search: TaskforceSearch
  onChange: (changed: TaskforceSearch) => void
}) {
  const { t } = useTranslation()
  if (!isOpen) return null
  return (
    <Button onClick={() => onChange({ isOpen: undefined })} data-testid="not-only-open">
      {t('taskforce.notOnlyOpen')}
    </Button>
  )
}
