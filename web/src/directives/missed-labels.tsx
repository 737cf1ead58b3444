import { answer } from '@dieuhanh/client'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ListSection } from '../list/list-page.tsx'
import { Rows } from '../list/rows.tsx'
import type { AccuracySearch } from '../paths/accuracy.ts'
import { api, newKey } from '../shell/api.ts'
import { showDay } from '../ui/format.ts'
import { type MissedLabel, missedLabelsQuery } from './accuracy-queries.ts'
import { OutcomeFigure } from './accuracy-table.tsx'
import { TeachButton } from './teach.tsx'

/** Labels of lines that the reader did not understand, so that reviewers had to add what stands after them. */
export function MissedLabelList({ search }: { search: AccuracySearch }) {
  const { t } = useTranslation()
  const found = useQuery(missedLabelsQuery(search))
  if (found.data?.rows.length === 0) return null
  const times = ({ phrase, field, times: count }: MissedLabel) => (
    <OutcomeFigure rows={{ ...search, field, label: phrase }} count={count} label={phrase} />
  )
  return (
    <ListSection
      id="missed-labels"
      title={t('accuracy.missedLabels')}
      about={t('accuracy.missedLabelsAbout')}
      className="panel accuracy-list"
      query={found}
      rows={found.data?.rows}
      blank={null}
    >
      {(rows) => (
        <Rows
          rows={rows}
          caption={t('accuracy.missedLabels')}
          keyOf={({ phrase, field }) => `${field}\n${phrase}`}
          testId="missed-label"
          columns={[
            { key: 'phrase', title: t('labels.phrase'), cell: ({ phrase }) => <span lang="vi">{phrase}:</span> },
            { key: 'role', title: t('labels.role'), cell: ({ field }) => t(`labels.roles.${field}`) },
            { key: 'times', title: t('accuracy.times'), isNumber: true, cell: times },
            {
              key: 'last',
              title: t('accuracy.last'),
              className: 'tabular nowrap',
              cell: ({ lastOn }) => showDay(lastOn),
            },
            { key: 'teach', title: t('accuracy.teach'), isOnScreenOnly: true, cell: (row) => <LabelDoor row={row} /> },
          ]}
          card={(row) => (
            <>
              <p>
                <span className="strong" lang="vi">
                  {row.phrase}:
                </span>{' '}
                {t(`labels.roles.${row.field}`)}
              </p>
              <p className="soft">
                {t('accuracy.times')}: {times(row)} · {showDay(row.lastOn)}
              </p>
              <LabelDoor row={row} />
            </>
          )}
        />
      )}
    </ListSection>
  )
}

function LabelDoor({ row }: { row: MissedLabel }) {
  const { t } = useTranslation()
  const [key] = useState(newKey)
  if (row.state === 'known') return <span className="soft">{t('accuracy.labelKnown')}</span>
  if (row.state === null) return null
  const { phrase, field } = row
  return (
    <TeachButton
      label={t('labels.add')}
      what={phrase}
      done={t('labels.added')}
      teach={() => answer(api.POST('/api/directives/labels', { headers: key, body: { phrase, role: field } }))}
    />
  )
}
