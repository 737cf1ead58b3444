import { useKindName } from './queries.ts'

/** The name of a kind of report, in the language of the page. */
export function KindName({ row }: { row: { kind: string; kindName: string } }) {
  const { words, lang } = useKindName()(row)
  return <span lang={lang}>{words}</span>
}
