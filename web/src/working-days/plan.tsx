import { useQueryClient } from '@tanstack/react-query'
import { Form, type FormInstance, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { DayField, LineField } from '../form/fields.tsx'
import { FormDrawer } from '../form/form-drawer.tsx'
import { showDay } from '../ui/format.ts'
import { useChoiceWords } from './choices.tsx'
import { type CalendarYear, PLAN_ACTS, type PlanAct, type PlanWords, refreshCalendar, sendPlan } from './queries.ts'

interface Props {
  act: string | undefined
  /** The day an act is about. */
  item: string | undefined
  year: CalendarYear
  onClose: () => void
}

/** The form of one change to the calendar of a year, for its administrators. */
export function PlanDrawer({ act: requested, item, year, onClose }: Props) {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const act = year.mayChange ? PLAN_ACTS.find((each) => each === requested) : undefined
  const titles: Record<PlanAct, string> = {
    plan: t('workingDays.plan'),
    choose: t('workingDays.choose'),
    withdraw: item ? `${t('workingDays.withdraw')} ${showDay(item)}` : t('workingDays.withdraw'),
  }
  const hints: Record<PlanAct, string> = {
    plan: t('workingDays.planHint'),
    choose: t('workingDays.choiceHint'),
    withdraw: t('workingDays.withdrawHint', { day: showDay(item) }),
  }
  return (
    <FormDrawer<PlanWords, CalendarYear>
      title={act && titles[act]}
      hint={act ? hints[act] : ''}
      did={t('workingDays.did', { year: year.year })}
      initial={{ holiday: 'tet', daysBefore: year.choices.tet.source ? year.choices.tet.daysBefore : -1 }}
      on={year}
      send={(words, seen) => (act ? sendPlan(act, seen, item, words) : Promise.resolve())}
      refresh={() => refreshCalendar(queries)}
      onClose={onClose}
    >
      {(form) =>
        act === 'plan' ? (
          <PlanFields year={year.year} />
        ) : act === 'choose' ? (
          <ChoiceFields form={form} year={year} />
        ) : (
          <Line name="reason" isNeeded />
        )
      }
    </FormDrawer>
  )
}

function PlanFields({ year }: { year: number }) {
  return (
    <>
      <Day name="off" year={year} />
      <Day name="work" year={year} />
      <Line name="name" />
      <Line name="source" isNeeded />
    </>
  )
}

function ChoiceFields({ form, year }: { form: FormInstance<PlanWords>; year: CalendarYear }) {
  const { t } = useTranslation()
  const wordsOf = useChoiceWords()
  const holiday = Form.useWatch('holiday', form) ?? 'tet'
  const ways = holiday === 'tet' ? [1, 2, 3] : [1, 0]
  return (
    <>
      <Form.Item<PlanWords> name="holiday" label={t('workingDays.fields.holiday')} required>
        <Select
          options={(['tet', 'nationalDay', 'cultureDay'] as const).map((occasion) => ({
            value: occasion,
            label: t(`workingDays.${occasion}`),
          }))}
          onChange={(occasion: keyof CalendarYear['choices']) => {
            const { source, daysBefore } = year.choices[occasion]
            form.setFieldValue('daysBefore', source ? daysBefore : -1)
          }}
        />
      </Form.Item>
      <Form.Item<PlanWords> name="daysBefore" label={t('workingDays.fields.daysBefore')} required>
        <Select
          options={[
            { value: -1, label: t('workingDays.fields.usual') },
            ...ways.map((daysBefore) => ({ value: daysBefore, label: wordsOf(holiday, daysBefore) })),
          ]}
        />
      </Form.Item>
      <Line name="source" isNeeded />
    </>
  )
}

function Line({ name, isNeeded = false }: { name: 'name' | 'source' | 'reason'; isNeeded?: boolean }) {
  const { t } = useTranslation()
  return (
    <LineField
      name={name}
      label={t(`workingDays.fields.${name}`)}
      extra={name === 'reason' ? undefined : t(`workingDays.fields.${name}Hint`)}
      max={name === 'name' ? 200 : 500}
      isOptional={!isNeeded}
    />
  )
}

/** A swap may span the new year. */
function Day({ name, year }: { name: 'off' | 'work'; year: number }) {
  const { t } = useTranslation()
  return (
    <DayField
      name={name}
      label={t(`workingDays.fields.${name}`)}
      min={`${year - 1}-12-01`}
      max={`${year + 1}-01-31`}
      isOptional
    />
  )
}
