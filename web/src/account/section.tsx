import type { ReactNode } from 'react'

/** One section of the account page. `id` is also its fragment in the address: #sessions. */
export function Section({
  id,
  title,
  about,
  action,
  children,
}: {
  id: string
  title: string
  about?: ReactNode
  action?: ReactNode
  children?: ReactNode
}) {
  return (
    <section className="panel account-section" id={id} aria-labelledby={`${id}-title`}>
      <div className="row spread account-head">
        <h2 id={`${id}-title`}>{title}</h2>
        {action}
      </div>
      {about ? <p className="soft">{about}</p> : null}
      {children}
    </section>
  )
}
