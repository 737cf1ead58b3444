import { BellOutlined } from '@ant-design/icons'
import { lazy, Suspense } from 'react'
import { commentNews } from './comments/index.ts'
import { entries } from './entries.ts'
import { notificationNews } from './notifications/index.ts'
import { PostSwitch } from './people/post-switch.tsx'
import { caseRefreshes } from './records/case-news.ts'
import { incomingRefreshes } from './records/incoming-news.ts'
import { outgoingRefreshes } from './records/outgoing-news.ts'
import { Frame } from './shell/frame.tsx'
import type { Refreshes } from './shell/live.ts'
import { Live } from './shell/live-note.tsx'
import { refreshTasksOfTaskforce, taskforceRefreshes } from './taskforce/news.ts'
import { refreshTasks } from './tasks/index.ts'

/** Its code is as large as the frame itself, and its counts are requested after the page. */
const Bell = lazy(() => import('./notifications/bell.tsx').then((found) => ({ default: found.Bell })))

const refreshes: Refreshes = {
  ...taskforceRefreshes,
  ...incomingRefreshes,
  ...outgoingRefreshes,
  ...caseRefreshes,
  task: (queries, ids) => Promise.all([refreshTasks(queries, ids), refreshTasksOfTaskforce(queries)]),
}
const news = { ...notificationNews, ...commentNews }

/** The frame with the features' parts of its header; pages in it update live. */
export function Staff() {
  return (
    <>
      <Frame
        entries={entries}
        tools={
          <>
            <PostSwitch />
            <Suspense
              fallback={
                <span className="frame-bell-coming">
                  <BellOutlined />
                </span>
              }
            >
              <Bell />
            </Suspense>
          </>
        }
      />
      <Live refreshes={refreshes} others={news} />
    </>
  )
}
