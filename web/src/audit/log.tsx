import { DownloadOutlined } from '@ant-design/icons'
import { useInfiniteQuery, useMutation, useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { Button, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import { wordsIf } from '../i18n/index.ts'
import { ChoiceFilter, useSearchPatch } from '../list/filters.tsx'
import { rowsOf } from '../list/list.tsx'
import { ListPage } from '../list/list-page.tsx'
import { type AuditSearch, auditFile } from '../paths/audit.ts'
import { download } from '../shell/download.ts'
import { useLanguage } from '../shell/language.tsx'
import { ProblemNote } from '../shell/problem.tsx'
import { useMe } from '../shell/session.ts'
import { Blank } from '../ui/blank.tsx'
import { DayPicker } from '../ui/day-picker.tsx'
import { Labelled } from '../ui/labelled.tsx'
import { auditNamesQuery, auditQuery } from './queries.ts'
import { AuditRows } from './rows.tsx'
import { Verify } from './verify.tsx'
import './audit.css'

/** The log of every act, newest first, and the check of its seals. */
export function AuditLog() {
  const { t } = useTranslation()
  const search = useSearch({ from: '/staff/nhat-ky' })
  const navigate = useNavigate({ from: '/nhat-ky' })
  const list = useInfiniteQuery(auditQuery(search))
  const exporting = useMutation({ mutationFn: () => download(auditFile(search)) })
  const isFiltered = Object.values(search).some((value) => value !== undefined)
  return (
    <ListPage
      title={t('audit.title')}
      about={t('audit.about')}
      acts={
        <>
          <Button icon={<DownloadOutlined />} loading={exporting.isPending} onClick={() => exporting.mutate()}>
            {t('audit.export')}
          </Button>
          <Verify />
        </>
      }
      between={exporting.error ? <ProblemNote error={exporting.error} /> : null}
      filters={<Filters search={search} />}
      filterFoot={
        isFiltered ? (
          <div className="row panel-acts">
            <Button size="small" onClick={() => navigate({ search: {}, replace: true, resetScroll: false })}>
              {t('audit.clear')}
            </Button>
          </div>
        ) : null
      }
      query={list}
      rows={rowsOf(list.data)}
      blank={<Blank title={t('audit.none')} hint={t('audit.noneHint')} />}
    >
      {(rows) => <AuditRows rows={rows} />}
    </ListPage>
  )
}

function Filters({ search }: { search: AuditSearch }) {
  const { t } = useTranslation()
  const me = useMe()
  const language = useLanguage()
  const set = useSearchPatch<AuditSearch>()
  const { data: names } = useQuery(auditNamesQuery)
  const plain = (values: readonly string[] = []) => values.map((value) => ({ value, label: value }))
  const choice = (
    name: 'actor' | 'onBehalfOf' | 'event' | 'subjectKind',
    options: { value: string; label: string }[] = [],
  ) => (
    <ChoiceFilter
      id={name}
      label={t(`audit.${name}`)}
      value={search[name]}
      onChange={(value) => set({ [name]: value })}
      options={options}
      isLong
    />
  )
  return (
    <>
      {choice('actor', plain(names?.actors))}
      {choice('onBehalfOf', plain(names?.onBehalfOf))}
      {choice(
        'event',
        names?.events.map((event) => ({ value: event.name, label: event[language].replace(/\.$/, '') })),
      )}
      {choice(
        'subjectKind',
        names?.subjectKinds.map((kind) => ({ value: kind, label: wordsIf(`audit.subjects.${kind}`) ?? kind })),
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
        <DayPicker id="from" value={search.from} max={me.today} onChange={(from) => set({ from })} className="wide" />
      </Labelled>
      <Labelled id="to" label={t('audit.to')}>
        <DayPicker id="to" value={search.to} max={me.today} onChange={(to) => set({ to })} className="wide" />
      </Labelled>
    </>
  )
}
