import { answer, type Body, ifMatch } from '@dieuhanh/client'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { AgencySelect } from '../form/agency-select.tsx'
import { DayField, Field, LineField, WordsField } from '../form/fields.tsx'
import { FormDrawer } from '../form/form-drawer.tsx'
import { ChoiceFilter } from '../list/filters.tsx'
import { List } from '../list/list.tsx'
import { Rows } from '../list/rows.tsx'
import type { ProgrammeSearch } from '../paths/programme.ts'
import { api } from '../shell/api.ts'
import { useLanguage } from '../shell/language.tsx'
import { mayDo, useMe } from '../shell/session.ts'
import { Blank } from '../ui/blank.tsx'
import { DayPicker } from '../ui/day-picker.tsx'
import { showDay, showNumber } from '../ui/format.ts'
import { Labelled } from '../ui/labelled.tsx'
import { filled } from './act.tsx'
import { knownWords } from './known.ts'
import { type Detailing, detailingQuery, refreshProgramme } from './queries.ts'

type Row = Detailing['rows'][number]
const FILTERS = ['owed', 'coming', 'issued', 'late'] as const
const KINDS = ['decree', 'decision', 'circular', 'resolution'] as const

/** The second debt: texts that laws in force leave to be issued. */
export function DetailingTab({
  search,
  onChange,
}: {
  search: ProgrammeSearch
  onChange: (changed: ProgrammeSearch) => void
}) {
  const { t } = useTranslation()
  const me = useMe()
  const language = useLanguage()
  const [issuing, setIssuing] = useState<Row>()
  const [annulling, setAnnulling] = useState<Row>()
  const { asOf, knownOn, knownBefore, agencyId, detailing } = search
  const found = useQuery(detailingQuery({ asOf, knownOn, knownBefore, agencyId, detailing }))
  const n = (value: number) => showNumber(value, language)
  const data = found.data
  const standing = (row: Row) => (
    <>
      <span className={`item-standing ${row.standing === 'owed' ? 'owed' : ''}`}>
        {t(`programme.detailing.${row.standing === 'issuedLate' ? 'late' : row.standing}`)}
      </span>
      {row.daysLate ? <span className="soft"> · {t('programme.lateBy', { n: row.daysLate })}</span> : null}
      {row.number ? (
        <span className="soft" lang="vi">
          {' · '}
          {row.number}, {showDay(row.issuedOn)}
        </span>
      ) : null}
      {row.mayIssue || row.mayAnnul ? ' ' : null}
      {row.mayAnnul ? (
        <Button size="small" className="screen-only" onClick={() => setAnnulling(row)}>
          {t('programme.act.annul')}
        </Button>
      ) : null}
      {row.mayIssue ? (
        <Button size="small" className="screen-only" onClick={() => setIssuing(row)}>
          {t('programme.recordIssue')}
        </Button>
      ) : null}
    </>
  )
  return (
    <section aria-label={t('programme.tabs.detailing')}>
      <div className="row spread screen-only panel-head">
        <div className="row">
          <ChoiceFilter
            id="detailing-standing"
            label={t('programme.standingLabel')}
            value={detailing}
            onChange={(chosen) => onChange({ detailing: chosen })}
            options={FILTERS.map((value) => ({ value, label: t(`programme.detailing.${value}`) }))}
          />
          <Labelled id="detailing-agency" label={t('programme.lead')}>
            <AgencySelect
              id="detailing-agency"
              {...(agencyId === undefined ? {} : { value: agencyId })}
              {...(asOf === undefined ? {} : { on: asOf })}
              onChange={(chosen) => onChange({ agencyId: chosen })}
            />
          </Labelled>
          <Labelled id="detailing-as-of" label={t('programme.asOf')}>
            <DayPicker id="detailing-as-of" value={asOf ?? me.today} onChange={(day) => onChange({ asOf: day })} />
          </Labelled>
        </div>
        {mayDo(me, 'programme.keep') ? (
          <Button onClick={() => onChange({ act: 'owe' })}>{t('programme.owe')}</Button>
        ) : null}
      </div>
      {data ? (
        <p data-testid="detailing-sum">
          {t('programme.detailingSum', {
            laws: n(data.laws),
            owed: n(data.owed),
            issued: n(data.issued),
            late: n(data.issuedLate),
            day: showDay(data.asOf),
          })}
          {knownWords(t, search)}
        </p>
      ) : null}
      <List
        query={found}
        rows={data?.rows}
        blank={<Blank title={t('programme.detailingNone')} hint={t('programme.detailingNoneHint')} />}
      >
        {(rows) => (
          <Rows
            rows={rows}
            caption={t('programme.tabs.detailing')}
            keyOf={({ id }) => id}
            isWide
            columns={[
              {
                key: 'name',
                title: t('programme.text'),
                isHead: true,
                cell: ({ name, clause }) => (
                  <>
                    {name} <span className="soft">({clause})</span>
                  </>
                ),
              },
              {
                key: 'law',
                title: t('programme.law'),
                cell: ({ lawNumber, lawTitle }) => (
                  <span lang="vi">
                    {lawTitle} <span className="soft nowrap">{lawNumber}</span>
                  </span>
                ),
              },
              {
                key: 'effect',
                title: t('programme.lawEffect'),
                className: 'tabular nowrap',
                cell: ({ lawEffectOn }) => showDay(lawEffectOn),
              },
              {
                key: 'lead',
                title: t('programme.lead'),
                cell: ({ leadAgencyName }) => <span lang="vi">{leadAgencyName}</span>,
              },
              {
                key: 'standing',
                title: t('programme.standingLabel'),
                cell: standing,
              },
            ]}
            card={(row) => (
              <>
                <p>
                  <strong lang="vi">{row.name}</strong> <span className="soft">({row.clause})</span>
                </p>
                <p className="soft" lang="vi">
                  {row.lawTitle} {row.lawNumber} · {showDay(row.lawEffectOn)} · {row.leadAgencyName}
                </p>
                <p>{standing(row)}</p>
              </>
            )}
          />
        )}
      </List>
      <Owe isOpen={search.act === 'owe'} onClose={() => onChange({ act: undefined })} />
      <IssueText row={issuing} onClose={() => setIssuing(undefined)} />
      <AnnulText row={annulling} onClose={() => setAnnulling(undefined)} />
    </section>
  )
}

type OweWords = Body<'/api/programme/detailing'>
function Owe({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const { t } = useTranslation()
  const queries = useQueryClient()
  return (
    <FormDrawer<OweWords>
      title={isOpen ? t('programme.owe') : undefined}
      initial={{ textKind: 'decree' }}
      did={t('programme.didOwe')}
      send={(words) => answer(api.POST('/api/programme/detailing', { body: filled(words) as OweWords }))}
      refresh={() => refreshProgramme(queries)}
      onClose={onClose}
    >
      {() => (
        <>
          <LineField name="lawNumber" label={t('programme.lawNumber')} max={100} />
          <LineField name="lawTitle" label={t('programme.lawTitle')} max={1000} />
          <DayField name="lawEffectOn" label={t('programme.lawEffect')} />
          <LineField name="clause" label={t('programme.clauseOf')} max={200} placeholder="Điều 5 khoản 3" />
          <WordsField name="name" label={t('programme.text')} rows={2} max={2000} />
          <Field name="textKind" label={t('programme.textKind')}>
            <Select options={KINDS.map((value) => ({ value, label: t(`programme.detailingKind.${value}`) }))} />
          </Field>
          <Field name="leadAgencyId" label={t('programme.lead')}>
            <AgencySelect placeholder={t('field.chooseAgency')} />
          </Field>
          <LineField name="inCharge" label={t('programme.inCharge')} max={200} isOptional />
        </>
      )}
    </FormDrawer>
  )
}

type IssueWords = Body<'/api/programme/detailing/{id}/issue'>
function IssueText({ row, onClose }: { row: Row | undefined; onClose: () => void }) {
  const { t } = useTranslation()
  const { today } = useMe()
  const queries = useQueryClient()
  return (
    <FormDrawer<IssueWords, Row | undefined>
      title={row ? t('programme.recordIssue') : undefined}
      hint={row ? <span lang="vi">{row.name}</span> : undefined}
      initial={{ issuedOn: today }}
      on={row}
      did={t('programme.didIssue')}
      send={(body, on) =>
        answer(
          api.POST('/api/programme/detailing/{id}/issue', {
            params: { path: { id: on?.id ?? 0 } },
            headers: ifMatch(on?.version ?? 0),
            body,
          }),
        )
      }
      refresh={() => refreshProgramme(queries)}
      onClose={onClose}
    >
      {() => (
        <>
          <LineField name="number" label={t('programme.textNumber')} max={100} />
          <DayField name="issuedOn" label={t('programme.issuedOn')} max={today} />
          <DayField name="effectOn" label={t('programme.effectOn')} />
        </>
      )}
    </FormDrawer>
  )
}

/** The text recorded was not the one: it never was, and stays in the history. */
function AnnulText({ row, onClose }: { row: Row | undefined; onClose: () => void }) {
  const { t } = useTranslation()
  const queries = useQueryClient()
  return (
    <FormDrawer<{ reason: string }, Row | undefined>
      title={row ? t('programme.act.annul') : undefined}
      hint={
        row ? (
          <span lang="vi">
            {row.number}, {showDay(row.issuedOn)}: {row.name}
          </span>
        ) : undefined
      }
      on={row}
      did={t('programme.did.annul')}
      send={(body, on) =>
        answer(
          api.POST('/api/programme/detailing/{id}/annul', {
            params: { path: { id: on?.id ?? 0 } },
            headers: ifMatch(on?.version ?? 0),
            body,
          }),
        )
      }
      refresh={() => refreshProgramme(queries)}
      onClose={onClose}
    >
      {() => <WordsField name="reason" label={t('programme.annulReason')} rows={3} max={1000} />}
    </FormDrawer>
  )
}
