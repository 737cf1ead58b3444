import { SettingOutlined } from '@ant-design/icons'
import { type Answer, answer, ifMatch } from '@dieuhanh/client'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Button, Form, InputNumber, Popover } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormErrors } from '../form/form-errors.ts'
import { api } from '../shell/api.ts'
import { ProblemNote } from '../shell/problem.tsx'
import { refreshTasks } from '../tasks/index.ts'

const thresholdsKey = ['thresholds'] as const
type Thresholds = Answer<'/api/thresholds'>

/** The default days of the lists, set by administrators. */
export function Settings() {
  const { t } = useTranslation()
  const [isOpen, setOpen] = useState(false)
  const thresholds = useQuery({
    queryKey: thresholdsKey,
    queryFn: ({ signal }) => answer(api.GET('/api/thresholds', { signal })),
    enabled: isOpen,
  })
  return (
    <Popover
      open={isOpen}
      onOpenChange={setOpen}
      trigger="click"
      destroyOnHidden
      content={
        thresholds.data ? (
          <DaysForm key={thresholds.data.version} thresholds={thresholds.data} onDone={() => setOpen(false)} />
        ) : null
      }
    >
      <Button icon={<SettingOutlined />}>{t('work.settings')}</Button>
    </Popover>
  )
}

function DaysForm({ thresholds, onDone }: { thresholds: Thresholds; onDone: () => void }) {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const queries = useQueryClient()
  const [form] = Form.useForm<Pick<Thresholds, 'silentDays' | 'soonDays'>>()
  const saving = useMutation({
    mutationFn: ({ silentDays, soonDays }: Pick<Thresholds, 'silentDays' | 'soonDays'>) =>
      answer(api.PUT('/api/thresholds', { headers: ifMatch(thresholds.version), body: { silentDays, soonDays } })),
    onSuccess: async () => {
      message.success(t('work.saved'))
      // The thresholds decide which tasks are in which list.
      await Promise.all([queries.invalidateQueries({ queryKey: thresholdsKey }), refreshTasks(queries, [])])
      onDone()
    },
  })
  useFormErrors(form, saving.error)
  const required = [{ required: true, message: t('field.missing') }]
  return (
    <Form form={form} layout="vertical" initialValues={thresholds} onFinish={(typed) => saving.mutate(typed)}>
      <p className="soft">{t('work.settingsHint')}</p>
      {saving.error ? <ProblemNote error={saving.error} /> : null}
      <Form.Item name="silentDays" label={t('work.silentDays')} rules={required}>
        <InputNumber min={1} max={365} precision={0} />
      </Form.Item>
      <Form.Item name="soonDays" label={t('work.soonDays')} rules={required}>
        <InputNumber min={1} max={90} precision={0} />
      </Form.Item>
      <Button type="primary" htmlType="submit" loading={saving.isPending}>
        {t('shell.save')}
      </Button>
    </Form>
  )
}
