import { type Expression, sql } from 'kysely'
import { type Handle, type Transaction, toJson } from '../platform/db.ts'
import type { DirectivesDb } from './db.ts'
import type { Draft, DraftDeadline, DraftParty, DraftTarget, Warning } from './shapes.ts'

type Span = { start: number; end: number }

/** The content of a draft. */
export interface DraftContent {
  groupTitle: string | null
  title: string
  content: string
  product: string | null
  implements: string[]
  parties: DraftParty[]
  deadlines: DraftDeadline[]
  targets: DraftTarget[]
  span: Span | null
  contentSpan: Span | null
}
export interface NewDraft extends DraftContent {
  position: number
  ref: string
  warnings: Warning[]
  confidence: number
  /** The distribution that makes it. */
  distributionId?: number
}
/** A stored draft; `Draft` of the shapes adds its problems. */
export type DraftRecord = Omit<Draft, 'problems'>

function selectDrafts(db: Handle<DirectivesDb>) {
  return db
    .selectFrom('directives.draft')
    .select([
      'draft_id as id',
      'version',
      'position',
      'ref',
      'group_title as groupTitle',
      'title',
      'content',
      'product',
      'implements',
      'parties',
      'deadlines',
      'targets',
      'warnings',
      'confidence',
      'is_dropped as isDropped',
      'task_id as taskId',
      'changed_by as changedBy',
      'changed_at as changedAt',
      'checked_by as checkedBy',
      'checked_at as checkedAt',
      spanOf(sql.ref('span_start'), sql.ref('span_end')).as('span'),
      spanOf(sql.ref('content_start'), sql.ref('content_end')).as('contentSpan'),
      'distribution_id as distributionId',
      DISTRIBUTIONS.as('distributions'),
    ])
    .$castTo<DraftRecord>()
}

/** Those in force. */
const DISTRIBUTIONS = sql`coalesce((
  select jsonb_agg(jsonb_build_object('id', x.distribution_id, 'form', x.form, 'name', x.party ->> 'name',
           'membersOn', x.members_on, 'agencies', jsonb_array_length(x.agencies),
           'leftOut', x.left_out, 'added', x.added, 'reason', x.reason, 'madeBy', x.made_by, 'madeAt', x.made_at)
         order by x.distribution_id)
  from directives.distribution x
  where x.draft_id = directives.draft.draft_id and x.undone_at is null), '[]')`

function spanOf(start: Expression<unknown>, end: Expression<unknown>) {
  return sql<Span | null>`case when ${start} is not null then jsonb_build_object('start', ${start}, 'end', ${end}) end`
}

/** All drafts of a directive in document order, dropped ones included; with `only`, those of these ids. */
export async function draftsOf(
  db: Handle<DirectivesDb>,
  directiveId: number,
  only: ReadonlySet<number> | null = null,
): Promise<DraftRecord[]> {
  let drafts = selectDrafts(db).where('directive_id', '=', directiveId)
  if (only !== null) drafts = drafts.where(sql<boolean>`draft_id = any(${[...only]}::bigint[])`)
  return drafts.orderBy('position').orderBy('draft_id').execute()
}

export async function findDraft(
  db: Handle<DirectivesDb>,
  directiveId: number,
  draftId: number,
): Promise<DraftRecord | undefined> {
  return selectDrafts(db).where('directive_id', '=', directiveId).where('draft_id', '=', draftId).executeTakeFirst()
}

/** Inserts in the order given; returns the ids in that order. */
export async function insertDrafts(
  trx: Transaction<DirectivesDb>,
  directiveId: number,
  drafts: readonly NewDraft[],
  by: string,
): Promise<number[]> {
  const ids: number[] = []
  for (let from = 0; from < drafts.length; from += 500) {
    const rows = await trx
      .insertInto('directives.draft')
      .values(
        drafts.slice(from, from + 500).map((draft) => ({
          directive_id: directiveId,
          position: draft.position,
          ref: draft.ref,
          ...contentColumns(draft),
          warnings: toJson(draft.warnings),
          confidence: draft.confidence,
          distribution_id: draft.distributionId ?? null,
          changed_by: by,
        })),
      )
      .returning('draft_id as id')
      .execute()
    ids.push(...rows.map(({ id }) => id))
  }
  return ids
}

/** Makes room for `count` drafts after a position. Versions stay: the position is not part of what a reviewer judges. */
export async function makeRoom(
  trx: Transaction<DirectivesDb>,
  directiveId: number,
  after: number,
  count: number,
): Promise<void> {
  await trx
    .updateTable('directives.draft')
    .set((of) => ({ position: of('position', '+', count) }))
    .where('directive_id', '=', directiveId)
    .where('position', '>', after)
    .execute()
}

/** Saves the changes and raises the draft's version. Whoever checked it before has not seen a new content. */
export async function saveDraft(
  trx: Transaction<DirectivesDb>,
  id: number,
  change: { ref?: string; isDropped?: boolean; isChecked?: boolean; content?: DraftContent; warnings?: Warning[] },
  by: string,
): Promise<void> {
  await trx
    .updateTable('directives.draft')
    .set((of) => ({
      ...(change.content ? contentColumns(change.content) : {}),
      ...(change.ref === undefined ? {} : { ref: change.ref }),
      ...(change.isDropped === undefined ? {} : { is_dropped: change.isDropped }),
      ...(change.isChecked || change.content
        ? {
            checked_by: change.isChecked ? by : null,
            checked_at: change.isChecked ? sql<string>`now()` : null,
          }
        : {}),
      ...(change.warnings === undefined ? {} : { warnings: toJson(change.warnings) }),
      version: of('version', '+', 1),
      changed_at: sql<string>`now()`,
      changed_by: by,
    }))
    .where('draft_id', '=', id)
    .execute()
}

/** Links drafts to the tasks they became, or to those an earlier edition had created. */
export async function saveTasks(
  trx: Transaction<DirectivesDb>,
  links: readonly { draftId: number; taskId: number; isCreated: boolean }[],
): Promise<void> {
  if (links.length === 0) return
  await sql`
    update directives.draft d set task_id = l.task_id, is_task_created = l.is_created
    from jsonb_to_recordset(${toJson(links.map((l) => ({ draft_id: l.draftId, task_id: l.taskId, is_created: l.isCreated })))}::jsonb)
      as l (draft_id bigint, task_id bigint, is_created boolean)
    where d.draft_id = l.draft_id`.execute(trx)
}

export interface ConfirmedRef {
  directiveId: number
  ref: string
  content: string
  taskId: number
  isCreated: boolean
}

/** References and tasks of confirmed directives, in document order. */
export async function confirmedRefs(
  db: Handle<DirectivesDb>,
  directiveIds: readonly number[],
): Promise<ConfirmedRef[]> {
  if (directiveIds.length === 0) return []
  return db
    .selectFrom('directives.draft')
    .select(['directive_id as directiveId', 'ref', 'content', 'task_id as taskId', 'is_task_created as isCreated'])
    .where('directive_id', 'in', [...directiveIds])
    .where('task_id', 'is not', null)
    .orderBy('position')
    .orderBy('draft_id')
    .$castTo<ConfirmedRef>()
    .execute()
}

function contentColumns(draft: DraftContent) {
  return {
    group_title: draft.groupTitle,
    title: draft.title,
    content: draft.content,
    product: draft.product,
    implements: draft.implements,
    parties: toJson(draft.parties),
    deadlines: toJson(draft.deadlines),
    targets: toJson(draft.targets),
    span_start: draft.span?.start ?? null,
    span_end: draft.span?.end ?? null,
    content_start: draft.contentSpan?.start ?? null,
    content_end: draft.contentSpan?.end ?? null,
  }
}
