import { LeftOutlined, RightOutlined } from '@ant-design/icons'
import { Button, Segmented } from 'antd'
import { useTranslation } from 'react-i18next'
import { type TaskSearch, ZOOMS, type Zoom } from '../paths/tasks.ts'
import { addDays, showDay, showMonth } from '../ui/format.ts'
import { nextSpan, type Span } from './timeline.ts'

/** Which days the timeline shows, and what its signs mean. */
export function TimelineTools({
  zoom,
  span,
  asOf,
  onChange,
}: {
  zoom: Zoom
  span: Span
  asOf: string
  onChange: (change: TaskSearch) => void
}) {
  const { t } = useTranslation()
  return (
    <div className="row spread timeline-tools">
      <div className="row">
        <Segmented
          size="small"
          value={zoom}
          onChange={(chosen) => onChange({ zoom: chosen === 'year' ? undefined : chosen, at: undefined })}
          aria-label={t('timeline.zoom')}
          options={ZOOMS.map((value) => ({ value, label: t(`timeline.zooms.${value}`) }))}
          className="screen-only"
        />
        <Turner
          words={
            zoom === 'month'
              ? t('calendar.month', { month: showMonth(span.first) })
              : t('timeline.span', { from: showMonth(span.first), to: showMonth(addDays(span.end, -1)) })
          }
          before={t('timeline.before')}
          after={t('timeline.after')}
          onTurn={(by) => onChange({ at: nextSpan(zoom, span, by) })}
          onReset={() => onChange({ at: undefined })}
        />
      </div>
      <Legend asOf={asOf} />
    </div>
  )
}

/** Back, forth, and to the usual place. */
export function Turner({
  words,
  before,
  after,
  onTurn,
  onReset,
}: {
  words: string
  before: string
  after: string
  onTurn: (by: 1 | -1) => void
  onReset: () => void
}) {
  const { t } = useTranslation()
  return (
    <div className="row">
      <Button
        size="small"
        icon={<LeftOutlined />}
        aria-label={before}
        onClick={() => onTurn(-1)}
        className="screen-only"
      />
      <strong role="status" className="tabular">
        {words}
      </strong>
      <Button
        size="small"
        icon={<RightOutlined />}
        aria-label={after}
        onClick={() => onTurn(1)}
        className="screen-only"
      />
      <Button size="small" onClick={onReset} className="screen-only">
        {t('timeline.now')}
      </Button>
    </div>
  )
}

function Legend({ asOf }: { asOf: string }) {
  const { t } = useTranslation()
  return (
    <p className="timeline-legend" aria-hidden="true">
      <span>
        <span className="line-drawn openInTerm">
          <span className="line-bar" />
          <span className="line-bar done" />
        </span>
        {t('timeline.legend.bar')}
      </span>
      <span>
        <span className="line-drawn openOverdue">
          <span className="line-bar late-days" />
        </span>
        {t('timeline.legend.late')}
      </span>
      <span>
        <span className="line-drawn">
          <span className="line-milestone" />
        </span>
        {t('timeline.legend.milestone')}
      </span>
      <span>
        <span className="line-drawn">
          <span className="line-ghost" />
        </span>
        {t('timeline.legend.ghost')}
      </span>
      <span>
        <span className="now-mark" />
        {t('timeline.legend.today', { day: showDay(asOf) })}
      </span>
    </p>
  )
}
