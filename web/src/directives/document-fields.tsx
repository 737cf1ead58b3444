import { EditOutlined, ExclamationCircleOutlined } from '@ant-design/icons'
import { answer, ifMatch } from '@dieuhanh/client'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App, Button, Drawer, Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, isStale, lastChange, problemOf } from '../shell/api.ts'
import { fieldErrors, ProblemNote } from '../shell/problem.tsx'
import { useMe } from '../shell/session.ts'
import { DayPicker } from '../ui/day-picker.tsx'
import { showDay, showInstant } from '../ui/format.ts'
import { Fact, Labelled } from '../ui/labelled.tsx'
import { type Directive, type DirectiveEdit, isUnsure } from './queries.ts'

const WORDS = ['number', 'type', 'issuer', 'subject', 'signer', 'urgency'] as const
const DAYS = ['issuedOn', 'assignedOn'] as const
const FIELDS = [...WORDS, ...DAYS] as const
type Field = (typeof FIELDS)[number]
/** The subject stands in the head of the page. */
const SHOWN = FIELDS.filter((field) => field !== 'subject')

/** What was read of the document itself; the number, issuer and day must be right before anything is confirmed. */
export function DocumentFields({ directive, mayEdit }: { directive: Directive; mayEdit: boolean }) {
  const { t } = useTranslation()
  const [isOpen, setOpen] = useState(false)
  const shown = (field: Field) => {
    const value = directive[field]
    const words = DAYS.some((day) => day === field) ? showDay(value) : value
    const unsure = directive.found[field] && isUnsure(directive.found[field].confidence)
    return (
      <>
        {words || <span className="soft">–</span>}
        {unsure && value ? <span className="doubt"> {t('directives.needsLook')}</span> : null}
      </>
    )
  }
  return (
    <section className="document-fields" aria-labelledby="document-fields">
      <div className="row spread">
        <h2 id="document-fields">{t('directives.fields')}</h2>
        {mayEdit ? (
          <Button size="small" icon={<EditOutlined />} onClick={() => setOpen(true)}>
            {t('directives.editShort')}
          </Button>
        ) : null}
      </div>
      <dl className="facts columns" lang="vi">
        {SHOWN.map((field) => (
          <Fact key={field} name={t(`documentField.${field}`)}>
            {field === 'assignedOn' && !directive.assignedOn ? (
              <span className="soft">{t('directives.sameAsIssued')}</span>
            ) : (
              shown(field)
            )}
          </Fact>
        ))}
        {directive.implements.length > 0 ? (
          <Fact name={t('task.implements')}>{directive.implements.map(({ number }) => number).join('; ')}</Fact>
        ) : null}
        {directive.legalBases.length > 0 ? (
          <Fact name={t('documentField.legalBases')} isBroad>
            {directive.legalBases.map(({ number }) => number).join('; ')}
          </Fact>
        ) : null}
      </dl>
      {directive.state === 'review'
        ? directive.problems.map(({ message }) => (
            <p key={message} className="doubt-words" lang="vi">
              <ExclamationCircleOutlined aria-hidden /> {message}
            </p>
          ))
        : null}
      {isOpen ? <FieldsDrawer directive={directive} onClose={() => setOpen(false)} /> : null}
    </section>
  )
}

function FieldsDrawer({ directive, onClose }: { directive: Directive; onClose: () => void }) {
  const { t } = useTranslation()
  const me = useMe()
  const queries = useQueryClient()
  const { message } = App.useApp()
  const [typed, setTyped] = useState<DirectiveEdit>({})
  const [version, setVersion] = useState(directive.version)
  const saving = useMutation({
    mutationFn: () =>
      answer(
        api.PATCH('/api/directives/{id}', {
          params: { path: { id: directive.id } },
          headers: ifMatch(version),
          body: typed,
        }),
      ),
    onSuccess: async () => {
      message.success(t('directives.saved'))
      onClose()
      await queries.invalidateQueries({ queryKey: ['directive', directive.id], exact: true })
      await queries.invalidateQueries({ queryKey: ['directives'] })
    },
  })
  const problem = saving.error ? problemOf(saving.error) : undefined
  const errors = problem ? fieldErrors(problem) : {}
  const stale = problem && isStale(problem) ? lastChange(problem) : undefined
  const current = (field: Field) => (field in typed ? typed[field] : directive[field])
  const set = (field: Field, value: string | undefined) =>
    setTyped((before) => ({ ...before, [field]: value?.trim() ? value : null }))
  return (
    <Drawer
      open
      onClose={onClose}
      size={520}
      title={t('directives.fields')}
      closable={{ 'aria-label': t('shell.close') }}
      footer={
        <div className="row">
          <Button
            type="primary"
            onClick={() => saving.mutate()}
            loading={saving.isPending}
            disabled={Object.keys(typed).length === 0}
          >
            {t('shell.save')}
          </Button>
          <Button onClick={onClose}>{t('shell.cancel')}</Button>
        </div>
      }
    >
      <div className="stack">
        {problem ? (
          <ProblemNote error={saving.error}>
            {stale ? (
              <div className="stack">
                <p>{t('conflict.title', { by: stale.by, at: showInstant(stale.at) })}</p>
                <div className="row">
                  <Button
                    size="small"
                    type="primary"
                    onClick={async () => {
                      const now = await answer(
                        api.GET('/api/directives/{id}', { params: { path: { id: directive.id } } }),
                      )
                      queries.setQueryData(['directive', directive.id], now)
                      setVersion(now.version)
                      saving.reset()
                    }}
                  >
                    {t('conflict.keepMine')}
                  </Button>
                  <Button
                    size="small"
                    onClick={() => {
                      queries.invalidateQueries({ queryKey: ['directive', directive.id], exact: true })
                      onClose()
                    }}
                  >
                    {t('conflict.takeTheirs')}
                  </Button>
                </div>
              </div>
            ) : null}
          </ProblemNote>
        ) : null}
        {WORDS.map((field) => (
          <Labelled key={field} id={`field-${field}`} label={t(`documentField.${field}`)}>
            <Input.TextArea
              id={`field-${field}`}
              lang="vi"
              value={current(field) ?? ''}
              autoSize={{ minRows: 1, maxRows: 6 }}
              status={errors[field] ? 'error' : ''}
              onChange={(event) => set(field, event.target.value)}
            />
            {errors[field] ? (
              <span className="wrong" role="alert">
                {errors[field]}
              </span>
            ) : null}
          </Labelled>
        ))}
        {DAYS.map((field) => (
          <Labelled key={field} id={`field-${field}`} label={t(`documentField.${field}`)}>
            <DayPicker
              id={`field-${field}`}
              value={current(field)}
              max={me.today}
              placeholder="DD/MM/YYYY"
              status={errors[field] ? 'error' : ''}
              onChange={(day) => set(field, day)}
            />
          </Labelled>
        ))}
      </div>
    </Drawer>
  )
}
