import type { HelpPage, HelpTexts } from './pages.ts'

type OutgoingPage = Extract<
  HelpPage,
  `/van-ban-di${string}` | `/van-ban/${'ho-so' | 'luu-tru' | 'danh-muc-ho-so'}${string}`
>

/** Help in English on documents that go out, case files and the archive. */
export const outgoingPages: Pick<HelpTexts['pages'], OutgoingPage> = {
  '/van-ban-di': {
    name: 'Outgoing documents',
    about: 'Documents that the agency drafts, by what you have to do: write, answer, sign, seal, issue.',
    acts: {
      draft: 'Press “New draft” and choose kind, template and signer.',
      answer: 'Under what waits for you: open a draft, agree or return it with the reason.',
      sign: 'Under what waits for your signature: read each page, choose documents and sign them in one act.',
      seal: 'Seal and issue on the row.',
    },
  },
  '/van-ban-di/$id': {
    name: 'One outgoing document',
    about: 'Its page, route, note sheet, versions, signatures and copies.',
    acts: {
      read: 'Read the page as it is printed; download PDF or DOCX.',
      send: 'Change details and recipients; send it on its route; take it back.',
      answer: 'Agree or return; what is said stays on the note sheet.',
      sign: 'Sign and number it, or return it.',
      issue: 'Seal, issue, copy, recall; begin a document that corrects or replaces it.',
      compare: 'Choose two versions to see what changed.',
    },
  },
  '/van-ban-di/$id/soan': {
    name: 'Text of a draft',
    about:
      'What is typed here is what is printed; heading, number, date, signature and recipients come from the system.',
    acts: {
      write: 'Type or paste from Word; dashes, numbers and tables are on the toolbar; Ctrl+S saves a version.',
      fill: 'Press “fields to fill in” to go to each field that is still in braces.',
      take: 'Take in a DOCX as the next version.',
    },
  },
  '/van-ban-di/so': {
    name: 'Book of outgoing documents',
    about: 'Every number of a year, with copies, letters that urge and reports.',
    acts: {
      find: 'Choose the year; search by number, subject or recipient.',
      print: 'Download the PDF as the decree lays it out, or XLSX.',
    },
  },
  '/van-ban-di/mau': {
    name: 'Document templates',
    about: 'What drafts begin with: templates of the agency, and those of every agency.',
    acts: {
      find: 'Open one to see its text and the version in use.',
      add: 'Press “Add template” for one of the agency.',
    },
  },
  '/van-ban-di/mau/moi': {
    name: 'New document template',
    about: 'It is not in use at once: look at it, then put it in use.',
    acts: {
      write: 'Choose the kind, give it a name, write it as a draft is written.',
      field: 'Press “Insert field” where the system fills in; a field that is not in the list is refused by its name.',
    },
  },
  '/van-ban-di/mau/$id': {
    name: 'One document template',
    about: 'The text of each version, the one in use, and the fields it may name.',
    acts: {
      read: 'Show any version.',
      change: 'Change it into a new version; retire it.',
      use: 'Put a version in use; drafts that there are do not change.',
    },
  },
  '/van-ban/ho-so': {
    name: 'Case files',
    about: 'Case files of your unit and those you keep, by year, unit and state.',
    acts: {
      find: 'Search by title or code.',
      open: 'Open one from the nomenclature, or outside it.',
      offer: 'Choose closed ones and hand them over together.',
    },
  },
  '/van-ban/ho-so/$id': {
    name: 'One case file',
    about: 'Its documents in order, what is missing, its day for the archive, its history.',
    acts: {
      read: 'Open each document; download the list as PDF.',
      add: 'Add documents found by number or subject; add files; take out with a reason.',
      close: 'Close it when nothing is missing, then hand it over.',
    },
  },
  '/van-ban/luu-tru': {
    name: 'Archive',
    about: 'What waits to be taken, is due, has passed its retention; hand-overs and destruction.',
    acts: {
      take: 'Open a hand-over that waits, to take or return it.',
      due: 'See what is due and what has passed its retention.',
      figures: 'Press a figure to open the case files it counts.',
    },
  },
  '/van-ban/luu-tru/giao-nop/$id': {
    name: 'One hand-over',
    about: 'Its package, its case files, and files whose signatures cannot be verified.',
    acts: {
      read: 'Download the ZIP and check every file by its hash.',
      take: 'Take it, with the reason for each case file that is returned.',
    },
  },
  '/van-ban/luu-tru/huy/$id': {
    name: 'One proposal to destroy',
    about: 'Case files past their retention, the council’s opinion, the decision, the record.',
    acts: {
      read: 'See each case file and its retention.',
      decide: 'Decide on destruction, or decline.',
      carryOut: 'Record the opinion of the council; carry it out with the witnesses.',
    },
  },
  '/van-ban/danh-muc-ho-so': {
    name: 'Nomenclatures',
    about: 'The case files expected in each year, and the periods of retention.',
    acts: {
      read: 'Open the nomenclature of a year; see the periods and their sources.',
      begin: 'Begin that of this year or the next.',
      period: 'Add a period by the circular of the sector.',
    },
  },
  '/van-ban/danh-muc-ho-so/$id': {
    name: 'Nomenclature of a year',
    about: 'The case files expected: code, title, retention, unit and keeper.',
    acts: {
      open: 'Open a case file from a line.',
      lines: 'Add, change and remove lines; issue it; begin that of the next year.',
      print: 'Download PDF or XLSX.',
    },
  },
}
