import { answer } from '@dieuhanh/client'
import {
  browserSupportsWebAuthn,
  type PublicKeyCredentialRequestOptionsJSON,
  startAuthentication,
} from '@simplewebauthn/browser'
import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useRouter, useSearch } from '@tanstack/react-router'
import { Alert, Button, Form, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import type { SignInSearch } from '../paths/account.ts'
import { api } from '../shell/api.ts'
import { Door } from '../shell/door.tsx'
import { ProblemNote } from '../shell/problem.tsx'
import { meQuery, signIn } from '../shell/session.ts'
import { isStopped } from '../shell/web-authn.ts'

interface Words {
  email: string
  password: string
}

export const waysInQuery = queryOptions({
  queryKey: ['ways-in'],
  queryFn: ({ signal }) => answer(api.GET('/api/sign-in', { signal })),
})

/** The sign-in page. With sample data it shows where the sample accounts are. */
export function SignIn() {
  const { t } = useTranslation()
  const { to = '/', ...back } = useSearch({ from: '/dang-nhap' })
  const router = useRouter()
  const queries = useQueryClient()
  const waysIn = useQuery(waysInQuery)
  const identity = waysIn.data?.identity ?? null
  const enter = async () => {
    queries.clear()
    await queries.ensureQueryData(meQuery)
  }
  const onSuccess = () => router.history.push(to)
  const entering = useMutation({
    mutationFn: async ({ email, password }: Words) => {
      await signIn(email.trim(), password)
      await enter()
    },
    onSuccess,
  })
  const byPasskey = useMutation({
    mutationFn: async () => {
      const { challengeId, options } = await answer(api.POST('/api/sign-in/passkey/options'))
      const response = await startAuthentication({
        optionsJSON: options as unknown as PublicKeyCredentialRequestOptionsJSON,
      })
      await answer(api.POST('/api/sign-in/passkey', { body: { challengeId, response: { ...response } } }))
      await enter()
    },
    onSuccess,
  })
  const byIdentity = useMutation({
    mutationFn: async () => {
      const { url } = await answer(api.POST('/api/sign-in/identity', { body: { to } }))
      window.location.assign(url)
    },
  })
  const stopped = byPasskey.error && isStopped(byPasskey.error)
  const error = entering.error ?? (stopped ? null : byPasskey.error) ?? byIdentity.error
  return (
    <Door title={t('signIn.title')} about={t('signIn.about')}>
      {error ? <ProblemNote error={error} /> : <Refused search={back} name={identity?.name} />}
      {stopped && !error ? <Alert type="info" showIcon role="status" title={t('account.passkeyStopped')} /> : null}
      <Form<Words> layout="vertical" onFinish={(words) => entering.mutate(words)} requiredMark={false}>
        <Form.Item name="email" label={t('signIn.email')} rules={[{ required: true, message: t('field.missing') }]}>
          <Input autoComplete="username" inputMode="email" autoFocus size="large" />
        </Form.Item>
        <Form.Item
          name="password"
          label={t('signIn.password')}
          rules={[{ required: true, message: t('field.missing') }]}
        >
          <Input.Password autoComplete="current-password" size="large" />
        </Form.Item>
        <Button type="primary" htmlType="submit" size="large" block loading={entering.isPending}>
          {t('signIn.enter')}
        </Button>
      </Form>
      <Link to="/quen-mat-khau">{t('forgotten.link')}</Link>
      {identity || browserSupportsWebAuthn() ? <span className="door-or">{t('door.or')}</span> : null}
      {identity ? (
        <Button size="large" block onClick={() => byIdentity.mutate()} loading={byIdentity.isPending}>
          {t('door.byIdentity', { name: identity.name })}
        </Button>
      ) : null}
      {browserSupportsWebAuthn() ? (
        <Button block onClick={() => byPasskey.mutate()} loading={byPasskey.isPending}>
          {t('door.byPasskey')}
        </Button>
      ) : null}
      {waysIn.data?.sample ? (
        <p className="door-hint">
          {t('signIn.sample')} <code>data/sample-accounts.json</code>
        </p>
      ) : null}
      {waysIn.data?.isSetUp === false ? (
        <p className="door-hint">
          {t('door.setUp')} <Link to="/thiet-lap-ban-dau">{t('door.setUpLink')}</Link>
        </p>
      ) : null}
    </Door>
  )
}

/** Why sign-in through the identity provider failed. */
function Refused({ search: { problem, level, needed }, name }: { search: SignInSearch; name: string | undefined }) {
  const { t } = useTranslation()
  if (problem === undefined) return null
  const words =
    problem === 'identity.level_too_low' && needed
      ? t('door.levelTooLow', {
          name: name ?? t('door.identityProvider'),
          level: level ?? t('door.levelUnknown'),
          needed,
        })
      : t(`errors.${problem.replaceAll('.', '_') as 'identity_failed'}`)
  return <Alert type="error" showIcon role="alert" title={words} />
}
