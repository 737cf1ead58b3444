import { sql } from 'kysely'
import { numbers, type SubjectNames } from '../platform/audit/subject-names.ts'
import { seesCase, seesDestruction, seesHandOver, seesNomenclature } from './case-access.ts'

/** How the log names case files and what the archive does with them; the way to each is shown to those who may read it. */
export const caseSubjects: readonly SubjectNames[] = [
  {
    kind: 'caseFile',
    named: (ids, actor) => sql`
        select c.case_id::text as id, concat_ws(' ', 'Hồ sơ', c.code, left(c.title, 120)) as name,
               case when ${seesCase(actor)} then '/van-ban/ho-so/' || c.case_id end as "to"
        from records.case_file c where c.case_id = any(${numbers(ids)})`,
  },
  {
    kind: 'nomenclature',
    named: (ids, actor) => sql`
        select n.nomenclature_id::text as id, 'Danh mục hồ sơ năm ' || n.year as name,
               case when ${seesNomenclature(actor)} then '/van-ban/danh-muc-ho-so/' || n.nomenclature_id end as "to"
        from records.nomenclature n where n.nomenclature_id = any(${numbers(ids)})`,
  },
  {
    kind: 'retentionClass',
    named: (ids) => sql`
        select r.retention_class_id::text as id, 'Thời hạn bảo quản: ' || r.name as name, null as "to"
        from records.retention_class r where r.retention_class_id = any(${numbers(ids)})`,
  },
  {
    kind: 'handOver',
    named: (ids, actor) => sql`
        select h.hand_over_id::text as id,
               'Giao nộp hồ sơ ngày ' || to_char(h.offered_at at time zone 'Asia/Ho_Chi_Minh', 'DD/MM/YYYY') as name,
               case when ${seesHandOver(actor)} then '/van-ban/luu-tru/giao-nop/' || h.hand_over_id end as "to"
        from records.hand_over h where h.hand_over_id = any(${numbers(ids)})`,
  },
  {
    kind: 'destruction',
    named: (ids, actor) => sql`
        select d.destruction_id::text as id,
               'Đề nghị hủy tài liệu ngày ' || to_char(d.proposed_at at time zone 'Asia/Ho_Chi_Minh', 'DD/MM/YYYY') as name,
               case when ${seesDestruction(actor)} then '/van-ban/luu-tru/huy/' || d.destruction_id end as "to"
        from records.destruction d where d.destruction_id = any(${numbers(ids)})`,
  },
]
