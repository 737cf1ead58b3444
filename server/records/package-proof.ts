/** What lies in a package so that its signatures can be verified with other tools, when nobody can be asked any more. */
import type { Evidence } from '../platform/signature/chain.ts'

export interface ProofFile {
  name: string
  bytes: Uint8Array
}

export const PROOF = 'chung-thu'

const HOW = `CÁCH KIỂM TRA LẠI CHỮ KÝ KHI KHÔNG CÓ MẠNG

Toàn vẹn của gói:       sha256sum -c manifest-sha256.txt
Chữ ký trong PDF:       pdfsig TỆP.pdf
Chữ ký rời (.p7s):      openssl cms -verify -binary -inform DER -in TỆP.p7s -content TỆP -CAfile ${PROOF}/tin-cay.pem -out /dev/null
Chữ ký trong XML:       xmlsec1 --verify --trusted-pem ${PROOF}/tin-cay.pem TỆP.xml

${PROOF}/tin-cay.pem    chứng thư của các tổ chức được tin cậy khi giao nộp
${PROOF}/thu-hoi.pem    danh sách chứng thư bị thu hồi đã lấy khi kiểm tra (openssl: nối vào sau tin-cay.pem rồi thêm -crl_check_all)
${PROOF}/ocsp-….der     trả lời của máy chủ OCSP đã lấy khi kiểm tra

Kết quả kiểm tra khi giao nộp nằm ở mục "Signatures" của từng tệp trong ho-so.json.
Công cụ khác có thể báo hợp lệ cả khi trang bị vẽ thêm sau khi ký: hãy đọc kèm kết quả đó.
`

/** The anchors, the lists and answers that were fetched, each once, and how to use them. */
export function proofFiles(anchors: readonly Uint8Array[], fetched: readonly Evidence[]): ProofFile[] {
  const crls = distinct(fetched.flatMap((each) => each.crls))
  const ocsps = distinct(fetched.flatMap((each) => each.ocsps))
  const text = (words: string) => Buffer.from(words, 'utf8')
  return [
    { name: `${PROOF}/doc-truoc.txt`, bytes: text(HOW) },
    ...(anchors.length > 0
      ? [{ name: `${PROOF}/tin-cay.pem`, bytes: text(pemOf('CERTIFICATE', distinct(anchors))) }]
      : []),
    ...(crls.length > 0 ? [{ name: `${PROOF}/thu-hoi.pem`, bytes: text(pemOf('X509 CRL', crls)) }] : []),
    ...ocsps.map((bytes, place) => ({ name: `${PROOF}/ocsp-${String(place + 1).padStart(3, '0')}.der`, bytes })),
  ]
}

const distinct = (list: readonly Uint8Array[]) => [
  ...new Map(list.map((bytes) => [Buffer.from(bytes).toString('base64'), bytes])).values(),
]

const pemOf = (label: string, ders: readonly Uint8Array[]) =>
  ders
    .map((der) => {
      const lines = Buffer.from(der)
        .toString('base64')
        .replace(/.{64}(?=.)/g, '$&\n')
      return `-----BEGIN ${label}-----\n${lines}\n-----END ${label}-----\n`
    })
    .join('')
