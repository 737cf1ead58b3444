import { ifMatch } from '@dieuhanh/client'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { type Act, type ActFrame, type ActParts, actsWith } from '../form/act.tsx'
import { showDay } from '../ui/format.ts'
import { type Report, type ReportAct, refreshReports } from './queries.ts'

/** The acts on a report that need input. */
export type ReportForm = Extract<ReportAct, 'edit' | 'sendBack'>

function useFrame(act: ReportForm, report: Report): ActFrame {
  const { t } = useTranslation()
  const queries = useQueryClient()
  return {
    title: t(`signing.act.${act}`),
    did: t(`signing.did.${act}`),
    ...(act === 'edit' ? { hint: t('reports.editAbout', { asOf: showDay(report.asOf) }) } : {}),
    refresh: () => refreshReports(queries),
  }
}
const defineAct = actsWith(useFrame)

/** An act on a report. */
export const actOnReport = <Words extends object>(
  parts: Omit<ActParts<Words, Report, Report, unknown>, 'on'>,
): Act<ReportForm, Report> => defineAct<Words, Report>({ ...parts, on: (report) => report })

/** Path and version of a report for a request. */
export const onReport = ({ id, version }: Report) => ({ params: { path: { id } }, headers: ifMatch(version) })
