import { ordersAsSource } from './directives/order-source.ts'
import { directivesAsSource } from './directives/task-source.tsx'
import { recommendationsAsSource } from './taskforce/task-source.ts'
import type { SourceKind } from './tasks/index.ts'

/** What tasks come from, as far as a feature of the console can show or choose it. */
export const taskSources: readonly SourceKind[] = [directivesAsSource, ordersAsSource, recommendationsAsSource]
