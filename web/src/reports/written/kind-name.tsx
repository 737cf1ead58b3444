import { useTranslation } from 'react-i18next'
import { periodWords } from './period-words.ts'
import { useKindName } from './queries.ts'

/** The name of a kind of report, in the language of the page. */
export function KindName({ row }: { row: { kind: string; kindName: string } }) {
  const { words, lang } = useKindName()(row)
  return <span lang={lang}>{words}</span>
}

/** Which report of its kind it is: the kind, its period and what it is about. */
export function ReportName({
  row,
}: {
  row: { kind: string; kindName: string; period: string; subjectName: string | null }
}) {
  const { t } = useTranslation()
  const { key, fill } = periodWords(row.period)
  return (
    <>
      <KindName row={row} />, {t(`written.ofPeriod.${key}`, fill)}
      {row.subjectName ? (
        <>
          : <span lang="vi">{row.subjectName}</span>
        </>
      ) : null}
    </>
  )
}
