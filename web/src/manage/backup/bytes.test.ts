import { expect, test } from "vitest";
import { bytesText } from "./bytes";

test.each([
  [0, "0 bytes"],
  [999, "999 bytes"],
  [1000, "1 kB"],
  [12_400_000, "12,4 MB"],
  [250_300_000_000, "250 GB"],
  [4_000_000_000_000, "4 TB"],
])("%d is %s", (bytes, text) => {
  expect(bytesText(bytes, "nl")).toBe(text);
});
