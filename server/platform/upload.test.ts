import assert from 'node:assert/strict'
import { test } from 'node:test'
import { cleanFileName } from './upload.ts'

test('a file name is the last part of what was sent, and shows nothing that is not there', () => {
  for (const [sent, kept] of [
    ['C:\\Văn bản\\báo cáo.pdf', 'báo cáo.pdf'],
    ['../../etc/passwd', 'passwd'],
    ['baocao\u202Efdp.exe', 'baocaofdp.exe'],
    ['\u2066an\u2069\u200F.docx', 'an.docx'],
    ['một\u2028hai\n.txt', 'mộthai.txt'],
    ['\u200B\u202A', 'tep'],
    [`${'😀'.repeat(120)}a.pdf`, `\uFFFD${'😀'.repeat(97)}a.pdf`],
    [`${'a'.repeat(300)}.pdf`, `${'a'.repeat(196)}.pdf`],
  ] as const)
    assert.equal(cleanFileName(sent, 'tep'), kept, JSON.stringify(sent))
})
