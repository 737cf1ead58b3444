import type { Query } from '@dieuhanh/client'
import { compact, day, id, queryString, type Raw, text } from './parse.ts'

export type AuditSearch = Omit<Query<'/api/audit'>, 'cursor' | 'limit'>
export const auditSearchOf = (raw: Raw): AuditSearch =>
  compact({
    personId: id(raw.personId),
    actor: text(raw.actor, 300),
    onBehalfOf: text(raw.onBehalfOf, 300),
    event: text(raw.event, 100),
    subjectKind: text(raw.subjectKind, 60),
    subjectId: text(raw.subjectId, 100),
    from: day(raw.from),
    to: day(raw.to),
  })

/** The workbook of the filtered rows of the log. */
export const auditFile = (filter: AuditSearch): string => `/api/audit/export.xlsx${queryString(filter)}`
