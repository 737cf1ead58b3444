import { useQuery } from '@tanstack/react-query'
import { Link, useSearch } from '@tanstack/react-router'
import { Alert } from 'antd'
import { useTranslation } from 'react-i18next'
import { ChoiceFilter, useSearchPatch } from '../list/filters.tsx'
import type { AccuracySearch } from '../paths/accuracy.ts'
import { ProblemNote } from '../shell/problem.tsx'
import { useMe } from '../shell/session.ts'
import { useTitle } from '../shell/title.ts'
import { Waiting } from '../shell/waiting.tsx'
import { Blank } from '../ui/blank.tsx'
import { DayPicker } from '../ui/day-picker.tsx'
import { showMonth } from '../ui/format.ts'
import { Labelled } from '../ui/labelled.tsx'
import { accuracyQuery, type Accuracy as Figures } from './accuracy-queries.ts'
import { AccuracyTable } from './accuracy-table.tsx'
import { CorrectionList } from './corrections.tsx'
import { MissedLabelList } from './missed-labels.tsx'
import './accuracy.css'

/** How much of what was read was confirmed unchanged, and what to teach next; every figure opens its rows. */
export function Accuracy() {
  const { t } = useTranslation()
  const search = useSearch({ from: '/staff/van-ban/do-chinh-xac' })
  const found = useQuery(accuracyQuery(search))
  const { data } = found
  useTitle(t('accuracy.title'))
  return (
    <div className="page">
      <div className="row spread page-head">
        <div className="grow">
          <h1>{t('accuracy.title')}</h1>
          <p className="soft">{t('accuracy.about')}</p>
        </div>
        <div className="row screen-only">
          <Link to="/van-ban/tu-ngu">{t('labels.title')}</Link>
          <Link to="/van-ban">{t('directives.title')}</Link>
        </div>
      </div>
      <Filters search={search} figures={data} />
      {found.error ? <ProblemNote error={found.error} retry={found.refetch} /> : null}
      {found.isPending ? <Waiting lines={10} /> : null}
      {data && data.waiting > 0 ? (
        <Alert type="info" showIcon title={t('accuracy.waiting', { n: data.waiting })} className="accuracy-note" />
      ) : null}
      {data && data.byField.length === 0 ? <Blank title={t('accuracy.none')} hint={t('accuracy.noneHint')} /> : null}
      {data && data.byReader.length > 1 ? <Readers figures={data} search={search} /> : null}
      {data && data.byField.length > 0 ? (
        <>
          <Tables figures={data} search={search} />
          <CorrectionList search={search} />
          {search.reader === undefined ? <MissedLabelList search={search} /> : null}
        </>
      ) : null}
    </div>
  )
}

function Filters({ search, figures }: { search: AccuracySearch; figures: Figures | undefined }) {
  const { t } = useTranslation()
  const me = useMe()
  const set = useSearchPatch<AccuracySearch>()
  return (
    <search className="filters screen-only">
      <div className="filter-row">
        {(['from', 'to'] as const).map((name) => (
          <Labelled key={name} id={name} label={t(`accuracy.${name}`)}>
            <DayPicker
              id={name}
              picker="month"
              value={search[name] ?? figures?.[name]}
              max={me.today}
              isClearable={search[name] !== undefined}
              onChange={(month) => set({ [name]: month?.slice(0, 7) })}
              className="wide"
            />
          </Labelled>
        ))}
        <ChoiceFilter
          id="type"
          label={t('accuracy.type')}
          value={search.type}
          onChange={(type) => set({ type })}
          options={(figures?.types ?? []).map((type) => ({ value: type, label: type || t('accuracy.noType') }))}
        />
        {search.reader !== undefined || figures?.byReader.some(({ reader }) => reader === 'secondReader') ? (
          <ChoiceFilter
            id="reader"
            label={t('accuracy.reader')}
            value={search.reader}
            onChange={(reader) => set({ reader })}
            options={[{ value: 'secondReader', label: t('accuracy.readers.secondReader') }]}
            empty={t('accuracy.readers.rules')}
          />
        ) : null}
      </div>
    </search>
  )
}

/** The rules and the second reader, each model in a line, where both have read. */
function Readers({ figures, search }: { figures: Figures; search: AccuracySearch }) {
  const { t } = useTranslation()
  const span = spanOf(figures, search)
  return (
    <AccuracyTable
      title={t('accuracy.byReader')}
      head={t('accuracy.reader')}
      about={t('accuracy.byReaderAbout')}
      rows={figures.byReader.map(({ reader, model, ...counts }) => ({
        key: `${reader} ${model}`,
        name: [t(`accuracy.readers.${reader}`), ...(model === null ? [] : [model])].join(' · '),
        rows: reader === 'rules' ? span : { ...span, reader, model: model ?? '' },
        counts,
      }))}
    />
  )
}

function spanOf({ from, to }: Figures, { type }: AccuracySearch) {
  return { from, to, ...(type === undefined ? {} : { type }) }
}

function Tables({ figures, search }: { figures: Figures; search: AccuracySearch }) {
  const { t } = useTranslation()
  const { reader } = search
  const span = { ...spanOf(figures, search), ...(reader === undefined ? {} : { reader }) }
  return (
    <>
      <p className="soft accuracy-note">{t(reader === undefined ? 'accuracy.rule' : 'accuracy.ruleOfSecond')}</p>
      <AccuracyTable
        title={t('accuracy.byField')}
        head={t('accuracy.field')}
        rows={figures.byField.map(({ field, ...counts }) => ({
          key: field,
          name: t(`accuracy.fields.${field}`),
          rows: { ...span, field },
          counts,
        }))}
        isOfSuggested={reader !== undefined}
      />
      <div className="accuracy-pair">
        <AccuracyTable
          title={t('accuracy.byMonth')}
          head={t('accuracy.month')}
          rows={figures.byMonth.map(({ month, ...counts }) => ({
            key: month,
            name: showMonth(month),
            rows: { ...span, from: month, to: month },
            counts,
          }))}
          isOfSuggested={reader !== undefined}
        />
        <AccuracyTable
          title={t('accuracy.byType')}
          head={t('accuracy.type')}
          rows={figures.byType.map(({ type, ...counts }) => ({
            key: type,
            name: type || t('accuracy.noType'),
            rows: { ...span, type },
            counts,
          }))}
          isOfSuggested={reader !== undefined}
        />
      </div>
      <AccuracyTable
        title={t('accuracy.byBand')}
        head={t('accuracy.confidence')}
        about={t('accuracy.byBandAbout')}
        rows={figures.byBand
          .filter(({ band }) => band !== 'none')
          .map(({ band, ...counts }) => ({
            key: band,
            name: t(`accuracy.bands.${band}`),
            rows: { ...span, band },
            counts,
          }))}
        isOfSuggested
      />
    </>
  )
}
