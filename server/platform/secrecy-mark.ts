/** A stamp is alone on its line, in capitals or after its name; "hồ sơ mật" in a sentence is none. */
const STAMP =
  /^[^\p{L}\p{N}]*(?:(?:TUYỆT MẬT|TỐI MẬT|MẬT)|[Đđ][ộỘ] [Mm][ậẬ][Tt]\s*:\s*(?:tuyệt mật|tối mật|mật|TUYỆT MẬT|TỐI MẬT|MẬT|Tuyệt mật|Tối mật|Mật))[^\p{L}\p{N}]*$/u

/** Whether one of these lines is a mark of secrecy (Luật Bảo vệ bí mật nhà nước 2018, Điều 8), for words that are no file. */
export const isMarkedSecret = (lines: readonly string[]): boolean =>
  lines.some((line) => STAMP.test(line.normalize('NFC').replace(/\s+/gu, ' ')))
