import { Alert, Form, Input, InputNumber, Radio, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { AgencySelect } from '../form/agency-select.tsx'
import { useLanguage } from '../shell/language.tsx'
import { useMe } from '../shell/session.ts'
import { addDays, asSentence, readNumber, showDay, showQuantity } from '../ui/format.ts'
import type { Deed } from './acts.ts'
import { DeskFields } from './desk-fields.tsx'
import { EvidencePicker } from './evidence-picker.tsx'
import { Day, Line, Words } from './form-fields.tsx'
import type { Task } from './queries.ts'

/** The fields of each act, and nothing more: a progress report takes two minutes. */
export function ActFields({ act, task, subtaskId }: { act: Deed; task: Task; subtaskId?: number }) {
  const { t } = useTranslation()
  const me = useMe()
  switch (act) {
    case 'receive':
    case 'start':
    case 'confirm':
      return <Words name="note" isOptional />
    case 'report':
    case 'measure':
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
          <Words name="obstacles" isOptional rows={2} />
          <Words name="proposals" isOptional rows={2} />
          <Measured task={task} />
          <Period task={task} />
          <EvidencePicker task={task} />
        </>
      )
    case 'reportDone':
      return (
        <>
          <Unaccepted task={task} />
          <Day name="completedOn" min={task.assignedOn} max={me.today} />
          <Words name="body" />
          <Line name="productNumber" isOptional />
          <Day name="productDate" isOptional max={me.today} />
          <EvidencePicker task={task} />
        </>
      )
    case 'requestReturn':
      return (
        <>
          <Decides task={task} />
          <Words name="reason" />
        </>
      )
    case 'sendBack':
    case 'cancel':
      return <Words name="reason" />
    case 'requestExtension':
      return (
        <>
          <Decides task={task} />
          <Day
            name="newDueOn"
            min={addDays(task.dueOn && task.dueOn > me.today ? task.dueOn : me.today, 1)}
            hint={task.dueOn}
          />
          <Words name="reason" />
          <Line name="document" isOptional />
        </>
      )
    case 'extend':
      return (
        <>
          <Day
            name="newDueOn"
            min={addDays(task.dueOn && task.dueOn > me.today ? task.dueOn : me.today, 1)}
            hint={task.dueOn}
          />
          <Line name="approvedBy" />
          <Words name="reason" />
        </>
      )
    case 'requestTransfer':
    case 'transfer':
      return (
        <>
          <Form.Item
            name="agencyId"
            label={t('field.agencyId')}
            rules={[{ required: true, message: t('field.missing') }]}
          >
            <AgencySelect />
          </Form.Item>
          <Words name="reason" />
        </>
      )
    case 'decide':
      return (
        <>
          <Form.Item
            name="decision"
            label={t('field.decision')}
            rules={[{ required: true, message: t('field.missing') }]}
          >
            <Radio.Group
              options={[
                { value: 'granted', label: t('request.granted') },
                { value: 'refused', label: t('request.refused') },
              ]}
            />
          </Form.Item>
          <Line name="approvedBy" isOptional />
          <Words name="note" isOptional />
        </>
      )
    case 'correct':
      return (
        <>
          <Day name="completedOn" isOptional min={task.assignedOn} max={me.today} />
          <Words name="reason" />
        </>
      )
    case 'finishMilestone':
      return <Day name="doneOn" min={task.assignedOn} max={me.today} />
    default:
      return <DeskFields act={act} task={task} subtaskId={subtaskId} />
  }
}

/** Who decides what is asked, and that nothing stands still meanwhile. */
function Decides({ task }: { task: Task }) {
  const { t } = useTranslation()
  const due = task.dueOn ? t('subtasks.decidesDue', { day: showDay(task.dueOn) }) : ''
  return <p className="act-decides">{t('subtasks.decides', { unit: task.followUpAgencyName, due })}</p>
}

/** A claim may be made while units are still at work, but not unknowingly. */
function Unaccepted({ task }: { task: Task }) {
  const { t } = useTranslation()
  const open = task.subtasks.filter(({ state }) => state !== 'accepted' && state !== 'cancelled').length
  return open === 0 ? null : (
    <Alert type="warning" showIcon className="act-stale" title={t('subtasks.unaccepted', { n: open })} />
  )
}

/** Of a task reported in a rhythm: the period this report answers for. */
function Period({ task }: { task: Task }) {
  const { t } = useTranslation()
  const awaited = [...task.periods].reverse().filter(({ reportedOn }) => reportedOn === null)
  if (task.periods.length === 0) return null
  return (
    <Form.Item name="periodId" label={t('field.periodId')} required>
      <Select
        options={[
          ...awaited.map(({ id, startsOn, endsOn, dueOn }) => ({
            value: id,
            label: `${showDay(startsOn)} – ${showDay(endsOn)} (${t('subtasks.periodDue', { day: showDay(dueOn) })})`,
          })),
          { value: 'none', label: t('subtasks.noPeriod') },
        ]}
      />
    </Form.Item>
  )
}

/** One box per target: the value measured now, with what it has to reach beside it. */
function Measured({ task }: { task: Task }) {
  const { t } = useTranslation()
  const language = useLanguage()
  if (task.targets.length === 0) return null
  return (
    <fieldset className="measured">
      <legend className="measured-title">{t('field.measured')}</legend>
      {task.targets.map((target) => (
        <Form.Item
          key={target.id}
          name={['measured', String(target.id)]}
          label={asSentence(target.measure)}
          extra={t('field.goal', {
            goal: `${t(`comparator.${target.comparator}`)} ${showQuantity(target.value, target.max, target.unit, language)}`,
          })}
          rules={[
            {
              validator: (_rule, typed: string | undefined) =>
                !typed || readNumber(typed) !== null
                  ? Promise.resolve()
                  : Promise.reject(new Error(t('field.notNumber'))),
            },
          ]}
        >
          <Input inputMode="decimal" suffix={target.unit} />
        </Form.Item>
      ))}
    </fieldset>
  )
}
