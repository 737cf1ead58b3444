/**
 * What the document loads: as little as will begin everything else at the same time, the questions to the server among it.
 * Waiting for the console's code before asking cost half a second.
 */
import { beginAhead } from './ahead.ts'
import './ui/styles.css'
import './ui/widgets.css'
import './shell/frame.css'

beginAhead()
void import('./main.tsx')
