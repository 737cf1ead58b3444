import assert from 'node:assert/strict'
import type { TestContext } from 'node:test'
import { freshApp, type Method, type SendOptions, type TestApp, type Visitor } from '../test/app.ts'
import { sendOk } from '../test/send-ok.ts'
import type { OutgoingDetail } from './outgoing-shapes.ts'

export const base = '/api/records'
export { codeOf, fieldOf } from '../test/send-ok.ts'

/** A ministry with its people, on a Tuesday, and a clerk and an officer of another. */
export interface Office extends TestApp {
  clerk: Visitor
  /** A deputy minister: may sign and assign. */
  leader: Visitor
  /** Drafts. */
  officer: Visitor
  /** Of the same ministry, for opinions and approvals. */
  checker: Visitor
  approver: Visitor
  stranger: Visitor
  agencyId: number
  ok: typeof sendOk
}

export async function office(t: TestContext, at = '2026-12-01', env: Record<string, string> = {}): Promise<Office> {
  const app = await freshApp(t, { at, env })
  const here = { agency: 'bo-tai-chinh' }
  return {
    ...app,
    ok: sendOk,
    agencyId: await app.agency('bo-tai-chinh'),
    clerk: await app.as('clerk', { ...here, name: 'Đỗ Văn Thư' }),
    leader: await app.as('leader', { ...here, name: 'Lê Lãnh Đạo' }),
    officer: await app.as('officer', { ...here, name: 'Trần Soạn Thảo' }),
    checker: await app.as('officer', { ...here, name: 'Ngô Góp Ý' }),
    approver: await app.as('leader', { ...here, name: 'Phạm Duyệt' }),
    stranger: await app.as('clerk', { agency: 'bo-y-te', name: 'Văn Thư Khác' }),
  }
}

export const show = ({ ok }: Office, who: Visitor, id: number) =>
  ok<OutgoingDetail>(who, 'GET', `${base}/outgoing/${id}`)

/** Does an act at the version that stands. */
export async function doAct<T = { version: number }>(
  world: Office,
  who: Visitor,
  id: number,
  act: string,
  body?: unknown,
): Promise<T> {
  const { version } = await show(world, who, id)
  return world.ok<T>(who, 'POST', `${base}/outgoing/${id}/${act}`, body, version)
}

/** A draft of a letter with words and a recipient; returns its id. */
export async function drafted(world: Office, change: object = {}): Promise<number> {
  const { ok, officer } = world
  const { id } = await ok<{ id: number }>(officer, 'POST', `${base}/outgoing`, {
    kind: 'CV',
    about: 'góp ý dự thảo Nghị định (MẪU)',
    ...change,
  })
  await ok(
    officer,
    'PATCH',
    `${base}/outgoing/${id}`,
    {
      content: {
        addressees: ['Bộ Y tế'],
        parts: [{ kind: 'paragraph', runs: [{ text: 'Bộ Tài chính nhất trí./.' }] }],
      },
      recipients: [{ agencyId: await world.agency('bo-y-te'), name: 'Bộ Y tế', purpose: 'act' }],
    },
    1,
  )
  return id
}

/** The route of a draft: an opinion, then who initials. */
export const routeOf = ({ leader, checker, approver }: Office) => ({
  signerId: leader.actor.personId,
  steps: [
    { position: 1, kind: 'opinion', personId: checker.actor.personId },
    { position: 2, kind: 'initial', personId: approver.actor.personId },
  ],
})

/** A draft that waits for the signature of the leader. */
export async function forSignature(world: Office, change: object = {}): Promise<number> {
  const id = await drafted(world, change)
  await doAct(world, world.officer, id, 'send', routeOf(world))
  await doAct(world, world.checker, id, 'agree', {})
  await doAct(world, world.approver, id, 'agree', {})
  return id
}

/** The same person in a browser, in the post of the one whose deputy they are. */
export async function standingIn(world: Office, holder: Visitor, deputy: Visitor) {
  const { ok, db, send } = world
  const { post_id: postId } = await db
    .selectFrom('registry.post')
    .select('post_id')
    .where('person_id', '=', holder.actor.personId)
    .executeTakeFirstOrThrow()
  await ok(holder, 'POST', '/api/deputations', {
    postId,
    deputyId: deputy.actor.personId,
    kind: 'absent',
    from: '2026-12-01',
    to: '2026-12-05',
  })
  const entered = await send('POST', '/api/auth/sign-in/email', {
    body: { email: deputy.email, password: deputy.password },
  })
  const cookie = [entered.headers['set-cookie']].flat().map((one) => String(one).split(';')[0])
  const own = { cookie: cookie.join('; '), host: 'dieuhanh.test', origin: 'http://dieuhanh.test' }
  const inBrowser = (method: Method, url: string, options: SendOptions = {}) =>
    send(method, url, { ...options, headers: { ...own, ...options.headers } })
  const { posts } = (await inBrowser('GET', '/api/me/posts')).body as {
    posts: { postId: number; deputationId: number | null }[]
  }
  const { postId: chosen, deputationId } = posts.find((post) => post.deputationId !== null)!
  const body = { postId: chosen, deputationId }
  assert.equal((await inBrowser('POST', '/api/me/post', { body })).status, 200)
  return { ...deputy, send: inBrowser }
}
