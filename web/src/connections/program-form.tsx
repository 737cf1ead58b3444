import { answer, ifMatch } from '@dieuhanh/client'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button, Checkbox, Drawer, Form, Input, InputNumber } from 'antd'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { AgencySelect } from '../shell/agency-select.tsx'
import { api, problemOf } from '../shell/api.ts'
import { fieldErrors, ProblemNote } from '../shell/problem.tsx'
import { mayDo, useMe } from '../shell/session.ts'
import type { Program, Told } from './programs.tsx'

interface Words {
  agencyId: number
  name: string
  purpose?: string
  scopes: Program['scopes']
  perMinute: number
}

/** Adds a program of a body, or changes what one may do. */
export function ProgramForm({
  program,
  isOpen,
  onClose,
  onTold,
}: {
  program: Program | undefined
  isOpen: boolean
  onClose: () => void
  onTold: (told: Told) => void
}) {
  const { t } = useTranslation()
  return (
    <Drawer
      open={isOpen}
      onClose={onClose}
      size={480}
      destroyOnHidden
      title={t(program ? 'programs.edit' : 'programs.add')}
      closable={{ 'aria-label': t('shell.close') }}
    >
      <Fields program={program} onClose={onClose} onTold={onTold} />
    </Drawer>
  )
}

function Fields({
  program,
  onClose,
  onTold,
}: {
  program: Program | undefined
  onClose: () => void
  onTold: (told: Told) => void
}) {
  const { t } = useTranslation()
  const me = useMe()
  const queries = useQueryClient()
  const [form] = Form.useForm<Words>()
  const saving = useMutation({
    mutationFn: async ({ agencyId, ...words }: Words) => {
      const body = { ...words, name: words.name.trim(), purpose: words.purpose?.trim() || undefined }
      if (!program) return answer(api.POST('/api/clients', { body: { agencyId, ...body } }))
      const of = { params: { path: { clientId: program.clientId } }, headers: ifMatch(program.version) }
      await answer(api.PUT('/api/clients/{clientId}', { ...of, body }))
      return undefined
    },
    onSuccess: async (made) => {
      await queries.invalidateQueries({ queryKey: ['clients'] })
      if (made) onTold(made)
      onClose()
    },
  })
  useEffect(() => {
    if (!saving.error) return
    const errors = fieldErrors(problemOf(saving.error))
    form.setFields(Object.entries(errors).map(([name, error]) => ({ name: name as keyof Words, errors: [error] })))
  }, [saving.error, form])
  const missing = { required: true, message: t('field.missing') }
  return (
    <Form<Words>
      form={form}
      layout="vertical"
      initialValues={
        program
          ? { ...program, purpose: program.purpose ?? undefined }
          : { agencyId: me.agencyId, scopes: ['tasks.read'], perMinute: 600 }
      }
      onFinish={(words) => saving.mutate(words)}
    >
      {saving.error ? <ProblemNote error={saving.error} /> : null}
      {program || !mayDo(me, 'system.keep') ? (
        <Form.Item label={t('programs.agency')}>
          <span className="strong">{program?.agencyName ?? me.agencyName}</span>
          <Form.Item name="agencyId" hidden noStyle>
            <InputNumber />
          </Form.Item>
        </Form.Item>
      ) : (
        <Form.Item name="agencyId" label={t('programs.agency')} rules={[missing]}>
          <AgencySelect isClearable={false} />
        </Form.Item>
      )}
      <Form.Item name="name" label={t('programs.name')} rules={[{ ...missing, whitespace: true }]}>
        <Input maxLength={120} placeholder={t('programs.nameHint')} />
      </Form.Item>
      <Form.Item name="purpose" label={t('programs.purpose')}>
        <Input.TextArea maxLength={500} autoSize={{ minRows: 2 }} />
      </Form.Item>
      <Form.Item name="scopes" label={t('programs.scopes')} rules={[missing]}>
        <Checkbox.Group
          className="column"
          options={[
            { value: 'tasks.read', label: t('programs.readAbout') },
            { value: 'tasks.report', label: t('programs.reportAbout') },
          ]}
        />
      </Form.Item>
      <Form.Item name="perMinute" label={t('programs.perMinute')} rules={[missing]}>
        <InputNumber min={1} max={100_000} className="wide" />
      </Form.Item>
      <div className="row">
        <Button type="primary" htmlType="submit" loading={saving.isPending}>
          {t('shell.save')}
        </Button>
        <Button onClick={onClose}>{t('shell.cancel')}</Button>
      </div>
    </Form>
  )
}
