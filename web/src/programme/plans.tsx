import { answer, type Body } from '@dieuhanh/client'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button, Checkbox, Form, Upload } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { AgencySelect } from '../form/agency-select.tsx'
import { DayField, LineField, WordsField } from '../form/fields.tsx'
import { FormDrawer } from '../form/form-drawer.tsx'
import { ChoiceFilter } from '../list/filters.tsx'
import { List } from '../list/list.tsx'
import { Rows } from '../list/rows.tsx'
import { PLAN_GROUPS, type ProgrammeSearch } from '../paths/programme.ts'
import { api } from '../shell/api.ts'
import { useLanguage } from '../shell/language.tsx'
import { MapNote, MapSwitch } from '../shell/map-switch.tsx'
import { ProblemNote } from '../shell/problem.tsx'
import { mayDo, useMe } from '../shell/session.ts'
import { sendForm } from '../shell/upload.ts'
import { Waiting } from '../shell/waiting.tsx'
import { Blank } from '../ui/blank.tsx'
import { DayPicker } from '../ui/day-picker.tsx'
import { showDay, showNumber } from '../ui/format.ts'
import { Labelled } from '../ui/labelled.tsx'
import { filled } from './act.tsx'
import { knownWords } from './known.ts'
import { type PlanCall, type PlanCallCard, planCallQuery, planCallsQuery, refreshProgramme } from './queries.ts'

interface Props {
  search: ProgrammeSearch
  onChange: (changed: ProgrammeSearch) => void
}
type Duty = PlanCall['duties'][number]

/** Action plans that resolutions oblige agencies to issue: who must, by when, who has. */
export function PlansTab({ search, onChange }: Props) {
  const { t } = useTranslation()
  const me = useMe()
  const { asOf, knownOn, knownBefore, year, directiveId } = search
  const found = useQuery(planCallsQuery({ asOf, knownOn, knownBefore, year, directiveId }))
  // Figures of reports issued before they named their resolution: where there is one, it is opened.
  const only = found.data?.rows.length === 1 ? found.data.rows[0]!.id : undefined
  const open = search.call ?? (search.group || search.plan ? only : undefined)
  return (
    <section aria-label={t('programme.tabs.plans')}>
      <div className="row spread screen-only panel-head">
        <Labelled id="plans-as-of" label={t('programme.asOf')}>
          <DayPicker id="plans-as-of" value={asOf ?? me.today} onChange={(day) => onChange({ asOf: day })} />
        </Labelled>
        {mayDo(me, 'programme.keep') ? (
          <Button onClick={() => onChange({ act: 'call' })}>{t('programme.callForPlans')}</Button>
        ) : null}
      </div>
      {knownOn || knownBefore ? (
        <p className="soft">
          {showDay(asOf ?? me.today)}
          {knownWords(t, search)}
        </p>
      ) : null}
      <List
        query={found}
        rows={found.data?.rows}
        blank={<Blank title={t('programme.plansNone')} hint={t('programme.plansNoneHint')} />}
      >
        {(rows) => (
          <Calls
            rows={rows}
            search={search}
            onOpen={(call) => onChange({ call, agencyId: undefined, group: undefined, plan: undefined })}
          />
        )}
      </List>
      {open === undefined ? null : <Duties id={open} search={search} onChange={onChange} />}
      <Call isOpen={search.act === 'call'} onClose={() => onChange({ act: undefined })} />
    </section>
  )
}

type PlanGroup = (typeof PLAN_GROUPS)[number]

function Calls({
  rows,
  search,
  onOpen,
}: {
  rows: readonly PlanCallCard[]
  search: ProgrammeSearch
  onOpen: (id: number) => void
}) {
  const { t } = useTranslation()
  const language = useLanguage()
  const figure = (call: number, group: PlanGroup, plan: 'issued' | undefined, n: number) => (
    <Link
      to="/chuong-trinh-cong-tac"
      search={{ ...search, tab: 'plans', call, group, plan, agencyId: undefined, act: undefined }}
      className="figure tabular"
    >
      {showNumber(n, language)}
    </Link>
  )
  /** Issued of due; each opens its agencies. */
  const tally = (call: number, group: PlanGroup, { due, issued }: PlanCallCard['ministries']) =>
    due === 0 ? (
      '–'
    ) : (
      <>
        {figure(call, group, 'issued', issued)}/{figure(call, group, undefined, due)}
      </>
    )
  return (
    <Rows
      rows={rows}
      caption={t('programme.tabs.plans')}
      keyOf={({ id }) => id}
      testId="plan-call"
      isWide
      columns={[
        {
          key: 'title',
          title: t('programme.resolution'),
          isHead: true,
          cell: ({ id, number, title }) => (
            <Button type="link" className="programme-link" onClick={() => onOpen(id)} data-row>
              {number}: {title}
            </Button>
          ),
        },
        {
          key: 'called',
          title: t('programme.calledOn'),
          className: 'tabular nowrap',
          cell: ({ calledOn }) => showDay(calledOn),
        },
        {
          key: 'due',
          title: t('programme.planDue'),
          className: 'tabular nowrap',
          cell: ({ dueOn }) => (dueOn ? showDay(dueOn) : '–'),
        },
        {
          key: 'ministries',
          title: t('programme.group.ministry'),
          isNumber: true,
          className: 'tabular',
          cell: ({ id, ministries }) => tally(id, 'ministry', ministries),
        },
        {
          key: 'provinces',
          title: t('programme.group.province'),
          isNumber: true,
          className: 'tabular',
          cell: ({ id, provinces }) => tally(id, 'province', provinces),
        },
        {
          key: 'others',
          title: t('programme.group.other'),
          isNumber: true,
          className: 'tabular',
          cell: ({ id, others }) => tally(id, 'other', others),
        },
      ]}
      card={({ id, number, title, calledOn, dueOn, ministries, provinces, others }) => (
        <>
          <p>
            <Button type="link" className="programme-link" onClick={() => onOpen(id)} data-row>
              {number}: {title}
            </Button>
          </p>
          <p className="soft tabular">
            {t('programme.calledOn')}: {showDay(calledOn)}
            {dueOn ? ` · ${t('programme.planDue')}: ${showDay(dueOn)}` : ''}
          </p>
          <p className="tabular">
            {t('programme.group.ministry')}: {tally(id, 'ministry', ministries)} · {t('programme.group.province')}:{' '}
            {tally(id, 'province', provinces)} · {t('programme.group.other')}: {tally(id, 'other', others)}
          </p>
        </>
      )}
    />
  )
}

function Duties({ id, search, onChange }: Props & { id: number }) {
  const { t } = useTranslation()
  const { asOf, knownOn, knownBefore, agencyId, group, plan, map } = search
  const found = useQuery(planCallQuery(id, { asOf, knownOn, knownBefore, agencyId, group, plan, map }))
  const [issuing, setIssuing] = useState<Duty>()
  const [withdrawing, setWithdrawing] = useState<Duty>()
  if (found.error) return <ProblemNote error={found.error} retry={() => found.refetch()} />
  if (!found.data) return <Waiting lines={6} />
  const { number, words, duties, sourcePath, mapOn } = found.data
  const act = (duty: Duty) => {
    const [name, open] = duty.may.includes('issue')
      ? [t('programme.recordPlan'), setIssuing]
      : [t('programme.withdrawPlan'), setWithdrawing]
    if (duty.may.length === 0) return null
    return (
      <Button
        size="small"
        type={duty.may.includes('issue') ? 'default' : 'text'}
        onClick={() => open(duty)}
        aria-label={`${name}: ${duty.agencyName}`}
      >
        {name}
      </Button>
    )
  }
  return (
    <section className="panel" aria-labelledby="duties">
      <div className="row spread">
        <h2 id="duties">{t('programme.duties', { number })}</h2>
        <MapSwitch
          value={map}
          onChange={(chosen) => onChange({ call: id, map: chosen === 'ofDay' ? undefined : chosen })}
        />
      </div>
      <MapNote mapOn={mapOn} />
      {words ? (
        <p className="soft" lang="vi">
          “{words}” {sourcePath ? <a href={sourcePath}>{t('programme.openSource')}</a> : null}
        </p>
      ) : null}
      <div className="row screen-only panel-head">
        <ChoiceFilter
          id="duty-group"
          label={t('programme.who')}
          value={group}
          onChange={(chosen) => onChange({ call: id, group: chosen })}
          options={PLAN_GROUPS.map((value) => ({ value, label: t(`programme.group.${value}`) }))}
        />
        <ChoiceFilter
          id="duty-plan"
          label={t('programme.standingLabel')}
          value={plan}
          onChange={(chosen) => onChange({ call: id, plan: chosen })}
          options={(['issued', 'owed'] as const).map((value) => ({ value, label: t(`programme.plan.${value}`) }))}
        />
        <Labelled id="duty-agency" label={t('programme.agency')}>
          <AgencySelect
            id="duty-agency"
            {...(agencyId === undefined ? {} : { value: agencyId })}
            {...(asOf === undefined ? {} : { on: asOf })}
            onChange={(chosen) => onChange({ call: id, agencyId: chosen })}
          />
        </Labelled>
      </div>
      <p className="soft" data-testid="duty-count">
        {t('programme.dutyCount', { count: duties.length })}
      </p>
      <Rows
        rows={duties}
        caption={t('programme.duties', { number })}
        keyOf={({ id: duty }) => duty}
        testId="duty"
        columns={[
          { key: 'agency', title: t('programme.agency'), isHead: true, cell: (duty) => <Holder duty={duty} /> },
          { key: 'plan', title: t('programme.planDocument'), cell: (duty) => <PlanDocument duty={duty} /> },
          {
            key: 'issued',
            title: t('programme.issuedOn'),
            className: 'tabular nowrap',
            cell: ({ issuedOn }) => (issuedOn ? showDay(issuedOn) : '–'),
          },
          {
            key: 'act',
            title: <span className="unseen">{t('programme.acts')}</span>,
            isOnScreenOnly: true,
            cell: act,
          },
        ]}
        card={(duty) => (
          <>
            <p className="row spread">
              <strong>
                <Holder duty={duty} />
              </strong>
              {act(duty)}
            </p>
            <p className="tabular">
              <PlanDocument duty={duty} />
              {duty.issuedOn ? ` · ${showDay(duty.issuedOn)}` : ''}
            </p>
          </>
        )}
      />
      <IssuePlan duty={issuing} onClose={() => setIssuing(undefined)} />
      <WithdrawPlan duty={withdrawing} onClose={() => setWithdrawing(undefined)} />
    </section>
  )
}

function Holder({ duty: { agencyName, takenOverFrom } }: { duty: Duty }) {
  const { t } = useTranslation()
  return (
    <span lang="vi">
      {agencyName}
      {takenOverFrom ? (
        <span className="soft"> · {t('programme.takenOverFrom', { agency: takenOverFrom })}</span>
      ) : null}
    </span>
  )
}

function PlanDocument({ duty: { number, issueId, fileName, isLate } }: { duty: Duty }) {
  const { t } = useTranslation()
  return (
    <>
      <span lang="vi">{number ?? t('programme.plan.owed')}</span>
      {isLate ? <span className="tag warn">{t('programme.planLate')}</span> : null}
      {fileName && issueId ? (
        <>
          {' '}
          <a href={`/api/programme/plans/${issueId}/file`}>{fileName}</a>
        </>
      ) : null}
    </>
  )
}

interface PlanWords {
  number: string
  issuedOn: string
  title?: string
  file?: { fileList: { originFileObj?: File }[] }
}
function IssuePlan({ duty, onClose }: { duty: Duty | undefined; onClose: () => void }) {
  const { t } = useTranslation()
  const { today } = useMe()
  const queries = useQueryClient()
  return (
    <FormDrawer<PlanWords, Duty | undefined>
      title={duty ? t('programme.recordPlan') : undefined}
      hint={duty ? <span lang="vi">{duty.agencyName}</span> : undefined}
      initial={{ issuedOn: today }}
      on={duty}
      did={t('programme.didPlan')}
      send={({ file, ...words }, on) =>
        sendForm(
          `/api/programme/plan-duties/${on?.id}/issue`,
          { plan: JSON.stringify(filled(words)) },
          file?.fileList[0]?.originFileObj,
          {},
        )
      }
      refresh={() => refreshProgramme(queries)}
      onClose={onClose}
    >
      {() => (
        <>
          <LineField name="number" label={t('programme.planNumber')} max={100} />
          <DayField name="issuedOn" label={t('programme.issuedOn')} max={today} />
          <LineField name="title" label={t('programme.planTitle')} max={1000} isOptional />
          <Form.Item name="file" label={t('programme.planFile')}>
            <Upload maxCount={1} beforeUpload={() => false} accept=".pdf,.docx">
              <Button>{t('programme.chooseFile')}</Button>
            </Upload>
          </Form.Item>
        </>
      )}
    </FormDrawer>
  )
}

function WithdrawPlan({ duty, onClose }: { duty: Duty | undefined; onClose: () => void }) {
  const { t } = useTranslation()
  const queries = useQueryClient()
  return (
    <FormDrawer<{ reason: string }, Duty | undefined>
      title={duty ? t('programme.withdrawPlan') : undefined}
      hint={duty ? <span lang="vi">{duty.agencyName}</span> : undefined}
      isDanger
      on={duty}
      did={t('programme.didWithdrawPlan')}
      send={(body, on) =>
        answer(api.POST('/api/programme/plan-duties/{id}/withdraw', { params: { path: { id: on?.id ?? 0 } }, body }))
      }
      refresh={() => refreshProgramme(queries)}
      onClose={onClose}
    >
      {() => <WordsField name="reason" label={t('programme.reason')} rows={2} max={1000} />}
    </FormDrawer>
  )
}

type CallWords = Body<'/api/programme/plan-calls'> & { who?: ('ministries' | 'provinces')[] }
function Call({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const { t } = useTranslation()
  const { today } = useMe()
  const queries = useQueryClient()
  return (
    <FormDrawer<CallWords>
      title={isOpen ? t('programme.callForPlans') : undefined}
      initial={{ who: ['ministries', 'provinces'] }}
      did={t('programme.didCall')}
      send={({ who = [], ...words }) =>
        answer(
          api.POST('/api/programme/plan-calls', {
            body: {
              ...filled(words),
              ministries: who.includes('ministries'),
              provinces: who.includes('provinces'),
            } as Body<'/api/programme/plan-calls'>,
          }),
        )
      }
      refresh={() => refreshProgramme(queries)}
      onClose={onClose}
    >
      {() => (
        <>
          <LineField name="number" label={t('programme.resolutionNumber')} max={100} placeholder="02/NQ-CP" />
          <WordsField name="title" label={t('programme.resolutionTitle')} rows={2} max={1000} />
          <DayField name="calledOn" label={t('programme.calledOn')} max={today} />
          <DayField name="dueOn" label={t('programme.planDue')} isOptional />
          <WordsField name="words" label={t('programme.callWords')} rows={2} max={1000} isOptional />
          <Form.Item name="who" label={t('programme.who')}>
            <Checkbox.Group
              options={[
                { value: 'ministries', label: t('programme.allMinistries') },
                { value: 'provinces', label: t('programme.allProvinces') },
              ]}
            />
          </Form.Item>
        </>
      )}
    </FormDrawer>
  )
}
