/** Sentences of what was found in a message: why it is not read and what to do, and what was put up with. `{…}` are params. */
import type { NoteCode, UnreadableCode } from './unreadable.ts'

interface Words {
  vi: string
  en: string
}

export const UNREADABLE_WORDS: Readonly<Record<UnreadableCode, { reason: Words; remedy: Words }>> = {
  size: {
    reason: { vi: 'Gói tin lớn hơn mức tiếp nhận.', en: 'The message is larger than what is taken.' },
    remedy: {
      vi: 'Đề nghị bên gửi tách tệp (mỗi tệp tối đa 50 MB) rồi gửi lại.',
      en: 'Ask the sender to split the files (50 MB each at most) and send again.',
    },
  },
  encoding: {
    reason: {
      vi: 'Bảng mã của gói tin không phải UTF-8 hoặc UTF-16.',
      en: 'The message is in neither UTF-8 nor UTF-16.',
    },
    remedy: {
      vi: 'Đề nghị bên gửi xuất lại gói tin bằng UTF-8.',
      en: 'Ask the sender to write the message again in UTF-8.',
    },
  },
  doctype: {
    reason: {
      vi: 'Gói tin có khai báo DOCTYPE hoặc thực thể riêng; vì an toàn, hệ thống không đọc.',
      en: 'The message declares a DOCTYPE or entities of its own, which is not read, to be safe.',
    },
    remedy: {
      vi: 'Đề nghị bên gửi bỏ khai báo này. Nếu không rõ nguồn gốc, báo bộ phận an toàn thông tin.',
      en: 'Ask the sender to leave it out. If you do not know where it comes from, tell those in charge of security.',
    },
  },
  xml: {
    reason: {
      vi: 'Gói tin không phải XML hợp lệ (lỗi từ vị trí {at}).',
      en: 'The message is no valid XML (from place {at}).',
    },
    remedy: {
      vi: 'Đề nghị bên gửi gửi lại; nếu lỗi lặp lại, gửi kèm bản gốc này cho đơn vị vận hành phần mềm bên gửi.',
      en: 'Ask the sender to send again; if it happens again, give these bytes to those who run the sender’s software.',
    },
  },
  other_format: {
    reason: {
      vi: 'Gói tin không theo QCVN 102:2016 (phần tử gốc “{root}”, không gian tên “{namespace}”).',
      en: 'The message is not of QCVN 102:2016 (root “{root}”, namespace “{namespace}”).',
    },
    remedy: {
      vi: 'Đề nghị bên gửi dùng đúng định dạng edXML của Trục liên thông văn bản quốc gia.',
      en: 'Ask the sender for the edXML of the national axis.',
    },
  },
  missing: {
    reason: { vi: 'Gói tin thiếu trường bắt buộc “{field}”.', en: 'The message lacks the required field “{field}”.' },
    remedy: {
      vi: 'Đề nghị bên gửi bổ sung trường này rồi gửi lại, hoặc văn thư vào sổ bằng tay từ tệp đính kèm.',
      en: 'Ask the sender to add it and send again, or register the attached file by hand.',
    },
  },
  twice: {
    reason: {
      vi: 'Trường “{field}” xuất hiện nhiều lần nên không rõ giá trị nào đúng; có thể nội dung đã bị chèn thêm.',
      en: 'The field “{field}” stands there more than once, so it is not clear which counts; something may have been put in.',
    },
    remedy: {
      vi: 'Hỏi lại bên gửi qua kênh khác trước khi tiếp nhận.',
      en: 'Ask the sender another way before you take it.',
    },
  },
  status_unknown: {
    reason: {
      vi: 'Mã trạng thái “{code}” không đúng dạng hai chữ số.',
      en: 'The status code “{code}” is not two digits.',
    },
    remedy: {
      vi: 'Đề nghị bên gửi dùng mã trạng thái của QCVN 102.',
      en: 'Ask the sender for a status code of QCVN 102.',
    },
  },
  business_unknown: {
    reason: {
      vi: 'Loại nghiệp vụ “{code}” không có trong QCVN 102 (0 mới, 1 thu hồi, 2 cập nhật, 3 thay thế).',
      en: 'The business type “{code}” is not of QCVN 102 (0 new, 1 revocation, 2 update, 3 replacement).',
    },
    remedy: {
      vi: 'Hỏi bên gửi muốn gửi mới, thu hồi, cập nhật hay thay thế.',
      en: 'Ask the sender whether it is new, a revocation, an update or a replacement.',
    },
  },
  attachment_base64: {
    reason: {
      vi: 'Tệp “{name}” không có nội dung hoặc nội dung bị hỏng khi mã hóa base64.',
      en: 'The file “{name}” has no content, or its base64 is broken.',
    },
    remedy: { vi: 'Đề nghị bên gửi gửi lại tệp.', en: 'Ask the sender to send the file again.' },
  },
  attachment_size: {
    reason: { vi: 'Tệp “{name}” lớn hơn 50 MB khi mở ra.', en: 'The file “{name}” is larger than 50 MB when opened.' },
    remedy: {
      vi: 'Đề nghị bên gửi giảm dung lượng hoặc tách tệp rồi gửi lại.',
      en: 'Ask the sender to make it smaller, or to split it, and send again.',
    },
  },
  attachment_zip: {
    reason: {
      vi: 'Tệp nén chứa “{name}” bị hỏng hoặc có mật khẩu.',
      en: 'The zip around “{name}” is damaged or has a password.',
    },
    remedy: { vi: 'Đề nghị bên gửi gửi lại tệp không đặt mật khẩu.', en: 'Ask the sender for it without a password.' },
  },
  attachment_count: {
    reason: { vi: 'Gói tin có hơn {most} tệp.', en: 'The message has more than {most} files.' },
    remedy: {
      vi: 'Đề nghị bên gửi gộp phụ lục hoặc chia thành nhiều văn bản.',
      en: 'Ask the sender to join the annexes or to send several documents.',
    },
  },
}

export const NOTE_WORDS: Readonly<Record<NoteCode, Words>> = {
  bytes_before: { vi: 'Có {count} byte thừa trước nội dung.', en: '{count} stray bytes stood before the content.' },
  prefix_undeclared: {
    vi: 'Tiền tố “{prefix}” dùng mà không khai báo.',
    en: 'The prefix “{prefix}” was used without a declaration.',
  },
  utf16: { vi: 'Gói tin dùng bảng mã UTF-16.', en: 'The message is in UTF-16.' },
  decomposed: {
    vi: 'Chữ có dấu ở dạng tổ hợp, đã đổi về dạng dựng sẵn.',
    en: 'Letters with marks were decomposed, and are composed now.',
  },
  placeholder: {
    vi: 'Trường “{field}” ghi cho có, coi như để trống.',
    en: 'The field “{field}” says that there is nothing, and counts as empty.',
  },
  text_cut: {
    vi: 'Trường “{field}” quá dài, chỉ đọc phần đầu; bản gốc vẫn giữ đủ.',
    en: 'The field “{field}” is too long; its beginning was read, and all of it is kept in the original.',
  },
  day_shape: { vi: 'Ngày ở “{field}” ghi “{value}”.', en: 'The day in “{field}” is written “{value}”.' },
  day_wrong: {
    vi: '“{value}” ở “{field}” không phải ngày có thật, coi như để trống.',
    en: '“{value}” in “{field}” is no day of the calendar, and counts as empty.',
  },
  time_wrong: {
    vi: '“{value}” ở “{field}” không phải thời điểm, coi như để trống.',
    en: '“{value}” in “{field}” is no time, and counts as empty.',
  },
  code_unknown: {
    vi: 'Giá trị “{value}” ở “{field}” không có trong bảng mã, coi như để trống.',
    en: '“{value}” in “{field}” is no code, and counts as empty.',
  },
  ids_differ: {
    vi: 'Gói tin nêu nhiều văn bản ({documentIds}); cần người xác định văn bản nào.',
    en: 'The message names several documents ({documentIds}); a person has to say which.',
  },
  document_twice: { vi: 'Văn bản {documentId} được nêu hai lần.', en: 'The document {documentId} is named twice.' },
  recipient_twice: { vi: 'Nơi nhận {organId} được nêu hai lần.', en: 'The recipient {organId} is named twice.' },
  attachment_packed: {
    vi: 'Tệp “{name}” gửi trong tệp nén, đã mở.',
    en: 'The file “{name}” came in a zip and was unpacked.',
  },
  attachment_several: {
    vi: '“{name}” là tệp nén có {count} tệp, giữ nguyên.',
    en: '“{name}” is a zip of {count} files, and is kept as one.',
  },
  attachment_missing: {
    vi: 'Danh mục có tệp “{name}” nhưng không gửi kèm.',
    en: 'The list names the file “{name}”, which did not come.',
  },
  attachment_unlisted: {
    vi: 'Tệp “{name}” gửi kèm nhưng không có trong danh mục.',
    en: 'The file “{name}” came without being listed.',
  },
  attachment_name: {
    vi: 'Tệp “{name}” có tên khác trong danh mục: “{other}”.',
    en: 'The file “{name}” has another name in the list: “{other}”.',
  },
}

/** Of `MessageVerdict.findings`; the rest are words of `signature`. */
export const VERDICT_WORDS: Readonly<Record<string, Words>> = {
  'edxml.mended': {
    vi: 'Gói tin phải sửa mới đọc được nên không kiểm tra được chữ ký.',
    en: 'The message had to be mended before it could be read, so its signature cannot be verified.',
  },
}

/** A sentence with its params. */
export function sentence({ vi, en }: Words, params: Readonly<Record<string, string>>): Words {
  const filled = (text: string) =>
    text.replace(/\{(\w+)\}/g, (all, name: string) => (Object.hasOwn(params, name) ? params[name]! : all))
  return { vi: filled(vi), en: filled(en) }
}
