import { useSyncExternalStore } from "react";

// One value outside the tree that parts of the tree follow.
export interface Store<T> {
  get: () => T;
  set: (value: T) => void;
  use: () => T;
}

export function makeStore<T>(first: T): Store<T> {
  let value = first;
  const followers = new Set<() => void>();
  const get = () => value;
  const subscribe = (follower: () => void) => {
    followers.add(follower);
    return () => void followers.delete(follower);
  };
  return {
    get,
    set: (next) => {
      value = next;
      followers.forEach((follower) => follower());
    },
    use: () => useSyncExternalStore(subscribe, get),
  };
}
