/**
 * Every sentence the command prints, in Vietnamese and English. The library says its warnings, and why a file was refused, in
 * both.
 */
export type Language = 'vi' | 'en'

const VIETNAMESE = {
  language: 'vi' as Language,
  usage: `dieuhanh – đọc văn bản chỉ đạo, bóc tách nhiệm vụ, theo dõi và báo cáo

Cách dùng:
  dieuhanh extract TỆP… [--format json|table|xlsx|akn] [--out NƠI_GHI]
  dieuhanh import TỆP… --server ĐỊA_CHỈ --token MÃ
  dieuhanh tasks list [--state TRẠNG_THÁI] [--query CHỮ] [--as-of NGÀY] [--limit SỐ]
  dieuhanh report --month NĂM-THÁNG [--from NGÀY] --format docx|pdf|xlsx [--out TỆP]
  dieuhanh audit verify [--expect MÃ_BĂM]
  dieuhanh figures rebuild
  dieuhanh corpus export --out THƯ_MỤC [--from NGÀY] [--to NGÀY]
  dieuhanh knowledge export [--out TỆP]
  dieuhanh LỆNH --help

Chung:
  --lang vi|en     ngôn ngữ hiển thị (mặc định theo biến môi trường LANG, không có thì tiếng Việt)
  --verbose        in tiến độ ra stderr cả khi không phải màn hình
  --version        in phiên bản

Mã thoát: 0 xong; 1 nhật ký không nguyên vẹn; 2 dùng sai lệnh; 3 tệp không đọc được hoặc bị từ chối; 4 máy chủ từ chối hoặc không liên lạc được.
`,
  extractUsage: `dieuhanh extract TỆP… [--format json|table|xlsx|akn] [--out NƠI_GHI] [--no-text]

Đọc văn bản (TXT, Markdown, HTML, DOCX, DOC, PDF, bản quét PDF/PNG/JPEG) và bóc tách nhiệm vụ, không cần máy chủ.
TỆP là "-" thì đọc từ stdin.

  --format json    (mặc định) { document, groups, tasks, warnings, source } với vị trí và độ tin cậy của từng trường;
                   một tệp: một đối tượng in đẹp; nhiều tệp: mỗi tệp một đối tượng trên một dòng
  --format table   bảng đọc trên màn hình
  --format xlsx    kế hoạch thực hiện dạng bảng tính (A4 ngang)
  --format akn     Akoma Ntoso 3 (LegalDocML), nhiệm vụ ở phần siêu dữ liệu
  --out NƠI_GHI    ghi vào tệp thay vì stdout; nhiều tệp thì NƠI_GHI là thư mục, mỗi văn bản một tệp
  --no-text        JSON không kèm nội dung văn bản (source.text, source.blocks)
  --knowledge TỆP  tên gọi các cơ quan và nhãn dòng mà cơ quan mình dùng, như dieuhanh knowledge export ghi ra

Máy đọc thứ hai (mặc định tắt, không gửi gì đi đâu):
  --second-reader ĐỊA_CHỈ        mô hình ngôn ngữ của cơ quan, kiểu OpenAI, ví dụ http://10.0.0.5:8000/v1: chỉ hỏi những
                                 đoạn quy tắc chưa chắc; gợi ý chỉ được tính khi mọi chữ có trong văn bản, ghi "by": "secondReader"
  --second-reader-model TÊN      tên mô hình, nếu máy đó có nhiều
  --second-reader-seconds SỐ     chờ mỗi câu trả lời lâu nhất (mặc định 60)
Khóa truy cập, nếu cần: biến môi trường DIEUHANH_SECOND_READER_KEY.
`,
  importUsage: `dieuhanh import TỆP… --server ĐỊA_CHỈ --token MÃ

Nạp văn bản vào máy chủ để bóc tách và rà soát. In mã và địa chỉ rà soát của từng văn bản.
ĐỊA_CHỈ và MÃ có thể đặt trong biến môi trường DIEUHANH_SERVER, DIEUHANH_TOKEN.
`,
  tasksUsage: `dieuhanh tasks list [--state TRẠNG_THÁI] [--query CHỮ] [--as-of NGÀY] [--limit SỐ] [--format table|json]

Liệt kê nhiệm vụ trên máy chủ, việc gấp trước. NGÀY dạng 2021-02-28. --limit mặc định 50.
TRẠNG_THÁI: doneOnTime, doneLate, openInTerm, openOverdue, done, open, due, awaitingConfirmation, hoặc
assigned, received, inProgress, reportedDone, confirmed, returned, cancelled.
ĐỊA_CHỈ và MÃ: --server, --token hoặc biến môi trường DIEUHANH_SERVER, DIEUHANH_TOKEN.
`,
  reportUsage: `dieuhanh report --month NĂM-THÁNG [--from NGÀY] --format docx|pdf|xlsx [--out TỆP]

Tải báo cáo tháng về tình hình thực hiện nhiệm vụ được giao, ví dụ: dieuhanh report --month 2021-02 --format docx
--from: ngày bắt đầu giao nhiệm vụ được tính (mặc định 01 tháng 01 của năm trước).
`,
  auditUsage: `dieuhanh audit verify [--expect MÃ_BĂM]

Yêu cầu máy chủ tính lại chuỗi băm của nhật ký và tìm dòng đầu tiên bị sửa, bị xóa hoặc chưa được niêm phong.
In số dòng và mã băm của dòng cuối: hãy ghi lại mã này ở nơi khác, lần sau đưa vào --expect để phát hiện cả việc cắt bỏ
phần cuối hay làm lại toàn bộ chuỗi. Cần mã truy cập của người có quyền đọc nhật ký.
Mã thoát: 0 nguyên vẹn; 1 không nguyên vẹn.
`,
  figuresUsage: `dieuhanh figures rebuild

Yêu cầu máy chủ tính lại số liệu từ dữ kiện gốc: các trạng thái của từng nhiệm vụ, rồi số đếm của mọi ngày đã qua. Trong lúc
tính lại, số liệu vẫn xem được; chỉ dòng nào sai mới bị thay. Cần mã truy cập của quản trị hệ thống.
`,
  unknownFiguresCommand: 'Lệnh con của figures là: rebuild.',
  figuresProgress: (tasks: number, changed: number) => `Đã tính lại ${tasks} nhiệm vụ, thay ${changed} dòng`,
  figuresRebuilt: (tasks: number, changed: number) =>
    changed === 0
      ? `Số liệu đúng với dữ kiện: đã tính lại ${tasks} nhiệm vụ, không dòng nào phải thay. Số đếm các ngày đang được tính lại.`
      : `Đã tính lại ${tasks} nhiệm vụ, thay ${changed} dòng sai. Số đếm các ngày đang được tính lại.`,
  knowledgeUsage: `dieuhanh knowledge export [--out TỆP]

Ghi ra từ ngữ của cơ quan trên máy chủ dạng JSON: tên gọi của mọi cơ quan và nhãn đang dùng. Tệp này dùng cho
dieuhanh extract --knowledge TỆP, để đọc văn bản không cần máy chủ mà vẫn nhận ra tên gọi của cơ quan.
Cần quyền quản lý danh mục (registry.keep). ĐỊA_CHỈ và MÃ: --server, --token hoặc DIEUHANH_SERVER, DIEUHANH_TOKEN.
`,
  unknownKnowledgeCommand: 'Lệnh con của knowledge là: export.',
  knowledgeWritten: (units: number, labels: number, out: string) =>
    `Đã ghi ${units} cơ quan và ${labels} nhãn vào ${out}.`,
  knowledgeUnread: (file: string, why: string) => `Không đọc được tệp từ ngữ ${file}: ${why}`,
  knowledgeNotJson: (why: string) => `không phải JSON (${why}).`,
  knowledgeWrong: (place: string, expected: string) => `${place || 'cả tệp'} phải là ${expected}.`,
  knowledgeParts: {
    whole: 'một đối tượng { units, labels }',
    list: 'một danh sách',
    unit: 'một đối tượng { name, aliases }',
    label: 'một đối tượng { phrase, role }',
    words: (longest: number) => `chữ, không để trống, dài nhất ${longest} ký tự`,
    role: (roles: string) => `một trong: ${roles}`,
    most: (most: number) => `danh sách không quá ${most} phần tử`,
  },
  corpusUsage: `dieuhanh corpus export --out THƯ_MỤC [--from NGÀY] [--to NGÀY]

Ghi các văn bản đã xác nhận thành văn bản có nhãn, để kiểm tra và dạy máy đọc ở lần sau. Mỗi văn bản hai tệp: nội dung
(TXT; HTML nếu có bảng) và .expected.json với những gì người rà soát đã xác nhận. Chỉ dành cho người quản trị. NGÀY là ngày
xác nhận, dạng 2021-02-28. Văn bản đã bỏ hoặc đã xóa nội dung không có trong đó.
ĐỊA_CHỈ và MÃ: --server, --token hoặc biến môi trường DIEUHANH_SERVER, DIEUHANH_TOKEN.
`,
  unknownCorpusCommand: 'Lệnh con của corpus là: export.',
  corpusNeedsOut: 'Chưa nêu nơi ghi. Hãy thêm --out THƯ_MỤC.',
  corpusProgress: (documents: number) => `Đã ghi ${documents} văn bản`,
  corpusWritten: (documents: number, tasks: number, out: string) =>
    `Đã ghi ${documents} văn bản, ${tasks} nhiệm vụ vào ${out}.`,
  unknownAuditCommand: 'Lệnh con của audit là: verify.',
  badHead: '--expect phải là mã băm gồm 64 chữ số thập lục phân.',
  logInOrder: (rows: number) => `Nhật ký nguyên vẹn: đã kiểm tra ${rows} dòng.`,
  logHead: (hash: string) => `Mã băm dòng cuối: ${hash}`,
  logSound: (rows: number) => `Số dòng còn nguyên vẹn trước đó: ${rows}.`,
  logProgress: (rows: number, percent: number) => `Đã kiểm tra ${rows} dòng (${percent}%)`,
  logFaults: {
    altered: (row: string | null, _before: string | null) =>
      `NHẬT KÝ ĐÃ BỊ SỬA: dòng đầu tiên bị sửa là dòng số ${row}.`,
    missing: (row: string | null, before: string | null) =>
      row === null
        ? `NHẬT KÝ BỊ MẤT DÒNG: mất ít nhất một dòng ngay sau dòng số ${before ?? '0'}.`
        : `NHẬT KÝ BỊ MẤT DÒNG: dòng số ${row} đã bị xóa.`,
    unsealed: (row: string | null, _before: string | null) => `NHẬT KÝ CÓ DÒNG MẤT NIÊM PHONG: dòng số ${row}.`,
    unexpected: (_row: string | null, _before: string | null) =>
      'NHẬT KÝ KHÔNG CHỨA MÃ BĂM ĐÃ GHI: phần cuối đã bị cắt bỏ hoặc cả chuỗi đã bị làm lại.',
  },
  unknownCommand: (command: string) => `Không có lệnh "${command}".`,
  badOption: (detail: string) => `Tham số không đúng: ${detail}`,
  noFile: 'Cần ít nhất một tệp. Dùng "-" để đọc từ stdin.',
  badFormat: (format: string, known: string) => `Không có định dạng "${format}". Các định dạng: ${known}.`,
  outIsFile: (out: string) => `Nhiều tệp đầu vào thì --out phải là thư mục, nhưng "${out}" là tệp.`,
  binaryToScreen: 'Không in tệp nhị phân ra màn hình. Hãy thêm --out TỆP.',
  stdinOnce: 'Chỉ được đọc stdin ("-") một lần.',
  notFound: 'Không có tệp này.',
  notAllowed: 'Không có quyền đọc tệp này.',
  isDirectory: 'Đây là thư mục, không phải tệp.',
  cannotRead: (reason: string) => `Không đọc được tệp: ${reason}`,
  cannotWrite: (path: string, reason: string) => `Không ghi được ${path}: ${reason}`,
  unexpected: 'Lỗi ngoài dự kiến khi xử lý tệp này.',
  reading: (done: number, total: number) => `Đang đọc trang ${done}/${total}`,
  recognising: (done: number, total: number) => `Đang nhận dạng trang ${done}/${total}`,
  asking: (done: number, total: number) => `Máy đọc thứ hai đã trả lời ${done}/${total} đoạn`,
  badSecondReader: (url: string) =>
    `Địa chỉ máy đọc thứ hai không đúng: ${url}. Địa chỉ có dạng http://10.0.0.5:8000/v1, không kèm tên đăng nhập hay dấu #.`,
  openSecondReader: (url: string) =>
    `Không gửi văn bản qua http tới ${url}: ngoài mạng nội bộ, địa chỉ máy đọc thứ hai phải là https.`,
  badSeconds: '--second-reader-seconds phải là số nguyên từ 1 đến 3600.',
  noSecondReader: 'Cần --second-reader ĐỊA_CHỈ khi dùng --second-reader-model hoặc --second-reader-seconds.',
  written: (path: string) => `Đã ghi ${path}`,
  noTask: 'Không tìm thấy nhiệm vụ nào trong văn bản này.',
  tasks: (count: number) => `${count} nhiệm vụ`,
  warnings: 'Cần lưu ý',
  number: 'Số, ký hiệu',
  issuer: 'Cơ quan ban hành',
  issuedOn: 'Ngày ban hành',
  subject: 'Trích yếu',
  signer: 'Người ký',
  task: 'Nhiệm vụ',
  lead: 'Chủ trì',
  coordinating: 'Phối hợp',
  deadline: 'Thời hạn',
  target: 'Chỉ tiêu',
  product: 'Sản phẩm',
  standing: 'Thường xuyên',
  noDeadline: 'Không nêu',
  needServer: 'Cần địa chỉ máy chủ: --server hoặc biến môi trường DIEUHANH_SERVER.',
  needToken: 'Cần mã truy cập: --token hoặc biến môi trường DIEUHANH_TOKEN.',
  badServer: (server: string) => `Địa chỉ máy chủ không đúng: ${server}`,
  unreachable: (server: string, reason: string) => `Không liên lạc được máy chủ ${server}: ${reason}`,
  refused: (detail: string) => `Máy chủ từ chối: ${detail}`,
  serverReads: 'Máy chủ đang đọc văn bản',
  serverFailed: 'Máy chủ không đọc được văn bản này.',
  serverSlow: (id: string) => `Sau một giờ máy chủ vẫn chưa đọc xong văn bản mã ${id}. Hãy xem trên trang Văn bản.`,
  state: 'Tình trạng',
  states: {
    doneOnTime: 'Hoàn thành đúng hạn',
    doneLate: 'Hoàn thành quá hạn',
    openInTerm: 'Trong hạn',
    openOverdue: 'Quá hạn',
  },
  daysLate: (days: number) => `quá ${days} ngày`,
  asOf: (day: string) => `Tính đến ngày ${day}`,
  badState: (state: string, known: string) => `Không có tình trạng "${state}". Các tình trạng: ${known}.`,
  badLimit: '--limit phải là số nguyên từ 1 trở lên.',
  unknownTasksCommand: 'Lệnh con của tasks là: list.',
  imported: (id: string, address: string) => `Đã nạp, mã ${id}. Rà soát tại ${address}`,
  badMonth: 'Tháng phải có dạng NĂM-THÁNG, ví dụ 2021-02.',
  badDay: (day: string) => `Ngày không đúng: ${day}. Ngày có dạng 2021-02-28.`,
  moreTasks: (shown: number) => `Đã hiện ${shown} nhiệm vụ đầu; còn nữa, tăng --limit để xem thêm.`,
}

/** "1 task", "1,204 tasks": a count that was written already may be given. */
const counted = (count: number | string, one: string): string => `${count} ${String(count) === '1' ? one : `${one}s`}`

const ENGLISH: typeof VIETNAMESE = {
  language: 'en',
  usage: `dieuhanh – reads directives, extracts their tasks, tracks and reports

Usage:
  dieuhanh extract FILE… [--format json|table|xlsx|akn] [--out PATH]
  dieuhanh import FILE… --server URL --token TOKEN
  dieuhanh tasks list [--state STATE] [--query TEXT] [--as-of DAY] [--limit N]
  dieuhanh report --month YEAR-MONTH [--from DAY] --format docx|pdf|xlsx [--out FILE]
  dieuhanh audit verify [--expect HASH]
  dieuhanh figures rebuild
  dieuhanh corpus export --out DIRECTORY [--from DAY] [--to DAY]
  dieuhanh knowledge export [--out FILE]
  dieuhanh COMMAND --help

General:
  --lang vi|en     language shown (default: by the environment variable LANG, else Vietnamese)
  --verbose        print progress to stderr even when it is not a terminal
  --version        print the version

Exit codes: 0 done; 1 the log is not intact; 2 wrong use; 3 a file was unreadable or refused; 4 the server refused or could not be reached.
`,
  extractUsage: `dieuhanh extract FILE… [--format json|table|xlsx|akn] [--out PATH] [--no-text]

Reads documents (TXT, Markdown, HTML, DOCX, DOC, PDF, scans in PDF/PNG/JPEG) and extracts their tasks; no server needed.
FILE "-" reads stdin.

  --format json    (default) { document, groups, tasks, warnings, source } with the place and confidence of each field;
                   one file: one object, indented; several files: one object per line
  --format table   a table to read in a terminal
  --format xlsx    the plan as a spreadsheet (A4 landscape)
  --format akn     Akoma Ntoso 3 (LegalDocML) with the tasks as metadata
  --out PATH       write to a file instead of stdout; with several files PATH is a directory, one file for each document
  --no-text        JSON without the document's text (source.text, source.blocks)

The second reader (off by default: nothing is sent anywhere):
  --second-reader URL            a language model of the office, OpenAI-compatible, such as http://10.0.0.5:8000/v1: asked only
                                 about what the rules doubt; a suggestion counts only if all its words are in the document,
                                 and is marked "by": "secondReader"
  --second-reader-model NAME     the model, where that server has several
  --second-reader-seconds N      longest wait for one answer (60 by default)
Its key, if it needs one: the environment variable DIEUHANH_SECOND_READER_KEY.
`,
  importUsage: `dieuhanh import FILE… --server URL --token TOKEN

Uploads documents for extraction and review. Prints each document's id and the address of its review.
URL and TOKEN may be given in the environment variables DIEUHANH_SERVER, DIEUHANH_TOKEN.
`,
  tasksUsage: `dieuhanh tasks list [--state STATE] [--query TEXT] [--as-of DAY] [--limit N] [--format table|json]

Lists tasks on the server, urgent ones first. DAY as 2021-02-28. --limit is 50 by default.
STATE: doneOnTime, doneLate, openInTerm, openOverdue, done, open, due, awaitingConfirmation, or
assigned, received, inProgress, reportedDone, confirmed, returned, cancelled.
URL and TOKEN: --server, --token or the environment variables DIEUHANH_SERVER, DIEUHANH_TOKEN.
`,
  reportUsage: `dieuhanh report --month YEAR-MONTH [--from DAY] --format docx|pdf|xlsx [--out FILE]

Downloads the month's report on assigned tasks, as in: dieuhanh report --month 2021-02 --format docx
--from: first day of assignment that counts (default: 1 January of the previous year).
`,
  auditUsage: `dieuhanh audit verify [--expect HASH]

Has the server recompute the hash chain of its log and find the first row that was altered, removed or left unsealed.
Prints the number of rows and the hash of the last one: note it elsewhere and give it to --expect the next time, so that a
log cut off at its end, or rebuilt entirely, is found too. Needs the token of a user who may read the log.
Exit codes: 0 intact; 1 not intact.
`,
  figuresUsage: `dieuhanh figures rebuild

Has the server rebuild its figures from the facts: the versions of each task, then the counts of every past day. Figures
can be read meanwhile; only rows that are wrong are replaced. Needs the token of an administrator.
`,
  unknownFiguresCommand: 'The subcommand of figures is: rebuild.',
  figuresProgress: (tasks: number, changed: number) =>
    `${counted(tasks, 'task')} rebuilt, ${counted(changed, 'row')} replaced`,
  figuresRebuilt: (tasks: number, changed: number) =>
    changed === 0
      ? `The figures agree with the facts: ${counted(tasks, 'task')} rebuilt, no row replaced. The counts of past days are being rebuilt.`
      : `${counted(tasks, 'task')} rebuilt, ${counted(changed, 'wrong row')} replaced. The counts of past days are being rebuilt.`,
  knowledgeUsage: `dieuhanh knowledge export [--out FILE]

Writes the words of the office on the server as JSON: every name of every agency, and the labels in force. The file is for
dieuhanh extract --knowledge FILE, which so knows the office's names without a server.
Needs the right to keep the registry (registry.keep). URL and TOKEN: --server, --token, or DIEUHANH_SERVER, DIEUHANH_TOKEN.
`,
  unknownKnowledgeCommand: 'The subcommand of knowledge is: export.',
  knowledgeWritten: (units, labels, out) =>
    `${units === 1 ? '1 agency' : `${units} agencies`} and ${counted(labels, 'label')} written to ${out}.`,
  knowledgeUnread: (file, why) => `The file of words ${file} cannot be read: ${why}`,
  knowledgeNotJson: (why) => `it is not JSON (${why}).`,
  knowledgeWrong: (place, expected) => `${place || 'the whole file'} must be ${expected}.`,
  knowledgeParts: {
    whole: 'an object { units, labels }',
    list: 'a list',
    unit: 'an object { name, aliases }',
    label: 'an object { phrase, role }',
    words: (longest) => `text, not empty, of at most ${longest} characters`,
    role: (roles) => `one of: ${roles}`,
    most: (most) => `a list of at most ${most} entries`,
  },
  corpusUsage: `dieuhanh corpus export --out DIRECTORY [--from DAY] [--to DAY]

Writes confirmed directives as labelled documents, to test and teach the reader with. Two files for each: the text (TXT;
HTML if it has tables), and .expected.json with what reviewers confirmed. For administrators only. DAY is the day of
confirmation, as in 2021-02-28. A directive that was dropped, or whose text was deleted, is not among them.
URL and TOKEN: --server, --token or the environment variables DIEUHANH_SERVER, DIEUHANH_TOKEN.
`,
  unknownCorpusCommand: 'The subcommand of corpus is: export.',
  corpusNeedsOut: 'The place to write to is missing. Add --out DIRECTORY.',
  corpusProgress: (documents) => `${counted(documents, 'document')} written`,
  corpusWritten: (documents, tasks, out) =>
    `${counted(documents, 'document')} with ${counted(tasks, 'task')} written to ${out}.`,
  unknownAuditCommand: 'The subcommand of audit is: verify.',
  badHead: '--expect must be a hash of 64 hexadecimal digits.',
  logInOrder: (rows) => `The log is in order: ${counted(rows, 'row')} checked.`,
  logHead: (hash) => `Hash of the last row: ${hash}`,
  logSound: (rows) => `Rows in order before it: ${rows}.`,
  logProgress: (rows, percent) => `${counted(rows, 'row')} checked (${percent}%)`,
  logFaults: {
    altered: (row) => `THE LOG WAS ALTERED: the first altered row is number ${row}.`,
    missing: (row, before) =>
      row === null
        ? `ROWS OF THE LOG ARE MISSING: at least one right after row number ${before ?? '0'}.`
        : `ROWS OF THE LOG ARE MISSING: row number ${row} was removed.`,
    unsealed: (row) => `THE LOG HAS A ROW WITHOUT ITS SEAL: row number ${row}.`,
    unexpected: () => 'THE LOG DOES NOT CONTAIN THE HASH NOTED: its end was cut off, or the whole chain was rebuilt.',
  },
  unknownCommand: (command) => `Unknown command "${command}".`,
  badOption: (detail) => `Bad option: ${detail}`,
  noFile: 'At least one file is needed. "-" reads stdin.',
  badFormat: (format, known) => `Unknown format "${format}". Formats: ${known}.`,
  outIsFile: (out) => `With several files --out has to be a directory, but "${out}" is a file.`,
  binaryToScreen: 'A binary file is not printed to the screen. Add --out FILE.',
  stdinOnce: 'Stdin ("-") can be read only once.',
  notFound: 'The file does not exist.',
  notAllowed: 'No permission to read this file.',
  isDirectory: 'This is a directory, not a file.',
  cannotRead: (reason) => `Cannot read the file: ${reason}`,
  cannotWrite: (path, reason) => `Cannot write ${path}: ${reason}`,
  unexpected: 'Unexpected error with this file.',
  reading: (done, total) => `Reading page ${done}/${total}`,
  recognising: (done, total) => `Recognising page ${done}/${total}`,
  asking: (done, total) => `The second reader has answered ${done}/${total} passages`,
  badSecondReader: (url) =>
    `Not an address of a second reader: ${url}. It has the form http://10.0.0.5:8000/v1, without a user name or "#".`,
  openSecondReader: (url) =>
    `Documents are not sent over http to ${url}: outside the own network a second reader needs an https address.`,
  badSeconds: '--second-reader-seconds must be a whole number from 1 to 3600.',
  noSecondReader: '--second-reader-model and --second-reader-seconds need --second-reader URL.',
  written: (path) => `Wrote ${path}`,
  noTask: 'No task was found in this document.',
  tasks: (count) => `${counted(count, 'task')}`,
  warnings: 'Please note',
  number: 'Number',
  issuer: 'Issuer',
  issuedOn: 'Issued on',
  subject: 'Subject',
  signer: 'Signed by',
  task: 'Task',
  lead: 'Lead',
  coordinating: 'Coordinating',
  deadline: 'Deadline',
  target: 'Target',
  product: 'Product',
  standing: 'Standing',
  noDeadline: 'Not stated',
  needServer: 'The server is needed: --server or the environment variable DIEUHANH_SERVER.',
  needToken: 'A token is needed: --token or the environment variable DIEUHANH_TOKEN.',
  badServer: (server) => `Bad server address: ${server}`,
  unreachable: (server, reason) => `Cannot reach the server ${server}: ${reason}`,
  refused: (detail) => `The server refused: ${detail}`,
  serverReads: 'The server is reading the document',
  serverFailed: 'The server could not read this document.',
  serverSlow: (id) => `After an hour the server has not finished reading document ${id}. See the page of documents.`,
  state: 'State',
  states: { doneOnTime: 'Done on time', doneLate: 'Done late', openInTerm: 'In term', openOverdue: 'Overdue' },
  daysLate: (days) => `${counted(days, 'day')} late`,
  asOf: (day) => `As of ${day}`,
  badState: (state, known) => `Unknown state "${state}". States: ${known}.`,
  badLimit: '--limit must be a whole number of at least 1.',
  unknownTasksCommand: 'The subcommand of tasks is: list.',
  imported: (id, address) => `Uploaded as ${id}. Review it at ${address}`,
  badMonth: 'The month has the form YEAR-MONTH, as in 2021-02.',
  badDay: (day) => `Bad day: ${day}. A day has the form 2021-02-28.`,
  moreTasks: (shown) => `The first ${shown} tasks are shown; there are more, raise --limit to see them.`,
}

export type Words = typeof VIETNAMESE

export function wordsOf(language: Language): Words {
  return language === 'en' ? ENGLISH : VIETNAMESE
}

/** The language requested, else that of the environment; Vietnamese unless that is clearly English. */
export function languageOf(requested: string | undefined, environment: NodeJS.ProcessEnv): Language {
  const locale =
    requested ?? environment.DIEUHANH_LANG ?? environment.LC_ALL ?? environment.LC_MESSAGES ?? environment.LANG ?? 'vi'
  return /^en/i.test(locale) ? 'en' : 'vi'
}
