import type { HelpPage, HelpTexts } from './pages.ts'

type OfficePage = Extract<HelpPage, `/${'chuong-trinh-cong-tac' | 'bao-cao' | 'to-cong-tac'}${string}`>

/** Help in English on the work programme, the reports and the Task Force. */
export const officePages: Pick<HelpTexts['pages'], OfficePage> = {
  '/chuong-trinh-cong-tac': {
    name: 'Work programme',
    about: 'Entries due in each month, what is owed, detailing texts, action plans, and the week.',
    acts: {
      board: 'Choose a month to see its entries by where they stand; click a figure to open its rows.',
      owed: 'Under “Debt”: who owes, since when, and how much was recovered, as of any day.',
      keep: 'Import an annex from DOCX, XLSX or PDF; add entries; record programmes with their acts.',
      register: 'Register an entry of your agency; it is in the programme once that is decided.',
      plans: 'Under “Action plans”: who must issue one, who has, and with which document.',
    },
  },
  '/chuong-trinh-cong-tac/$id': {
    name: 'One entry',
    about: 'From the clause that demands it to the text in force: due days, submissions, requests.',
    acts: {
      chain: 'See how far it is: clause, submission, issue, in force.',
      submit: 'Record the submission with the number in the office’s register or the signed file.',
      change: 'Ask to postpone, for another lead, to merge or split; promise a day for what is owed.',
      check: 'Check the file; a return names all reasons at once.',
      decide: 'Record what the Prime Minister or a deputy decided, with the act.',
    },
  },
  '/chuong-trinh-cong-tac/nhap/$id': {
    name: 'Review of an annex',
    about: 'The rows just read from a file, and what is not clear in them, before any is added.',
    acts: {
      mend: 'Choose agency, level or month where a row is not clear; drop rows that are not needed.',
      confirm: 'Once no row is wrong, add all of them to the programme.',
    },
  },
  '/bao-cao': {
    name: 'Reports',
    about: 'The report of a month as it will be printed; each figure opens the tasks it counts.',
    acts: {
      read: 'Choose the month; compare with the period before and with last year.',
      export: 'Download DOCX, PDF, or XLSX with annexes.',
      drawUp: 'Draw up the report to fix its figures, then submit it.',
      list: 'Open reports that were drawn up or issued.',
    },
  },
  '/bao-cao/$id': {
    name: 'A report',
    about: 'A report that was drawn up. Its figures are fixed: what is signed is what was submitted.',
    acts: {
      read: 'Read it, and download exactly this version.',
      submit: 'Edit the draft, submit it, or withdraw it before it is signed.',
      sign: 'Sign and issue it, or send it back with a reason.',
      correct: 'Correct an issued report by a new version that says which figures changed and why.',
    },
  },
  '/bao-cao/tat-ca': {
    name: 'All reports',
    about: 'Reports of every kind: words with bound figures.',
    acts: {
      read: 'Filter by kind, open a report.',
      write: 'Draw a report up from the template in use; its figures are computed at once.',
      own: "Draw up the own agency's report to its head.",
    },
  },
  '/bao-cao/mau': {
    name: 'Templates',
    about: 'The template of each kind: sections, wording with figures, recipients.',
    acts: {
      read: 'See the template in use and earlier versions.',
      keep: 'Draft a version, edit it, try it on a past period, put it in use.',
    },
  },
  '/bao-cao/lich': {
    name: 'Schedule of drafts',
    about: 'On which day which draft is there, and by which rule.',
    acts: {
      read: 'See the next day and what became of the last one.',
      keep: 'Set a day, end a rule.',
    },
  },
  '/bao-cao/chi-tieu': {
    name: 'Targets',
    about: 'The numeric targets of a document, reached or not, and what that rests on.',
    acts: {
      read: 'Choose a document and a day; open the task of a target.',
    },
  },
  '/bao-cao/da-cong-bo': {
    name: 'Published figures',
    about: 'Figures printed before the system, and how they follow.',
    acts: {
      read: 'See the rule that gives the printed share, or that none does.',
    },
  },
  '/to-cong-tac': {
    name: 'Task Force',
    about: 'Inspections, findings, recommendations, dialogues and assessment. An agency sees what was sent to it.',
    acts: {
      own: 'See the requests, findings, recommendations and questions sent to your agency.',
      keep: 'Draft recommendations, plan inspections and dialogues; enter a task force by its decision.',
      lead: 'Decide and conclude inspections; set the method of assessment and fix results.',
      assess: 'See the assessment, and each row that counts.',
    },
  },
  '/to-cong-tac/$id': {
    name: 'A task force',
    about: 'By which decision, who is a member since when, who follows whom, and its plans.',
    acts: {
      read: 'See members, areas through reorganisations, and plans.',
      keep: 'Add and end members; set areas; enter a new plan.',
    },
  },
  '/to-cong-tac/$id/ke-hoach-moi': {
    name: 'New plan of a task force',
    about: 'Read the activities from the file, check each line, then issue.',
    acts: { read: 'Choose a file to read; change, add, remove lines.', issue: 'Issue it: each line becomes a task.' },
  },
  '/to-cong-tac/ke-hoach/$id': {
    name: 'A plan of activities',
    about: 'The activities of the plan, each as far as its task is.',
    acts: { read: 'Open each task; download the file.' },
  },
  '/to-cong-tac/kien-nghi/$id': {
    name: 'A recommendation',
    about: 'From its source to the answers, the task and what proves it.',
    acts: {
      read: 'Follow the chain from the source to the result.',
      answer: 'Accept it, decline it, or report it carried out with proof.',
      keep: 'Send it, give it as a task, close, withdraw or replace it.',
    },
  },
  '/to-cong-tac/kiem-tra/$id': {
    name: 'An inspection',
    about: 'Frozen scope, explanations, minutes, findings, conclusion.',
    acts: {
      read: 'Read what you may see.',
      answer: 'Explain, sign the minutes, answer findings, report remedies.',
      keep: 'Ask for explanations, write minutes, add and send findings, confirm remedies.',
      lead: 'Decide, sign the minutes, sign the conclusion, postpone or stop.',
    },
  },
  '/to-cong-tac/danh-gia/$id': {
    name: 'A fixed assessment',
    about: 'The figures of a period as they were known when fixed, and where today’s reading differs.',
    acts: {
      read: 'Open each row that counted; see what a correction changed.',
      lead: 'Correct it by a new edition, with the reason.',
    },
  },
  '/to-cong-tac/doi-thoai/$id': {
    name: 'A dialogue',
    about: 'Its questions, who answers by when, and how many were answered by the next session.',
    acts: {
      ask: 'Enter questions, one on each line.',
      sort: 'Class and send many at once.',
      next: 'See how many were answered by the next session.',
    },
  },
}
