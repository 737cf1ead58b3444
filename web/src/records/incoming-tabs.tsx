/** The pages of documents that come in, for those who may read them. */
import { Link } from '@tanstack/react-router'
import { Select, Tabs } from 'antd'
import { useTranslation } from 'react-i18next'
import { mayDo, useMe } from '../shell/session.ts'
import { Labelled } from '../ui/labelled.tsx'
import { useNarrow } from '../ui/narrow.ts'

const PAGES = [
  { page: 'list', to: '/van-ban-den', words: 'incoming.title', isOfBooks: false },
  { page: 'mine', to: '/van-ban-den/cua-toi', words: 'incoming.toMine', isOfBooks: false },
  { page: 'book', to: '/van-ban-den/so', words: 'incoming.toBook', isOfBooks: true },
  { page: 'figures', to: '/van-ban-den/so-lieu', words: 'incoming.toFigures', isOfBooks: true },
] as const

/** Ways from one of these pages to the others. */
export function IncomingPages({ here }: { here: (typeof PAGES)[number]['page'] }) {
  const { t } = useTranslation()
  const keeps = useKeepsBooks()
  return (
    <nav className="row incoming-pages" aria-label={t('incoming.pagesLabel')}>
      {PAGES.filter(({ page, isOfBooks }) => page !== here && (keeps || !isOfBooks)).map(({ page, to, words }) => (
        <Link key={page} to={to}>
          {t(words)}
        </Link>
      ))}
    </nav>
  )
}

/** Reads every document of the own body: its clerks, leaders and archivists. */
export function useKeepsBooks(): boolean {
  const me = useMe()
  return (['records.register', 'records.assign', 'records.archive'] as const).some((right) => mayDo(me, right))
}

/** The lists of a page: side by side, or on a phone one that is chosen, where they would not fit. */
export function ListChoice<Name extends string>({
  value,
  lists,
  onChange,
}: {
  value: Name
  lists: readonly { key: Name; label: string; count?: number | undefined }[]
  onChange: (list: Name) => void
}) {
  const { t } = useTranslation()
  const narrow = useNarrow()
  if (narrow && lists.length > 2)
    return (
      <div className="incoming-lists-choice">
        <Labelled id="incoming-list" label={t('incoming.listLabel')}>
          <Select<Name>
            id="incoming-list"
            value={value}
            onChange={onChange}
            options={lists.map(({ key, label, count }) => ({
              value: key,
              label: count ? `${label} (${count})` : label,
            }))}
            className="wide"
          />
        </Labelled>
      </div>
    )
  return (
    <Tabs
      activeKey={value}
      onChange={(key) => onChange(key as Name)}
      items={lists.map(({ key, label, count }) => ({
        key,
        label: (
          <>
            {label}
            {count ? <span className="incoming-count tabular">{count}</span> : null}
          </>
        ),
      }))}
    />
  )
}
