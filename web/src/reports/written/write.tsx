import { answer } from '@dieuhanh/client'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Form, Input, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { AgencySelect } from '../../form/agency-select.tsx'
import { DayField, Field, LineField } from '../../form/fields.tsx'
import { FormDrawer } from '../../form/form-drawer.tsx'
import { api } from '../../shell/api.ts'
import { useLanguage } from '../../shell/language.tsx'
import { useMe } from '../../shell/session.ts'
import { lastFullMonth } from '../../ui/format.ts'
import { kindsQuery, type ReportKind, refreshTexts } from './queries.ts'

interface Words {
  kind: string
  period: string
  agencyId?: number
  source?: string
  knownOn?: string
}

/** Draws a report up from the template in use: one click where the kind and the period are right. */
export function WriteReport({
  isOpen,
  kind,
  onClose,
}: {
  isOpen: boolean
  kind: string | undefined
  onClose: () => void
}) {
  const { t } = useTranslation()
  const me = useMe()
  const queries = useQueryClient()
  const navigate = useNavigate()
  const kinds = useQuery(kindsQuery)
  const open = (kinds.data?.rows ?? []).filter(({ mayWrite }) => mayWrite)
  const first = open.find((one) => one.kind === kind) ?? open[0]
  if (!first) return null
  return (
    <FormDrawer<Words, undefined, { id: number }>
      title={isOpen ? t('written.write') : undefined}
      hint={t('written.writeAbout')}
      did={t('written.didWrite')}
      initial={{
        kind: first.kind,
        period: periodFor(first.sort, me.today),
        ...(first.whose === 'agency' ? { agencyId: me.agencyId } : {}),
      }}
      send={({ agencyId, source, knownOn, ...order }, _, key) =>
        answer(
          api.POST('/api/reports/written', {
            headers: key,
            body: {
              ...order,
              period: order.period.trim(),
              ...(agencyId === undefined ? {} : { agencyId }),
              ...(source?.trim() ? { source: sourceOf(source) } : {}),
              ...(knownOn === undefined ? {} : { knownOn }),
            },
          }),
        )
      }
      refresh={() => refreshTexts(queries)}
      onDone={({ id }) => navigate({ to: '/bao-cao/$id', params: { id: String(id) } })}
      onClose={onClose}
    >
      {(form) => (
        <Fields kinds={open} onKind={(one) => form.setFieldsValue({ period: periodFor(one.sort, me.today) })} />
      )}
    </FormDrawer>
  )
}

function Fields({ kinds, onKind }: { kinds: readonly ReportKind[]; onKind: (kind: ReportKind) => void }) {
  const { t } = useTranslation()
  const me = useMe()
  const language = useLanguage()
  const picked = Form.useWatch('kind')
  const chosen = kinds.find(({ kind }) => kind === picked)
  return (
    <>
      <Field name="kind" label={t('written.kind')}>
        <Select
          onChange={(value: string) => onKind(kinds.find(({ kind }) => kind === value)!)}
          options={kinds.map(({ kind, name, nameEn }) => ({ value: kind, label: language === 'vi' ? name : nameEn }))}
        />
      </Field>
      <Field
        name="period"
        label={t('written.period')}
        extra={chosen ? t(`written.periodHint.${chosen.sort}`) : undefined}
        isTyped
      >
        <Input maxLength={10} autoComplete="off" />
      </Field>
      {chosen?.subject === 'agency' ? (
        <Field name="agencyId" label={t('written.agency')}>
          <AgencySelect placeholder={t('field.chooseAgency')} />
        </Field>
      ) : null}
      {chosen?.subject === 'source' ? (
        <LineField
          name="source"
          label={t('written.source')}
          max={120}
          placeholder="01/NQ-CP"
          extra={t('written.sourceHint')}
        />
      ) : null}
      <DayField
        name="knownOn"
        label={t('reports.knownOn')}
        extra={t('reports.knownOnHint')}
        max={me.today}
        isOptional
      />
    </>
  )
}

/** A number alone is that of an archived document; other kinds are written with their kind. */
export const sourceOf = (typed: string): string =>
  /^[a-z][A-Za-z]*:/.test(typed.trim()) ? typed.trim() : `archive:${typed.trim()}`

/** The last period of that sort that is over; of a day: today. */
export function periodFor(sort: ReportKind['sort'], today: string): string {
  const month = lastFullMonth(today)
  const [year = '', number = ''] = month.split('-')
  const quarter = Math.floor(Number(number) / 3)
  return {
    month,
    quarter: quarter === 0 ? `${Number(year) - 1}-Q4` : `${year}-Q${quarter}`,
    half: `${today.slice(0, 4)}-H${Number(today.slice(5, 7)) <= 6 ? 1 : 2}`,
    year: today.slice(0, 4),
    day: today,
  }[sort]
}
