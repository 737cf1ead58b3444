import assert from 'node:assert/strict'
import { test } from 'node:test'
import { freshDatabase } from '../test/database.ts'
import { membersOf, resolveAgency, resolveMany } from './index.ts'

/** Days on both sides of the reorganisations of 2025. */
const OLD = '2021-02-28'
const LAST_OF_22 = '2025-02-28'
const FIRST_OF_17 = '2025-03-01'
const LAST_OF_63 = '2025-06-30'
const FIRST_OF_34 = '2025-07-01'

test('names and codes', async (t) => {
  const { db } = await freshDatabase(t)
  const resolve = (name: string, on: string | null = OLD, within?: number) => resolveAgency(db, name, on, { within })
  const office = (await resolve('Văn phòng Chính phủ')).agency!.id

  const written: [string, string][] = [
    ['Bộ Tài chính', 'Bộ Tài chính'],
    ['BỘ TÀI CHÍNH', 'Bộ Tài chính'],
    ['  bộ  tài\u00a0chính ', 'Bộ Tài chính'],
    ['Bộ Tài chính'.normalize('NFD'), 'Bộ Tài chính'],
    ['BTC', 'Bộ Tài chính'],
    ['Bộ KH&ĐT', 'Bộ Kế hoạch và Đầu tư'],
    ['Bộ KH và ĐT', 'Bộ Kế hoạch và Đầu tư'],
    ['Bộ Lao động – Thương binh & Xã hội', 'Bộ Lao động - Thương binh và Xã hội'],
    ['Uỷ ban nhân dân tỉnh Khánh Hoà', 'Ủy ban nhân dân tỉnh Khánh Hòa'],
    ['UBND tỉnh Quảng Ninh', 'Ủy ban nhân dân tỉnh Quảng Ninh'],
    ['tỉnh Quảng Ninh', 'Ủy ban nhân dân tỉnh Quảng Ninh'],
    ['Quảng Ninh', 'Ủy ban nhân dân tỉnh Quảng Ninh'],
    ['UBND TP. Hồ Chí Minh', 'Ủy ban nhân dân Thành phố Hồ Chí Minh'],
    ['Van phong Chinh phu', 'Văn phòng Chính phủ'],
    ['Bộ trưởng Bộ Y tế', 'Bộ Y tế'],
    ['Bộ trưởng, Chủ nhiệm Văn phòng Chính phủ', 'Văn phòng Chính phủ'],
    ['Chủ tịch UBND tỉnh Lào Cai', 'Ủy ban nhân dân tỉnh Lào Cai'],
    ['Vụ Kinh tế tổng hợp (đối với Nghị quyết số 01)', 'Vụ Kinh tế tổng hợp'],
    ['Vụ Tổng hợp thuộc VPCP', 'Vụ Tổng hợp'],
    [
      'Trung tâm thông tin chỉ đạo, điều hành của Chính phủ, Thủ tướng Chính phủ',
      'Trung tâm thông tin, chỉ đạo điều hành của Chính phủ, Thủ tướng Chính phủ',
    ],
    ['H49', 'Ủy ban nhân dân tỉnh Quảng Ninh'],
    ['g22', 'Văn phòng Chính phủ'],
    ['000.00.00.G22', 'Văn phòng Chính phủ'],
  ]
  for (const [name, expected] of written) {
    await t.test(`"${name}" is certain`, async () => {
      const { outcome, agency } = await resolve(name)
      assert.deepEqual([outcome, agency?.name, agency?.likeness], ['certain', expected, 1])
    })
  }

  for (const nothing of [' ', '…', '\u0000', '😀😀', '---', '()']) {
    await t.test(`${JSON.stringify(nothing)} names no agency`, async () => {
      assert.deepEqual(await resolve(nothing), { outcome: 'unknown', agency: null, candidates: [], members: [] })
    })
  }

  const misprinted: [string, string][] = [
    ['Công Thông tin điện tử Chính phủ', 'Cổng Thông tin điện tử Chính phủ'],
    ['Vụ Kinh tế tồng hợp', 'Vụ Kinh tế tổng hợp'],
    ['Vãn phòng Chính phủ', 'Văn phòng Chính phủ'],
    ['Cục Kiểm soát thú tục hành chinh', 'Cục Kiểm soát thủ tục hành chính'],
    ['Bộ Tài chinhs', 'Bộ Tài chính'],
    ['Quảng Nihn', 'Ủy ban nhân dân tỉnh Quảng Ninh'],
    ['Ủy ban nhân dân tinh Quảng Bìnb', 'Ủy ban nhân dân tỉnh Quảng Bình'],
    ['Bộ Giao thông vận tài', 'Bộ Giao thông vận tải'],
  ]
  for (const [name, expected] of misprinted) {
    await t.test(`"${name}" is likely a misprint`, async () => {
      const { outcome, agency, candidates } = await resolve(name)
      assert.deepEqual([outcome, agency?.name], ['likely', expected])
      assert.ok(agency!.likeness < 1 && candidates[0]!.id === agency!.id)
    })
  }

  await t.test('what may be two agencies, or another kind of agency, is left to a person', async () => {
    for (const name of ['Sở Giáo dục và Đào tạo', 'Sở Y tế', 'Bộ Lao động', 'Cục Kiểm soát']) {
      const { outcome, agency } = await resolve(name)
      assert.ok(outcome === 'unsure' || outcome === 'unknown', `${name}: ${outcome}`)
      assert.equal(agency, null)
    }
    const labour = await resolve('Bộ Lao động')
    assert.equal(labour.candidates[0]?.name, 'Bộ Lao động - Thương binh và Xã hội')
    assert.ok(labour.candidates.length <= 5)
    const trailing = await resolve('Ngân hàng Nhà nước Việt Nam điều hành lãi suất phù hợp')
    assert.deepEqual([trailing.outcome, trailing.candidates[0]?.name], ['unsure', 'Ngân hàng Nhà nước Việt Nam'])
    assert.deepEqual(await resolve('Hiệp hội Vận tải vũ trụ'), {
      outcome: 'unknown',
      agency: null,
      candidates: [],
      members: [],
    })
  })

  await t.test("a unit's short code counts only in its own agency's papers", async () => {
    assert.equal((await resolve('KSTT', OLD, office)).agency?.name, 'Cục Kiểm soát thủ tục hành chính')
    assert.equal((await resolve('KSTT')).outcome, 'unknown')
  })

  await t.test('for a ministry that ended its successors are offered, the main one first', async () => {
    assert.equal((await resolve('Bộ Giao thông vận tải', LAST_OF_22)).outcome, 'certain')
    const after = await resolve('Bộ Giao thông vận tải', FIRST_OF_17)
    assert.equal(after.outcome, 'unsure')
    assert.deepEqual(
      after.candidates.map(({ name, insteadOf }) => [name, insteadOf]),
      [
        ['Bộ Xây dựng', 'Bộ Giao thông vận tải'],
        ['Bộ Công an', 'Bộ Giao thông vận tải'],
      ],
    )
    const early = await resolve('Bộ Nông nghiệp và Môi trường', LAST_OF_22)
    assert.deepEqual(
      early.candidates.map(({ name }) => name),
      ['Bộ Nông nghiệp và Phát triển nông thôn', 'Bộ Tài nguyên và Môi trường'],
    )
    assert.equal((await resolve('Bộ Nông nghiệp và Môi trường', FIRST_OF_17)).outcome, 'certain')
  })

  await t.test('for a merged province the one it became part of is offered', async () => {
    assert.equal((await resolve('UBND tỉnh Yên Bái', LAST_OF_63)).outcome, 'certain')
    const after = await resolve('UBND tỉnh Yên Bái', FIRST_OF_34)
    assert.deepEqual(
      [after.outcome, after.candidates.map(({ name }) => name)],
      ['unsure', ['Ủy ban nhân dân tỉnh Lào Cai']],
    )
  })

  await t.test('a renamed agency is found by its older name, and the answer says so', async () => {
    const { outcome, agency } = await resolve('UBND tỉnh Đồng Nai', '2026-04-30')
    assert.deepEqual(
      [outcome, agency?.name, agency?.insteadOf],
      ['likely', 'Ủy ban nhân dân thành phố Đồng Nai', 'Ủy ban nhân dân tỉnh Đồng Nai'],
    )
    assert.equal((await resolve('UBND tỉnh Đồng Nai', '2026-04-29')).outcome, 'certain')
  })

  const changedOwner: [string, string, string][] = [
    ['15', 'Yên Bái', 'Lào Cai'],
    ['24', 'Bắc Giang', 'Bắc Ninh'],
    ['44', 'Quảng Bình', 'Quảng Trị'],
    ['52', 'Bình Định', 'Gia Lai'],
    ['80', 'Long An', 'Tây Ninh'],
    ['82', 'Tiền Giang', 'Đồng Tháp'],
    ['91', 'Kiên Giang', 'An Giang'],
  ]
  await t.test('the seven codes that changed owner depend on the day', async () => {
    for (const [code, old, young] of changedOwner) {
      assert.equal((await resolve(code, LAST_OF_63)).agency?.name, `Ủy ban nhân dân tỉnh ${old}`)
      assert.equal((await resolve(code, FIRST_OF_34)).agency?.name, `Ủy ban nhân dân tỉnh ${young}`)
      await assert.rejects(resolve(code, null), { status: 400, code: 'registry.code_needs_day' })
    }
    for (const retired of ['10', '27', '45', '64', '72', '87', '89']) {
      assert.equal((await resolve(retired, LAST_OF_63)).outcome, 'certain')
      assert.equal((await resolve(retired, FIRST_OF_34)).outcome, 'unknown')
    }
  })

  await t.test('many names are answered in their order', async () => {
    const names = ['Bộ Y tế', 'các bộ, ngành', 'Bộ Y tế', 'H49']
    const answers = await resolveMany(db, names, OLD)
    assert.deepEqual(
      answers.map(({ outcome }) => outcome),
      ['certain', 'collective', 'certain', 'certain'],
    )
  })

  const groups: [string, string, number][] = [
    ['các bộ, ngành, địa phương', OLD, 85],
    ['Các Bộ, ngành và địa phương', OLD, 85],
    ['các bộ, nghành, địa phương', OLD, 85],
    ['các bộ, cơ quan ngang bộ', OLD, 22],
    ['các bộ, cơ quan ngang bộ', LAST_OF_22, 22],
    ['các bộ, cơ quan ngang bộ', FIRST_OF_17, 17],
    ['các bộ', OLD, 18],
    ['các bộ', FIRST_OF_17, 14],
    ['cơ quan thuộc Chính phủ', OLD, 8],
    ['cơ quan thuộc Chính phủ', FIRST_OF_17, 5],
    ['UBND các tỉnh, thành phố trực thuộc Trung ương', OLD, 63],
    ['UBND các tỉnh, thành phố trực thuộc Trung ương', LAST_OF_63, 63],
    ['UBND các tỉnh, thành phố trực thuộc Trung ương', FIRST_OF_34, 34],
    [
      'các bộ, cơ quan ngang bộ, cơ quan thuộc Chính phủ và Uỷ ban nhân dân các tỉnh, thành phố trực thuộc trung ương',
      OLD,
      93,
    ],
    ['các bộ, ngành, địa phương', FIRST_OF_34, 51],
    ['các cơ quan, đơn vị có liên quan', OLD, 0],
  ]
  for (const [phrase, on, count] of groups) {
    await t.test(`"${phrase}" on ${on} are ${count}`, async () => {
      const { outcome, agency, members } = await resolve(phrase, on)
      assert.deepEqual([outcome, agency, members.length], ['collective', null, count])
    })
  }

  await t.test('units of an agency, named or implied', async () => {
    const named = await resolve('Các Vụ, Cục, đơn vị thuộc Văn phòng Chính phủ')
    const meant = await resolve('các Vụ, Cục, đơn vị theo chức năng, nhiệm vụ', OLD, office)
    assert.equal(named.outcome, 'collective')
    assert.deepEqual(meant.members, named.members)
    const units = named.members.map(({ name }) => name)
    assert.ok(units.includes('Vụ Tổng hợp') && units.includes('Trung tâm Tin học'))
    assert.ok(named.members.every(({ kind }) => kind === 'unit'))
    assert.deepEqual(await membersOf(db, 'Cục Kiểm soát thủ tục hành chính', OLD), undefined)
    assert.deepEqual(await membersOf(db, 'các bệnh viện', OLD), undefined)
  })
})

test('thousands of unknown names do not block other requests', async (t) => {
  const { db } = await freshDatabase(t)
  const names = Array.from({ length: 600 }, (_, place) => `Vụ Hoạch định kế sách số ${place} miền xa`)
  let longest = 0
  let last = performance.now()
  const clock = setInterval(() => {
    longest = Math.max(longest, performance.now() - last)
    last = performance.now()
  }, 5)
  const began = performance.now()
  await resolveMany(db, names, OLD)
  clearInterval(clock)
  longest = Math.max(longest, performance.now() - last)
  const whole = performance.now() - began
  assert.ok(longest < whole / 3, `${Math.round(longest)} ms of ${Math.round(whole)} without a turn`)
})
