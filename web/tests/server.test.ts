import { expect, test } from "vitest";
import { codeOf } from "./server";

test("the code of RFC 6238", () => {
  expect(codeOf("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ", 59)).toBe("287082");
});
