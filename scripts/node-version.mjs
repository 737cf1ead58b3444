/**
 * Imported before anything else by the two entry commands: on an old Node it prints one sentence instead of failing on
 * the first unknown call. The commands themselves need Node 20 only to install the pinned Node 26. The .mjs files of
 * this folder import nothing by name that Node 18 and older lack: that would fail before this message.
 */
const major = Number(process.versions.node.split('.')[0])
if (major < 20) {
  console.error(
    `Cần Node.js 20 trở lên để cài đặt, máy này có ${process.versions.node}: hãy cài bản mới từ nodejs.org rồi chạy lại.\n` +
      `Node.js 20 or newer is needed to install, this machine has ${process.versions.node}: install a newer one from nodejs.org and run again.`,
  )
  process.exit(1)
}
