import type { KnownActor } from '../platform/actor.ts'
import type { AnyHandle } from '../platform/db.ts'
import { expectedSignature, type Signature, signatureFor } from '../registry/index.ts'
import { expectedSignatureOfForce, HEAD_OF_FORCE, signatureOfForce } from '../taskforce/index.ts'
import { headOf, type ReportKind } from './report-kinds.ts'

/** Reports of the Task Force are signed as its papers are, by the memberships of the day. */
const isOfForce = ({ head_title: title }: ReportKind): boolean => title === HEAD_OF_FORCE.headTitle

/** The signature of the actor under a report that they sign now. */
export const signatureOn = (db: AnyHandle, actor: KnownActor, kind: ReportKind, today: string): Promise<Signature> =>
  isOfForce(kind) ? signatureOfForce(db, actor, today) : signatureFor(db, actor, headOf(kind), today)

/** The signature that a draft shows. */
export const expectedOn = (
  db: AnyHandle,
  signatoryId: number | null,
  kind: ReportKind,
  today: string,
): Promise<{ title: string; name: string | null }> =>
  isOfForce(kind)
    ? expectedSignatureOfForce(db, signatoryId, today)
    : expectedSignature(db, signatoryId, headOf(kind), today)
