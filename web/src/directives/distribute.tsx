import { CloseOutlined } from '@ant-design/icons'
import { answer } from '@dieuhanh/client'
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query'
import { App, Button, Checkbox, Drawer, Input, Radio, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { AgencySelect, agenciesQuery } from '../form/agency-select.tsx'
import { api } from '../shell/api.ts'
import { ProblemNote } from '../shell/problem.tsx'
import { Waiting } from '../shell/waiting.tsx'
import { showDay } from '../ui/format.ts'
import { Labelled } from '../ui/labelled.tsx'
import { ScrollBox } from '../ui/scroll-box.tsx'
import { acts, useFresh } from './acts.ts'
import { type Directive, type Draft, directiveKeys } from './queries.ts'

type Form = Draft['distributions'][number]['form']

/**
 * Gives what a phrase for many agencies was given to each of them: the members of the document's day, each of which can be left
 * out, and exactly what will be made of them.
 */
export function Distribute({
  directive,
  draft,
  party,
  onClose,
}: {
  directive: Directive
  draft: Draft
  /** Which of its parties is the phrase. */
  party: number
  onClose: () => void
}) {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const fresh = useFresh(directive.id)
  const phrase = draft.parties[party]
  const isLead = phrase?.role === 'lead'
  const [form, setForm] = useState<Form>(isLead ? 'each' : 'coordinating')
  const [chosen, setChosen] = useState<number[]>()
  const [answers, setAnswers] = useState<number>()
  const [reason, setReason] = useState('')
  const on = directive.issuedOn ?? undefined
  const agencies = useQuery(agenciesQuery(on))
  const accountableId = form === 'shared' && answers !== undefined && chosen?.includes(answers) ? answers : undefined
  const plan = {
    party,
    form,
    ...(chosen ? { agencyIds: chosen } : {}),
    ...(accountableId === undefined ? {} : { accountableId }),
  }
  const path = { id: directive.id, draftId: draft.id }
  const found = useQuery({
    queryKey: [...directiveKeys.one(directive.id), 'distribution', draft.id, draft.version, plan],
    queryFn: ({ signal }) =>
      answer(
        api.POST('/api/directives/{id}/drafts/{draftId}/distribution/preview', {
          params: { path },
          body: plan,
          signal,
        }),
      ),
    placeholderData: keepPreviousData,
  })
  const preview = found.data
  const members = preview?.members ?? []
  const ids = chosen ?? members.map(({ id }) => id)
  const added = ids.filter((id) => !members.some((member) => member.id === id))
  const isReasoned = added.length === 0 && ids.length === members.length
  const doing = useMutation({
    mutationFn: () =>
      acts.distribute(directive.id, draft, {
        ...plan,
        agencyIds: ids,
        ...(reason.trim() ? { reason: reason.trim() } : {}),
      }),
  })
  const set = (id: number, isChosen: boolean) => setChosen(isChosen ? [...ids, id] : ids.filter((one) => one !== id))
  const nameOf = (id: number) =>
    members.find((member) => member.id === id)?.name ??
    agencies.data?.agencies.find((agency) => agency.id === id)?.name ??
    t('shell.formerAgency', { id })
  const save = () =>
    doing.mutate(undefined, {
      onSuccess: async (changed) => {
        message.success(t('distribution.did', { n: ids.length }))
        onClose()
        await fresh(changed)
      },
    })
  return (
    <Drawer
      open
      onClose={onClose}
      size={720}
      title={t('distribution.title', { name: phrase?.name ?? '', ref: draft.ref })}
      closable={{ 'aria-label': t('shell.close') }}
      footer={
        <span className="row">
          <Button
            type="primary"
            onClick={save}
            loading={doing.isPending}
            // What is made is what was shown: not before the preview is of this choice.
            disabled={ids.length < 2 || found.isPlaceholderData || !preview || (!isReasoned && reason.trim() === '')}
            data-testid="do-distribute"
          >
            {ids.length < 2
              ? t('distribution.open')
              : t(form === 'each' ? 'distribution.doEach' : 'distribution.doParts', { n: ids.length })}
          </Button>
          <Button onClick={onClose}>{t('shell.cancel')}</Button>
        </span>
      }
    >
      <div className="stack draft-form">
        {doing.error ? <ProblemNote error={doing.error} /> : null}
        {isLead ? (
          <fieldset className="rows">
            <legend>{t('distribution.how')}</legend>
            <Radio.Group
              value={form}
              onChange={({ target }) => setForm(target.value as Form)}
              options={(['each', 'shared'] as const).map((value) => ({
                value,
                label: t(`distribution.forms.${value}`),
              }))}
            />
          </fieldset>
        ) : null}
        <p className="soft">{t(`distribution.hints.${form}`)}</p>
        {found.error ? <ProblemNote error={found.error} retry={found.refetch} /> : null}
        {preview ? null : <Waiting lines={6} />}
        {preview && members.length === 0 ? (
          <p className="doubt-words" data-testid="says-nobody">
            {t('distribution.nobody', { name: preview.name })} {isLead ? t('distribution.orOne') : ''}
          </p>
        ) : null}
        {preview && members.length > 0 ? (
          <fieldset className="rows">
            <legend data-testid="members">
              {t('distribution.members', {
                day: showDay(preview.membersOn),
                chosen: ids.length - added.length,
                n: members.length,
              })}
            </legend>
            <div className="row">
              <Button size="small" onClick={() => setChosen([...members.map(({ id }) => id), ...added])}>
                {t('distribution.all')}
              </Button>
              <Button size="small" onClick={() => setChosen(added)}>
                {t('distribution.none')}
              </Button>
            </div>
            <ul className="plain member-list" lang="vi">
              {members.map(({ id, name }) => (
                <li key={id}>
                  <Checkbox checked={ids.includes(id)} onChange={({ target }) => set(id, target.checked)}>
                    {name}
                  </Checkbox>
                </li>
              ))}
            </ul>
          </fieldset>
        ) : null}
        {added.length > 0 ? (
          <div>
            <p className="soft">{t('distribution.added')}</p>
            <ul className="plain" lang="vi">
              {added.map((id) => (
                <li key={id} className="row">
                  {nameOf(id)}
                  <Button
                    type="text"
                    size="small"
                    icon={<CloseOutlined />}
                    onClick={() => set(id, false)}
                    aria-label={t('distribution.remove', { name: nameOf(id) })}
                  />
                </li>
              ))}
            </ul>
          </div>
        ) : null}
        {preview ? (
          <Labelled id="add-agency" label={t('distribution.add')}>
            <AgencySelect
              // Empty again once the agency is in the list.
              key={ids.length}
              id="add-agency"
              on={on}
              placeholder={t('draft.chooseAgency')}
              onChange={(id) => (id === undefined || ids.includes(id) ? undefined : set(id, true))}
            />
          </Labelled>
        ) : null}
        {form === 'shared' && ids.length > 0 ? (
          <Labelled id="answers" label={t('distribution.answers')}>
            <Select
              id="answers"
              value={accountableId ?? ids[0]}
              onChange={(id) => {
                setChosen(ids)
                setAnswers(id)
              }}
              options={ids.map((id) => ({ value: id, label: nameOf(id) }))}
              className="wide"
            />
          </Labelled>
        ) : null}
        {preview && !isReasoned ? (
          <Labelled id="distribution-reason" label={t('distribution.reason')} hint={t('distribution.reasonHint')}>
            <Input.TextArea
              id="distribution-reason"
              value={reason}
              autoSize={{ minRows: 2, maxRows: 6 }}
              maxLength={2000}
              onChange={({ target }) => setReason(target.value)}
            />
          </Labelled>
        ) : null}
        {preview ? (
          <section aria-labelledby="preview-title" className={found.isPlaceholderData ? 'is-old' : undefined}>
            <h3 id="preview-title">
              {form === 'each' && ids.length > 1
                ? t('distribution.preview', { n: preview.rows.length })
                : t('distribution.previewOne')}
            </h3>
            {ids.length < 2 ? <p className="soft">{t('distribution.nothing')}</p> : <Made rows={preview.rows} />}
          </section>
        ) : null}
      </div>
    </Drawer>
  )
}

interface Row {
  ref: string
  title: string
  leads: { name: string; accountable: boolean }[]
  coordinating: string[]
  deadlines: { text: string; dueOn: string | null }[]
  targets: string[]
}

/** Exactly what the act makes. */
function Made({ rows }: { rows: readonly Row[] }) {
  const { t } = useTranslation()
  return (
    <ScrollBox isTall label={t('shell.tableOf', { title: t('distribution.previewOne') })}>
      <table className="grid-table" data-testid="preview">
        <thead>
          <tr>
            {(['ref', 'lead', 'coordinating', 'due', 'targets'] as const).map((name) => (
              <th key={name} scope="col">
                {t(`distribution.${name}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody lang="vi">
          {rows.map(({ ref, leads, coordinating, deadlines, targets }) => (
            <tr key={ref}>
              <th scope="row" className="nowrap">
                {ref}
              </th>
              <td>
                {leads.map(({ name, accountable }, i) => (
                  <span key={name}>
                    {i > 0 ? '; ' : ''}
                    {name}
                    {accountable && leads.length > 1 ? <span className="tag">{t('task.accountable')}</span> : null}
                  </span>
                ))}
              </td>
              <td>{coordinating.join('; ')}</td>
              <td className="tabular">
                {deadlines.map(({ text, dueOn }) => (dueOn ? showDay(dueOn) : text)).join('; ')}
              </td>
              <td>{targets.join('; ')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  )
}
