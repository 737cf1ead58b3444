import { type ReactNode, useRef } from 'react'

/**
 * Choosing files from the reader's machine: `open` is for whatever button does it, `input` stands anywhere on the page. The
 * same file can be chosen twice in a row, as after it was mended.
 */
export function useFilePick({
  accept,
  label,
  testId,
  isMany = false,
  onPick,
}: {
  accept: string
  label: string
  testId?: string
  isMany?: boolean
  /** At least one file. */
  onPick: (files: [File, ...File[]]) => void
}): { open: () => void; input: ReactNode } {
  const box = useRef<HTMLInputElement>(null)
  const input = (
    <input
      ref={box}
      type="file"
      hidden
      multiple={isMany}
      accept={accept}
      aria-label={label}
      data-testid={testId}
      onChange={({ target }) => {
        const [first, ...rest] = target.files ?? []
        if (first) onPick([first, ...rest])
        target.value = ''
      }}
    />
  )
  return { open: () => box.current?.click(), input }
}
