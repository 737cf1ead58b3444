import { createHash, randomBytes } from 'node:crypto'
import { toPdf } from '../platform/official-document/pdf.ts'
import type { Authority, Issued } from '../platform/signature/authority.ts'
import { finishCms, prepareCms } from '../platform/signature/cms.ts'
import { finishPdf, preparePdf } from '../platform/signature/pades.ts'
import { timeStampRequest, tokenOf } from '../platform/signature/time-stamp.ts'

export const LETTER_NUMBER = '456/BYT-PC'

/** Those who sign `letterOf`: who initials, who signs, and the seal of the ministry. */
export const signersOf = (authority: Authority, term: object): Issued[] =>
  (
    [
      ['Trần Phụ Trách', 'person'],
      ['Nguyễn Ký Mẫu', 'person'],
      ['Bộ Y tế MẪU', 'agency'],
    ] as const
  ).map(([name, usage]) => authority.issue({ name, organization: 'Bộ Y tế MẪU', usage, ...term }))

/** A letter of the Ministry of Health, signed there by each of these at that time, each with a time stamp. An answer is due five days later. */
export async function letterOf(
  authority: Authority,
  signers: readonly Issued[],
  at: Date,
  about: string,
): Promise<Uint8Array> {
  const [year, month, day] = new Date(at.getTime() + 5 * 86_400_000).toISOString().slice(0, 10).split('-')
  let pdf = await toPdf({
    superiorAgency: null,
    issuingAgency: 'Bộ Y tế',
    number: LETTER_NUMBER,
    notation: '/BYT-PC',
    place: 'Hà Nội',
    issuedOn: at.toISOString().slice(0, 10),
    type: null,
    subject: about,
    addressees: ['Bộ Tài chính'],
    body: [
      {
        kind: 'paragraph',
        runs: [{ text: `Bộ Y tế đề nghị Bộ Tài chính có ý kiến trước ngày ${day} tháng ${month} năm ${year}.` }],
      },
    ],
    signature: { title: 'KT. BỘ TRƯỞNG\nTHỨ TRƯỞNG', name: 'Nguyễn Ký Mẫu' },
    recipients: ['Như trên', 'Lưu: VT'],
    annexes: [],
    mark: 'MẪU',
  })
  for (const { chain, algorithm, signingKey } of signers) {
    const prepared = await preparePdf(pdf, { mark: null, signedAt: at, algorithm, name: 'Bộ Y tế MẪU' })
    const cms = prepareCms({ contentHash: prepared.contentHash, chain, algorithm })
    const [value] = await signingKey.sign([cms.hash])
    const asked = { hash: createHash('sha256').update(value!).digest(), nonce: randomBytes(8) }
    const token = tokenOf(authority.timeStamp(timeStampRequest(asked.hash, asked.nonce), at), asked)
    pdf = finishPdf(prepared, finishCms(cms, value!, token))
  }
  return pdf
}
