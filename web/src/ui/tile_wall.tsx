import { useId } from "react";

const SIZE = 100;
const COLUMNS = 8;
const ROWS = 9;
const KEYHOLE = { column: 4, row: 3 };

// What stands on a tile, drawn within 100 by 100.
const drawings = {
  tulip:
    "M50 24c-5 6-6 13 0 17 6-4 5-11 0-17M50 41c-12-14-18-10-20-8 0 14 8 22 20 24 12-2 20-10 20-24-2-2-8-6-20 8M50 57v12M50 69c-6 0-10-4-11-9M50 69c6 0 10-4 11-9",
  bird: "M27 58c10 2 14-10 20-17 4-6 12-5 15-1l6-1-5 5c2 16-10 22-20 20-8 0-12-3-16-6M44 64v10M52 64v10M40 74h16",
  waves: "M26 42q8-9 16 0t16 0 16-2M26 52q8-9 16 0t16 0 16-2M26 62q8-9 16 0t16 0 16-2",
  boat: "M48 28v34H32zM52 34v28h12zM28 65h44l-5 8H33z",
  heart: "M50 72C24 54 28 36 38 36c7 0 10 5 12 9 2-4 5-9 12-9 10 0 14 18-12 36",
} as const;
const wall: [keyof typeof drawings, number, number][] = [
  ["tulip", 0, 0],
  ["bird", 2, 0],
  ["waves", 5, 0],
  ["waves", 1, 1],
  ["heart", 3, 1],
  ["boat", 7, 1],
  ["tulip", 2, 2],
  ["waves", 4, 2],
  ["tulip", 6, 2],
  ["boat", 0, 3],
  ["bird", 5, 3],
  ["bird", 1, 4],
  ["waves", 3, 4],
  ["boat", 6, 4],
  ["waves", 7, 4],
  ["tulip", 5, 5],
  ["heart", 0, 6],
  ["boat", 2, 6],
  ["heart", 6, 6],
  ["waves", 1, 7],
  ["bird", 4, 7],
  ["tulip", 7, 7],
  ["tulip", 3, 8],
  ["waves", 5, 8],
];
const corners =
  "M0 0h20a20 20 0 0 1-20 20zM100 0H80a20 20 0 0 0 20 20zM0 100h20A20 20 0 0 0 0 80zM100 100H80a20 20 0 0 1 20-20z";
const edge = "M0 0h100v100H0z";
const arcs = "M27 0A27 27 0 0 1 0 27M73 0a27 27 0 0 0 27 27M27 100A27 27 0 0 0 0 73M73 100a27 27 0 0 1 27-27";

// The wall of tiles beside the login; one of them has the keyhole.
export function TileWall() {
  const tile = useId();
  return (
    <svg
      viewBox={`0 0 ${COLUMNS * SIZE} ${ROWS * SIZE}`}
      preserveAspectRatio="xMidYMid slice"
      aria-hidden="true"
      focusable="false"
    >
      <defs>
        <pattern id={tile} width={SIZE} height={SIZE} patternUnits="userSpaceOnUse">
          <path d={corners} fill="var(--tile)" />
          <path d={arcs} fill="none" stroke="var(--tile)" strokeWidth="1.5" />
          <path d={edge} fill="none" stroke="var(--surface)" strokeWidth="8" />
          <path d={edge} fill="none" stroke="var(--delft100)" strokeWidth="2.5" />
        </pattern>
      </defs>
      <rect width={COLUMNS * SIZE} height={ROWS * SIZE} fill="var(--surface)" />
      <rect width={COLUMNS * SIZE} height={ROWS * SIZE} fill={`url(#${tile})`} />
      <g fill="none" stroke="var(--tile)" strokeWidth="2" strokeLinejoin="round">
        {wall.map(([name, column, row]) => (
          <path key={`${column}-${row}`} d={drawings[name]} transform={`translate(${column * SIZE} ${row * SIZE})`} />
        ))}
      </g>
      <g fill="var(--delft)" transform={`translate(${KEYHOLE.column * SIZE} ${KEYHOLE.row * SIZE})`}>
        <path d="M2 2h16A16 16 0 0 1 2 18zM98 2H82a16 16 0 0 0 16 16zM2 98h16A16 16 0 0 0 2 82zM98 98H82a16 16 0 0 1 16-16z" />
        <circle cx="50" cy="43" r="14" />
        <path d="M45 48h10l6 27H39z" />
      </g>
    </svg>
  );
}
