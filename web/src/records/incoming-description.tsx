/** What a document says of itself, as a clerk confirms it: filled in with what was read. */
import type { Body } from '@dieuhanh/client'
import { useQuery } from '@tanstack/react-query'
import { Checkbox, Form, Input, InputNumber, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { Field, FormDay, LineField } from '../form/fields.tsx'
import { textOrNull } from '../form/typed-text.ts'
import { useLanguage } from '../shell/language.tsx'
import { useMe } from '../shell/session.ts'
import { fold } from '../ui/format.ts'
import { type AgencyOrName, AgencyOrNameField } from './agency-or-name.tsx'
import { type Incoming, incomingChoicesQuery } from './incoming-queries.ts'

export interface Described {
  senderName: AgencyOrName
  notation?: string
  issuedOn?: string
  kind?: string
  about: string
  signerName?: string
  addressedTo?: string
  pages?: number
  isUrgent: boolean
}
type Description = Body<'/api/records/incoming/{id}', 'patch'>

export const describedOf = (one: Incoming): Partial<Described> => ({
  senderName: { name: one.sender?.name ?? '', ...(one.sender?.id == null ? {} : { agencyId: one.sender.id }) },
  about: one.about ?? '',
  isUrgent: one.isUrgent,
  ...(one.notation ? { notation: one.notation } : {}),
  ...(one.issuedOn ? { issuedOn: one.issuedOn } : {}),
  ...(one.kind ? { kind: one.kind } : {}),
  ...(one.signerName ? { signerName: one.signerName } : {}),
  ...(one.addressedTo ? { addressedTo: one.addressedTo } : {}),
  ...(one.pages ? { pages: one.pages } : one.fileList[0]?.text.pages ? { pages: one.fileList[0].text.pages } : {}),
})

export const descriptionFrom = (typed: Described): Description => ({
  senderId: typed.senderName.agencyId ?? null,
  senderName: typed.senderName.name.trim(),
  notation: textOrNull(typed.notation),
  issuedOn: typed.issuedOn ?? null,
  kind: typed.kind ?? null,
  about: typed.about.trim(),
  signerName: textOrNull(typed.signerName),
  addressedTo: textOrNull(typed.addressedTo),
  isUrgent: typed.isUrgent,
  pages: typed.pages ?? null,
})

export function DescriptionFields() {
  const { t } = useTranslation()
  const language = useLanguage()
  const me = useMe()
  const { data, isPending } = useQuery(incomingChoicesQuery)
  return (
    <>
      <Form.Item
        name="senderName"
        label={t('incoming.sender')}
        extra={t('incoming.senderHint')}
        required
        rules={[
          {
            validator: async (_, sender?: AgencyOrName) => {
              if (!sender?.name.trim()) throw new Error(t('field.missing'))
            },
          },
        ]}
      >
        <AgencyOrNameField />
      </Form.Item>
      <div className="incoming-two">
        <LineField name="notation" label={t('incoming.notation')} max={100} isOptional />
        <Field name="issuedOn" label={t('incoming.issuedOn')} isOptional>
          <FormDay max={me.today} isClearable />
        </Field>
      </div>
      <Field name="kind" label={t('incoming.kind')} isOptional>
        <Select
          allowClear
          loading={isPending}
          showSearch={{
            filterOption: (typed, option) => fold(String(option?.label ?? '')).includes(fold(typed)),
          }}
          options={(data?.kinds ?? []).map(({ kind, name, nameEn }) => ({
            value: kind,
            label: language === 'vi' ? name : nameEn,
          }))}
        />
      </Field>
      <Field name="about" label={t('incoming.subject')} isTyped>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={1000} lang="vi" />
      </Field>
      <div className="incoming-two">
        <LineField name="signerName" label={t('incoming.signerName')} max={200} isOptional />
        <Field name="pages" label={t('incoming.pages')} isOptional>
          <InputNumber min={1} max={100_000} precision={0} className="wide" />
        </Field>
      </div>
      <LineField name="addressedTo" label={t('incoming.addressedTo')} max={500} isOptional />
      <Form.Item name="isUrgent" valuePropName="checked">
        <Checkbox>{t('incoming.isUrgent')}</Checkbox>
      </Form.Item>
    </>
  )
}
