export type Status = "planned" | "arrived" | "done" | "no_show" | "cancelled";

// The words of the practice's own data, also those of the old software.
const words: Record<string, Status> = {
  gepland: "planned",
  verwacht: "planned",
  bevestigd: "planned",
  aangemeld: "arrived",
  binnen: "arrived",
  voltooid: "done",
  geweest: "done",
  afgerond: "done",
  "niet verschenen": "no_show",
  "niet gekomen": "no_show",
  geannuleerd: "cancelled",
  afgezegd: "cancelled",
};
const known: string[] = ["planned", "arrived", "done", "no_show", "cancelled"];

export function statusOf(text: string | undefined): Status {
  const word = (text ?? "").trim().toLowerCase();
  if (known.includes(word)) return word as Status;
  return words[word] ?? "planned";
}
