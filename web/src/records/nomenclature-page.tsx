import { answer, type Body, ifMatch } from '@dieuhanh/client'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { Button, Space } from 'antd'
import { useTranslation } from 'react-i18next'
import { type Act, ActDrawer, actsWith } from '../form/act.tsx'
import { AgencySelect } from '../form/agency-select.tsx'
import { Field, LineField } from '../form/fields.tsx'
import { Rows } from '../list/rows.tsx'
import { nomenclatureFilePath } from '../paths/cases.ts'
import { api } from '../shell/api.ts'
import { ErrorPage } from '../shell/error-page.tsx'
import { useTitle } from '../shell/title.ts'
import { Waiting } from '../shell/waiting.tsx'
import { Blank } from '../ui/blank.tsx'
import { showDay } from '../ui/format.ts'
import { CaseActs, KeeperField, PastDay, RetentionField, useCaseFrame, useOpenCaseAct } from './case-acts.tsx'
import { type Nomenclature, type NomenclatureLine, nomenclatureQuery } from './case-queries.ts'
import { useRetentionWords } from './case-standing.tsx'
import './cases.css'

type LineForm = 'addLine' | 'editLine' | 'removeLine'
type NomenclatureForm = LineForm | 'issue' | 'carryOver'
/** A nomenclature, and the line that an act is on. */
interface Target {
  one: Nomenclature
  line: NomenclatureLine | undefined
}
type Sent = Body<'/api/records/nomenclatures/{id}/lines', 'put'>['lines'][number]
const defineAct = actsWith((act: NomenclatureForm, _: Target) => {
  const { t } = useTranslation()
  return useCaseFrame(t(`cases.act.${act}`))
})
const onOne = ({ id, version }: Nomenclature) => ({ params: { path: { id } }, headers: ifMatch(version) })

const sentOf = ({ heading, code, title, retention, unit, keeper, carriedFromId }: NomenclatureLine): Sent => ({
  ...(heading ? { heading } : {}),
  code,
  title,
  retentionClassId: retention.id,
  unitId: unit.id,
  ...(keeper ? { keeperId: keeper.id } : {}),
  ...(carriedFromId ? { carriedFromId } : {}),
})
/** The lines of a draft are sent together: what was seen is what is kept. */
const setLines = (one: Nomenclature, lines: Sent[]) =>
  answer(api.PUT('/api/records/nomenclatures/{id}/lines', { ...onOne(one), body: { lines } }))
const typed = ({ heading, keeperId, ...line }: Sent): Sent => ({
  ...line,
  ...(heading?.trim() ? { heading } : {}),
  ...(keeperId ? { keeperId } : {}),
})

function LineFields() {
  const { t } = useTranslation()
  return (
    <>
      <LineField name="heading" label={t('cases.field.heading')} extra={t('cases.headingHint')} isOptional />
      <LineField name="code" label={t('cases.field.code')} extra={t('cases.codeHint')} max={40} />
      <LineField name="title" label={t('cases.field.title')} />
      <RetentionField />
      <Field name="unitId" label={t('cases.field.unit')}>
        <AgencySelect isClearable={false} />
      </Field>
      <KeeperField isOptional />
    </>
  )
}

const FORMS: Record<NomenclatureForm, Act<NomenclatureForm, Target>> = {
  addLine: defineAct<Sent, Nomenclature>({
    on: ({ one }) => one,
    initial: (one) => {
      const last = one.contents.at(-1)
      return last ? { unitId: last.unit.id } : {}
    },
    Fields: LineFields,
    send: (line, one) => setLines(one, [...one.contents.map(sentOf), typed(line)]),
  }),
  editLine: defineAct<Sent, { one: Nomenclature; line: NomenclatureLine }>({
    on: ({ one, line }) => line && { one, line },
    initial: ({ line }) => sentOf(line),
    Fields: LineFields,
    send: (words, { one, line }) =>
      setLines(
        one,
        one.contents.map((each) => (each.id === line.id ? { ...sentOf(each), ...typed(words) } : sentOf(each))),
      ),
  }),
  removeLine: defineAct<object, { one: Nomenclature; line: NomenclatureLine }>({
    on: ({ one, line }) => line && { one, line },
    Fields: ({ on: { line } }) => (
      <p lang="vi">
        {line.code} {line.title}
      </p>
    ),
    send: (_, { one, line }) => setLines(one, one.contents.filter(({ id }) => id !== line.id).map(sentOf)),
  }),
  issue: defineAct<Body<'/api/records/nomenclatures/{id}/issue'>, Nomenclature>({
    on: ({ one }) => one,
    initial: (_, today) => ({ issuedOn: today }),
    Fields: () => {
      const { t } = useTranslation()
      return (
        <>
          <p className="soft">{t('cases.issueHint')}</p>
          <LineField name="number" label={t('cases.field.decision')} max={60} />
          <PastDay name="issuedOn" label={t('cases.field.decidedOn')} />
        </>
      )
    },
    send: (body, one) => answer(api.POST('/api/records/nomenclatures/{id}/issue', { ...onOne(one), body })),
  }),
  carryOver: defineAct<object, Nomenclature, { id: number }>({
    on: ({ one }) => one,
    Fields: () => {
      const { t } = useTranslation()
      return <p>{t('cases.carryOverHint')}</p>
    },
    send: (_, { id }, key) =>
      answer(api.POST('/api/records/nomenclatures/{id}/carry-over', { params: { path: { id } }, headers: key })),
    useOnDone: () => {
      const navigate = useNavigate()
      return ({ id }) => {
        navigate({ to: '/van-ban/danh-muc-ho-so/$id', params: { id: String(id) } })
      }
    },
  }),
}

/** One nomenclature: a draft that the archive writes, then the list from which cases are opened. */
export function NomenclaturePage() {
  const { t } = useTranslation()
  const id = Number(useParams({ from: '/staff/van-ban/danh-muc-ho-so/$id' }).id)
  const found = useQuery(nomenclatureQuery(id))
  useTitle(t('cases.nomenclature'))
  if (found.error) return <ErrorPage error={found.error} reset={() => found.refetch()} />
  if (found.isPending)
    return (
      <div className="page">
        <Waiting lines={10} />
      </div>
    )
  return <View one={found.data} />
}

function View({ one }: { one: Nomenclature }) {
  const { t } = useTranslation()
  const { act, item } = useSearch({ from: '/staff/van-ban/danh-muc-ho-so/$id' })
  const open = useOpenCaseAct()
  const retention = useRetentionWords()
  const isDraft = one.may.includes('edit')
  const may = one.may.map((name) => (name === 'edit' ? ('addLine' as const) : name))
  const forms: readonly NomenclatureForm[] = isDraft ? [...may, 'editLine', 'removeLine'] : may
  const acts = (line: NomenclatureLine) =>
    isDraft ? (
      <Space.Compact>
        <Button size="small" onClick={() => open({ act: 'editLine', item: line.id })}>
          {t('cases.act.editLine')}
        </Button>
        <Button size="small" onClick={() => open({ act: 'removeLine', item: line.id })}>
          {t('cases.act.removeLine')}
        </Button>
      </Space.Compact>
    ) : line.mayOpen ? (
      <Link to="/van-ban/ho-so" search={{ act: 'new', line: line.id }} className="nowrap" data-testid="open-from-line">
        {t('cases.open')}
      </Link>
    ) : null
  const titled = ({ heading, title }: NomenclatureLine) => (
    <>
      {heading ? <span className="soft">{heading}: </span> : null}
      {title}
    </>
  )
  return (
    <article className="page case-page">
      <div className="row spread page-head">
        <div className="grow">
          <p className="screen-only">
            <Link to="/van-ban/danh-muc-ho-so">{t('cases.nomenclatures')}</Link>
          </p>
          <h1>{t('cases.nomenclatureOf', { year: one.year })}</h1>
          <p className="soft" lang="vi">
            {one.agency.name} · {t(`cases.nomenclatureState.${one.state}`)}
            {one.issuedOn ? `: ${one.number}, ${showDay(one.issuedOn)}` : ''}
          </p>
        </div>
        <Space.Compact className="screen-only">
          {(['pdf', 'xlsx'] as const).map((format) => (
            <Button key={format} href={nomenclatureFilePath(one.id, format)} data-testid={`nomenclature-${format}`}>
              {format.toUpperCase()}
            </Button>
          ))}
        </Space.Compact>
      </div>
      <CaseActs
        may={may}
        nameOf={(name) => t(`cases.act.${name}`)}
        onOpen={(name) => open({ act: name })}
        testId="nomenclature"
      />
      <section className="panel" aria-labelledby="nomenclature-lines">
        <h2 id="nomenclature-lines">{t('cases.linesOf', { count: one.contents.length })}</h2>
        {one.contents.length === 0 ? (
          <Blank title={t('cases.noLinesYet')} hint={t('cases.noLinesYetHint')} />
        ) : (
          <Rows
            rows={one.contents}
            caption={t('cases.linesOf', { count: one.contents.length })}
            keyOf={({ id }) => id}
            testId="nomenclature-line"
            columns={[
              { key: 'code', title: t('cases.field.code'), cell: ({ code }) => code, className: 'tabular nowrap' },
              { key: 'title', title: t('cases.field.title'), cell: titled, isHead: true },
              {
                key: 'retention',
                title: t('cases.field.retention'),
                cell: (line) => retention({ retentionYears: line.retention.years }),
                className: 'nowrap',
              },
              { key: 'unit', title: t('cases.field.unit'), cell: ({ unit }) => <span lang="vi">{unit.name}</span> },
              {
                key: 'keeper',
                title: t('cases.field.keeper'),
                cell: ({ keeper }) => <span lang="vi">{keeper?.name}</span>,
              },
              { key: 'cases', title: t('cases.opened'), isNumber: true, cell: ({ cases }) => cases },
              {
                key: 'acts',
                title: <span className="unseen">{t('cases.acts')}</span>,
                cell: acts,
                isOnScreenOnly: true,
              },
            ]}
            card={(line) => (
              <>
                <p lang="vi">
                  <span className="tabular">{line.code}</span> {titled(line)}
                </p>
                <p className="soft" lang="vi">
                  {[retention({ retentionYears: line.retention.years }), line.unit.name, line.keeper?.name]
                    .filter(Boolean)
                    .join(' · ')}
                </p>
                {acts(line)}
              </>
            )}
          />
        )}
      </section>
      <ActDrawer
        acts={FORMS}
        act={forms.find((name) => name === act)}
        target={{ one, line: one.contents.find(({ id }) => id === item) }}
        onClose={() => open({})}
      />
    </article>
  )
}
