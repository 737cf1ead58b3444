import { ArrowRightOutlined, DeleteOutlined, EditOutlined, PlusOutlined, WarningOutlined } from '@ant-design/icons'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App, Button, Tooltip } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { wordsIf } from '../i18n/index.ts'
import { problemOf } from '../shell/api.ts'
import { useLanguage } from '../shell/language.tsx'
import { useProblemWords } from '../shell/problem.tsx'
import { mayDo, useMe } from '../shell/session.ts'
import { Blank } from '../ui/blank.tsx'
import { showDay } from '../ui/format.ts'
import { LineDrawer } from './line-drawer.tsx'
import { acts, inputOf, type Line, type LineInput, type Plan, refreshPlan } from './queries.ts'

/** Every "old → new" line of a plan, with its problems. */
export function Lines({ plan }: { plan: Plan }) {
  const { t } = useTranslation()
  const me = useMe()
  const [edited, setEdited] = useState<Line | 'new'>()
  const change = useChange(plan)
  const mayEdit = plan.state === 'draft' && mayDo(me, 'registry.keep')
  return (
    <section className="panel" aria-labelledby="lines">
      <div className="row spread panel-head">
        <h2 id="lines">{t('reorganisation.lines')}</h2>
        {mayEdit ? (
          <Button size="small" icon={<PlusOutlined />} onClick={() => setEdited('new')}>
            {t('reorganisation.addLine')}
          </Button>
        ) : null}
      </div>
      {plan.lines.length === 0 ? (
        <Blank title={t('reorganisation.noLines')} hint={t('reorganisation.noLinesHint')} />
      ) : null}
      <ol className="plan-lines">
        {plan.lines.map((line, place) => (
          <li key={line.id} className={line.problems.length > 0 ? 'has-problem' : undefined}>
            <div className="row spread">
              <div className="grow">
                <Passage line={line} />
                <p className="soft">
                  {[
                    line.kind ? t(`reorganisation.kind.${line.kind}`) : null,
                    line.subject,
                    showDay(line.effectiveOn),
                    line.source,
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                  {line.isKnown ? (
                    <Tooltip title={t('reorganisation.isKnownHint')}>
                      <span className="tag">{t('reorganisation.isKnown')}</span>
                    </Tooltip>
                  ) : null}
                </p>
              </div>
              {mayEdit ? (
                <div className="row screen-only">
                  <Button
                    size="small"
                    icon={<EditOutlined />}
                    aria-label={t('reorganisation.editLineN', { n: place + 1 })}
                    onClick={() => setEdited(line)}
                  />
                  <Button
                    size="small"
                    icon={<DeleteOutlined />}
                    aria-label={t('reorganisation.removeLine', { n: place + 1 })}
                    loading={change.isPending}
                    onClick={() => change.mutate(plan.lines.filter(({ id }) => id !== line.id).map(inputOf))}
                  />
                </div>
              ) : null}
            </div>
            <Problems
              line={line}
              mayChoose={mayEdit}
              onChoose={(part) =>
                change.mutate(
                  plan.lines.map((other) => (other.id === line.id ? { ...inputOf(other), ...part } : inputOf(other))),
                )
              }
            />
          </li>
        ))}
      </ol>
      <LineDrawer plan={plan} line={edited} onClose={() => setEdited(undefined)} />
    </section>
  )
}

/** "Bộ A → Bộ B": the matched names, or the names as written if there is no match. */
export function Passage({ line }: { line: Line }) {
  const { t } = useTranslation()
  const heir = line.newAgency?.name ?? line.new
  return (
    <p className="passage" lang="vi">
      <span>{line.oldAgency?.name ?? line.old}</span> <ArrowRightOutlined aria-label="→" />{' '}
      <span>{line.kind === 'renamed' ? line.new || heir : heir || '–'}</span>
      {line.founding ? <span className="tag">{t('reorganisation.founds')}</span> : null}
    </p>
  )
}

function Problems({
  line,
  mayChoose,
  onChoose,
}: {
  line: Line
  mayChoose: boolean
  onChoose: (part: Partial<LineInput>) => void
}) {
  const { t } = useTranslation()
  const language = useLanguage()
  if (line.problems.length === 0) return null
  const words = ({ code, message }: Line['problems'][number]) =>
    language === 'vi' ? message : (wordsIf(`errors.${code.replaceAll('.', '_')}`) ?? message)
  return (
    <ul className="plain line-problems">
      {line.problems.map((problem) => (
        <li key={`${problem.path} ${problem.code}`} className="wrong">
          <WarningOutlined aria-hidden /> {words(problem)}
          {mayChoose && problem.candidates.length > 0 ? (
            <span className="row">
              {problem.candidates.map(({ id, name }) => (
                <Button
                  key={id}
                  size="small"
                  aria-label={t('reorganisation.choose', { name })}
                  onClick={() =>
                    onChoose(
                      problem.path === 'old'
                        ? { old: name, oldAgencyId: id }
                        : { new: name, newAgencyId: id, founding: null },
                    )
                  }
                >
                  {name}
                </Button>
              ))}
            </span>
          ) : null}
        </li>
      ))}
    </ul>
  )
}

function useChange(plan: Plan) {
  const queries = useQueryClient()
  const { message } = App.useApp()
  const words = useProblemWords()
  return useMutation({
    mutationFn: (lines: LineInput[]) => acts.save(plan, { lines }),
    onError: (error) => message.error(words(problemOf(error)), 6),
    onSettled: () => refreshPlan(queries, plan.id),
  })
}
