import { DownloadOutlined, DownOutlined } from '@ant-design/icons'
import { useMutation } from '@tanstack/react-query'
import { Button, Dropdown, Space } from 'antd'
import { useTranslation } from 'react-i18next'
import { type Column, type Sort, type TaskFilter, tasksFile } from '../paths/tasks.ts'
import { download } from '../shell/download.ts'
import { useLanguage } from '../shell/language.tsx'
import { ProblemNote } from '../shell/problem.tsx'
import { showNumber } from '../ui/format.ts'

/** All rows of the filter as a workbook: with the columns shown, or with everything there is to say. */
export function ExportButton({
  filter,
  sort,
  columns,
  total,
}: {
  filter: TaskFilter
  sort: Sort
  columns: readonly Column[]
  /** How many rows that is; null until known. */
  total: number | null
}) {
  const { t } = useTranslation()
  const language = useLanguage()
  return (
    <Space.Compact>
      <Button icon={<DownloadOutlined />} href={tasksFile(filter, sort, columns)}>
        {total === null ? t('tasks.export') : t('tasks.exportTotal', { n: showNumber(total, language) })}
      </Button>
      <Dropdown
        trigger={['click']}
        placement="bottomRight"
        menu={{
          items: [
            { key: 'shown', label: <a href={tasksFile(filter, sort, columns)}>{t('tasks.exportShown')}</a> },
            { key: 'all', label: <a href={tasksFile(filter, sort)}>{t('tasks.exportAll')}</a> },
          ],
        }}
      >
        <Button icon={<DownOutlined />} aria-label={t('tasks.exportColumns')} />
      </Dropdown>
    </Space.Compact>
  )
}

/** The chosen rows as a workbook, with the columns shown. */
export function ExportChosen({
  ids,
  filter: { asOf, knownOn },
  sort,
  columns,
}: {
  ids: readonly number[]
  filter: TaskFilter
  sort: Sort
  columns: readonly Column[]
}) {
  const { t } = useTranslation()
  const language = useLanguage()
  // Of a search, `match` orders; without its words it orders nothing.
  const order = sort === 'match' ? 'urgency' : sort
  const body = { ids, sort: order, columns: columns.join(','), ...(asOf && { asOf }), ...(knownOn && { knownOn }) }
  const made = useMutation({ mutationFn: () => download('/api/tasks/export.xlsx', body) })
  return (
    <>
      {made.error ? <ProblemNote error={made.error} retry={() => made.mutate()} /> : null}
      <Button icon={<DownloadOutlined />} loading={made.isPending} onClick={() => made.mutate()}>
        {t('tasks.exportChosen', { n: showNumber(ids.length, language) })}
      </Button>
    </>
  )
}
