import {
  moveDocument,
  SIGNING,
  SIGNING_ACTS,
  SIGNING_STATES,
  type SigningAct,
  type SigningState,
} from '../platform/official-document/signing.ts'

/** A report goes to its signature as every official document, and no further. */
export const REPORT_STATES = SIGNING
export const REPORT_STATE_NAMES = SIGNING_STATES
export const REPORT_ACTS = SIGNING_ACTS
export type ReportState = SigningState
export type ReportAct = SigningAct

const REPORT = { noun: 'Báo cáo', wrongState: 'report.wrong_state' }

/** The state after the act. Throws `report.wrong_state`, naming the state and what can be done first. */
export function moveReport(state: ReportState, act: ReportAct): ReportState {
  return moveDocument(REPORT_STATES, REPORT, state, act)
}
