import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import { extract, read } from '../extraction/index.ts'
import { picture } from './pictures.ts'
import { ask, numberOf, signIn, totalOf } from './visitor.ts'

const root = path.dirname(import.meta.dirname)
const DECISION = path.join(root, '..', 'shared', 'sources', '004_5c0b3d750e2bba17.txt')
const SAMPLE = path.join(root, 'server/sample/directives/2026-09-15-quyet-dinh-ke-hoach-cai-cach-thu-tuc.txt')

interface Paper {
  name: string
  bytes: Buffer
  number: string
  tasks: number
  targets: number
  misprint?: { written: string; meant: string }
}

/** Decision 12 as scanned, with what a reader counts in it; without it, a sample of ours under a number of its own. */
async function paper(): Promise<Paper> {
  if (existsSync(DECISION)) {
    return {
      name: '12-QD-VPCP.txt',
      bytes: readFileSync(DECISION),
      number: '12/QĐ-VPCP',
      tasks: 20,
      targets: 21,
      misprint: { written: 'Công Thông tin điện tử Chính phủ', meant: 'Cổng Thông tin điện tử Chính phủ' },
    }
  }
  const bytes = Buffer.from(readFileSync(SAMPLE, 'utf8').replaceAll('912/QĐ-MẪU', '913/QĐ-MẪU'))
  const { tasks } = extract(await read(bytes, 'mau.txt'))
  const targets = tasks.reduce((sum, task) => sum + task.targets.length, 0)
  return { name: '913-QD-MAU.txt', bytes, number: '913/QĐ-MẪU', tasks: tasks.length, targets }
}

/** Lets a file fall on the page, as from a folder. */
async function drop(page: Page, { name, bytes }: Paper): Promise<void> {
  const dataTransfer = await page.evaluateHandle(
    ({ name, base64 }) => {
      const transfer = new DataTransfer()
      const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))
      transfer.items.add(new File([bytes], name, { type: 'text/plain' }))
      return transfer
    },
    { name, base64: bytes.toString('base64') },
  )
  await page.dispatchEvent('body', 'dragover', { dataTransfer })
  await page.dispatchEvent('body', 'drop', { dataTransfer })
}

/** The figures of Tổng quan as of today, read off the screen. */
async function tiles(page: Page): Promise<{ assigned: number; done: number; overdue: number }> {
  await page.goto('/tong-quan')
  const read = async (name: RegExp) => {
    const link = page.getByRole('link', { name })
    await expect(link).toBeVisible()
    return numberOf(await link.innerText())
  }
  return {
    assigned: await read(/nhiệm vụ đã giao, mở danh sách/),
    done: await read(/nhiệm vụ đã hoàn thành, mở danh sách/),
    overdue: await read(/nhiệm vụ quá hạn chưa hoàn thành, mở danh sách/),
  }
}

/** Assigned and done in this month's report, counted from 2020 on, read off its sentences. */
async function reported(page: Page): Promise<{ assigned: number; done: number }> {
  const { today } = await ask<{ today: string }>(page, '/api/me')
  await page.goto(`/bao-cao?month=${today.slice(0, 7)}&from=2020-01-01`)
  const sentence = page.getByTestId('paper').locator('p', { hasText: 'tổng số nhiệm vụ đã giao là' })
  await expect(sentence).toBeVisible()
  const figures = sentence.getByRole('link')
  return { assigned: numberOf(await figures.nth(0).innerText()), done: numberOf(await figures.nth(1).innerText()) }
}

test('a decision becomes tracked tasks, and the month’s report moves', async ({ page }) => {
  test.slow()
  const given = await paper()
  await page.goto('/dang-nhap')
  await expect(page.getByLabel('Mật khẩu')).toBeVisible()
  await picture(page, 'dang-nhap')
  await signIn(page)
  const before = await tiles(page)
  const reportedBefore = await reported(page)

  await test.step('drop it', async () => {
    await page.goto('/van-ban')
    await expect(page.getByRole('heading', { level: 1, name: 'Văn bản' })).toBeVisible()
    await drop(page, given)
    const row = page.getByTestId('upload')
    await expect(row).toContainText(given.name)
    await expect(row).toHaveAttribute('data-state', 'review', { timeout: 60_000 })
    await expect(row).toContainText(`${given.tasks} nhiệm vụ, ${given.targets} chỉ tiêu`)
    await picture(page, 'van-ban-tai-len')
    await row.getByRole('link', { name: 'Rà soát' }).click()
  })

  await test.step('review it', async () => {
    await expect(page.getByRole('heading', { level: 1 })).toContainText(given.number)
    await expect(page.getByTestId('found')).toHaveText(`${given.tasks} nhiệm vụ, ${given.targets} chỉ tiêu`)
    await expect(page.getByTestId('draft')).toHaveCount(given.tasks)
    await expect(page.getByTestId('target')).toHaveCount(given.targets)
    const first = page.getByTestId('draft').first()
    await first.getByRole('button', { name: /^Chỉ chỗ trong văn bản/ }).click()
    const id = await first.getAttribute('data-draft')
    await expect(page.locator(`.document [data-owner~="d${id}"]`).first()).toBeInViewport()
    await picture(page, 'ra-soat')
    if (given.misprint) {
      const { written, meant } = given.misprint
      const matched = page.getByTestId('draft').filter({ hasText: `viết trong văn bản: “${written}”` })
      await expect(matched.first()).toContainText(meant)
      await matched
        .first()
        .getByRole('button', { name: /^Chỉ chỗ trong văn bản/ })
        .click()
      await picture(page, 'ra-soat-khop-don-vi')
    }
  })

  await test.step('pointing at one side lights the other', async () => {
    const card = page.getByTestId('draft').nth(1)
    const id = await card.getAttribute('data-draft')
    await card.hover()
    const shadow = page.locator(`.document [data-owner~="d${id}"]`).first()
    await expect(shadow).not.toHaveCSS('box-shadow', 'none')
    await page.getByRole('heading', { level: 1 }).hover()
    await page.locator('.document').getByText(/./).first().hover()
    await page.locator(`.document [data-owner~="d${id}"]`).first().hover()
    await expect(card).toHaveClass(/is-lit/)
  })

  await test.step('confirm it', async () => {
    await page.getByTestId('confirm').click()
    const dialog = page.getByRole('dialog')
    await expect(dialog).toContainText(`${given.tasks} nhiệm vụ`)
    await picture(page, 'xac-nhan')
    await dialog.getByRole('button', { name: `Tạo ${given.tasks} nhiệm vụ` }).click()
    await expect(page).toHaveURL(/\/nhiem-vu\?directiveId=\d+/)
    expect(await totalOf(page)).toBe(given.tasks)
    await expect(page.getByTestId('tasks').locator('tbody tr')).toHaveCount(given.tasks)
    await expect(page.getByTestId('tasks')).toContainText(/\d{2}\/\d{2}\/\d{4}/)
    await picture(page, 'nhiem-vu')
  })

  const confirmed = await tiles(page)
  expect(confirmed.assigned).toBe(before.assigned + given.tasks)
  expect(await reported(page)).toEqual({ assigned: reportedBefore.assigned + given.tasks, done: reportedBefore.done })

  const due = await test.step('open one, its sentence lit', async () => {
    await page.goto(`/nhiem-vu?search=${encodeURIComponent(given.number)}&sort=dueOn`)
    await expect(page.getByTestId('tasks').locator('tbody tr')).toHaveCount(given.tasks)
    const row = page.getByTestId('tasks').locator('tbody tr').first()
    const day = await row.locator('.column-dueOn').innerText()
    expect(day).toMatch(/^\d{2}\/\d{2}\/\d{4}/)
    await row.locator('[data-row]').click()
    await expect(page.getByTestId('source-text').locator('mark.lit-place').first()).toBeVisible()
    await picture(page, 'nhiem-vu-chi-tiet')
    return day.slice(0, 10)
  })

  await test.step('report progress and completion', async () => {
    const act = async (name: string) => page.getByTestId(`act-${name}`).click()
    const form = page.getByRole('dialog')
    await act('receive')
    await form.getByRole('button', { name: 'Tiếp nhận' }).click()
    await expect(page.getByTestId('state')).toHaveText('Đã tiếp nhận')
    await act('report')
    await form.getByLabel('Tiến độ').fill('60')
    await form.getByLabel('Kết quả thực hiện').fill('Đã lấy ý kiến các bộ, cơ quan; đang hoàn thiện dự thảo.')
    await picture(page, 'bao-cao-tien-do')
    await form.getByRole('button', { name: 'Gửi báo cáo' }).click()
    await expect(page.getByTestId('state')).toHaveText('Đang thực hiện')
    await expect(page.getByText('Đã lấy ý kiến các bộ, cơ quan')).toBeVisible()
    await act('reportDone')
    await form.getByRole('button', { name: 'Gửi báo cáo hoàn thành' }).click()
    await expect(form.getByText('Cần nhập mục này.').first()).toBeVisible()
    await form.getByLabel('Ngày hoàn thành').fill(due)
    await form.getByLabel('Ngày hoàn thành').press('Enter')
    await form.getByLabel('Kết quả thực hiện').fill('Đã trình Chính phủ ban hành.')
    await form.getByRole('button', { name: 'Gửi báo cáo hoàn thành' }).click()
    await expect(page.getByTestId('state')).toHaveText('Chờ xác nhận')
  })

  await test.step('confirm the completion', async () => {
    await page.getByTestId('act-confirm').click()
    await picture(page, 'xac-nhan-hoan-thanh')
    await page.getByRole('dialog').getByRole('button', { name: 'Xác nhận' }).click()
    await expect(page.getByTestId('state')).toHaveText('Đã hoàn thành')
    await expect(page.locator('.task-line')).toContainText('Hoàn thành đúng hạn')
    await expect(page.getByRole('region', { name: 'Nhật ký' })).toContainText('Xác nhận hoàn thành')
  })

  await test.step('the figures move', async () => {
    const after = await tiles(page)
    expect(after).toEqual({ assigned: confirmed.assigned, done: confirmed.done + 1, overdue: confirmed.overdue - 1 })
    expect(await reported(page)).toEqual({
      assigned: reportedBefore.assigned + given.tasks,
      done: reportedBefore.done + 1,
    })
  })

  await test.step('take the report along', async () => {
    const begins = { docx: 'PK', pdf: '%PDF-', xlsx: 'PK' }
    for (const [format, magic] of Object.entries(begins)) {
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByTestId(`download-${format}`).click(),
      ])
      const bytes = readFileSync(await download.path())
      expect(download.suggestedFilename()).toMatch(new RegExp(`\\.${format}$`))
      expect(bytes.subarray(0, magic.length).toString('latin1')).toBe(magic)
      expect(bytes.length).toBeGreaterThan(4_000)
    }
  })
})
