import { classes } from "../ui/classes";
import hues from "./hues.module.css";
import type { Practitioner } from "./columns";

const HUES = 6;
const shapes = [
  <circle cx="7" cy="7" r="5.5" />,
  <rect x="1.5" y="1.5" width="11" height="11" rx="1" />,
  <path d="M7 1l6.2 11.5H.8z" />,
  <path d="M7 .8L13.2 7 7 13.2.8 7z" />,
  <path d="M5 1h4v4h4v4H9v4H5V9H1V5h4z" />,
  <path d="M1.5 1.5h11L7 13z" />,
];

// Colours come back after six; the pair of colour and shape only after thirty-six.
const placeOf = (practitioners: Practitioner[], code: string): number =>
  Math.max(
    0,
    practitioners.findIndex((one) => one.code === code),
  );

export const hueOf = (practitioners: Practitioner[], code: string): string =>
  hues[`h${placeOf(practitioners, code) % HUES}`]!;

interface Props {
  practitioners: Practitioner[];
  code: string;
}
export function PractitionerMark({ practitioners, code }: Props) {
  const place = placeOf(practitioners, code);
  return (
    <svg
      width="13"
      height="13"
      viewBox="0 0 14 14"
      fill="currentColor"
      className={classes(hueOf(practitioners, code), hues.mark)}
      aria-hidden="true"
      focusable="false"
    >
      {shapes[(place + Math.floor(place / HUES)) % shapes.length]}
    </svg>
  );
}

// Sanne of Sanne Hofstra; a name of initials stays whole.
export function shortName(name: string): string {
  const first = name.split(" ")[0] ?? name;
  return first.length > 2 && !first.includes(".") ? first : name;
}
