/** Display width of text in a terminal: combining marks take no column, wide characters two. */
export function widthOf(text: string): number {
  let width = 0
  for (const sign of text.normalize('NFC')) {
    if (/^[\p{M}\p{Cf}]$/u.test(sign)) continue
    width += /^[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]$/u.test(
      sign,
    )
      ? 2
      : 1
  }
  return width
}

/** Breaks text into lines of at most `width` columns, at spaces where possible. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = []
  for (const paragraph of text.split('\n')) {
    let line = ''
    for (const word of paragraph.split(/ +/)) {
      let rest = word
      if (line !== '' && widthOf(line) + 1 + widthOf(rest) <= width) {
        line += ` ${rest}`
        continue
      }
      if (line !== '') lines.push(line)
      while (widthOf(rest) > width) {
        const head = takeColumns(rest, width)
        lines.push(head)
        rest = rest.slice(head.length)
      }
      line = rest
    }
    lines.push(line)
  }
  return lines
}

export function pad(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - widthOf(text)))
}

/** A ruled table. `widths` are the inner widths of the columns; a row with one text spans them all. */
export function ruled(rows: string[][], widths: number[], headerRows: number): string {
  const inner = widths.reduce((sum, width) => sum + width, 0) + (widths.length - 1) * 3
  const rule = (left: string, cross: string, right: string): string =>
    left + widths.map((width) => '─'.repeat(width + 2)).join(cross) + right
  const lines = [rule('┌', '┬', '┐')]
  rows.forEach((row, index) => {
    if (index > 0) lines.push(rule('├', '┼', '┤'))
    const spans = row.length === 1
    const cells = row.map((cell, column) => wrap(cell, spans ? inner : widths[column]!))
    const height = Math.max(...cells.map((cell) => cell.length))
    for (let line = 0; line < height; line++) {
      const texts = cells.map((cell, column) => pad(cell[line] ?? '', spans ? inner : widths[column]!))
      lines.push(`│ ${texts.join(' │ ')} │`)
    }
    if (index === headerRows - 1 && rows.length === headerRows) lines.push(rule('├', '┼', '┤'))
  })
  lines.push(rule('└', '┴', '┘'))
  return `${lines.join('\n')}\n`
}

function takeColumns(text: string, width: number): string {
  let taken = ''
  for (const sign of text) {
    if (widthOf(taken + sign) > width) break
    taken += sign
  }
  return taken === '' ? [...text][0]! : taken
}
