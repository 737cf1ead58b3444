/** What the address of a figure of the ledger filters by. */
export const programmeFilter = {
  agencyBy: 'Chỉ đề án do chính cơ quan này chủ trì, không gồm đơn vị trực thuộc và cơ quan đã sáp nhập vào',
  inCharge: 'Lãnh đạo phụ trách: {{name}}',
  age: 'Thời gian nợ: {{age}}',
  moves: {
    '0': 'Chưa lùi hạn lần nào',
    '1': 'Đã lùi hạn 1 lần',
    '2': 'Đã lùi hạn 2 lần',
    '3': 'Đã lùi hạn từ 3 lần',
  },
  flow: {
    start: 'Nợ từ trước ngày {{from}}',
    new: 'Nợ phát sinh từ {{from}} đến hết {{to}}',
    cleared: 'Nợ đã trả (trình hoặc được lùi hạn) từ {{from}} đến hết {{to}}',
    moved: 'Nợ được lùi hạn từ {{from}} đến hết {{to}}',
    stopped: 'Nợ được dừng từ {{from}} đến hết {{to}}',
    end: 'Còn nợ đến hết {{to}}',
  },
  owedOn: 'Nợ đọng tại ngày {{day}}',
  recovered: {
    submitted: 'Đã trình đến hết {{day}}',
    gone: 'Được lùi hạn hoặc dừng đến hết {{day}}',
    left: 'Còn nợ đến hết {{day}}',
    kept: 'Giữ được cam kết',
    broken: 'Không giữ được cam kết',
    running: 'Cam kết chưa đến ngày vào {{day}}',
  },
}

/** What became of the debt of a day. */
export const recoveryParts = {
  submitted: 'đã trình',
  gone: 'được lùi hạn hoặc dừng',
  left: 'còn nợ',
  kept: 'giữ được cam kết',
  broken: 'không giữ được cam kết, kể cả khi cam kết lại',
  running: 'có cam kết còn hạn',
}
