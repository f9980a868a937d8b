// The Delft tile with a keyhole: the logo.
export function Tile({ size = 32 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <rect x="1" y="1" width="30" height="30" rx="4" fill="var(--surface)" stroke="var(--delft)" strokeWidth="2" />
      <g fill="var(--delft)">
        <path d="M2 2h6.5A6.5 6.5 0 0 1 2 8.5z" />
        <path d="M30 2h-6.5A6.5 6.5 0 0 0 30 8.5z" />
        <path d="M2 30h6.5A6.5 6.5 0 0 0 2 23.5z" />
        <path d="M30 30h-6.5a6.5 6.5 0 0 1 6.5-6.5z" />
        <circle cx="16" cy="13.4" r="4.4" />
        <path d="M14.6 14.5h2.8l1.9 8.5h-6.6z" />
      </g>
    </svg>
  );
}

// The small drawing of an empty state: a tile with waves.
export function EmptyTile() {
  return (
    <svg width="56" height="56" viewBox="0 0 56 56" aria-hidden="true" focusable="false">
      <rect x="1" y="1" width="54" height="54" fill="var(--surface)" stroke="var(--line)" />
      <g fill="none" stroke="var(--delft)" strokeWidth="1.5">
        <path d="M1 10a9 9 0 0 0 9-9M46 1a9 9 0 0 0 9 9M1 46a9 9 0 0 1 9 9M46 55a9 9 0 0 1 9-9" />
        <path d="M14 23q5-5 9.5 0t9.5 0 9.5-1M14 29q5-5 9.5 0t9.5 0 9.5-1M14 35q5-5 9.5 0t9.5 0 9.5-1" />
      </g>
    </svg>
  );
}
