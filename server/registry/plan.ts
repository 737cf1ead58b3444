import type { Transaction } from 'kysely'
import { record } from '../platform/audit.ts'
import { formatDay } from '../platform/calendar.ts'
import type { Ask } from '../platform/change.ts'
import { NotFound, wrong } from '../platform/errors.ts'
import { demandRight } from '../platform/rights.ts'
import { checkVersion } from '../platform/version.ts'
import { isWeekend, type PlannedDay } from '../platform/working-days.ts'
import { calendarOf } from './calendar.ts'
import type { ChangeChoice, PlanDays } from './calendar-shapes.ts'
import {
  bumpYear,
  choices,
  deleteDays,
  dropChoice,
  insertDays,
  lockYear,
  plannedDays,
  saveChoice,
} from './calendar-store.ts'
import type { RegistryDb } from './db.ts'
import { clean } from './period.ts'

type Trx = Transaction<RegistryDb>

/** What was announced for a year where the law leaves a choice; null withdraws it. Returns the new version. */
export async function changeChoice(trx: Trx, ask: Ask, { holiday, daysBefore, source }: ChangeChoice): Promise<number> {
  const { actor, id: year } = ask
  await yearToChange(trx, ask)
  const before = (await choices(trx)).find((choice) => choice.year === year && choice.holiday === holiday) ?? null
  if ((before?.daysBefore ?? null) === daysBefore && before?.source === clean(source)) {
    throw wrong('daysBefore', 'calendar.nothing_changes', 'Không có gì khác với phương án đã ghi.')
  }
  if (daysBefore !== null && holiday !== 'tet' && daysBefore > 1) {
    throw wrong('daysBefore', 'calendar.choice', 'Chỉ chọn được một trong hai phương án.')
  }
  if (daysBefore === null) await dropChoice(trx, year, holiday)
  else await saveChoice(trx, { year, holiday, daysBefore, source: clean(source), confidence: 'verified' })
  await record(trx, actor, 'calendar.changed', {
    subject: { kind: 'calendar', id: year },
    before,
    after: daysBefore === null ? null : { holiday, daysBefore },
    detail: { source: clean(source) },
  })
  return bumpYear(trx, year, actor.name)
}

/** Makes a working day off, a Saturday or Sunday working, or swaps one for the other. Returns the new version. */
export async function planDays(trx: Trx, ask: Ask, plan: PlanDays): Promise<number> {
  const { actor, id: year } = ask
  await yearToChange(trx, ask)
  const [off, work] = [plan.off ?? null, plan.work ?? null]
  await checkDays(trx, year, off, work)
  const rest = { source: clean(plan.source), confidence: 'verified' } as const
  const days: PlannedDay[] = []
  if (off !== null) days.push({ ...rest, day: off, kind: 'off', pairedDay: work, name: nameOf(plan, work, 'off') })
  if (work !== null) days.push({ ...rest, day: work, kind: 'work', pairedDay: off, name: nameOf(plan, off, 'work') })
  await insertDays(trx, days)
  for (const { day, ...after } of days) {
    await record(trx, actor, 'calendar.dayPlanned', {
      subject: { kind: 'calendar', id: Number(day.slice(0, 4)) },
      on: day,
      after: { day, ...after },
      detail: { source: rest.source },
    })
  }
  return bumpYears(trx, ask, days)
}

/** Withdraws a planned day, and the other day of its swap. Returns the new version. */
export async function withdrawDay(
  trx: Trx,
  ask: Ask,
  { day, reason }: { day: string; reason: string },
): Promise<number> {
  const { actor, id: year } = ask
  await yearToChange(trx, ask)
  const planned = await plannedDays(trx)
  const found = planned.find((plan) => plan.day === day)
  if (!found || Number(day.slice(0, 4)) !== year) {
    throw new NotFound('calendar.no_such_day', 'Không tìm thấy ngày này trong phương án của năm.')
  }
  const days = planned.filter((plan) => plan.day === day || plan.day === found.pairedDay)
  await deleteDays(
    trx,
    days.map((plan) => plan.day),
  )
  for (const plan of days) {
    await record(trx, actor, 'calendar.dayWithdrawn', {
      subject: { kind: 'calendar', id: Number(plan.day.slice(0, 4)) },
      on: plan.day,
      before: plan,
      detail: { reason: clean(reason) },
    })
  }
  return bumpYears(trx, ask, days)
}

async function yearToChange(trx: Trx, { actor, id: year, version }: Ask): Promise<void> {
  demandRight(actor, 'registry.keep', 'calendar.may_not_change', 'Lịch làm việc do quản trị viên giữ.')
  const kept = await lockYear(trx, year, actor.name)
  checkVersion(version, kept.version, { by: kept.changedBy, at: kept.changedAt })
}

async function checkDays(trx: Trx, year: number, off: string | null, work: string | null): Promise<void> {
  if (off === null && work === null) {
    throw wrong('off', 'calendar.day_needed', 'Hãy nêu ngày nghỉ, ngày làm bù hoặc cả hai.')
  }
  if (![off, work].some((day) => day !== null && Number(day.slice(0, 4)) === year)) {
    throw wrong(off === null ? 'work' : 'off', 'calendar.other_year', `Ngày này không thuộc năm ${year}.`)
  }
  const calendar = await calendarOf(trx)
  const planned = new Set((await plannedDays(trx)).map(({ day }) => day))
  const check = (path: 'off' | 'work', day: string | null) => {
    if (day === null) return
    if (planned.has(day)) {
      throw wrong(path, 'calendar.day_planned', `Ngày ${formatDay(day)} đã có trong phương án. Hãy bỏ dòng cũ trước.`)
    }
    if (path === 'off' && !calendar.isWorkingDay(day)) {
      throw wrong(path, 'calendar.off_already', `Ngày ${formatDay(day)} vốn là ngày nghỉ. Hãy chọn một ngày làm việc.`)
    }
    if (path === 'work' && calendar.isWorkingDay(day)) {
      throw wrong(
        path,
        'calendar.works_already',
        `Ngày ${formatDay(day)} vốn là ngày làm việc. Hãy chọn một ngày nghỉ.`,
      )
    }
  }
  check('off', off)
  check('work', work)
  if (off !== null && work !== null && !isWeekend(work)) {
    throw wrong('work', 'calendar.made_up_on_weekend', 'Ngày làm bù phải là thứ Bảy hoặc Chủ nhật.')
  }
}

function nameOf(plan: PlanDays, other: string | null, kind: 'off' | 'work'): string {
  const own = plan.name ? clean(plan.name) : ''
  if (own !== '') return own
  if (other === null) return kind === 'off' ? 'Nghỉ theo thông báo' : 'Làm việc theo thông báo'
  return kind === 'off' ? `Hoán đổi, làm bù ngày ${formatDay(other)}` : `Làm bù cho ngày ${formatDay(other)}`
}

/** A swap across New Year changes both years. */
async function bumpYears(trx: Trx, { actor, id: year }: Ask, days: readonly PlannedDay[]): Promise<number> {
  const others = new Set(days.map(({ day }) => Number(day.slice(0, 4))).filter((other) => other !== year))
  for (const other of others) {
    await lockYear(trx, other, actor.name)
    await bumpYear(trx, other, actor.name)
  }
  return bumpYear(trx, year, actor.name)
}
