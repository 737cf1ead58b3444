import { answer, type Body } from '@dieuhanh/client'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { AgenciesSelect } from '../../form/agency-select.tsx'
import { DayField, Field, LineField, WordsField } from '../../form/fields.tsx'
import { LEVELS, TEXT_KINDS } from '../../paths/programme.ts'
import { api } from '../../shell/api.ts'
import { useMe } from '../../shell/session.ts'
import { monthEnd } from '../../ui/format.ts'
import { actOnItem, filled, onItem } from '../act.tsx'
import { type Item, programmesQuery } from '../queries.ts'

const STEPS = ['drafting', 'consultation', 'appraisal', 'opinion', 'session'] as const

/** Plans a step of preparation, or says when it was done. */
export const planStep = actOnItem<{ kind: (typeof STEPS)[number]; plannedOn?: string; doneOn?: string; note?: string }>(
  {
    initial: () => ({ kind: 'drafting' }),
    Fields: function Fields() {
      const { t } = useTranslation()
      const { today } = useMe()
      return (
        <>
          <Field name="kind" label={t('programme.stepLabel')}>
            <Select options={STEPS.map((value) => ({ value, label: t(`programme.step.${value}`) }))} />
          </Field>
          <DayField name="plannedOn" label={t('programme.plannedOn')} isOptional />
          <DayField name="doneOn" label={t('programme.doneOn')} max={today} isOptional />
          <WordsField name="note" label={t('programme.note')} rows={2} max={2000} isOptional />
        </>
      )
    },
    send: ({ kind, ...words }, item) =>
      answer(api.POST('/api/programme/items/{id}/steps', { ...onItem(item), body: { kind, ...filled(words) } })),
  },
)

/** The day by which an owed entry will be submitted; the due day does not move. */
export const promise = actOnItem<{ recoverBy: string; byWhom: string; reason: string; document?: string }>({
  Fields: function Fields() {
    const { t } = useTranslation()
    const { today } = useMe()
    return (
      <>
        <DayField
          name="recoverBy"
          label={t('programme.recoverBy')}
          min={today}
          max={`${Number(today.slice(0, 4)) + 1}-12-31`}
        />
        <LineField name="byWhom" label={t('programme.byWhom')} max={200} />
        <WordsField name="reason" label={t('programme.whyOwed')} rows={3} max={2000} />
        <LineField name="document" label={t('programme.promiseDocument')} max={200} isOptional />
      </>
    )
  },
  send: ({ recoverBy, byWhom, reason, ...words }, item) =>
    answer(
      api.POST('/api/programme/items/{id}/promises', {
        ...onItem(item),
        body: { recoverBy, byWhom, reason, ...filled(words) },
      }),
    ),
})

/** Puts name, level and deputy in charge right. */
export const correct = actOnItem<{
  name: string
  textKind: Item['textKind']
  level: Item['level']
  coordinatingIds: number[]
  inCharge?: string
  note?: string
  reason: string
}>({
  initial: ({ name, textKind, level, coordinating, inCharge, note }) =>
    ({
      name,
      textKind,
      level,
      coordinatingIds: coordinating.map(({ id }) => id),
      ...filled({ inCharge, note }),
    }) as never,
  Fields: function Fields() {
    const { t } = useTranslation()
    return (
      <>
        <WordsField name="name" label={t('programme.name')} rows={2} max={2000} />
        <Field name="level" label={t('programme.levelLabel')}>
          <Select options={LEVELS.map((value) => ({ value, label: t(`programme.level.${value}`) }))} />
        </Field>
        <Field name="textKind" label={t('programme.textKind')}>
          <Select options={TEXT_KINDS.map((value) => ({ value, label: t(`programme.kindOf.${value}`) }))} />
        </Field>
        <Field name="coordinatingIds" label={t('programme.coordinating')} isOptional>
          <AgenciesSelect />
        </Field>
        <LineField name="inCharge" label={t('programme.inCharge')} max={200} isOptional />
        <WordsField name="note" label={t('programme.note')} rows={2} isOptional />
        <WordsField name="reason" label={t('programme.correctReason')} rows={2} max={1000} />
      </>
    )
  },
  send: ({ inCharge, note, ...words }, item) => {
    const body: Body<'/api/programme/items/{id}', 'patch'> = {
      ...words,
      inCharge: inCharge || null,
      note: note || null,
    }
    return answer(api.PATCH('/api/programme/items/{id}', { ...onItem(item), body }))
  },
})

/** The task that demands this entry: its submission closes it. */
export const tieTask = actOnItem<{ taskId: number }>({
  Fields: function Fields({ on: item }: { on: Item }) {
    const { t } = useTranslation()
    const [typed, setTyped] = useState('')
    const found = useQuery({
      queryKey: ['programme', 'tasks to tie', item.leadAgencyId, typed],
      queryFn: ({ signal }) =>
        answer(
          api.GET('/api/tasks', {
            params: {
              query: {
                agencyId: item.leadAgencyId,
                standing: 'open',
                limit: 20,
                ...(typed === '' ? {} : { search: typed }),
              },
            },
            signal,
          }),
        ),
      placeholderData: keepPreviousData,
    })
    return (
      <Field name="taskId" label={t('programme.taskId')} extra={t('programme.taskIdHint')}>
        <Select
          loading={found.isFetching}
          showSearch={{ filterOption: false, onSearch: setTyped }}
          options={(found.data?.rows ?? []).map(({ id, code, title }) => ({ value: id, label: `${code} ${title}` }))}
        />
      </Field>
    )
  },
  send: (body, item) => answer(api.POST('/api/programme/items/{id}/task', { ...onItem(item), body })),
})

/** One more programme lists it: of the quarter, the month, the next year. */
export const listIn = actOnItem<{ programmeId: number }>({
  Fields: function Fields({ on: item }: { on: Item }) {
    const { t } = useTranslation()
    const { data } = useQuery(programmesQuery)
    // Up to the end of its last month: nearly all are due there, those of a week's programme too.
    const others = (data?.rows ?? []).filter(
      ({ id, state, lastOn }) =>
        state === 'issued' && item.dueOn <= monthEnd(lastOn) && !item.programmes.some((known) => known.id === id),
    )
    return (
      <Field name="programmeId" label={t('programme.programme')}>
        <Select
          options={others.map(({ id, title }) => ({ value: id, label: title }))}
          notFoundContent={t('programme.noOtherProgramme')}
        />
      </Field>
    )
  },
  send: (body, item) => answer(api.POST('/api/programme/items/{id}/programmes', { ...onItem(item), body })),
})

/** The task is claimed and confirmed by hand again. */
export const untieTask = actOnItem<object>({
  send: (_, item) => answer(api.DELETE('/api/programme/items/{id}/task', onItem(item))),
})

/** The lead gets the task to submit. */
export const giveTask = actOnItem<object>({
  send: (_, item) => answer(api.POST('/api/programme/items/{id}/task/give', onItem(item))),
})
