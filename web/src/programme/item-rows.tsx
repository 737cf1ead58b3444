import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { type Column, Rows } from '../list/rows.tsx'
import { showDay } from '../ui/format.ts'
import type { ItemRow } from './queries.ts'
import { ItemStanding } from './standing.tsx'

export function ItemLink({ item }: { item: Pick<ItemRow, 'id' | 'name'> }) {
  return (
    <Link to="/chuong-trinh-cong-tac/$id" params={{ id: String(item.id) }} data-row lang="vi">
      {item.name}
    </Link>
  )
}

/** Due day in force, with the first one and how often it moved. */
export function Due({ item }: { item: Pick<ItemRow, 'dueOn' | 'firstDueOn' | 'moves'> }) {
  const { t } = useTranslation()
  return (
    <>
      <span className="tabular nowrap">{showDay(item.dueOn)}</span>
      {item.moves > 0 ? (
        <span className="soft programme-first">
          {t('programme.movedFrom', { day: showDay(item.firstDueOn), n: item.moves })}
        </span>
      ) : null}
    </>
  )
}

/** A time in debt: from which day to which, and what ended it. */
function Time({ time }: { time: NonNullable<ItemRow['time']> }) {
  const { t } = useTranslation()
  return (
    <>
      <span className="tabular nowrap">{showDay(time.from)}</span>
      {time.began === 'returned' ? ` (${t('programme.returned')})` : ''}
      {' – '}
      {time.to && time.ended ? (
        <>
          <span className="tabular nowrap">{showDay(time.to)}</span> ({t(`programme.timeEnded.${time.ended}`)})
        </>
      ) : (
        t('programme.timeRuns')
      )}
    </>
  )
}

/** The day promised last, and how often another was named in this debt. */
function Promised({ item: { recoverBy, promiseMoves } }: { item: Pick<ItemRow, 'recoverBy' | 'promiseMoves'> }) {
  const { t } = useTranslation()
  if (!recoverBy) return <>–</>
  return (
    <>
      <span className="tabular nowrap">{showDay(recoverBy)}</span>
      {promiseMoves > 0 ? (
        <span className="soft programme-first">{t('programme.promiseMoves', { n: promiseMoves })}</span>
      ) : null}
    </>
  )
}

/** Entries as rows; those of a part of the flow with the time in debt that is counted; `isOwed`: with age and promise, for the ledger. */
export function ItemRows({
  rows,
  caption,
  isOwed = false,
}: {
  rows: readonly (Omit<ItemRow, 'time'> & { time?: ItemRow['time'] })[]
  caption: string
  isOwed?: boolean
}) {
  const { t } = useTranslation()
  type Row = (typeof rows)[number]
  const hasTimes = rows.some(({ time }) => time)
  const promise: Column<Row> = {
    key: 'promise',
    title: t('programme.recoverBy'),
    cell: (item) => <Promised item={item} />,
  }
  const time: Column<Row> = {
    key: 'time',
    title: t('programme.timeOwed'),
    cell: ({ time: of }) => (of ? <Time time={of} /> : '–'),
  }
  const late: Column<Row> = {
    key: 'late',
    title: t('programme.daysLate'),
    isNumber: true,
    className: 'tabular',
    cell: ({ daysLate }) => daysLate ?? '–',
  }
  return (
    <Rows
      rows={rows}
      caption={caption}
      // An entry may be owed twice in a year.
      keyOf={({ id, time: of }) => `${id} ${of?.from ?? ''}`}
      testId="programme-item"
      isWide
      columns={[
        { key: 'code', title: t('programme.code'), className: 'tabular nowrap', cell: ({ code }) => code },
        {
          key: 'name',
          title: t('programme.name'),
          isHead: true,
          cell: (item) => (
            <>
              <ItemLink item={item} />
              {item.hasRequest ? <span className="tag">{t('programme.requestWaits')}</span> : null}
            </>
          ),
        },
        {
          key: 'lead',
          title: t('programme.lead'),
          cell: ({ leadAgencyName }) => <span lang="vi">{leadAgencyName}</span>,
        },
        { key: 'level', title: t('programme.levelLabel'), cell: ({ level }) => t(`programme.level.${level}`) },
        {
          key: 'inCharge',
          title: t('programme.inCharge'),
          cell: ({ inCharge }) => <span lang="vi">{inCharge ?? '–'}</span>,
        },
        { key: 'due', title: t('programme.due'), cell: (item) => <Due item={item} /> },
        { key: 'standing', title: t('programme.standingLabel'), cell: (item) => <ItemStanding item={item} /> },
        ...(hasTimes ? [time] : []),
        ...(isOwed ? [late, promise] : [late]),
      ]}
      card={(item) => (
        <>
          <p className="row spread">
            <span className="soft tabular">{item.code}</span>
            <ItemStanding item={item} />
          </p>
          <p>
            <ItemLink item={item} />
          </p>
          <p className="soft" lang="vi">
            {item.leadAgencyName} · <Due item={item} />
            {isOwed && item.daysLate ? ` · ${t('programme.lateBy', { n: item.daysLate })}` : ''}
          </p>
          {item.time ? (
            <p className="soft">
              {t('programme.timeOwed')}: <Time time={item.time} />
            </p>
          ) : null}
          {isOwed && item.recoverBy ? (
            <p className="soft">
              {t('programme.recoverBy')}: <Promised item={item} />
            </p>
          ) : null}
        </>
      )}
    />
  )
}
