import { DownOutlined } from '@ant-design/icons'
import { Button, Dropdown } from 'antd'
import { useTranslation } from 'react-i18next'
import { useMe } from '../shell/session.ts'
import type { ActName } from './act-names.ts'
import { shownActs } from './acts.ts'
import { isToUrge, primaryOf } from './primary.ts'
import type { MayDo, Task } from './queries.ts'
import type { Urge } from './urge.ts'

type Shown = Exclude<MayDo, 'attach'> | 'urge'

/** The acts on a task: the one that its state calls for from this person is a button, the others are in a menu. */
export function ActBar({
  task,
  urging,
  onOpen,
}: {
  task: Task
  urging: Urge | null
  onOpen: (act: ActName, about?: { requestId?: number }) => void
}) {
  const { t } = useTranslation()
  const { today } = useMe()
  const mayUrge = urging !== null && isToUrge(task)
  const primary = primaryOf(task, { today, mayUrge })
  const acts: Shown[] = [...shownActs(task.may), ...(mayUrge ? (['urge'] as const) : [])]
  const others = acts.filter((act) => act !== primary)
  if (acts.length === 0 && primary === undefined) return null
  const run = (act: Shown) => (act === 'urge' ? urging?.urge([task.id]) : onOpen(act))
  const name = (act: Shown) => t(act === 'urge' ? 'urging.urgeThis' : `act.${act}`)
  return (
    <div className="row acts screen-only" data-testid="acts">
      {primary === undefined || primary === 'attach' ? null : (
        <Button
          type="primary"
          loading={primary === 'urge' && urging?.isUrging}
          onClick={() => run(primary)}
          data-report={primary === 'report' || undefined}
          data-testid={`act-${primary}`}
        >
          {name(primary)}
        </Button>
      )}
      {others.length > 0 ? (
        <Dropdown
          trigger={['click']}
          menu={{
            items: others.map((act) => ({
              key: act,
              label: <span data-testid={`act-${act}`}>{name(act)}</span>,
              danger: act === 'cancel',
              onClick: () => run(act),
            })),
          }}
        >
          <Button data-testid="other-acts">
            {t('task.otherActs')} <DownOutlined aria-hidden />
          </Button>
        </Dropdown>
      ) : null}
      {/* The key that reports finds its act here when the state calls for another one. */}
      {others.includes('report') ? <button type="button" hidden data-report onClick={() => run('report')} /> : null}
      {urging?.shown}
    </div>
  )
}
