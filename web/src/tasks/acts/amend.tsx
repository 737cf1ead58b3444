import { ifMatch } from '@dieuhanh/client'
import { Alert, Button, Form, Upload } from 'antd'
import { useTranslation } from 'react-i18next'
import { DayField, LineField, WordsField } from '../../form/fields.tsx'
import {
  blankDeadline,
  blankParty,
  blankTarget,
  cleanDeadlines,
  cleanParties,
  cleanTargets,
  type DeadlineContent,
  type PartyContent,
  type TargetContent,
} from '../../form/task-content.ts'
import { useMe } from '../../shell/session.ts'
import { sendForm } from '../../shell/upload.ts'
import { actOnTask } from '../act.tsx'
import { DeadlineFields } from '../content/deadline-fields.tsx'
import { PartyFields } from '../content/party-fields.tsx'
import { TargetFields } from '../content/target-fields.tsx'
import { Words } from '../form-fields.tsx'
import type { Task } from '../queries.ts'
import { changedOf, type Stated, statedOf } from '../stated.ts'

interface Amend extends Omit<Stated, 'product'> {
  product: string
  reason: string
  documentNumber?: string
  documentOn?: string
  file?: { fileList: { originFileObj?: File }[] }
}

/** The giver amends what was entered wrongly, with its basis. */
export const amend = actOnTask<Amend>({
  isWide: true,
  initial: (task) => {
    const { product, ...stated } = statedOf(task)
    return { ...stated, product: product ?? '' }
  },
  Fields,
  send: async (typed, task) => {
    const { reason, documentNumber, documentOn, file, product, ...stated } = typed
    const after: Stated = {
      ...stated,
      title: stated.title.trim(),
      content: stated.content.trim(),
      product: product.trim() || null,
      parties: cleanParties(stated.parties),
      // Not in the form of a task that goes with what proves it.
      deadlines: task.proof ? statedOf(task).deadlines : cleanDeadlines(stated.deadlines),
      targets: cleanTargets(stated.targets),
    }
    const number = documentNumber?.trim()
    const amendment = {
      reason: reason.trim(),
      ...(number && documentOn ? { document: { number, issuedOn: documentOn } } : {}),
      ...changedOf(statedOf(task), after),
    }
    return sendForm(
      `/api/tasks/${task.id}/amend`,
      { amendment: JSON.stringify(amendment) },
      file?.fileList[0]?.originFileObj,
      ifMatch(task.version),
    )
  },
})

function Fields({ on: task }: { on: Task }) {
  const { t } = useTranslation()
  const me = useMe()
  const hasFile = (Form.useWatch<Amend['file']>('file')?.fileList.length ?? 0) > 0
  const hasNumber = Boolean(Form.useWatch<string | undefined>('documentNumber')?.trim())
  return (
    <>
      <MootNote task={task} />
      <WordsField name="title" label={t('draft.title')} rows={1} max={1000} />
      <WordsField name="content" label={t('draft.content')} rows={3} max={20_000} />
      <WordsField name="product" label={t('draft.product')} rows={1} max={2000} isOptional />
      <Form.Item name="parties">
        <Parties on={task.assignedOn} />
      </Form.Item>
      {task.proof ? (
        <p className="soft">{t('task.byProof', { name: task.proof.name })}</p>
      ) : (
        <Form.Item name="deadlines">
          <Deadlines />
        </Form.Item>
      )}
      <Form.Item name="targets">
        <Targets />
      </Form.Item>
      <Words name="reason" rows={2} />
      <p className="soft">{t('amendments.basisHint')}</p>
      <div className="two">
        <LineField name="documentNumber" label={t('amendments.documentNumber')} max={200} isOptional={hasFile} />
        <DayField
          name="documentOn"
          label={t('amendments.documentOn')}
          max={me.today}
          isOptional={hasFile && !hasNumber}
        />
      </div>
      <Form.Item name="file" label={t('amendments.file')}>
        <Upload maxCount={1} beforeUpload={() => false} accept=".pdf,.docx,.xlsx,.png,.jpg,.jpeg">
          <Button>{t('subtasks.choose')}</Button>
        </Upload>
      </Form.Item>
    </>
  )
}

/** What ends with the amendment of the lead is said before, not after. */
function MootNote({ task }: { task: Task }) {
  const { t } = useTranslation()
  const parties = Form.useWatch<PartyContent[] | undefined>('parties')
  const lead = parties?.find(({ accountable }) => accountable)?.agencyId
  const now = task.parties.find(({ isAccountable, endedOn }) => isAccountable && endedOn === null)?.agencyId
  if (parties === undefined || lead === now || lead === null) return null
  return <Alert type="warning" showIcon className="form-note" title={t('amendments.otherLead')} />
}

interface Control<Value> {
  value?: Value
  onChange?: (value: Value) => void
}
const Parties = ({ value = [], onChange, on }: Control<PartyContent[]> & { on: string }) => (
  <PartyFields parties={value} on={on} blank={blankParty} onChange={(parties) => onChange?.(parties)} />
)
const Deadlines = ({ value = [], onChange }: Control<DeadlineContent[]>) => (
  <DeadlineFields deadlines={value} blank={blankDeadline} onChange={(deadlines) => onChange?.(deadlines)} />
)
const Targets = ({ value = [], onChange }: Control<TargetContent[]>) => (
  <TargetFields targets={value} blank={blankTarget} onChange={(targets) => onChange?.(targets)} />
)
