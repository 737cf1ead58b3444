import { SwapOutlined } from '@ant-design/icons'
import { answer } from '@dieuhanh/client'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { App } from 'antd'
import { useTranslation } from 'react-i18next'
import { api, problemOf } from '../shell/api.ts'
import { MenuButton } from '../shell/menu-button.tsx'
import { useProblemWords } from '../shell/problem.tsx'
import { meQuery, useMe } from '../shell/session.ts'
import { showDay } from '../ui/format.ts'
import { type HeldPost, myPostsQuery } from './queries.ts'
import './people.css'

/**
 * In the page header: the current post, and a switch to another of the user's posts or deputations. Empty
 * if there is only one post. Data fetched for the previous post is dropped: its rights may differ.
 */
export function PostSwitch() {
  const { t } = useTranslation()
  const me = useMe()
  const { message } = App.useApp()
  const words = useProblemWords()
  const queries = useQueryClient()
  const { data } = useQuery(myPostsQuery)
  const choosing = useMutation({
    mutationFn: ({ postId, deputationId }: HeldPost) =>
      answer(api.POST('/api/me/post', { body: { postId, deputationId } })),
    onSuccess: async (_, { title, agencyName }) => {
      await queries.resetQueries()
      message.success(t('people.didChoose', { title, agency: agencyName }))
    },
    onError: (error) => {
      message.error(words(problemOf(error)), 6)
      queries.invalidateQueries({ queryKey: meQuery.queryKey })
    },
  })
  const posts = data?.posts ?? []
  if (posts.length < 2) return null
  const keyOf = ({ postId, deputationId }: HeldPost) => `${postId}/${deputationId ?? ''}`
  const current = posts.find(({ isCurrent }) => isCurrent)
  const onBehalf = me.onBehalfOf ? ` (${t('people.onBehalfOf', { name: me.onBehalfOf })})` : ''
  return (
    <MenuButton
      type="text"
      icon={<SwapOutlined />}
      loading={choosing.isPending}
      className="post-switch"
      title={t('people.chooseWork')}
      aria-label={`${t('people.chooseWork')}: ${me.title ?? ''}, ${me.agencyName}${onBehalf}`}
      data-testid="post-switch"
      menu={{
        selectable: true,
        selectedKeys: current ? [keyOf(current)] : [],
        items: posts.map((post) => ({
          key: keyOf(post),
          label: (
            <span>
              <strong>{post.title}</strong>, {post.agencyName}
              {post.onBehalfOf || post.to ? (
                <span className="soft">
                  <br />
                  {[
                    post.onBehalfOf ? t('people.onBehalfOf', { name: post.onBehalfOf }) : '',
                    post.to ? t('people.until', { to: showDay(post.to) }) : '',
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </span>
              ) : null}
            </span>
          ),
        })),
        onClick: ({ key }) => {
          const post = posts.find((one) => keyOf(one) === key)
          if (post && !post.isCurrent) choosing.mutate(post)
        },
      }}
    >
      <span className="post-switch-name">
        {me.title}
        {onBehalf}
      </span>
    </MenuButton>
  )
}
