import { CheckOutlined } from '@ant-design/icons'
import { answer, ifMatch } from '@dieuhanh/client'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { Alert, App, Button, Checkbox, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { directiveSource } from '../paths/directives.ts'
import { api, problemOf } from '../shell/api.ts'
import { useLanguage } from '../shell/language.tsx'
import { ProblemNote } from '../shell/problem.tsx'
import { refreshTasks } from '../tasks/index.ts'
import { compareVi, showDay } from '../ui/format.ts'
import { type Directive, isSuggested, needsLook, refreshDirective, refreshDrafts } from './queries.ts'

/** The last check before drafts become tasks: what will be created, for whom, and what still blocks it. */
export function Confirm({ directive }: { directive: Directive }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const queries = useQueryClient()
  const navigate = useNavigate()
  const { message } = App.useApp()
  const [isOpen, setOpen] = useState(false)
  const [asNewEdition, setNewEdition] = useState(false)
  const kept = directive.drafts.filter(({ isDropped }) => !isDropped)
  const targets = kept.reduce((sum, draft) => sum + draft.targets.length, 0)
  const leads = [
    ...new Set(
      kept.flatMap(({ parties }) =>
        parties.filter(({ accountable }) => accountable).map(({ agencyName, name }) => agencyName ?? name),
      ),
    ),
  ].sort(compareVi)
  const dated = kept.filter(({ deadlines }) =>
    deadlines.some(({ dueOn, milestone }) => dueOn !== null && !milestone),
  ).length
  const problems = [
    ...directive.problems.map(({ message: words }) => ({ words, draft: undefined })),
    ...kept.flatMap(({ id, ref, problems: own }) =>
      own.map(({ message: words }) => ({ words: `${ref}: ${words}`, draft: id })),
    ),
  ]
  const doubts = kept.filter(needsLook).length
  const suggested = kept.filter(isSuggested).length
  const confirmedBefore = directive.sameNotation?.state === 'confirmed'
  const confirm = useMutation({
    mutationFn: () =>
      answer(
        api.POST('/api/directives/{id}/confirm', {
          params: { path: { id: directive.id } },
          headers: ifMatch(directive.version),
          body: asNewEdition ? { asNewEdition } : {},
        }),
      ),
    onSuccess: async (confirmed) => {
      setOpen(false)
      message.success(language === 'vi' ? confirmed.message : t('confirm.did', { n: confirmed.created }), 6)
      await Promise.all([refreshDirective(queries, directive.id), refreshTasks(queries, [])])
      navigate({ to: '/nhiem-vu', search: { source: directiveSource(directive.id) } })
    },
    onError: () => refreshDrafts(queries, directive.id),
  })
  const problem = confirm.error ? problemOf(confirm.error) : undefined
  const isKnown = confirmedBefore || problem?.code === 'directive.same_notation'
  return (
    <>
      <Button type="primary" icon={<CheckOutlined />} onClick={() => setOpen(true)} data-testid="confirm">
        {t('confirm.open')}
      </Button>
      <Modal
        open={isOpen}
        onCancel={() => setOpen(false)}
        title={t('confirm.title')}
        cancelText={t('shell.cancel')}
        okText={t('confirm.do', { n: kept.length })}
        okButtonProps={{ disabled: problems.length > 0 || (isKnown && !asNewEdition), loading: confirm.isPending }}
        onOk={() => confirm.mutate()}
        width={640}
      >
        <div className="stack">
          {confirm.error ? <ProblemNote error={confirm.error} /> : null}
          <p lang="vi">
            <strong>{[directive.type, directive.number].filter(Boolean).join(' ')}</strong> {directive.subject}
          </p>
          <ul className="plain summary">
            <li>{t('confirm.tasks', { n: kept.length, dated })}</li>
            <li>{t('confirm.targets', { n: targets })}</li>
            <li>{t('confirm.leads', { n: leads.length, names: leads.join('; ') })}</li>
            <li>{t('confirm.assigned', { day: showDay(directive.assignedOn ?? directive.issuedOn) || '–' })}</li>
            {directive.drafts.length > kept.length ? (
              <li>{t('confirm.dropped', { n: directive.drafts.length - kept.length })}</li>
            ) : null}
            {suggested > 0 ? <li>{t('confirm.suggested', { n: suggested })}</li> : null}
          </ul>
          {problems.length > 0 ? (
            <Alert
              type="error"
              showIcon
              title={t('confirm.stops', { n: problems.length })}
              description={
                <ul lang={language} className="confirm-stops">
                  {problems.map(({ words, draft }) => (
                    <li key={words}>
                      {draft === undefined ? (
                        words
                      ) : (
                        <Link
                          to="/van-ban/$id"
                          params={{ id: String(directive.id) }}
                          search={{ draft, edit: draft }}
                          onClick={() => setOpen(false)}
                        >
                          {words}
                        </Link>
                      )}
                    </li>
                  ))}
                </ul>
              }
            />
          ) : doubts > 0 ? (
            <Alert type="warning" showIcon title={t('confirm.doubts', { n: doubts })} />
          ) : null}
          {isKnown ? (
            <Alert
              type="warning"
              showIcon
              title={t('confirm.known')}
              description={
                <Checkbox checked={asNewEdition} onChange={(event) => setNewEdition(event.target.checked)}>
                  {t('confirm.asNewEdition')}
                </Checkbox>
              }
            />
          ) : null}
          <p className="soft">{t('confirm.once')}</p>
        </div>
      </Modal>
    </>
  )
}
