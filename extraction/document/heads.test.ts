import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { extract } from '../extract.ts'
import { readHtml } from '../read/html.ts'
import { readText } from '../read/text.ts'

const BODY =
  '\n1. Sở Xây dựng kiểm tra bến đò ngang trước ngày 30/6/2026.\n2. Sở Y tế bố trí y sĩ trực tại các bến.\n\nNơi nhận:\n- Như trên.\n'
const STATE = 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n'
const documentOf = (head: string) => extract(readText(head + BODY, 'mau.txt')).document

describe('a conclusion of the Party', () => {
  const heads: [string, string, string][] = [
    [
      'BAN CHẤP HÀNH TRUNG ƯƠNG\n*\nSố 903-KL/TW\nĐẢNG CỘNG SẢN VIỆT NAM\nHà Nội, ngày 12 tháng 01 năm 2026\n\nKẾT LUẬN CỦA BỘ CHÍNH TRỊ\nvề việc sắp xếp bến đò ngang\n\nBộ Chính trị yêu cầu:',
      'Bộ Chính trị',
      'về việc sắp xếp bến đò ngang',
    ],
    [
      'BAN CHẤP HÀNH TRUNG ƯƠNG          ĐẢNG CỘNG SẢN VIỆT NAM\n          *                       Hà Nội, ngày 15 tháng 02 năm 2026\n     Số 907-CT/TW\n\n              CHỈ THỊ CỦA BAN BÍ THƯ\n      VỀ TĂNG CƯỜNG BẢO ĐẢM AN TOÀN ĐƯỜNG THỦY\n\nBan Bí thư yêu cầu các cấp ủy:',
      'Ban Bí thư',
      'Về tăng cường bảo đảm an toàn đường thủy',
    ],
    [
      'TỈNH ỦY HÒA LẠC\n*\nSố 12-KL/TU\nĐẢNG CỘNG SẢN VIỆT NAM\nHòa Lạc, ngày 08 tháng 01 năm 2026\n\nKẾT LUẬN\nCỦA BAN THƯỜNG VỤ TỈNH ỦY\nvề quản lý bến đò ngang\n-----\n\nBan Thường vụ Tỉnh ủy yêu cầu:',
      'Tỉnh ủy Hòa Lạc',
      'về quản lý bến đò ngang',
    ],
  ]
  for (const [head, issuer, subject] of heads) {
    it(`of ${issuer}`, () => {
      const document = documentOf(head)
      assert.deepEqual([document.issuer, document.subject], [issuer, subject])
    })
  }
})

describe('a dispatch', () => {
  const senders: [string, string][] = [
    ['BỘ TRƯỞNG BỘ Y TẾ điện:', 'Bộ trưởng Bộ Y tế'],
    ['THỦ TƯỚNG CHÍNH PHỦ điện:', 'Thủ tướng Chính phủ'],
    ['CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH HÒA LẠC, điện:', 'Chủ tịch Ủy ban nhân dân tỉnh Hòa Lạc'],
  ]
  for (const [line, issuer] of senders) {
    it(`without a letterhead is from whom it names: ${line}`, () => {
      const head = `CÔNG ĐIỆN\nVỀ BẢO ĐẢM AN TOÀN BẾN ĐÒ\n\n${line}\n\n- Chủ tịch UBND các xã;\n- Giám đốc các sở.\n\nDo mưa lớn, yêu cầu:`
      assert.equal(documentOf(head).issuer, issuer)
    })
  }
})

describe('an office of the Central Committee', () => {
  it('has its whole name, and a conclusion of a person says whose it is', () => {
    const head =
      'BAN CHẤP HÀNH\nTRUNG ƯƠNG\nVĂN PHÒNG\n*\nĐẢNG CỘNG SẢN VIỆT NAM\n\nSố 907-KL/VPTW\nHà Nội, ngày 12 tháng 01 năm 2026\n\nKẾT LUẬN\nCỦA ĐỒNG CHÍ CHÁNH VĂN PHÒNG\nTẠI HỘI NGHỊ VỀ BẾN ĐÒ NGANG\n\nTại hội nghị, đồng chí Chánh Văn phòng yêu cầu:'
    const document = documentOf(head)
    assert.equal(document.issuer, 'Văn phòng Ban Chấp hành Trung ương')
    assert.equal(document.subject, 'Của đồng chí Chánh Văn phòng tại hội nghị về bến đò ngang')
  })
})

describe('the subject of a letter', () => {
  for (const years of ['2025 - 2026', '2026-2030', '2026 – 2027'])
    it(`goes on with the years ${years} in the next line`, () => {
      const head = `SỞ Y TẾ TỈNH HÒA LẠC\nSố: 907/SYT-NV\nV/v khám sức khỏe học sinh giai đoạn\n${years}\n${STATE}Hòa Lạc, ngày 03 tháng 4 năm 2026\n\nKính gửi: UBND các xã, phường\n`
      assert.match(documentOf(head).subject ?? '', new RegExp(`giai đoạn ${years}$`))
    })
})

describe('the day', () => {
  const days: [string, string | null, string | null][] = [
    ['Hoa Lư, ngày 15/02/2026', 'Hoa Lư', '2026-02-15'],
    ['Hòa Lạc, ngày 3.4.2026', 'Hòa Lạc', '2026-04-03'],
    ['TP. Hòa Lạc, ngày 03-4-2026', 'TP. Hòa Lạc', '2026-04-03'],
    ['Ngày 03 tháng 4 năm 2026', null, '2026-04-03'],
    ['Bản Vược, ngày      tháng 3 năm 2026', 'Bản Vược', null],
  ]
  for (const [printed, place, day] of days) {
    it(`"${printed}"`, () => {
      const document = documentOf(
        `UBND XÃ BẢN VƯỢC\n${STATE}Số: 77/TB-UBND\n${printed}\n\nTHÔNG BÁO\nVề việc kiểm tra bến đò ngang\n`,
      )
      assert.deepEqual([document.place, document.issuedOn], [place, day])
    })
  }
})

describe('letters set apart', () => {
  it('are read as words', () => {
    const { type, issuer, subject } = documentOf(
      'Ủ Y  B A N  N H Â N  D Â N\nX Ã  B Ả N  V Ư Ợ C\nC Ộ N G  H Ò A  X Ã  H Ộ I  C H Ủ  N G H Ĩ A  V I Ệ T  N A M\nSố: 45/CT-UBND\nBản Vược, ngày 07 tháng 5 năm 2026\nC H Ỉ  T H Ị\nVề việc quản lý bến đò ngang\n',
    )
    assert.deepEqual(
      [type, issuer, subject],
      ['Chỉ thị', 'Ủy ban nhân dân xã Bản Vược', 'Về việc quản lý bến đò ngang'],
    )
  })
  it('are known in titles whose words are no farther apart', () => {
    const { text } = readText('Q U Y Ế T Đ Ị N H\nN Ơ I N H Ậ N :\nA B C D E G\n', 'mau.txt')
    assert.equal(text, 'QUYẾT ĐỊNH\nNƠI NHẬN:\nA B C D E G\n')
  })
})

describe('the subject', () => {
  const subjects: [string, string][] = [
    ['KẾ HOẠCH PHỐI HỢP\nKiểm tra an toàn bến đò năm 2026\n', 'Kiểm tra an toàn bến đò năm 2026'],
    ['CHƯƠNG TRÌNH CÔNG TÁC\nCủa Tổ liên ngành về bến đò\n', 'Của Tổ liên ngành về bến đò'],
    ['KẾ HOẠCH (DỰ THẢO)\nVề sửa bến đò ngang\n', 'Về sửa bến đò ngang'],
    ['KẾT LUẬN (MẪU)\nCỦA BAN THƯỜNG VỤ ĐẢNG ỦY\nvề sửa bến đò ngang\n', 'về sửa bến đò ngang'],
    ['KẾ HOẠCH KIỂM TRA BẾN ĐÒ NĂM 2026\n', 'Kiểm tra bến đò năm 2026'],
    [
      'THÔNG BÁO KẾT LUẬN CỦA PHÓ CHỦ TỊCH TẠI CUỘC HỌP VỀ BẾN ĐÒ\n',
      'Kết luận của phó chủ tịch tại cuộc họp về bến đò',
    ],
  ]
  for (const [title, want] of subjects) {
    it(`of "${title.split('\n')[0]}"`, () => {
      const head = `UBND XÃ BẢN VƯỢC\n${STATE}Số: 7/KH-UBND\nBản Vược, ngày 07 tháng 5 năm 2026\n\n${title}`
      assert.equal(documentOf(head).subject, want)
    })
  }
  it('goes on below a line that cannot end it', () => {
    const lines = (title: string[]): string =>
      `<p>UBND XÃ BẢN VƯỢC</p><p>Số: 7/TB-UBND</p><p>Bản Vược, ngày 7 tháng 5 năm 2026</p><p>THÔNG BÁO</p>${title.map((line) => `<p>${line}</p>`).join('')}<p>Ủy ban nhân dân xã yêu cầu:</p><p>1. Thôn Hai dọn bờ kè.</p>`
    const subjectOf = (...title: string[]) => extract(readHtml(lines(title), 'mau.html')).document.subject
    assert.equal(
      subjectOf('Kết luận của đồng chí Phó Bí thư, Chủ tịch', 'Ủy ban nhân dân xã tại cuộc họp về bến đò'),
      'Kết luận của đồng chí Phó Bí thư, Chủ tịch Ủy ban nhân dân xã tại cuộc họp về bến đò',
    )
    assert.equal(
      subjectOf('Kiểm tra bến đò theo ý kiến của', 'Thủ tướng Chính phủ'),
      'Kiểm tra bến đò theo ý kiến của Thủ tướng Chính phủ',
    )
    assert.equal(subjectOf('Kiểm tra bến đò trên địa bàn xã'), 'Kiểm tra bến đò trên địa bàn xã')
  })
})

describe('a letter', () => {
  const letterOf = (number: string, about: string) =>
    documentOf(`SỞ XÂY DỰNG\n${number}\n${about}\n${STATE}Hòa Lạc, ngày 5 tháng 3 năm 2026\n\nKính gửi: Các chủ bến.\n`)
  const cases: [string, string][] = [
    ['Số: 12/SXD-QLHT', 'Về việc kiểm tra bến đò ngang'],
    ['Số: 1234/CT-NVT', 'V/v kê khai thuế bến đò'],
    ['Số: 77/TB-KT', 'V/v rà soát phao cứu sinh'],
  ]
  for (const [number, about] of cases) {
    it(`with the subject "${about}" below ${number}`, () => {
      const { type, subject } = letterOf(number, about)
      assert.deepEqual([type, subject], ['Công văn', about])
    })
  }
})

describe('the issuer', () => {
  const issuers: [string, string][] = [
    ['BỘ XÂY DỰNG\nCỤC THỦY LỢI VÀ XÂY DỰNG\nCÔNG TRÌNH', 'Cục Thủy lợi và Xây dựng công trình'],
    ['UBND XÃ BẢN VƯỢC\nPHÒNG KINH TẾ', 'Phòng Kinh tế'],
    ['SỞ Y TẾ TỈNH HÒA LẠC\nCHI CỤC DÂN SỐ', 'Chi cục Dân số'],
    ['TỈNH ĐOÀN HÒA LẠC\nBAN THƯỜNG VỤ', 'Ban Thường vụ Tỉnh đoàn Hòa Lạc'],
    ['HỘI ĐỒNG NHÂN DÂN\nTỈNH HÒA LẠC', 'Hội đồng nhân dân tỉnh Hòa Lạc'],
    ['TRUNG TÂM Y TẾ KHU VỰC HÒA LẠC', 'Trung tâm Y tế khu vực Hòa Lạc'],
  ]
  for (const [printed, want] of issuers) {
    it(`"${printed.replaceAll('\n', ' / ')}"`, () =>
      assert.equal(
        documentOf(
          `${printed}\n${STATE}Số: 7/KH-ABC\nHòa Lạc, ngày 5 tháng 3 năm 2026\n\nKẾ HOẠCH\nKiểm tra bến đò ngang\n`,
        ).issuer,
        want,
      ))
  }
})

describe('a head in a table below the menu of a site', () => {
  const MENU =
    '<ul><li>Trang chủ</li><li>Giới thiệu</li><li>Tin tức</li><li>Văn bản</li><li>Liên hệ</li></ul><div>Hôm nay: Thứ Hai, 02/03/2026</div><h1>Văn bản của xã</h1>'
  const PAGE_BODY = '<p>1. Thôn Hai dọn bờ kè.</p><p>2. Thôn Ba cắm biển báo.</p>'
  const heads: [string, string][] = [
    [
      'in two rows',
      '<tr><td>ỦY BAN NHÂN DÂN<br>XÃ BẢN VƯỢC</td><td>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM<br>Độc lập - Tự do - Hạnh phúc</td></tr><tr><td>Số: 31/KH-UBND</td><td>Bản Vược, ngày 25 tháng 02 năm 2026</td></tr>',
    ],
    [
      'in one row',
      '<tr><td><p>ỦY BAN NHÂN DÂN</p><p>XÃ BẢN VƯỢC</p><p>-----</p><p>Số: 31/KH-UBND</p></td><td><p>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</p><p>Bản Vược, ngày 25 tháng 02 năm 2026</p></td></tr>',
    ],
    [
      'with the subject of a letter',
      '<tr><td>ỦY BAN NHÂN DÂN<br>XÃ BẢN VƯỢC</td><td>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</td></tr><tr><td>Số: 31/KH-UBND<br>V/v dọn bờ kè</td><td>Bản Vược, ngày 25 tháng 02 năm 2026</td></tr>',
    ],
  ]
  for (const [name, table] of heads) {
    it(name, () => {
      const page = `<html><body>${MENU}<table>${table}</table><p><b>KẾ HOẠCH</b></p><p>Dọn bờ kè năm 2026</p>${PAGE_BODY}</body></html>`
      const { number, issuer, issuedOn } = extract(readHtml(page, 'mau.html')).document
      assert.deepEqual([number, issuer, issuedOn], ['31/KH-UBND', 'Ủy ban nhân dân xã Bản Vược', '2026-02-25'])
    })
  }
})

describe('the stamp of a signature', () => {
  const stamps = [
    'Ký bởi: Tổng cục Bến đò Địa chỉ: Hòa Lạc',
    'Được ký bởi: Tổng cục Bến đò Ngày ký: 05-03-2026',
    'Người ký: Tổng cục Bến đò Email: mau@hoalac.example',
    'Ký số bởi : Tổng cục Bến đò',
  ]
  for (const stamp of stamps)
    it(`says the issuer whose accents the letterhead lost: ${stamp}`, () => {
      const head = `${stamp}\nTONG CỤC BEN ĐÒ\n${STATE}Số: 12/KH-TCBĐ\nHòa Lạc, ngày 05 tháng 3 năm 2026\n\nKẾ HOẠCH\nKiểm tra bến đò ngang\n`
      assert.equal(documentOf(head).issuer, 'Tổng cục Bến đò')
    })
})
