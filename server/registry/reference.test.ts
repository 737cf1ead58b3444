import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { type TestContext, test } from 'node:test'
import { systemActor } from '../platform/actor.ts'
import type { Db } from '../platform/db.ts'
import { freshDatabase } from '../test/database.ts'
import { getAgencyDetail } from './detail.ts'
import { agencyOn, resolveAgency } from './index.ts'
import { readReference } from './reference.ts'
import type { AgencyDetail } from './shapes.ts'

/** Statistical codes that changed owner on 01/7/2025: the new one follows the seat of the merged province. */
const CHANGED_OWNER: [string, string, string][] = [
  ['15', 'Yên Bái', 'Lào Cai'],
  ['24', 'Bắc Giang', 'Bắc Ninh'],
  ['44', 'Quảng Bình', 'Quảng Trị'],
  ['52', 'Bình Định', 'Gia Lai'],
  ['80', 'Long An', 'Tây Ninh'],
  ['82', 'Tiền Giang', 'Đồng Tháp'],
  ['91', 'Kiên Giang', 'An Giang'],
]
/** Old codes of those that kept their name: unused since. */
const RETIRED: [string, string][] = [
  ['10', 'Lào Cai'],
  ['27', 'Bắc Ninh'],
  ['45', 'Quảng Trị'],
  ['64', 'Gia Lai'],
  ['72', 'Tây Ninh'],
  ['87', 'Đồng Tháp'],
  ['89', 'An Giang'],
]

test('every statistical code names its owner of the day, the day before and the day of 01/7/2025', async (t) => {
  const { db } = await freshDatabase(t)
  const called = async (code: string, on: string) => (await resolveAgency(db, code, on)).agency?.name
  const province = (area: string) => `Ủy ban nhân dân tỉnh ${area}`
  for (const [code, before, after] of CHANGED_OWNER) {
    assert.equal(await called(code, '2025-06-30'), province(before), code)
    assert.equal(await called(code, '2025-07-01'), province(after), code)
  }
  for (const [code, before] of RETIRED) {
    assert.equal(await called(code, '2025-06-30'), province(before), code)
    assert.equal(await called(code, '2025-07-01'), undefined, code)
    assert.equal((await resolveAgency(db, code, '2025-07-01')).outcome, 'unknown', code)
  }
  const codes = [...new Set(readReference().codes.flatMap(({ scheme, code }) => (scheme === 'nso' ? [code] : [])))]
  const held = async (on: string) =>
    (await Promise.all(codes.map((code) => resolveAgency(db, code, on)))).filter(({ outcome }) => outcome === 'certain')
      .length
  assert.deepEqual([codes.length, await held('2025-06-30'), await held('2025-07-01')], [63, 63, 34])
  for (const code of codes) {
    await assert.rejects(resolveAgency(db, code, null), { code: 'registry.code_needs_day' }, code)
  }
})

const SHARED = new URL('../../../shared/data/', import.meta.url)
const skip = !existsSync(SHARED)
type Row = Record<string, string>

/** Rows of a published file by the names in its header. */
function published(file: string): Row[] {
  const [head, ...lines] = readFileSync(new URL(file, SHARED), 'utf8').normalize('NFC').trimEnd().split('\n')
  const names = head!.split('\t')
  return lines.map((line) => Object.fromEntries(line.split('\t').map((cell, place) => [names[place]!, cell])))
}

/** Reads agencies as the whole registry knows them, and records differences from the published data. */
async function reader(t: TestContext) {
  const { db } = await freshDatabase(t)
  const missing: string[] = []
  const kept = new Map<string, AgencyDetail>()
  const read = async (name: string, on: string): Promise<AgencyDetail | undefined> => {
    const key = `${name} ${on}`
    if (!kept.has(key)) {
      const { agency, outcome } = await resolveAgency(db as Db, name, on)
      if (!agency || outcome !== 'certain') return undefined
      kept.set(key, await getAgencyDetail(db, STRANGER, agency.id, on))
    }
    return kept.get(key)
  }
  const check = (what: string, found: unknown, expected: unknown) => {
    if (JSON.stringify(found) !== JSON.stringify(expected)) missing.push(`${what}: ${found} instead of ${expected}`)
  }
  return { db, missing, read, check }
}

const STRANGER = {
  ...{ userId: '', personId: null, name: systemActor('thử').name, role: 'auditor', rights: [] },
  ...{ agencyId: 0, agencyName: '', own: [], seen: null, followerId: null, onBehalfOf: null },
}
const KINDS: Row = { ministry: 'ministry', 'ministerial-level': 'ministerialAgency' }
const codeOf = (detail: AgencyDetail | undefined, scheme: string, on: string) =>
  detail?.codes.find((code) => code.scheme === scheme && (code.validFrom ?? '') <= on && on <= (code.validTo ?? '9999'))
    ?.code

test('the agencies of 2021 and of 2025, row by row', { skip }, async (t) => {
  const { missing, read, check } = await reader(t)
  for (const row of published('ministries_2021.tsv')) {
    for (const on of ['2021-02-28', '2025-02-28']) {
      const found = await read(row.name_vi!, on)
      check(`${row.name_vi} on ${on}`, found?.name, row.name_vi)
      check(`${row.name_vi}, in English`, found?.nameEn, row.name_en)
      check(`${row.name_vi}, in short`, found?.abbreviation, row.abbr_vi)
      check(`${row.name_vi}, kind`, found?.kind, KINDS[row.kind!])
      check(`${row.name_vi}, QCVN 102`, codeOf(found, 'qcvn102', on), row.qcvn102_g_code)
      if (row.valid_to) check(`${row.name_vi}, last day`, found?.periods.at(-1)?.validTo, row.valid_to)
    }
  }
  for (const row of published('agencies_under_government.tsv')) {
    const found = await read(row.name_vi!, '2021-02-28')
    check(row.name_vi!, [found?.name, found?.kind], [row.name_vi, 'governmentAgency'])
    check(`${row.name_vi}, in short`, found?.abbreviation, row.abbr)
    if (row.qcvn102_g_code) check(`${row.name_vi}, code`, codeOf(found, 'qcvn102', '2021-02-28'), row.qcvn102_g_code)
    const after = found?.periods.findLast(({ validFrom }) => (validFrom ?? '') <= '2025-03-01')
    const stays = after?.kind === 'governmentAgency' && (after.validTo ?? '9999') >= '2025-03-01'
    check(`${row.name_vi} after 2025`, stays, row.after_2025 === 'continues')
  }
  const rows = published('ministries_2025.tsv')
  assert.equal(rows.length, 17)
  for (const row of rows) {
    const found = await read(row.name_vi!, '2025-03-01')
    check(`${row.name_vi} of 2025`, [found?.name, found?.abbreviation], [row.name_vi, row.abbr_vi])
    check(`${row.name_vi}, kind`, found?.kind, KINDS[row.kind!])
  }
  assert.deepEqual(missing, [])
})

test('successions of 01/3/2025, row by row', { skip }, async (t) => {
  const { db, missing, read, check } = await reader(t)
  const rows = published('ministry_successors.tsv')
  assert.equal(rows.length, 39)
  for (const row of rows) {
    const old = await read(row.old_vi!, '2025-02-28')
    if (row.old_vi === row.new_vi) {
      const same = old && (await agencyOn(db, old.id, row.effective!))
      check(`${row.old_vi} continues`, same?.name, row.new_vi)
      continue
    }
    const passage = old?.successors.find(({ kind, newName }) => kind === row.kind && newName === row.new_vi)
    check(`${row.old_vi} → ${row.new_vi} (${row.kind})`, passage?.effectiveOn, row.effective)
    if (row.kind === 'partial') check(`${row.old_vi} → ${row.new_vi}, what`, typeof passage?.subject, 'string')
  }
  assert.deepEqual(missing, [])
})

/** "Thành phố" is part of the name of Hồ Chí Minh City, and so capitalised. */
const committee = (type: string, area: string) =>
  `Ủy ban nhân dân ${area === 'Hồ Chí Minh' ? type : type.toLowerCase()} ${area}`

test('63 provinces and the 34 they became, row by row', { skip }, async (t) => {
  const { missing, read, check } = await reader(t)
  const old = published('provinces_63_to_34.tsv')
  const now = published('provinces_34.tsv')
  assert.deepEqual([old.length, now.length], [63, 34])
  const typeOf = new Map(now.map((row) => [row.name_vi!, row.type_2025_07_01!]))
  for (const row of old) {
    const on = '2024-12-31'
    const found = await read(row.nso_code_old!, on)
    check(`code ${row.nso_code_old}`, found?.name, committee(row.type_before_2025!, row.name_vi!))
    check(`${row.name_vi}, QCVN 102`, codeOf(found, 'qcvn102', on), row.qcvn102_h_code)
    const successor = await read(row.nso_code_new!, '2025-07-01')
    const heir = row.successor_name_vi!
    check(`code ${row.nso_code_new} since`, successor?.name, committee(typeOf.get(heir)!, heir))
    const passage = found?.successors.find(
      ({ kind, effectiveOn }) => kind === 'main' && effectiveOn === row.operation_from,
    )
    check(`${row.name_vi} →`, passage?.newId ?? found?.id, successor?.id)
  }
  for (const row of now) {
    for (const [on, type] of [
      ['2025-07-01', row.type_2025_07_01!],
      ['2026-04-30', row.type_2026_04_30!],
    ] as const) {
      const found = await read(row.nso_code_new!, on)
      check(`code ${row.nso_code_new} on ${on}`, found?.name, committee(type, row.name_vi!))
      const merged = found?.predecessors.filter(
        ({ kind, effectiveOn }) => kind === 'main' && effectiveOn === '2025-07-01',
      )
      check(`${row.name_vi}, formed from`, 1 + (merged?.length ?? 0), Number(row.count_old))
    }
  }
  assert.deepEqual(missing, [])
})
