// Appointments that overlap stand side by side: each in the first lane that is free, and as wide as its cluster needs.
export interface Timed {
  id: string;
  from: number;
  until: number;
}
export interface Lane {
  lane: number;
  lanes: number;
}

export function lanesOf(timed: Timed[]): Map<string, Lane> {
  const inOrder = [...timed].sort((a, b) => a.from - b.from || b.until - a.until || a.id.localeCompare(b.id));
  const placed = new Map<string, Lane>();
  let cluster: string[] = [];
  let ends: number[] = [];
  const close = () => {
    for (const id of cluster) placed.get(id)!.lanes = ends.length;
    cluster = [];
    ends = [];
  };
  for (const one of inOrder) {
    if (ends.every((end) => end <= one.from)) close();
    const free = ends.findIndex((end) => end <= one.from);
    const lane = free < 0 ? ends.length : free;
    ends[lane] = one.until;
    cluster.push(one.id);
    placed.set(one.id, { lane, lanes: 1 });
  }
  close();
  return placed;
}
