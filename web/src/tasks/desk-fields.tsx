import { answer } from '@dieuhanh/client'
import { queryOptions, useQuery } from '@tanstack/react-query'
import { Form, InputNumber, Radio, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { api } from '../shell/api.ts'
import { useMe } from '../shell/session.ts'
import { compareVi, fold, showDay } from '../ui/format.ts'
import type { ActWords } from './acts.ts'
import type { DeskAct } from './desk-acts.ts'
import { EvidencePicker } from './evidence-picker.tsx'
import { Day, Line, Words } from './form-fields.tsx'
import type { Task } from './queries.ts'

/** The fields of what is done to pieces of a task, evidence, contributions and the rhythm. */
export function DeskFields({ act, task, subtaskId }: { act: DeskAct; task: Task; subtaskId?: number | undefined }) {
  const { t } = useTranslation()
  const me = useMe()
  const piece = task.subtasks.find(({ id }) => id === subtaskId)
  switch (act) {
    case 'split':
      return (
        <>
          <Unit task={task} />
          <Piece task={task} today={me.today} />
        </>
      )
    case 'pieceChange':
      return <Piece task={task} today={me.today} />
    case 'pieceStart':
      return null
    case 'pieceReport':
      return (
        <>
          <Form.Item
            name="percent"
            label={t('field.percent')}
            rules={[{ required: true, message: t('field.missing') }]}
          >
            <InputNumber min={0} max={100} step={5} suffix="%" />
          </Form.Item>
          <Words name="body" />
        </>
      )
    case 'pieceFinish':
      return (
        <>
          <Day name="doneOn" max={me.today} {...(piece ? { min: piece.givenOn } : {})} />
          <Words name="body" />
        </>
      )
    case 'pieceAccept':
      return <Words name="note" isOptional />
    case 'pieceSendBack':
    case 'pieceCancel':
    case 'withdraw':
      return <Words name="reason" />
    case 'askContribution':
      return (
        <>
          <Coordinating task={task} />
          <Words name="what" />
          <Day name="dueOn" label="askedDueOn" min={me.today} hint={task.dueOn} />
        </>
      )
    case 'contribute':
      return (
        <>
          <Words name="body" label="opinion" rows={6} />
          <EvidencePicker task={task} />
        </>
      )
    case 'setRhythm':
      return <Rhythm />
    case 'addDocument':
      return (
        <>
          <Line name="number" max={200} />
          <Day name="issuedOn" max={me.today} />
          <Line name="issuer" />
          <Words name="about" rows={2} />
        </>
      )
  }
}

const unitsQuery = (parentId: number) =>
  queryOptions({
    queryKey: ['agencies', 'units', parentId],
    queryFn: ({ signal }) => answer(api.GET('/api/agencies', { params: { query: { parentId } }, signal })),
    staleTime: 10 * 60_000,
  })

/** A unit of the body that leads, by any part of its name. */
function Unit({ task }: { task: Task }) {
  const { t } = useTranslation()
  const me = useMe()
  const leads = task.parties.filter(({ role, endedOn }) => role === 'lead' && endedOn === null)
  const lead =
    leads.find(({ agencyId }) => agencyId === me.agencyId) ?? leads.find(({ isAccountable }) => isAccountable)
  const { data, isPending } = useQuery(unitsQuery(lead?.agencyId ?? 0))
  const options = (data?.agencies ?? [])
    .map(({ id, name }) => ({ value: id, label: name, words: fold(name) }))
    .sort((a, b) => compareVi(a.label, b.label))
  return (
    <Form.Item
      name="agencyId"
      label={t('field.unitId')}
      required
      rules={[{ required: true, message: t('field.missing') }]}
      extra={!isPending && options.length === 0 ? t('subtasks.noUnits') : undefined}
    >
      <Select
        options={options}
        loading={isPending}
        showSearch={{ filterOption: (typed, option) => option?.words.includes(fold(typed)) ?? false }}
      />
    </Form.Item>
  )
}

/** What is to be done and by when; later than the task itself only with a reason. */
function Piece({ task, today }: { task: Task; today: string }) {
  const { t } = useTranslation()
  const dueOn: string | undefined = Form.useWatch('dueOn')
  const isLater = task.dueOn !== null && dueOn !== undefined && dueOn > task.dueOn
  return (
    <>
      <Line name="title" max={500} />
      <Words name="content" />
      <Day name="dueOn" min={today} hint={task.dueOn} hintWords={t('field.taskDue', { day: showDay(task.dueOn) })} />
      {isLater ? <Words name="laterReason" rows={2} /> : null}
    </>
  )
}

function Coordinating({ task }: { task: Task }) {
  const { t } = useTranslation()
  const options = task.parties.flatMap(({ role, endedOn, agencyId, name }) =>
    role === 'coordinating' && endedOn === null && agencyId !== null ? [{ value: agencyId, label: name }] : [],
  )
  return (
    <Form.Item
      name="agencyId"
      label={t('field.coordinatingId')}
      required
      rules={[{ required: true, message: t('field.missing') }]}
    >
      <Select options={options} />
    </Form.Item>
  )
}

function Rhythm() {
  const { t } = useTranslation()
  const cadence: ActWords['cadence'] = Form.useWatch('cadence')
  return (
    <>
      <Form.Item name="cadence" label={t('field.cadence')} required>
        <Select
          options={(['month', 'quarter', 'halfYear', 'year', 'none'] as const).map((value) => ({
            value,
            label: t(`subtasks.cadence.${value}`),
          }))}
        />
      </Form.Item>
      <Form.Item name="cutoff" label={t('field.cutoff')} required hidden={cadence === 'none'}>
        <Radio.Group
          vertical
          options={(['decree', 'calendar'] as const).map((value) => ({ value, label: t(`subtasks.cutoff.${value}`) }))}
        />
      </Form.Item>
      <Form.Item
        name="dueDays"
        label={t('field.dueDays')}
        hidden={cadence === 'none'}
        rules={[{ required: true, message: t('field.missing') }]}
      >
        <InputNumber min={1} max={60} suffix={t('field.workingDays')} />
      </Form.Item>
    </>
  )
}
