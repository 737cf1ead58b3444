import { DownloadOutlined } from '@ant-design/icons'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { Button, Input, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { wordsIf } from '../i18n/index.ts'
import { type AuditSearch, files } from '../paths.ts'
import { useLanguage } from '../shell/language.tsx'
import { ProblemNote } from '../shell/problem.tsx'
import { useMe } from '../shell/session.ts'
import { useTitle } from '../shell/title.ts'
import { Waiting } from '../shell/waiting.tsx'
import { Blank } from '../ui/blank.tsx'
import { DayPicker } from '../ui/day-picker.tsx'
import { fold } from '../ui/format.ts'
import { Labelled } from '../ui/labelled.tsx'
import { auditNamesQuery, auditQuery } from './queries.ts'
import { AuditRows } from './rows.tsx'
import { Verify } from './verify.tsx'
import './audit.css'

/** The log of every act, newest first, and whether it is as it was sealed. */
export function AuditLog() {
  const { t } = useTranslation()
  const me = useMe()
  const language = useLanguage()
  const search = useSearch({ from: '/staff/nhat-ky' })
  const navigate = useNavigate({ from: '/nhat-ky' })
  useTitle(t('audit.title'))
  const list = useInfiniteQuery(auditQuery(search))
  const names = useQuery(auditNamesQuery)
  const rows = list.data?.pages.flatMap((page) => page.rows) ?? []
  const set = (patch: Partial<AuditSearch>) =>
    navigate({ search: (before) => ({ ...before, ...patch }), replace: true, resetScroll: false })
  const plain = (values: readonly string[] | undefined) => values?.map((value) => ({ value, label: value })) ?? []
  const choice = (
    name: 'actor' | 'onBehalfOf' | 'event' | 'subjectKind',
    options: { value: string; label: string }[],
  ) => (
    <Labelled id={name} label={t(`audit.${name}`)}>
      <Select
        id={name}
        value={search[name]}
        onChange={(value: string | undefined) => set({ [name]: value })}
        allowClear
        placeholder={t('audit.any')}
        popupMatchSelectWidth={320}
        options={options}
        showSearch={{ filterOption: (typed, option) => fold(option?.label ?? '').includes(fold(typed)) }}
        className="wide"
      />
    </Labelled>
  )
  return (
    <div className="page">
      <div className="page-head row">
        <div className="grow">
          <h1>{t('audit.title')}</h1>
          <p className="soft">{t('audit.about')}</p>
        </div>
        <Button icon={<DownloadOutlined />} href={files.audit(search)} className="screen-only">
          {t('audit.export')}
        </Button>
        <Verify />
      </div>
      <search className="filters">
        <div className="filter-row">
          {choice('actor', plain(names.data?.actors))}
          {choice('onBehalfOf', plain(names.data?.onBehalfOf))}
          {choice(
            'event',
            names.data?.events.map((event) => ({ value: event.name, label: event[language].replace(/\.$/, '') })) ?? [],
          )}
          {choice(
            'subjectKind',
            names.data?.subjectKinds.map((kind) => ({
              value: kind,
              label: wordsIf(`audit.subjects.${kind}`) ?? kind,
            })) ?? [],
          )}
          <Labelled id="subjectId" label={t('audit.subjectId')}>
            <Input
              id="subjectId"
              key={search.subjectId ?? ''}
              defaultValue={search.subjectId}
              maxLength={100}
              allowClear
              onBlur={(event) => set({ subjectId: event.target.value.trim() || undefined })}
              onPressEnter={(event) => set({ subjectId: event.currentTarget.value.trim() || undefined })}
              onClear={() => set({ subjectId: undefined })}
            />
          </Labelled>
          <Labelled id="from" label={t('audit.from')}>
            <DayPicker
              id="from"
              value={search.from}
              max={me.today}
              onChange={(from) => set({ from })}
              className="wide"
            />
          </Labelled>
          <Labelled id="to" label={t('audit.to')}>
            <DayPicker id="to" value={search.to} max={me.today} onChange={(to) => set({ to })} className="wide" />
          </Labelled>
        </div>
        {Object.values(search).some((value) => value !== undefined) ? (
          <div className="row panel-acts">
            <Button size="small" onClick={() => navigate({ search: {}, replace: true, resetScroll: false })}>
              {t('audit.clear')}
            </Button>
          </div>
        ) : null}
      </search>
      {list.error ? <ProblemNote error={list.error} retry={() => list.refetch()} /> : null}
      {list.isPending ? <Waiting /> : null}
      {list.data && rows.length === 0 ? <Blank title={t('audit.none')} hint={t('audit.noneHint')} /> : null}
      {rows.length > 0 ? <AuditRows rows={rows} /> : null}
      {list.hasNextPage ? (
        <div className="row more">
          <Button onClick={() => list.fetchNextPage()} loading={list.isFetchingNextPage}>
            {t('audit.more')}
          </Button>
        </div>
      ) : null}
    </div>
  )
}
