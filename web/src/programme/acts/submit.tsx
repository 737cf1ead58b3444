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
  send: ({ file, ...words }, item) => {
    const submission = JSON.stringify(filled(words))
    const path = `/api/programme/items/${item.id}/submissions`
    return sendForm(path, { submission }, file?.fileList[0]?.originFileObj, ifMatch(item.version))
  },
})

function Fields({ on: item }: { on: Item }) {
  const { t } = useTranslation()
  const me = useMe()
  const { today } = me
  const isOffice = mayDo(me, 'programme.keep')
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
      {item.required.length > 0 ? (
        <Field name="there" label={t('programme.fileHolds')} extra={t('programme.fileHoldsHint')}>
          <Checkbox.Group
            className="stack"
            options={item.required.map(({ name, basis }) => ({ value: name, label: `${name} (${basis})` }))}
          />
        </Field>
      ) : null}
      <WordsField name="note" label={t('programme.note')} rows={2} isOptional />
    </>
  )
}
