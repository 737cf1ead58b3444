import { InboxOutlined, SnippetsOutlined } from '@ant-design/icons'
import { answer } from '@dieuhanh/client'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Button, Input, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDropAnywhere } from '../form/drop-anywhere.ts'
import { useFilePick } from '../form/file-pick.tsx'
import { api, newKey, problemOf } from '../shell/api.ts'
import { ProblemNote } from '../shell/problem.tsx'
import { LARGEST_MEGABYTES } from '../shell/upload.ts'
import { Labelled } from '../ui/labelled.tsx'
import { refreshDirectives } from './queries.ts'
import { ACCEPTED } from './upload.ts'
import { type Sending, UploadRow } from './upload-row.tsx'

/** Imports documents: dropped, chosen or pasted, several at once; each with its own progress and result. */
export function ImportBox() {
  const { t } = useTranslation()
  const [sent, setSent] = useState<Sending[]>([])
  const [isOver, setOver] = useState(false)
  const [isPasting, setPasting] = useState(false)
  const take = (files: Iterable<File>) =>
    setSent((before) => [...[...files].map((file) => ({ key: crypto.randomUUID(), file })), ...before])
  useDropAnywhere(take, setOver)
  const pick = useFilePick({
    accept: ACCEPTED,
    label: t('directives.choose'),
    testId: 'file',
    isMany: true,
    onPick: take,
  })
  return (
    <section aria-label={t('directives.import')}>
      <div className={`drop${isOver ? ' over' : ''}`}>
        <InboxOutlined className="drop-icon" aria-hidden />
        <div className="grow">
          <p className="drop-title">{t('directives.drop')}</p>
          <p className="soft">{t('directives.dropHint', { n: LARGEST_MEGABYTES })}</p>
        </div>
        <div className="row">
          <Button type="primary" onClick={pick.open}>
            {t('directives.choose')}
          </Button>
          <Button icon={<SnippetsOutlined />} onClick={() => setPasting(true)}>
            {t('directives.paste')}
          </Button>
        </div>
        {pick.input}
      </div>
      {sent.length > 0 ? (
        <ul className="uploads" aria-live="polite">
          {sent.map((sending) => (
            <UploadRow
              key={sending.key}
              sending={sending}
              onDismiss={() => setSent((before) => before.filter(({ key }) => key !== sending.key))}
            />
          ))}
        </ul>
      ) : null}
      <PasteBox isOpen={isPasting} onClose={() => setPasting(false)} />
    </section>
  )
}

function PasteBox({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const queries = useQueryClient()
  const [text, setText] = useState('')
  const [name, setName] = useState('')
  const [key] = useState(newKey)
  const open = (id: number) => navigate({ to: '/van-ban/$id', params: { id: String(id) } })
  const paste = useMutation({
    mutationFn: () =>
      answer(
        api.POST('/api/directives/paste', {
          headers: key,
          body: { text, ...(name.trim() ? { name: name.trim() } : {}) },
        }),
      ),
    onSuccess: ({ id }) => {
      refreshDirectives(queries)
      open(id)
    },
  })
  const known = paste.error ? problemOf(paste.error) : undefined
  const knownId =
    known?.code === 'directive.known_file' && typeof known.extra.id === 'number' ? known.extra.id : undefined
  return (
    <Modal
      open={isOpen}
      onCancel={onClose}
      title={t('directives.paste')}
      cancelText={t('shell.cancel')}
      okText={t('directives.read')}
      okButtonProps={{ disabled: text.trim() === '', loading: paste.isPending }}
      onOk={() => paste.mutate()}
      width={720}
    >
      <div className="stack">
        {paste.error ? (
          <ProblemNote error={paste.error}>
            {knownId === undefined ? null : (
              <Button size="small" onClick={() => open(knownId)}>
                {t('directives.openKnown')}
              </Button>
            )}
          </ProblemNote>
        ) : null}
        <Labelled id="paste-name" label={t('directives.pasteName')}>
          <Input id="paste-name" value={name} maxLength={200} onChange={(event) => setName(event.target.value)} />
        </Labelled>
        <Labelled id="paste-text" label={t('directives.pasteText')} hint={t('directives.pasteHint')}>
          <Input.TextArea
            id="paste-text"
            value={text}
            rows={14}
            maxLength={5_000_000}
            onChange={(event) => setText(event.target.value)}
          />
        </Labelled>
      </div>
    </Modal>
  )
}
