import { recordOrder } from '../directives/index.ts'
import { addDays } from '../platform/calendar.ts'
import type { Deps } from '../platform/room.ts'
import { calendarOf } from '../registry/index.ts'
import { amend, runAct } from '../tasks/index.ts'
import { actorsOf } from './people.ts'

const LEAD = 'bo-tai-chinh'
/** The lead reports by a day this far ahead, and finishes much later. */
const REPORT_IN = 9
const DUE_IN = 75

/**
 * One order given at a meeting and entered by hand, whose task was typed with a slip: amended the same day, with a call for a
 * first report. Through the acts of the rooms; does nothing if there is an order already.
 */
export async function orderByMouth(deps: Deps, today: string): Promise<void> {
  const { db, clock, blobs } = deps
  if (await db.selectFrom('directives.outside_order').select('outside_order_id').limit(1).executeTakeFirst()) return
  const people = await actorsOf(db, { actor: 'theodoi' }, today)
  if (!people) return
  const { actor } = people
  const { agency_id: agencyId } = await db
    .selectFrom('registry.agency')
    .select('agency_id')
    .where('slug', '=', LEAD)
    .executeTakeFirstOrThrow()
  const calendar = await calendarOf(db)
  const dueOn = calendar.nextWorkingDay(addDays(today, DUE_IN))
  const now = clock.now()
  const lead = { role: 'lead' as const, name: 'Bộ Tài chính', accountable: true, agencyId }
  const deadline = { kind: 'date' as const, dueOn, strict: false, recurs: null, milestone: false, rule: null }
  await db.transaction().execute(async (trx) => {
    const order = {
      form: 'meeting' as const,
      givenBy: 'Phó Thủ tướng Chính phủ (MẪU)',
      givenOn: today,
      about: 'Kết luận tại cuộc họp giao ban về giải ngân vốn đầu tư công (MẪU)',
      file: undefined,
      tasks: [
        {
          groupTitle: null,
          title: 'Báo cáo tiến độ giải ngân vốn đầu tư công quý này',
          content:
            'Bộ Tài chính báo cáo tiến độ giải ngân vốn đầu tư công, nêu rõ vướng mắc của từng địa phương (MẪU).',
          product: 'Báo cáo',
          implements: [],
          parties: [lead],
          deadlines: [{ ...deadline, text: 'trước kỳ họp sau', inherited: false, span: null, confidence: 1 }],
          targets: [],
        },
      ],
    }
    const { taskIds } = await recordOrder(trx, { actor, now }, order, { blobs })
    const id = taskIds[0]!
    const version = await amend(
      trx,
      { actor, id, version: 1, now },
      {
        reason: 'Nhập thiếu chữ so với thông báo kết luận (MẪU)',
        document: { number: '45/TB-MẪU', issuedOn: today },
        title: 'Báo cáo tiến độ giải ngân vốn đầu tư công quý này và giải pháp quý sau',
        file: undefined,
      },
      { blobs },
    )
    await runAct(trx, { actor, id, version, now }, 'callForReport', {
      dueOn: calendar.nextWorkingDay(addDays(today, REPORT_IN)),
      words: 'Số đã giải ngân và vướng mắc lớn nhất (MẪU).',
    })
  })
}
