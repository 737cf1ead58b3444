import { Select, Tabs } from 'antd'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { Labelled } from '../ui/labelled.tsx'
import { useNarrow } from '../ui/narrow.ts'
import './list-choice.css'

/** The lists of a page: side by side, or on a phone one that is chosen, where they would not fit. */
export function ListChoice<Name extends string>({
  value,
  lists,
  onChange,
}: {
  value: Name
  lists: readonly { key: Name; label: string; count?: number | undefined }[]
  onChange: (list: Name) => void
}) {
  const { t } = useTranslation()
  const id = useId()
  const narrow = useNarrow()
  if (narrow && lists.length > 2)
    return (
      <div className="list-choice">
        <Labelled id={id} label={t('shell.listLabel')}>
          <Select<Name>
            id={id}
            value={value}
            onChange={onChange}
            options={lists.map(({ key, label, count }) => ({
              value: key,
              label: count ? `${label} (${count})` : label,
            }))}
            className="wide"
          />
        </Labelled>
      </div>
    )
  return (
    <Tabs
      activeKey={value}
      onChange={(key) => onChange(key as Name)}
      items={lists.map(({ key, label, count }) => ({
        key,
        label: (
          <>
            {label}
            {count ? <span className="list-choice-count tabular">{count}</span> : null}
          </>
        ),
      }))}
    />
  )
}
