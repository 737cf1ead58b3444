import { answer } from '@dieuhanh/client'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App, Button, Input, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFilePick } from '../form/file-pick.tsx'
import { api } from '../shell/api.ts'
import { ProblemNote } from '../shell/problem.tsx'
import { Labelled } from '../ui/labelled.tsx'
import { refreshMail } from './queries.ts'

/** Records a delivery notice for a message: a chosen file, or pasted. */
export function MailNotice({
  isOpen,
  onClose,
  onTaken,
}: {
  isOpen: boolean
  onClose: () => void
  onTaken: (id: number) => void
}) {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const queries = useQueryClient()
  const [text, setText] = useState('')
  const taking = useMutation({
    mutationFn: () => answer(api.POST('/api/mail/notices/paste', { body: { text } })),
    onSuccess: async ({ id, action, isNew }) => {
      message.success(
        isNew ? t('mail.didTake', { id, action: t(`mail.actionWords.${action}`) }) : t('mail.knownNotice', { id }),
        6,
      )
      setText('')
      await refreshMail(queries)
      onClose()
      onTaken(id)
    },
  })
  const pick = useFilePick({
    accept: '.eml,message/rfc822',
    label: t('mail.chooseEml'),
    onPick: async ([file]) => {
      taking.reset()
      setText(await file.text())
    },
  })
  return (
    <Modal
      open={isOpen}
      onCancel={onClose}
      title={t('mail.notice')}
      okText={t('mail.takeIn')}
      cancelText={t('shell.cancel')}
      okButtonProps={{ disabled: text.trim() === '', loading: taking.isPending }}
      onOk={() => taking.mutate()}
      width={680}
    >
      <div className="mail-drawer">
        <p className="soft">{t('mail.noticeAbout')}</p>
        <div>
          <Button onClick={pick.open}>{t('mail.chooseEml')}</Button>
          {pick.input}
        </div>
        <Labelled id="notice" label={t('mail.pasteEml')}>
          <Input.TextArea
            id="notice"
            value={text}
            rows={10}
            maxLength={1_000_000}
            onChange={(event) => setText(event.target.value)}
          />
        </Labelled>
        {taking.error ? <ProblemNote error={taking.error} /> : null}
      </div>
    </Modal>
  )
}
