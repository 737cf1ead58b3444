import { useQuery } from '@tanstack/react-query'
import { Input, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { AgencySelect } from '../form/agency-select.tsx'
import { Field, FormDay } from '../form/fields.tsx'
import { useLanguage } from '../shell/language.tsx'
import { rolesQuery } from './queries.ts'

export interface PostWords {
  agencyId: number
  role: string
  title: string
  from: string
  to?: string
}

export const postOf = ({ agencyId, role, title, from, to }: PostWords) => ({
  agencyId,
  role,
  title: title.trim(),
  from,
  ...(to ? { to } : {}),
})

/** Body, role, title and span of a post; of the roles, those the reader may give. */
export function PostFields() {
  const { t } = useTranslation()
  const language = useLanguage()
  const roles = useQuery(rolesQuery)
  return (
    <>
      <Field name="agencyId" label={t('people.agency')} isPlain>
        <AgencySelect isClearable={false} placeholder=" " />
      </Field>
      <Field name="role" label={t('people.role')} isPlain>
        <Select
          loading={roles.isPending}
          options={roles.data?.rows
            .filter(({ mayGive }) => mayGive)
            .map(({ role, name, nameEn }) => ({ value: role, label: language === 'vi' ? name : nameEn }))}
        />
      </Field>
      <Field name="title" label={t('people.postTitle')}>
        <Input maxLength={200} placeholder={t('people.postTitleHint')} />
      </Field>
      <Field name="from" label={t('people.from')} isPlain>
        <FormDay />
      </Field>
      <Field name="to" label={t('people.to')} extra={t('people.toHint')} isOptional isPlain>
        <FormDay />
      </Field>
    </>
  )
}
