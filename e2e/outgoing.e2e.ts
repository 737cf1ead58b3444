import { type Browser, expect, type Page } from '@playwright/test'
import { type Colleague, choose, colleague } from './colleague.ts'
import { picture } from './pictures.ts'
import { accountOf, signIn, test, today } from './steps.ts'

const ABOUT = 'góp ý dự thảo Nghị định về văn thư (MẪU)'
const TEMPLATE = 'Công văn góp ý nghị định (MẪU)'

/** Someone works in a leader's post while the leader is away. */
async function deputise(leader: Page, deputy: Colleague): Promise<void> {
  const headers = { origin: process.env.E2E_URL! }
  const { posts } = await (await leader.request.get('/api/me/posts')).json()
  const { postId } = posts.find((one: { isCurrent: boolean }) => one.isCurrent)
  const day = await today(leader)
  const data = { postId, deputyId: deputy.id, kind: 'absent', from: day, to: day, reason: 'Đi công tác (MẪU)' }
  const given = await leader.request.post('/api/deputations', { data, headers })
  expect(given.ok(), await given.text()).toBe(true)
  const held = await (await deputy.page.request.get('/api/me/posts')).json()
  const { deputationId } = held.posts.find((one: { postId: number }) => one.postId === postId)
  const chosen = await deputy.page.request.post('/api/me/post', { data: { postId, deputationId }, headers })
  expect(chosen.ok(), await chosen.text()).toBe(true)
}
async function other(browser: Browser, person: Parameters<typeof signIn>[1]): Promise<Page> {
  const page = await (await browser.newContext()).newPage()
  await signIn(page, person)
  return page
}
const button = (page: Page, name: string) => page.getByRole('dialog').getByRole('button', { name, exact: true })

test('văn bản đi: mẫu, soạn, góp ý, trả lại, trình lại, ký thay, đóng dấu, phát hành, vào hồ sơ', async ({
  page,
  browser,
}) => {
  // Six people in as many windows: several minutes on a busy machine.
  test.slow()
  const [{ page: checker }, { page: approver }, { page: clerk }, deputy] = await Promise.all([
    colleague(browser, 'officer', 'Ngô Góp Ý Mẫu', 'Chuyên viên'),
    colleague(browser, 'leader', 'Phạm Duyệt Mẫu', 'Vụ trưởng'),
    colleague(browser, 'clerk', 'Đỗ Văn Thư Mẫu', 'Văn thư'),
    colleague(browser, 'leader', 'Trịnh Làm Thay Mẫu', 'Thứ trưởng'),
  ])
  const signer = accountOf('lanhdaobtc').name

  await test.step('văn thư lập mẫu: trường không có bị từ chối và nêu tên; đưa vào sử dụng', async () => {
    await clerk.goto('/van-ban-di/mau/moi')
    await clerk.getByLabel('Tên mẫu').fill(TEMPLATE)
    await clerk.getByLabel('Trích yếu').fill('góp ý dự thảo')
    await clerk.getByTestId('draft-text').click()
    await clerk.keyboard.type('{agency} đã xem {so_den} và có ý kiến như sau:')
    await expect(clerk.getByTestId('unknown-fields')).toContainText('{so_den}')
    await clerk.getByTestId('template-save').click()
    await expect(clerk.getByText(/Không có trường \{so_den\}/)).toBeVisible()
    await clerk.getByTestId('draft-text').locator('.draft-field-unknown').dblclick()
    await clerk.keyboard.press('Control+a')
    await clerk.keyboard.type('{agency} có ý kiến như sau:')
    await clerk.getByTestId('template-save').click()
    await expect(clerk.getByText('Chưa sử dụng')).toBeVisible()
    await clerk.getByTestId('template-use').click()
    await button(clerk, 'Đưa vào sử dụng').click()
    await expect(clerk.getByText('Đang dùng bản 1')).toBeVisible()
    await picture(clerk, 'van-ban-di-mau')
  })

  await test.step('soạn: nội dung dán từ Word, nơi nhận', async () => {
    await signIn(page, 'botaichinh')
    await page.goto('/van-ban-di')
    await page.getByTestId('new-draft').click()
    await choose(page, /^Mẫu/, TEMPLATE)
    await page.getByRole('dialog').getByLabel('Trích yếu').fill(ABOUT)
    await button(page, 'Bắt đầu soạn').click()
    const text = page.getByTestId('draft-text')
    await expect(text).toContainText('Bộ Tài chính có ý kiến như sau:')
    await text.click()
    await page.keyboard.press('Control+End')
    await page.keyboard.press('Enter')
    await text.evaluate((box) => {
      const data = new DataTransfer()
      data.setData(
        'text/html',
        '<p class=MsoNormal>Nhất trí với <b>dự thảo</b><o:p></o:p></p><script>alert(1)</script><p>Đề nghị sửa <i>Điều 3</i>.</p>' +
          '<table><tr><td>TT</td><td>Nội dung</td></tr><tr><td>1</td><td>Sửa Điều 3</td></tr></table>',
      )
      box.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))
    })
    await expect(text.locator('strong')).toHaveText('dự thảo')
    await expect(text.locator('table tr')).toHaveCount(2)
    await expect(text.locator('script')).toHaveCount(0)
    // A table is put in and taken back like any other step.
    await page.keyboard.press('Control+End')
    await page.getByTestId('tool-table').click()
    await expect(text.locator('table')).toHaveCount(2)
    await page.getByTestId('tool-undo').click()
    await expect(text.locator('table')).toHaveCount(1)

    await page.getByRole('link', { name: 'Về văn bản' }).click()
    await page.getByTestId('outgoing-edit').click()
    await expect(page.getByText('Đã khôi phục phần chưa lưu')).toBeVisible()
    await expect(page.getByTestId('draft-text').locator('em')).toHaveText('Điều 3')
    await page.getByTestId('save-version').click()
    await expect(page.locator('.draft-foot').getByRole('status')).toHaveText('Đã lưu')
    await picture(page, 'van-ban-di-soan')

    await page.getByRole('link', { name: 'Về văn bản' }).click()
    await page.getByTestId('outgoing-details').click()
    await page.getByTestId('add-recipient').click()
    await page.getByRole('dialog').getByLabel('Nơi nhận 1', { exact: true }).fill('Bộ Y tế')
    await page.keyboard.press('Tab')
    await button(page, 'Sửa thông tin, nơi nhận').click()
    await expect(page.getByText('Bộ Y tế').first()).toBeVisible()
  })
  const path = new URL(page.url()).pathname

  await test.step('trình: một người góp ý, một người duyệt; người góp ý trả lại', async () => {
    await page.getByTestId('outgoing-send').click()
    await choose(page, 'Người ký', signer)
    await page.getByTestId('add-opinion').click()
    await choose(page, 'Người', 'Ngô Góp Ý Mẫu')
    await page.getByTestId('add-approve').click()
    await choose(page, 'Người', 'Phạm Duyệt Mẫu')
    // By the keyboard: the note of what changed meanwhile may lie over the button.
    await button(page, 'Trình').press('Enter')
    await expect(page.getByTestId('outgoing-state')).toHaveText('Đang xin ý kiến')
    await checker.goto('/van-ban-di?list=waiting')
    await checker.getByRole('link', { name: /^Góp ý dự thảo/ }).click()
    await checker.getByTestId('outgoing-sendBack').click()
    await checker.getByRole('dialog').getByLabel('Lý do').fill('Đề nghị nêu căn cứ (MẪU).')
    await button(checker, 'Trả lại').click()
    await expect(checker.getByTestId('outgoing-state')).toHaveText('Bị trả lại')
  })

  await test.step('sửa, trình lại với luồng cũ; hai người đồng ý', async () => {
    await page.reload()
    await expect(page.getByTestId('sent-back')).toContainText('Đề nghị nêu căn cứ (MẪU).')
    await page.getByTestId('outgoing-edit').click()
    await page.getByTestId('draft-text').locator('p').first().click()
    await page.keyboard.press('End')
    await page.keyboard.type(' căn cứ Nghị định số 30/2020/NĐ-CP.')
    await page.keyboard.press('Control+s')
    await expect(page.locator('.draft-foot').getByRole('status')).toHaveText('Đã lưu')
    await page.getByRole('link', { name: 'Về văn bản' }).click()
    await page.getByTestId('compare').click()
    await expect(page.getByTestId('changes')).toContainText('căn cứ Nghị định')
    await page.getByTestId('outgoing-send').click()
    await expect(page.getByTestId('step-fields')).toHaveCount(2)
    // By the keyboard: the note of what changed meanwhile may lie over the button.
    await button(page, 'Trình').press('Enter')
    await expect(page.getByTestId('outgoing-state')).toHaveText('Đang xin ý kiến')
    for (const one of [checker, approver]) {
      await one.goto(path)
      await one.getByTestId('outgoing-agree').click()
      await button(one, 'Đồng ý').click()
      await expect(one.getByTestId('outgoing-agree')).toHaveCount(0)
    }
  })

  await test.step('người làm thay ký từ danh sách chờ ký; văn thư đóng dấu, phát hành trên dòng', async () => {
    const away = await other(browser, 'lanhdaobtc')
    await deputise(away, deputy)
    const { page: leader } = deputy
    await leader.goto('/van-ban-di?list=toSign')
    const row = leader.getByTestId('tray-row').filter({ hasText: 'dự thảo Nghị định về văn thư' })
    await expect(leader.frameLocator('iframe').getByText('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM').first()).toBeVisible()
    await row.first().getByRole('checkbox').check()
    await picture(leader, 'van-ban-di-ky')
    await leader.getByTestId('sign-many').click()
    await button(leader, 'Ký 1 văn bản').click()
    await expect(leader.getByRole('dialog', { name: 'Đã ký 1 văn bản.' })).toBeVisible()
    // The leader is back: no other story meets a deputy.
    const { given } = await (await away.request.get('/api/me/deputations')).json()
    for (const { id } of given.filter((one: { mayRevoke: boolean }) => one.mayRevoke)) {
      const headers = { origin: process.env.E2E_URL! }
      expect((await away.request.post(`/api/deputations/${id}/revoke`, { data: {}, headers })).ok()).toBe(true)
    }
    const ownRow = clerk.getByTestId('outgoing-row').filter({ hasText: 'dự thảo Nghị định về văn thư' })
    await clerk.goto('/van-ban-di?list=toSeal')
    await ownRow.getByTestId('row-seal').click()
    await button(clerk, 'Đóng dấu').click()
    await expect(ownRow).toHaveCount(0)
    await clerk.goto('/van-ban-di?list=toIssue')
    await ownRow.getByTestId('row-issue').click()
    await button(clerk, 'Phát hành').click()
    await expect(ownRow).toHaveCount(0)
  })

  await test.step('người soạn thấy số, chữ ký, phiếu trình đủ lời', async () => {
    await page.goto(path)
    await expect(page.getByTestId('outgoing-state')).toHaveText('Đã phát hành')
    await expect(page.getByTestId('outgoing-number')).toContainText('/BTC')
    await expect(page.getByTestId('signatures')).toContainText('Không có chữ ký số')
    await expect(page.getByTestId('signatures')).toContainText(`ký thay ${signer}`)
    await expect(page.getByTestId('note-sheet')).toContainText('Đề nghị nêu căn cứ (MẪU).')
    await picture(page, 'van-ban-di')
  })

  await test.step('văn thư sao y, xem sổ của năm', async () => {
    await clerk.goto(path)
    await clerk.getByTestId('outgoing-copy').click()
    await clerk.getByRole('dialog').getByLabel('Nơi nhận bản sao, ghi vào sổ').fill('Sở Tài chính (MẪU)')
    await button(clerk, 'Sao văn bản').click()
    await expect(clerk.getByTestId('copies')).toContainText(/\d+\/SY-BTC/)
    await clerk.goto('/van-ban-di')
    await clerk.getByTestId('to-book').click()
    await expect(clerk.getByTestId('book-row').filter({ hasText: 'Sở Tài chính (MẪU)' }).first()).toContainText(
      '/SY-BTC',
    )
    await expect(
      clerk
        .getByTestId('book-row')
        .filter({ hasText: `Công văn ${ABOUT}` })
        .first(),
    ).toBeVisible()
    await picture(clerk, 'van-ban-di-so')
  })

  await test.step('người soạn đưa văn bản vào hồ sơ, tìm theo trích yếu', async () => {
    await page.goto('/van-ban/ho-so')
    await page.getByTestId('new-case').click()
    await page.getByRole('dialog').getByLabel('Tiêu đề').fill('Góp ý văn bản năm 2026 (MẪU)')
    await choose(page, /^Thời hạn bảo quản/, '10 năm')
    await page.getByRole('dialog').locator('button[type=submit]').click()
    await page.getByTestId('case-addDocument').click()
    await page.getByRole('dialog').getByText('Văn bản đi', { exact: true }).click()
    await choose(page, 'Văn bản', 'góp ý dự thảo Nghị định')
    await page.getByRole('dialog').locator('button[type=submit]').click()
    await expect(page.getByTestId('case-item')).toContainText('/BTC')
    await picture(page, 'van-ban-di-ho-so')
  })
})
