/**
 * The entry script of the document: just enough to start everything else in parallel, including the API requests.
 * Waiting for the console's code before the first request cost half a second.
 */
import { beginAhead } from './ahead.ts'
import './ui/styles.css'
import './ui/widgets.css'
import './shell/frame.css'
import './shell/landing.css'
import './shell/rail.css'
// The styles of the frame and the overview: in separate files, their code would wait for them.
import './people/people.css'
import './notifications/notifications.css'
import './urging/notices.css'
import './shell/live.css'
import './overview/overview.css'

beginAhead()
void import('./main.tsx')
