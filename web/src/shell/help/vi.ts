import type { HelpTexts } from './pages.ts'
import { incomingPages } from './vi-incoming.ts'
import { officePages } from './vi-office.ts'
import { outgoingPages } from './vi-outgoing.ts'

/** The help in Vietnamese. Fetched when help is first opened. */
export const texts: HelpTexts = {
  words: {
    asOf: ['Tính đến ngày', 'số liệu như đã biết đến hết ngày đó. Hỏi lại lúc nào cũng ra cùng một kết quả.'],
    standing: [
      'Tình trạng',
      'mỗi nhiệm vụ ở đúng một trong bốn: hoàn thành đúng hạn, hoàn thành quá hạn, trong hạn, quá hạn.',
    ],
    overdue: ['Quá hạn', 'đã qua ngày hết hạn đang có hiệu lực mà chưa được xác nhận hoàn thành.'],
    standingTask: [
      'Nhiệm vụ thường xuyên',
      'không có ngày hết hạn chung nên không bao giờ quá hạn; từng mốc thì có thể.',
    ],
    lead: ['Cơ quan chủ trì', 'chịu trách nhiệm về nhiệm vụ và là nơi báo cáo kết quả.'],
    coordinating: ['Cơ quan phối hợp', 'góp ý kiến hoặc phần việc khi cơ quan chủ trì đề nghị.'],
    confirmed: [
      'Xác nhận hoàn thành',
      'cơ quan báo xong thì chưa tính là xong; cơ quan theo dõi xác nhận thì mới tính.',
    ],
    extension: ['Gia hạn', 'hạn mới ghi thêm cạnh hạn cũ khi được chấp thuận; hạn ban đầu luôn được giữ.'],
    silent: ['Chưa cập nhật', 'quá số ngày đã đặt mà cơ quan chưa báo cáo gì.'],
    contradiction: ['Số liệu cần kiểm tra', 'báo xong mà thiếu sản phẩm, chưa đạt chỉ tiêu, hoặc tiến độ lùi.'],
    rhythm: ['Chế độ báo cáo', 'bao lâu phải báo cáo một lần; mỗi lần là một kỳ.'],
    evidence: ['Minh chứng', 'tệp hoặc văn bản cho thấy kết quả. Rút đi thì vẫn còn dấu vết và lý do.'],
    subtask: [
      'Việc giao đơn vị',
      'phần việc cơ quan chủ trì giao cho đơn vị trực thuộc; cơ quan vẫn chịu trách nhiệm chung.',
    ],
    urge: ['Đôn đốc', 'nhắc cơ quan bằng thư theo quy tắc, hoặc bằng công văn có chữ ký.'],
    signatory: [
      'Người được trình ký',
      'người mà công văn hay báo cáo được trình tới; vắng thì người được ủy quyền ký.',
    ],
    review: ['Rà soát', 'người đối chiếu những gì máy đọc được với văn bản, trước khi thành nhiệm vụ.'],
    unsure: ['Cần xem', 'chỗ máy đọc chưa chắc, nói rõ vì sao.'],
    outsideOrder: ['Chỉ đạo ngoài hệ thống', 'chỉ đạo miệng, hoặc theo văn bản không đưa vào đây.'],
    accuracy: ['Độ chính xác', 'phần những gì máy đọc được mà người rà soát giữ nguyên.'],
    label: ['Nhãn', 'chữ đứng đầu dòng hoặc cột, như “Thời gian hoàn thành”, cho biết phần sau là gì.'],
    draft: ['Dự thảo', 'chưa ký thì còn sửa được; đã ký phát hành thì không đổi nữa.'],
    followed: ['Cơ quan được giao theo dõi', 'những cơ quan mà một người theo dõi, từ ngày nào đến ngày nào.'],
    successor: ['Cơ quan kế thừa', 'cơ quan nhận nhiệm vụ của cơ quan đã sáp nhập, đổi tên hay giải thể.'],
    rehearsal: ['Chạy thử', 'làm đúng như khi áp dụng rồi hoàn tác, để biết trước điều gì sẽ thay đổi.'],
    post: [
      'Vị trí công tác',
      'chức danh ở một cơ quan, kèm một vai trò, trong một khoảng thời gian. Một người có thể giữ nhiều vị trí.',
    ],
    role: ['Vai trò', 'được xem nhiệm vụ của ai và được làm gì.'],
    deputy: ['Làm thay', 'làm việc ở vị trí của người khác trong một thời hạn, dưới tên mình, ghi “thay mặt”.'],
    secondFactor: ['Xác thực hai lớp', 'ngoài mật khẩu còn cần điện thoại hoặc khóa truy cập.'],
    passkey: ['Khóa truy cập', 'đăng nhập bằng vân tay, khuôn mặt, mã PIN hay khóa bảo mật, không cần mật khẩu.'],
    recoveryCode: ['Mã dự phòng', 'mã dùng một lần khi mất điện thoại. Hãy cất ở nơi an toàn.'],
    invitation: ['Lời mời', 'liên kết để đặt mật khẩu, dùng một lần, trong ba ngày.'],
    seal: ['Tính toàn vẹn', 'mã băm nối mỗi dòng nhật ký với dòng trước, nên sửa hay xóa đều lộ ra.'],
    workingDay: ['Ngày làm việc', 'ngày không phải cuối tuần, lễ, Tết hay nghỉ bù.'],
    makeUpDay: ['Làm bù', 'ngày cuối tuần đi làm để đổi lấy một ngày nghỉ.'],
    client: ['Ứng dụng kết nối', 'phần mềm của cơ quan, tự đọc nhiệm vụ và gửi báo cáo thay cho việc nhập tay.'],
    webhook: ['Webhook', 'địa chỉ mà hệ thống tự báo tới khi nhiệm vụ thay đổi.'],
    accepted: ['Máy chủ thư đã nhận', 'thư đã rời hệ thống; chưa có nghĩa là người nhận đã đọc.'],
    digest: ['Bản tin ngày', 'một thư vào sáng ngày làm việc, gom mọi việc từ bản tin trước.'],
    programmeItem: [
      'Đề án',
      'Một việc phải trình theo chương trình công tác: dự án luật, nghị định, quyết định, chiến lược, đề án, báo cáo.',
    ],
    owed: [
      'Nợ đọng',
      'Nợ đọng: đến hạn mà chưa trình, hoặc hồ sơ bị trả lại sau hạn. Ngày chưa hết thì chưa tính là nợ.',
    ],
    recommendation: [
      'Kiến nghị',
      'Tổ công tác đề nghị một cơ quan làm việc gì, có hạn. Nội dung không sửa; khi giao thành nhiệm vụ, kết quả theo nhiệm vụ.',
    ],
    finding: [
      'Phát hiện',
      'thiếu sót ghi khi kiểm tra, có tính chất, mức độ, nguyên nhân, trách nhiệm, chứng cứ. Cơ quan có ý kiến trước khi kết luận.',
    ],
  },
  pages: {
    ...officePages,
    ...incomingPages,
    ...outgoingPages,
    '/viec-cua-toi': {
      name: 'Việc của tôi',
      about: 'Mọi việc đang chờ cơ quan bạn, chia theo nhóm, gấp nhất ở trên. Mỗi dòng nói vì sao việc nằm ở đây.',
      acts: {
        group: 'Bấm một ô số để chỉ xem nhóm đó; bấm tên để mở nhiệm vụ.',
        carry: 'Bấm nút bên phải để làm ngay bước cần nhất: tiếp nhận, báo cáo tiến độ, báo cáo hoàn thành.',
        sheet: 'Xuất phiếu, điền trong bảng tính rồi nộp lại để báo cáo nhiều nhiệm vụ một lần.',
        many: 'Đánh dấu nhiều dòng rồi chọn một bước ở thanh dưới cùng.',
      },
    },
    '/theo-doi': {
      name: 'Cần xử lý',
      about: 'Những gì các cơ quan báo cáo, đề nghị hoặc bỏ quên, đang chờ Văn phòng; chờ lâu nhất ở trên.',
      acts: {
        decide: 'Xác nhận hoàn thành, yêu cầu làm tiếp, hoặc xử lý đề nghị ngay trên dòng.',
        call: 'Yêu cầu báo cáo khi cơ quan chưa cập nhật hoặc thiếu báo cáo kỳ.',
        many: 'Đánh dấu nhiều dòng để làm một bước cho tất cả.',
        silence: 'Chọn một cơ quan, hoặc đổi số ngày coi là chưa cập nhật.',
        thresholds: 'Đặt ngưỡng ngày dùng chung cho mọi người.',
      },
    },
    '/tong-quan': {
      name: 'Tổng quan',
      about: 'Tình hình thực hiện nhiệm vụ đến hết một ngày, và những gì hôm nay cần bạn.',
      acts: {
        needs: 'Bấm một dòng của “Hôm nay cần bạn” để mở đúng những việc đó.',
        figures: 'Bấm một con số để mở đúng những nhiệm vụ nó đếm.',
        day: 'Đổi ngày tính đến để xem số liệu của một ngày đã qua.',
        map: 'Chọn tính theo cơ quan tại thời điểm số liệu, hay theo cơ quan hiện nay.',
        mine: 'Xem các cơ quan bạn theo dõi, hoặc tất cả cơ quan.',
        print: 'In trang, hoặc gửi đường dẫn: đồng nghiệp thấy đúng như bạn, nếu được phép xem.',
      },
    },
    '/nhiem-vu': {
      name: 'Nhiệm vụ',
      about: 'Mọi nhiệm vụ bạn được xem, việc cần xử lý trước đứng đầu.',
      acts: {
        filter: 'Lọc theo tình trạng, cơ quan, văn bản, hạn; tìm không cần gõ dấu. Bộ lọc nằm trên thanh địa chỉ.',
        views: 'Xem cùng một bộ lọc dưới dạng bảng, biểu đồ Gantt hoặc lịch; lưu thành chế độ xem của mình.',
        export: 'In hoặc xuất XLSX đúng những gì đang lọc.',
        many: 'Đánh dấu nhiều dòng, hoặc cả bộ lọc, để làm một bước cho tất cả.',
        urge: 'Đánh dấu các dòng rồi bấm “Đôn đốc” để đưa vào dự thảo công văn.',
        byHand: 'Giao bằng tay khi chỉ đạo không có văn bản trong hệ thống.',
      },
    },
    '/nhiem-vu/$id': {
      name: 'Một nhiệm vụ',
      about: 'Tất cả về một nhiệm vụ. Nút đậm là bước mà tình trạng hiện nay đang cần; các bước khác ở “Việc khác”.',
      acts: {
        source: 'Đọc câu gốc trong văn bản giao việc.',
        history: 'Xem mọi hạn đã có, báo cáo, đề nghị và ai đã làm gì.',
        carry: 'Của cơ quan mình: tiếp nhận, báo cáo tiến độ, nộp minh chứng, báo cáo hoàn thành.',
        subtasks: 'Giao phần việc cho đơn vị trực thuộc rồi nghiệm thu.',
        extension: 'Đề nghị gia hạn, trả lại hoặc chuyển cơ quan, kèm lý do.',
        decide: 'Xác nhận hoàn thành, yêu cầu làm tiếp, quyết định đề nghị, chuyển hoặc hủy.',
        amend: 'Đính chính chỗ nhập nhầm; số liệu đã báo cáo của ngày trước không đổi.',
        urge: 'Đưa nhiệm vụ vào dự thảo công văn đôn đốc.',
        discuss: 'Trao đổi ở cuối trang; gõ @ để nhắc tên người được xem.',
        internal: 'Chọn nội bộ bên theo dõi hoặc chung với cơ quan trước khi gửi trao đổi.',
      },
    },
    '/van-ban': {
      name: 'Văn bản',
      about: 'Các văn bản chỉ đạo đã đưa vào, và việc đọc, rà soát, xác nhận đến đâu.',
      acts: {
        find: 'Tìm theo số, ký hiệu hoặc trích yếu, viết cách nào cũng được.',
        import: 'Thả tệp hoặc dán văn bản. Chỉ dùng cho văn bản không mật.',
        byHand: 'Nhập chỉ đạo miệng hoặc văn bản ngoài hệ thống.',
        learn: 'Mở “Độ chính xác của máy đọc” và “Từ ngữ của cơ quan” để dạy máy đọc.',
      },
    },
    '/van-ban/$id': {
      name: 'Rà soát văn bản',
      about: 'Văn bản đứng cạnh những gì máy đọc được. Chưa có người xác nhận thì chưa thành nhiệm vụ.',
      acts: {
        compare: 'Chọn một nhiệm vụ để thấy chỗ của nó trong văn bản.',
        check:
          'Xem từng chỗ ở mục “Cần xem”; đúng thì bấm “Đã xem, đúng”. Máy có thể sót: hãy đọc cả những đoạn chưa được tô màu.',
        edit: 'Sửa, tách, gộp, thêm, bỏ nhiệm vụ; khớp tên đơn vị với danh mục.',
        distribute: 'Chia cho từng cơ quan khi văn bản giao chung cho nhiều cơ quan.',
        confirm: 'Xác nhận để tạo tất cả nhiệm vụ cùng lúc.',
      },
    },
    '/van-ban/do-chinh-xac': {
      name: 'Độ chính xác của máy đọc',
      about: 'So những gì máy đọc được với những gì người rà soát đã xác nhận.',
      acts: {
        figures: 'Bấm một con số để xem đúng những giá trị nó đếm.',
        most: 'Xem chỗ phải sửa nhiều nhất, theo trường, tháng và loại văn bản.',
        teach: 'Thêm cách viết tên hoặc thêm nhãn, để văn bản sau đọc đúng.',
      },
    },
    '/van-ban/do-chinh-xac/gia-tri': {
      name: 'Từng giá trị máy đọc',
      about: 'Những giá trị đứng sau một con số: máy đọc gì, người rà soát giữ gì.',
      acts: {
        compare: 'Đọc hai giá trị cạnh nhau.',
        place: 'Bấm số văn bản để mở đúng chỗ đó.',
        filter: 'Đổi trường, tháng, loại văn bản hoặc độ chắc.',
      },
    },
    '/van-ban/tu-ngu': {
      name: 'Từ ngữ của cơ quan',
      about: 'Các nhãn dòng và cột mà cơ quan đã dạy cho máy đọc.',
      acts: {
        read: 'Xem nhãn nào đang dùng, ai thêm.',
        label: 'Thêm nhãn; văn bản đọc sau đó sẽ dùng.',
        withdraw: 'Rút nhãn thêm nhầm; văn bản đã đọc không đổi.',
      },
    },
    '/chi-dao': {
      name: 'Chỉ đạo ngoài hệ thống',
      about: 'Chỉ đạo miệng và văn bản ngoài hệ thống, cùng nhiệm vụ đã giao theo đó.',
      acts: { find: 'Tìm và mở một chỉ đạo.', byHand: 'Giao bằng tay một chỉ đạo mới.' },
    },
    '/chi-dao/moi': {
      name: 'Giao bằng tay',
      about: 'Ghi một chỉ đạo không có văn bản trong hệ thống, rồi giao nhiệm vụ theo đó.',
      acts: {
        order: 'Ghi ai chỉ đạo, ngày nào, bằng hình thức nào; kèm tệp nếu có.',
        tasks: 'Nhập nhiệm vụ như khi rà soát: nội dung, cơ quan, hạn.',
      },
    },
    '/chi-dao/$id': {
      name: 'Một chỉ đạo',
      about: 'Căn cứ của những nhiệm vụ được giao bằng tay.',
      acts: { read: 'Đọc căn cứ và mở từng nhiệm vụ.', more: 'Thêm nhiệm vụ của cùng chỉ đạo.' },
    },
    '/don-doc': {
      name: 'Đôn đốc',
      about: 'Nhắc việc theo quy tắc và công văn đôn đốc: nhắc ai, gửi gì, có trả lời chưa.',
      acts: {
        today: 'Xem hôm nay quy tắc nhắc ai, và cơ quan nào cần công văn.',
        prepare: 'Chọn cơ quan rồi bấm “Lập công văn”; sửa dự thảo và trình ký.',
        rules: 'Sửa hoặc thêm quy tắc; thử trước khi lưu.',
        sign: 'Ở thẻ “Công văn”: ký phát hành, hoặc trả lại kèm lý do, từng công văn hay nhiều cùng lúc.',
        effect: 'Xem sau khi đôn đốc có bao nhiêu nhiệm vụ được báo cáo.',
        received: 'Mở công văn gửi cơ quan mình và ghi trả lời.',
      },
    },
    '/don-doc/$id': {
      name: 'Một công văn đôn đốc',
      about: 'Bản xem trước đúng thể thức, các nhiệm vụ được nêu, tình trạng gửi và trả lời.',
      acts: {
        read: 'Đọc, tải DOCX hoặc PDF, mở từng nhiệm vụ được nêu.',
        draft: 'Sửa dự thảo, trình ký, rút lại; ghi trả lời và kết thúc.',
        sign: 'Ký phát hành, hoặc trả lại kèm lý do. Đã phát hành thì không đổi nữa.',
        answer: 'Ghi trả lời của cơ quan mình.',
      },
    },
    '/co-quan': {
      name: 'Cơ quan',
      about: 'Bộ máy của bất kỳ ngày nào, từng cơ quan và đơn vị.',
      acts: {
        day: 'Chọn ngày để xem bộ máy của ngày đó.',
        compare: 'So hai ngày để thấy gì đã đổi.',
        add: 'Thêm cơ quan, đơn vị, kèm căn cứ và ngày có hiệu lực.',
      },
    },
    '/co-quan/$id': {
      name: 'Một cơ quan',
      about: 'Tên, cấp trên, mã và cách viết của một cơ quan qua các thời kỳ.',
      acts: {
        life: 'Xem cơ quan từng tên gì, từ đâu đến và ai kế thừa.',
        change: 'Đổi tên, gắn mã, thêm cách viết, kết thúc, ghi kế thừa; mỗi thay đổi nêu căn cứ.',
      },
    },
    '/lich-lam-viec': {
      name: 'Lịch làm việc',
      about: 'Ngày nghỉ và ngày làm việc của một năm. Mọi thời hạn tính theo lịch này.',
      acts: {
        year: 'Chọn năm để xem lịch.',
        count: 'Tính ngày làm việc thứ mấy sau một ngày.',
        plan: 'Ghi phương án nghỉ đã công bố, ngày hoán đổi và làm bù.',
      },
    },
    '/sap-xep': {
      name: 'Sắp xếp tổ chức bộ máy',
      about: 'Các phương án chuyển nhiệm vụ, người dùng và kết nối sang cơ quan mới.',
      acts: { read: 'Mở một phương án.', make: 'Tải tệp phương án, hoặc lập bằng tay.' },
    },
    '/sap-xep/$id': {
      name: 'Một phương án sắp xếp',
      about: 'Các dòng “cơ quan cũ → cơ quan mới”. Chưa áp dụng thì chưa có gì thay đổi.',
      acts: {
        read: 'Xem từng dòng, và kết quả chạy thử hoặc áp dụng.',
        lines: 'Sửa các dòng bị báo sai.',
        choose: 'Chọn nhiệm vụ chuyển đi ở dòng tiếp nhận một phần.',
        rehearse: 'Chạy thử để biết trước chuyển bao nhiêu nhiệm vụ và tài khoản.',
        apply: 'Áp dụng phương án: tất cả trong một lần, hoặc không gì cả.',
      },
    },
    '/nguoi-dung': {
      name: 'Người dùng',
      about: 'Ai đăng nhập được, giữ vị trí nào.',
      acts: {
        find: 'Tìm và mở một người.',
        add: 'Thêm người và gửi lời mời đặt mật khẩu.',
        many: 'Mời nhiều người một lần từ một bảng tính.',
      },
    },
    '/nguoi-dung/$id': {
      name: 'Một người dùng',
      about: 'Vị trí qua thời gian, việc làm thay, cơ quan theo dõi và tình trạng đăng nhập của một người.',
      acts: {
        posts: 'Giao hoặc kết thúc một vị trí, giao làm thay.',
        follow: 'Giao danh sách cơ quan theo dõi, từ ngày nào đến ngày nào.',
        access: 'Gửi lời mời đặt lại mật khẩu, ngừng hoặc mở lại tài khoản.',
        log: 'Xem những việc gần đây người này đã làm.',
      },
    },
    '/vai-tro': {
      name: 'Vai trò và quyền',
      about: 'Mỗi vai trò được xem nhiệm vụ của ai và được làm gì.',
      acts: {
        read: 'Xem quyền của từng vai trò, và quyền nào chưa ai có.',
        change: 'Sửa quyền, hoặc bắt buộc xác thực hai lớp; có hiệu lực ngay.',
      },
    },
    '/nhat-ky': {
      name: 'Nhật ký',
      about: 'Mọi việc đã làm: ai, thay mặt ai, lúc nào. Không ai sửa hay xóa được.',
      acts: {
        find: 'Lọc theo người, việc, đối tượng, ngày.',
        open: 'Mở một dòng để xem trước và sau.',
        verify: 'Kiểm tra tính toàn vẹn, và ghi lại mã băm dòng cuối.',
      },
    },
    '/thu': {
      name: 'Thư gửi đi',
      about: 'Sổ của mọi thư: gửi cho ai, thử mấy lần, máy chủ thư trả lời gì.',
      acts: {
        find: 'Tìm thư và mở xem.',
        test: 'Gửi thư thử cho chính mình.',
        again: 'Gửi lại thư đã ngừng gửi; đưa thông báo trả lại vào sổ.',
      },
    },
    '/ket-noi': {
      name: 'Kết nối',
      about: 'Phần mềm của cơ quan nối vào hệ thống, và địa chỉ được tự báo tin.',
      acts: {
        client: 'Thêm ứng dụng, cấp lại khóa hoặc thu hồi. Khóa chỉ hiện một lần.',
        webhook: 'Thêm địa chỉ nhận, gửi sự kiện thử, gửi lại từ một chỗ.',
      },
    },
    '/tai-khoan': {
      name: 'Tài khoản của tôi',
      about: 'Cách bạn đăng nhập, được báo tin, và ai làm thay bạn.',
      acts: {
        password: 'Đổi mật khẩu.',
        factor: 'Đăng ký ứng dụng xác thực hoặc khóa truy cập; cất mã dự phòng.',
        sessions: 'Xem nơi đang đăng nhập; thấy nơi lạ thì kết thúc và đổi mật khẩu.',
        told: 'Chọn cách nhận thông báo cho từng loại việc.',
        calendar: 'Tạo địa chỉ lịch thời hạn cho điện thoại, Outlook.',
        deputise: 'Giao người khác làm thay trong một thời hạn.',
      },
    },
    '/thong-bao': {
      name: 'Thông báo',
      about: 'Những gì bạn được báo, mới nhất ở trên. Các việc cùng loại trong một ngày là một dòng.',
      acts: {
        open: 'Mở một dòng để tới đúng việc đó; mở là đã đọc.',
        read: 'Chỉ xem thông báo chưa đọc, hoặc đánh dấu đã đọc hết.',
        choose: 'Chọn cách nhận ở Tài khoản, mục Thông báo.',
      },
    },
    '/tim-kiem': {
      name: 'Tìm kiếm',
      about: 'Mọi thứ bạn được xem có những chữ đã gõ, kết quả hợp nhất ở trên.',
      acts: {
        find: 'Gõ tên, nội dung hoặc số ký hiệu, kiểu nào cũng được: “02nqcp”, “QĐ 12/VPCP”. Không cần gõ dấu.',
        narrow: 'Lọc theo cơ quan, ngày, tình trạng. Bộ lọc nằm trong địa chỉ trang.',
        kinds: 'Chọn loại kết quả; ngày nào được lọc thì ghi ngay trên danh sách.',
      },
    },
    '/dang-nhap': {
      name: 'Đăng nhập',
      about: 'Vào hệ thống bằng tài khoản mà quản trị viên đã cấp.',
      acts: {
        enter: 'Nhập thư điện tử và mật khẩu, hoặc dùng khóa truy cập đã đăng ký.',
        forgot: 'Quên mật khẩu: bấm “Quên mật khẩu”, hoặc nhờ đầu mối cơ quan, quản trị viên.',
      },
    },
    '/quen-mat-khau': {
      name: 'Quên mật khẩu',
      about: 'Xin liên kết đặt lại mật khẩu, gửi tới địa chỉ thư của chính bạn.',
      acts: {
        ask: 'Nhập thư điện tử hoặc tên đăng nhập; liên kết chỉ gửi tới địa chỉ thư của tài khoản.',
        none: 'Không thấy thư: xem cả hộp thư rác, rồi nhờ đầu mối cơ quan hoặc quản trị viên.',
      },
    },
    '/xac-thuc': {
      name: 'Xác thực hai lớp',
      about: 'Vai trò của bạn cần thêm một bước sau mật khẩu.',
      acts: {
        prove: 'Nhập sáu số từ ứng dụng xác thực, hoặc dùng khóa truy cập.',
        enrol: 'Lần đầu: quét mã vuông bằng ứng dụng xác thực, rồi cất mã dự phòng.',
        lost: 'Mất thiết bị: dùng mã dự phòng; hết mã thì nhờ quản trị viên gỡ.',
      },
    },
    '/loi-moi': {
      name: 'Lời mời',
      about: 'Đặt mật khẩu cho tài khoản mới, hoặc đặt lại mật khẩu.',
      acts: {
        set: 'Chọn mật khẩu khó đoán; sau đó đăng nhập bằng mật khẩu này.',
        old: 'Liên kết đã dùng hoặc đã hết hạn: đề nghị người gửi gửi lời mời mới.',
      },
    },
    '/thiet-lap-ban-dau': {
      name: 'Thiết lập ban đầu',
      about: 'Tạo quản trị viên đầu tiên của một hệ thống mới.',
      acts: {
        code: 'Nhập mã dùng một lần mà máy chủ in ra; hết hạn thì khởi động lại máy chủ.',
        next: 'Sau đó thêm người của Văn phòng: quản trị viên không làm thay việc của Văn phòng.',
      },
    },
  },
}
