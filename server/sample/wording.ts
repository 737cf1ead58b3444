import type { NewTarget } from '../tasks/index.ts'
import type { SampleAgency } from './agencies.ts'
import type { Random } from './random.ts'
import type { Theme } from './themes.ts'

export interface Wording {
  title: string
  content: string
  product: string | null
  targets: NewTarget[]
}

type Form = readonly [title: string, product: string | null, ending: string]

/** Tasks of ministries and agencies. `{t}` is the topic. */
const CENTRAL: readonly (readonly [Form, number])[] = [
  [
    [
      'Xây dựng, trình Chính phủ ban hành Nghị định về {t}',
      'Nghị định',
      'lấy ý kiến các cơ quan, tổ chức liên quan và đối tượng chịu tác động theo quy định',
    ],
    5,
  ],
  [
    [
      'Xây dựng, trình Thủ tướng Chính phủ Đề án về {t}',
      'Đề án',
      'làm rõ cơ sở pháp lý, nguồn lực và lộ trình thực hiện',
    ],
    7,
  ],
  [['Trình Thủ tướng Chính phủ ban hành Chỉ thị về {t}', 'Chỉ thị', 'bảo đảm rõ người, rõ việc, rõ thời hạn'], 3],
  [['Ban hành Thông tư hướng dẫn {t}', 'Thông tư', 'không để khoảng trống pháp lý'], 5],
  [
    [
      'Rà soát, đề xuất sửa đổi, bổ sung quy định về {t}',
      'Báo cáo rà soát',
      'kiến nghị rõ điều khoản cần sửa đổi, thay thế hoặc bãi bỏ',
    ],
    9,
  ],
  [
    [
      'Đánh giá tình hình {t}, báo cáo Thủ tướng Chính phủ',
      'Báo cáo',
      'nêu rõ kết quả, tồn tại, nguyên nhân và trách nhiệm',
    ],
    12,
  ],
  [
    [
      'Hướng dẫn, đôn đốc các địa phương trong việc {t}',
      'Văn bản hướng dẫn',
      'kịp thời tổng hợp khó khăn, vướng mắc của địa phương',
    ],
    9,
  ],
  [
    ['Kiểm tra việc {t} tại các địa phương, đơn vị trọng điểm', 'Kết luận kiểm tra', 'xử lý nghiêm trường hợp vi phạm'],
    7,
  ],
  [
    [
      'Đề xuất giải pháp tháo gỡ khó khăn, vướng mắc trong {t}',
      'Tờ trình',
      'phân định rõ nội dung thuộc thẩm quyền của từng cấp',
    ],
    10,
  ],
  [
    ['Xử lý kiến nghị của cử tri về {t}', 'Văn bản trả lời', 'gửi kết quả đến Đoàn đại biểu Quốc hội nơi có kiến nghị'],
    8,
  ],
  [
    [
      'Xử lý kiến nghị của doanh nghiệp, hiệp hội về {t}',
      'Văn bản trả lời',
      'trả lời trực tiếp cho tổ chức có kiến nghị',
    ],
    7,
  ],
  [['Xây dựng cơ sở dữ liệu phục vụ {t}', 'Cơ sở dữ liệu', 'kết nối, chia sẻ với các bộ, ngành, địa phương'], 3],
  [
    [
      'Tổ chức hội nghị trực tuyến toàn quốc về {t}',
      'Thông báo kết luận hội nghị',
      'chuẩn bị báo cáo chuyên đề và các tham luận',
    ],
    3,
  ],
  [
    [
      'Tiếp thu ý kiến thành viên Chính phủ, hoàn thiện hồ sơ trình về {t}',
      'Hồ sơ trình',
      'giải trình rõ nội dung không tiếp thu',
    ],
    6,
  ],
  [['Công khai thông tin, tuyên truyền về {t}', null, 'sử dụng đa dạng hình thức, phù hợp với từng nhóm đối tượng'], 3],
  [
    [
      'Theo dõi, tổng hợp việc {t} của các bộ, ngành, địa phương',
      'Báo cáo',
      'báo cáo Chính phủ tại phiên họp thường kỳ',
    ],
    5,
  ],
]

/** Tasks of provinces. `{a}` is the area: "tỉnh Lào Cai". */
const LOCAL: readonly (readonly [Form, number])[] = [
  [
    [
      'Ban hành Kế hoạch về {t} trên địa bàn {a}',
      'Kế hoạch',
      'xác định rõ cơ quan chủ trì, nguồn lực và tiến độ từng phần việc',
    ],
    9,
  ],
  [
    [
      'Kiểm tra, xử lý thông tin báo chí phản ánh về {t} tại {a}',
      'Báo cáo',
      'xử lý nghiêm tập thể, cá nhân vi phạm nếu có',
    ],
    9,
  ],
  [
    [
      'Báo cáo Thủ tướng Chính phủ kết quả {t} trên địa bàn {a}',
      'Báo cáo',
      'nêu rõ số liệu, nguyên nhân và giải pháp thời gian tới',
    ],
    12,
  ],
  [['Tháo gỡ khó khăn, vướng mắc trong {t} tại {a}', 'Báo cáo', 'không để kéo dài, gây lãng phí'], 10],
  [['Xử lý kiến nghị của cử tri {a} về {t}', 'Văn bản trả lời', 'trả lời cử tri và báo cáo kết quả'], 7],
  [['Đẩy mạnh {t} trên địa bàn {a}', null, 'giao ban hằng tháng để kiểm điểm tiến độ'], 8],
  [
    [
      'Rà soát, thống kê, đánh giá hiện trạng {t} tại {a}',
      'Báo cáo rà soát',
      'hoàn thiện số liệu gửi cơ quan chủ quản tổng hợp',
    ],
    6,
  ],
  [
    [
      'Giải quyết dứt điểm khiếu nại, phản ánh của người dân {a} liên quan đến {t}',
      'Quyết định giải quyết',
      'tổ chức đối thoại, không để phát sinh điểm nóng',
    ],
    5,
  ],
  [['Bố trí vốn, bảo đảm nguồn lực cho việc {t} tại {a}', 'Quyết định phân bổ', 'ưu tiên nội dung cấp bách'], 5],
]

/** Standing tasks are worded differently from those with a product. */
const CENTRAL_STANDING: typeof CENTRAL = [
  [
    ['Hướng dẫn, đôn đốc các địa phương trong việc {t}', null, 'kịp thời tổng hợp khó khăn, vướng mắc của địa phương'],
    9,
  ],
  [
    [
      'Theo dõi, tổng hợp việc {t} của các bộ, ngành, địa phương',
      'Báo cáo định kỳ',
      'báo cáo Chính phủ tại phiên họp thường kỳ',
    ],
    9,
  ],
  [
    [
      'Thường xuyên công khai thông tin, tuyên truyền về {t}',
      null,
      'sử dụng đa dạng hình thức, phù hợp với từng nhóm đối tượng',
    ],
    5,
  ],
  [
    [
      'Tiếp tục chủ trì, phối hợp với các cơ quan liên quan trong {t}',
      null,
      'chủ động xử lý vấn đề phát sinh theo thẩm quyền',
    ],
    9,
  ],
  [['Tăng cường kiểm tra, thanh tra việc {t}', null, 'xử lý nghiêm trường hợp vi phạm'], 6],
]
const LOCAL_STANDING: typeof LOCAL = [
  [['Đẩy mạnh {t} trên địa bàn {a}', null, 'giao ban hằng tháng để kiểm điểm tiến độ'], 9],
  [['Thường xuyên theo dõi, kiểm tra việc {t} tại {a}', null, 'không để phát sinh vi phạm mới'], 9],
  [['Tiếp tục tuyên truyền, vận động người dân {a} tham gia {t}', null, 'phát huy vai trò của cấp cơ sở'], 5],
  [['Định kỳ báo cáo kết quả {t} trên địa bàn {a}', 'Báo cáo định kỳ', 'bảo đảm số liệu đầy đủ, kịp thời'], 8],
]

/** The wording of an agency's task on a topic. About one in twelve has a numeric target. */
export function wordingOf(
  random: Random,
  theme: Theme,
  agency: SampleAgency,
  isStanding: boolean,
  topic = random.pick(theme.topics),
): Wording {
  const isLocal = agency.kind === 'province'
  const forms = isStanding ? (isLocal ? LOCAL_STANDING : CENTRAL_STANDING) : isLocal ? LOCAL : CENTRAL
  const [pattern, product, ending] = random.weighted(forms)
  const title = pattern.replace('{t}', topic).replace('{a}', agency.area)
  const content = `${title}; ${ending}.`
  if (!random.isLikely(1 / 12)) return { title, content, product, targets: [] }
  const { sentence, target } = random.pick(TARGETS)(random.pick([30, 50, 60, 70, 80, 90, 95, 100]))
  return { title, content: `${content} ${sentence}`, product, targets: [target] }
}

const TARGETS: readonly ((value: number) => { sentence: string; target: NewTarget })[] = [
  (value) => shareOf('tỷ lệ nội dung được xử lý đúng hạn', 'đạt tối thiểu', '>=', value),
  (value) => shareOf('tỷ lệ đơn vị trực thuộc hoàn thành', 'đạt', '=', value),
  (value) => shareOf('tỷ lệ hồ sơ được cập nhật trên hệ thống', 'đạt tối thiểu', '>=', value),
  (value) => shareOf('tỷ lệ giải ngân so với kế hoạch được giao', 'đạt tối thiểu', '>=', value),
]

function shareOf(measure: string, verb: string, comparator: '>=' | '=', value: number) {
  const literal = `${measure} ${verb} ${value}%`
  return {
    sentence: `Bảo đảm ${literal}.`,
    target: { literal, measure, comparator, value, max: null, unit: '%', baseline: null, scope: null, byWhen: null },
  }
}

const REPORTS = [
  'Đã thành lập tổ soạn thảo, phân công nhiệm vụ cho các đơn vị.',
  'Đã hoàn thành dự thảo lần 1, đang lấy ý kiến các cơ quan liên quan.',
  'Đã tổng hợp ý kiến góp ý, đang hoàn thiện hồ sơ.',
  'Đã làm việc với các đơn vị liên quan, thống nhất phương án thực hiện.',
  'Đang tổng hợp số liệu báo cáo của các đơn vị.',
  'Đã tổ chức kiểm tra thực tế, đang xây dựng báo cáo.',
  'Cơ bản hoàn thành các nội dung được giao, đang rà soát lần cuối.',
] as const
const OBSTACLES = [
  'Một số đơn vị gửi ý kiến góp ý chậm.',
  'Nội dung phức tạp, còn ý kiến khác nhau giữa các bộ, ngành.',
  'Phải tạm dừng kiểm tra thực tế do giãn cách phòng, chống dịch.',
  'Chưa bố trí được kinh phí thực hiện.',
] as const
const CLAIMS = [
  'Đã hoàn thành, trình cấp có thẩm quyền.',
  'Đã ban hành văn bản theo yêu cầu.',
  'Đã hoàn thành nhiệm vụ, báo cáo kết quả gửi Văn phòng Chính phủ.',
] as const
const DELAYS = [
  'Nội dung phức tạp, cần thêm thời gian lấy ý kiến các bộ, ngành, địa phương',
  'Phải rà soát lại để thống nhất với các luật vừa được Quốc hội thông qua',
  'Tập trung nguồn lực cho công tác phòng, chống dịch COVID-19',
  'Chờ ý kiến của cấp có thẩm quyền',
] as const
const SHORTCOMINGS = [
  'Báo cáo chưa nêu rõ kết quả từng nội dung được giao; đề nghị bổ sung.',
  'Chưa gửi kèm văn bản là sản phẩm của nhiệm vụ.',
  'Còn nội dung chưa tiếp thu ý kiến của các bộ; đề nghị hoàn thiện, trình lại.',
] as const

export const words = {
  report: (random: Random) => random.pick(REPORTS),
  obstacle: (random: Random) => random.pick(OBSTACLES),
  claim: (random: Random) => random.pick(CLAIMS),
  delay: (random: Random) => random.pick(DELAYS),
  shortcoming: (random: Random) => random.pick(SHORTCOMINGS),
}
