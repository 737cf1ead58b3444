import { answer, ifMatch } from '@dieuhanh/client'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App, Button, Drawer, Form } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Field, FormDay, useFieldErrors } from '../form/fields.tsx'
import { api } from '../shell/api.ts'
import { useLanguage } from '../shell/language.tsx'
import { ProblemNote } from '../shell/problem.tsx'
import { useMe } from '../shell/session.ts'
import { showDay } from '../ui/format.ts'
import { PostFields, type PostWords, postOf } from './post-fields.tsx'
import { type Person, type PersonPost, refreshPeople } from './queries.ts'

/** The posts somebody holds, will hold and held, with the ways to give one more and to end one. */
export function Posts({ person }: { person: Person }) {
  const { t } = useTranslation()
  const me = useMe()
  const language = useLanguage()
  const [act, setAct] = useState<'give' | PersonPost>()
  const shut = () => setAct(undefined)
  return (
    <section className="panel" aria-labelledby="posts">
      <div className="row spread">
        <h2 id="posts">{t('people.posts')}</h2>
        {person.may.includes('givePost') ? (
          <Button onClick={() => setAct('give')}>{t('people.givePost')}</Button>
        ) : null}
      </div>
      {person.posts.length === 0 ? <p className="soft">{t('people.noPostsYet')}</p> : null}
      <ul className="plain">
        {person.posts.map((post) => {
          const isPast = post.to !== null && post.to < me.today
          return (
            <li key={post.id} className={isPast ? 'post-row past' : 'post-row'}>
              <div className="row spread">
                <span>
                  <strong>{post.title}</strong>, {post.agencyName}
                </span>
                {post.mayEnd ? (
                  <Button
                    size="small"
                    onClick={() => setAct(post)}
                    aria-label={`${t('people.endPost')}: ${post.title}`}
                  >
                    {t('people.endPost')}
                  </Button>
                ) : null}
              </div>
              <p className="soft tabular">
                {language === 'vi' ? post.roleName : post.roleNameEn} ·{' '}
                {post.to
                  ? t('people.between', { from: showDay(post.from), to: showDay(post.to) })
                  : t('people.since', { from: showDay(post.from) })}
                {isPast ? ` · ${t('people.ended')}` : post.from > me.today ? ` · ${t('people.toCome')}` : ''}
              </p>
            </li>
          )
        })}
      </ul>
      <Drawer
        open={act !== undefined}
        onClose={shut}
        size={480}
        destroyOnHidden
        title={t(act === 'give' ? 'people.givePost' : 'people.endPostTitle')}
        closable={{ 'aria-label': t('shell.close') }}
      >
        {act === 'give' ? <Give person={person} onClose={shut} /> : null}
        {act !== undefined && act !== 'give' ? <End person={person} post={act} onClose={shut} /> : null}
      </Drawer>
    </section>
  )
}

function Give({ person, onClose }: { person: Person; onClose: () => void }) {
  const { t } = useTranslation()
  const me = useMe()
  const { message } = App.useApp()
  const queries = useQueryClient()
  const [form] = Form.useForm<PostWords>()
  const giving = useMutation({
    mutationFn: (words: PostWords) =>
      answer(
        api.POST('/api/people/{id}/posts', {
          params: { path: { id: person.id } },
          headers: ifMatch(person.version),
          body: postOf(words),
        }),
      ),
    onSuccess: async () => {
      message.success(t('people.didGivePost'))
      await refreshPeople(queries)
      onClose()
    },
    onError: () => refreshPeople(queries),
  })
  useFieldErrors(form, giving.error)
  return (
    <Form<PostWords>
      form={form}
      layout="vertical"
      requiredMark={false}
      initialValues={{ agencyId: me.agencyId, from: me.today }}
      onFinish={(words) => giving.mutate(words)}
      scrollToFirstError
    >
      {giving.error ? <ProblemNote error={giving.error} /> : null}
      <PostFields />
      <div className="row drawer-foot">
        <Button type="primary" htmlType="submit" loading={giving.isPending}>
          {t('people.givePost')}
        </Button>
        <Button onClick={onClose}>{t('shell.cancel')}</Button>
      </div>
    </Form>
  )
}

function End({ person, post, onClose }: { person: Person; post: PersonPost; onClose: () => void }) {
  const { t } = useTranslation()
  const me = useMe()
  const { message } = App.useApp()
  const queries = useQueryClient()
  const [form] = Form.useForm<{ on: string }>()
  const ending = useMutation({
    mutationFn: ({ on }: { on: string }) =>
      answer(
        api.POST('/api/people/{id}/posts/{postId}/end', {
          params: { path: { id: person.id, postId: post.id } },
          headers: ifMatch(person.version),
          body: { on },
        }),
      ),
    onSuccess: async () => {
      message.success(t('people.didEndPost'))
      await refreshPeople(queries)
      onClose()
    },
    onError: () => refreshPeople(queries),
  })
  useFieldErrors(form, ending.error)
  return (
    <Form
      form={form}
      layout="vertical"
      requiredMark={false}
      initialValues={{ on: me.today }}
      onFinish={(words: { on: string }) => ending.mutate(words)}
    >
      <p>
        <strong>{post.title}</strong>, {post.agencyName}
      </p>
      <p className="soft">{t('people.endPostAbout')}</p>
      {ending.error ? <ProblemNote error={ending.error} /> : null}
      <Field name="on" label={t('people.lastDay')} isPlain>
        <FormDay />
      </Field>
      <div className="row drawer-foot">
        <Button type="primary" danger htmlType="submit" loading={ending.isPending}>
          {t('people.endPost')}
        </Button>
        <Button onClick={onClose}>{t('shell.cancel')}</Button>
      </div>
    </Form>
  )
}
