import { BellOutlined } from '@ant-design/icons'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { Badge, Button, Popover } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ProblemNote } from '../shell/problem.tsx'
import { signingQuery, useSigns } from '../shell/signing-tray.tsx'
import { Waiting } from '../shell/waiting.tsx'
import { useNarrow } from '../ui/narrow.ts'
import { NotificationLine } from './line.tsx'
import { linesQuery, unreadQuery, useReading } from './queries.ts'
import './notifications.css'

/** Lines in the bell; the page has all of them. */
const SHOWN = 20

/**
 * How many lines the user has not read, live; and the newest lines, loaded when it is opened. A phone has no room for them
 * beside a page: there it opens the page of all.
 */
export function Bell() {
  const { t } = useTranslation()
  const [isOpen, setOpen] = useState(false)
  const narrow = useNarrow()
  const navigate = useNavigate()
  const unread = useQuery(unreadQuery).data?.unread ?? 0
  const words = unread > 0 ? t('notifications.bellUnread', { count: unread }) : t('notifications.bell')
  const button = (
    <Button
      type="text"
      className="bell"
      data-testid="bell"
      aria-label={words}
      {...(narrow ? { onClick: () => navigate({ to: '/thong-bao' }) } : {})}
      icon={
        <Badge count={unread} size="small" overflowCount={99} offset={[8, -4]}>
          <BellOutlined />
        </Badge>
      }
    />
  )
  return (
    <>
      {narrow ? (
        button
      ) : (
        <Popover
          trigger="click"
          placement="bottomRight"
          open={isOpen}
          onOpenChange={setOpen}
          destroyOnHidden
          content={<Newest unread={unread} onLeave={() => setOpen(false)} />}
        >
          {button}
        </Popover>
      )}
      <span className="unseen" role="status">
        {unread > 0 ? words : ''}
      </span>
    </>
  )
}

function Newest({ unread, onLeave }: { unread: number; onLeave: () => void }) {
  const { t } = useTranslation()
  const found = useInfiniteQuery(linesQuery(false))
  const reading = useReading()
  const lines = found.data?.pages[0]?.rows
  const toSign = useQuery({ ...signingQuery, enabled: useSigns() }).data?.rows.length ?? 0
  return (
    <section className="bell-list" aria-label={t('notifications.bell')}>
      <div className="row spread bell-head">
        <Link to="/thong-bao" onClick={onLeave}>
          {t('notifications.seeAll')}
        </Link>
        {unread > 0 ? (
          <Button size="small" onClick={() => reading.mutate({})} loading={reading.isPending}>
            {t('notifications.readAll')}
          </Button>
        ) : null}
      </div>
      {toSign > 0 ? (
        <Link to="/" onClick={onLeave} className="bell-signing">
          {t('navigation.toSign', { n: toSign })}
        </Link>
      ) : null}
      {found.error ? <ProblemNote error={found.error} retry={found.refetch} /> : null}
      {reading.error ? <ProblemNote error={reading.error} /> : null}
      {found.isPending ? <Waiting lines={3} /> : null}
      {lines?.length === 0 ? <p className="soft">{t('notifications.noneHint')}</p> : null}
      <ul className="plain">
        {lines?.slice(0, SHOWN).map((line) => (
          <NotificationLine key={line.key} line={line} onLeave={onLeave} />
        ))}
      </ul>
    </section>
  )
}
