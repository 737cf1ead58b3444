/** Charts of a report: the same drawing as vectors (PDF, page) and as points (DOCX). */
import { createCanvas } from '@napi-rs/canvas'
import type { EChartsCoreOption } from 'echarts'
// The library in one file: as its hundreds of modules it costs a second of each start of the server.
import * as echarts from 'echarts/dist/echarts.esm.min.mjs'
import type { Picture } from '../platform/official-document/model.ts'
import { FACE, fitted } from './fitted.ts'
import type { ChartData } from './text-shapes.ts'

/** The four states as on the screens: never by colour alone, each is named in the legend. */
const STATES = [
  { key: 'doneOnTime', name: 'Hoàn thành đúng hạn', color: '#2e7d32' },
  { key: 'doneLate', name: 'Hoàn thành quá hạn', color: '#c77700' },
  { key: 'openInTerm', name: 'Trong hạn', color: '#1f5fa8' },
  { key: 'openOverdue', name: 'Quá hạn', color: '#a61b1b' },
] as const

/** The same by their names alone, for words and tables. */
export const STANDINGS: Readonly<Record<string, string>> = Object.fromEntries(
  STATES.map(({ key, name }) => [key, name]),
)

/** Millimetres to units of the drawing; a line of text is then 11 points high on paper. */
const UNIT = 3.6
/** Points of a PNG for each unit: 180 to the inch and more. */
const SHARP = 2
const WIDTH = 150

const TITLES: Record<ChartData['chart'], string> = {
  standings: 'Kết quả thực hiện nhiệm vụ theo trạng thái',
  agencies: 'Cơ quan còn nhiều nhiệm vụ quá hạn',
  trend: 'nhiệm vụ theo trạng thái vào cuối tháng',
}
const SINCE = { year: ' (tính từ đầu năm của tháng đó)', period: ' (tính từ đầu kỳ của tháng đó)' }

const titleOf = ({ chart, since, points }: ChartData): string =>
  chart === 'trend'
    ? `Diễn biến ${points.length} tháng: ${TITLES.trend}${since === undefined ? '' : SINCE[since]}`
    : TITLES[chart]

/** Of the title, in units of the drawing: a long one is set in lines, as the drawing would cut it on both sides. */
const TITLE = { size: 15, line: 19, edge: 12, most: 3 }
const titleIn = (data: ChartData, width: number): string[] =>
  fitted(titleOf(data), TITLE.size, width - 2 * TITLE.edge, TITLE.most)
const moreThanOne = (lines: readonly string[]): number => (lines.length - 1) * TITLE.line

const HEIGHTS: Record<ChartData['chart'], (points: number) => number> = {
  standings: () => 62,
  agencies: (points) => 24 + points * 7,
  trend: () => 76,
}

/** The chart as a picture of the paper; null where there is nothing to draw. */
export function drawChart(data: ChartData): Picture | null {
  if (data.points.length === 0 || data.points.every(({ assigned }) => assigned === 0)) return null
  const option = optionOf(data, WIDTH * UNIT)
  const height = HEIGHTS[data.chart](data.points.length) + moreThanOne(titleIn(data, WIDTH * UNIT)) / UNIT
  return {
    kind: 'picture',
    svg: svgOf(option, WIDTH * UNIT, height * UNIT),
    png: pngOf(option, WIDTH * UNIT, height * UNIT),
    width: WIDTH,
    height,
    alt: altOf(data),
  }
}

/** A text that is centred on its height, by its baseline instead. */
function onBaseline(tag: string): string {
  const size = Number(/font-size:(\d+)px/.exec(tag)?.[1] ?? 12)
  const y = Number(/ y="(-?[\d.]+)"/.exec(tag)?.[1] ?? 0) + size * MIDDLE
  return tag
    .replace(' dominant-baseline="central"', '')
    .replace(/ y="[^"]*"/, '')
    .replace('<text', `<text y="${y.toFixed(2)}"`)
}
/** Of the height of the letters: from the middle of a line down to the baseline. */
const MIDDLE = 0.34

/** The names inside the drawing begin with `prefix`: the library counts its drawings, and the same report must draw the same. */
export function svgOf(option: EChartsCoreOption, width: number, height: number, prefix = 'c'): string {
  const chart = echarts.init(null, null, { renderer: 'svg', ssr: true, width, height })
  chart.setOption(option)
  const svg = chart
    .renderToSVGString()
    // What a pointer would do to it is of no use on paper.
    .replace(/<style\b.*?<\/style>/gs, '')
    .replace(/ class="[^"]*"/g, '')
    // Frames that are not to be seen: those that draw points from vectors draw an edge of no width as a hair line.
    .replace(/<path\b[^>]*\bstroke-width="0"[^>]*>(?:<\/path>)?/g, '')
    // Nor do they set a line of text to its middle: it is moved by as much.
    .replace(/<text dominant-baseline="central"[^>]*>/g, onBaseline)
    .replace(/\bzr\d+-/g, `${prefix}-`)
  chart.dispose()
  return svg
}

function pngOf(option: EChartsCoreOption, width: number, height: number): Uint8Array {
  const canvas = createCanvas(Math.round(width * SHARP), Math.round(height * SHARP))
  const chart = echarts.init(canvas as never, null, { width, height, devicePixelRatio: SHARP })
  chart.setOption(option)
  const png = canvas.toBuffer('image/png')
  chart.dispose()
  return new Uint8Array(png)
}

const number = (value: number) => value.toString().replace(/\B(?=(\d{3})+$)/g, '.')
const TEXT = { fontFamily: FACE, fontSize: 13, color: '#1a1a1a' }

/** The drawing for a width in its units. */
export function optionOf(data: ChartData, width: number): EChartsCoreOption {
  const title = titleIn(data, width)
  const top = 34 + moreThanOne(title)
  const frame = {
    animation: false,
    backgroundColor: '#ffffff',
    textStyle: TEXT,
    title: {
      text: title.join('\n'),
      left: 'center',
      top: 2,
      textStyle: { ...TEXT, fontSize: TITLE.size, lineHeight: TITLE.line, fontWeight: 'bold' },
    },
  }
  if (data.chart === 'standings') {
    const [point] = data.points
    const bars = STATES.map(({ key, name, color }) => ({ name, value: point![key], itemStyle: { color } }))
    return {
      ...frame,
      grid: { left: 150, right: 70, top, bottom: 8 },
      xAxis: { type: 'value', show: false },
      yAxis: {
        type: 'category',
        inverse: true,
        data: bars.map(({ name }) => name),
        axisTick: { show: false },
        axisLabel: TEXT,
      },
      series: [
        {
          type: 'bar',
          data: bars,
          barWidth: 22,
          label: { ...TEXT, show: true, position: 'right', formatter: ({ value }: { value: number }) => number(value) },
        },
      ],
    }
  }
  if (data.chart === 'agencies') {
    return {
      ...frame,
      grid: { left: 275, right: 60, top, bottom: 8 },
      xAxis: { type: 'value', show: false },
      yAxis: {
        type: 'category',
        inverse: true,
        data: data.points.map(({ label }) => label),
        axisTick: { show: false },
        axisLabel: { ...TEXT, width: 260, overflow: 'truncate' },
      },
      series: [
        {
          type: 'bar',
          data: data.points.map(({ openOverdue }) => openOverdue),
          barWidth: 15,
          itemStyle: { color: '#a61b1b' },
          label: { ...TEXT, show: true, position: 'right', formatter: ({ value }: { value: number }) => number(value) },
        },
      ],
    }
  }
  return {
    ...frame,
    legend: { bottom: 2, itemWidth: 14, itemHeight: 10, textStyle: TEXT },
    grid: { left: 56, right: 12, top: top + 2, bottom: 62 },
    xAxis: {
      type: 'category',
      data: data.points.map(({ label }) => label),
      axisLabel: { ...TEXT, fontSize: 11, interval: 0, rotate: 35 },
    },
    yAxis: { type: 'value', axisLabel: { ...TEXT, formatter: number } },
    series: STATES.map(({ key, name, color }) => ({
      type: 'bar',
      stack: 'all',
      name,
      itemStyle: { color },
      data: data.points.map((point) => point[key]),
    })),
  }
}

/** The chart with the words and series that its picture has, for those who draw it themselves. */
export function withDrawn(data: ChartData): ChartData {
  const series = data.chart === 'agencies' ? STATES.filter(({ key }) => key === 'openOverdue') : STATES
  return {
    ...data,
    drawn: { title: titleOf(data), unit: 'nhiệm vụ', series: series.map(({ key, name }) => ({ key, name })) },
  }
}

/** In words what the drawing shows. */
export function altOf(data: ChartData): string {
  const { chart, points } = data
  if (chart === 'agencies')
    return `${titleOf(data)}: ${points.map(({ label, openOverdue }) => `${label} ${number(openOverdue)}`).join('; ')}`
  const last = points.at(-1)!
  return `${titleOf(data)}: ${STATES.map(({ key, name }) => `${name.toLowerCase()} ${number(last[key])}`).join('; ')}`
}
