import { answer, ifMatch } from '@dieuhanh/client'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Button, Drawer, Form, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { agenciesQuery } from '../form/agency-select.tsx'
import { Field, FormDay, useFieldErrors } from '../form/fields.tsx'
import { api } from '../shell/api.ts'
import { ProblemNote } from '../shell/problem.tsx'
import { useMe } from '../shell/session.ts'
import { compareVi, fold, showDay } from '../ui/format.ts'
import { type Person, refreshPeople } from './queries.ts'

/** The bodies whose tasks a member of the Task Force sees, now and before. */
export function Followings({ person }: { person: Person }) {
  const { t } = useTranslation()
  const me = useMe()
  const [isOpen, setOpen] = useState(false)
  const now = person.followings.filter(({ to }) => to === null || to >= me.today)
  const earlier = person.followings.filter(({ to }) => to !== null && to < me.today)
  const span = ({ from, to }: Person['followings'][number]) =>
    to ? t('people.between', { from: showDay(from), to: showDay(to) }) : t('people.since', { from: showDay(from) })
  return (
    <section className="panel" aria-labelledby="followings">
      <h2 id="followings">{t('people.followings')}</h2>
      <p className="soft">{t('people.followingsAbout')}</p>
      {now.length === 0 ? <p className="soft panel-acts">{t('people.noFollowing')}</p> : null}
      <ul className="plain panel-acts">
        {now.map((one) => (
          <li key={`${one.agencyId} ${one.from}`}>
            {one.agencyName} <span className="soft tabular">· {span(one)}</span>
          </li>
        ))}
      </ul>
      {earlier.length > 0 ? (
        <details>
          <summary>{t('people.earlier', { n: earlier.length })}</summary>
          <ul className="plain soft">
            {earlier.map((one) => (
              <li key={`${one.agencyId} ${one.from}`}>
                {one.agencyName} <span className="tabular">· {span(one)}</span>
              </li>
            ))}
          </ul>
        </details>
      ) : null}
      {person.may.includes('follow') ? (
        <div className="row panel-acts">
          <Button onClick={() => setOpen(true)}>{t('people.follow')}</Button>
        </div>
      ) : null}
      <Drawer
        open={isOpen}
        onClose={() => setOpen(false)}
        size={520}
        destroyOnHidden
        title={t('people.follow')}
        closable={{ 'aria-label': t('shell.close') }}
      >
        <Follow person={person} now={now.map(({ agencyId }) => agencyId)} onClose={() => setOpen(false)} />
      </Drawer>
    </section>
  )
}

interface Words {
  from: string
  agencyIds: number[]
}

function Follow({ person, now, onClose }: { person: Person; now: number[]; onClose: () => void }) {
  const { t } = useTranslation()
  const me = useMe()
  const { message } = App.useApp()
  const queries = useQueryClient()
  const [form] = Form.useForm<Words>()
  const { data } = useQuery(agenciesQuery(undefined))
  const options = (data?.agencies ?? [])
    .filter(({ kind }) => kind !== 'unit')
    .map(({ id, name, abbreviation }) => ({ value: id, label: name, words: fold(`${name} ${abbreviation ?? ''}`) }))
    .sort((a, b) => compareVi(a.label, b.label))
  const saving = useMutation({
    mutationFn: ({ from, agencyIds }: Words) =>
      answer(
        api.PUT('/api/people/{id}/followings', {
          params: { path: { id: person.id } },
          headers: ifMatch(person.version),
          body: { from, agencyIds },
        }),
      ),
    onSuccess: async () => {
      message.success(t('people.didFollow'))
      await refreshPeople(queries)
      onClose()
    },
    onError: () => refreshPeople(queries),
  })
  useFieldErrors(form, saving.error)
  return (
    <Form<Words>
      form={form}
      layout="vertical"
      requiredMark={false}
      initialValues={{ from: me.today, agencyIds: [...new Set(now)] }}
      onFinish={(words) => saving.mutate({ ...words, agencyIds: words.agencyIds ?? [] })}
    >
      <p className="soft">{t('people.followAbout')}</p>
      {saving.error ? <ProblemNote error={saving.error} /> : null}
      <Field name="from" label={t('people.followTitle')} isPlain>
        <FormDay min={me.today} />
      </Field>
      <Form.Item name="agencyIds" label={t('people.agencies')}>
        <Select
          mode="multiple"
          options={options}
          showSearch={{ filterOption: (typed, option) => option?.words.includes(fold(typed)) ?? false }}
        />
      </Form.Item>
      <div className="row drawer-foot">
        <Button type="primary" htmlType="submit" loading={saving.isPending}>
          {t('shell.save')}
        </Button>
        <Button onClick={onClose}>{t('shell.cancel')}</Button>
      </div>
    </Form>
  )
}
