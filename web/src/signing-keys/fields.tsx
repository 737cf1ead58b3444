import { Button, Form, Upload } from 'antd'
import { useTranslation } from 'react-i18next'

export interface Chosen {
  fileList: { originFileObj?: File }[]
}
export const fileOf = (chosen: Chosen | undefined): File | undefined => chosen?.fileList[0]?.originFileObj

/** One file from the user's machine. */
export function FileField({
  label,
  accept,
  isOptional = false,
}: {
  label: string
  accept: string
  isOptional?: boolean
}) {
  const { t } = useTranslation()
  const rules = isOptional ? [] : [{ required: true, message: t('field.missing') }]
  return (
    <Form.Item name="file" label={label} required={!isOptional} rules={rules}>
      <Upload maxCount={1} beforeUpload={() => false} accept={accept}>
        <Button>{t('signingKeys.choose')}</Button>
      </Upload>
    </Form.Item>
  )
}
