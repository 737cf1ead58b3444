import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { extract } from '../extract.ts'
import { readText } from '../read/text.ts'
import { issuerOfNotation, repairNotation, typeOfNotation } from './notation.ts'

describe('a notation', () => {
  const cases: [string, string][] = [
    ['134 /KH-UBND', '134/KH-UBND'],
    ['293/QĐTTg', '293/QĐ-TTg'],
    ['12/QD-VPCP', '12/QĐ-VPCP'],
    ['09 / CT - TTg', '09/CT-TTg'],
    ['150/2016/ND-CP', '150/2016/NĐ-CP'],
    ['34-NQ/TU', '34-NQ/TU'],
  ]
  for (const [printed, want] of cases) it(`"${printed}" is ${want}`, () => assert.equal(repairNotation(printed), want))
  it('gives type and issuer', () => {
    assert.deepEqual([typeOfNotation('07/CT-TTg'), issuerOfNotation('07/CT-TTg')], ['Chỉ thị', 'Thủ tướng Chính phủ'])
    assert.deepEqual([typeOfNotation('21/2017/QH14'), issuerOfNotation('21/2017/QH14')], ['Luật', 'Quốc hội'])
    assert.deepEqual([typeOfNotation('5/BYT-KCB'), issuerOfNotation('5/BYT-KCB')], [null, 'Bộ Y tế'])
  })
})

describe('a document', () => {
  it('gives its issuer, subject, days, legal bases and recipients', () => {
    const { document } = extract(
      readText(
        `ỦY BAN NHÂN DÂN TỈNH AN BÌNH
SỞ NỘI VỤ
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 45 /QĐ-SNV
An Bình, ngày 9 tháng 3 năm 2026
THƯỢNG KHẨN
QUYẾT ĐỊNH
Phê duyệt Kế hoạch thực hiện Nghị quyết số 02/NQ-CP
GIÁM ĐỐC SỞ NỘI VỤ
Căn cứ Luật Cán bộ, công chức số 80/2025/QH15 ngày 24/6/2025;
Căn cứ Nghị quyết số 02/NQ-CP ngày 08 tháng 01 năm 2026 của Chính phủ;
QUYẾT ĐỊNH:
Điều 1. Phê duyệt Kế hoạch.
Điều 2. Quyết định này có hiệu lực thi hành kể từ ngày ký.
Nơi nhận:
- Như Điều 3;
- Bộ Nội vụ (để báo cáo);
- Lưu: VT.
KT. GIÁM ĐỐC
PHÓ GIÁM ĐỐC
Ngô Thị Mẫu
`,
        'mau.txt',
      ),
    )
    const { number, type, issuer, place, issuedOn, subject, signer, signerTitle, effectOn, urgency, recipients } =
      document
    assert.deepEqual(
      { number, type, issuer, place, issuedOn, subject, signer, signerTitle, effectOn, urgency },
      {
        number: '45/QĐ-SNV',
        type: 'Quyết định',
        issuer: 'Sở Nội vụ',
        place: 'An Bình',
        issuedOn: '2026-03-09',
        subject: 'Phê duyệt Kế hoạch thực hiện Nghị quyết số 02/NQ-CP',
        signer: 'Ngô Thị Mẫu',
        signerTitle: 'KT. GIÁM ĐỐC',
        effectOn: '2026-03-09',
        urgency: 'Thượng khẩn',
      },
    )
    assert.deepEqual(recipients, ['Như Điều 3', 'Bộ Nội vụ (để báo cáo)', 'Lưu: VT'])
    assert.deepEqual(
      document.legalBases.map(({ number: cited, type: kind, issuedOn: day }) => [cited, kind, day]),
      [
        ['80/2025/QH15', 'Luật', '2025-06-24'],
        ['02/NQ-CP', 'Nghị quyết', '2026-01-08'],
      ],
    )
    assert.deepEqual(
      document.implements.map((one) => one.number),
      ['02/NQ-CP'],
    )
  })
})
