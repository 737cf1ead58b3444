import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { showDay, showInstant } from '../ui/format.ts'
import type { Item } from './queries.ts'

type Change = Item['changes'][number]

/** Submissions, newest first, with what proves each and what the check found. */
export function Submissions({ item: { submissions } }: { item: Item }) {
  const { t } = useTranslation()
  return (
    <section className="panel" aria-labelledby="submissions">
      <h2 id="submissions">{t('programme.submissions')}</h2>
      {submissions.length === 0 ? <p className="soft">{t('programme.submissionsNone')}</p> : null}
      <ul className="plain">
        {submissions.map((one) => (
          <li key={one.id} className="programme-part" data-testid="submission">
            <p>
              <strong lang="vi">{one.number}</strong>, {showDay(one.sentOn)}
              {one.isAnnulled ? (
                <span className="tag warn">{t('programme.annulled')}</span>
              ) : one.outcome ? (
                <span className={one.outcome === 'returned' ? 'tag warn' : 'tag'}>
                  {t(`programme.outcomes.${one.outcome}`)}
                </span>
              ) : (
                <span className="tag">{t('programme.toCheckBy', { day: showDay(one.checkBy) })}</span>
              )}
            </p>
            <p className="soft">
              {one.registryNumber
                ? t('programme.registered', { number: one.registryNumber, day: showDay(one.countsFrom) })
                : t('programme.countsFrom', { day: showDay(one.countsFrom) })}
              {one.fileName ? (
                <>
                  {' · '}
                  <a href={`/api/programme/submissions/${one.id}/file`} lang="vi">
                    {one.fileName}
                  </a>
                </>
              ) : null}
              {' · '}
              {one.recordedBy}
            </p>
            {one.reasons.length > 0 ? (
              <>
                <p>{t('programme.returnedOn', { day: showDay(one.checkedOn) })}</p>
                <ul lang="vi">
                  {one.reasons.map((reason) => (
                    <li key={reason}>{reason}</li>
                  ))}
                </ul>
              </>
            ) : null}
            <Parts of={one.parts} isComplete={one.outcome === 'complete'} />
          </li>
        ))}
      </ul>
    </section>
  )
}

/** The list of the regulation: what the check found, or what the sender says until it is checked by the list. */
function Parts({ of, isComplete }: { of: Item['submissions'][number]['parts']; isComplete: boolean }) {
  const { t } = useTranslation()
  const isChecked = of.some(({ isFound }) => isFound !== null)
  const parts = of.map(({ name, isConditional, isSaid, isFound }) => {
    const isThere = isFound ?? isSaid
    return { name, isThere, isNeeded: isThere || !(isConditional && (isComplete || !isChecked)) }
  })
  const needed = parts.filter(({ isNeeded }) => isNeeded)
  if (of.length === 0) return null
  return (
    <details>
      <summary data-testid="parts">
        {t(isChecked ? 'programme.partsFound' : 'programme.partsSaid', {
          there: needed.filter(({ isThere }) => isThere).length,
          all: needed.length,
        })}
      </summary>
      <ul className="plain">
        {parts.map(({ name, isThere, isNeeded }) => (
          <li key={name}>
            <span aria-hidden>{isThere ? '✓' : isNeeded ? '✗' : '–'}</span> <span lang="vi">{name}</span>
            {isNeeded ? (
              <span className="unseen"> {t(isThere ? 'programme.there' : 'programme.missing')}</span>
            ) : (
              <span className="soft"> ({t('programme.partNotNeeded')})</span>
            )}
          </li>
        ))}
      </ul>
    </details>
  )
}

/** All due days; the first stays. */
export function Dues({ item: { dues } }: { item: Item }) {
  const { t } = useTranslation()
  return (
    <section className="panel" aria-labelledby="dues">
      <h2 id="dues">{t('programme.dues')}</h2>
      <ol className="plain">
        {dues.map((due, place) => (
          <li key={due.recordedAt + due.dueOn} className="programme-part" data-testid="due">
            <p>
              <strong className="tabular">{showDay(due.dueOn)}</strong>{' '}
              <span className="tag">
                {t(
                  place === dues.length - 1
                    ? place === 0
                      ? 'programme.onlyDue'
                      : 'programme.dueInForce'
                    : place === 0
                      ? 'programme.firstDue'
                      : 'programme.dueBefore',
                )}
              </span>
            </p>
            <p className="soft" lang="vi">
              {due.words} · {due.act}, {showDay(due.actOn)}
            </p>
          </li>
        ))}
      </ol>
    </section>
  )
}

/** What a request asks for. */
export function WhatIsAsked({ change: { newMonth, newDueOn, newLead, into, newNames } }: { change: Change }) {
  const { t } = useTranslation()
  const month = newMonth && `${newMonth.slice(5, 7)}/${newMonth.slice(0, 4)}`
  return (
    <>
      {month ? t('programme.toMonth', { month, day: showDay(newDueOn) }) : newDueOn ? showDay(newDueOn) : null}
      {newLead ? <span lang="vi">{t('programme.toLead', { name: newLead })}</span> : null}
      {into ? <span lang="vi">{t('programme.intoItem', { name: `${into.code} ${into.name}` })}</span> : null}
      {newNames ? <span lang="vi">{newNames.join('; ')}</span> : null}
    </>
  )
}

export function Changes({ item: { changes } }: { item: Item }) {
  const { t } = useTranslation()
  if (changes.length === 0) return null
  return (
    <section className="panel" aria-labelledby="changes">
      <h2 id="changes">{t('programme.changes')}</h2>
      <ul className="plain">
        {changes.map((change) => (
          <li key={change.id} className="programme-part" data-testid="change">
            <p>
              <strong>{t(`programme.change.${change.kind}`)}</strong>
              <span className={change.state === 'refused' || change.isAnnulled ? 'tag warn' : 'tag'}>
                {change.isAnnulled ? t('programme.annulled') : t(`programme.changeState.${change.state}`)}
              </span>
            </p>
            <p>
              <WhatIsAsked change={change} />
            </p>
            <p lang="vi">{change.reason}</p>
            <WhoAsked change={change} />
            {change.decidedOn ? (
              <p className="soft" lang="vi">
                {change.actNumber
                  ? t('programme.decidedBy', {
                      who: change.decider ?? '',
                      act: change.actNumber,
                      day: showDay(change.actOn),
                    })
                  : t(change.state === 'withdrawn' ? 'programme.withdrawnBy' : 'programme.decidedOn', {
                      who: change.decidedBy ?? '',
                      day: showDay(change.decidedOn),
                    })}
                {change.note ? ` · ${change.note}` : ''}
              </p>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** What was recorded by mistake, and why it never was. */
export function Annulments({ item: { annulments } }: { item: Item }) {
  const { t } = useTranslation()
  if (annulments.length === 0) return null
  return (
    <section className="panel" aria-labelledby="annulments">
      <h2 id="annulments">{t('programme.annulments')}</h2>
      <ul className="plain">
        {annulments.map((one) => (
          <li key={one.annulledAt + one.what} className="programme-part" data-testid="annulment" lang="vi">
            <p>
              <strong>{t(`programme.annulledWhat.${one.what}`)}</strong> · {one.words}
            </p>
            <p>{one.reason}</p>
            <p className="soft">
              {one.annulledBy}, {showInstant(one.annulledAt)}
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}

export function Promises({ item: { promises } }: { item: Item }) {
  const { t } = useTranslation()
  if (promises.length === 0) return null
  return (
    <section className="panel" aria-labelledby="promises">
      <h2 id="promises">{t('programme.promises')}</h2>
      <ul className="plain">
        {promises.map((one) => (
          <li key={`${one.promisedOn} ${one.recoverBy}`} className="programme-part">
            <p>
              <strong className="tabular">{showDay(one.recoverBy)}</strong>
              {one.outcome ? (
                <span className={one.outcome === 'broken' ? 'tag warn' : 'tag'}>
                  {t(`programme.promiseOutcome.${one.outcome}`)}
                </span>
              ) : null}
            </p>
            <p lang="vi">{one.reason}</p>
            <p className="soft" lang="vi">
              {t('programme.answers', { name: one.byWhom })} · {showDay(one.promisedOn)}
              {one.document ? ` · ${one.document}` : ''}
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}

export function Steps({ item: { steps } }: { item: Item }) {
  const { t } = useTranslation()
  if (steps.length === 0) return null
  return (
    <section className="panel" aria-labelledby="steps">
      <h2 id="steps">{t('programme.steps')}</h2>
      <ul className="plain">
        {steps.map((step) => (
          <li key={step.kind} className="programme-part">
            <strong>{t(`programme.step.${step.kind}`)}</strong>{' '}
            {step.doneOn
              ? t('programme.doneThen', { day: showDay(step.doneOn) })
              : t('programme.plannedThen', { day: showDay(step.plannedOn) })}
            {step.note ? (
              <span className="soft programme-first" lang="vi">
                {step.note}
              </span>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  )
}

export function Related({ item: { related } }: { item: Item }) {
  const { t } = useTranslation()
  if (related.length === 0) return null
  return (
    <section className="panel" aria-labelledby="related">
      <h2 id="related">{t('programme.related')}</h2>
      <ul className="plain">
        {related.map(({ id, code, name, how }) => (
          <li key={`${how} ${id}`}>
            {t(`programme.how.${how}`)}:{' '}
            <Link to="/chuong-trinh-cong-tac/$id" params={{ id: String(id) }} lang="vi">
              {code} {name}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Who asked and when, whether the entry was owed then, and who answers for the new day. */
export function WhoAsked({ change }: { change: Change }) {
  const { t } = useTranslation()
  return (
    <p className="soft" lang="vi">
      {t('programme.askedBy', { by: change.askedBy, agency: change.askedByAgency, day: showDay(change.askedOn) })}
      {change.wasOwed ? ` · ${t('programme.wasOwed')}` : ''}
      {change.answerable ? ` · ${t('programme.answers', { name: change.answerable })}` : ''}
    </p>
  )
}
