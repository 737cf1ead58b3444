import { Checkbox, Form, type FormInstance, Radio, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { AgencySelect } from '../form/agency-select.tsx'
import { DayField, Field, LineField } from '../form/fields.tsx'
import { AGENCY_KINDS } from '../paths/agencies.ts'
import type { KeepAct, KeepWords } from './keep-acts.ts'
import type { AgencyDetail } from './queries.ts'

interface Props {
  act: KeepAct
  form: FormInstance<KeepWords>
  agency: AgencyDetail | undefined
  item: string | undefined
}

/** The fields of each act. Every act names its source document. */
export function KeepFields({ act, form, agency, item }: Props) {
  const { t } = useTranslation()
  switch (act) {
    case 'found':
    case 'unit':
    case 'change':
      return (
        <>
          <Line name="name" isNeeded />
          <Line name="abbreviation" />
          <Line name="nameEn" />
          {act === 'unit' ? null : <KindAndParent form={form} />}
          <Day name="from" />
          <Source />
        </>
      )
    case 'end':
      return (
        <>
          <Day name="on" />
          <Heir form={form} />
          <Form.Item<KeepWords> name="withUnits" valuePropName="checked">
            <Checkbox>{t('agencies.fields.withUnits')}</Checkbox>
          </Form.Item>
          <Source />
        </>
      )
    case 'reopen':
      return <Source />
    case 'succession':
      return <Succession form={form} />
    case 'withdrawSuccession':
      return <Line name="reason" isNeeded />
    case 'code':
      return (
        <>
          <Form.Item<KeepWords> name="scheme" label={t('agencies.fields.scheme')} required>
            <Select
              options={(['qd20', 'qcvn102', 'nso'] as const).map((scheme) => ({
                value: scheme,
                label: t(`agencies.schemes.${scheme}`),
              }))}
            />
          </Form.Item>
          <Line name="code" isNeeded />
          <Day name="from" />
          <Source />
        </>
      )
    case 'endCode':
      return (
        <>
          <p className="strong">{agency?.codes.find(({ scheme, code }) => `${scheme}:${code}` === item)?.code}</p>
          <Day name="on" />
          <Source />
        </>
      )
    case 'alias':
      return (
        <>
          <Line name="alias" isNeeded />
          <Source />
        </>
      )
    case 'withdrawAlias':
      return (
        <>
          <p className="strong">{item}</p>
          <Source />
        </>
      )
  }
}

type TextName = 'name' | 'nameEn' | 'abbreviation' | 'subject' | 'code' | 'alias' | 'reason'

function Line({ name, isNeeded = false }: { name: TextName; isNeeded?: boolean }) {
  const { t } = useTranslation()
  return (
    <LineField
      name={name}
      label={t(`agencies.fields.${name}`)}
      max={name === 'subject' || name === 'reason' ? 1000 : 300}
      isOptional={!isNeeded}
    />
  )
}

function Source() {
  const { t } = useTranslation()
  return (
    <LineField name="source" label={t('agencies.fields.source')} extra={t('agencies.fields.sourceHint')} max={500} />
  )
}

function Day({ name }: { name: 'from' | 'on' | 'effectiveOn' }) {
  const { t } = useTranslation()
  return <DayField name={name} label={t(`agencies.fields.${name}`)} />
}

function KindAndParent({ form }: { form: FormInstance<KeepWords> }) {
  const { t } = useTranslation()
  const from = Form.useWatch('from', form)
  return (
    <>
      <Form.Item<KeepWords> name="kind" label={t('agencies.fields.kind')} required>
        <Select options={AGENCY_KINDS.map((kind) => ({ value: kind, label: t(`agencies.kindOf.${kind}`) }))} />
      </Form.Item>
      <Form.Item<KeepWords> name="parentId" label={t('agencies.fields.parentId')}>
        <AgencySelect {...(from ? { on: from } : {})} placeholder="" />
      </Form.Item>
    </>
  )
}

function Heir({ form }: { form: FormInstance<KeepWords> }) {
  const { t } = useTranslation()
  const heir = Form.useWatch('heir', form)
  const on = Form.useWatch('on', form)
  return (
    <>
      <Form.Item<KeepWords> name="heir" label={t('agencies.fields.heir')} required>
        <Radio.Group
          className="radio-column"
          options={[
            { value: 'later', label: t('agencies.fields.heirLater') },
            { value: 'one', label: t('agencies.fields.heirOne') },
            { value: 'none', label: t('agencies.fields.heirNone') },
          ]}
        />
      </Form.Item>
      {heir === 'one' ? (
        <Field name="heirId" label={t('agencies.fields.newId')}>
          <AgencySelect {...(on ? { on } : {})} placeholder="" />
        </Field>
      ) : null}
    </>
  )
}

function Succession({ form }: { form: FormInstance<KeepWords> }) {
  const { t } = useTranslation()
  const passage = Form.useWatch('passage', form)
  const on = Form.useWatch('effectiveOn', form)
  return (
    <>
      <Form.Item<KeepWords> name="passage" label={t('agencies.fields.passage')} required>
        <Radio.Group
          className="radio-column"
          options={(['main', 'partial', 'abolished'] as const).map((kind) => ({
            value: kind,
            label: t(`agencies.passageOf.${kind}`),
          }))}
        />
      </Form.Item>
      <Day name="effectiveOn" />
      {passage === 'abolished' ? null : (
        <Field name="newId" label={t('agencies.fields.newId')}>
          <AgencySelect {...(on ? { on } : {})} placeholder="" />
        </Field>
      )}
      {passage === 'abolished' ? null : <Line name="subject" isNeeded={passage === 'partial'} />}
      <Source />
    </>
  )
}
