import { useSession } from "./session";

interface Named {
  name: string;
  alias?: string;
}

export const useNamesHidden = (): boolean => useSession().names?.hidden ?? false;

// The name, or while names are hidden the alias of today. Where the focus is, the name shows.
export function PatientName({ of, chosen = false }: { of: Named; chosen?: boolean }) {
  const hidden = useNamesHidden();
  return <>{hidden && !chosen ? (of.alias ?? "•••") : of.name}</>;
}

export const initialsOf = (name: string): string => {
  const words = name
    .replace(/[^\p{L}\s-]/gu, "")
    .split(/\s+/)
    .filter((word) => /^\p{Lu}/u.test(word));
  return [words[0], words.length > 1 ? words.at(-1) : undefined].map((word) => word?.[0] ?? "").join("");
};
