import { answer, type Body, ifMatch } from '@dieuhanh/client'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Button, Form, Input, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { type Act, actsWith } from '../../form/act.tsx'
import { DayField, LineField, WordsField } from '../../form/fields.tsx'
import { optionalText } from '../../form/typed-text.ts'
import { rowsOf } from '../../list/list.tsx'
import { api } from '../../shell/api.ts'
import { useMe } from '../../shell/session.ts'
import { addDays, showDay } from '../../ui/format.ts'
import { useTaskforceFrame } from '../act.tsx'
import { ChoiceField, PastDayField, PersonSelect, ReasonFields, TermField } from '../fields.tsx'
import { type Inspection, type InspectionAct, inspectionsQuery, scopeTasksQuery } from '../queries.ts'

export type InspectionForm = Exclude<InspectionAct, 'signMinutes' | 'find' | 'explain' | 'mark'>
type Decide = Body<'/api/taskforce/inspections/{id}/decide'>
type Request = Body<'/api/taskforce/inspections/{id}/request'>
type Minutes = Body<'/api/taskforce/inspections/{id}/minutes', 'put'>
type Conclude = Body<'/api/taskforce/inspections/{id}/conclude'>
type Edit = Body<'/api/taskforce/inspections/{id}', 'patch'>
export const FORMS = ['onSite', 'onPaper', 'online', 'unannounced'] as const
const ROLES = ['head', 'deputy', 'member', 'secretary'] as const

function useFrame(act: InspectionForm, _: Inspection) {
  const { t } = useTranslation()
  return useTaskforceFrame(t(`taskforce.act.inspection.${act}`))
}
const defineAct = actsWith(useFrame)
const onOne = ({ id, version }: Inspection) => ({ params: { path: { id } }, headers: ifMatch(version) })
const one = (inspection: Inspection) => inspection

/** The fields of what is planned; a new inspection has the same. */
export function PlannedFields() {
  const { t } = useTranslation()
  return (
    <>
      <LineField name="title" label={t('taskforce.field.title')} />
      <ChoiceField
        name="form"
        label={t('taskforce.field.form')}
        options={FORMS.map((value) => ({ value, label: t(`taskforce.form.${value}`) }))}
      />
      <LineField name="place" label={t('taskforce.field.place')} isOptional />
      <div className="tf-two">
        <DayField name="fromOn" label={t('taskforce.field.fromOn')} />
        <DayField name="toOn" label={t('taskforce.field.toOn')} />
      </div>
    </>
  )
}
export const plannedWords = ({ place, ...rest }: Edit): Edit => ({ ...rest, ...optionalText('place', place) })

/** The tasks of a body in scope: a choice of them, and one press for those that are late. */
function ScopeFields({ agencyId, path, whole }: { agencyId: number; path: FieldPath; whole: FieldPath }) {
  const { t } = useTranslation()
  const form = Form.useFormInstance()
  const me = useMe()
  const tasks = useQuery(scopeTasksQuery(agencyId))
  const rows = tasks.data?.rows ?? []
  const options = rows.map(({ id, code, title, dueOn }) => ({
    value: id,
    label: `${code} ${title}${dueOn ? ` (${showDay(dueOn)})` : ''}`,
  }))
  const late = rows.filter(({ state, dueOn }) => state !== 'confirmed' && dueOn !== null && dueOn < me.today)
  return (
    <>
      <Form.Item
        name={path}
        label={t('taskforce.field.scope')}
        extra={t('taskforce.field.scopeHint')}
        rules={[{ required: true, message: t('field.missing') }]}
        required
      >
        <Select
          mode="multiple"
          options={options}
          loading={tasks.isPending}
          showSearch={{ optionFilterProp: 'label' }}
          maxTagCount={6}
          className="wide"
        />
      </Form.Item>
      {late.length > 0 ? (
        <p>
          <Button
            size="small"
            onClick={() =>
              form.setFieldValue(
                whole,
                late.map(({ id }) => id),
              )
            }
            data-testid="scope-late"
          >
            {t('taskforce.chooseLate', { count: late.length })}
          </Button>
        </p>
      ) : null}
    </>
  )
}
type FieldPath = (string | number)[]

function DecideFields({ on: inspection }: { on: Inspection }) {
  const { t } = useTranslation()
  return (
    <>
      <LineField name="decision" label={t('taskforce.field.decision')} placeholder="182/QĐ-TCT" />
      <PastDayField name="decidedOn" label={t('taskforce.field.decidedOn')} />
      <WordsField
        name="bases"
        label={t('taskforce.field.bases')}
        extra={t('taskforce.field.basesHint')}
        rows={2}
        isOptional
      />
      <ScopeFields agencyId={inspection.agency.id} path={['taskIds']} whole={['taskIds']} />
      <AlsoFields on={inspection} />
      <DelegationFields />
    </>
  )
}

/** The other bodies that the same decision names: their planned inspections, each with its tasks. */
function AlsoFields({ on }: { on: Inspection }) {
  const { t } = useTranslation()
  const found = useInfiniteQuery(inspectionsQuery({ state: 'planned', taskForceId: on.taskForce.id, limit: 200 }))
  const chosen: Decide['also'] = Form.useWatch('also')
  const planned = (rowsOf(found.data) ?? []).filter(
    ({ id, form, agency }) => id !== on.id && form !== 'unannounced' && agency.id !== on.agency.id,
  )
  if (on.form === 'unannounced' || planned.length === 0) return null
  const bodies = planned.filter(({ id }) => chosen?.some((one) => one?.id === id)).map(({ agency }) => agency.id)
  const left = planned.filter(({ agency }) => !bodies.includes(agency.id))
  return (
    <fieldset className="tf-fieldset" data-testid="decide-also">
      <legend>{t('taskforce.also')}</legend>
      <p className="soft">{t('taskforce.alsoHint')}</p>
      <Form.List name="also">
        {(rows, { add, remove }, { errors }) => (
          <>
            {rows.map(({ key, name }) => {
              const one = planned.find(({ id }) => id === chosen?.[name]?.id)
              return (
                <div key={key} className="panel">
                  <p lang="vi">
                    <strong>{one?.agency.name}</strong>: {one?.title}
                  </p>
                  <Form.Item name={[name, 'id']} hidden>
                    <Input />
                  </Form.Item>
                  <Form.Item name={[name, 'version']} hidden>
                    <Input />
                  </Form.Item>
                  {one ? (
                    <ScopeFields agencyId={one.agency.id} path={[name, 'taskIds']} whole={['also', name, 'taskIds']} />
                  ) : null}
                  <Button size="small" onClick={() => remove(name)}>
                    {t('taskforce.remove')}
                  </Button>
                </div>
              )
            })}
            {left.length > 0 ? (
              <Select
                aria-label={t('taskforce.addAlso')}
                placeholder={t('taskforce.addAlso')}
                value={null}
                options={left.map(({ id, title, agency }) => ({ value: id, label: `${agency.name}: ${title}` }))}
                showSearch={{ optionFilterProp: 'label' }}
                onChange={(id) => {
                  const one = left.find((row) => row.id === id)
                  if (one) add({ id: one.id, version: one.version, taskIds: [] })
                }}
                className="wide"
              />
            ) : null}
            <Form.ErrorList errors={errors} />
          </>
        )}
      </Form.List>
    </fieldset>
  )
}

function DelegationFields() {
  const { t } = useTranslation()
  const form = Form.useFormInstance<Decide>()
  return (
    <fieldset className="tf-fieldset">
      <legend>{t('taskforce.delegation')}</legend>
      <Form.List name="delegation">
        {(rows, { add, remove }) => (
          <>
            {rows.map(({ key, name }, place) => (
              <div key={key} className="panel">
                <Form.Item name={[name, 'personId']} label={t('taskforce.field.person')}>
                  <PersonSelect
                    onNamed={({ name: fullName, title }) => {
                      form.setFieldValue(['delegation', name, 'fullName'], fullName)
                      form.setFieldValue(['delegation', name, 'office'], title)
                    }}
                  />
                </Form.Item>
                <div className="tf-two">
                  <Form.Item
                    name={[name, 'fullName']}
                    label={t('taskforce.field.fullName')}
                    rules={[{ required: true, message: t('field.missing') }]}
                    required
                  >
                    <Input maxLength={300} />
                  </Form.Item>
                  <Form.Item
                    name={[name, 'office']}
                    label={t('taskforce.field.office')}
                    rules={[{ required: true, message: t('field.missing') }]}
                    required
                  >
                    <Input maxLength={300} />
                  </Form.Item>
                </div>
                <Form.Item name={[name, 'role']} label={t('taskforce.field.role')} required>
                  <Select options={ROLES.map((value) => ({ value, label: t(`taskforce.delegate.${value}`) }))} />
                </Form.Item>
                {place > 0 ? (
                  <Button size="small" onClick={() => remove(name)}>
                    {t('taskforce.remove')}
                  </Button>
                ) : null}
              </div>
            ))}
            <Button onClick={() => add({ role: 'member' })}>{t('taskforce.addDelegate')}</Button>
          </>
        )}
      </Form.List>
    </fieldset>
  )
}

function RequestFields() {
  const { t } = useTranslation()
  return (
    <>
      <TermField name="explainBy" label={t('taskforce.field.explainBy')} />
      <Form.List name="issues">
        {(rows, { add, remove }) => (
          <>
            {rows.map(({ key, name }, place) => (
              <div key={key} className="panel">
                <Form.Item
                  name={[name, 'words']}
                  label={t('taskforce.field.issue', { n: place + 1 })}
                  rules={[{ required: true, whitespace: true, message: t('field.missing') }]}
                  required
                >
                  <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} maxLength={4000} />
                </Form.Item>
                <Form.Item name={[name, 'papers']} label={t('taskforce.field.papers')}>
                  <Input maxLength={4000} />
                </Form.Item>
                {rows.length > 1 ? (
                  <Button size="small" onClick={() => remove(name)}>
                    {t('taskforce.remove')}
                  </Button>
                ) : null}
              </div>
            ))}
            <Button onClick={() => add({})}>{t('taskforce.addIssue')}</Button>
          </>
        )}
      </Form.List>
    </>
  )
}

/** The acts on an inspection that need input and no further row. */
export const INSPECTION_FORMS: Record<InspectionForm, Act<InspectionForm, Inspection>> = {
  edit: defineAct<Edit, Inspection>({
    on: one,
    initial: ({ title, form, place, fromOn, toOn }) => ({
      title,
      form,
      fromOn,
      toOn,
      ...optionalText('place', place ?? undefined),
    }),
    Fields: PlannedFields,
    send: (typed, inspection) =>
      answer(api.PATCH('/api/taskforce/inspections/{id}', { ...onOne(inspection), body: plannedWords(typed) })),
  }),
  decide: defineAct<Decide, Inspection>({
    on: one,
    isWide: true,
    initial: ({ scope }, today) => ({
      decidedOn: today,
      taskIds: scope.map(({ taskId }) => taskId),
      delegation: [{ role: 'head' } as Decide['delegation'][number]],
    }),
    Fields: DecideFields,
    send: ({ delegation, bases, also, ...body }, inspection) =>
      answer(
        api.POST('/api/taskforce/inspections/{id}/decide', {
          ...onOne(inspection),
          body: {
            ...body,
            ...optionalText('bases', bases),
            ...(also?.length ? { also } : {}),
            delegation: delegation.map(({ personId, ...named }) => ({ ...named, ...(personId ? { personId } : {}) })),
          },
        }),
      ),
  }),
  request: defineAct<Request, Inspection>({
    on: one,
    isWide: true,
    initial: (_, today) => ({ explainBy: addDays(today, 10), issues: [{ words: '' }] }),
    Fields: RequestFields,
    send: ({ explainBy, issues }, inspection) =>
      answer(
        api.POST('/api/taskforce/inspections/{id}/request', {
          ...onOne(inspection),
          body: {
            explainBy,
            issues: issues.map(({ words, papers }) => ({ words, ...optionalText('papers', papers) })),
          },
        }),
      ),
  }),
  writeMinutes: defineAct<Minutes, Inspection>({
    on: one,
    isWide: true,
    initial: ({ minutes, place, delegation, agency }, today) =>
      minutes
        ? {
            heldOn: minutes.heldOn,
            place: minutes.place,
            officeSide: minutes.officeSide,
            agencySide: minutes.agencySide,
            words: minutes.words,
            ...optionalText('commitments', minutes.commitments ?? undefined),
          }
        : {
            heldOn: today,
            ...optionalText('place', place ?? undefined),
            officeSide: delegation.map(({ fullName, office }) => `${fullName}, ${office}`).join('\n'),
            agencySide: agency.name,
          },
    Fields: function Fields() {
      const { t } = useTranslation()
      return (
        <>
          <div className="tf-two">
            <PastDayField name="heldOn" label={t('taskforce.field.heldOn')} />
            <LineField name="place" label={t('taskforce.field.place')} />
          </div>
          <WordsField name="officeSide" label={t('taskforce.field.officeSide')} rows={2} />
          <WordsField name="agencySide" label={t('taskforce.field.agencySide')} rows={2} />
          <WordsField name="words" label={t('taskforce.field.minutes')} rows={6} max={20_000} />
          <WordsField name="commitments" label={t('taskforce.field.commitments')} rows={2} isOptional />
        </>
      )
    },
    send: ({ commitments, ...body }, inspection) =>
      answer(
        api.PUT('/api/taskforce/inspections/{id}/minutes', {
          ...onOne(inspection),
          body: { ...body, ...optionalText('commitments', commitments) },
        }),
      ),
  }),
  sendFindings: defineAct<{ answerBy?: string }, Inspection>({
    on: one,
    Fields: function Fields() {
      const { t } = useTranslation()
      return (
        <>
          <p>{t('taskforce.sendFindingsHint')}</p>
          <TermField name="answerBy" label={t('taskforce.field.answerBy')} isOptional />
        </>
      )
    },
    send: ({ answerBy }, inspection) =>
      answer(
        api.POST('/api/taskforce/inspections/{id}/send-findings', {
          ...onOne(inspection),
          body: answerBy ? { answerBy } : {},
        }),
      ),
  }),
  conclude: defineAct<Conclude, Inspection>({
    on: one,
    isWide: true,
    initial: (_, today) => ({ on: today }),
    Fields: function Fields() {
      const { t } = useTranslation()
      return (
        <>
          <LineField name="conclusion" label={t('taskforce.field.conclusion')} placeholder="12/TB-TCT" />
          <PastDayField name="on" label={t('taskforce.field.on')} />
          <WordsField name="words" label={t('taskforce.field.conclusionWords')} rows={6} max={20_000} />
        </>
      )
    },
    send: (body, inspection) =>
      answer(api.POST('/api/taskforce/inspections/{id}/conclude', { ...onOne(inspection), body })),
  }),
  postpone: defineAct<{ reason: string }, Inspection>({
    on: one,
    Fields: ReasonFields,
    send: (body, inspection) =>
      answer(api.POST('/api/taskforce/inspections/{id}/postpone', { ...onOne(inspection), body })),
  }),
  stop: defineAct<{ reason: string }, Inspection>({
    on: one,
    Fields: ReasonFields,
    send: (body, inspection) =>
      answer(api.POST('/api/taskforce/inspections/{id}/stop', { ...onOne(inspection), body })),
  }),
}
