import { PlusOutlined, UploadOutlined } from '@ant-design/icons'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { Button, Form, Input } from 'antd'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { FormDrawer } from '../form/form-drawer.tsx'
import { ProblemNote } from '../shell/problem.tsx'
import { useTitle } from '../shell/title.ts'
import { sendFile } from '../shell/upload.ts'
import { Waiting } from '../shell/waiting.tsx'
import { Blank } from '../ui/blank.tsx'
import { showDay, showInstant } from '../ui/format.ts'
import { ScrollBox } from '../ui/scroll-box.tsx'
import { acts, type PlanRow, plansQuery } from './queries.ts'
import { PlanState } from './state.tsx'
import './reorganisation.css'

/** Reorganisations done and drafted, and the two ways to begin one. */
export function Reorganisations() {
  const { t } = useTranslation()
  useTitle(t('reorganisation.title'))
  const list = useQuery(plansQuery)
  const rows = list.data?.rows ?? []
  return (
    <div className="page">
      <div className="row spread page-head">
        <div className="grow">
          <h1>{t('reorganisation.title')}</h1>
          <p className="soft reorganisation-about">{t('reorganisation.about')}</p>
        </div>
        <Begin />
      </div>
      {list.error ? <ProblemNote error={list.error} retry={() => list.refetch()} /> : null}
      {list.isPending ? <Waiting /> : null}
      {list.data && rows.length === 0 ? (
        <Blank title={t('reorganisation.none')} hint={t('reorganisation.noneHint')} />
      ) : null}
      {rows.length > 0 ? <PlanTable rows={rows} /> : null}
    </div>
  )
}

function Begin() {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const queries = useQueryClient()
  const [isTyping, setTyping] = useState(false)
  const input = useRef<HTMLInputElement>(null)
  const sending = useMutation({
    mutationFn: (file: File) =>
      sendFile<{ id: number }>(
        '/api/reorganisations/upload',
        file,
        crypto.randomUUID(),
        () => {},
        new AbortController().signal,
      ),
    onSuccess: ({ id }) => navigate({ to: '/sap-xep/$id', params: { id: String(id) } }),
  })
  const made = useRef<number>(undefined)
  return (
    <div className="stack screen-only begin-plan">
      <div className="row">
        <Button
          type="primary"
          icon={<UploadOutlined />}
          loading={sending.isPending}
          onClick={() => input.current?.click()}
        >
          {t('reorganisation.upload')}
        </Button>
        <Button icon={<PlusOutlined />} onClick={() => setTyping(true)}>
          {t('reorganisation.byHand')}
        </Button>
      </div>
      <p className="soft">{t('reorganisation.uploadHint')}</p>
      {sending.error ? <ProblemNote error={sending.error} /> : null}
      <input
        ref={input}
        type="file"
        hidden
        accept=".xlsx,.csv,.tsv,.txt"
        aria-label={t('reorganisation.upload')}
        data-testid="plan-file"
        onChange={(event) => {
          const file = event.target.files?.[0]
          if (file) sending.mutate(file)
          event.target.value = ''
        }}
      />
      <FormDrawer<{ title: string; source: string }>
        title={isTyping ? t('reorganisation.byHand') : undefined}
        did={t('reorganisation.created')}
        send={async (words) => {
          made.current = (await acts.draft({ ...words, lines: [] })).id
        }}
        refresh={() => queries.invalidateQueries({ queryKey: ['reorganisations'] })}
        onClose={() => {
          setTyping(false)
          if (made.current !== undefined) navigate({ to: '/sap-xep/$id', params: { id: String(made.current) } })
        }}
      >
        {() => <HeadFields />}
      </FormDrawer>
    </div>
  )
}

/** Title and legal basis of a plan. */
export function HeadFields() {
  const { t } = useTranslation()
  const rules = [{ required: true, whitespace: true, message: t('reorganisation.needed') }]
  return (
    <>
      <Form.Item name="title" label={t('reorganisation.plan')} rules={rules}>
        <Input maxLength={300} />
      </Form.Item>
      <Form.Item name="source" label={t('reorganisation.source')} rules={rules}>
        <Input maxLength={500} />
      </Form.Item>
    </>
  )
}

function PlanTable({ rows }: { rows: PlanRow[] }) {
  const { t } = useTranslation()
  const days = ({ firstOn, lastOn }: PlanRow) =>
    firstOn === lastOn ? showDay(firstOn) : `${showDay(firstOn)} – ${showDay(lastOn)}`
  return (
    <ScrollBox label={t('reorganisation.title')}>
      <table className="grid-table plan-table">
        <caption className="unseen">{t('reorganisation.title')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('reorganisation.plan')}</th>
            <th scope="col">{t('reorganisation.days')}</th>
            <th scope="col" className="number">
              {t('reorganisation.lineCount')}
            </th>
            <th scope="col">{t('reorganisation.stateLabel')}</th>
            <th scope="col" className="number">
              {t('reorganisation.moved')}
            </th>
            <th scope="col">{t('reorganisation.changed')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id} data-row-box>
              <td>
                <Link to="/sap-xep/$id" params={{ id: String(row.id) }} data-row className="strong">
                  {row.title}
                </Link>
                <p className="soft">{row.source}</p>
              </td>
              <td className="tabular nowrap">{days(row)}</td>
              <td className="number">{row.lines}</td>
              <td className="nowrap">
                <PlanState state={row.state} />
              </td>
              <td className="number">{row.tasks ?? '–'}</td>
              <td className="soft">
                {row.changedBy}
                <br />
                <span className="tabular">{showInstant(row.appliedAt ?? row.changedAt)}</span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  )
}
