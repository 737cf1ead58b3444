import assert from 'node:assert/strict'
import type { Visitor } from '../test/app.ts'

export const REPORTS = '/api/reports'

/** Draws a report up and submits it; returns its id and version. */
export async function submittedReport(preparer: Visitor, order: object): Promise<{ id: number; version: number }> {
  const made = await preparer.send('POST', REPORTS, { body: order })
  assert.equal(made.status, 201, JSON.stringify(made.body))
  const { id } = made.body as { id: number }
  const submitted = await preparer.send('POST', `${REPORTS}/${id}/submit`, { ifMatch: 1 })
  assert.equal(submitted.status, 200, JSON.stringify(submitted.body))
  return { id, version: (submitted.body as { version: number }).version }
}

/** A report that one person drew up and another signed; returns its id. */
export async function issuedReport(preparer: Visitor, signer: Visitor, order: object): Promise<number> {
  const { id, version } = await submittedReport(preparer, order)
  const signed = await signer.send('POST', `${REPORTS}/${id}/sign`, { ifMatch: version })
  assert.equal(signed.status, 200, JSON.stringify(signed.body))
  return id
}
