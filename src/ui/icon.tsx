const PATHS = {
  tick: ['M4 10.5l4 4 8-9'],
  warning: ['M10 3L2 17h16L10 3z', 'M10 8.2v4M10 14.6v.1'],
  error: ['M10 2.5a7.5 7.5 0 1 0 0 15 7.5 7.5 0 0 0 0-15z', 'M7.2 7.2l5.6 5.6M12.8 7.2l-5.6 5.6'],
  info: ['M10 2.5a7.5 7.5 0 1 0 0 15 7.5 7.5 0 0 0 0-15z', 'M10 9.2v4.6M10 6.2v.1'],
  help: [
    'M10 2.5a7.5 7.5 0 1 0 0 15 7.5 7.5 0 0 0 0-15z',
    'M7.7 7.8a2.3 2.3 0 1 1 3.6 1.9c-.8.5-1.3 1-1.3 1.9M10 14.2v.1',
  ],
  open: ['M11 4h5v5M16 4l-7.5 7.5', 'M14 11.5V16H4V6h4.5'],
  change: ['M4 16l.8-3.4L13 4.4l2.6 2.6-8.2 8.2L4 16z'],
  detach: ['M5 5l10 10M15 5L5 15'],
  left: ['M12.5 4.5L7 10l5.5 5.5'],
  right: ['M7.5 4.5L13 10l-5.5 5.5'],
  add: ['M10 4v12M4 10h12'],
  less: ['M4 10h12'],
  link: [
    'M8.5 11.5a3.2 3.2 0 0 0 4.6 0l2.4-2.4a3.2 3.2 0 0 0-4.6-4.6l-.9.9',
    'M11.5 8.5a3.2 3.2 0 0 0-4.6 0l-2.4 2.4a3.2 3.2 0 0 0 4.6 4.6l.9-.9',
  ],
  file: ['M5 2.8h6.5L15 6.3v10.9H5z', 'M11.5 2.8v3.5H15'],
  folder: ['M2.8 5h5l1.6 2h7.8v9.2H2.8z'],
  lock: ['M4.5 9h11v8h-11z', 'M7 9V6.5a3 3 0 0 1 6 0V9'],
  save: ['M10 3.5v9M6 9l4 4 4-4M4 16.5h12'],
  undo: ['M7.5 4L4 7.5 7.5 11', 'M4 7.5h7.5a4.2 4.2 0 0 1 0 8.5H8'],
  copy: ['M7 7h9v9H7z', 'M13 7V4H4v9h3'],
} as const

export type IconName = keyof typeof PATHS

interface IconProps {
  readonly name: IconName
  /** Said aloud where the icon stands alone; left out beside a word. */
  readonly label?: string
}

/** A small drawing in the colour of the text. */
export function Icon({ name, label }: IconProps) {
  const spoken = label === undefined ? { 'aria-hidden': true } : { role: 'img', 'aria-label': label }
  return (
    <svg className="i" viewBox="0 0 20 20" {...spoken}>
      {PATHS[name].map((path) => (
        <path key={path} d={path} />
      ))}
    </svg>
  )
}
