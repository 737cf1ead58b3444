import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { List, rowsOf } from '../list/list.tsx'
import { linkTo } from '../shell/path-link.tsx'
import { showDay, showInstant } from '../ui/format.ts'
import { type Line, type LineRow, readOf, rowsQuery, useReading } from './queries.ts'
import './notifications.css'

/**
 * What one was told on one day of one thing. Opening it, or anything it names, reads it. `onLeave`: something was opened.
 */
export function NotificationLine({ line, onLeave }: { line: Line; onLeave?: () => void }) {
  const { t, i18n } = useTranslation()
  const reading = useReading()
  const [isOpen, setOpen] = useState(false)
  const read = () => {
    if (line.unread.length > 0) reading.mutate(readOf(line))
  }
  const leave = () => {
    read()
    onLeave?.()
  }
  const more = line.count - line.rows.length
  return (
    <li className={line.unread.length > 0 ? 'told-line unread' : 'told-line'} data-testid="told-line">
      <p className="told-head">
        <strong>{i18n.language === 'en' ? line.en : line.vi}</strong>
        {line.count > 1 ? <span className="tag tabular">{line.count}</span> : null}
        {line.isGap ? <span className="tag warn">{t('notifications.gap')}</span> : null}
        <span className="soft tabular">{showDay(line.onDay)}</span>
        {line.unread.length > 0 ? <span className="unseen">{t('notifications.unread')}</span> : null}
      </p>
      {isOpen ? (
        <AllRows line={line} onOpen={leave} />
      ) : (
        line.rows.map((row) => <ToldRow key={row.to + row.id} row={row} onOpen={leave} />)
      )}
      {more > 0 && !isOpen ? (
        line.more ? (
          <p>
            <Link {...linkTo(line.more)} onClick={leave}>
              {t('notifications.andMore', { count: more })}
            </Link>
          </p>
        ) : (
          <Button
            type="link"
            size="small"
            className="told-more"
            aria-expanded={false}
            onClick={() => {
              setOpen(true)
              read()
            }}
          >
            {t('notifications.andMore', { count: more })}
          </Button>
        )
      ) : null}
    </li>
  )
}

function AllRows({ line, onOpen }: { line: Line; onOpen: () => void }) {
  const found = useInfiniteQuery(rowsQuery(line))
  return (
    <List query={found} rows={rowsOf(found.data)} blank={null} lines={3}>
      {(rows) => rows.map((row) => <ToldRow key={row.id} row={row} onOpen={onOpen} />)}
    </List>
  )
}

function ToldRow({ row, onOpen }: { row: LineRow; onOpen: () => void }) {
  const { t } = useTranslation()
  const { code, title, to, note, by, at, agencyName, why } = row
  return (
    <div className={row.isRead ? 'told-row' : 'told-row unread'}>
      <p lang="vi">
        <Link {...linkTo(to)} onClick={onOpen} className="told-link tabular">
          {code === null ? null : <span className="told-code">{code}</span>} {title}
        </Link>
      </p>
      {note ? (
        <p lang="vi" className="told-note">
          {note}
        </p>
      ) : null}
      {by === null ? (
        <p className="soft" lang="vi">
          {agencyName}
        </p>
      ) : (
        <p className="soft">
          <span lang="vi">{by}</span>, <span className="tabular">{showInstant(at)}</span>
          {why === null ? null : (
            <>
              {' · '}
              {t(`notifications.why.${why}`)}
              {agencyName ? (
                <>
                  {': '}
                  <span lang="vi">{agencyName}</span>
                </>
              ) : null}
            </>
          )}
        </p>
      )}
    </div>
  )
}
