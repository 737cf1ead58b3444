import { useInfiniteQuery } from '@tanstack/react-query'
import { Link, useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { ChoiceFilter, useSearchPatch } from '../list/filters.tsx'
import { rowsOf } from '../list/list.tsx'
import { ListPage } from '../list/list-page.tsx'
import { Rows } from '../list/rows.tsx'
import { BANDS, OUTCOME_FIELDS, type OutcomesSearch, VERDICTS } from '../paths/accuracy.ts'
import { useMe } from '../shell/session.ts'
import { Blank } from '../ui/blank.tsx'
import { DayPicker } from '../ui/day-picker.tsx'
import { showDay } from '../ui/format.ts'
import { Labelled } from '../ui/labelled.tsx'
import { type Outcome, outcomesQuery } from './accuracy-queries.ts'
import './accuracy.css'

/** The values behind a figure: as read and as confirmed, each with the place in its document. */
export function Outcomes() {
  const { t } = useTranslation()
  const search = useSearch({ from: '/staff/van-ban/do-chinh-xac/gia-tri' })
  const list = useInfiniteQuery(outcomesQuery(search))
  const { from, to, type, reader } = search
  return (
    <ListPage
      title={t('accuracy.values')}
      about={t('accuracy.valuesAbout')}
      acts={
        <Link
          to="/van-ban/do-chinh-xac"
          search={{
            ...(from ? { from } : {}),
            ...(to ? { to } : {}),
            ...(type === undefined ? {} : { type }),
            ...(reader ? { reader } : {}),
          }}
        >
          {t('accuracy.title')}
        </Link>
      }
      filters={<Filters search={search} />}
      query={list}
      rows={rowsOf(list.data)}
      blank={<Blank title={t('accuracy.noValues')} hint={t('accuracy.noValuesHint')} />}
    >
      {(rows) => (
        <Rows
          rows={rows}
          caption={t('accuracy.values')}
          keyOf={({ id }) => id}
          testId="outcome"
          columns={[
            { key: 'number', title: t('directives.number'), className: 'nowrap', cell: (row) => <Place row={row} /> },
            { key: 'field', title: t('accuracy.field'), cell: ({ field }) => t(`accuracy.fields.${field}`) },
            { key: 'suggested', title: t('accuracy.suggested'), cell: (row) => <span lang="vi">{row.suggested}</span> },
            { key: 'confirmed', title: t('accuracy.confirmed'), cell: (row) => <span lang="vi">{row.confirmed}</span> },
            {
              key: 'verdict',
              title: t('accuracy.verdict'),
              className: 'nowrap',
              cell: ({ verdict }) => t(`accuracy.verdicts.${verdict}`),
            },
            {
              key: 'confidence',
              title: t('accuracy.confidence'),
              isNumber: true,
              cell: ({ confidence }) => percent(confidence),
            },
            {
              key: 'on',
              title: t('accuracy.confirmedOn'),
              className: 'tabular nowrap',
              cell: ({ confirmedOn }) => showDay(confirmedOn),
            },
          ]}
          card={(row) => (
            <>
              <p className="row spread">
                <Place row={row} />
                <span className="soft">{showDay(row.confirmedOn)}</span>
              </p>
              <p className="soft">
                {t(`accuracy.fields.${row.field}`)} · {t(`accuracy.verdicts.${row.verdict}`)}
                {row.confidence === null ? '' : ` · ${percent(row.confidence)}`}
              </p>
              <p lang="vi">
                {row.suggested ?? '–'} → <span className="strong">{row.confirmed ?? '–'}</span>
              </p>
            </>
          )}
        />
      )}
    </ListPage>
  )
}

const percent = (confidence: number | null): string => (confidence === null ? '' : `${Math.floor(confidence * 100)}%`)

function Filters({ search }: { search: OutcomesSearch }) {
  const { t } = useTranslation()
  const me = useMe()
  const set = useSearchPatch<OutcomesSearch>()
  const exact = (['suggested', 'confirmed', 'label'] as const).filter((name) => search[name] !== undefined)
  return (
    <>
      <ChoiceFilter
        id="field"
        label={t('accuracy.field')}
        value={search.field}
        onChange={(field) => set({ field })}
        options={OUTCOME_FIELDS.map((value) => ({ value, label: t(`accuracy.fields.${value}`) }))}
      />
      <ChoiceFilter
        id="verdict"
        label={t('accuracy.verdict')}
        value={search.verdict}
        onChange={(verdict) => set({ verdict })}
        options={VERDICTS.map((value) => ({ value, label: t(`accuracy.verdicts.${value}`) }))}
      />
      <ChoiceFilter
        id="band"
        label={t('accuracy.confidence')}
        value={search.band}
        onChange={(band) => set({ band })}
        options={BANDS.map((value) => ({ value, label: t(`accuracy.bands.${value}`) }))}
      />
      {(['from', 'to'] as const).map((name) => (
        <Labelled key={name} id={name} label={t(`accuracy.${name}`)}>
          <DayPicker
            id={name}
            picker="month"
            value={search[name]}
            max={me.today}
            onChange={(month) => set({ [name]: month?.slice(0, 7) })}
            className="wide"
          />
        </Labelled>
      ))}
      {/* Set by the figure that was opened, and by nothing here: shown, so that it can be taken off. */}
      {exact.map((name) => (
        <ChoiceFilter
          key={name}
          id={name}
          label={t(`accuracy.${name}`)}
          value={search[name]}
          onChange={(words) => set({ [name]: words })}
          options={[{ value: search[name]!, label: search[name]! }]}
        />
      ))}
      {search.reader === undefined ? null : (
        <ChoiceFilter
          id="reader"
          label={t('accuracy.reader')}
          value={search.reader}
          onChange={(reader) => set({ reader, model: undefined })}
          options={[{ value: search.reader, label: t(`accuracy.readers.${search.reader}`) }]}
          empty={t('accuracy.readers.rules')}
        />
      )}
      {search.model === undefined ? null : (
        <ChoiceFilter
          id="model"
          label={t('accuracy.model')}
          value={search.model}
          onChange={(model) => set({ model })}
          options={[{ value: search.model, label: search.model || t('accuracy.noModel') }]}
        />
      )}
      {search.type === undefined ? null : (
        <ChoiceFilter
          id="type"
          label={t('accuracy.type')}
          value={search.type}
          onChange={(type) => set({ type })}
          options={[{ value: search.type, label: search.type || t('accuracy.noType') }]}
        />
      )}
    </>
  )
}

function Place({ row }: { row: Outcome }) {
  const { t } = useTranslation()
  return (
    <span>
      <Link
        to="/van-ban/$id"
        params={{ id: String(row.directiveId) }}
        search={row.draftId === null ? {} : { draft: row.draftId }}
        data-row
        className="strong"
      >
        {row.number ?? t('directives.noNumber')}
      </Link>
      {row.ref === null ? null : <span className="soft"> {row.ref}</span>}
    </span>
  )
}
