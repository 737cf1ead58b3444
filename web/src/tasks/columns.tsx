import { SettingOutlined } from '@ant-design/icons'
import { Button, Checkbox, Popover } from 'antd'
import { useTranslation } from 'react-i18next'
import { COLUMNS, type Column } from '../paths/tasks.ts'

/** Selects the columns of the table; the task's title is always shown. */
export function ColumnChoice({ columns, onChange }: { columns: Column[]; onChange: (columns: Column[]) => void }) {
  const { t } = useTranslation()
  const turn = (column: Column, on: boolean) =>
    onChange(COLUMNS.filter((known) => (known === column ? on : columns.includes(known))))
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      content={
        <fieldset className="column-choice">
          <legend>{t('tasks.columns')}</legend>
          {COLUMNS.map((column) => (
            <Checkbox
              key={column}
              checked={columns.includes(column)}
              disabled={column === 'title'}
              onChange={(event) => turn(column, event.target.checked)}
            >
              {t(`tasks.column.${column}`)}
            </Checkbox>
          ))}
        </fieldset>
      }
    >
      <Button size="small" icon={<SettingOutlined />}>
        {t('tasks.columns')}
      </Button>
    </Popover>
  )
}
