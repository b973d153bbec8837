// The set-up looks for a browser itself; an install must not fail where none can be downloaded.
module.exports = { skipDownload: true }
