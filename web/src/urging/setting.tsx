import { answer, ifMatch } from '@dieuhanh/client'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Form, Input, InputNumber, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { FormDrawer } from '../form/form-drawer.tsx'
import { api } from '../shell/api.ts'
import { ProblemNote } from '../shell/problem.tsx'
import { mayDo, useMe } from '../shell/session.ts'
import { Fact } from '../ui/labelled.tsx'
import { refreshUrging, type SettingEdit, settingQuery } from './queries.ts'

type Words = Omit<SettingEdit, 'superiorAgency'> & { superiorAgency?: string }

const SHOWN = ['issuingAgency', 'headTitle', 'place', 'soonDays', 'replyDays', 'annexFrom', 'basis'] as const

/** Letterhead and numbering of letters, and the quiet hours of mail. */
export function Setting() {
  const { t } = useTranslation()
  const me = useMe()
  const queries = useQueryClient()
  const [isEditing, setEditing] = useState(false)
  const found = useQuery(settingQuery)
  const setting = found.data
  if (found.error) return <ProblemNote error={found.error} retry={found.refetch} />
  if (!setting) return null
  const { version: _, changedAt: __, changedBy: ___, superiorAgency, ...words } = setting
  return (
    <section className="panel" aria-labelledby="setting">
      <div className="row spread panel-head">
        <h2 id="setting">{t('urging.setting')}</h2>
        {mayDo(me, 'urge.prepare') ? (
          <Button className="screen-only" onClick={() => setEditing(true)}>
            {t('urging.editSetting')}
          </Button>
        ) : null}
      </div>
      <dl className="facts columns">
        {SHOWN.map((name) => (
          <Fact key={name} name={t(`urging.set.${name}`)}>
            <span lang="vi">{String(setting[name])}</span>
          </Fact>
        ))}
        <Fact name={t('urging.set.quietFrom')}>
          <span className="tabular">
            {setting.quietFrom} – {setting.quietTo}
          </span>
        </Fact>
      </dl>
      <FormDrawer<Words, typeof setting>
        title={isEditing ? t('urging.editSetting') : undefined}
        did={t('urging.didSetting')}
        initial={{ ...words, ...(superiorAgency === null ? {} : { superiorAgency }) }}
        refresh={() => refreshUrging(queries)}
        onClose={() => setEditing(false)}
        on={setting}
        send={({ superiorAgency: above, ...body }, on) =>
          answer(
            api.PUT('/api/urging/setting', {
              headers: ifMatch(on.version),
              body: { ...body, superiorAgency: above?.trim() ? above.trim() : null },
            }),
          )
        }
      >
        {() => <Fields />}
      </FormDrawer>
    </section>
  )
}

function Fields() {
  const { t } = useTranslation()
  const required = [{ required: true, message: t('field.missing') }]
  const text = (
    name: keyof Words & ('superiorAgency' | 'issuingAgency' | 'notationAgency' | 'place' | 'headTitle'),
  ) => (
    <Form.Item name={name} label={t(`urging.set.${name}`)} rules={name === 'superiorAgency' ? [] : required}>
      <Input maxLength={200} lang="vi" />
    </Form.Item>
  )
  const number = (name: 'soonDays' | 'replyDays' | 'annexFrom', max: number) => (
    <Form.Item name={name} label={t(`urging.set.${name}`)} rules={required}>
      <InputNumber min={name === 'soonDays' ? 0 : 1} max={max} precision={0} />
    </Form.Item>
  )
  const clock = (name: 'quietFrom' | 'quietTo') => (
    <Form.Item
      name={name}
      label={t(`urging.set.${name}`)}
      rules={[{ required: true, pattern: /^([01]\d|2[0-3]):[0-5]\d$/, message: '20:00' }]}
    >
      <Input maxLength={5} placeholder="20:00" />
    </Form.Item>
  )
  return (
    <>
      {text('superiorAgency')}
      {text('issuingAgency')}
      {text('notationAgency')}
      {text('place')}
      {text('headTitle')}
      <Form.Item name="basis" label={t('urging.set.basis')} rules={required}>
        <Input.TextArea autoSize={{ minRows: 3, maxRows: 8 }} maxLength={2000} lang="vi" />
      </Form.Item>
      {number('soonDays', 60)}
      {number('replyDays', 60)}
      {number('annexFrom', 100)}
      {clock('quietFrom')}
      {clock('quietTo')}
      <Form.Item name="headTitles" label={t('urging.set.headTitles')} rules={required}>
        <Select mode="tags" />
      </Form.Item>
    </>
  )
}
