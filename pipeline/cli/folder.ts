/** Folders on the disk. */

import { access, constants, mkdir, stat } from 'node:fs/promises'
import { dirname } from 'node:path'

/**
 * Makes a folder and those above it, or throws what the disk says.
 *
 * Node's own `recursive` never ends where a file system takes no folder and says that one above it is missing, as /proc does.
 */
export async function makeFolder(folder: string): Promise<void> {
  const fault = await faultOf(folder)
  if (fault?.code === 'ENOENT' && dirname(folder) !== folder) {
    await makeFolder(dirname(folder))
    const again = await faultOf(folder)
    if (again) throw again
  } else if (fault) throw fault
}

/** Undefined where the folder is there now, whoever made it. */
async function faultOf(folder: string): Promise<NodeJS.ErrnoException | undefined> {
  try {
    await mkdir(folder)
    return undefined
  } catch (error) {
    const isThere = await stat(folder).then((found) => found.isDirectory(), () => false)
    return isThere ? undefined : error as NodeJS.ErrnoException
  }
}

/** Throws what writing there would, as far as that can be known before anything is written: a file in the way, or no permission. */
export async function mayMakeFolder(folder: string): Promise<void> {
  let isFolder: boolean
  try {
    isFolder = (await stat(folder)).isDirectory()
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT' || dirname(folder) === folder) throw error
    return mayMakeFolder(dirname(folder))
  }
  if (!isFolder) throw Object.assign(new Error(`${folder} is a file`), { code: 'ENOTDIR' })
  await access(folder, constants.W_OK)
}
