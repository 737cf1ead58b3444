import { PlusOutlined, UploadOutlined } from '@ant-design/icons'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { Button, Form, Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFilePick } from '../form/file-pick.tsx'
import { FormDrawer } from '../form/form-drawer.tsx'
import { ListPage } from '../list/list-page.tsx'
import { Rows } from '../list/rows.tsx'
import { ProblemNote } from '../shell/problem.tsx'
import { mayDo, useMe } from '../shell/session.ts'
import { sendFile } from '../shell/upload.ts'
import { Blank } from '../ui/blank.tsx'
import { showDay, showInstant } from '../ui/format.ts'
import { acts, type PlanRow, plansQuery, refreshPlans } from './queries.ts'
import { PlanState } from './state.tsx'
import './reorganisation.css'

/** Applied and drafted reorganisations, and the two ways to start one. */
export function Reorganisations() {
  const { t } = useTranslation()
  const me = useMe()
  const list = useQuery(plansQuery)
  return (
    <ListPage
      title={t('reorganisation.title')}
      about={<span className="reorganisation-about">{t('reorganisation.about')}</span>}
      acts={mayDo(me, 'registry.keep') ? <Begin /> : null}
      query={list}
      rows={list.data?.rows}
      blank={<Blank title={t('reorganisation.none')} hint={t('reorganisation.noneHint')} />}
    >
      {(rows) => <PlanRows rows={rows} />}
    </ListPage>
  )
}

function Begin() {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const queries = useQueryClient()
  const [isTyping, setTyping] = useState(false)
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
  const pick = useFilePick({
    accept: '.xlsx,.csv,.tsv,.txt',
    label: t('reorganisation.upload'),
    testId: 'plan-file',
    onPick: ([file]) => sending.mutate(file),
  })
  return (
    <div className="stack screen-only begin-plan">
      <div className="row">
        <Button type="primary" icon={<UploadOutlined />} loading={sending.isPending} onClick={pick.open}>
          {t('reorganisation.upload')}
        </Button>
        <Button icon={<PlusOutlined />} onClick={() => setTyping(true)}>
          {t('reorganisation.byHand')}
        </Button>
      </div>
      <p className="soft">{t('reorganisation.uploadHint')}</p>
      {sending.error ? <ProblemNote error={sending.error} /> : null}
      {pick.input}
      <FormDrawer<{ title: string; source: string }, undefined, { id: number }>
        title={isTyping ? t('reorganisation.byHand') : undefined}
        did={t('reorganisation.created')}
        send={(words) => acts.draft({ ...words, lines: [] })}
        onDone={({ id }) => navigate({ to: '/sap-xep/$id', params: { id: String(id) } })}
        refresh={() => refreshPlans(queries)}
        onClose={() => setTyping(false)}
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

function PlanRows({ rows }: { rows: readonly PlanRow[] }) {
  const { t } = useTranslation()
  const days = ({ firstOn, lastOn }: PlanRow) =>
    firstOn === lastOn ? showDay(firstOn) : `${showDay(firstOn)} – ${showDay(lastOn)}`
  return (
    <Rows
      rows={rows}
      caption={t('reorganisation.title')}
      keyOf={({ id }) => id}
      className="plan-table"
      isWide
      columns={[
        {
          key: 'plan',
          title: t('reorganisation.plan'),
          cell: ({ id, title, source }) => (
            <>
              <Link to="/sap-xep/$id" params={{ id: String(id) }} data-row className="strong">
                {title}
              </Link>
              <p className="soft">{source}</p>
            </>
          ),
        },
        { key: 'days', title: t('reorganisation.days'), className: 'tabular nowrap', cell: days },
        { key: 'lines', title: t('reorganisation.lineCount'), isNumber: true, cell: ({ lines }) => lines },
        {
          key: 'state',
          title: t('reorganisation.stateLabel'),
          className: 'nowrap',
          cell: ({ state }) => <PlanState state={state} />,
        },
        { key: 'moved', title: t('reorganisation.moved'), isNumber: true, cell: ({ tasks }) => tasks ?? '–' },
        {
          key: 'changed',
          title: t('reorganisation.changed'),
          className: 'soft',
          cell: ({ changedBy, appliedAt, changedAt }) => (
            <>
              {changedBy}
              <br />
              <span className="tabular">{showInstant(appliedAt ?? changedAt)}</span>
            </>
          ),
        },
      ]}
    />
  )
}
