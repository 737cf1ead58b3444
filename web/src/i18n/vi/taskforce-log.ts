/** Texts of the log for the Task Force's acts. */
export const taskforceEvents = { seen: 'Xem xét kết quả trên hồ sơ hoặc tại chỗ' }
export const taskforceLogged = { seen: 'Cách xem xét', isTrue: 'Đúng như báo cáo' }
