import { useQueryClient } from '@tanstack/react-query'
import { Checkbox, Form, type FormInstance, Input, Radio, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { DayField, Field, LineField } from '../form/fields.tsx'
import { FormDrawer } from '../form/form-drawer.tsx'
import { useMe } from '../shell/session.ts'
import { sendForm } from '../shell/upload.ts'
import { type Chosen, FileField, fileOf } from './fields.tsx'
import { type Key, type Keys, refreshKeys } from './queries.ts'

interface Words {
  kind: Key['kind']
  file?: Chosen
  password?: string
  library?: string
  token?: string
  tokenSerial?: string
  key?: string
  provider?: string
  credential?: string
  pin?: string
  keepsPin?: boolean
  from: string
  to?: string
}

const P12 = '.p12,.pfx'
const CERTIFICATES = '.cer,.crt,.pem,.der'

/** The form that adds a key: the user's own, or the seal of an agency. */
export function AddKey({
  keys,
  agencyId,
  isOpen,
  onClose,
}: {
  keys: Keys
  agencyId: number | undefined
  isOpen: boolean
  onClose: () => void
}) {
  const { t } = useTranslation()
  const me = useMe()
  const queries = useQueryClient()
  const title = t(agencyId === undefined ? 'signingKeys.add' : 'signingKeys.addSeal')
  return (
    <FormDrawer<Words>
      title={isOpen ? title : undefined}
      did={t('signingKeys.didAdd')}
      initial={{ kind: 'pkcs12', from: me.today }}
      send={({ file, ...words }, _, key) => {
        const given = Object.entries({ ...words, ...(agencyId === undefined ? {} : { agencyId }) }).filter(
          ([, value]) => value !== undefined && value !== '',
        )
        const typed = JSON.stringify(Object.fromEntries(given))
        return sendForm('/api/signing-identities', { key: typed }, fileOf(file), key)
      }}
      refresh={() => refreshKeys(queries)}
      onClose={onClose}
    >
      {(form) => <Fields form={form} keys={keys} />}
    </FormDrawer>
  )
}

function Fields({ form, keys }: { form: FormInstance<Words>; keys: Keys }) {
  const { t } = useTranslation()
  const kind = Form.useWatch('kind', form) ?? 'pkcs12'
  const from = Form.useWatch('from', form)
  // What the operator has not configured is not offered.
  const kinds = (['pkcs12', 'device', 'pkcs11', 'csc'] as const).filter(
    (one) => (one !== 'pkcs11' || keys.libraries.length > 0) && (one !== 'csc' || keys.providers.length > 0),
  )
  return (
    <>
      <Field name="kind" label={t('signingKeys.kind')}>
        <Radio.Group
          className="stack"
          options={kinds.map((value) => ({ value, label: t(`signingKeys.kinds.${value}`) }))}
        />
      </Field>
      {kind === 'pkcs12' ? (
        <>
          <FileField label={t('signingKeys.p12')} accept={P12} />
          <SecretField name="password" label={t('signingKeys.password')} isOptional />
        </>
      ) : null}
      {kind === 'device' ? <FileField label={t('signingKeys.certificate')} accept={CERTIFICATES} /> : null}
      {kind === 'pkcs11' ? (
        <>
          <ChoiceField name="library" label={t('signingKeys.library')} values={keys.libraries} />
          <LineField name="token" label={t('signingKeys.token')} max={120} />
          <LineField name="tokenSerial" label={t('signingKeys.tokenSerial')} max={120} isOptional />
          <LineField name="key" label={t('signingKeys.key')} max={128} />
          <FileField label={t('signingKeys.certificateIf')} accept={CERTIFICATES} isOptional />
          <SecretField name="pin" label={t('signingKeys.pin')} extra={t('signingKeys.pinHint')} />
          <KeepsPin />
        </>
      ) : null}
      {kind === 'csc' ? (
        <>
          <ChoiceField name="provider" label={t('signingKeys.provider')} values={keys.providers} />
          <LineField name="credential" label={t('signingKeys.credential')} max={120} />
          <SecretField name="pin" label={t('signingKeys.pin')} isOptional />
          <KeepsPin />
        </>
      ) : null}
      <DayField name="from" label={t('signingKeys.from')} />
      <DayField name="to" label={t('signingKeys.to')} min={from} extra={t('signingKeys.toHint')} isOptional />
    </>
  )
}

/** No password manager is asked: it is the secret of a file or device, not of a sign-in. */
function SecretField(field: { name: string; label: string; extra?: string; isOptional?: boolean }) {
  return (
    <Field {...field}>
      <Input.Password autoComplete="new-password" maxLength={200} />
    </Field>
  )
}

function ChoiceField({ values, ...field }: { name: string; label: string; values: readonly string[] }) {
  return (
    <Field {...field}>
      <Select options={values.map((value) => ({ value, label: value }))} />
    </Field>
  )
}

function KeepsPin() {
  const { t } = useTranslation()
  return (
    <Form.Item name="keepsPin" valuePropName="checked">
      <Checkbox>{t('signingKeys.keepsPin')}</Checkbox>
    </Form.Item>
  )
}
