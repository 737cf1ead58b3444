import { BellOutlined } from '@ant-design/icons'
import { answer } from '@dieuhanh/client'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Badge, Button, Popover } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../shell/api.ts'
import { ProblemNote } from '../shell/problem.tsx'
import { showDay } from '../ui/format.ts'
import { type NoticeGroup, noticesKey, noticesQuery } from './notices.ts'
import './notices.css'

/** The user's notices: number of unread ones, one line for each day, reason and agency, marked read on click. */
export function Bell() {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const [isOpen, setOpen] = useState(false)
  const found = useQuery(noticesQuery)
  const reading = useMutation({
    mutationFn: (ids: number[] | undefined) => answer(api.POST('/api/notices/read', { body: ids ? { ids } : {} })),
    onSuccess: () => queries.invalidateQueries({ queryKey: noticesKey }),
  })
  const unread = found.data?.unread ?? 0
  const groups = found.data?.groups ?? []
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      open={isOpen}
      onOpenChange={setOpen}
      content={
        <section className="bell-list" aria-label={t('urging.bell')}>
          {unread > 0 ? (
            <Button size="small" onClick={() => reading.mutate(undefined)} loading={reading.isPending}>
              {t('urging.readAll')}
            </Button>
          ) : null}
          {found.error ? <ProblemNote error={found.error} retry={found.refetch} /> : null}
          {found.data && groups.length === 0 ? <p className="soft">{t('urging.bellNone')}</p> : null}
          <ul className="plain">
            {groups.map((group) => (
              <Line
                key={`${group.onDay}/${group.event}/${group.agencyId}/${group.isGap}/${group.letterId}`}
                group={group}
                onOpen={() => {
                  setOpen(false)
                  if (group.unread > 0) reading.mutate(group.ids)
                }}
              />
            ))}
          </ul>
        </section>
      }
    >
      <Button
        type="text"
        className="bell"
        data-testid="bell"
        aria-label={unread > 0 ? t('urging.bellUnread', { count: unread }) : t('urging.bell')}
        icon={
          <Badge count={unread} size="small" overflowCount={99}>
            <BellOutlined />
          </Badge>
        }
      />
    </Popover>
  )
}

function Line({ group, onOpen }: { group: NoticeGroup; onOpen: () => void }) {
  const { t } = useTranslation()
  const more = group.count - group.tasks.length
  return (
    <li className={group.unread > 0 ? 'bell-line unread' : 'bell-line'}>
      <p>
        <strong>{t(`urging.event.${group.event}`)}</strong>{' '}
        <span className="soft tabular">
          {showDay(group.onDay)} · <span lang="vi">{group.agencyName}</span>
        </span>
        {group.isGap ? <span className="tag warn">{t('urging.bellGap')}</span> : null}
        {group.unread > 0 ? <span className="unseen">{t('urging.unread')}</span> : null}
      </p>
      {group.letterId ? (
        <p>
          <Link to="/don-doc/$id" params={{ id: String(group.letterId) }} onClick={onOpen} className="tabular">
            {group.notation}
          </Link>
        </p>
      ) : null}
      {group.tasks.map((task) => (
        <p key={task.id} lang="vi">
          <Link to="/nhiem-vu/$id" params={{ id: String(task.id) }} onClick={onOpen} className="tabular">
            {task.code}
          </Link>{' '}
          {task.title}
        </p>
      ))}
      {group.tasks.length > 0 && more > 0 ? (
        <p className="soft">
          <Link to="/nhiem-vu" search={{ agencyId: group.agencyId, standing: 'open' }} onClick={onOpen}>
            {t('urging.bellAnd', { count: more })}
          </Link>
        </p>
      ) : null}
    </li>
  )
}
