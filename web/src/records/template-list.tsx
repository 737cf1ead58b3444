import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { ChoiceFilter, useSearchPatch } from '../list/filters.tsx'
import { ListPage } from '../list/list-page.tsx'
import { Rows } from '../list/rows.tsx'
import type { TemplatesSearch } from '../paths/outgoing.ts'
import { useLanguage } from '../shell/language.tsx'
import { mayDo, useMe } from '../shell/session.ts'
import { Blank } from '../ui/blank.tsx'
import { asSentence, showInstant } from '../ui/format.ts'
import { useKindName } from './outgoing-kinds.ts'
import { choicesQuery, type TemplateRow, templatesQuery } from './outgoing-queries.ts'
import { TemplateMark } from './template-standing.tsx'
import './outgoing.css'

/** The templates that drafts of the body begin with: its own and those of every body. */
export function TemplatesPage() {
  const { t } = useTranslation()
  const language = useLanguage()
  const me = useMe()
  const navigate = useNavigate()
  const kindName = useKindName()
  const { kind } = useSearch({ from: '/staff/van-ban-di/mau' })
  const patch = useSearchPatch<TemplatesSearch>()
  const found = useQuery(templatesQuery(kind ? { kind } : {}))
  const choices = useQuery(choicesQuery)
  const name = ({ id, name: words }: TemplateRow) => (
    <Link to="/van-ban-di/mau/$id" params={{ id: String(id) }} data-row lang="vi">
      {words}
    </Link>
  )
  const whose = ({ isOwn }: TemplateRow) => t(isOwn ? 'outgoing.templates.own' : 'outgoing.templates.common')
  return (
    <ListPage
      title={t('outgoing.templates.title')}
      about={t('outgoing.templates.about')}
      acts={
        <>
          <Link to="/van-ban-di">{t('outgoing.title')}</Link>
          {mayDo(me, 'records.register') ? (
            <Button type="primary" onClick={() => navigate({ to: '/van-ban-di/mau/moi' })} data-testid="new-template">
              {t('outgoing.templates.add')}
            </Button>
          ) : null}
        </>
      }
      filters={
        choices.data ? (
          <ChoiceFilter
            id="template-kind"
            label={t('outgoing.kind')}
            value={kind}
            onChange={(changed) => patch({ kind: changed } as TemplatesSearch)}
            options={choices.data.kinds.map((one) => ({
              value: one.kind,
              label: language === 'vi' ? one.name : one.nameEn,
            }))}
            isLong
          />
        ) : null
      }
      query={found}
      rows={found.data?.rows}
      blank={<Blank title={t(kind ? 'outgoing.noneFound' : 'outgoing.templates.none')} />}
    >
      {(rows) => (
        <Rows
          rows={rows}
          caption={t('outgoing.templates.title')}
          keyOf={({ id }) => id}
          testId="template-row"
          columns={[
            { key: 'name', title: t('outgoing.templates.name'), isHead: true, cell: name },
            { key: 'kind', title: t('outgoing.kind'), cell: (row) => kindName(row.kind) },
            {
              key: 'about',
              title: t('outgoing.subject'),
              cell: ({ about }) => <span lang="vi">{asSentence(about)}</span>,
            },
            { key: 'whose', title: t('outgoing.templates.whose'), cell: whose },
            { key: 'state', title: t('outgoing.stateLabel'), cell: (row) => <TemplateMark row={row} /> },
            {
              key: 'changed',
              title: t('outgoing.templates.changed'),
              className: 'tabular',
              cell: ({ latest }) => showInstant(latest.madeAt),
            },
          ]}
          card={(row) => (
            <>
              <div className="row spread">
                <TemplateMark row={row} />
                <span className="soft">{kindName(row.kind)}</span>
              </div>
              <p>{name(row)}</p>
              <p className="soft">{whose(row)}</p>
            </>
          )}
        />
      )}
    </ListPage>
  )
}
