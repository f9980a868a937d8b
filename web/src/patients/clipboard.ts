// A copy that does not stay: after its time the clipboard is emptied, or as soon as the page may do so again.
export async function copyFor(text: string, seconds: number): Promise<void> {
  await navigator.clipboard.writeText(text);
  const empty = () => {
    navigator.clipboard.writeText("").catch(() => window.addEventListener("focus", empty, { once: true }));
  };
  setTimeout(empty, seconds * 1000);
}
