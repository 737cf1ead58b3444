import { answer, ifMatch } from '@dieuhanh/client'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { ListSection } from '../list/list-page.tsx'
import { Rows } from '../list/rows.tsx'
import type { AccuracySearch } from '../paths/accuracy.ts'
import { api } from '../shell/api.ts'
import { Blank } from '../ui/blank.tsx'
import { showDay } from '../ui/format.ts'
import { type Correction, correctionsQuery } from './accuracy-queries.ts'
import { OutcomeFigure } from './accuracy-table.tsx'
import { TeachButton } from './teach.tsx'

/** What reviewers correct most often. A name that they match by hand is taught in one click. */
export function CorrectionList({ search }: { search: AccuracySearch }) {
  const { t } = useTranslation()
  const found = useQuery(correctionsQuery(search))
  const times = (row: Correction) => (
    <OutcomeFigure
      rows={{ ...search, field: row.field, verdict: 'changed', suggested: row.suggested, confirmed: row.confirmed }}
      count={row.times}
      label={`${row.suggested} → ${row.confirmed}`}
    />
  )
  return (
    <ListSection
      id="corrections"
      title={t('accuracy.corrections')}
      about={t('accuracy.correctionsAbout')}
      className="panel accuracy-list"
      query={found}
      rows={found.data?.rows}
      blank={<Blank title={t('accuracy.noCorrections')} />}
    >
      {(rows) => (
        <Rows
          rows={rows}
          caption={t('accuracy.corrections')}
          keyOf={keyOf}
          testId="correction"
          columns={[
            { key: 'field', title: t('accuracy.field'), cell: ({ field }) => t(`accuracy.fields.${field}`) },
            { key: 'suggested', title: t('accuracy.suggested'), cell: (row) => <span lang="vi">{row.suggested}</span> },
            { key: 'confirmed', title: t('accuracy.confirmed'), cell: (row) => <span lang="vi">{row.confirmed}</span> },
            { key: 'times', title: t('accuracy.times'), isNumber: true, cell: times },
            {
              key: 'last',
              title: t('accuracy.last'),
              className: 'tabular nowrap',
              cell: ({ lastOn }) => showDay(lastOn),
            },
            { key: 'teach', title: t('accuracy.teach'), isOnScreenOnly: true, cell: (row) => <AliasDoor row={row} /> },
          ]}
          card={(row) => (
            <>
              <p className="soft">
                {t(`accuracy.fields.${row.field}`)} · {t('accuracy.times')}: {times(row)} · {showDay(row.lastOn)}
              </p>
              <p lang="vi">
                {row.suggested} → <span className="strong">{row.confirmed}</span>
              </p>
              <AliasDoor row={row} />
            </>
          )}
        />
      )}
    </ListSection>
  )
}

const keyOf = ({ field, suggested, confirmed, agencyId }: Correction) =>
  [field, suggested, confirmed, agencyId].join('\n')

/** Adds the name to the agency it was matched to; not shown to those who may not, nor where it would not help. */
function AliasDoor({ row }: { row: Correction }) {
  const { t } = useTranslation()
  if (row.alias === 'known') return <span className="soft">{t('accuracy.aliasKnown')}</span>
  if (row.alias === null) return null
  const { agencyId, agencyVersion, suggested, confirmed, lastNumber } = row
  return (
    <TeachButton
      label={t('accuracy.addAlias')}
      what={`${suggested} → ${confirmed}`}
      done={t('accuracy.aliasAdded', { name: suggested, agency: confirmed })}
      teach={() =>
        answer(
          api.POST('/api/agencies/{id}/aliases', {
            params: { path: { id: agencyId! } },
            headers: ifMatch(agencyVersion!),
            // The log of an agency is Vietnamese, whoever reads it.
            body: { alias: suggested, source: `Rà soát văn bản ${lastNumber ?? ''}`.trim() },
          }),
        )
      }
    />
  )
}
