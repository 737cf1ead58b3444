import { type RawBuilder, sql } from 'kysely'
import { numbers, type SubjectNames } from '../platform/audit/subject-names.ts'

const named =
  (statement: (ids: RawBuilder<unknown>) => RawBuilder<unknown>): SubjectNames['named'] =>
  (ids) =>
    statement(numbers(ids))

/** How the log names what this room keeps. */
export const taskforceSubjects: readonly SubjectNames[] = [
  {
    kind: 'taskForce',
    named: named(
      (ids) => sql`select f.task_force_id::text as id, f.name, '/to-cong-tac/' || f.task_force_id as "to"
        from taskforce.task_force f where f.task_force_id = any(${ids})`,
    ),
  },
  {
    kind: 'recommendation',
    named: named(
      (ids) => sql`select r.recommendation_id::text as id, 'Kiến nghị: ' || left(r.words, 120) as name,
          '/to-cong-tac/kien-nghi/' || r.recommendation_id as "to"
        from taskforce.recommendation r where r.recommendation_id = any(${ids})`,
    ),
  },
  {
    kind: 'inspection',
    named: named(
      (
        ids,
      ) => sql`select i.inspection_id::text as id, i.title as name, '/to-cong-tac/kiem-tra/' || i.inspection_id as "to"
        from taskforce.inspection i where i.inspection_id = any(${ids})`,
    ),
  },
  {
    kind: 'finding',
    named: named(
      (ids) => sql`select f.finding_id::text as id, 'Phát hiện: ' || left(f.fact, 120) as name,
          '/to-cong-tac/kiem-tra/' || f.inspection_id as "to"
        from taskforce.finding f where f.finding_id = any(${ids})`,
    ),
  },
  {
    kind: 'dialogue',
    named: named(
      (ids) => sql`select d.dialogue_id::text as id, d.title as name, '/to-cong-tac/doi-thoai/' || d.dialogue_id as "to"
        from taskforce.dialogue d where d.dialogue_id = any(${ids})`,
    ),
  },
  {
    kind: 'question',
    named: named(
      (ids) => sql`select q.question_id::text as id, 'Câu hỏi: ' || left(q.words, 120) as name,
          '/to-cong-tac/doi-thoai/' || q.dialogue_id as "to"
        from taskforce.question q where q.question_id = any(${ids})`,
    ),
  },
  {
    kind: 'fixedAssessment',
    named: named(
      (ids) => sql`select f.fixed_id::text as id, 'Kết quả đánh giá kỳ ' || to_char(f.from_on, 'DD/MM/YYYY') || ' – '
            || to_char(f.as_of, 'DD/MM/YYYY') || case when f.edition > 1 then ', bản ' || f.edition else '' end as name,
          '/to-cong-tac/danh-gia/' || f.fixed_id as "to"
        from taskforce.fixed_assessment f where f.fixed_id = any(${ids})`,
    ),
  },
  {
    kind: 'assessmentMethod',
    named: named(
      (
        ids,
      ) => sql`select m.method_id::text as id, 'Phương pháp đánh giá từ ' || to_char(m.from_on, 'DD/MM/YYYY') as name,
          '/to-cong-tac?tab=assessment' as "to"
        from taskforce.assessment_method m where m.method_id = any(${ids})`,
    ),
  },
]
