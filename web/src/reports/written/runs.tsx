import { useTranslation } from 'react-i18next'
import { PathLink } from '../../shell/path-link.tsx'
import type { FigureLine, ReportText } from './queries.ts'

type Run = ReportText['recommendations'][number]['runs'][number]

/** Words with their figures: each opens its rows; one that moved shows both values, one that is missing says so. */
export function Runs({ runs, figures }: { runs: readonly Run[]; figures: ReadonlyMap<string, FigureLine> }) {
  return (
    <>
      {runs.map((run, place) => {
        const figure = run.ref === null ? undefined : figures.get(run.ref)
        // biome-ignore lint/suspicious/noArrayIndexKey: runs of one sentence, in order
        return figure === undefined ? <span key={place}>{run.text}</span> : <BoundFigure key={place} figure={figure} />
      })}
    </>
  )
}

export function BoundFigure({ figure }: { figure: FigureLine }) {
  const { t } = useTranslation()
  if (figure.missing !== null) {
    return (
      <span className="tag warn" title={figure.missing} data-testid="missing-figure">
        {t('written.missing')}
      </span>
    )
  }
  const value =
    figure.rows === null ? (
      <strong className="tabular">{figure.printed}</strong>
    ) : (
      <PathLink to={figure.rows} className="figure tabular strong">
        {figure.printed}
      </PathLink>
    )
  if (figure.now === null) return value
  return (
    <>
      <del>{value}</del>
      <ins className="moved" data-testid="moved-figure">
        <span className="unseen">{t('written.now')}</span> {figure.now.printed}
      </ins>
    </>
  )
}

export const byRef = (text: Pick<ReportText, 'figures'>): ReadonlyMap<string, FigureLine> =>
  new Map(text.figures.map((one) => [one.ref, one]))
