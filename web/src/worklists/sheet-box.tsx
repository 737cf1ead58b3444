import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App, Button, Modal, Progress, Radio } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFilePick } from '../form/file-pick.tsx'
import { useLanguage } from '../shell/language.tsx'
import { ProblemNote } from '../shell/problem.tsx'
import { Waiting } from '../shell/waiting.tsx'
import { actOnMany, type BulkResult, Refusals, refreshTasks } from '../tasks/index.ts'
import { showNumber } from '../ui/format.ts'
import { previewSheet, type SheetPreview } from './sheet.ts'
import { SheetErrors, SheetRowView } from './sheet-rows.tsx'

/** Uploads a filled-in sheet: its content is reviewed first, then the accepted rows are sent. */
export function SheetBox({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const { message } = App.useApp()
  const queries = useQueryClient()
  const [accepted, setAccepted] = useState<ReadonlySet<number>>(new Set())
  const [mode, setMode] = useState<'all' | 'each'>('all')
  const [bar, setBar] = useState<number>()
  const [result, setResult] = useState<BulkResult>()
  const reading = useMutation({
    mutationFn: previewSheet,
    onMutate: () => setResult(undefined),
    // A row without a conflict is accepted as it is; with a conflict, the user chooses.
    onSuccess: ({ rows }) =>
      setAccepted(new Set(rows.filter(({ conflict, refusal }) => !conflict && !refusal).map(({ id }) => id))),
  })
  const preview = reading.data
  const sending = useMutation({
    mutationFn: ({ rows }: SheetPreview) => {
      const items = rows
        .filter(({ id }) => accepted.has(id))
        .map(({ id, version, report }) => ({ id, version, body: report as Record<string, unknown> }))
      return actOnMany({ act: 'report', mode, items }, (tried, total) => setBar(Math.round((tried / total) * 100)))
    },
    onSettled: () => setBar(undefined),
    onSuccess: async (came) => {
      await refreshTasks(queries)
      if (came.failed.length > 0) return setResult(came)
      message.success(t('bulk.done', { n: showNumber(came.done.length, language) }))
      onClose()
    },
  })
  const pick = useFilePick({
    accept: '.xlsx',
    label: t('progressSheet.choose'),
    testId: 'sheet-file',
    onPick: ([file]) => reading.mutate(file),
  })
  const accept = (id: number, isAccepted: boolean) =>
    setAccepted((before) => {
      const next = new Set(before)
      isAccepted ? next.add(id) : next.delete(id)
      return next
    })
  return (
    <Modal
      open
      title={t('progressSheet.title')}
      onCancel={onClose}
      width={820}
      footer={
        <div className="row modal-foot">
          <Button onClick={pick.open} type={preview ? 'default' : 'primary'}>
            {t(preview ? 'progressSheet.other' : 'progressSheet.choose')}
          </Button>
          {preview && preview.rows.length > 0 && !result?.applied ? (
            <Button
              type="primary"
              disabled={accepted.size === 0}
              loading={sending.isPending}
              onClick={() => sending.mutate(preview)}
            >
              {t('progressSheet.submit', { n: showNumber(accepted.size, language) })}
            </Button>
          ) : null}
          <Button onClick={onClose}>{t('progressSheet.close')}</Button>
        </div>
      }
    >
      {pick.input}
      <div className="stack">
        {preview || reading.isPending ? null : <p>{t('progressSheet.about')}</p>}
        {reading.isPending ? <Waiting lines={4} /> : null}
        {reading.error ? <ProblemNote error={reading.error} /> : null}
        {sending.error ? <ProblemNote error={sending.error} /> : null}
        {bar === undefined ? null : <Progress percent={bar} />}
        {result ? <Refusals result={result} /> : null}
        {preview && !reading.isPending ? (
          <>
            <p role="status" data-testid="sheet-found">
              {preview.rows.length + preview.errors.length === 0
                ? t('progressSheet.nothing')
                : t('progressSheet.found', {
                    rows: showNumber(preview.rows.length, language),
                    unchanged: showNumber(preview.unchanged, language),
                    errors: showNumber(preview.errors.length, language),
                  })}
            </p>
            <SheetErrors errors={preview.errors} />
            <ul className="plain sheet-rows">
              {preview.rows.map((row) => (
                <SheetRowView key={row.id} row={row} isAccepted={accepted.has(row.id)} onAccept={accept} />
              ))}
            </ul>
            {preview.rows.length > 1 ? (
              <fieldset className="plain-fieldset">
                <legend>{t('bulk.mode')}</legend>
                <Radio.Group
                  value={mode}
                  onChange={({ target }) => setMode(target.value)}
                  options={[
                    { value: 'all', label: t('bulk.all') },
                    { value: 'each', label: t('bulk.each') },
                  ]}
                />
              </fieldset>
            ) : null}
          </>
        ) : null}
      </div>
    </Modal>
  )
}
