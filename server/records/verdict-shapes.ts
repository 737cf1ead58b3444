import { type Static, Type } from 'typebox'
import { Instant, Nullable, oneOf } from '../platform/shapes.ts'
import { type FileVerdict, sentenceOf } from '../platform/signature/file-verdict.ts'
import type { Finding } from '../platform/signature/verdict.ts'

const FindingShape = Type.Object({
  code: Type.String(),
  weight: oneOf(['error', 'doubt', 'warning', 'note'] as const),
  vi: Type.String(),
  en: Type.String(),
})
const STATES = ['valid', 'unverifiable', 'invalid'] as const

/** What the signatures of a file were found to be, in words of both languages. */
export const FileVerdictShape = Type.Object({
  state: oneOf(['unsigned', ...STATES] as const),
  problem: Nullable(FindingShape),
  /** Of the file as a whole: files in a container that nobody signed, and the like. */
  findings: Type.Array(FindingShape),
  signatures: Type.Array(
    Type.Object({
      kind: oneOf(['signature', 'timeStamp'] as const),
      format: Type.String(),
      state: oneOf(STATES),
      level: Nullable(Type.String()),
      holder: Nullable(
        Type.Object({
          name: Type.String(),
          organization: Nullable(Type.String()),
          serial: Type.String(),
          issuer: Type.String(),
          notBefore: Type.String(),
          notAfter: Type.String(),
        }),
      ),
      claimedAt: Nullable(Type.String()),
      provenAt: Nullable(Type.String()),
      isWhole: Type.Boolean(),
      /** Name of the file that holds the signature, where that is not the judged one: beside it, or inside a container. */
      lies: Nullable(Type.String()),
      /** Names of the files or parts that it covers; empty where that is the judged file itself. */
      covers: Type.Array(Type.String()),
      findings: Type.Array(FindingShape),
    }),
  ),
})
export type FileVerdictShape = Static<typeof FileVerdictShape>
export const VerdictAt = Type.Object({ ...FileVerdictShape.properties, checkedAt: Instant })
export type VerdictAt = Static<typeof VerdictAt>

const worded = (finding: Finding) => ({
  code: finding.code,
  weight: finding.weight,
  vi: sentenceOf(finding, 'vi'),
  en: sentenceOf(finding, 'en'),
})

export function inWords({ state, problem, findings, signatures }: FileVerdict): FileVerdictShape {
  return {
    state,
    problem: problem && worded(problem),
    findings: findings.map(worded),
    signatures: signatures.map(({ changes, findings: of, covers, ...signature }) => ({
      kind: signature.kind,
      format: signature.format,
      state: signature.state,
      level: signature.level,
      holder: signature.holder,
      claimedAt: signature.claimedAt,
      provenAt: signature.provenAt,
      isWhole: signature.isWhole,
      lies: signature.lies,
      covers: [...covers],
      findings: [...of, ...changes].map(worded),
    })),
  }
}
