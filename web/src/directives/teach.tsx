import { PlusOutlined } from '@ant-design/icons'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App, Button } from 'antd'
import { problemOf } from '../shell/api.ts'
import { useProblemWords } from '../shell/problem.tsx'
import { refreshTaught } from './accuracy-queries.ts'

interface Props {
  /** What the button says. */
  label: string
  /** What it adds, for those who hear the page: the buttons of a list say the same. */
  what: string
  done: string
  teach: () => Promise<unknown>
}

/** Adds a word of the office in one click; the lists show it as known afterwards, also where someone else was first. */
export function TeachButton({ label, what, done, teach }: Props) {
  const queries = useQueryClient()
  const { message } = App.useApp()
  const words = useProblemWords()
  const adding = useMutation({
    mutationFn: teach,
    onSuccess: () => {
      message.success(done)
      return refreshTaught(queries)
    },
    onError: (error) => {
      message.error(words(problemOf(error)), 6)
      return refreshTaught(queries)
    },
  })
  return (
    <Button
      size="small"
      icon={<PlusOutlined />}
      loading={adding.isPending}
      onClick={() => adding.mutate()}
      aria-label={`${label}: ${what}`}
    >
      {label}
    </Button>
  )
}
