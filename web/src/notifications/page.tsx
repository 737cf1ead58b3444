import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Link, useSearch } from '@tanstack/react-router'
import { Button, Checkbox } from 'antd'
import { useTranslation } from 'react-i18next'
import { useSearchPatch } from '../list/filters.tsx'
import { rowsOf } from '../list/list.tsx'
import { ListPage } from '../list/list-page.tsx'
import type { NotificationsSearch } from '../paths/notifications.ts'
import { Blank } from '../ui/blank.tsx'
import { NotificationLine } from './line.tsx'
import { linesQuery, unreadQuery, useReading } from './queries.ts'

/** Everything the user was told, newest first. */
export function NotificationsPage() {
  const { t } = useTranslation()
  const { unread = false } = useSearch({ from: '/staff/thong-bao' })
  const set = useSearchPatch<NotificationsSearch>()
  const found = useInfiniteQuery(linesQuery(unread))
  const count = useQuery(unreadQuery).data?.unread ?? 0
  const reading = useReading()
  return (
    <ListPage
      title={t('notifications.title')}
      about={t('notifications.about')}
      acts={
        <>
          <Link to="/tai-khoan" hash="notifications">
            {t('notifications.choose')}
          </Link>
          <Button disabled={count === 0} onClick={() => reading.mutate({})} loading={reading.isPending}>
            {t('notifications.readAll')}
          </Button>
        </>
      }
      filters={
        <Checkbox checked={unread} onChange={({ target }) => set({ unread: target.checked || undefined })}>
          {t('notifications.unreadOnly', { count })}
        </Checkbox>
      }
      query={found}
      rows={rowsOf(found.data)}
      blank={
        <Blank
          title={t(unread ? 'notifications.noneUnread' : 'notifications.none')}
          hint={unread ? undefined : t('notifications.noneHint')}
        />
      }
    >
      {(lines) => (
        <ul className="plain panel told-list" aria-label={t('notifications.title')}>
          {lines.map((line) => (
            <NotificationLine key={line.key} line={line} />
          ))}
        </ul>
      )}
    </ListPage>
  )
}
