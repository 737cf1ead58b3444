import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Drawer } from 'antd'
import { useTranslation } from 'react-i18next'
import { List, rowsOf } from '../list/list.tsx'
import { showDay } from '../ui/format.ts'
import { movesQuery, type Part } from './queries.ts'

/** The open figure. */
export interface Shown {
  runId: number
  lineId: number
  part: Part
}

/** The tasks behind one figure. */
export function MovesDrawer({
  planId,
  shown,
  onClose,
}: {
  planId: number
  shown: Shown | undefined
  onClose: () => void
}) {
  const { t } = useTranslation()
  return (
    <Drawer
      open={shown !== undefined}
      onClose={onClose}
      size={640}
      destroyOnHidden
      title={t('reorganisation.rowsTitle')}
      closable={{ 'aria-label': t('shell.close') }}
    >
      {shown ? <Moves planId={planId} shown={shown} /> : null}
    </Drawer>
  )
}

function Moves({ planId, shown }: { planId: number; shown: Shown }) {
  const { t } = useTranslation()
  const list = useInfiniteQuery(movesQuery(planId, shown.runId, shown.lineId, shown.part))
  return (
    <List query={list} rows={rowsOf(list.data)} blank={<p className="soft">{t('reorganisation.noRows')}</p>}>
      {(rows) => (
        <ul className="plain moved-tasks">
          {rows.map(({ id, code, title, dueOn }) => (
            <li key={id}>
              <Link to="/nhiem-vu/$id" params={{ id: String(id) }} className="tabular">
                {code}
              </Link>{' '}
              <span lang="vi">{title}</span> <span className="soft tabular">{showDay(dueOn)}</span>
            </li>
          ))}
        </ul>
      )}
    </List>
  )
}
