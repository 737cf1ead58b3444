import { answer, type Body, ifMatch } from '@dieuhanh/client'
import { Form, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { type Act, actsWith } from '../../form/act.tsx'
import { AgenciesSelect } from '../../form/agency-select.tsx'
import { DayField, Field, LineField } from '../../form/fields.tsx'
import { api } from '../../shell/api.ts'
import { useTaskforceFrame } from '../act.tsx'
import { PersonSelect } from '../fields.tsx'
import type { Member, TaskForce } from '../queries.ts'

export interface ForceTarget {
  force: TaskForce
  member: Member | undefined
}
export type ForceForm = 'addMember' | 'endMember' | 'areas' | 'end'
type NewMember = Body<'/api/taskforce/task-forces/{id}/members'>
type Ending = Body<'/api/taskforce/task-forces/{id}/end'>
type Areas = Body<'/api/taskforce/members/{id}/areas', 'put'>
const ROLES = ['head', 'standingDeputy', 'deputy', 'member', 'secretary'] as const

function useFrame(act: ForceForm, _: ForceTarget) {
  const { t } = useTranslation()
  return useTaskforceFrame(t(`taskforce.act.force.${act}`))
}
const defineAct = actsWith(useFrame)
const onRow = ({ id, version }: { id: number; version: number }) => ({
  params: { path: { id } },
  headers: ifMatch(version),
})

function EndFields() {
  const { t } = useTranslation()
  return (
    <>
      <DayField name="toOn" label={t('taskforce.field.lastDay')} />
      <LineField name="act" label={t('taskforce.field.act')} />
    </>
  )
}

function MemberFields() {
  const { t } = useTranslation()
  const form = Form.useFormInstance<NewMember>()
  return (
    <>
      <Field name="personId" label={t('taskforce.field.person')} extra={t('taskforce.field.personExtra')} isOptional>
        <PersonSelect onNamed={({ name, title }) => form.setFieldsValue({ fullName: name, office: title })} />
      </Field>
      <LineField name="fullName" label={t('taskforce.field.fullName')} />
      <LineField name="office" label={t('taskforce.field.office')} />
      <Field name="role" label={t('taskforce.field.role')}>
        <Select options={ROLES.map((value) => ({ value, label: t(`taskforce.memberRole.${value}`) }))} />
      </Field>
      <DayField name="fromOn" label={t('taskforce.field.fromOn')} />
      <LineField name="act" label={t('taskforce.field.act')} />
    </>
  )
}

function AreaFields() {
  const { t } = useTranslation()
  return (
    <>
      <p>{t('taskforce.areasHint')}</p>
      <Field name="agencyIds" label={t('taskforce.field.areas')} isOptional>
        <AgenciesSelect />
      </Field>
      <DayField name="fromOn" label={t('taskforce.field.fromOn')} />
      <LineField name="act" label={t('taskforce.field.act')} />
    </>
  )
}

/** The acts on a task force and its members. */
export const FORCE_FORMS: Record<ForceForm, Act<ForceForm, ForceTarget>> = {
  addMember: defineAct<NewMember, TaskForce>({
    on: ({ force }) => force,
    initial: (force, today) => ({ role: 'member', fromOn: today, act: force.act }),
    Fields: MemberFields,
    send: ({ personId, ...named }, { id }, key) =>
      answer(
        api.POST('/api/taskforce/task-forces/{id}/members', {
          params: { path: { id } },
          headers: key,
          body: { ...named, ...(personId ? { personId } : {}) },
        }),
      ),
  }),
  endMember: defineAct<Ending, Member>({
    on: ({ member }) => member,
    initial: (_, today) => ({ toOn: today }),
    Fields: EndFields,
    send: (body, member) => answer(api.POST('/api/taskforce/members/{id}/end', { ...onRow(member), body })),
  }),
  areas: defineAct<Areas, Member>({
    on: ({ member }) => member,
    initial: ({ areas, act }, today) => ({
      agencyIds: areas.filter(({ toOn }) => toOn === null).map(({ agencyId }) => agencyId),
      fromOn: today,
      act,
    }),
    Fields: AreaFields,
    send: ({ agencyIds = [], ...body }, member) =>
      answer(api.PUT('/api/taskforce/members/{id}/areas', { ...onRow(member), body: { ...body, agencyIds } })),
  }),
  end: defineAct<Ending, TaskForce>({
    on: ({ force }) => force,
    initial: (_, today) => ({ toOn: today }),
    Fields: EndFields,
    send: (body, force) => answer(api.POST('/api/taskforce/task-forces/{id}/end', { ...onRow(force), body })),
  }),
}
