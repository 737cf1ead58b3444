import { ApiProblem, answer, ifMatch, readProblem, unreachable } from '@dieuhanh/client'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Checkbox, Form, Input, Select, Upload } from 'antd'
import { useTranslation } from 'react-i18next'
import { DayField, LineField, WordsField } from '../form/fields.tsx'
import { FormDrawer } from '../form/form-drawer.tsx'
import { api } from '../shell/api.ts'
import { ProblemNote } from '../shell/problem.tsx'
import { useMe } from '../shell/session.ts'
import { Waiting } from '../shell/waiting.tsx'
import { showDay } from '../ui/format.ts'
import { choicesQuery, type Letter, type LetterAct, refreshUrging, reportsQuery } from './queries.ts'

interface EditWords {
  about: string
  opening: string
  closing: string
  recipients: string
  replyBy: string
  unitId: number
  signatoryId?: number
  taskIds: number[]
}
interface AnswerWords {
  number?: string
  answeredOn: string
  summary: string
  progressReportId?: number
  file?: { fileList: { originFileObj?: File }[] }
}

interface Props {
  act: LetterAct | undefined
  letter: Letter
  onClose: () => void
}

/** The forms of the acts that need input; one is open at a time, named in the address. */
export function LetterForms({ act, letter, onClose }: Props) {
  const { t } = useTranslation()
  const me = useMe()
  const queries = useQueryClient()
  const target = ({ id, version }: Letter) => ({ params: { path: { id } }, headers: ifMatch(version) })
  const titled = (name: LetterAct) => (act === name ? t(`urging.act.${name}`) : undefined)
  const shared = { on: letter, refresh: () => refreshUrging(queries), onClose }
  return (
    <>
      <FormDrawer<EditWords, Letter>
        {...shared}
        title={titled('edit')}
        did={t('urging.did.edit')}
        initial={{
          about: letter.about,
          opening: letter.opening,
          closing: letter.closing,
          recipients: letter.recipients.join('\n'),
          replyBy: letter.replyBy,
          unitId: letter.unitId,
          ...(letter.signatoryId === null ? {} : { signatoryId: letter.signatoryId }),
          taskIds: letter.taskList.map(({ id }) => id),
        }}
        send={({ recipients, signatoryId, ...words }, on) =>
          answer(
            api.PATCH('/api/urging/letters/{id}', {
              ...target(on),
              body: {
                ...words,
                signatoryId: signatoryId ?? null,
                recipients: recipients
                  .split('\n')
                  .map((line) => line.trim())
                  .filter(Boolean),
              },
            }),
          )
        }
      >
        {() => <EditFields letter={letter} />}
      </FormDrawer>
      <FormDrawer<{ reason: string }, Letter>
        {...shared}
        title={titled('sendBack')}
        did={t('urging.did.sendBack')}
        send={(body, on) => answer(api.POST('/api/urging/letters/{id}/send-back', { ...target(on), body }))}
      >
        {() => <WordsField name="reason" label={t('urging.reason')} rows={3} max={2000} />}
      </FormDrawer>
      <FormDrawer<{ note?: string }, Letter>
        {...shared}
        title={titled('close')}
        did={t('urging.did.close')}
        send={({ note }, on) =>
          answer(
            api.POST('/api/urging/letters/{id}/close', {
              ...target(on),
              body: note?.trim() ? { note: note.trim() } : {},
            }),
          )
        }
      >
        {() => <WordsField name="note" label={t('urging.note')} rows={3} max={2000} isOptional />}
      </FormDrawer>
      <FormDrawer<AnswerWords, Letter>
        {...shared}
        title={titled('answer')}
        did={t('urging.did.answer')}
        initial={{ answeredOn: me.today }}
        send={(words, on) => sendAnswer(letter.id, target(on).headers, words)}
      >
        {() => <AnswerFields letter={letter} />}
      </FormDrawer>
    </>
  )
}

/** The answer is sent as form data, because it may include a file. */
async function sendAnswer(id: number, headers: Record<string, string>, words: AnswerWords): Promise<void> {
  const form = new FormData()
  const { file, ...typed } = words
  for (const [name, value] of Object.entries(typed))
    if (value !== undefined && value !== '') form.set(name, String(value))
  const chosen = file?.fileList[0]?.originFileObj
  if (chosen) form.set('file', chosen)
  let response: Response
  try {
    response = await fetch(`/api/urging/letters/${id}/answer`, { method: 'POST', headers, body: form })
  } catch (cause) {
    throw unreachable(cause)
  }
  if (!response.ok) throw new ApiProblem(readProblem(await response.text(), response.status))
}

function EditFields({ letter }: { letter: Letter }) {
  const { t } = useTranslation()
  const me = useMe()
  const choices = useQuery(choicesQuery(letter.id))
  const required = [{ required: true, message: t('field.missing') }]
  const text = (name: string, label: string, rows: number) => (
    <Form.Item name={name} label={label} rules={[{ required: true, whitespace: true, message: t('field.missing') }]}>
      <Input.TextArea autoSize={{ minRows: rows, maxRows: 14 }} maxLength={4000} lang="vi" />
    </Form.Item>
  )
  if (choices.error) return <ProblemNote error={choices.error} retry={choices.refetch} />
  if (choices.isPending) return <Waiting lines={8} />
  const { tasks, units, signatories } = choices.data
  return (
    <>
      {text('about', t('urging.aboutField'), 1)}
      {text('opening', t('urging.opening'), 3)}
      {text('closing', t('urging.closing'), 3)}
      <DayField name="replyBy" label={t('urging.replyBy')} min={me.today} />
      <Form.Item name="unitId" label={t('urging.unit')} rules={required}>
        <Select
          options={units.map(({ id, name, abbreviation }) => ({
            value: id,
            label: abbreviation ? `${name} (${abbreviation})` : name,
          }))}
          showSearch={{ optionFilterProp: 'label' }}
        />
      </Form.Item>
      <Form.Item name="signatoryId" label={t('urging.signatory')}>
        <Select
          allowClear
          placeholder={t('urging.anySignatory')}
          options={signatories.map(({ id, name, title }) => ({ value: id, label: `${name}, ${title}` }))}
        />
      </Form.Item>
      {text('recipients', t('urging.recipients'), 3)}
      <Form.Item name="taskIds" label={t('urging.tasksField')} rules={required}>
        <Checkbox.Group
          className="letter-choices"
          options={tasks.map(({ id, code, title, dueOn }) => ({
            value: id,
            label: `${code} (${dueOn ? showDay(dueOn) : '–'}) ${title}`,
          }))}
        />
      </Form.Item>
    </>
  )
}

function AnswerFields({ letter }: { letter: Letter }) {
  const { t } = useTranslation()
  const me = useMe()
  const reports = useQuery(reportsQuery(letter.id))
  return (
    <>
      <LineField name="number" label={t('urging.answerNumber')} max={100} placeholder="123/BTC-VP" isOptional />
      <DayField name="answeredOn" label={t('urging.answerOn')} max={me.today} />
      <WordsField name="summary" label={t('urging.answerSummary')} rows={3} />
      <Form.Item name="progressReportId" label={t('urging.answerReport')}>
        <Select
          allowClear
          options={(reports.data?.reports ?? []).map(({ id, code, reportedOn, body }) => ({
            value: id,
            label: `${code}, ${showDay(reportedOn)}: ${body}`,
          }))}
        />
      </Form.Item>
      <Form.Item name="file" label={t('urging.answerFile')}>
        <Upload maxCount={1} beforeUpload={() => false} accept=".pdf,.docx">
          <Button>{t('urging.chooseFile')}</Button>
        </Upload>
      </Form.Item>
    </>
  )
}
