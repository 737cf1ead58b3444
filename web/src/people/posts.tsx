import { answer, ifMatch } from '@dieuhanh/client'
import { useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { DayField } from '../form/fields.tsx'
import { FormDrawer } from '../form/form-drawer.tsx'
import { api } from '../shell/api.ts'
import { useLanguage } from '../shell/language.tsx'
import { useMe } from '../shell/session.ts'
import { showDay } from '../ui/format.ts'
import { PostFields, type PostWords, postOf } from './post-fields.tsx'
import { type Person, type PersonPost, refreshPeople } from './queries.ts'

/** A person's present, future and past posts, with the acts to give one and to end one. */
export function Posts({ person }: { person: Person }) {
  const { t } = useTranslation()
  const me = useMe()
  const language = useLanguage()
  const queries = useQueryClient()
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
      <FormDrawer<PostWords, Person>
        title={act === 'give' ? t('people.givePost') : undefined}
        did={t('people.didGivePost')}
        initial={{ agencyId: me.agencyId, from: me.today }}
        on={person}
        send={(words, { id, version }) =>
          answer(
            api.POST('/api/people/{id}/posts', {
              params: { path: { id } },
              headers: ifMatch(version),
              body: postOf(words),
            }),
          )
        }
        refresh={() => refreshPeople(queries)}
        onClose={shut}
      >
        {() => <PostFields />}
      </FormDrawer>
      <EndPost person={person} post={act === 'give' ? undefined : act} onClose={shut} />
    </section>
  )
}

function EndPost({ person, post, onClose }: { person: Person; post: PersonPost | undefined; onClose: () => void }) {
  const { t } = useTranslation()
  const me = useMe()
  const queries = useQueryClient()
  if (!post) return null
  return (
    <FormDrawer<{ on: string }, Person>
      title={t('people.endPostTitle')}
      act={t('people.endPost')}
      isDanger
      hint={
        <>
          <p>
            <strong>{post.title}</strong>, {post.agencyName}
          </p>
          <p>{t('people.endPostAbout')}</p>
        </>
      }
      did={t('people.didEndPost')}
      initial={{ on: me.today }}
      on={person}
      send={({ on }, { id, version }) =>
        answer(
          api.POST('/api/people/{id}/posts/{postId}/end', {
            params: { path: { id, postId: post.id } },
            headers: ifMatch(version),
            body: { on },
          }),
        )
      }
      refresh={() => refreshPeople(queries)}
      onClose={onClose}
    >
      {() => <DayField name="on" label={t('people.lastDay')} />}
    </FormDrawer>
  )
}
