import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Checkbox, Form, Input, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { AgencySelect, agenciesQuery } from '../form/agency-select.tsx'
import { FormDrawer } from '../form/form-drawer.tsx'
import { DayPicker } from '../ui/day-picker.tsx'
import { addDays } from '../ui/format.ts'
import { acts, inputOf, type Line, type LineInput, type Plan, refreshPlan } from './queries.ts'

const KINDS = ['main', 'partial', 'renamed', 'abolished'] as const
const FOUNDED_KINDS = ['ministry', 'ministerialAgency', 'governmentAgency', 'province', 'unit', 'other'] as const

interface Fields {
  effectiveOn: string
  kind: (typeof KINDS)[number]
  oldAgencyId?: number
  newAgencyId?: number
  isFounded: boolean
  newName?: string
  foundedKind?: (typeof FOUNDED_KINDS)[number]
  parentId?: number
  abbreviation?: string
  code?: string
  subject?: string
  source?: string
}

/** One line: day, kind, old agency, new agency. */
export function LineDrawer({
  plan,
  line,
  onClose,
}: {
  plan: Plan
  line: Line | 'new' | undefined
  onClose: () => void
}) {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const before = line === 'new' ? undefined : line
  const nameOf = async (id: number | undefined, on: string) => {
    const { agencies } = await queries.ensureQueryData(agenciesQuery(on))
    return agencies.find((agency) => agency.id === id)?.name ?? ''
  }
  const send = async (fields: Fields, seen: Plan) => {
    const names = {
      old: await nameOf(fields.oldAgencyId, addDays(fields.effectiveOn, -1)),
      new: await nameOf(fields.newAgencyId, fields.effectiveOn),
    }
    const made = lineOf(fields, names, before)
    const lines = seen.lines.map((other) => (other.id === before?.id ? made : inputOf(other)))
    return acts.save(seen, { lines: before ? lines : [...lines, made] })
  }
  return (
    <FormDrawer<Fields, Plan>
      title={line === undefined ? undefined : t(line === 'new' ? 'reorganisation.addLine' : 'reorganisation.editLine')}
      did={t('reorganisation.saved')}
      initial={initialOf(before, plan)}
      on={plan}
      send={send}
      refresh={() => refreshPlan(queries, plan.id)}
      onClose={onClose}
    >
      {() => <LineFields before={before} />}
    </FormDrawer>
  )
}

function initialOf(line: Line | undefined, plan: Plan): Partial<Fields> {
  const last = plan.lines.at(-1)
  if (!line) return { kind: 'main', isFounded: false, ...(last?.effectiveOn ? { effectiveOn: last.effectiveOn } : {}) }
  return {
    effectiveOn: line.effectiveOn ?? last?.effectiveOn ?? undefined,
    kind: line.kind ?? undefined,
    oldAgencyId: line.oldAgency?.id,
    newAgencyId: line.newAgency?.id,
    isFounded: line.founding !== null,
    newName: line.new,
    foundedKind: line.founding?.kind,
    parentId: line.founding?.parentId ?? undefined,
    abbreviation: line.founding?.abbreviation ?? undefined,
    code: line.founding?.codes[0]?.code,
    subject: line.subject,
    source: line.source,
  }
}

function lineOf(fields: Fields, names: { old: string; new: string }, before: Line | undefined): LineInput {
  const { kind, effectiveOn, isFounded, foundedKind } = fields
  const founds = isFounded && foundedKind !== undefined && (kind === 'main' || kind === 'partial')
  const written = kind === 'renamed' || founds
  return {
    ...(before ? { id: before.id } : {}),
    old: names.old || before?.old || '',
    oldAgencyId: fields.oldAgencyId ?? null,
    new: kind === 'abolished' ? '' : written ? (fields.newName ?? '') : names.new || before?.new || '',
    newAgencyId: written || kind === 'abolished' ? null : (fields.newAgencyId ?? null),
    kind,
    subject: fields.subject ?? '',
    effectiveOn,
    source: fields.source ?? '',
    founding: founds
      ? {
          kind: foundedKind,
          parentId: fields.parentId ?? null,
          abbreviation: fields.abbreviation?.trim() || null,
          codes: fields.code?.trim() ? [{ scheme: 'qcvn102', code: fields.code.trim() }] : [],
        }
      : null,
  }
}

function LineFields({ before }: { before: Line | undefined }) {
  const { t } = useTranslation()
  const form = Form.useFormInstance<Fields>()
  const kind = Form.useWatch('kind', form)
  const on = Form.useWatch('effectiveOn', form)
  const isFounded = Form.useWatch('isFounded', form)
  const mayFound = kind === 'main' || kind === 'partial'
  const rules = [{ required: true, message: t('reorganisation.needed') }]
  const dayBefore = on ? addDays(on, -1) : undefined
  useQuery(agenciesQuery(dayBefore))
  return (
    <>
      <Form.Item name="effectiveOn" label={t('reorganisation.effectiveOn')} rules={rules}>
        <DayField />
      </Form.Item>
      <Form.Item name="kind" label={t('reorganisation.kindLabel')} rules={rules}>
        <Select options={KINDS.map((value) => ({ value, label: t(`reorganisation.kind.${value}`) }))} />
      </Form.Item>
      <Form.Item name="oldAgencyId" label={t('reorganisation.old')} rules={rules}>
        <AgencySelect on={dayBefore} named={before?.oldAgency?.name} placeholder={t('reorganisation.pickAgency')} />
      </Form.Item>
      {kind === 'renamed' ? (
        <Form.Item name="newName" label={t('reorganisation.newName')} rules={rules}>
          <Input maxLength={300} />
        </Form.Item>
      ) : null}
      {mayFound ? (
        <Form.Item name="isFounded" valuePropName="checked">
          <Checkbox>{t('reorganisation.foundsOne')}</Checkbox>
        </Form.Item>
      ) : null}
      {mayFound && !isFounded ? (
        <Form.Item name="newAgencyId" label={t('reorganisation.new')} rules={rules}>
          <AgencySelect on={on} named={before?.newAgency?.name} placeholder={t('reorganisation.pickAgency')} />
        </Form.Item>
      ) : null}
      {mayFound && isFounded ? (
        <>
          <Form.Item name="newName" label={t('reorganisation.newName')} rules={rules}>
            <Input maxLength={300} />
          </Form.Item>
          <Form.Item name="foundedKind" label={t('reorganisation.foundedKindLabel')} rules={rules}>
            <Select
              options={FOUNDED_KINDS.map((value) => ({ value, label: t(`reorganisation.foundedKind.${value}`) }))}
            />
          </Form.Item>
          <Form.Item name="parentId" label={t('reorganisation.parent')}>
            <AgencySelect on={on} placeholder={t('reorganisation.pickAgency')} />
          </Form.Item>
          <Form.Item name="abbreviation" label={t('reorganisation.abbreviation')}>
            <Input maxLength={50} />
          </Form.Item>
          <Form.Item name="code" label={t('reorganisation.code')}>
            <Input maxLength={40} />
          </Form.Item>
        </>
      ) : null}
      {kind === 'main' || kind === 'partial' ? (
        <Form.Item
          name="subject"
          label={t('reorganisation.subject')}
          rules={kind === 'partial' ? [{ ...rules[0]!, whitespace: true }] : []}
        >
          <Input.TextArea autoSize={{ minRows: 1, maxRows: 4 }} maxLength={1000} />
        </Form.Item>
      ) : null}
      <Form.Item name="source" label={t('reorganisation.lineSource')} extra={t('reorganisation.lineSourceHint')}>
        <Input maxLength={500} />
      </Form.Item>
    </>
  )
}

/** The day picker as a form control. */
function DayField({
  id,
  value,
  onChange,
}: {
  id?: string
  value?: string
  onChange?: (day: string | undefined) => void
}) {
  return <DayPicker id={id} value={value} onChange={(day) => onChange?.(day)} />
}
