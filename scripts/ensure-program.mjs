/** Gets a program for the tests when there is none. Call it after ensureInstalled(). */

/**
 * The path that `find` gives, at once or after one of the `ways` to install it. Ends the process with one clear line
 * (`missing`, or what `find` throws) when none can be had: the tests that need it never pass silently.
 */
export function ensureProgram({ find, installing, ways, missing }) {
  const there = findOrStop(find)
  if (there) return there
  console.log(installing)
  for (const install of ways) {
    install()
    const installed = findOrStop(find)
    if (installed) return installed
  }
  stop(missing)
}

function findOrStop(find) {
  try {
    return find()
  } catch (error) {
    stop(error.message)
  }
}

function stop(line) {
  console.error(line)
  process.exit(1)
}
