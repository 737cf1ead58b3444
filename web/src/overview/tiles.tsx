import { useTranslation } from 'react-i18next'
import type { OverviewSearch } from '../paths/overview.ts'
import { Figure } from '../shell/figure.tsx'
import { useLanguage } from '../shell/language.tsx'
import { showNumber, showPrinted } from '../ui/format.ts'
import { StandingIcon } from '../ui/standing.tsx'
import type { Statistics } from './queries.ts'

/** The headline figures of the monthly report in four tiles; the last three add up to the first. */
export function Tiles({ statistics, filter }: { statistics: Statistics; filter: OverviewSearch }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const n = (value: number) => showNumber(value, language)
  const { total, shares, previousMonth } = statistics
  const added = previousMonth ? total.assigned - previousMonth.partition.assigned : null
  return (
    <section className="tiles" aria-label={t('overview.headline')}>
      <article className="tile">
        <h2>{t('overview.assigned')}</h2>
        <p className="tile-number">
          <Figure rows={filter} label={t('overview.assignedRows', { n: n(total.assigned) })}>
            {n(total.assigned)}
          </Figure>
        </p>
        {added === null ? null : (
          <p className="soft">
            {t('overview.sinceLastMonth', { change: `${added < 0 ? '−' : '+'}${n(Math.abs(added))}` })}
          </p>
        )}
      </article>
      <article className="tile done">
        <h2>
          <StandingIcon shown="doneOnTime" /> {t('overview.done')}
        </h2>
        <p className="tile-number">
          <Figure rows={{ ...filter, standing: 'done' }} label={t('overview.doneRows', { n: n(total.done) })}>
            {n(total.done)}
          </Figure>
        </p>
        <p className="tile-parts">
          <span className="on-time">
            {t('overview.onTime')}{' '}
            <Figure
              rows={{ ...filter, standing: 'doneOnTime' }}
              label={t('overview.onTimeRows', { n: n(total.doneOnTime) })}
            >
              {n(total.doneOnTime)}
            </Figure>
          </span>
          <span className="late">
            {t('overview.late')}{' '}
            <Figure rows={{ ...filter, standing: 'doneLate' }} label={t('overview.lateRows', { n: n(total.doneLate) })}>
              {n(total.doneLate)}
            </Figure>
          </span>
        </p>
      </article>
      <article className="tile in-term">
        <h2>
          <StandingIcon shown="openInTerm" /> {t('overview.inTerm')}
        </h2>
        <p className="tile-number">
          <Figure
            rows={{ ...filter, standing: 'openInTerm' }}
            label={t('overview.inTermRows', { n: n(total.openInTerm) })}
          >
            {n(total.openInTerm)}
          </Figure>
        </p>
        <p className="tile-parts">
          <span>
            {t('overview.awaitingShort')}{' '}
            <Figure
              rows={{ ...filter, standing: 'awaitingConfirmation' }}
              label={t('overview.awaitingRows', { n: n(total.awaitingConfirmation) })}
            >
              {n(total.awaitingConfirmation)}
            </Figure>
          </span>
        </p>
      </article>
      <article className="tile overdue">
        <h2>
          <StandingIcon shown="openOverdue" /> {t('overview.overdue')}
        </h2>
        <p className="tile-number">
          <Figure
            rows={{ ...filter, standing: 'openOverdue' }}
            label={t('overview.overdueRows', { n: n(total.openOverdue) })}
          >
            {n(total.openOverdue)}
          </Figure>
        </p>
        <p>
          {t('overview.shareOfAssigned', { share: showPrinted(shares.overdueOfAssigned.printed, language) })}
          {previousMonth && previousMonth.overdueSharePoints !== '–' ? (
            <>
              {'; '}
              {/[1-9]/.test(previousMonth.overdueSharePoints)
                ? t('overview.pointsSinceLastMonth', {
                    points: showPrinted(previousMonth.overdueSharePoints, language),
                  })
                : t('overview.sameSinceLastMonth')}
            </>
          ) : null}
        </p>
      </article>
    </section>
  )
}
