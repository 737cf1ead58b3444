/** Texts of what incoming documents and their handling refuse, by code. */
export const incomingErrors = {
  handling_not_all: 'Only clerks, leaders and archivists of the agency see all parts.',
  handling_not_your_unit: 'Only leaders of the unit that was given this part may pass it on.',
  handling_not_yours: 'This part was given to another person or unit.',
  handling_not_yours_to_withdraw: 'Only leaders of the agency or unit that gave this part may withdraw it.',
  handling_wrong_state: 'Where this part stands now, this cannot be done. Reload to see it.',
  mail_address_ended: 'No mail is taken to this address any more. Add it again if it is needed.',
  mail_address_known: 'This address takes mail for an agency already. Check it, or end it there first.',
  mail_address_not_found: 'There is no such address.',
  incoming_came_before:
    'This document is in the book already. Choose “the same document”, or confirm that this is another.',
  incoming_files_gone: 'The files of this document have been removed.',
  incoming_has_number: 'The document has its number. Return it with the reason instead.',
  incoming_has_review: 'This document has a review already. Reload the page to open it.',
  incoming_may_not_link: 'Only those who handle documents of the agency may link them to tasks.',
  incoming_no_text: 'No text was read from this file.',
  incoming_not_linked: 'The document is not linked to this task.',
  incoming_not_registered: 'Only a document that is registered, and not returned, can be used so.',
  incoming_still_handled:
    'Somebody is still handling the document. Only a leader ends it now; or wait until they are done.',
  records_may_not_read_figures: 'Only clerks, leaders and archivists of the agency read these figures.',
  records_not_of_an_office: 'Only those who work with documents of the agency see this.',
} as const

/** Texts of what their fields refuse, by code. */
export const incomingFieldErrors = {
  incoming_arrived_long_ago:
    'The arrival is more than a year ago. Correct it; books of earlier years are imported once, when the system is set up.',
  handling_due_past: 'This day has passed. Choose today or later.',
  handling_no_paper_reason: 'Say why paper had to be used.',
  handling_no_post: 'This person has no post in the agency today. Choose another.',
  handling_no_result: 'Write what came of it.',
  handling_no_such_unit: 'The agency has no such unit today. Choose another.',
  handling_online_unknown: 'Say whether it was handled online.',
  handling_twice: 'This person or unit has a part already. Delete the second line.',
  handling_two_leads: 'One leads. Make the others coordinate, or withdraw the present lead first.',
  handling_whose: 'Choose one unit or one person for each line.',
  incoming_arrival_invalid: 'Choose how the document came: uploaded or scanned.',
  incoming_arrives_later: 'A document cannot come later than now. Correct the time.',
  incoming_due_past: 'This day has passed. Choose today or later.',
  incoming_empty_file: 'The file is empty (0 bytes). Check it and choose it again.',
  incoming_file_twice: 'The document has this file already.',
  incoming_invalid_signature:
    'A signature of the document is invalid. Return it, or say why it is registered all the same.',
  incoming_many_files: 'A document has 50 files at most.',
  incoming_misaddressed: 'A misaddressed document is not registered. Return it to its sender.',
  incoming_no_file: 'Choose the file of the document.',
  incoming_no_such_kind: 'There is no such kind of document. Choose another from the list.',
  incoming_no_such_leader: 'This person does not assign documents of the agency today. Choose another.',
  incoming_no_such_sender:
    'There was no such agency on the day of the document. Choose another, or write the name alone.',
  incoming_no_such_task: 'This task was not found. Choose another.',
  incoming_not_authentic: 'A document that is not authentic is not registered. Return it to its sender.',
  incoming_not_described: 'Confirm sender, number and subject before the document is registered.',
  incoming_not_the_same: 'Choose another incoming document of the agency that is no duplicate itself.',
  incoming_of_the_future: 'The day of the document is after today. Look at the document again.',
  incoming_period: 'The first day is after the last. Choose again.',
  incoming_refused_file:
    'This kind of file is not taken in: PDF, DOCX, XLSX, PNG, JPEG or TIFF only. Unpack archives, save without macros.',
} as const
