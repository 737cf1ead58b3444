/** The files of a report that is text with figures, before it is issued; afterwards its kept bytes are sent. */
import type { Handle } from '../platform/db.ts'
import { NotFound } from '../platform/errors.ts'
import { toDocx } from '../platform/official-document/docx.ts'
import { toHtml } from '../platform/official-document/html.ts'
import { toPdf } from '../platform/official-document/pdf.ts'
import type { Figures } from './compute.ts'
import type { OversightDb } from './db.ts'
import { infographicPng, infographicSvg } from './infographic.ts'
import type { Issue } from './paper.ts'
import { agencyNameOn, kindToIssue, type ReportKind } from './report-kinds.ts'
import { textOf } from './report-text.ts'
import { issuedTextOf, type ReportRecord } from './store.ts'
import { textPaper } from './text-paper.ts'
import type { ReportText } from './text-shapes.ts'
import { textWorkbook } from './text-workbook.ts'

export const SVG = 'image/svg+xml'
export const PNG = 'image/png'

/** The agency that a report is about, by its name on the day of the figures. */
export async function subjectOf(db: Handle<OversightDb>, report: ReportRecord): Promise<string | null> {
  return report.subject_agency_id === null ? null : agencyNameOn(db, report.subject_agency_id, report.as_of)
}

export const issuerOf = ({ issuing_agency: issuer }: ReportKind, agencyName: string | null): string =>
  issuer ?? agencyName ?? ''

/** One file; an issued report is read as it was issued. */
export async function textFile(
  db: Handle<OversightDb>,
  report: ReportRecord,
  issue: Issue,
  format: 'docx' | 'pdf' | 'xlsx' | 'html' | 'svg' | 'png',
  { figures, origin, today }: { figures: Figures; origin: string; today: string },
): Promise<Uint8Array | string> {
  const kind = await kindToIssue(db, report)
  const text =
    (await issuedTextOf(db, report.report_id)) ??
    (await textOf(db, report, kind, today, figures, { isCompared: false, isWhole: true }))
  const agency = await subjectOf(db, report)
  if (format === 'xlsx') return textWorkbook(text)
  if (format === 'svg' || format === 'png') {
    const svg = infographicSvg(text, issuerOf(kind, agency), markOf(text, issue))
    return format === 'svg' ? svg : infographicPng(svg)
  }
  const paper = textPaper(text, kind, issue, origin, agency)
  if (format === 'docx') return toDocx(paper)
  return format === 'pdf' ? toPdf(paper) : toHtml(paper)
}

const markOf = ({ isSample }: ReportText, { number }: Issue) =>
  [number === null ? 'DỰ THẢO' : '', isSample ? 'SỐ LIỆU MẪU' : ''].filter(Boolean).join(' - ') || null

/** The computed report of a month has no picture page. */
export function refusePicture(format: string): void {
  if (format === 'svg' || format === 'png')
    throw new NotFound('report.no_picture', 'Báo cáo bảng số liệu tháng không có trang hình ảnh.')
}
