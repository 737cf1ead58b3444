import { expect, type Locator, type Page } from '@playwright/test'
import { ownPlan } from './documents.ts'
import { accountOf, signIn, test, watch } from './steps.ts'

test('with two reviewers of one draft the second sees what the first did, and chooses', async ({
  page: first,
  browser,
  baseURL,
}) => {
  await signIn(first, 'theodoi')
  const address = await takeIn(first)
  const other = await browser.newContext()
  const watched = watch(other, new URL(baseURL!).origin)
  const second = await other.newPage()
  await signIn(second, 'lanhdao')
  const { name: firstName } = accountOf('theodoi')

  await test.step('different fields: both are kept', async () => {
    const [secondDraft, firstDraft] = [await openDraft(second, address), await openDraft(first, address)]
    await write(firstDraft, 'Sản phẩm', 'Quyết định của người thứ nhất')
    await save(firstDraft)
    await expect(firstDraft).toBeHidden()

    await write(secondDraft, 'Tên nhiệm vụ', 'Tên do người thứ hai đặt')
    await save(secondDraft)
    const conflict = secondDraft.getByTestId('conflict')
    await expect(conflict).toContainText(
      new RegExp(`^${firstName} đã sửa trước, lúc \\d\\d:\\d\\d \\d\\d/\\d\\d/\\d{4}\\.`),
    )
    await expect(conflict.getByRole('row', { name: /^Sản phẩm/ })).toContainText('Quyết định của người thứ nhất')
    await expect(conflict.getByRole('row', { name: /^Tên nhiệm vụ/ })).toContainText('Tên do người thứ hai đặt')
    await expect(secondDraft.getByLabel('Tên nhiệm vụ'), 'what was typed').toHaveValue('Tên do người thứ hai đặt')
    await conflict.getByRole('button', { name: 'Giữ bản của tôi' }).click()
    await expect(secondDraft).toBeHidden()
    for (const page of [first, second]) {
      await page.goto(address)
      const card = page.getByTestId('draft').first()
      await expect(card).toContainText('Tên do người thứ hai đặt')
      await expect(card).toContainText('Quyết định của người thứ nhất')
    }
  })

  await test.step('the same field: the second takes what the first wrote', async () => {
    const [secondDraft, firstDraft] = [await openDraft(second, address), await openDraft(first, address)]
    await write(firstDraft, 'Tên nhiệm vụ', 'Tên cuối cùng')
    await save(firstDraft)
    await expect(firstDraft).toBeHidden()

    await write(secondDraft, 'Tên nhiệm vụ', 'Tên khác hẳn')
    await save(secondDraft)
    await secondDraft.getByTestId('conflict').getByRole('button', { name: 'Lấy bản của họ' }).click()
    await expect(secondDraft.getByLabel('Tên nhiệm vụ')).toHaveValue('Tên cuối cùng')
    await expect(secondDraft.getByTestId('save-draft'), 'nothing is left to save').toBeDisabled()
    await second.goto(address)
    await expect(second.getByTestId('draft').first()).toContainText('Tên cuối cùng')
  })

  await test.step('a plan confirmed by one reviewer cannot be confirmed again by the other', async () => {
    await first.goto(address)
    await second.goto(address)
    await second.getByTestId('confirm').click()
    await first.getByTestId('confirm').click()
    const tasks = ownPlan(NUMBER).tasks
    await first
      .getByRole('dialog')
      .getByRole('button', { name: `Tạo ${tasks} nhiệm vụ` })
      .click()
    await expect(first.getByTestId('total')).toHaveText(`${tasks} nhiệm vụ`)
    await second
      .getByRole('dialog')
      .getByRole('button', { name: `Tạo ${tasks} nhiệm vụ` })
      .click()
    await expect(second.getByTestId('total').or(second.getByRole('dialog').getByRole('alert')).first()).toBeVisible()
    await first.reload()
    await expect(first.getByTestId('total')).toHaveText(`${tasks} nhiệm vụ`)
  })
  expect(watched).toMatchObject({ foreign: [], errors: [] })
  await other.close()
})

const NUMBER = '944/QĐ-VPCP'

/** Pastes the plan and waits until it is read. Returns its address. */
async function takeIn(page: Page): Promise<string> {
  await page.goto('/van-ban')
  await page.getByRole('button', { name: 'Dán văn bản' }).click()
  const dialog = page.getByRole('dialog', { name: 'Dán văn bản' })
  await dialog.getByLabel('Nội dung văn bản').fill(Buffer.from(ownPlan(NUMBER).bytes).toString())
  await dialog.getByRole('button', { name: 'Đọc văn bản' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText(NUMBER)
  await expect(page.getByTestId('directive-state')).toHaveAttribute('data-state', 'review')
  return new URL(page.url()).pathname
}

async function openDraft(page: Page, address: string): Promise<Locator> {
  await page.goto(address)
  await page.getByTestId('edit').first().click()
  const drawer = page.getByRole('dialog', { name: 'Sửa nhiệm vụ' })
  await expect(drawer.getByLabel('Tên nhiệm vụ')).toBeVisible()
  return drawer
}

const write = (drawer: Locator, label: string, words: string) => drawer.getByLabel(label, { exact: true }).fill(words)
const save = (drawer: Locator) => drawer.getByTestId('save-draft').click()
