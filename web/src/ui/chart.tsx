import { BarChart, LineChart } from 'echarts/charts'
import { AriaComponent, GridComponent, LegendComponent, TooltipComponent } from 'echarts/components'
import { type ECharts, type EChartsCoreOption, init, use } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'
import { useEffect, useRef } from 'react'

use([BarChart, LineChart, GridComponent, TooltipComponent, LegendComponent, AriaComponent, SVGRenderer])

export interface Picked {
  /** Name of the series, or undefined when a label of the axis was picked. */
  series: string | undefined
  index: number
}

/** A drawing of figures that also stand in a table beside it; every mark of it can be picked. */
export default function Chart({
  option,
  label,
  height,
  onPick,
}: {
  option: EChartsCoreOption
  label: string
  height: number
  onPick: (picked: Picked) => void
}) {
  const box = useRef<HTMLDivElement>(null)
  const chart = useRef<ECharts>(undefined)
  const pick = useRef(onPick)
  pick.current = onPick
  useEffect(() => {
    if (!box.current) return
    const made = init(box.current, undefined, { renderer: 'svg' })
    chart.current = made
    made.on('click', (event) => {
      const index =
        event.componentType === 'yAxis' || event.componentType === 'xAxis' ? indexOfLabel(event) : event.dataIndex
      if (typeof index === 'number') pick.current({ series: event.seriesId ?? undefined, index })
    })
    // The observer tells the first size too, which is the one it was drawn in.
    const watch = new ResizeObserver(() => {
      if (made.getWidth() !== box.current?.clientWidth || made.getHeight() !== box.current.clientHeight) made.resize()
    })
    watch.observe(box.current)
    return () => {
      watch.disconnect()
      made.dispose()
    }
  }, [])
  useEffect(() => {
    // Drawn at once: figures that grow into place are read later and cost a slow computer a second.
    chart.current?.setOption({ ...option, animation: false }, { notMerge: true })
  }, [option])
  return <div ref={box} role="img" aria-label={label} style={{ height }} className="chart" />
}

const indexOfLabel = (event: object) =>
  'dataIndex' in event && typeof event.dataIndex === 'number' ? event.dataIndex : undefined

export const CHART_FONT = "'Be Vietnam Pro', system-ui, sans-serif"
