/**
 * Imported before anything else by the two entry commands: an old Node is told so in one sentence instead of failing on
 * the first call it does not know. The commands themselves need Node 20 only to install the pinned Node 26. What Node 18
 * and older lack is not imported by name in this folder's .mjs files: that would fail before this one speaks.
 */
const major = Number(process.versions.node.split('.')[0])
if (major < 20) {
  console.error(
    `Cần Node.js 20 trở lên để cài đặt, máy này có ${process.versions.node}: hãy cài bản mới từ nodejs.org rồi chạy lại.\n` +
      `Node.js 20 or newer is needed to install, this machine has ${process.versions.node}: install a newer one from nodejs.org and run again.`,
  )
  process.exit(1)
}
