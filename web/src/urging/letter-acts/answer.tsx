import { ApiProblem, ifMatch, readProblem, unreachable } from '@dieuhanh/client'
import { useQuery } from '@tanstack/react-query'
import { Button, Form, Select, Upload } from 'antd'
import { useTranslation } from 'react-i18next'
import { DayField, LineField, WordsField } from '../../form/fields.tsx'
import { useMe } from '../../shell/session.ts'
import { showDay } from '../../ui/format.ts'
import { actOnLetter } from '../letter-act.tsx'
import { type Letter, reportsQuery } from '../queries.ts'

interface Answer {
  number?: string
  answeredOn: string
  summary: string
  progressReportId?: number
  file?: { fileList: { originFileObj?: File }[] }
}

/** Records the agency's answer to a letter. */
export const answer = actOnLetter<Answer>({
  initial: (_, today) => ({ answeredOn: today }),
  Fields,
  send: sendAnswer,
})

/** The answer is sent as form data, because it may include a file. */
async function sendAnswer(words: Answer, letter: Letter): Promise<void> {
  const form = new FormData()
  const { file, ...typed } = words
  for (const [name, value] of Object.entries(typed))
    if (value !== undefined && value !== '') form.set(name, String(value))
  const chosen = file?.fileList[0]?.originFileObj
  if (chosen) form.set('file', chosen)
  let response: Response
  try {
    response = await fetch(`/api/urging/letters/${letter.id}/answer`, {
      method: 'POST',
      headers: ifMatch(letter.version),
      body: form,
    })
  } catch (cause) {
    throw unreachable(cause)
  }
  if (!response.ok) throw new ApiProblem(readProblem(await response.text(), response.status))
}

function Fields({ on: letter }: { on: Letter }) {
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
