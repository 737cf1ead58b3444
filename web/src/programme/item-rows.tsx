import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { type Column, Rows } from '../list/rows.tsx'
import { showDay } from '../ui/format.ts'
import type { ItemCard } from './queries.ts'
import { ItemStanding } from './standing.tsx'

export function ItemLink({ item }: { item: Pick<ItemCard, 'id' | 'name'> }) {
  return (
    <Link to="/chuong-trinh-cong-tac/$id" params={{ id: String(item.id) }} data-row lang="vi">
      {item.name}
    </Link>
  )
}

/** Due day in force, with the first one and how often it moved. */
export function Due({ item }: { item: Pick<ItemCard, 'dueOn' | 'firstDueOn' | 'moves'> }) {
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

/** Entries as rows; `isOwed`: with age and promise, for the ledger. */
export function ItemRows({
  rows,
  caption,
  isOwed = false,
}: {
  rows: readonly ItemCard[]
  caption: string
  isOwed?: boolean
}) {
  const { t } = useTranslation()
  const promise: Column<ItemCard> = {
    key: 'promise',
    title: t('programme.recoverBy'),
    className: 'tabular nowrap',
    cell: ({ recoverBy }) => (recoverBy ? showDay(recoverBy) : '–'),
  }
  const late: Column<ItemCard> = {
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
      keyOf={({ id }) => id}
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
        </>
      )}
    />
  )
}
