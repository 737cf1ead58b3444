import { answer, ifMatch } from '@dieuhanh/client'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../shell/api.ts'
import { ErrorPage } from '../shell/error-page.tsx'
import { useLanguage } from '../shell/language.tsx'
import { useTitle } from '../shell/title.ts'
import { Waiting } from '../shell/waiting.tsx'
import { asSentence, showInstant } from '../ui/format.ts'
import { Fact } from '../ui/labelled.tsx'
import { useSure } from './outgoing-act.tsx'
import { useKindName } from './outgoing-kinds.ts'
import { type Template, templateQuery } from './outgoing-queries.ts'
import { TemplateForm } from './template-form.tsx'
import { PartsShown, TemplateMark, WithFields } from './template-standing.tsx'
import './outgoing.css'
import './draft.css'

/** A new template of the body. */
export function NewTemplate() {
  return <TemplateForm one={undefined} />
}

/** One template: its texts, which of them is in use, and what it may name. */
export function TemplatePage() {
  const { t } = useTranslation()
  const id = Number(useParams({ from: '/staff/van-ban-di/mau/$id' }).id)
  const { act } = useSearch({ from: '/staff/van-ban-di/mau/$id' })
  const found = useQuery(templateQuery(id))
  useTitle(found.data?.name ?? t('outgoing.templates.title'))
  if (found.error) return <ErrorPage error={found.error} reset={() => found.refetch()} />
  if (found.isPending)
    return (
      <div className="page">
        <Waiting lines={12} />
      </div>
    )
  return act === 'edit' && found.data.mayChange ? (
    <TemplateForm key={found.data.id} one={found.data} />
  ) : (
    <Shown one={found.data} />
  )
}

function Shown({ one }: { one: Template }) {
  const { t } = useTranslation()
  const kindName = useKindName()
  const navigate = useNavigate()
  const sure = useSure()
  const [asked, setAsked] = useState<number>()
  // Whoever keeps it sees first what waits to be put in use.
  const number = asked ?? (one.mayChange ? one.latest.number : (one.used ?? one.latest).number)
  const text = one.texts.find((each) => each.number === number) ?? one.texts[0]!
  const on = { params: { path: { id: one.id } }, headers: ifMatch(one.version) }
  const use = (chosen: number) =>
    sure(
      {
        title: t('outgoing.templates.sureUse', { n: chosen }),
        ok: t('outgoing.templates.use'),
        did: t('outgoing.templates.didUse'),
        content: t('outgoing.templates.sureUseHint'),
      },
      () => answer(api.POST('/api/records/templates/{id}/use', { ...on, body: { number: chosen } })),
    )
  const retire = () =>
    sure(
      {
        title: t('outgoing.templates.sureRetire'),
        ok: t('outgoing.templates.retire'),
        did: t('outgoing.templates.didRetire'),
        content: t('outgoing.templates.sureRetireHint'),
        isDanger: true,
      },
      async () => {
        await answer(api.POST('/api/records/templates/{id}/retire', on))
        await navigate({ to: '/van-ban-di/mau' })
      },
    )
  return (
    <article className="page og-page">
      <div className="row spread page-head">
        <div className="grow">
          <p>
            <Link to="/van-ban-di/mau">{t('outgoing.templates.title')}</Link>
          </p>
          <h1 lang="vi">{one.name}</h1>
          <p>
            <TemplateMark row={one} /> <span className="soft">{kindName(one.kind)}</span>{' '}
            <span className="soft">· {t(one.isOwn ? 'outgoing.templates.own' : 'outgoing.templates.common')}</span>
          </p>
        </div>
      </div>
      {one.mayChange ? (
        <div className="row acts og-acts">
          {text.number === one.used?.number ? null : (
            <Button type="primary" onClick={() => use(text.number)} data-testid="template-use">
              {t('outgoing.templates.useN', { n: text.number })}
            </Button>
          )}
          <Button
            onClick={() =>
              navigate({ to: '/van-ban-di/mau/$id', params: { id: String(one.id) }, search: { act: 'edit' } })
            }
            data-testid="template-edit"
          >
            {t('outgoing.templates.edit')}
          </Button>
          <Button danger onClick={retire} data-testid="template-retire">
            {t('outgoing.templates.retire')}
          </Button>
        </div>
      ) : null}
      <div className="og-grid">
        <section className="panel" aria-labelledby="template-text">
          <h2 id="template-text">{t('outgoing.templates.textN', { n: text.number })}</h2>
          <dl className="facts">
            <Fact name={t('outgoing.subject')}>
              <span lang="vi">
                <WithFields text={asSentence(text.about)} />
              </span>
            </Fact>
            {text.content.addressees.length > 0 ? (
              <Fact name={t('outgoing.editor.addressees')}>
                <span lang="vi">
                  <WithFields text={text.content.addressees.join('; ')} />
                </span>
              </Fact>
            ) : null}
          </dl>
          <PartsShown parts={text.content.parts} />
        </section>
        <aside className="stack">
          <section className="panel" aria-labelledby="template-texts">
            <h2 id="template-texts">{t('outgoing.versions')}</h2>
            <ol className="plain og-notes">
              {one.texts.map((each) => (
                <li key={each.number} data-testid="template-version">
                  <p>
                    <strong>{t('outgoing.versionN', { n: each.number })}</strong>{' '}
                    {each.number === one.used?.number ? (
                      <span className="tag ref og-state og-out">{t('outgoing.templates.inUse')}</span>
                    ) : null}{' '}
                    <span className="soft">
                      <span lang="vi">{each.madeBy}</span>, {showInstant(each.madeAt)}
                    </span>
                  </p>
                  {each.number === text.number ? null : (
                    <Button size="small" onClick={() => setAsked(each.number)}>
                      {t('outgoing.templates.show')}
                    </Button>
                  )}
                </li>
              ))}
            </ol>
          </section>
          <FieldsKnown fields={one.fields} />
        </aside>
      </div>
    </article>
  )
}

/** What a template may name, each with what it stands for. */
function FieldsKnown({ fields }: { fields: Template['fields'] }) {
  const { t } = useTranslation()
  const language = useLanguage()
  return (
    <section className="panel" aria-labelledby="template-fields">
      <h2 id="template-fields">{t('outgoing.templates.fields')}</h2>
      <ul className="plain">
        {fields.map(({ name, meaning, meaningEn }) => (
          <li key={name}>
            <code className="draft-field">{`{${name}}`}</code> {language === 'vi' ? meaning : meaningEn}
          </li>
        ))}
      </ul>
    </section>
  )
}
