/** The pages of documents that come in, for those who may read them. */
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { mayDo, useMe } from '../shell/session.ts'

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
