import { DownOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { Alert, Button, Dropdown } from 'antd'
import { useTranslation } from 'react-i18next'
import { ActDrawer } from '../form/act.tsx'
import { agenciesQuery } from '../form/agency-select.tsx'
import { problemOf } from '../shell/api.ts'
import { NotFoundPage } from '../shell/error-page.tsx'
import { ProblemNote } from '../shell/problem.tsx'
import { useMe } from '../shell/session.ts'
import { useTitle } from '../shell/title.ts'
import { Waiting } from '../shell/waiting.tsx'
import { AgencySeals } from '../signing-keys/index.ts'
import { DayPicker } from '../ui/day-picker.tsx'
import { showDay, showInstant } from '../ui/format.ts'
import { Fact, Labelled } from '../ui/labelled.tsx'
import { ScrollBox } from '../ui/scroll-box.tsx'
import type { AgencyAct } from './act.tsx'
import { ACTS } from './acts.ts'
import { KeptBy } from './kept-by.tsx'
import { Lineage } from './lineage.tsx'
import { type AgencyDetail, agencyQuery } from './queries.ts'
import { AgencyLink } from './tree.tsx'
import './agencies.css'

/** One agency through time, as of a day: names, codes, place, units, predecessors and successors. */
export function AgencyPage() {
  const { t } = useTranslation()
  const me = useMe()
  const { id } = useParams({ from: '/staff/co-quan/$id' })
  const search = useSearch({ from: '/staff/co-quan/$id' })
  const navigate = useNavigate({ from: '/co-quan/$id' })
  const on = search.on ?? me.today
  const found = useQuery(agencyQuery(Number(id), on))
  useTitle(found.data?.name ?? t('agencies.title'))
  const open = (act: AgencyAct | undefined, item?: string) =>
    navigate({
      search: ({ on: day }) => ({ ...(day ? { on: day } : {}), ...(act ? { act } : {}), ...(item ? { item } : {}) }),
      replace: true,
    })
  if (!/^[1-9]\d*$/.test(id)) return <NotFoundPage />
  if (found.error) {
    return problemOf(found.error).status === 404 ? (
      <NotFoundPage />
    ) : (
      <div className="page">
        <ProblemNote error={found.error} retry={found.refetch} />
      </div>
    )
  }
  const agency = found.data
  if (!agency) return <Waiting />
  const wasThere = (agency.validFrom ?? '') <= on && on <= (agency.validTo ?? '9999')
  return (
    <div className="page">
      <div className="row spread page-head">
        <div className="grow">
          <p className="screen-only">
            <Link to="/co-quan" search={on === me.today ? {} : { on }}>
              ← {t('agencies.one.back')}
            </Link>
          </p>
          <h1>{agency.name}</h1>
          <p className="soft">
            {t(`agencies.kindOf.${agency.kind}`)}
            {agency.nameEn ? ` · ${agency.nameEn}` : ''}
          </p>
        </div>
        <Labelled id="agency-on" label={t('agencies.one.on')}>
          <DayPicker
            id="agency-on"
            value={on}
            isClearable={false}
            onChange={(day) => navigate({ search: day && day !== me.today ? { on: day } : {}, replace: true })}
          />
        </Labelled>
      </div>
      {wasThere ? null : <Alert type="info" showIcon title={t('agencies.one.was', { day: showDay(on) })} />}
      <Acts agency={agency} open={open} />
      <div className="agency-page">
        <div className="stack">
          <section className="panel" aria-labelledby="lineage">
            <h2 id="lineage">{t('agencies.one.lineage')}</h2>
            <Lineage
              agency={agency}
              onWithdraw={agency.may.change ? ({ id: of }) => open('withdrawSuccession', String(of)) : undefined}
            />
          </section>
          <Names agency={agency} on={on} />
          <Units agency={agency} on={on} />
        </div>
        <div className="stack">
          <Facts agency={agency} open={open} />
          <AgencySeals agencyId={agency.id} />
          <KeptBy agency={agency} />
        </div>
      </div>
      <ActDrawer acts={ACTS} act={search.act} target={{ agency, item: search.item }} onClose={() => open(undefined)} />
    </div>
  )
}

type Open = (act: AgencyAct | undefined, item?: string) => void

function Acts({ agency, open }: { agency: AgencyDetail; open: Open }) {
  const { t } = useTranslation()
  const me = useMe()
  const { may, periods } = agency
  const end = periods.at(-1)?.validTo ?? null
  const others: AgencyAct[] = [end === null ? 'end' : 'reopen', 'succession', 'code', 'alias']
  return (
    <div className="row agency-acts screen-only">
      <Link to="/nhiem-vu" search={{ agencyId: agency.id }}>
        {t('agencies.one.tasks')}
      </Link>
      {may.change ? <Button onClick={() => open('change')}>{t('agencies.acts.change')}</Button> : null}
      {may.addUnit && (end === null || end >= me.today) ? (
        <Button onClick={() => open('unit')}>{t('agencies.acts.unit')}</Button>
      ) : null}
      {may.change ? (
        <Dropdown
          trigger={['click']}
          menu={{
            items: others.map((act) => ({ key: act, label: t(`agencies.acts.${act}`) })),
            onClick: ({ key }) => open(key as AgencyAct),
          }}
        >
          <Button icon={<DownOutlined />} iconPlacement="end">
            {t('agencies.acts.more')}
          </Button>
        </Dropdown>
      ) : null}
    </div>
  )
}

function Names({ agency, on }: { agency: AgencyDetail; on: string }) {
  const { t } = useTranslation()
  return (
    <section className="panel" aria-labelledby="names">
      <h2 id="names">{t('agencies.one.names')}</h2>
      <ScrollBox label={t('agencies.one.names')}>
        <table className="grid-table">
          <thead>
            <tr>
              <th scope="col">{t('agencies.one.period')}</th>
              <th scope="col">{t('agencies.one.name')}</th>
            </tr>
          </thead>
          <tbody>
            {agency.periods.toReversed().map((period) => {
              const isShown = (period.validFrom ?? '') <= on && on <= (period.validTo ?? '9999')
              return (
                <tr key={period.validFrom ?? ''} aria-current={isShown ? 'true' : undefined}>
                  <td>
                    <Life from={period.validFrom} to={period.validTo} />
                  </td>
                  <td>
                    <span className={isShown ? 'strong' : ''}>{period.name}</span>
                    {period.abbreviation ? <span className="tag">{period.abbreviation}</span> : null}
                    <div className="soft">
                      {t(`agencies.kindOf.${period.kind}`)}
                      {period.parentName ? `, ${t('agencies.of', { name: period.parentName })}` : ''}
                    </div>
                    <div className="soft">
                      {t('agencies.one.source')}: {period.source}
                      {period.confidence === 'memory' ? ` (${t('agencies.one.fromMemory')})` : ''}
                    </div>
                  </td>
                </tr>
              )
            })}
          </tbody>
        </table>
      </ScrollBox>
    </section>
  )
}

/** "từ 01/3/2025 đến 30/6/2025": from the first day to the last, where known. */
export function Life({ from, to }: { from: string | null; to: string | null }) {
  const { t } = useTranslation()
  const words = [
    from ? t('agencies.one.from', { day: showDay(from) }) : t('agencies.one.always'),
    ...(to ? [t('agencies.one.until', { day: showDay(to) })] : []),
  ]
  return <span className="tabular">{words.join(' ')}</span>
}

function Units({ agency, on }: { agency: AgencyDetail; on: string }) {
  const { t } = useTranslation()
  const list = useQuery(agenciesQuery(on))
  const units = list.data?.agencies.filter(({ parentId }) => parentId === agency.id) ?? []
  return (
    <section className="panel" aria-labelledby="units">
      <h2 id="units">{t('agencies.one.units', { day: showDay(on) })}</h2>
      {list.data && units.length === 0 ? <p className="soft">{t('agencies.one.noUnits')}</p> : null}
      <ul className="agency-list columns">
        {units.map((unit) => (
          <li key={unit.id}>
            <AgencyLink agency={unit} on={on} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function Facts({ agency, open }: { agency: AgencyDetail; open: Open }) {
  const { t } = useTranslation()
  const me = useMe()
  const search = useSearch({ from: '/staff/co-quan/$id' })
  const on = search.on ?? me.today
  const parent = agency.periods.find(({ validFrom }) => validFrom === agency.validFrom)
  const [first, last] = [agency.periods[0], agency.periods.at(-1)]
  return (
    <section className="panel" aria-labelledby="facts">
      <h2 id="facts" className="unseen">
        {t('agencies.one.itself')}
      </h2>
      <dl className="facts">
        {agency.parentId !== null && parent?.parentName ? (
          <Fact name={t('agencies.one.parent')}>
            <AgencyLink agency={{ id: agency.parentId, name: parent.parentName, abbreviation: null }} on={on} />
          </Fact>
        ) : null}
        <Fact name={t('agencies.one.life')}>
          <Life from={first?.validFrom ?? null} to={last?.validTo ?? null} />
          {last?.validTo ? null : <span className="soft">, {t('agencies.one.still')}</span>}
        </Fact>
        {agency.abbreviation ? <Fact name={t('agencies.one.abbreviation')}>{agency.abbreviation}</Fact> : null}
        <Fact name={t('agencies.one.codes')}>
          {agency.codes.length === 0 ? <span className="soft">{t('agencies.one.noCodes')}</span> : null}
          <ul className="plain">
            {agency.codes.map(({ scheme, code, validFrom, validTo, confidence }) => (
              <li key={`${scheme} ${code} ${validFrom}`} className="agency-code">
                <strong className="tabular">{code}</strong> {t(`agencies.schemes.${scheme}`)}
                <div className="soft">
                  <Life from={validFrom} to={validTo} />
                  {confidence === 'memory' ? ` (${t('agencies.one.fromMemory')})` : ''}
                </div>
                {agency.may.change && validTo === null ? (
                  <Button
                    size="small"
                    type="link"
                    className="agency-small screen-only"
                    onClick={() => open('endCode', `${scheme}:${code}`)}
                  >
                    {t('agencies.acts.endCode')}
                  </Button>
                ) : null}
              </li>
            ))}
          </ul>
        </Fact>
        <Fact name={t('agencies.one.aliases')}>
          {agency.aliases.length === 0 ? <span className="soft">{t('agencies.one.noAliases')}</span> : null}
          <ul className="plain">
            {agency.aliases.map((alias) => (
              <li key={alias}>
                {alias}
                {agency.may.change ? (
                  <Button
                    size="small"
                    type="link"
                    className="agency-small screen-only"
                    aria-label={`${t('agencies.acts.withdrawAlias')}: ${alias}`}
                    onClick={() => open('withdrawAlias', alias)}
                  >
                    {t('workingDays.withdraw')}
                  </Button>
                ) : null}
              </li>
            ))}
          </ul>
        </Fact>
      </dl>
      {agency.version > 1 ? (
        <p className="soft agency-changed">
          {t('agencies.one.lastChange', { by: agency.changedBy, at: showInstant(agency.changedAt) })}
        </p>
      ) : null}
    </section>
  )
}
