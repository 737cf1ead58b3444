import { incomingPages } from './en-incoming.ts'
import { officePages } from './en-office.ts'
import { outgoingPages } from './en-outgoing.ts'
import type { HelpTexts } from './pages.ts'

/** The help in English. Fetched when help is first opened in English. */
export const texts: HelpTexts = {
  words: {
    asOf: ['As of a day', 'the figures as known at the end of that day. Asked again, they are the same.'],
    standing: [
      'Standing',
      'every task is in exactly one of four: done on time, done late, open in term, open overdue.',
    ],
    overdue: ['Overdue', 'the deadline in force has passed, and completion is not confirmed.'],
    standingTask: ['Standing task', 'has no final day, so it is never overdue; its milestones may be.'],
    lead: ['Lead unit', 'answers for the task and reports its result.'],
    coordinating: ['Coordinating unit', 'contributes when the lead unit asks for it.'],
    confirmed: ['Confirmed', 'a task reported done counts as done only when the follow-up unit confirms it.'],
    extension: ['Extension', 'once granted, the new deadline is added next to the old one; the first is always kept.'],
    silent: ['Silent', 'nothing was reported for more days than the threshold.'],
    contradiction: ['Contradiction', 'reported done without a product, below its target, or with progress going back.'],
    rhythm: ['Rhythm', 'how often progress must be reported; each time is a period.'],
    evidence: ['Evidence', 'a file or document that shows the result. If withdrawn, the trace and the reason stay.'],
    subtask: [
      'Sub-task',
      'work the lead unit gives to one of its own units; the lead unit still answers for the task.',
    ],
    urge: ['Urge', 'remind an agency, by mail under a rule or by a signed letter.'],
    signatory: [
      'Signatory',
      'the person a letter or report is submitted to; an authorised deputy signs in their absence.',
    ],
    review: ['Review', 'a person compares what was read with the document before it becomes tasks.'],
    unsure: ['To look at', 'places where the reading is not certain, with the reason.'],
    outsideOrder: ['Order given outside the system', 'an oral order, or one on a document that is not kept here.'],
    accuracy: ['Accuracy', 'the share of what was read that reviewers left unchanged.'],
    label: ['Label', 'the words at the start of a line or column that say what follows.'],
    draft: ['Draft', 'may be changed until it is signed; what is signed and issued does not change.'],
    followed: ['Agencies followed', 'the agencies a person follows, from one day to another.'],
    successor: ['Successor', 'the agency that takes over the tasks of one that was merged, renamed or abolished.'],
    rehearsal: ['Rehearsal', 'does all the steps and undoes them, to show in advance what would change.'],
    post: ['Post', 'a title at an agency, with a role, for a time. A person may hold several.'],
    role: ['Role', 'whose tasks may be seen, and what may be done.'],
    deputy: ['Deputy', 'works in the post of another person for a time, under their own name, “on behalf of”.'],
    secondFactor: ['Second factor', 'a phone or a passkey, needed besides the password.'],
    passkey: ['Passkey', 'sign-in by fingerprint, face, PIN or security key, without a password.'],
    recoveryCode: ['Recovery code', 'works once, if the phone is lost. Keep it in a safe place.'],
    invitation: ['Invitation', 'a link to set a password; it works once, within three days.'],
    seal: ['Seal', 'a hash that ties each entry of the log to the one before, so that a change or removal shows.'],
    workingDay: ['Working day', 'a day that is no weekend, public holiday or compensation day.'],
    makeUpDay: ['Make-up day', 'a day of a weekend that is worked in exchange for a day off.'],
    client: ['API client', 'software of an agency that reads tasks and sends reports instead of people typing them.'],
    webhook: ['Webhook', 'an address the system notifies when a task changes.'],
    accepted: ['Accepted', 'the mail has left the system; it does not mean that it was read.'],
    digest: ['Digest', 'one mail on the morning of a working day, with everything since the last one.'],
    programmeItem: [
      'Entry (đề án)',
      'Something to be submitted under the work programme: a draft law, decree, decision, strategy, scheme or report.',
    ],
    owed: [
      'Owed (nợ đọng)',
      'Due and not submitted, or returned after its due day. A day that is not over makes no debt.',
    ],
    recommendation: [
      'Recommendation',
      'what the Task Force proposes that an agency does, by a day. Its words stay; given as a task, its result is the task’s.',
    ],
    finding: [
      'Finding',
      'a lack found by an inspection, with nature, degree, cause, responsibility and evidence. The agency answers before the conclusion.',
    ],
  },
  pages: {
    ...officePages,
    ...incomingPages,
    ...outgoingPages,
    '/viec-cua-toi': {
      name: 'My work',
      about: 'Everything that waits for your agency, in groups, the most urgent first. Each row says why it is here.',
      acts: {
        group: 'Choose a number to see only that group; choose a title to open the task.',
        carry: 'Use the button on the right for the next step: receive, report progress, report completion.',
        sheet: 'Export a sheet, fill it in and submit it to report on many tasks at the same time.',
        many: 'Select several rows, then choose one step in the bar at the bottom.',
      },
    },
    '/theo-doi': {
      name: 'To handle',
      about:
        'What agencies reported, requested or left undone and the Office must deal with; the longest waiting first.',
      acts: {
        decide: 'Confirm, send back, or decide a request in its row.',
        call: 'Call for a report when an agency is silent or a period is missing.',
        many: 'Select several rows to take one step for all of them.',
        silence: 'Choose one agency, or after how many days it counts as silent.',
        thresholds: 'Set the thresholds that apply to everyone.',
      },
    },
    '/tong-quan': {
      name: 'Overview',
      about: 'How tasks stand at the end of a day, and what needs you today.',
      acts: {
        needs: 'Choose a row of what needs you today to open exactly those items.',
        figures: 'Choose a figure to open the tasks it counts.',
        day: 'Change the day to see the figures of a past day.',
        map: 'Count by the agencies of that day or by today’s map.',
        mine: 'See the agencies you follow, or all agencies.',
        print: 'Print the page, or send its address: colleagues see the same, if they may.',
      },
    },
    '/nhiem-vu': {
      name: 'Tasks',
      about: 'All tasks you may see, those that need action first.',
      acts: {
        filter:
          'Filter by standing, agency, directive or deadline; search without diacritics. The filter is in the address.',
        views: 'See the same filter as a table, a Gantt chart or a calendar; save it as a view of your own.',
        export: 'Print or export to XLSX exactly what is filtered.',
        many: 'Select rows, or the whole filter, to take one step for all of them.',
        urge: 'Select rows and choose “Urge” to put them into a draft letter.',
        byHand: 'Enter by hand an order that has no document in the system.',
      },
    },
    '/nhiem-vu/$id': {
      name: 'A task',
      about:
        'Everything about one task. The strong button is the step it needs now; the others are in the menu beside it.',
      acts: {
        source: 'Read the sentence of the document that assigned it.',
        history: 'See all deadlines, reports and requests, and who did what.',
        carry: 'For your own agency: receive it, report progress, add evidence, report completion.',
        subtasks: 'Give part of the work to one of your units, then accept it.',
        extension: 'Request an extension, a return or a transfer, with a reason.',
        decide: 'Confirm, send back, decide requests, transfer or cancel.',
        amend: 'Amend what was entered wrongly; figures already reported do not change.',
        urge: 'Put the task into a draft letter.',
        discuss: 'Comment at the end of the page; type @ to mention a reader.',
        internal: 'Choose whether a comment is internal or shared with the agency before you send it.',
      },
    },
    '/van-ban': {
      name: 'Directives',
      about: 'The directives that were imported, and how far reading, review and confirmation are.',
      acts: {
        find: 'Search by number, notation or subject, in any spelling.',
        import: 'Drop files or paste text. Never use it for classified documents.',
        byHand: 'Enter an oral order or a document outside the system.',
        learn: 'Open the accuracy of reading and the words of the office to teach the reader.',
      },
    },
    '/van-ban/$id': {
      name: 'Review of a document',
      about: 'The document next to what was read from it. Nothing is a task before a person confirms.',
      acts: {
        compare: 'Choose a task to see its place in the document.',
        check:
          'Look at each place marked as uncertain and say when it is right. Reading may miss something: also read what is not coloured.',
        edit: 'Change, split, merge, add or drop tasks; match names of units with the registry.',
        distribute: 'Distribute a task that the document gives to many agencies.',
        confirm: 'Confirm to create all tasks at the same time.',
      },
    },
    '/van-ban/do-chinh-xac': {
      name: 'Accuracy of reading',
      about: 'Compares what was read with what reviewers confirmed.',
      acts: {
        figures: 'Choose a figure to see the values it counts.',
        most: 'See what is corrected most, by field, month and kind of document.',
        teach: 'Add an alias or a label, so that the next document is read right.',
      },
    },
    '/van-ban/do-chinh-xac/gia-tri': {
      name: 'Values read',
      about: 'The values behind a figure: what was read, and what the reviewer kept.',
      acts: {
        compare: 'Read the two values side by side.',
        place: 'Choose the number of a document to open that place.',
        filter: 'Change field, month, kind of document or confidence.',
      },
    },
    '/van-ban/tu-ngu': {
      name: 'Words of the office',
      about: 'The labels of lines and columns that the office has taught the reader.',
      acts: {
        read: 'See which labels are in use and who added them.',
        label: 'Add a label; documents read afterwards use it.',
        withdraw: 'Withdraw a wrong label; documents already read do not change.',
      },
    },
    '/chi-dao': {
      name: 'Orders given outside the system',
      about: 'Oral orders and documents outside the system, with the tasks assigned by them.',
      acts: { find: 'Find and open an order.', byHand: 'Enter a new order by hand.' },
    },
    '/chi-dao/moi': {
      name: 'Enter by hand',
      about: 'Record an order that has no document in the system, and assign its tasks.',
      acts: {
        order: 'Record who gave the order, on which day and how; attach a file if there is one.',
        tasks: 'Enter the tasks as in a review: content, agencies, deadline.',
      },
    },
    '/chi-dao/$id': {
      name: 'An order',
      about: 'The basis of tasks that were entered by hand.',
      acts: { read: 'Read the basis and open each task.', more: 'Add tasks of the same order.' },
    },
    '/don-doc': {
      name: 'Urging',
      about: 'Notices under rules and letters that urge: who is reminded, what was sent, and whether it was answered.',
      acts: {
        today: 'See whom the rules remind today, and which agencies need a letter.',
        prepare: 'Select agencies and prepare letters; edit the drafts and submit them.',
        rules: 'Change or add a rule; try it before you save.',
        sign: 'Under the letters: sign, or send back with a reason, one or many.',
        effect: 'See how many tasks were reported on after urging.',
        received: 'Open a letter to your agency and record the answer.',
      },
    },
    '/don-doc/$id': {
      name: 'A letter',
      about: 'The letter as it will be printed, its tasks, its delivery and the answer.',
      acts: {
        read: 'Read it, download it as DOCX or PDF, open its tasks.',
        draft: 'Edit the draft, submit or withdraw it; record the answer and close it.',
        sign: 'Sign and issue it, or send it back with a reason. Once issued it does not change.',
        answer: 'Record the answer of your agency.',
      },
    },
    '/co-quan': {
      name: 'Agencies',
      about: 'The agencies and units of any day.',
      acts: {
        day: 'Choose a day to see the agencies of that day.',
        compare: 'Compare two days to see what changed.',
        add: 'Add an agency or a unit, with its basis and first day.',
      },
    },
    '/co-quan/$id': {
      name: 'An agency',
      about: 'Names, parent, codes and other spellings of one agency through time.',
      acts: {
        life: 'See what it was called, where it came from and who succeeded it.',
        change: 'Rename it, add a code or an alias, end it, record a successor; each change names its basis.',
      },
    },
    '/lich-lam-viec': {
      name: 'Working days',
      about: 'Days off and working days of a year. All deadlines are counted by it.',
      acts: {
        year: 'Choose a year.',
        count: 'Count which day is the given working day after another.',
        plan: 'Enter the published holiday choices, swapped and make-up days.',
      },
    },
    '/sap-xep': {
      name: 'Reorganisation',
      about: 'Plans that move tasks, people and connections to new agencies.',
      acts: { read: 'Open a plan.', make: 'Upload the file of a plan, or draw it up by hand.' },
    },
    '/sap-xep/$id': {
      name: 'A plan of reorganisation',
      about: 'Lines “old agency → new agency”. Nothing changes before the plan is applied.',
      acts: {
        read: 'See the lines, and the result of the rehearsal or the application.',
        lines: 'Correct lines that are marked as wrong.',
        choose: 'Choose which tasks move, where a successor takes only a part.',
        rehearse: 'Rehearse it to see how many tasks and accounts would move.',
        apply: 'Apply the plan: everything in one step, or nothing.',
      },
    },
    '/nguoi-dung': {
      name: 'People',
      about: 'Who can sign in, and which posts they hold.',
      acts: {
        find: 'Find and open a person.',
        add: 'Add a person and send an invitation to set a password.',
        many: 'Invite many people from a sheet.',
      },
    },
    '/nguoi-dung/$id': {
      name: 'A person',
      about: 'Posts through time, deputations, agencies followed and sign-in of one person.',
      acts: {
        posts: 'Assign or end a post, make a deputation.',
        follow: 'Assign the agencies to follow, from one day to another.',
        access: 'Send an invitation to reset the password, close or reopen the account.',
        log: 'See what this person did recently.',
      },
    },
    '/vai-tro': {
      name: 'Roles and rights',
      about: 'Whose tasks each role sees and what it may do.',
      acts: {
        read: 'See the rights of each role, and which no one holds.',
        change: 'Change rights or require a second factor; it takes effect immediately.',
      },
    },
    '/nhat-ky': {
      name: 'Log',
      about: 'Every act: who did it, on whose behalf, and when. No one can change or delete it.',
      acts: {
        find: 'Filter by person, act, subject or day.',
        open: 'Open an entry to see before and after.',
        verify: 'Verify the seals, and write down the hash of the last entry.',
      },
    },
    '/thu': {
      name: 'Outgoing mail',
      about: 'The ledger of all mail: to whom, how often tried, and what the mail server answered.',
      acts: {
        find: 'Find a mail and open it.',
        test: 'Send a test mail to yourself.',
        again: 'Send mail again that was given up; add a bounce notice to the ledger.',
      },
    },
    '/ket-noi': {
      name: 'Connections',
      about: 'Software of agencies that works with the system, and the addresses it notifies.',
      acts: {
        client: 'Add an API client, renew its secret or revoke it. The secret is shown once.',
        webhook: 'Add an endpoint, send a test event, replay from a number.',
      },
    },
    '/tai-khoan': {
      name: 'My account',
      about: 'How you sign in and are notified, and who acts for you.',
      acts: {
        password: 'Change your password.',
        factor: 'Enrol an authenticator app or a passkey; keep the recovery codes.',
        sessions: 'See where you are signed in; end what you do not know and change your password.',
        told: 'Choose how you are notified of each kind of event.',
        calendar: 'Create a calendar address of deadlines for a phone or Outlook.',
        deputise: 'Let another person act for you for a time.',
      },
    },
    '/thong-bao': {
      name: 'Notifications',
      about: 'What you were notified of, the newest first. Events of one kind on one day share a row.',
      acts: {
        open: 'Open a row to go to the task; opening marks it as read.',
        read: 'Show only what is unread, or mark everything as read.',
        choose: 'Choose how you are notified under your account.',
      },
    },
    '/tim-kiem': {
      name: 'Search',
      about: 'Everything you may see that holds the words, the best first.',
      acts: {
        find: 'Type a name, content or a number in any spelling: “02nqcp”, “QĐ 12/VPCP”. Diacritics are optional.',
        narrow: 'Filter by agency, day and state. The filters are part of the address.',
        kinds: 'Choose a kind; the day that is filtered is named above the list.',
      },
    },
    '/dang-nhap': {
      name: 'Sign in',
      about: 'Enter with the account an administrator gave you.',
      acts: {
        enter: 'Type your e-mail and password, or use a passkey you have enrolled.',
        forgot: 'Forgot the password: use the link below, or ask the focal point of your agency or an administrator.',
      },
    },
    '/quen-mat-khau': {
      name: 'Forgotten password',
      about: 'Request a link to set a new password, sent to your own mail address.',
      acts: {
        ask: 'Type your e-mail or user name; the link goes only to the mail address of the account.',
        none: 'No mail: look in the spam folder too, then ask the focal point of your agency or an administrator.',
      },
    },
    '/xac-thuc': {
      name: 'Second factor',
      about: 'Your role needs one more step after the password.',
      acts: {
        prove: 'Type the six digits of your authenticator app, or use a passkey.',
        enrol: 'The first time: scan the square code with the app, then keep the recovery codes.',
        lost: 'Device lost: use a recovery code; if there is none left, ask an administrator for a reset.',
      },
    },
    '/loi-moi': {
      name: 'Invitation',
      about: 'Set the password of a new account, or a new password.',
      acts: {
        set: 'Choose a password that is hard to guess, then sign in with it.',
        old: 'Link used or expired: ask the sender for a new invitation.',
      },
    },
    '/thiet-lap-ban-dau': {
      name: 'First setup',
      about: 'Create the first administrator of a new system.',
      acts: {
        code: 'Type the one-time code the server printed; if it has expired, restart the server.',
        next: 'Then add the people of the Office: an administrator does none of the office’s work.',
      },
    },
  },
}
