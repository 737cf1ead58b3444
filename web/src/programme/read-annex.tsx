import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Button, Form, Select, Upload } from 'antd'
import { useTranslation } from 'react-i18next'
import { Field } from '../form/fields.tsx'
import { FormDrawer } from '../form/form-drawer.tsx'
import { useMe } from '../shell/session.ts'
import { sendForm } from '../shell/upload.ts'
import { programmesQuery, refreshProgramme } from './queries.ts'

interface Words {
  programmeId: number
  file?: { fileList: { originFileObj?: File }[] }
}

/** Reads the annex of a programme; the rows are reviewed before any of them becomes an entry. */
export function ReadAnnex({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const { t } = useTranslation()
  const { today } = useMe()
  const queries = useQueryClient()
  const navigate = useNavigate()
  const programmes = useQuery({ ...programmesQuery, enabled: isOpen })
  if (isOpen && programmes.isPending) return null
  const issued = (programmes.data?.rows ?? []).filter(({ state }) => state === 'issued')
  const running = issued.find(({ firstOn, lastOn }) => firstOn <= today && today <= lastOn) ?? issued[0]
  return (
    <FormDrawer<Words, undefined, { id: number }>
      title={isOpen ? t('programme.import') : undefined}
      act={t('programme.readAnnex')}
      hint={t('programme.importHint')}
      initial={running ? { programmeId: running.id } : {}}
      send={({ programmeId, file }, _, key) =>
        sendForm(
          '/api/programme/imports',
          { annex: JSON.stringify({ programmeId }) },
          file?.fileList[0]?.originFileObj,
          { ...key },
        )
      }
      refresh={() => refreshProgramme(queries)}
      onDone={({ id }) => navigate({ to: '/chuong-trinh-cong-tac/nhap/$id', params: { id: String(id) } })}
      onClose={onClose}
    >
      {() => (
        <>
          <Field name="programmeId" label={t('programme.programme')}>
            <Select options={issued.map(({ id, title }) => ({ value: id, label: title }))} />
          </Field>
          <Form.Item
            name="file"
            label={t('programme.annexFile')}
            rules={[{ required: true, message: t('field.missing') }]}
          >
            <Upload maxCount={1} beforeUpload={() => false} accept=".docx,.xlsx,.pdf">
              <Button data-testid="annex-file">{t('programme.chooseFile')}</Button>
            </Upload>
          </Form.Item>
        </>
      )}
    </FormDrawer>
  )
}
