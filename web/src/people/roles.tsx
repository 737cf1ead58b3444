import { CheckOutlined } from '@ant-design/icons'
import { answer, ifMatch } from '@dieuhanh/client'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Button, Checkbox, Drawer, Form, Input, Radio, Switch } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Field, useFieldErrors } from '../form/fields.tsx'
import type { vi } from '../i18n/vi.ts'
import { ListPage } from '../list/list-page.tsx'
import { api } from '../shell/api.ts'
import { useLanguage } from '../shell/language.tsx'
import { ProblemNote } from '../shell/problem.tsx'
import { mayDo, useMe } from '../shell/session.ts'
import { showInstant } from '../ui/format.ts'
import { useNarrow } from '../ui/narrow.ts'
import { ScrollBox } from '../ui/scroll-box.tsx'
import { type Role, rolesQuery } from './queries.ts'
import './people.css'

type Right = keyof typeof vi.roles.rights
const SEES = ['all', 'followed', 'own'] as const

/** What each role sees and may do, right by right, and the form that changes one. */
export function Roles() {
  const { t } = useTranslation()
  const me = useMe()
  const narrow = useNarrow()
  const language = useLanguage()
  const found = useQuery(rolesQuery)
  const [edited, setEdited] = useState<Role>()
  const rights = useRights()
  const nameOf = (role: Role) => (language === 'vi' ? role.name : role.nameEn)
  const mayEdit = mayDo(me, 'system.keep')
  const editButton = (role: Role) =>
    mayEdit ? (
      <Button size="small" onClick={() => setEdited(role)} aria-label={`${t('roles.edit')}: ${nameOf(role)}`}>
        {t('roles.edit')}
      </Button>
    ) : null
  return (
    <ListPage
      title={t('roles.title')}
      about={t('roles.about')}
      query={found}
      rows={found.data?.rows}
      blank={null}
      after={
        <Drawer
          open={edited !== undefined}
          onClose={() => setEdited(undefined)}
          size={560}
          destroyOnHidden
          title={t('roles.editTitle')}
          closable={{ 'aria-label': t('shell.close') }}
        >
          {edited ? <EditRole role={edited} onClose={() => setEdited(undefined)} /> : null}
        </Drawer>
      }
    >
      {(rows) =>
        narrow ? (
          <ul className="cards">
            {rows.map((role) => (
              <li key={role.role} className="card">
                <div className="row spread">
                  <strong>{nameOf(role)}</strong>
                  {editButton(role)}
                </div>
                <p className="soft">
                  {t('roles.sees')}: {t(`roles.seesWords.${role.sees}`)} · {t('roles.holders')}: {role.holders}
                </p>
                {role.isTwoFactor ? <p>{t('roles.twoFactor')}</p> : null}
                <ul>
                  {role.rights.map((right) => (
                    <li key={right}>{t(`roles.rights.${right}`)}</li>
                  ))}
                </ul>
              </li>
            ))}
          </ul>
        ) : (
          <ScrollBox label={t('roles.table')}>
            <table className="grid-table role-table">
              <caption className="unseen">{t('roles.table')}</caption>
              <thead>
                <tr>
                  <th scope="col">{t('roles.right')}</th>
                  {rows.map((role) => (
                    <th key={role.role} scope="col" data-role={role.role}>
                      {nameOf(role)}
                      <br />
                      {editButton(role)}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                <tr>
                  <th scope="row">{t('roles.sees')}</th>
                  {rows.map((role) => (
                    <td key={role.role}>{t(`roles.seesWords.${role.sees}`)}</td>
                  ))}
                </tr>
                {rights.map((right) => (
                  <tr key={right}>
                    <th scope="row">{t(`roles.rights.${right}`)}</th>
                    {rows.map((role) => (
                      <Mark key={role.role} isSet={role.rights.includes(right)} />
                    ))}
                  </tr>
                ))}
                <tr>
                  <th scope="row">{t('roles.twoFactor')}</th>
                  {rows.map((role) => (
                    <Mark key={role.role} isSet={role.isTwoFactor} />
                  ))}
                </tr>
                <tr>
                  <th scope="row">{t('roles.holders')}</th>
                  {rows.map((role) => (
                    <td key={role.role} className="mark tabular">
                      {role.holders}
                    </td>
                  ))}
                </tr>
              </tbody>
            </table>
          </ScrollBox>
        )
      }
    </ListPage>
  )
}

/** Every right there is, in the order of the words. */
function useRights(): Right[] {
  const { t } = useTranslation()
  return Object.keys(t('roles.rights', { returnObjects: true })) as Right[]
}

function Mark({ isSet }: { isSet: boolean }) {
  const { t } = useTranslation()
  return (
    <td className="mark">
      {isSet ? (
        <span className="has">
          <CheckOutlined aria-hidden="true" />
          <span className="unseen">{t('roles.yes')}</span>
        </span>
      ) : (
        <span className="soft">
          <span aria-hidden="true">–</span>
          <span className="unseen">{t('roles.no')}</span>
        </span>
      )}
    </td>
  )
}

interface Words {
  name: string
  nameEn: string
  sees: Role['sees']
  rights: Role['rights']
  isTwoFactor: boolean
}

function EditRole({ role, onClose }: { role: Role; onClose: () => void }) {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const queries = useQueryClient()
  const [form] = Form.useForm<Words>()
  const rights = useRights()
  const saving = useMutation({
    mutationFn: (words: Words) =>
      answer(
        api.PUT('/api/roles/{role}', {
          params: { path: { role: role.role } },
          headers: ifMatch(role.version),
          body: { ...words, name: words.name.trim(), nameEn: words.nameEn.trim() },
        }),
      ),
    onSuccess: async (_, { name }) => {
      message.success(t('roles.didChange', { name }))
      onClose()
      // One's own rights may be others now.
      await Promise.all([
        queries.invalidateQueries({ queryKey: ['roles'] }),
        queries.invalidateQueries({ queryKey: ['me'] }),
        queries.invalidateQueries({ queryKey: ['people'] }),
      ])
    },
    onError: () => queries.invalidateQueries({ queryKey: ['roles'] }),
  })
  useFieldErrors(form, saving.error)
  return (
    <Form<Words>
      form={form}
      layout="vertical"
      requiredMark={false}
      initialValues={role}
      onFinish={(words) => saving.mutate(words)}
      scrollToFirstError
    >
      {saving.error ? <ProblemNote error={saving.error} /> : null}
      <Field name="name" label={t('roles.name')}>
        <Input maxLength={100} />
      </Field>
      <Field name="nameEn" label={t('roles.nameEn')}>
        <Input maxLength={100} />
      </Field>
      <Field name="sees" label={t('roles.sees')} isPlain>
        <Radio.Group options={SEES.map((value) => ({ value, label: t(`roles.seesWords.${value}`) }))} />
      </Field>
      <Form.Item name="rights" label={t('roles.right')}>
        <Checkbox.Group
          className="column"
          options={rights.map((value) => ({ value, label: t(`roles.rights.${value}`) }))}
        />
      </Form.Item>
      <Form.Item name="isTwoFactor" label={t('roles.twoFactor')} valuePropName="checked">
        <Switch />
      </Form.Item>
      <p className="soft">{t('roles.changedBy', { by: role.changedBy, at: showInstant(role.changedAt) })}</p>
      <div className="row drawer-foot">
        <Button type="primary" htmlType="submit" loading={saving.isPending}>
          {t('shell.save')}
        </Button>
        <Button onClick={onClose}>{t('shell.cancel')}</Button>
      </div>
    </Form>
  )
}
