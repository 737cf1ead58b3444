import type { Act } from '../form/act.tsx'
import { edit } from './acts/edit.tsx'
import { sendBack } from './acts/send-back.tsx'
import type { Report } from './queries.ts'
import type { ReportForm } from './report-act.tsx'

/** The acts on a report that need input: one file each, with its fields and its request. */
export const FORMS: Record<ReportForm, Act<ReportForm, Report>> = { edit, sendBack }
