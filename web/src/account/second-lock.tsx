import { answer } from '@dieuhanh/client'
import {
  browserSupportsWebAuthn,
  type PublicKeyCredentialRequestOptionsJSON,
  startAuthentication,
} from '@simplewebauthn/browser'
import { useMutation } from '@tanstack/react-query'
import { useRouter, useSearch } from '@tanstack/react-router'
import { Alert, Button, Form, Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormErrors } from '../form/form-errors.ts'
import { api } from '../shell/api.ts'
import { Door } from '../shell/door.tsx'
import { ProblemNote } from '../shell/problem.tsx'
import { useMe, useSignOut } from '../shell/session.ts'
import { isStopped } from '../shell/web-authn.ts'
import { AddPasskey } from './add-passkey.tsx'
import { EnrolApp } from './enrol-app.tsx'
import { useRefreshAccount } from './queries.ts'
import './account.css'

/** Between password and console: verifies the second factor, or enrols one if the role requires it and there is none. */
export function SecondLock() {
  const { t } = useTranslation()
  const me = useMe()
  const { to = '/' } = useSearch({ from: '/xac-thuc' })
  const router = useRouter()
  const refreshAccount = useRefreshAccount()
  const signOut = useSignOut()
  // Enrolling ends with the recovery codes, after the session is verified: the page must not change before that.
  const [isEnrolling] = useState(me.secondFactor.state === 'toEnrol')
  const enter = async () => {
    await refreshAccount()
    router.history.push(to)
  }
  const leave = (
    <Button type="link" onClick={() => signOut().then(() => router.navigate({ to: '/dang-nhap' }))}>
      {t('shell.signOut')}
    </Button>
  )
  return isEnrolling ? (
    <Door
      title={t('secondLock.enrolTitle')}
      about={t('secondLock.enrolAbout', { role: roleOf(me.title, me.agencyName) })}
    >
      <Enrol onDone={enter} />
      {leave}
    </Door>
  ) : (
    <Door title={t('secondLock.title')} about={t('secondLock.about')}>
      <Prove onDone={enter} hasPasskey={me.secondFactor.factors.includes('passkey')} />
      <p className="door-hint">{t('secondLock.recoveryOnly')}</p>
      {leave}
    </Door>
  )
}

const roleOf = (title: string | null, agencyName: string) => [title, agencyName].filter(Boolean).join(', ')

function Enrol({ onDone }: { onDone: () => void }) {
  const { t } = useTranslation()
  const [way, setWay] = useState<'app' | 'passkey'>()
  const back = () => setWay(undefined)
  if (way === 'app') return <EnrolApp onDone={onDone} onCancel={back} />
  if (way === 'passkey') return <AddPasskey onDone={onDone} onCancel={back} />
  return (
    <>
      <Button type="primary" size="large" block onClick={() => setWay('app')}>
        {t('account.enrolApp')}
      </Button>
      <Button size="large" block onClick={() => setWay('passkey')}>
        {t('account.addPasskey')}
      </Button>
    </>
  )
}

function Prove({ onDone, hasPasskey }: { onDone: () => void; hasPasskey: boolean }) {
  const { t } = useTranslation()
  const [form] = Form.useForm<{ code: string }>()
  const byCode = useMutation({
    mutationFn: ({ code }: { code: string }) => answer(api.POST('/api/second-factor/code', { body: { code } })),
    onSuccess: onDone,
  })
  const byPasskey = useMutation({
    mutationFn: async () => {
      const { challengeId, options } = await answer(api.POST('/api/second-factor/passkey/options'))
      const optionsJSON = options as unknown as PublicKeyCredentialRequestOptionsJSON
      const response = await startAuthentication({ optionsJSON })
      await answer(api.POST('/api/second-factor/passkey', { body: { challengeId, response: { ...response } } }))
    },
    onSuccess: onDone,
  })
  useFormErrors(form, byCode.error)
  const stopped = byPasskey.error && isStopped(byPasskey.error)
  const error = byCode.error ?? (stopped ? null : byPasskey.error)
  return (
    <>
      {error ? <ProblemNote error={error} /> : null}
      {stopped && !error ? <Alert type="info" showIcon role="status" title={t('account.passkeyStopped')} /> : null}
      {hasPasskey && browserSupportsWebAuthn() ? (
        <>
          <Button size="large" block onClick={() => byPasskey.mutate()} loading={byPasskey.isPending}>
            {t('secondLock.byPasskey')}
          </Button>
          <span className="door-or">{t('secondLock.or')}</span>
        </>
      ) : null}
      <Form<{ code: string }>
        form={form}
        layout="vertical"
        requiredMark={false}
        onFinish={(words) => byCode.mutate(words)}
      >
        <Form.Item name="code" label={t('secondLock.code')} rules={[{ required: true, message: t('field.missing') }]}>
          <Input autoComplete="one-time-code" autoFocus size="large" maxLength={50} className="tabular" />
        </Form.Item>
        <Button type="primary" htmlType="submit" size="large" block loading={byCode.isPending}>
          {t('secondLock.enter')}
        </Button>
      </Form>
    </>
  )
}
