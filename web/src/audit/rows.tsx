import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { Fragment, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { wordsIf } from '../i18n/index.ts'
import { useLanguage } from '../shell/language.tsx'
import { PathLink } from '../shell/path-link.tsx'
import { asSentence, showDay, showInstant } from '../ui/format.ts'
import { useNarrow } from '../ui/narrow.ts'
import { Content } from './content.tsx'
import { type AuditRow, auditNamesQuery } from './queries.ts'
import './audit.css'

/** Rows of the log, each opening what it changed. `isShort`: all of one person, whose name is left out. */
export function AuditRows({ rows, isShort = false }: { rows: readonly AuditRow[]; isShort?: boolean }) {
  const { t } = useTranslation()
  const narrow = useNarrow()
  const [opened, setOpened] = useState<ReadonlySet<number>>(new Set())
  const toggle = (id: number) => {
    const next = new Set(opened)
    if (!next.delete(id)) next.add(id)
    setOpened(next)
  }
  const opener = (row: AuditRow) => (
    <Button
      size="small"
      type="text"
      aria-expanded={opened.has(row.id)}
      aria-label={`${t('audit.open')} ${row.id}`}
      onClick={() => toggle(row.id)}
    >
      {opened.has(row.id) ? '▾' : '▸'}
    </Button>
  )
  if (narrow || isShort) {
    return (
      <ul className="log-cards">
        {rows.map((row) => (
          <li key={row.id}>
            <p className="row spread">
              <strong>
                <EventName name={row.event} />
              </strong>
              {opener(row)}
            </p>
            <p className="soft tabular">
              {isShort && !row.onBehalfOf
                ? ''
                : `${signature(row, t('people.onBehalfOf', { name: row.onBehalfOf ?? '' }))} · `}
              {showInstant(row.recordedAt)} · <Subject row={row} />
            </p>
            {opened.has(row.id) ? <Content row={row} /> : null}
          </li>
        ))}
      </ul>
    )
  }
  return (
    <table className="grid-table audit-table">
      <caption className="unseen">{t('audit.title')}</caption>
      <thead>
        <tr>
          <th scope="col">
            <span className="unseen">{t('audit.open')}</span>
          </th>
          <th scope="col">{t('audit.recordedAt')}</th>
          <th scope="col">{t('audit.actor')}</th>
          <th scope="col">{t('audit.event')}</th>
          <th scope="col">{t('audit.subjectKind')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Fragment key={row.id}>
            <tr data-row-box>
              <td>{opener(row)}</td>
              <td className="tabular nowrap">
                {showInstant(row.recordedAt)}
                <Effective row={row} />
              </td>
              <td>
                {asSentence(row.actor)}
                {row.onBehalfOf ? (
                  <>
                    <br />
                    <span className="soft">{t('people.onBehalfOf', { name: row.onBehalfOf })}</span>
                  </>
                ) : null}
              </td>
              <td>
                <EventName name={row.event} />
              </td>
              <td>
                <Subject row={row} />
              </td>
            </tr>
            {opened.has(row.id) ? (
              <tr>
                <td />
                <td colSpan={4}>
                  <Content row={row} />
                </td>
              </tr>
            ) : null}
          </Fragment>
        ))}
      </tbody>
    </table>
  )
}

const signature = (row: AuditRow, behalf: string): string =>
  asSentence(row.onBehalfOf ? `${row.actor} (${behalf})` : row.actor)

/** The effective day, if it differs from the day of recording in Viet Nam. */
function Effective({ row }: { row: AuditRow }) {
  const { t } = useTranslation()
  const recorded = new Date(Date.parse(row.recordedAt) + 7 * 3_600_000).toISOString().slice(0, 10)
  if (recorded === row.happenedOn) return null
  return (
    <>
      <br />
      <span className="soft">{t('audit.effective', { day: showDay(row.happenedOn) })}</span>
    </>
  )
}

/** An act by the server's text for its event. */
export function EventName({ name }: { name: string }) {
  const language = useLanguage()
  const { data } = useQuery(auditNamesQuery)
  return data?.events.find((event) => event.name === name)?.[language].replace(/\.$/, '') ?? name
}

/** What an act was about: by its name, as a link where it has a page; else by its number. */
function Subject({ row: { subjectKind, subjectId, subject } }: { row: AuditRow }) {
  const kind = wordsIf(`audit.subjects.${subjectKind}`) ?? subjectKind
  // A file is known by the hash of its bytes: its beginning tells it from others.
  if (!subject) return `${kind} ${subjectId.length > 24 ? `${subjectId.slice(0, 12)}…` : subjectId}`
  return (
    <>
      <span className="soft">{kind}</span>{' '}
      {subject.to === null ? (
        subject.name
      ) : (
        <PathLink to={subject.to} className="in-text">
          {subject.name}
        </PathLink>
      )}
    </>
  )
}
