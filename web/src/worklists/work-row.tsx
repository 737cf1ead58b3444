import { Link } from '@tanstack/react-router'
import { Checkbox } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../shell/language.tsx'
import { asSentence, showDay, showNumber } from '../ui/format.ts'
import { Standing, shownStanding } from '../ui/standing.tsx'
import type { WorkRow } from './work-groups.tsx'

/** One task of a work list: title, reason, state and acts. */
export function WorkLine({
  row,
  isLeadShown,
  isChosen,
  onChoose,
  children,
}: {
  row: WorkRow
  /** The task's agency; left out on the user's own desk. */
  isLeadShown: boolean
  isChosen: boolean
  onChoose: (isChosen: boolean) => void
  children: ReactNode
}) {
  const { t } = useTranslation()
  const language = useLanguage()
  const isRequest = row.reason === 'extension'
  return (
    <li className="work-row" data-row-box>
      {row.may.length > 0 ? (
        <Checkbox
          className="screen-only"
          checked={isChosen}
          aria-label={t('work.choose', { code: row.code })}
          onChange={({ target }) => onChoose(target.checked)}
        />
      ) : (
        <span />
      )}
      <div>
        <Link to="/nhiem-vu/$id" params={{ id: String(row.taskId) }} className="clamp-2" data-row>
          {asSentence(row.title)}
        </Link>
        <p className="work-why">
          <strong>
            {t(`work.reason.${row.reason}`, {
              day: showDay(row.aboutOn),
              words: row.words,
              detail: isRequest ? showDay(row.detail) : row.detail,
            })}
          </strong>
          {row.by ? <span className="soft"> · {row.by}</span> : null}
          {row.reportCalledFor && row.reason !== 'reportCall' ? (
            <span className="tag">{t('work.called', { day: showDay(row.reportCalledFor) })}</span>
          ) : null}
        </p>
        {row.words && row.reason !== 'period' ? <p className="work-words clamp-2">“{row.words}”</p> : null}
        {row.reason === 'claim' && row.detail ? (
          <p className="work-words">{t('work.product', { number: row.detail })}</p>
        ) : null}
        <p className="soft row work-why">
          <span className="tabular nowrap">{row.code}</span>
          {isLeadShown ? <span>{row.leadAgencyName}</span> : null}
          <Standing
            shown={shownStanding(row)}
            {...(row.daysLate ? { extra: t('task.lateBy', { n: showNumber(row.daysLate, language) }) } : {})}
          />
          <span className="tabular nowrap">
            {t(`state.${row.state}`)} · {row.percent}%
          </span>
        </p>
      </div>
      <div className="row work-acts screen-only">{children}</div>
    </li>
  )
}
