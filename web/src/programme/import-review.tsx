import { answer, ifMatch } from '@dieuhanh/client'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { Alert, App, Button, Checkbox, Input, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { AgencySelect } from '../form/agency-select.tsx'
import { LEVELS } from '../paths/programme.ts'
import { api, problemOf } from '../shell/api.ts'
import { ErrorPage } from '../shell/error-page.tsx'
import { useLanguage } from '../shell/language.tsx'
import { useProblemWords } from '../shell/problem.tsx'
import { useTitle } from '../shell/title.ts'
import { Waiting } from '../shell/waiting.tsx'
import { DayPicker } from '../ui/day-picker.tsx'
import { showDay, showNumber } from '../ui/format.ts'
import { ScrollBox } from '../ui/scroll-box.tsx'
import { type Annex, type AnnexRow, annexQuery, refreshProgramme } from './queries.ts'
import './programme.css'

/** The rows of an annex before any of them becomes an entry: what was read, what is wrong, and how to put it right. */
export function ImportReview() {
  const { t } = useTranslation()
  const id = Number(useParams({ from: '/staff/chuong-trinh-cong-tac/nhap/$id' }).id)
  const found = useQuery(annexQuery(id))
  useTitle(t('programme.review'))
  if (found.error) return <ErrorPage error={found.error} reset={() => found.refetch()} />
  return (
    <div className="page programme-page">{found.data ? <Review annex={found.data} /> : <Waiting lines={12} />}</div>
  )
}

type Change = {
  name?: string
  leadAgencyId?: number
  level?: (typeof LEVELS)[number]
  month?: string
  isDropped?: boolean
  itemId?: number | null
  isNew?: boolean
}

function Review({ annex }: { annex: Annex }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const navigate = useNavigate()
  const queries = useQueryClient()
  const { message } = App.useApp()
  const words = useProblemWords()
  const [isOnlyWrong, setOnlyWrong] = useState(false)
  const about = { params: { path: { id: annex.id } }, headers: ifMatch(annex.version) }
  const onError = async (error: unknown) => {
    message.error(words(problemOf(error)))
    await refreshProgramme(queries)
  }
  const after = () => refreshProgramme(queries)
  const editing = useMutation({
    mutationFn: ({ position, body }: { position: number; body: Change }) =>
      answer(
        api.PATCH('/api/programme/imports/{id}/rows/{position}', {
          params: { path: { id: annex.id, position } },
          headers: ifMatch(annex.version),
          body,
        }),
      ),
    onSuccess: after,
    onError,
  })
  const filling = useMutation({
    mutationFn: (level: (typeof LEVELS)[number]) =>
      answer(api.POST('/api/programme/imports/{id}/level', { ...about, body: { level } })),
    onSuccess: after,
    onError,
  })
  const confirming = useMutation({
    mutationFn: () => answer(api.POST('/api/programme/imports/{id}/confirm', about)),
    onSuccess: async ({ added, listed }) => {
      const count = added + listed
      message.success(t('programme.didConfirm', { count, n: showNumber(count, language) }))
      await after()
      await navigate({ to: '/chuong-trinh-cong-tac', search: { tab: 'list', programmeId: annex.programmeId } })
    },
    onError,
  })
  const dropping = useMutation({
    mutationFn: () => answer(api.POST('/api/programme/imports/{id}/drop', about)),
    onSuccess: async () => {
      await after()
      await navigate({ to: '/chuong-trinh-cong-tac', search: {} })
    },
    onError,
  })
  const isOpen = annex.state === 'review'
  const ready = annex.toAdd + annex.toList
  const rows = isOnlyWrong ? annex.rows.filter(({ problems }) => problems.length > 0) : annex.rows
  const hasLevelless = annex.rows.some(({ level, isDropped }) => level === null && !isDropped)
  return (
    <>
      <div className="row spread page-head">
        <div className="grow">
          <p className="screen-only">
            <Link to="/chuong-trinh-cong-tac">{t('programme.title')}</Link>
          </p>
          <h1>{t('programme.review')}</h1>
          <p className="soft" lang="vi">
            {annex.programmeTitle} · {annex.fileName}
          </p>
        </div>
        {isOpen ? (
          <div className="row screen-only">
            <Button onClick={() => dropping.mutate()} loading={dropping.isPending}>
              {t('programme.dropAnnex')}
            </Button>
            <Button
              type="primary"
              onClick={() => confirming.mutate()}
              loading={confirming.isPending}
              disabled={annex.withProblems > 0 || ready === 0}
              data-testid="confirm-annex"
            >
              {t('programme.confirmAnnex', { n: showNumber(ready, language) })}
            </Button>
          </div>
        ) : null}
      </div>
      {isOpen ? null : <Alert type="info" showIcon title={t(`programme.annexState.${annex.state}`)} />}
      <p data-testid="annex-sum">
        {t('programme.annexSum', {
          rows: showNumber(annex.rows.length, language),
          ready: showNumber(ready, language),
          again: showNumber(annex.toList, language),
          wrong: showNumber(annex.withProblems, language),
          day: showDay(annex.actOn),
        })}
      </p>
      {annex.unread.length > 0 ? (
        <Alert
          type="warning"
          showIcon
          className="programme-unread"
          title={t('programme.annexUnread')}
          description={
            <ul className="plain" lang="vi">
              {annex.unread.map((place) => (
                <li key={place}>{place}</li>
              ))}
            </ul>
          }
          data-testid="annex-unread"
        />
      ) : null}
      <div className="row screen-only panel-head">
        <Checkbox checked={isOnlyWrong} onChange={({ target }) => setOnlyWrong(target.checked)}>
          {t('programme.onlyWrong')}
        </Checkbox>
        {isOpen && hasLevelless ? (
          <Select
            placeholder={t('programme.fillLevel')}
            aria-label={t('programme.fillLevel')}
            onChange={(level: (typeof LEVELS)[number]) => filling.mutate(level)}
            options={LEVELS.map((value) => ({ value, label: t(`programme.level.${value}`) }))}
            popupMatchSelectWidth={260}
          />
        ) : null}
      </div>
      <ScrollBox label={t('programme.review')}>
        <table className="grid-table">
          <caption className="unseen">{t('programme.review')}</caption>
          <thead>
            <tr>
              {(['at', 'name', 'lead', 'coordinating', 'level', 'term', 'inCharge', 'keep'] as const).map((name) => (
                <th key={name} scope="col">
                  {t(`programme.reviewColumn.${name}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <ReviewRow
                key={row.position}
                row={row}
                actOn={annex.actOn}
                isOpen={isOpen && !editing.isPending}
                onChange={(body) => editing.mutate({ position: row.position, body })}
              />
            ))}
          </tbody>
        </table>
      </ScrollBox>
    </>
  )
}

function ReviewRow({
  row,
  actOn,
  isOpen,
  onChange,
}: {
  row: AnnexRow
  actOn: string
  isOpen: boolean
  onChange: (change: Change) => void
}) {
  const { t } = useTranslation()
  const at = useRowName()(row.at)
  const wrong = (column: string) => row.problems.filter((problem) => problem.column === column)
  const labelled = (name: string) => `${name}, ${at}`
  return (
    <tr className={row.isDropped ? 'programme-dropped' : undefined} data-testid="annex-row">
      <td className="nowrap soft">{at}</td>
      <th scope="row" className="programme-read">
        {isOpen && wrong('name').some(({ code }) => code === 'annex.no_name' || code === 'annex.long_name') ? (
          <Input.TextArea
            autoSize
            defaultValue={row.name}
            aria-label={labelled(t('programme.reviewColumn.name'))}
            onBlur={({ target: { value } }) => {
              const name = value.trim()
              if (name !== '' && name !== row.name) onChange({ name })
            }}
          />
        ) : (
          <span lang="vi">{row.name}</span>
        )}
        <Problems of={wrong('name')} />
        <OtherProgramme row={row} at={at} isOpen={isOpen && !row.isDropped} onChange={onChange} />
      </th>
      <td className="programme-read">
        {isOpen && (row.lead === null || row.leadOutcome === 'likely' || row.leadOutcome === 'chosen') ? (
          <AgencySelect
            {...(row.lead ? { value: row.lead.id, named: row.lead.name } : {})}
            on={actOn}
            label={labelled(t('programme.lead'))}
            placeholder={t('field.chooseAgency')}
            isClearable={false}
            onChange={(leadAgencyId) => leadAgencyId && onChange({ leadAgencyId })}
          />
        ) : (
          <span lang="vi">{row.lead?.name ?? row.leadWords}</span>
        )}
        {row.lead && row.lead.name !== row.leadWords ? (
          <span className="soft programme-first" lang="vi">
            {t('programme.printedAs', { words: row.leadWords })}
          </span>
        ) : null}
        {row.lead === null && isOpen
          ? row.candidates.slice(0, 3).map(({ id, name }) => (
              <Button key={id} size="small" type="link" onClick={() => onChange({ leadAgencyId: id })}>
                <span lang="vi">{name}</span>
              </Button>
            ))
          : null}
        <Problems of={wrong('lead')} />
      </td>
      <td lang="vi">
        {row.coordinating.map(({ id, name }) => (
          <span key={name} className={id === null ? 'programme-first soft' : 'programme-first'}>
            {name}
            {id === null ? ` (${t('programme.unknownAgency')})` : ''}
          </span>
        ))}
      </td>
      <td>
        {isOpen && row.level === null ? (
          <Select
            aria-label={labelled(t('programme.levelLabel'))}
            placeholder={t('programme.chooseLevel')}
            onChange={(level: (typeof LEVELS)[number]) => onChange({ level })}
            options={LEVELS.map((value) => ({ value, label: t(`programme.level.${value}`) }))}
            popupMatchSelectWidth={260}
            className="wide"
          />
        ) : row.level ? (
          t(`programme.level.${row.level}`)
        ) : (
          row.levelWords
        )}
        <Problems of={wrong('level')} />
      </td>
      <td>
        {isOpen && (row.dueOn === null || wrong('term').length > 0) ? (
          <DayPicker
            value={undefined}
            picker="month"
            label={labelled(t('programme.monthDue'))}
            onChange={(month) => month && onChange({ month })}
          />
        ) : (
          <span className="tabular nowrap">{showDay(row.dueOn)}</span>
        )}
        <span className="soft programme-first" lang="vi">
          {row.termWords}
        </span>
        <Problems of={wrong('term')} />
      </td>
      <td lang="vi">{row.inCharge ?? '–'}</td>
      <td>
        <Checkbox
          checked={!row.isDropped}
          disabled={!isOpen}
          aria-label={labelled(t('programme.keepRow'))}
          onChange={({ target }) => onChange({ isDropped: !target.checked })}
        />
      </td>
    </tr>
  )
}

/** Whether the row is an entry that another programme lists: it is listed once more, nothing of it changes, and it is counted once. */
function OtherProgramme({
  row: { entry, alike, isNew, dueOn },
  at,
  isOpen,
  onChange,
}: {
  row: AnnexRow
  /** Which row, in the user's language. */
  at: string
  isOpen: boolean
  onChange: (change: Change) => void
}) {
  const { t } = useTranslation()
  const aboutEntry = ({ code, programme, dueOn: day }: NonNullable<AnnexRow['entry']>) =>
    t('programme.entryOf', { code, programme, day: showDay(day) })
  const choose = (key: string, words: string, change: Change) => (
    <Button key={key} size="small" aria-label={`${words}, ${at}`} onClick={() => onChange(change)}>
      {words}
    </Button>
  )
  const isUndecided = entry === null && !isNew
  return (
    <>
      {entry ? (
        <span className="soft programme-first" data-testid="annex-entry">
          <Link to="/chuong-trinh-cong-tac/$id" params={{ id: String(entry.id) }}>
            {t('programme.isEntry', { words: aboutEntry(entry) })}
          </Link>
          {dueOn && dueOn !== entry.dueOn ? ` ${t('programme.entryKeepsDue', { day: showDay(entry.dueOn) })}` : ''}
        </span>
      ) : null}
      {isUndecided
        ? alike.map((one) => (
            <span key={one.id} className="soft programme-first">
              <span lang="vi">{one.name}</span> ({aboutEntry(one)})
            </span>
          ))
        : null}
      {isOpen ? (
        <span className="row screen-only">
          {isUndecided
            ? alike.map((one) => choose(one.code, t('programme.listAs', { code: one.code }), { itemId: one.id }))
            : null}
          {entry || (isUndecided && alike.length > 0)
            ? choose('new', t('programme.isNewEntry'), { isNew: true })
            : null}
          {isNew ? choose('again', t('programme.askAgain'), { itemId: null }) : null}
        </span>
      ) : null}
    </>
  )
}

/** Where a row stands in the file ("bảng 2, dòng 12"), in the user's language. */
function useRowName(): (at: string) => string {
  const { t } = useTranslation()
  return (at) => {
    const [, table, sheet, n, hidden] = /^(?:bảng (\d+), |trang “(.*)”, )?dòng (\d+)( \(đang ẩn\))?$/u.exec(at) ?? []
    if (n === undefined) return at
    if (table !== undefined) return t('programme.rowOfTable', { table, n })
    const row = sheet === undefined ? t('programme.rowAt', { n }) : t('programme.rowOfSheet', { sheet, n })
    return hidden === undefined ? row : t('programme.rowHidden', { row })
  }
}

/** The server's sentence names row, column and remedy. */
function Problems({ of }: { of: AnnexRow['problems'] }) {
  const { t } = useTranslation()
  const language = useLanguage()
  return (
    <>
      {of.map(({ code, message }) => (
        <span key={code} className="programme-problem" role="note" lang={language}>
          {language === 'vi' ? message : t(`programme.annexProblem.${code.replace(/^.*\./, '') as 'no_lead'}`)}
        </span>
      ))}
    </>
  )
}
