// The script finds WordPress, PHP and MariaDB for `npm run test:wordpress`, and installs Debian's where they are
// missing. The variable WORDPRESS names the folder of a WordPress that lies elsewhere.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { pathToFileURL } from 'node:url'

const { env } = process

/** The programs that are needed, and Debian's packages that have them. */
const PROGRAMS = {
  php: 'php-cli',
  mariadbd: 'mariadb-server',
  'mariadb-install-db': 'mariadb-server',
  mariadb: 'mariadb-client',
}
const PACKAGES = [
  ...new Set(['wordpress', 'wordpress-theme-twentytwentyone', 'php-mysql', ...Object.values(PROGRAMS)]),
]

/** The usual folders of WordPress, after the folder that WORDPRESS names. */
const PLACES = [env.WORDPRESS, '/usr/share/wordpress'].filter((place) => place !== undefined)

const FOLDERS = [...(env.PATH ?? '').split(delimiter), '/usr/sbin', '/usr/local/sbin', '/opt/homebrew/bin']

const find = (name) => FOLDERS.map((folder) => join(folder, name)).find((path) => existsSync(path))

const hasDatabaseExtension = (php) =>
  spawnSync(php, ['-r', 'exit(extension_loaded("mysqli") ? 0 : 1);'], { stdio: 'ignore' }).status === 0

/** Returns the programs that were found; undefined for each that was not. */
export const findWordPress = () => {
  const php = find('php')
  return {
    wordpress: PLACES.find((place) => existsSync(join(place, 'wp-load.php'))),
    php: php && hasDatabaseExtension(php) ? php : undefined,
    server: find('mariadbd'),
    install: find('mariadb-install-db'),
    client: find('mariadb'),
  }
}

const isComplete = (found) => Object.values(found).every((path) => path !== undefined)

const isRootOnDebian = () => existsSync('/etc/debian_version') && process.getuid?.() === 0

/** Finds all programs, and installs the missing ones where that is allowed. */
export const ensureWordPress = () => {
  const found = findWordPress()
  if (isComplete(found) || !isRootOnDebian()) return found
  const command = `apt-get update && DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends ${PACKAGES.join(' ')}`
  spawnSync(command, { shell: true, stdio: ['ignore', 'ignore', 'inherit'] })
  return findWordPress()
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const found = ensureWordPress()
  console.log(
    Object.entries(found)
      .map(([what, path]) => `${what}: ${path ?? 'not found'}`)
      .join(', '),
  )
  if (!isComplete(found)) {
    console.error(
      `What is missing is in Debian's packages ${PACKAGES.join(', ')}; WORDPRESS names another folder.`,
    )
    process.exitCode = 1
  }
}
