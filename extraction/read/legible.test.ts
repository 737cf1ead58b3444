import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { read, Unreadable } from '../index.ts'
import { brokenLetters } from './legible.ts'

const BROKEN = [
  'uY BAN NgAN nAN TiNH MAU CQNG HOA xA HQI CHU NGHiA VIET NAM DQc lap - Tg do - Hanh phric V/v ki6m tra ben dd kh6ch ngang s6ng. Thgc hiQn Chi thi cua Thu tu6ng Chinh phu vO viQc tang cuong quan ly ben do, tly ban nhAn dAn tinh y6u cAu cdc don vi thgc hiQn nghi€m tric.',
  'BQ Y TE CONG HOA XA HOI CHU NGHIA VIET NAM D6c lap - Tu do - Hanh phlic. Kinh grii: Uy ban nhdn ddn cdc tinh, thdnh ph6 trgc thuQc Trung uong. Thuc hi6n ch6 d6 b6o c6o, BQ Y t6 d6 nghi Uy ban nhdn ddn c6c tinh chi d4o Sd Y t6 ph6i hgp v6i c6c dcm vi c6 li6n quan.',
  'SO TAI CHiNH TiNH mAU s6: 12/KH-STC xd hQi chri nghia vigt nam. Cdn cri LuQt Ngdn s6ch nhd nu6c; Scr Tdi chinh x6y dgng kd hoach ki6m tra vi6c chi ti6u tai cdc don vi sg nghi0p c6ng lap tr6n dia bdn tinh nhu sau.',
]

describe('broken letters', () => {
  it('are found, with an example', () => {
    for (const text of BROKEN) assert.ok(brokenLetters(text), text)
    assert.match(brokenLetters(BROKEN[0]!) ?? '', /NgAN/)
  })

  it('are not legible text of other kinds', () => {
    const legible = [
      'Ủy ban nhân dân tỉnh yêu cầu các sở, ban, ngành kiểm tra bến đò khách ngang sông, lập danh sách bến không đủ điều kiện hoạt động, báo cáo Ủy ban nhân dân tỉnh trước ngày 30 tháng 4 năm 2026.',
      'Uy ban nhan dan tinh yeu cau cac so, ban, nganh kiem tra ben do khach ngang song, lap danh sach ben khong du dieu kien hoat dong, bao cao Uy ban nhan dan tinh truoc ngay 30 thang 4 nam 2026.',
      'The Ministry of Transport shall issue a decision on the management of ferries and shall report to the Prime Minister by the end of June with the results of the inspection of all ferry landings.',
      'TT TT Số 1 2 3 4',
    ]
    for (const text of legible) assert.equal(brokenLetters(text), null, text)
  })

  it('in a text file are refused with what to do, not read as a document without tasks', async () => {
    for (const text of BROKEN) {
      await assert.rejects(read(Buffer.from(text), 'a.txt'), (error) => {
        assert.ok(error instanceof Unreadable && error.code === 'no_text')
        assert.match(error.message, /bản quét.*nhận dạng/)
        return true
      })
    }
  })

  it('of a font from before Unicode are repaired', async () => {
    const text =
      'ñy ban nh©n d©n tØnh yªu cÇu c¸c së, ban, ngµnh kiÓm tra bÕn ®ß kh¸ch ngang s«ng, b¸o c¸o tr­íc ngµy 30 th¸ng 4.'
    const reading = await read(Buffer.from(text.replace('\u00ad', 'í')), 'a.txt')
    assert.match(reading.text, /^ủy ban nhân dân tỉnh yêu cầu các sở/)
    assert.ok(reading.warnings.some(({ code }) => code === 'legacy_encoding'))
  })
})
