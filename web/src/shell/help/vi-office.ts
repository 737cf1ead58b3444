import type { HelpPage, HelpTexts } from './pages.ts'

type OfficePage = Extract<HelpPage, `/${'chuong-trinh-cong-tac' | 'bao-cao' | 'to-cong-tac'}${string}`>

/** Help in Vietnamese on the work programme, the reports and the Task Force. */
export const officePages: Pick<HelpTexts['pages'], OfficePage> = {
  '/chuong-trinh-cong-tac': {
    name: 'Chương trình công tác',
    about: 'Đề án phải trình theo tháng, đề án nợ đọng, văn bản quy định chi tiết, kế hoạch triển khai và lịch tuần.',
    acts: {
      board: 'Chọn tháng để xem đề án theo tình trạng; bấm một con số để mở đúng các đề án đó.',
      owed: 'Ở thẻ “Nợ đọng”: ai nợ, nợ từ bao giờ, đã thu hồi được bao nhiêu, tính đến ngày nào cũng được.',
      keep: 'Nhập danh mục từ DOCX, XLSX, PDF; thêm đề án; ghi chương trình và văn bản ban hành.',
      register: 'Đăng ký đề án của cơ quan mình; đề án có trong chương trình sau khi được quyết định.',
      plans: 'Ở thẻ “Kế hoạch triển khai”: cơ quan nào phải ban hành, đã ban hành chưa, văn bản nào.',
    },
  },
  '/chuong-trinh-cong-tac/$id': {
    name: 'Một đề án',
    about: 'Từ điều khoản giao đến văn bản có hiệu lực: thời hạn, hồ sơ trình, đề nghị điều chỉnh.',
    acts: {
      chain: 'Xem đề án đi tới đâu: điều khoản giao, trình, ban hành, có hiệu lực.',
      submit: 'Ghi Tờ trình với số đến của Văn phòng hoặc tệp đã ký.',
      change: 'Đề nghị lùi hạn, đổi chủ trì, gộp, tách; cam kết ngày trình đề án nợ.',
      check: 'Kiểm tra hồ sơ; trả lại thì nêu hết lý do một lần.',
      decide: 'Ghi quyết định của Thủ tướng, Phó Thủ tướng kèm văn bản.',
    },
  },
  '/chuong-trinh-cong-tac/nhap/$id': {
    name: 'Rà soát danh mục đề án',
    about: 'Các dòng vừa đọc từ tệp, chỗ nào chưa rõ, trước khi đưa vào chương trình.',
    acts: {
      mend: 'Chọn cơ quan, cấp trình, tháng cho dòng chưa rõ; bỏ dòng không cần.',
      confirm: 'Khi không còn dòng cần sửa, đưa tất cả vào chương trình.',
    },
  },
  '/bao-cao': {
    name: 'Báo cáo',
    about: 'Báo cáo của một tháng, đọc như bản in; mỗi con số mở đúng những nhiệm vụ nó đếm.',
    acts: {
      read: 'Chọn tháng, so với kỳ trước và cùng kỳ năm trước.',
      export: 'Tải DOCX, PDF hoặc XLSX có phụ lục.',
      drawUp: 'Lập báo cáo để chốt số liệu rồi trình ký.',
      list: 'Mở các báo cáo đã lập và đã phát hành.',
    },
  },
  '/bao-cao/$id': {
    name: 'Một báo cáo',
    about: 'Báo cáo đã lập. Số liệu đã chốt: bản trình và bản ký là một.',
    acts: {
      read: 'Đọc và tải về đúng bản đã lập.',
      submit: 'Sửa dự thảo, trình ký, hoặc rút lại trước khi ký.',
      sign: 'Ký phát hành, hoặc trả lại kèm lý do.',
      correct: 'Đính chính bản đã phát hành bằng một bản mới, nêu số nào đổi, vì sao.',
    },
  },
  '/bao-cao/tat-ca': {
    name: 'Mọi báo cáo',
    about: 'Báo cáo của mọi loại, lời văn và số liệu gắn kèm.',
    acts: {
      read: 'Lọc theo loại, mở một báo cáo.',
      write: 'Lập báo cáo từ mẫu đang dùng; số liệu tính ngay.',
      own: 'Lập báo cáo của cơ quan mình gửi người đứng đầu.',
    },
  },
  '/bao-cao/mau': {
    name: 'Mẫu báo cáo',
    about: 'Mẫu của từng loại báo cáo: các mục, lời văn có số liệu, nơi nhận.',
    acts: {
      read: 'Xem mẫu đang dùng và các bản trước.',
      keep: 'Lập bản mới, sửa, thử trên một kỳ đã qua rồi đưa vào sử dụng.',
    },
  },
  '/bao-cao/lich': {
    name: 'Lịch lập báo cáo',
    about: 'Ngày nào dự thảo nào có sẵn, theo căn cứ nào.',
    acts: {
      read: 'Xem lần tới và kết quả lần gần nhất.',
      keep: 'Đặt ngày mới, kết thúc lịch cũ.',
    },
  },
  '/bao-cao/chi-tieu': {
    name: 'Chỉ tiêu',
    about: 'Chỉ tiêu bằng số của một văn bản, đạt hay chưa, căn cứ là gì.',
    acts: {
      read: 'Chọn văn bản và ngày; mở nhiệm vụ có chỉ tiêu.',
    },
  },
  '/bao-cao/da-cong-bo': {
    name: 'Số đã công bố',
    about: 'Số liệu in trước khi có hệ thống và cách tính lại.',
    acts: {
      read: 'Xem quy tắc cho ra tỷ lệ đã in, hoặc biết là không tính lại được.',
    },
  },
  '/to-cong-tac': {
    name: 'Tổ công tác',
    about: 'Kiểm tra, phát hiện, kiến nghị, đối thoại và đánh giá. Cơ quan thấy những gì gửi đến mình.',
    acts: {
      own: 'Xem yêu cầu giải trình, phát hiện, kiến nghị và câu hỏi gửi cơ quan mình.',
      keep: 'Lập kiến nghị, cuộc kiểm tra, buổi đối thoại; nhập Tổ công tác theo quyết định.',
      lead: 'Quyết định, kết luận kiểm tra; đặt phương pháp, chốt kết quả đánh giá.',
      assess: 'Xem đánh giá và từng dòng được tính.',
    },
  },
  '/to-cong-tac/$id': {
    name: 'Một Tổ công tác',
    about: 'Theo quyết định nào, ai là thành viên từ ngày nào, theo dõi cơ quan nào, có kế hoạch gì.',
    acts: {
      read: 'Xem thành viên, phân công qua các lần sắp xếp, kế hoạch.',
      keep: 'Thêm, kết thúc thành viên; phân công; nhập kế hoạch mới.',
    },
  },
  '/to-cong-tac/$id/ke-hoach-moi': {
    name: 'Kế hoạch mới của Tổ công tác',
    about: 'Đọc hoạt động từ tệp, xem lại từng dòng rồi ban hành.',
    acts: { read: 'Chọn tệp để đọc; sửa, thêm, bỏ dòng.', issue: 'Ban hành: mỗi dòng thành một nhiệm vụ.' },
  },
  '/to-cong-tac/ke-hoach/$id': {
    name: 'Một kế hoạch hoạt động',
    about: 'Các hoạt động theo kế hoạch, tiến độ đọc từ nhiệm vụ.',
    acts: { read: 'Mở từng nhiệm vụ; tải tệp kế hoạch.' },
  },
  '/to-cong-tac/kien-nghi/$id': {
    name: 'Một kiến nghị',
    about: 'Kiến nghị từ nguồn đến trả lời, nhiệm vụ và chứng cứ.',
    acts: {
      read: 'Theo chuỗi từ nguồn đến kết quả.',
      answer: 'Tiếp thu, không tiếp thu, hoặc báo đã thực hiện kèm chứng cứ.',
      keep: 'Gửi, giao thành nhiệm vụ, kết thúc, rút, thay bằng kiến nghị khác.',
    },
  },
  '/to-cong-tac/kiem-tra/$id': {
    name: 'Một cuộc kiểm tra',
    about: 'Phạm vi đã chốt, giải trình, biên bản, phát hiện, kết luận.',
    acts: {
      read: 'Đọc các phần mình được xem.',
      answer: 'Giải trình, ký biên bản, cho ý kiến về phát hiện, báo khắc phục.',
      keep: 'Yêu cầu giải trình, lập biên bản, ghi và gửi phát hiện, xác nhận khắc phục.',
      lead: 'Ra quyết định, ký biên bản, ký kết luận, hoãn hoặc dừng.',
    },
  },
  '/to-cong-tac/danh-gia/$id': {
    name: 'Kết quả đánh giá đã chốt',
    about: 'Số liệu của một kỳ như biết được lúc chốt, và chỗ khác theo số liệu hiện nay.',
    acts: {
      read: 'Mở từng dòng được tính lúc chốt; xem bản đính chính thay đổi những gì.',
      lead: 'Đính chính thành bản mới, kèm lý do.',
    },
  },
  '/to-cong-tac/doi-thoai/$id': {
    name: 'Một buổi đối thoại',
    about: 'Câu hỏi của buổi, ai trả lời khi nào, buổi sau đã trả lời bao nhiêu.',
    acts: {
      ask: 'Nhập câu hỏi, mỗi dòng một câu.',
      sort: 'Phân loại, gửi nhiều câu một lần.',
      next: 'Xem số câu đã trả lời đến buổi sau.',
    },
  },
}
