import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { showDay } from '../ui/format.ts'
import { type Item, lastSubmission } from './queries.ts'

/** From the clause that demands it to the text in force: what there is of each, and on which day. */
export function Chain({ item }: { item: Item }) {
  const { t } = useTranslation()
  const { clause, task, text } = item
  const last = lastSubmission(item)
  return (
    <section className="panel" aria-labelledby="chain" data-testid="chain">
      <h2 id="chain">{t('programme.chain')}</h2>
      <ol className="programme-chain">
        <Part name={t('programme.chainClause')} isThere={clause !== null || task !== null}>
          {clause ? (
            <>
              {clause.path ? (
                <a href={clause.path}>{clause.number ?? t('programme.chainSource')}</a>
              ) : (
                (clause.number ?? '–')
              )}{' '}
              <span className="soft">{clause.ref}</span>
            </>
          ) : (
            <span className="soft">{t(`programme.origin.${item.origin}`)}</span>
          )}
          {task ? (
            <span className="programme-first">
              <Link to="/nhiem-vu/$id" params={{ id: String(task.id) }}>
                {task.code}
              </Link>
            </span>
          ) : null}
        </Part>
        <Part name={t('programme.chainItem')} isThere>
          <span className="tabular">{item.code}</span>
          <span className="soft programme-first">{t('programme.chainDue', { day: showDay(item.dueOn) })}</span>
        </Part>
        <Part name={t('programme.chainSubmission')} isThere={item.submittedOn !== null}>
          {last ? (
            <>
              <span lang="vi">{last.number}</span>
              <span className="soft programme-first">
                {showDay(last.sentOn)}
                {last.outcome ? `, ${t(`programme.outcomes.${last.outcome}`)}` : ''}
              </span>
            </>
          ) : (
            <span className="soft">{t('programme.notYet')}</span>
          )}
        </Part>
        <Part name={t('programme.chainIssue')} isThere={text?.issuedOn != null}>
          {text ? (
            <>
              <span lang="vi">{text.number}</span>
              <span className="soft programme-first">
                {text.issuedOn
                  ? t('programme.issuedThen', { day: showDay(text.issuedOn) })
                  : t('programme.signedThen', { day: showDay(text.signedOn) })}
              </span>
            </>
          ) : (
            <span className="soft">{t('programme.notYet')}</span>
          )}
        </Part>
        <Part name={t('programme.chainEffect')} isThere={text?.isInForce === true}>
          {text?.effectOn ? (
            <span className="tabular">{showDay(text.effectOn)}</span>
          ) : (
            <span className="soft">{t('programme.notYet')}</span>
          )}
        </Part>
      </ol>
    </section>
  )
}

function Part({ name, isThere, children }: { name: string; isThere: boolean; children: ReactNode }) {
  const { t } = useTranslation()
  return (
    <li className={isThere ? 'there' : undefined}>
      <span className="programme-chain-name">
        <span aria-hidden>{isThere ? '●' : '○'}</span> {name}
        <span className="unseen"> {t(isThere ? 'programme.there' : 'programme.notYet')}</span>
      </span>
      <span>{children}</span>
    </li>
  )
}
