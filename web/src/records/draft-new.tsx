import { answer, type Body } from '@dieuhanh/client'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Checkbox, Form, Input, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { Field, FormDay } from '../form/fields.tsx'
import { FormDrawer } from '../form/form-drawer.tsx'
import type { OutgoingSearch } from '../paths/outgoing.ts'
import { api } from '../shell/api.ts'
import { useMe } from '../shell/session.ts'
import { KindField, SignerField, UnitField } from './draft-fields.tsx'
import { refreshOutgoing, templatesQuery } from './outgoing-queries.ts'

type NewDraft = Body<'/api/records/outgoing'>

/** Begins a draft, from a template or blank; then opens its text. */
export function NewDraftDrawer({ search, onClose }: { search: OutgoingSearch; onClose: () => void }) {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const navigate = useNavigate()
  const { act, replyTo, task, corrects, replaces } = search
  const hint = corrects
    ? t('outgoing.correctHint')
    : replaces
      ? t('outgoing.replaceHint')
      : replyTo
        ? t('outgoing.replyHint')
        : t('outgoing.newDraftHint')
  return (
    <FormDrawer<NewDraft, undefined, { id: number }>
      title={act === 'new' ? t('outgoing.newDraft') : undefined}
      act={t('outgoing.begin')}
      hint={hint}
      initial={{ kind: 'CV', about: '' }}
      send={({ templateId, unitId, signerId, dueOn, isUrgent, ...typed }, _, key) =>
        answer(
          api.POST('/api/records/outgoing', {
            headers: key,
            body: {
              ...typed,
              ...(templateId ? { templateId } : {}),
              ...(unitId ? { unitId } : {}),
              ...(signerId ? { signerId } : {}),
              ...(dueOn ? { dueOn } : {}),
              ...(isUrgent ? { isUrgent } : {}),
              ...(replyTo ? { replyToId: replyTo } : {}),
              ...(task ? { taskId: task } : {}),
              ...(corrects ? { correctsId: corrects } : {}),
              ...(replaces ? { replacesId: replaces } : {}),
            },
          }),
        )
      }
      refresh={() => refreshOutgoing(queries)}
      onDone={({ id }) => navigate({ to: '/van-ban-di/$id/soan', params: { id: String(id) } })}
      onClose={onClose}
    >
      {() => <NewFields />}
    </FormDrawer>
  )
}

function NewFields() {
  const { t } = useTranslation()
  const me = useMe()
  const form = Form.useFormInstance<NewDraft>()
  const kind: string | undefined = Form.useWatch('kind', form)
  const { data } = useQuery(templatesQuery({ inUse: true, ...(kind ? { kind } : {}) }))
  return (
    <>
      <KindField onChange={() => form.setFieldValue('templateId', undefined)} />
      <Field name="templateId" label={t('outgoing.template')} isOptional>
        <Select
          allowClear
          placeholder={t('outgoing.noTemplate')}
          options={data?.rows.map(({ id, name, isOwn }) => ({
            value: id,
            label: isOwn ? name : `${name} (${t('outgoing.common')})`,
          }))}
          onChange={(chosen: number | undefined) => {
            const template = data?.rows.find(({ id }) => id === chosen)
            if (template && !form.getFieldValue('about')) form.setFieldValue('about', template.about)
          }}
        />
      </Field>
      <Field name="about" label={t('outgoing.subject')} extra={t('outgoing.subjectHint')} isTyped>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={500} lang="vi" />
      </Field>
      <UnitField />
      <SignerField isOptional />
      <Field name="dueOn" label={t('outgoing.dueOn')} isOptional>
        <FormDay min={me.today} isClearable />
      </Field>
      <Form.Item name="isUrgent" valuePropName="checked" noStyle>
        <Checkbox>{t('outgoing.isUrgent')}</Checkbox>
      </Form.Item>
    </>
  )
}
