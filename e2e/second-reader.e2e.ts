import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect } from '@playwright/test'
import { startLanguageModel } from '../extraction/second-reader/language-model.fixture.ts'
import { doubtfulPlan } from './documents.ts'
import { type SampleAccount, startServer } from './server.ts'
import { dropFile, test, watch } from './steps.ts'

/** What the office's model answers about the two passages of the plan that the rules are unsure of. */
const SCRIPT = [
  {
    when: 'Tập huấn cán bộ một cửa',
    tasks: [
      {
        lead: ['Vụ Tổng hợp'],
        coordinating: ['Vụ Kinh tế tổng hợp'],
        deadlines: ['xong trong quý IV năm 2021'],
        targets: [],
      },
    ],
  },
  {
    when: 'Kinh phí lấy từ nguồn',
    tasks: [
      {
        content: 'trước ngày 15 tháng 3 năm 2021 phải có dự toán chi tiết',
        lead: ['Vụ Hậu cần'],
        coordinating: [],
        deadlines: ['trước ngày 15 tháng 3 năm 2021'],
        targets: [],
      },
    ],
  },
]

test('what a second reader suggests is shown as its own, and a person takes it over or drops it', async ({
  browser,
}) => {
  const ends: (() => void)[] = []
  const model = await startLanguageModel({ after: (end) => ends.push(end) }, SCRIPT)
  // Other stories run without a second reader, as offices do by default.
  const server = await startServer({ SAMPLE: 'small', SECOND_READER_URL: model.url })
  try {
    const context = await browser.newContext({ baseURL: server.url })
    const watched = watch(context, server.url)
    const page = await context.newPage()
    const accounts = JSON.parse(
      readFileSync(path.join(server.dataDir, 'sample-accounts.json'), 'utf8'),
    ) as SampleAccount[]
    const { email, password } = accounts.find((account) => account.email.startsWith('theodoi@'))!
    await page.request.post('/api/auth/sign-in/email', { data: { email, password } })

    await page.goto('/van-ban')
    const row = await dropFile(page, doubtfulPlan('944/QĐ-VPCP'))
    await row.getByRole('link', { name: 'Rà soát' }).click()
    const cards = page.getByTestId('draft')
    await expect(cards).toHaveCount(5)
    await expect(page.getByTestId('second-reading')).toContainText('trả lời 2/2 đoạn quy tắc chưa chắc: 2 gợi ý')
    await expect(cards.first().getByTestId('second-reader')).toHaveCount(0)

    await page.getByTestId('confirm').click()
    await expect(page.getByRole('dialog')).toContainText('2 nhiệm vụ còn gợi ý của máy đọc thứ hai chưa ai nhận')
    await page.getByRole('dialog').getByRole('button', { name: 'Thôi' }).click()

    await page.getByText('Máy đọc thứ hai (2)').click()
    await expect(page).toHaveURL(/only=suggestions/)
    await expect(cards).toHaveCount(2)
    const known = cards.filter({ hasText: 'Tập huấn cán bộ một cửa' })
    await expect(known).toContainText('Máy đọc thứ hai gợi ý thêm: chủ trì “Vụ Tổng hợp”')
    // Beside the reference, and beside each of the three values.
    await expect(known.getByTestId('second-reader')).toHaveCount(4)
    await known.getByTestId('take-over').click()
    await expect(cards).toHaveCount(1)

    await cards.getByRole('button', { name: /^Bỏ: GY\.1/ }).click()
    await expect(page.getByText('Không còn gợi ý nào của máy đọc thứ hai')).toBeVisible()
    await page.getByText('Tất cả', { exact: true }).click()
    await expect(known).toContainText('31/12/2021')
    await expect(known.getByTestId('second-reader')).toHaveCount(0)

    await page.getByTestId('confirm').click()
    await page.getByRole('dialog').getByRole('button', { name: 'Tạo 4 nhiệm vụ' }).click()
    await expect(page.getByTestId('total')).toHaveText('4 nhiệm vụ')
    expect(await model.received(), 'only what the rules doubt').toHaveLength(2)
    expect([watched.foreign, watched.errors]).toEqual([[], []])
    await context.close()
  } finally {
    await server.stop()
    for (const end of ends) end()
  }
})
