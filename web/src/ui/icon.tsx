import type { Icon as Tabler } from "@tabler/icons-react";

interface Props {
  of: Tabler;
  size?: number;
  className?: string | undefined;
}

// Always beside a word, so always hidden from who listens.
export function Icon({ of: Drawn, size = 18, className }: Props) {
  return <Drawn size={size} stroke={1.75} className={className} aria-hidden="true" focusable="false" />;
}
