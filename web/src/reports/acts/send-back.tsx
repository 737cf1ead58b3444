import { answer } from '@dieuhanh/client'
import { ReasonField } from '../../form/signing.tsx'
import { api } from '../../shell/api.ts'
import { actOnReport, onReport } from '../report-act.tsx'

/** The signatory returns the report unsigned. */
export const sendBack = actOnReport<{ reason: string }>({
  Fields: ReasonField,
  send: (body, report) => answer(api.POST('/api/reports/{id}/send-back', { ...onReport(report), body })),
})
