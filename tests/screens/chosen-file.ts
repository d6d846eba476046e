interface DiskKind {
  /** What the file that is chosen has in it. */
  readonly before?: string
  /** So many bytes get there. */
  readonly takes?: number
  readonly refuses?: Error
}

/** Instead of the browser's dialog, which makes the file that is proposed: what lies on the disk, by name. */
export function chosenFile({ before = '', takes = Infinity, refuses }: DiskKind = {}): ReadonlyMap<
  string,
  string
> {
  const disk = new Map<string, string>()
  const handleOf = (name: string) => ({
    name,
    getFile: () => Promise.resolve(new Blob([disk.get(name) ?? ''])),
    createWritable() {
      let text = ''
      return Promise.resolve({
        async write(blob: Blob) {
          if (refuses) throw refuses
          text = (await textOf(blob)).slice(0, takes)
        },
        close: () => Promise.resolve(disk.set(name, text)),
      })
    },
    remove: () => Promise.resolve(disk.delete(name)),
  })
  const showSaveFilePicker = ({ suggestedName }: { suggestedName: string }) => {
    disk.set(suggestedName, before)
    return Promise.resolve(handleOf(suggestedName))
  }
  Object.assign(window, { showSaveFilePicker })
  return disk
}

/** jsdom's Blobs have no `text()`. */
function textOf(blob: Blob): Promise<string> {
  return new Promise((resolve) => {
    const reader = new FileReader()
    reader.onload = () => resolve(reader.result as string)
    reader.readAsText(blob)
  })
}
