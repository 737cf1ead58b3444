import { CheckOutlined } from '@ant-design/icons'
import { answer, ifMatch } from '@dieuhanh/client'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Alert, Button, Checkbox, Form, Radio, Switch } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Field, LineField } from '../form/fields.tsx'
import { FormDrawer } from '../form/form-drawer.tsx'
import type { vi } from '../i18n/vi.ts'
import { ListPage } from '../list/list-page.tsx'
import { api } from '../shell/api.ts'
import { useLanguage } from '../shell/language.tsx'
import { mayDo, useMe } from '../shell/session.ts'
import { showInstant } from '../ui/format.ts'
import { useNarrow } from '../ui/narrow.ts'
import { ScrollBox } from '../ui/scroll-box.tsx'
import { type Role, refreshRoles, rolesQuery } from './queries.ts'
import './people.css'

type Right = keyof typeof vi.roles.rights
const SEES = ['all', 'followed', 'own'] as const

/** What each role sees and may do, right by right, and the form to edit one. */
export function Roles() {
  const { t } = useTranslation()
  const me = useMe()
  const narrow = useNarrow()
  const language = useLanguage()
  const found = useQuery(rolesQuery)
  const [editedRole, setEdited] = useState<Role['role']>()
  const edited = found.data?.rows.find(({ role }) => role === editedRole)
  const rights = useRights()
  const unheld = found.data?.unheld ?? []
  const nameOf = (role: Role) => (language === 'vi' ? role.name : role.nameEn)
  const mayEdit = mayDo(me, 'system.keep')
  const editButton = (role: Role) =>
    mayEdit ? (
      <Button size="small" onClick={() => setEdited(role.role)} aria-label={`${t('roles.edit')}: ${nameOf(role)}`}>
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
      before={
        unheld.length > 0 ? (
          <Alert
            type="warning"
            showIcon
            className="unheld"
            title={t('roles.unheldTitle')}
            description={
              <ul className="plain">
                {unheld.map((right) => (
                  <li key={right}>{t(`roles.rights.${right}`)}</li>
                ))}
              </ul>
            }
          />
        ) : null
      }
      after={<EditRole role={edited} onClose={() => setEdited(undefined)} />}
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
                    <th scope="row">
                      {t(`roles.rights.${right}`)}
                      {unheld.includes(right) ? <Unheld /> : null}
                    </th>
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

/** All rights, in the order of the i18n texts. */
function useRights(): Right[] {
  const { t } = useTranslation()
  return Object.keys(t('roles.rights', { returnObjects: true })) as Right[]
}

function Unheld() {
  const { t } = useTranslation()
  return <span className="tag warn">{t('roles.unheld')}</span>
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

function EditRole({ role, onClose }: { role: Role | undefined; onClose: () => void }) {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const rights = useRights()
  if (!role) return null
  return (
    <FormDrawer<Words, Role>
      title={t('roles.editTitle')}
      act={t('shell.save')}
      did={t('roles.didChange', { name: role.name })}
      initial={role}
      on={role}
      send={(words, { version }) =>
        answer(
          api.PUT('/api/roles/{role}', {
            params: { path: { role: role.role } },
            headers: ifMatch(version),
            body: { ...words, name: words.name.trim(), nameEn: words.nameEn.trim() },
          }),
        )
      }
      refresh={() => refreshRoles(queries)}
      onClose={onClose}
    >
      {() => (
        <>
          <LineField name="name" label={t('roles.name')} max={100} />
          <LineField name="nameEn" label={t('roles.nameEn')} max={100} />
          <Field name="sees" label={t('roles.sees')}>
            <Radio.Group options={SEES.map((value) => ({ value, label: t(`roles.seesWords.${value}`) }))} />
          </Field>
          <Field name="rights" label={t('roles.right')} isOptional>
            <Checkbox.Group
              className="column"
              options={rights.map((value) => ({ value, label: t(`roles.rights.${value}`) }))}
            />
          </Field>
          <Form.Item name="isTwoFactor" label={t('roles.twoFactor')} valuePropName="checked" required>
            <Switch />
          </Form.Item>
          <p className="soft">{t('roles.changedBy', { by: role.changedBy, at: showInstant(role.changedAt) })}</p>
        </>
      )}
    </FormDrawer>
  )
}
