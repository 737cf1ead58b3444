import { ApiProblem, answer, ifMatch, readProblem, unreachable } from '@dieuhanh/client'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Checkbox, Form, Input, Select, Upload } from 'antd'
import { useTranslation } from 'react-i18next'
import { FormDrawer } from '../form/form-drawer.tsx'
import { api } from '../shell/api.ts'
import { ProblemNote } from '../shell/problem.tsx'
import { useMe } from '../shell/session.ts'
import { Waiting } from '../shell/waiting.tsx'
import { DayPicker } from '../ui/day-picker.tsx'
import { showDay } from '../ui/format.ts'
import { choicesQuery, type Letter, type LetterAct, letterQuery, reportsQuery } from './queries.ts'

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

/** The forms of the acts that need words; one is open at a time, by the address. */
export function LetterForms({ act, letter, onClose }: Props) {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const refresh = async () => {
    await Promise.all([
      queries.invalidateQueries({ queryKey: ['letters'] }),
      queries.invalidateQueries({ queryKey: ['urging'] }),
    ])
  }
  // The version last fetched: after a refusal the same words can be sent on what the letter now is.
  const target = () => {
    const version = queries.getQueryData(letterQuery(letter.id).queryKey)?.version ?? letter.version
    return { params: { path: { id: letter.id } }, headers: ifMatch(version) }
  }
  const titled = (name: LetterAct) => (act === name ? t(`urging.act.${name}`) : undefined)
  const shared = { refresh, onClose }
  return (
    <>
      <FormDrawer<EditWords>
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
        send={({ recipients, signatoryId, ...words }) =>
          answer(
            api.PATCH('/api/urging/letters/{id}', {
              ...target(),
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
      <FormDrawer<{ reason: string }>
        {...shared}
        title={titled('sendBack')}
        did={t('urging.did.sendBack')}
        send={(body) => answer(api.POST('/api/urging/letters/{id}/send-back', { ...target(), body }))}
      >
        {() => <WordsField name="reason" label={t('urging.reason')} isRequired />}
      </FormDrawer>
      <FormDrawer<{ note?: string }>
        {...shared}
        title={titled('close')}
        did={t('urging.did.close')}
        send={({ note }) =>
          answer(
            api.POST('/api/urging/letters/{id}/close', {
              ...target(),
              body: note?.trim() ? { note: note.trim() } : {},
            }),
          )
        }
      >
        {() => <WordsField name="note" label={t('urging.note')} />}
      </FormDrawer>
      <FormDrawer<AnswerWords>
        {...shared}
        title={titled('answer')}
        did={t('urging.did.answer')}
        send={(words) => sendAnswer(letter.id, target().headers, words)}
      >
        {() => <AnswerFields letter={letter} />}
      </FormDrawer>
    </>
  )
}

/** The answer goes as a form, because a file may be with it. */
async function sendAnswer(id: number, headers: Record<string, string>, words: AnswerWords): Promise<void> {
  const form = new FormData()
  const { file, ...said } = words
  for (const [name, value] of Object.entries(said))
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

function WordsField({ name, label, isRequired = false }: { name: string; label: string; isRequired?: boolean }) {
  const { t } = useTranslation()
  return (
    <Form.Item
      name={name}
      label={label}
      rules={isRequired ? [{ required: true, whitespace: true, message: t('field.missing') }] : []}
    >
      <Input.TextArea autoSize={{ minRows: 3, maxRows: 10 }} maxLength={2000} />
    </Form.Item>
  )
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
      <Form.Item name="replyBy" label={t('urging.replyBy')} rules={required} valuePropName="value">
        <DayPicker id="replyBy" value={undefined} onChange={() => undefined} isClearable={false} min={me.today} />
      </Form.Item>
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
      <Form.Item name="number" label={t('urging.answerNumber')}>
        <Input maxLength={100} placeholder="123/BTC-VP" />
      </Form.Item>
      <Form.Item
        name="answeredOn"
        label={t('urging.answerOn')}
        rules={[{ required: true, message: t('field.missing') }]}
        initialValue={me.today}
      >
        <DayPicker value={undefined} onChange={() => undefined} max={me.today} isClearable={false} />
      </Form.Item>
      <Form.Item
        name="summary"
        label={t('urging.answerSummary')}
        rules={[{ required: true, whitespace: true, message: t('field.missing') }]}
      >
        <Input.TextArea autoSize={{ minRows: 3, maxRows: 10 }} maxLength={4000} />
      </Form.Item>
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
