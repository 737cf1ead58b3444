import { SafetyCertificateOutlined } from '@ant-design/icons'
import { answer } from '@dieuhanh/client'
import { useMutation } from '@tanstack/react-query'
import { Alert, Button, Drawer, Form, Input, Progress, Typography } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../shell/api.ts'
import { useLanguage } from '../shell/language.tsx'
import { ProblemNote } from '../shell/problem.tsx'
import { showNumber } from '../ui/format.ts'
import type { Verified } from './queries.ts'

/** Rows per request: a second or two, then the progress bar moves. */
const SLICE = 20_000

interface Outcome {
  checked: number
  head: string | null
  fault: Verified['fault']
}

/** Has the server recompute the seals of the log, slice by slice, and shows the result. */
export function Verify() {
  const { t } = useTranslation()
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button icon={<SafetyCertificateOutlined />} onClick={() => setOpen(true)}>
        {t('audit.verify')}
      </Button>
      <Drawer
        open={isOpen}
        onClose={() => setOpen(false)}
        size={520}
        destroyOnHidden
        title={t('audit.verify')}
        closable={{ 'aria-label': t('shell.close') }}
      >
        <Verifying />
      </Drawer>
    </>
  )
}

function Verifying() {
  const { t } = useTranslation()
  const language = useLanguage()
  const [far, setFar] = useState({ checked: 0, percent: 0 })
  const verifying = useMutation({
    mutationFn: async ({ expect }: { expect?: string }): Promise<Outcome> => {
      let [after, checked] = [0, 0]
      for (;;) {
        const query = { after, limit: SLICE, ...(expect?.trim() ? { expect: expect.trim().toLowerCase() } : {}) }
        const part = await answer(api.GET('/api/audit/verify', { params: { query } }))
        checked += part.checked
        if (part.next === null) return { checked, head: part.head, fault: part.fault }
        after = part.next
        setFar({ checked, percent: Math.floor((100 * after) / part.last) })
      }
    },
  })
  const shown = (n: number) => showNumber(n, language)
  return (
    <Form
      layout="vertical"
      requiredMark={false}
      onFinish={(words: { expect?: string }) => {
        setFar({ checked: 0, percent: 0 })
        verifying.mutate(words)
      }}
    >
      <p className="soft">{t('audit.verifyAbout')}</p>
      <Form.Item
        name="expect"
        label={t('audit.expect')}
        rules={[{ pattern: /^\s*[0-9a-fA-F]{64}\s*$/, message: t('audit.badExpect') }]}
      >
        <Input.TextArea autoSize maxLength={80} className="hash" />
      </Form.Item>
      <Button type="primary" htmlType="submit" loading={verifying.isPending}>
        {t('audit.verify')}
      </Button>
      <div className="stack panel-acts" aria-live="polite">
        {verifying.isPending ? (
          <>
            <Progress percent={far.percent} aria-label={t('audit.verify')} />
            <p className="soft tabular">{t('audit.verifying', { n: shown(far.checked) })}</p>
          </>
        ) : null}
        {verifying.error ? <ProblemNote error={verifying.error} /> : null}
        {verifying.data ? <Found {...verifying.data} shown={shown} /> : null}
      </div>
    </Form>
  )
}

function Found({ checked, head, fault, shown }: Outcome & { shown: (n: number) => string }) {
  const { t } = useTranslation()
  if (fault) {
    const kind = fault.kind === 'missing' && fault.auditId === null ? 'missingAfter' : fault.kind
    return (
      <Alert
        type="error"
        showIcon
        role="alert"
        title={t(`audit.faults.${kind}`, { row: fault.auditId ?? '', after: fault.afterAuditId ?? 0 })}
        description={t('audit.faultHint')}
      />
    )
  }
  return (
    <Alert
      type="success"
      showIcon
      role="status"
      title={t('audit.inOrder', { n: shown(checked) })}
      description={
        head ? (
          <>
            {t('audit.head')}:{' '}
            <Typography.Text copyable className="hash">
              {head}
            </Typography.Text>
          </>
        ) : undefined
      }
    />
  )
}
