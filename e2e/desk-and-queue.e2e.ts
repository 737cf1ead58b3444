import { readFileSync } from 'node:fs'
import { type Browser, expect, type Page } from '@playwright/test'
import ExcelJS from 'exceljs'
import { signIn, test, today } from './steps.ts'

/** The header a browser sends from our own page; requests made outside the page must set it themselves. */
const OURS = { 'sec-fetch-site': 'same-origin' }
const PLACES = ['Hà Giang', 'Lào Cai', 'Yên Bái', 'Sơn La', 'Điện Biên']
const titleOf = (place: string) => `báo cáo kết quả rà soát hồ sơ MẪU tại ${place}`

function textOf(now: string): string {
  const [year, month, day] = now.split('-')
  const due = `31 tháng 12 năm ${Number(year) + 1}`
  const lines = PLACES.map(
    (place, at) => `${at + 1}. Bộ Tài chính chủ trì ${titleOf(place)}, hoàn thành trước ngày ${due}.`,
  )
  // A new number each time: a known document is not imported again.
  const number = Date.now() % 100_000
  return `VĂN PHÒNG CHÍNH PHỦ\nSố: ${number}/QĐ-VPCP\nHà Nội, ngày ${day} tháng ${month} năm ${year}\n\nQUYẾT ĐỊNH\nVề việc rà soát hồ sơ (MẪU)\n\n${lines.join('\n\n')}\n`
}

/** Five tasks of one ministry, imported and confirmed by the follow-up officer. Returns their ids. */
async function giveFive(page: Page): Promise<number[]> {
  const pasted = await page.request.post('/api/directives/paste', {
    data: { text: textOf(await today(page)), name: 'desk-and-queue' },
    headers: { ...OURS, 'idempotency-key': crypto.randomUUID() },
  })
  expect(pasted.status(), await pasted.text()).toBe(201)
  const { id } = (await pasted.json()) as { id: number }
  const read = async () =>
    (await (await page.request.get(`/api/directives/${id}`)).json()) as { state: string; version: number }
  await expect.poll(async () => (await read()).state, { timeout: 60_000 }).toBe('review')
  const { version } = await read()
  const confirmed = await page.request.post(`/api/directives/${id}/confirm`, {
    data: {},
    headers: { ...OURS, 'if-match': `"${version}"` },
  })
  expect(confirmed.status(), await confirmed.text()).toBe(200)
  const { taskIds } = (await confirmed.json()) as { taskIds: number[] }
  expect(taskIds).toHaveLength(5)
  return taskIds
}

async function pageOf(browser: Browser, person: Parameters<typeof signIn>[1]): Promise<Page> {
  const page = await (await browser.newContext({ acceptDownloads: true })).newPage()
  await signIn(page, person)
  return page
}

interface Brief {
  version: number
  code: string
  percent: number
  state: string
}
const taskOf = async (page: Page, id: number) => (await (await page.request.get(`/api/tasks/${id}`)).json()) as Brief

test('năm việc tiếp nhận một lần, phiếu nộp lại có một chỗ trùng; màn hình theo dõi tự cập nhật', async ({
  page,
  browser,
}) => {
  test.slow()
  const follow = await pageOf(browser, 'theodoi')
  const ids = await giveFive(follow)
  const [first, second] = ids as [number, number]
  // Stays open from here on and is not reloaded: it receives the changes of others live.
  await follow.goto('/theo-doi')
  const changes = follow.getByTestId('changes')
  await expect(changes).toBeVisible()

  await signIn(page, 'botaichinh')
  await page.goto('/')
  await expect(page, 'the first page of who carries tasks out').toHaveURL(/viec-cua-toi/)

  await test.step('chọn năm nhiệm vụ và tiếp nhận cùng lúc', async () => {
    await page.goto('/viec-cua-toi?group=toReceive')
    for (const place of PLACES) {
      await page
        .getByTestId('group-toReceive')
        .getByRole('listitem')
        .filter({ hasText: place })
        .getByRole('checkbox')
        .check()
    }
    await expect(page.getByTestId('chosen')).toHaveText('5 nhiệm vụ được chọn')
    await page.getByRole('region', { name: '5 nhiệm vụ được chọn' }).getByRole('button', { name: 'Tiếp nhận' }).click()
    const form = page.getByRole('dialog', { name: 'Tiếp nhận: 5 nhiệm vụ' })
    await form.getByRole('button', { name: 'Thực hiện' }).click()
    await expect(form).toBeHidden()
    for (const place of PLACES) await expect(page.getByTestId('group-toReceive')).not.toContainText(place)
  })
  await expect(changes.getByRole('listitem').filter({ hasText: 'Tiếp nhận nhiệm vụ' }).first()).toContainText('MẪU')

  const path = await test.step('xuất phiếu, điền hai dòng', async () => {
    const waiting = page.waitForEvent('download')
    await page.getByRole('link', { name: 'Xuất phiếu' }).click()
    const taken = await (await waiting).path()
    const book = new ExcelJS.Workbook()
    await book.xlsx.load(readFileSync(taken) as unknown as ArrayBuffer)
    const sheet = book.getWorksheet('Báo cáo tiến độ')!
    const codes = [(await taskOf(page, first)).code, (await taskOf(page, second)).code]
    sheet.eachRow((row) => {
      if (!codes.includes(String(row.getCell('A').value))) return
      row.getCell('F').value = 40
      row.getCell('G').value = 'Đã rà soát một nửa số hồ sơ (MẪU)'
    })
    await book.xlsx.writeFile(`${taken}.xlsx`)
    return `${taken}.xlsx`
  })

  await test.step('đồng nghiệp báo cáo trước một nhiệm vụ', async () => {
    const colleague = await pageOf(browser, 'lanhdaobtc')
    const { version } = await taskOf(colleague, second)
    const reported = await colleague.request.post(`/api/tasks/${second}/progress`, {
      data: { percent: 25, body: 'Đã lập danh mục hồ sơ (MẪU)' },
      headers: { ...OURS, 'if-match': `"${version}"` },
    })
    expect(reported.status(), await reported.text()).toBe(200)
  })

  await test.step('nộp phiếu: chỗ trùng đặt cạnh nhau, chọn gửi bản trong phiếu', async () => {
    await page.getByRole('button', { name: 'Nộp phiếu' }).click()
    const box = page.getByRole('dialog', { name: 'Nộp phiếu báo cáo tiến độ' })
    await box.getByTestId('sheet-file').setInputFiles(path)
    await expect(box.getByTestId('sheet-found')).toContainText('2 nhiệm vụ có thay đổi')
    const both = box.getByTestId(`sheet-${(await taskOf(page, second)).code}`)
    await expect(both).toContainText('Đã lập danh mục hồ sơ (MẪU)')
    await expect(both).toContainText('Đã rà soát một nửa số hồ sơ (MẪU)')
    await expect(box.getByRole('button', { name: 'Gửi 1 báo cáo' })).toBeEnabled()
    await both.getByLabel('Gửi báo cáo trong phiếu').check()
    await box.getByRole('button', { name: 'Gửi 2 báo cáo' }).click()
    await expect(box).toBeHidden()
    expect(await Promise.all([taskOf(page, first), taskOf(page, second)])).toMatchObject([
      { percent: 40, state: 'inProgress' },
      { percent: 40, state: 'inProgress' },
    ])
  })

  await test.step('báo cáo hoàn thành từ dòng của danh sách; màn hình theo dõi thấy ngay và quyết định tại chỗ', async () => {
    await page.goto(`/viec-cua-toi?task=${first}&act=reportDone`)
    const form = page.getByRole('dialog', { name: 'Báo cáo hoàn thành' })
    await form.getByLabel('Kết quả thực hiện').fill('Đã gửi báo cáo rà soát (MẪU)')
    await form.getByRole('button', { name: 'Gửi báo cáo hoàn thành' }).click()
    await expect(form).toBeHidden()

    const { code } = await taskOf(page, first)
    const claim = follow.getByTestId('group-toConfirm').getByRole('listitem').filter({ hasText: code })
    await expect(claim, 'without reloading').toContainText('Đã gửi báo cáo rà soát (MẪU)')
    await expect(
      follow.getByTestId('group-contradictions').getByRole('listitem').filter({ hasText: code }),
    ).toContainText('không có số văn bản')
    await claim.getByRole('button', { name: 'Yêu cầu làm tiếp' }).click()
    const answer = follow.getByRole('dialog', { name: 'Yêu cầu làm tiếp' })
    await answer.getByLabel('Lý do').fill('Thiếu văn bản kết quả (MẪU)')
    await answer.getByRole('button', { name: 'Yêu cầu làm tiếp' }).click()
    await expect(claim).toHaveCount(0)
    await expect(page.getByTestId('group-sentBack').getByRole('listitem').filter({ hasText: code })).toContainText(
      'Thiếu văn bản kết quả (MẪU)',
    )
  })
  await follow.context().close()
})

test('việc của tôi làm bằng bàn phím, cả trên điện thoại', async ({ page }) => {
  await signIn(page, 'botaichinh')
  await page.goto('/viec-cua-toi')
  const rows = page.locator('[data-row]')
  await expect(rows.first()).toBeVisible()
  await page.keyboard.press('j')
  await expect(rows.first()).toBeFocused()
  await page.keyboard.press('j')
  await expect(rows.nth(1)).toBeFocused()
  await page.setViewportSize({ width: 390, height: 844 })
  await expect(rows.first()).toBeVisible()
  const overflow = await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')
  expect(overflow, 'nothing runs out of the page').toBeLessThanOrEqual(0)
})
