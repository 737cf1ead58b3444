import { answer } from '@dieuhanh/client'
import { useMutation } from '@tanstack/react-query'
import { Alert, App, Button, Form, Input, InputNumber, Radio, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormErrors } from '../form/form-errors.ts'
import { api, problemOf } from '../shell/api.ts'
import { ProblemNote, useProblemWords } from '../shell/problem.tsx'
import { showInstant } from '../ui/format.ts'
import { type Account, useRefreshAccount } from './queries.ts'
import { Section } from './section.tsx'

type Token = Account['tokens'][number]
type Scope = Account['tokenScopes'][number]
interface Words {
  name: string
  days: number
  scopes: Scope[]
  mayChange: boolean
  password?: string
}

export function TokenSection({ account: { tokens, tokenScopes, passwordChangedAt } }: { account: Account }) {
  const { t } = useTranslation()
  const [isMaking, setMaking] = useState(false)
  const [made, setMade] = useState<string>()
  return (
    <Section
      id="tokens"
      title={t('account.tokens')}
      about={t('account.tokensAbout')}
      action={
        isMaking ? null : (
          <Button
            onClick={() => {
              setMade(undefined)
              setMaking(true)
            }}
          >
            {t('account.makeToken')}
          </Button>
        )
      }
    >
      {made ? <Made token={made} onClose={() => setMade(undefined)} /> : null}
      {isMaking ? (
        <NewToken
          hasPassword={passwordChangedAt !== null}
          scopes={tokenScopes}
          onMade={(token) => {
            setMade(token)
            setMaking(false)
          }}
          onCancel={() => setMaking(false)}
        />
      ) : null}
      {tokens.length === 0 ? (
        <p className="soft">{t('account.noTokens')}</p>
      ) : (
        <ul className="plain" aria-label={t('account.tokens')}>
          {tokens.map((token) => (
            <Row key={token.id} token={token} />
          ))}
        </ul>
      )}
    </Section>
  )
}

function Made({ token, onClose }: { token: string; onClose: () => void }) {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const copy = () =>
    navigator.clipboard.writeText(token).then(
      () => message.success(t('account.didCopy')),
      () => undefined,
    )
  return (
    <Alert
      type="warning"
      showIcon
      role="status"
      title={t('account.tokenOnce')}
      description={
        <>
          <p className="secret" data-testid="token">
            {token}
          </p>
          <Button size="small" onClick={copy}>
            {t('account.copyToken')}
          </Button>
        </>
      }
      closable={{ onClose, 'aria-label': t('shell.close') }}
    />
  )
}

interface NewTokenProps {
  hasPassword: boolean
  scopes: readonly Scope[]
  onMade: (token: string) => void
  onCancel: () => void
}

function NewToken({ hasPassword, scopes, onMade, onCancel }: NewTokenProps) {
  const { t } = useTranslation()
  const refreshAccount = useRefreshAccount()
  const [form] = Form.useForm<Words>()
  const making = useMutation({
    mutationFn: (words: Words) => answer(api.POST('/api/account/tokens', { body: words })),
    onSuccess: async ({ token }) => {
      onMade(token)
      await refreshAccount()
    },
  })
  useFormErrors(form, making.error)
  return (
    <Form<Words>
      form={form}
      name="token"
      layout="vertical"
      className="account-narrow"
      requiredMark={false}
      initialValues={{ days: 90, mayChange: false }}
      onFinish={(words) => making.mutate(words)}
    >
      {making.error ? <ProblemNote error={making.error} /> : null}
      <Form.Item
        name="name"
        label={t('account.tokenName')}
        rules={[{ required: true, whitespace: true, message: t('field.missing') }]}
      >
        <Input maxLength={100} placeholder={t('account.tokenNameHint')} autoFocus />
      </Form.Item>
      <Form.Item name="days" label={t('account.tokenDays')} rules={[{ required: true, message: t('field.missing') }]}>
        <InputNumber min={1} max={365} precision={0} className="wide" />
      </Form.Item>
      <Form.Item
        name="scopes"
        label={t('account.tokenScopes')}
        rules={[{ required: true, message: t('field.missing') }]}
      >
        <Select
          mode="multiple"
          options={scopes.map((value) => ({ value, label: t(`account.scope.${value}`) }))}
          optionFilterProp="label"
          placeholder={t('account.tokenScopesHint')}
        />
      </Form.Item>
      <Form.Item name="mayChange" label={t('account.tokenMay')}>
        <Radio.Group
          options={[
            { value: false, label: t('account.tokenReads') },
            { value: true, label: t('account.tokenChanges') },
          ]}
        />
      </Form.Item>
      {hasPassword ? (
        <Form.Item name="password" label={t('account.again')} rules={[{ required: true, message: t('field.missing') }]}>
          <Input.Password autoComplete="current-password" />
        </Form.Item>
      ) : null}
      <div className="row">
        <Button type="primary" htmlType="submit" loading={making.isPending}>
          {t('account.makeToken')}
        </Button>
        <Button onClick={onCancel}>{t('shell.cancel')}</Button>
      </div>
    </Form>
  )
}

function Row({ token: { id, name, madeAt, expiresAt, usedAt, mayChange, scopes } }: { token: Token }) {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const words = useProblemWords()
  const refreshAccount = useRefreshAccount()
  const revoking = useMutation({
    mutationFn: () => answer(api.DELETE('/api/account/tokens/{id}', { params: { path: { id } } })),
    onSuccess: () => message.success(t('account.didRevokeToken', { name })),
    onError: (error) => message.error(words(problemOf(error)), 6),
    onSettled: refreshAccount,
  })
  return (
    <li className="account-row">
      <div>
        <strong>{name}</strong>{' '}
        <span className="tag">{t(mayChange ? 'account.tokenChanges' : 'account.tokenReads')}</span>
        <br />
        <span className="soft tabular">
          {t('account.madeAt')} {showInstant(madeAt)} · {t('account.expiresAt')} {showInstant(expiresAt)} ·{' '}
          {usedAt ? t('account.passkeyUsed', { at: showInstant(usedAt) }) : t('account.never')}
          <br />
          {t('account.tokenScopes')}:{' '}
          {scopes === null ? t('account.allScopes') : scopes.map((scope) => t(`account.scope.${scope}`)).join(' · ')}
        </span>
      </div>
      <Button
        onClick={() => revoking.mutate()}
        loading={revoking.isPending}
        aria-label={t('account.revokeTokenOf', { name })}
      >
        {t('account.revokeToken')}
      </Button>
    </li>
  )
}
