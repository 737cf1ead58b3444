import type { Actor } from '../platform/actor.ts'
import { Forbidden } from '../platform/errors.ts'
import { hasRight, type Right } from '../platform/rights.ts'

/** What is done to a plan, and the right it needs. A plan shows every agency's tasks and people: so do those who have one. */
const RIGHTS = {
  /** Which agency passes into which: data of the registry. */
  draft: 'registry.keep',
  /** Who takes a single task: a transfer like every other. */
  choose: 'task.steer',
  /** Moves every open task and its people. */
  apply: 'reorganisation.apply',
} as const satisfies Record<string, Right>

const REFUSAL = {
  draft: 'Chỉ người giữ danh mục cơ quan của toàn hệ thống mới lập và sửa được phương án sắp xếp.',
  choose: 'Chỉ người quyết định thay cơ quan giao mới chọn được cơ quan nhận từng nhiệm vụ.',
  apply: 'Chỉ lãnh đạo Văn phòng mới áp dụng được phương án sắp xếp.',
} as const

function demand(actor: Actor, act: keyof typeof RIGHTS): void {
  if (actor.seen === null && hasRight(actor, RIGHTS[act])) return
  throw new Forbidden('reorganisation.not_allowed', REFUSAL[act])
}

/** Whether the actor has a part in reorganisations. */
export function seesReorganisations(actor: Actor): boolean {
  return actor.seen === null && Object.values(RIGHTS).some((right) => hasRight(actor, right))
}

/** Those with a part in a reorganisation read plans and rehearse them, which changes nothing. */
export function toSeeReorganisations(actor: Actor): void {
  if (seesReorganisations(actor)) return
  throw new Forbidden(
    'reorganisation.not_allowed',
    'Phương án sắp xếp chỉ dành cho người giữ danh mục cơ quan, người theo dõi nhiệm vụ và lãnh đạo Văn phòng.',
  )
}

/** Draws up a plan and changes its lines. */
export function toDraftReorganisations(actor: Actor): void {
  demand(actor, 'draft')
}

/** Chooses which agency takes a task. */
export function toChooseTasks(actor: Actor): void {
  demand(actor, 'choose')
}

/** Applies a plan as it was rehearsed. */
export function toApplyReorganisations(actor: Actor): void {
  demand(actor, 'apply')
}
