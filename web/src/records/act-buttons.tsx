import { Button } from 'antd'

interface Props<Act extends string> {
  acts: readonly Act[]
  leading: Act | undefined
  dangers: readonly Act[]
  words: (act: Act) => string
  onAct: (act: Act) => void
  /** "incoming": begins the test id of each button. */
  of: string
  className: string
}

/** The acts that are open on a document, the one that leads first in weight. */
export function ActButtons<Act extends string>({ acts, leading, dangers, words, onAct, of, className }: Props<Act>) {
  if (acts.length === 0) return null
  return (
    <div className={`row acts screen-only ${className}`}>
      {acts.map((act) => (
        <Button
          key={act}
          type={act === leading ? 'primary' : 'default'}
          danger={dangers.includes(act)}
          onClick={() => onAct(act)}
          data-testid={`${of}-${act}`}
        >
          {words(act)}
        </Button>
      ))}
    </div>
  )
}
