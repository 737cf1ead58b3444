/**
 * What the document loads: as little as will begin everything else at the same time, the questions to the server among it.
 * Waiting for the console's code before asking cost half a second.
 */
import { beginAhead } from './ahead.ts'
import './ui/styles.css'
import './ui/widgets.css'
import './shell/frame.css'
import './shell/landing.css'
import './shell/rail.css'
// The looks of the frame and the overview: apart, their code would wait for them.
import './people/people.css'
import './urging/notices.css'
import './shell/live.css'
import './overview/overview.css'

beginAhead()
void import('./main.tsx')
