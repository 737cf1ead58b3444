import { expect, type Page } from '@playwright/test'
import { ifMatch } from '../client/index.ts'
import { signIn, test } from './steps.ts'

/** A plan that names a unit by words the registry does not have, and has a label that the reader does not know. */
const plan = (number: number) => `VĂN PHÒNG CHÍNH PHỦ
Số: ${number}/KH-VPCP
Hà Nội, ngày 05 tháng 01 năm 2021

KẾ HOẠCH
Về bảo trì hệ thống báo cáo (MẪU)

II. NHIỆM VỤ
1. Rà soát cấu hình các máy chủ của hệ thống báo cáo.
- Đơn vị chủ trì: Trung tâm Sao Khuê.
- Thời hạn hoàn thành: trước ngày 30 tháng 6 năm 2021.

2. Tổ chức tập huấn sử dụng hệ thống báo cáo.
- Đơn vị chủ trì: Vụ Tổng hợp.
- Gánh vác cùng: Vụ Hành chính.
- Thời hạn hoàn thành: trước ngày 30 tháng 6 năm 2021.
`

interface Draft {
  id: number
  ref: string
  version: number
  parties: { role: string; name: string; agencyId: number | null; accountable: boolean }[]
  [field: string]: unknown
}
interface Directive {
  id: number
  version: number
  state: string
  drafts: Draft[]
}

/** Reads a document through the API, which other stories do on the screen. */
async function takeIn(page: Page, number: number): Promise<Directive> {
  const headers = { origin: process.env.E2E_URL! }
  const sent = await page.request.post('/api/directives/paste', {
    headers,
    data: { text: plan(number), name: `ke-hoach-${number}` },
  })
  expect(sent.status(), await sent.text()).toBe(201)
  const { id } = (await sent.json()) as { id: number }
  const look = async () => (await (await page.request.get(`/api/directives/${id}`)).json()) as Directive
  await expect.poll(async () => (await look()).state, { timeout: 60_000 }).toBe('review')
  return look()
}

/** Corrects the name and adds what stands after the label, then confirms. */
async function confirmCorrected(page: Page, { id, drafts }: Directive): Promise<void> {
  const headers = { origin: process.env.E2E_URL! }
  const agency = async (name: string) => {
    const found = await page.request.get(`/api/agencies/resolve?name=${encodeURIComponent(name)}&on=2021-01-05`)
    return ((await found.json()) as { agency: { id: number } }).agency.id
  }
  for (const draft of drafts) {
    const { groupTitle, title, content, product, deadlines, targets } = draft
    const parties = draft.parties.map(({ role, name, agencyId, accountable }) => ({
      ...{ role, name, agencyId, accountable },
    }))
    if (draft.ref === 'II.1') parties[0]!.agencyId = await agency('Cục Kiểm soát thủ tục hành chính')
    else {
      const agencyId = await agency('Vụ Hành chính')
      parties.push({ role: 'coordinating', name: 'Vụ Hành chính', agencyId, accountable: false })
    }
    const saved = await page.request.put(`/api/directives/${id}/drafts/${draft.id}`, {
      headers: { ...headers, ...ifMatch(draft.version) },
      data: { groupTitle, title, content, product, deadlines, targets, parties, implements: draft.implements },
    })
    expect(saved.status(), await saved.text()).toBe(200)
  }
  const { version } = (await (await page.request.get(`/api/directives/${id}`)).json()) as Directive
  const done = await page.request.post(`/api/directives/${id}/confirm`, {
    headers: { ...headers, ...ifMatch(version) },
    data: {},
  })
  expect(done.status(), await done.text()).toBe(200)
}

test('what reviewers correct is counted, opened and taught in one click', async ({ page, browser, baseURL }) => {
  await signIn(page, 'quantri')
  const reviewing = await browser.newContext({ baseURL: baseURL! })
  const reviewer = await reviewing.newPage()
  await signIn(reviewer, 'theodoi')
  await confirmCorrected(reviewer, await takeIn(reviewer, 771))

  await test.step('a figure opens the values it counts, and a value its place in the document', async () => {
    await page.goto('/van-ban')
    await page.getByRole('main').getByRole('link', { name: 'Độ chính xác của máy đọc' }).click()
    await expect(page.getByRole('heading', { level: 1, name: 'Độ chính xác của máy đọc' })).toBeVisible()
    const table = page.getByRole('region', { name: 'Theo trường' })
    await table.getByRole('link', { name: /^Chủ trì, Sửa: / }).click()
    await expect(page.getByRole('heading', { level: 1, name: 'Giá trị đã đọc và đã xác nhận' })).toBeVisible()
    const row = page.getByTestId('outcome').filter({ hasText: 'Trung tâm Sao Khuê' })
    await expect(row).toContainText('Cục Kiểm soát thủ tục hành chính')
    await row.getByRole('link', { name: '771/KH-VPCP' }).click()
    await expect(page).toHaveURL(/\/van-ban\/\d+\?draft=\d+$/)
    await page.goBack()
    await page.getByRole('link', { name: 'Độ chính xác của máy đọc' }).click()
  })

  await test.step('the follow-up officer sees the correction and no door', async () => {
    const other = await browser.newContext({ baseURL: baseURL! })
    const officer = await other.newPage()
    await signIn(officer, 'theodoi')
    await officer.goto('/van-ban/do-chinh-xac')
    const correction = officer.getByTestId('correction').filter({ hasText: 'Trung tâm Sao Khuê' })
    await expect(correction).toContainText('Cục Kiểm soát thủ tục hành chính')
    await expect(officer.getByTestId('missed-label').filter({ hasText: 'Gánh vác cùng' })).toBeVisible()
    await expect(officer.getByRole('button', { name: /^Thêm (cách viết tên|nhãn)/ })).toHaveCount(0)
    await officer.goto('/van-ban/tu-ngu')
    await expect(officer.getByRole('heading', { level: 1, name: 'Từ ngữ của cơ quan' })).toBeVisible()
    await expect(officer.getByRole('button', { name: 'Thêm nhãn' })).toHaveCount(0)
    await other.close()
  })

  await test.step('the name and the label are taught, each in one click', async () => {
    await page.goto('/van-ban/do-chinh-xac')
    const correction = page.getByTestId('correction').filter({ hasText: 'Trung tâm Sao Khuê' })
    await correction.getByRole('button', { name: /^Thêm cách viết tên/ }).click()
    await expect(page.getByText(/^Đã thêm “Trung tâm Sao Khuê” là một cách viết tên/)).toBeVisible()
    await expect(correction).toContainText('Đã có trong danh mục')
    const label = page.getByTestId('missed-label').filter({ hasText: 'Gánh vác cùng' })
    await label.getByRole('button', { name: /^Thêm nhãn/ }).click()
    await expect(label).toContainText('Đã thêm')
  })

  await test.step('the next document needs no correction', async () => {
    const { drafts } = await takeIn(reviewer, 772)
    const named = drafts.flatMap(({ ref, parties }) =>
      parties.map(({ role, name, agencyId }) => `${ref} ${role} ${name} ${agencyId !== null}`),
    )
    expect(named).toEqual([
      'II.1 lead Trung tâm Sao Khuê true',
      'II.2 lead Vụ Tổng hợp true',
      'II.2 coordinating Vụ Hành chính true',
    ])
  })

  await test.step('a label is added on its page and withdrawn; the same words twice are refused beside the field', async () => {
    await page.goto('/van-ban/tu-ngu')
    const add = async (phrase: string) => {
      await page.getByRole('button', { name: 'Thêm nhãn' }).first().click()
      const form = page.getByRole('dialog')
      await form.getByLabel('Nhãn như trong văn bản').fill(phrase)
      await form.getByLabel('Phần chữ đứng sau là').click()
      await page.getByTitle('Thời hạn').click()
      await form.getByRole('button', { name: 'Thêm nhãn' }).click()
      return form
    }
    const form = await add('GANH VAC CUNG:')
    await expect(form.getByText(/^Nhãn này đã có\./).first()).toBeVisible()
    await form.getByLabel('Nhãn như trong văn bản').fill('Bao giờ xong')
    await form.getByRole('button', { name: 'Thêm nhãn' }).click()
    await expect(form).toBeHidden()
    const row = page.getByTestId('label').filter({ hasText: 'Bao giờ xong' })
    await row.getByRole('button', { name: /^Rút nhãn/ }).click()
    await page.getByRole('tooltip').getByRole('button', { name: 'Rút nhãn' }).click()
    await expect(row).toHaveCount(0)
    await page.goto('/van-ban/tu-ngu?state=withdrawn')
    await expect(page.getByTestId('label').filter({ hasText: 'Bao giờ xong' })).toContainText('Rút: ')
  })
  await reviewing.close()
})

test('blockers follow the language of the console, what is missing offers no second try, figures are by reader', async ({
  page,
}) => {
  await signIn(page, 'theodoi')
  const { id } = await takeIn(page, 773)
  const body = page.getByRole('main')

  await test.step('a blocker is said again in the language switched to, and back', async () => {
    const headers = { origin: process.env.E2E_URL! }
    const seen = (await (await page.request.get(`/api/directives/${id}`)).json()) as Directive
    const [draft] = seen.drafts
    const { groupTitle, title, content, product, deadlines, targets } = draft!
    const saved = await page.request.put(`/api/directives/${id}/drafts/${draft!.id}`, {
      headers: { ...headers, ...ifMatch(draft!.version) },
      data: { groupTitle, title, content, product, deadlines, targets, parties: [], implements: draft!.implements },
    })
    expect(saved.status(), await saved.text()).toBe(200)
    await page.goto(`/van-ban/${id}`)
    await expect(body.getByText('Chưa có đơn vị chủ trì. Hãy thêm một đơn vị.').first()).toBeVisible()
    await page.getByRole('button', { name: 'English' }).click()
    await expect(body.getByText('There is no lead unit. Add one.').first()).toBeVisible()
    await expect(body.getByText('Chưa có đơn vị chủ trì.')).toHaveCount(0)
    await page.getByRole('button', { name: 'Tiếng Việt' }).click()
    await expect(body.getByText('Chưa có đơn vị chủ trì. Hãy thêm một đơn vị.').first()).toBeVisible()
  })

  await test.step('what does not exist is not worth a second try', async () => {
    await page.goto('/van-ban/99999999')
    await expect(body.getByRole('heading', { level: 1 })).toBeVisible()
    await expect(page.getByRole('button', { name: 'Thử lại' })).toHaveCount(0)
  })

  await test.step('the filter by reader leaves out what the rules read', async () => {
    await page.goto('/van-ban/do-chinh-xac')
    const byField = page.getByRole('region', { name: 'Theo trường' })
    await expect(byField).toBeVisible()
    await page.goto('/van-ban/do-chinh-xac?reader=secondReader')
    await expect(page.getByRole('search').getByText('Máy đọc thứ hai', { exact: true })).toBeVisible()
    await expect(byField).toHaveCount(0)
  })
})
