import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { extract } from '../extract.ts'
import { readText } from '../read/text.ts'
import { officialCase } from './names.ts'
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

describe('a document without its own head', () => {
  const fieldsOf = (text: string) => {
    const { number, type, issuer, issuedOn } = extract(readText(text, 'mau.txt')).document
    return [number, type, issuer, issuedOn]
  }
  it('is an annex that says with what it was issued', () =>
    assert.deepEqual(
      fieldsOf(`PHỤ LỤC
DANH MỤC NHIỆM VỤ (MẪU)
(Kèm theo Quyết định số 232/QĐ-UBND ngày 24 tháng 01 năm 2026 của Ủy ban nhân dân tỉnh An Bình)
1. Sở Y tế kiểm tra bến đò trước ngày 30/9/2026.`),
      ['232/QĐ-UBND', 'Quyết định', 'Ủy ban nhân dân tỉnh An Bình', '2026-01-24'],
    ))
  it('is an annex that says so without "số", or inside its title', () => {
    for (const said of [
      '(Kèm theo Nghị quyết 12/NQ-HĐND ngày 07 tháng 02 năm 2026 của Hội đồng nhân dân tỉnh An Bình)',
      'KÈM THEO CHƯƠNG TRÌNH (Kèm theo Chương trình tại Nghị quyết số 12/NQ-HĐND ngày 07 tháng 02 năm 2026 của Hội đồng nhân dân tỉnh An Bình)',
    ])
      assert.deepEqual(fieldsOf(`DANH MỤC NHIỆM VỤ (MẪU) ${said}\n1. Sở Y tế kiểm tra bến đò trước ngày 30/9/2026.`), [
        '12/NQ-HĐND',
        'Nghị quyết',
        'Hội đồng nhân dân tỉnh An Bình',
        '2026-02-07',
      ])
  })
  it('is told of in a report: who issued it, when and about what', () => {
    const text = `Toàn văn Công văn 441/SXD-QLHT (MẪU) về bến đò ra sao?

Ngày 23/10/2026, Sở Xây dựng tỉnh An Bình đã ban hành Công văn 441/SXD-QLHT về việc tăng cường bảo đảm an toàn tại các bến đò.

1. Các xã cắm biển báo tại các bến đò.`
    assert.deepEqual(fieldsOf(text), ['441/SXD-QLHT', 'Công văn', 'Sở Xây dựng tỉnh An Bình', '2026-10-23'])
    assert.equal(
      extract(readText(text, 'mau.txt')).document.subject,
      'về việc tăng cường bảo đảm an toàn tại các bến đò',
    )
  })
  it('is not the one whose number stands inside its title', () =>
    assert.equal(
      fieldsOf(`DANH MỤC (MẪU)
NHIỆM VỤ TRIỂN KHAI THỰC HIỆN NGHỊ QUYẾT SỐ 41-NQ/TW NGÀY 10 THÁNG 02 NĂM 2022 VỀ BẾN ĐÒ
1. Sở Xây dựng cắm biển báo tại các bến đò.`)[0],
      null,
    ))
  it('stands with its number below its type', () => {
    for (const [type, number] of [
      ['KẾ HOẠCH', '15/KH-UBND'],
      ['QUYẾT ĐỊNH', '15/QĐ-UBND'],
    ] as const)
      assert.equal(
        fieldsOf(`ỦY BAN NHÂN DÂN TỈNH AN BÌNH
${type}
Số: ${number}
An Bình, ngày 05 tháng 3 năm 2026
Dọn bờ kè (MẪU)
1. Sở Y tế mua phao.`)[0],
        number,
      )
  })
  it('is a letter of a body that an act with its own number set up', () =>
    assert.equal(
      fieldsOf(`SỞ XÂY DỰNG
ĐOÀN KIỂM TRA
THEO QUYẾT ĐỊNH
SỐ 105/QĐ-SXD
Số: 11/KH-ĐKT
An Bình, ngày 10 tháng 3 năm 2026
KẾ HOẠCH
Kiểm tra bến đò (MẪU)`)[0],
      '11/KH-ĐKT',
    ))
  it('has a type of its own, with whatever it was issued', () =>
    assert.equal(
      fieldsOf(`KẾ HOẠCH
Kiểm tra bến đò (MẪU)
(Kèm theo Quyết định số 232/QĐ-UBND ngày 24 tháng 01 năm 2026 của Ủy ban nhân dân tỉnh An Bình)
1. Sở Y tế kiểm tra bến đò trước ngày 30/9/2026.`)[1],
      'Kế hoạch',
    ))
  it('has the attributes that its page prints above it', () =>
    assert.deepEqual(
      fieldsOf(`Số hiệu:
|
6316/SYT-VP
|
Loại văn bản:
|
Công văn
|
Nơi ban hành:
|
Sở Y tế tỉnh An Bình
|
Ngày ban hành:
|
21/11/2025
|
Kính gửi: Các bệnh viện
1. Các bệnh viện kiểm tra kho thuốc trước ngày 30/9/2026.`),
      ['6316/SYT-VP', 'Công văn', 'Sở Y tế tỉnh An Bình', '2025-11-21'],
    ))
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
        issuer: 'Sở Nội vụ tỉnh An Bình',
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

describe('a letterhead', () => {
  const documentOf = (text: string) => extract(readText(text, 'mau.txt')).document
  const cells = (issuer: string, number: string, day: string): string =>
    `|\n${issuer}\n--------\n|\n**CỘNG HÒA XÃ\nHỘI CHỦ NGHĨA VIỆT NAM**\nĐộc lập - Tự do - Hạnh phúc\n------------\n|\n|\n${number}\n|\n*${day}*\n|\n\n\n`
  it('is read from cells with broken lines', () => {
    const { number, type, issuer, issuedOn, subject } = documentOf(
      `${cells('**ỦY BAN NHÂN\nDÂN**\nTỈNH LÀO CAI', 'Số:\n12/CT-UBND', 'Lào Cai, ngày\n05 tháng 3 năm 2026')}**CHỈ THỊ**\n\nVỀ\nVIỆC QUẢN LÝ BẾN ĐÒ TRÊN ĐỊA BÀN TỈNH LÀO CAI\n\nChủ tịch Ủy ban nhân dân tỉnh yêu cầu:\n\n1. Sở Xây dựng kiểm tra bến đò.\n`,
    )
    assert.deepEqual(
      [number, type, issuer, issuedOn, subject],
      [
        '12/CT-UBND',
        'Chỉ thị',
        'Ủy ban nhân dân tỉnh Lào Cai',
        '2026-03-05',
        'Về việc quản lý bến đò trên địa bàn tỉnh Lào Cai',
      ],
    )
  })
  const issuers: [string, string][] = [
    ['BAN CHẤP HÀNH TRUNG ƯƠNG\nVĂN PHÒNG', 'Văn phòng Ban Chấp hành Trung ương'],
    ['UBND TỈNH HÒA LẠC\nVĂN PHÒNG', 'Văn phòng UBND tỉnh Hòa Lạc'],
    ['ỦY BAN MTTQ VIỆT NAM XÃ BẢN VƯỢC\nBAN THƯỜNG TRỰC', 'Ban Thường trực Ủy ban MTTQ Việt Nam xã Bản Vược'],
    ['ĐẢNG BỘ TỈNH HÒA LẠC\nĐẢNG ỦY XÃ BẢN VƯỢC', 'Đảng ủy xã Bản Vược'],
    ['UBND XÃ BẢN VƯỢC\nBCĐ CHUYỂN ĐỔI SỐ', 'BCĐ chuyển đổi số'],
    ['**THỦ TƯỚNG CHÍNH\nPHỦ**', 'Thủ tướng Chính phủ'],
    ['BỘ VĂN HÓA, THỂ THAO\nVÀ DU LỊCH', 'Bộ Văn hóa, Thể thao và Du lịch'],
    ['UBND TỈNH HÒA LẠC\nSỞ CÔNG THƯƠNG', 'Sở Công Thương tỉnh Hòa Lạc'],
    ['ỦY BAN NHÂN DÂN\nTHÀNH PHỐ HỒ CHÍ MINH', 'Ủy ban nhân dân Thành phố Hồ Chí Minh'],
  ]
  for (const [printed, want] of issuers) {
    it(`of "${printed.replace('\n', ' / ')}" names ${want}`, () => {
      const body = '**KẾ HOẠCH**\n\nKIỂM TRA BẾN ĐÒ\n\n1. Sở Xây dựng kiểm tra bến đò.\n'
      assert.equal(
        documentOf(`${cells(printed, 'Số: 7/KH-ABC', 'Hòa Lạc, ngày 5 tháng 3 năm 2026')}${body}`).issuer,
        want,
      )
    })
  }
  it('may leave the number and the day open', () => {
    const letter = documentOf(
      'SỞ Y TẾ\nSố:          /SYT-NV\nV/v kiểm tra bến đò\nHòa Lạc, ngày     tháng 6 năm 2026\nKính gửi: Sở Xây dựng.\nThực hiện Công văn số 5/UBND-KT ngày 02/5/2026, Sở Y tế đề nghị:\n1. Rà soát bến đò.\n',
    )
    assert.deepEqual([letter.type, letter.number, letter.issuedOn, letter.place], ['Công văn', null, null, 'Hòa Lạc'])
    const plan = documentOf(
      'UBND XÃ BẢN VƯỢC\nSố: ...../KH-UBND\nBản Vược, ngày ... tháng ... năm 2026\nVề dọn bờ kè\n1. Thôn Hai dọn bờ kè.\n',
    )
    assert.deepEqual([plan.type, plan.number, plan.issuedOn], ['Kế hoạch', null, null])
  })
  it('has the numbers of Party committees', () => {
    for (const [printed, want, type] of [
      ['Số 12-CT/TU', '12-CT/TU', 'Chỉ thị'],
      ['Số 34-KH/ĐU', '34-KH/ĐU', 'Kế hoạch'],
      ['(Số: 56/TB-UBND)', '56/TB-UBND', 'Thông báo'],
    ]) {
      const { number, type: kind } = documentOf(
        `TỈNH ỦY HÒA LẠC\n${printed}\nHòa Lạc, ngày 5 tháng 3 năm 2026\nVề việc dọn bờ kè\n`,
      )
      assert.deepEqual([number, kind], [want, type])
    }
  })
})

describe('a title in capitals', () => {
  const cases: [string, string][] = [
    [
      'NÂNG CAO NĂNG LỰC CÁN BỘ LÀM CÔNG TÁC PHÁP LUẬT TỈNH BẮC NINH NĂM 2026',
      'Nâng cao năng lực cán bộ làm công tác pháp luật tỉnh Bắc Ninh năm 2026',
    ],
    [
      'THỰC HIỆN LUẬT ĐẤT ĐAI VÀ CÁC CHƯƠNG TRÌNH CỦA BỘ XÂY DỰNG',
      'Thực hiện Luật Đất đai và các chương trình của Bộ Xây dựng',
    ],
    ['GIẢM ÙN TẮC TẠI CƠ SỞ Y TẾ, TRỤ SỞ VÀ BỘ MÁY MỘT CỬA', 'Giảm ùn tắc tại cơ sở y tế, trụ sở và bộ máy một cửa'],
  ]
  for (const [printed, want] of cases) it(want, () => assert.equal(officialCase(printed), want))
})

describe('a subject', () => {
  const subjectOf = (text: string, name = 'mau.txt', format: 'txt' | 'markdown' = 'txt') =>
    extract(readText(text, name, format)).document.subject
  it('goes on behind the day of the act that it carries out', () =>
    assert.equal(
      subjectOf(`TỈNH ỦY AN BÌNH
Số 32-KH/TU
An Bình, ngày 10 tháng 01 năm 2026
KẾ HOẠCH
thực hiện Nghị quyết số 57-NQ/TW ngày 22/12/2025
Bộ Chính trị về an toàn bến đò (MẪU)
1. Các huyện ủy kiểm tra bến đò.`),
      'thực hiện Nghị quyết số 57-NQ/TW ngày 22/12/2025 Bộ Chính trị về an toàn bến đò (MẪU)',
    ))
  it('stands at the head of a copy without its letterhead', () =>
    assert.match(
      subjectOf(`BAN HÀNH KẾ HOẠCH TỔ CHỨC THỰC HIỆN CHỈ THỊ VỀ AN TOÀN BẾN ĐÒ (MẪU)
THỦ TƯỚNG CHÍNH PHỦ
Căn cứ Luật Tổ chức Chính phủ ngày 19 tháng 6 năm 2015;
QUYẾT ĐỊNH:
Điều 1. Ban hành kèm theo Quyết định này Kế hoạch về an toàn bến đò.`) ?? '',
      /^Ban hành Kế hoạch tổ chức thực hiện Chỉ thị về an toàn bến đò/i,
    ))
  it('stands in a cell of the letterhead, on a line of its own', () =>
    assert.equal(
      subjectOf(
        `# CÔNG VĂN SỐ 624/BM-KHCN — BẾN ĐÒ (MẪU)

| **BỘ MẪU** <br><br> Số: 624/BM-KHCN <br> V/v hướng dẫn kết nối dữ liệu bến đò | **CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM** <br> *Hà Nội, ngày 15 tháng 9 năm 2026* |
| :--- | :--- |

Kính gửi: Các sở.

1. Các sở cập nhật dữ liệu bến đò trước ngày 30/9/2026.`,
        'mau.md',
        'markdown',
      ),
      'V/v hướng dẫn kết nối dữ liệu bến đò',
    ))
})
