import { ifMatch } from '@dieuhanh/client'
import { Button, Checkbox, Form, Upload } from 'antd'
import { useTranslation } from 'react-i18next'
import { DayField, Field, LineField, WordsField } from '../../form/fields.tsx'
import { mayDo, useMe } from '../../shell/session.ts'
import { sendForm } from '../../shell/upload.ts'
import { showDay } from '../../ui/format.ts'
import { actOnItem, filled } from '../act.tsx'
import type { Item } from '../queries.ts'

interface Words {
  number: string
  sentOn: string
  receivedOn?: string
  registryNumber?: string
  there?: string[]
  note?: string
  file?: { fileList: { originFileObj?: File }[] }
}

/** Submission with what proves it: the lead sends the signed paper, the office records the number of its register. */
export const submit = actOnItem<Words>({
  initial: (_, today) => ({ sentOn: today }),
  Fields,
  send: ({ file, there, ...words }, item) => {
    const asked = partsOn(item, words.sentOn).map(({ name }) => name)
    const said = there?.filter((name) => asked.includes(name))
    const submission = JSON.stringify(filled({ ...words, there: said }))
    const path = `/api/programme/items/${item.id}/submissions`
    return sendForm(path, { submission }, file?.fileList[0]?.originFileObj, ifMatch(item.version))
  },
})

/** What the regulations ask of a file sent on this day. */
const partsOn = ({ required }: Item, day: string) =>
  required.filter(({ fromOn, toOn }) => (fromOn === null || fromOn <= day) && (toOn === null || day <= toOn))

function Fields({ on: item }: { on: Item }) {
  const { t } = useTranslation()
  const me = useMe()
  const { today } = me
  const isOffice = mayDo(me, 'programme.keep')
  const sentOn: string | undefined = Form.useWatch('sentOn')
  const parts = partsOn(item, sentOn ?? today)
  return (
    <>
      <LineField name="number" label={t('programme.paperNumber')} max={100} placeholder="15/TTr-BTC" />
      <DayField name="sentOn" label={t('programme.sentOn')} max={today} />
      {isOffice ? (
        <>
          <DayField name="receivedOn" label={t('programme.receivedOn')} max={today} isOptional />
          <LineField
            name="registryNumber"
            label={t('programme.registryNumber')}
            max={100}
            extra={t('programme.registryHint')}
            isOptional
          />
        </>
      ) : null}
      <Form.Item
        name="file"
        label={t('programme.paperFile')}
        {...(isOffice ? {} : { required: true, extra: t('programme.countsFromToday', { day: showDay(today) }) })}
      >
        <Upload maxCount={1} beforeUpload={() => false} accept=".pdf,.docx,.xlsx,.png,.jpg,.jpeg">
          <Button>{t('programme.chooseFile')}</Button>
        </Upload>
      </Form.Item>
      {parts.length > 0 ? (
        // Its sender may say nothing of it: the check counts.
        <Field name="there" label={t('programme.fileHolds')} extra={t('programme.fileHoldsHint')} isOptional>
          <Checkbox.Group
            className="stack"
            options={parts.map(({ name, basis }) => ({ value: name, label: `${name} (${basis})` }))}
          />
        </Field>
      ) : null}
      <WordsField name="note" label={t('programme.note')} rows={2} isOptional />
    </>
  )
}
