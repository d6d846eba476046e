/** The mark of the application. */
export function Mark() {
  return (
    <svg className="mark" viewBox="0 0 28 28" aria-hidden="true">
      <rect width="28" height="28" rx="4" fill="#4a1d2d" />
      <path d="M4 20l5-9 5 9 5-9 5 9" fill="none" stroke="#e0b24a" strokeWidth="2" />
      <path d="M4 14l5-9 5 9 5-9 5 9" fill="none" stroke="#e0b24a" strokeWidth="1" opacity=".7" />
      <path d="M4 24h20" stroke="#e0b24a" strokeWidth="1.6" />
    </svg>
  )
}
