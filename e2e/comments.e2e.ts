import AxeBuilder from '@axe-core/playwright'
import { type Browser, expect, type Page } from '@playwright/test'
import { picture } from './pictures.ts'
import { signIn, test } from './steps.ts'

/** Opens a page for a person, in a browser of its own. */
async function other(browser: Browser, person: Parameters<typeof signIn>[1], path: string): Promise<Page> {
  const page = await (await browser.newContext()).newPage()
  await signIn(page, person)
  await page.goto(path)
  return page
}

async function ask<T>(page: Page, path: string): Promise<T> {
  const answer = await page.request.get(path)
  expect(answer.ok(), `${path}: ${answer.status()}`).toBe(true)
  return answer.json()
}

const section = (page: Page) => page.getByRole('region', { name: 'Trao đổi', exact: true })
const threads = (page: Page) => section(page).getByTestId('thread')

test('trao đổi về nhiệm vụ: nhắc tên, trả lời, sửa, rút; trao đổi nội bộ bên kia không biết', async ({
  page,
  browser,
}) => {
  test.slow()
  await signIn(page, 'botaichinh')
  const { agencyId } = await ask<{ agencyId: number }>(page, '/api/me')
  const { rows } = await ask<{ rows: { id: number; code: string }[] }>(
    page,
    `/api/tasks?agencyId=${agencyId}&standing=open&sort=code&limit=1`,
  )
  const { id, code } = rows[0]!
  const path = `/nhiem-vu/${id}`
  await page.goto(path)
  const follow = await other(browser, 'theodoi', path)

  await test.step('cơ quan hỏi, nhắc tên người theo dõi; trang đang mở của người đó hiện ngay', async () => {
    await expect(section(page).getByRole('radio')).toHaveCount(0)
    const box = section(page).getByLabel('Viết trao đổi; gõ @ để nhắc tên người')
    await box.click()
    await box.pressSequentially('Nhờ @tran binh')
    await page.getByRole('menuitem', { name: /Trần Bình Mẫu.*Chuyên viên theo dõi/ }).waitFor()
    await page.keyboard.press('Enter')
    await box.pressSequentially('xem mẫu biểu (MẪU): https://mau.example/bieu')
    await section(page).getByRole('button', { name: 'Gửi' }).click()
    await expect(box).toHaveValue('')
    const first = threads(page).first()
    await expect(first).toContainText('Nhờ @Trần Bình Mẫu xem mẫu biểu (MẪU): https://mau.example/bieu')
    await expect(first.getByRole('link', { name: 'https://mau.example/bieu' })).toHaveAttribute('rel', /noopener/)
    await expect(threads(follow).first()).toContainText('xem mẫu biểu', { timeout: 5_000 })
    await expect(threads(follow).first().locator('.mention.own')).toHaveText('@Trần Bình Mẫu')
  })

  await test.step('người được nhắc mở từ chuông, trả lời; cơ quan sửa và rút ý kiến của mình', async () => {
    await follow.goto('/thong-bao')
    const line = follow
      .getByTestId('told-line')
      .filter({ hasText: code })
      .filter({ hasText: 'bạn được nhắc tên' })
      .first()
    await line.getByRole('link', { name: code }).first().click()
    await expect(follow).toHaveURL(new RegExp(`${path}\\?.*comment=\\d+`))
    await expect(follow.locator('[aria-current=true][data-testid=comment]')).toBeInViewport()
    const thread = threads(follow).filter({ hasText: 'xem mẫu biểu' })
    await thread.getByRole('button', { name: 'Trả lời' }).click()
    await thread.getByRole('textbox', { name: 'Trả lời' }).fill('Mẫu này đúng rồi (MẪU).')
    await follow.keyboard.press('Control+Enter')
    const own = threads(page).first()
    await expect(own).toContainText('Mẫu này đúng rồi (MẪU).', { timeout: 5_000 })
    await own.getByRole('button', { name: 'Sửa' }).click()
    const text = own.getByRole('textbox', { name: 'Sửa' })
    await expect(text).toHaveValue(/^Nhờ @Trần Bình Mẫu /)
    await text.fill('Nhờ @Trần Bình Mẫu xem mẫu biểu mới (MẪU)')
    await own.getByRole('button', { name: 'Lưu' }).click()
    await expect(own).toContainText('xem mẫu biểu mới (MẪU)')
    await expect(own.locator('.mention')).toHaveText('@Trần Bình Mẫu')
    await own.getByText(/^Đã sửa/).click()
    await expect(own).toContainText('https://mau.example/bieu')
  })

  await test.step('người theo dõi hỏi ý kiến nội bộ: cơ quan không thấy ở đâu', async () => {
    const form = section(follow).locator('form').first()
    await form.getByRole('radio', { name: 'Nội bộ bên theo dõi' }).check()
    const box = form.getByRole('textbox')
    await box.click()
    await box.pressSequentially('Xin ý kiến @dang')
    await follow.getByRole('menuitem', { name: /Đặng Khoa Mẫu/ }).waitFor()
    await picture(follow, 'trao-doi-nhac-ten')
    await follow.keyboard.press('Enter')
    await form.getByRole('button', { name: 'Gửi nội bộ' }).click()
    const internal = threads(follow).first()
    await expect(internal).toContainText('Cơ quan thực hiện không đọc được')
    await expect(internal).toContainText('Xin ý kiến @Đặng Khoa Mẫu')
    await section(follow).evaluate((one) => one.scrollIntoView())
    await picture(follow, 'trao-doi')
    await expect(follow.locator('section', { has: follow.locator('#history') })).toContainText('Gửi trao đổi nội bộ')
    await page.reload()
    await expect(threads(page).first()).toContainText('xem mẫu biểu mới')
    for (const words of ['Xin ý kiến', 'nội bộ']) await expect(page.locator('main')).not.toContainText(words)
    const leader = await other(browser, 'lanhdao', '/thong-bao')
    await expect(
      leader.getByTestId('told-line').filter({ hasText: 'Nhắc tên bạn trong trao đổi' }).first(),
    ).toContainText(code)
    await leader.context().close()
  })

  await test.step('rút: không ai đọc được nữa; kiểm tra chỉ đọc; trang đạt axe', async () => {
    const own = threads(page).first()
    await own.getByRole('button', { name: 'Rút' }).click()
    await page.getByRole('button', { name: 'Rút' }).last().click()
    await expect(own).toContainText('Ý kiến đã được người viết rút lúc')
    await expect(threads(follow).nth(1)).toContainText('Ý kiến đã được người viết rút lúc', { timeout: 5_000 })
    await expect(section(follow)).not.toContainText('xem mẫu biểu')
    const auditor = await other(browser, 'kiemtra', path)
    await expect(threads(auditor)).toHaveCount(await threads(follow).count())
    await expect(section(auditor).getByRole('textbox')).toHaveCount(0)
    for (const one of [page, follow, auditor]) {
      const { violations } = await new AxeBuilder({ page: one }).include('section.comments').analyze()
      expect(violations.map((found) => `${found.id}: ${found.nodes[0]?.html}`)).toEqual([])
    }
    await auditor.context().close()
    await follow.setViewportSize({ width: 390, height: 844 })
    await section(follow).evaluate((one) => one.scrollIntoView())
    await section(follow).getByRole('textbox').first().click()
    await follow.keyboard.type('Nhờ @t')
    await follow.getByRole('menuitem').first().waitFor()
    const wider = await follow.evaluate(() => document.documentElement.scrollWidth > window.innerWidth)
    expect(wider, 'nothing scrolls sideways on a phone').toBe(false)
  })
})
