import { sql } from 'kysely'
import { numbers, type SubjectNames } from '../platform/audit/subject-names.ts'
import { seesIncoming, seesOutgoing, seesTemplate } from './sight.ts'

/** How the log names what this room keeps; the way to a document is shown to those who may read it. */
export const recordsSubjects: readonly SubjectNames[] = [
  {
    kind: 'outgoing',
    named: (ids, actor) => sql`
        select o.outgoing_id::text as id, concat_ws(', ', o.notation, o.about) as name,
               case when ${seesOutgoing(actor)} then '/van-ban-di/' || o.outgoing_id end as "to"
        from records.outgoing o where o.outgoing_id = any(${numbers(ids)})`,
  },
  {
    kind: 'incoming',
    named: (ids, actor) => sql`
        select i.incoming_id::text as id, coalesce(nullif(concat_ws(', ', i.notation, i.sender_name, i.about), ''), 'Văn bản đến') as name,
               case when ${seesIncoming(actor)} then '/van-ban-den/' || i.incoming_id end as "to"
        from records.incoming i where i.incoming_id = any(${numbers(ids)})`,
  },
  {
    kind: 'template',
    named: (ids, actor) => sql`
        select t.template_id::text as id, t.name,
               case when ${seesTemplate(actor)} then '/van-ban-di/mau/' || t.template_id end as "to"
        from records.template t where t.template_id = any(${numbers(ids)})`,
  },
]
