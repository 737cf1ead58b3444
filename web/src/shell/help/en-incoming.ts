import type { HelpPage, HelpTexts } from './pages.ts'

type IncomingPage = Extract<HelpPage, `/van-ban-den${string}`>

/** Help in English on documents that come in. */
export const incomingPages: Pick<HelpTexts['pages'], IncomingPage> = {
  '/van-ban-den': {
    name: 'Incoming documents',
    about: 'What was sent to the agency, by what you have to do: register, present, assign, keep to the day.',
    acts: {
      arrive: 'Drop files on the page to take them in; each is one document and is read at once.',
      register: 'Open what waits, compare what was read with the file, and give it its number in one step.',
      duplicates: 'Look at what may have come before, before it is registered.',
      assign: 'Open what waits for you; choose who leads, who coordinates, the day and your note.',
      find: 'Search by number, sender, subject or words of the file, with marks or without.',
    },
  },
  '/van-ban-den/cua-toi': {
    name: 'My documents',
    about: 'Parts given to you or your unit; what is due first stands at the top.',
    acts: {
      mine: 'Filter what is still to be done, and what is past its day.',
      handle: 'Open a document to begin, pass on, write the result, or give back.',
      whole: 'See the parts of the whole agency.',
    },
  },
  '/van-ban-den/so': {
    name: 'Book of incoming documents',
    about: 'The book of a year as Decree 30/2020/NĐ-CP lays it out.',
    acts: { find: 'Choose the year; search by number, sender, subject.', print: 'Download PDF to print, or XLSX.' },
  },
  '/van-ban-den/so-lieu': {
    name: 'Figures on incoming documents',
    about: 'Registered in time, handled online by unit, days for each step, late steps by person.',
    acts: { period: 'Choose the period.', open: 'Click a figure to open the documents or parts it counts.' },
  },
  '/van-ban-den/$id': {
    name: 'An incoming document',
    about: 'The file as it came, what it says, its signatures, who handles it, what was done.',
    acts: {
      read: 'Read the file, the words read from it, and what its signatures are worth.',
      register: 'Register, present, return to the sender, add an attachment.',
      assign: 'Give it to units and persons; withdraw, end, reopen.',
      handle: 'Begin, pass on, write the result, give a part back.',
      answer: 'Draft a reply, link the task it answers, put it into a case file.',
    },
  },
}
