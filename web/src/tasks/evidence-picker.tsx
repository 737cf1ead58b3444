import { Checkbox, Form } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Evidence, Task } from './queries.ts'
import { Upload } from './upload.tsx'

/** Evidence for a report or contribution: files uploaded here, and earlier files that are not attached to anything. */
export function EvidencePicker({ task }: { task: Task }) {
  const { t } = useTranslation()
  const form = Form.useFormInstance()
  const add = (id: number) => {
    const chosen: number[] = form.getFieldValue('evidence') ?? []
    form.setFieldValue('evidence', [...chosen.filter((one) => one !== id), id])
  }
  const free = task.evidence.filter((one) => one.of === 'task' && one.mayWithdraw)
  if (!task.may.includes('attach')) return null
  return (
    <fieldset className="measured">
      <legend className="measured-title">
        {t('subtasks.free')} <span className="soft">({t('field.optional')})</span>
      </legend>
      <Form.Item name="evidence" noStyle>
        {free.length > 0 ? (
          <Checkbox.Group
            className="evidence-choice"
            options={free.map((one) => ({ value: one.id, label: nameOfEvidence(one) }))}
          />
        ) : (
          <input type="hidden" />
        )}
      </Form.Item>
      <Upload taskId={task.id} onSent={add} />
    </fieldset>
  )
}

/** "bao-cao.pdf", or "12/BC-BTC, Bộ Tài chính". */
export function nameOfEvidence({ fileName, number, issuer }: Evidence): string {
  return fileName ?? [number, issuer].filter(Boolean).join(', ')
}
