import type { components, paths } from "./api_types.gen";

export type Schema<Name extends keyof components["schemas"]> = components["schemas"][Name];

type Method = "get" | "post" | "put" | "delete";
type Json<T> = T extends { content: { "application/json": infer Value } } ? Value : undefined;
type Answer<Op> = Op extends { responses: { 200: infer Ok } } ? Json<Ok> : undefined;
type Body<Op> = Op extends { requestBody: infer Request } ? Json<Request> : undefined;
type PathsWith<M extends Method> = { [P in keyof paths]: paths[P] extends Record<M, object> ? P : never }[keyof paths];

interface Options<B> {
  body?: B;
  id?: string;
  // Days and the like; never of a person.
  query?: Record<string, string>;
}

// The code is stable and known here, or the message is the server's own Dutch sentence.
export class ApiError extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    readonly place?: string,
    readonly retryAfterSeconds?: number,
    // Of changed-by-another: what is there now, and who made it so.
    readonly theirs?: object,
    readonly by?: string,
    readonly version?: number,
    // Of a likely duplicate: whom it may be.
    readonly patients?: Schema<"FoundPatient">[],
  ) {
    super(message);
  }
}

export const NO_ANSWER = "no-answer";

// What the session needs to hear of every answer.
interface Listener {
  noSession: () => void;
  locked: () => void;
  lost: () => void;
  reached: () => void;
}
let listener: Listener = { noSession: () => {}, locked: () => {}, lost: () => {}, reached: () => {} };
export const listenToAnswers = (to: Listener): void => void (listener = to);

let csrf = "";
export const setCsrf = (token: string): void => void (csrf = token);

async function failure(response: Response): Promise<ApiError> {
  const body = (await response.json().catch(() => undefined)) as Schema<"Error"> | undefined;
  const { code = `http-${response.status}`, message = "", place, theirs, by, version, patients } = body?.error ?? {};
  const wait = Number(response.headers.get("Retry-After")) || undefined;
  return new ApiError(response.status, code, message, place, wait, theirs, by, version, patients);
}

function addressOf(path: string, id = "", query?: Record<string, string>): string {
  const filled = path.replace("{id}", encodeURIComponent(id));
  return query ? `${filled}?${new URLSearchParams(query).toString()}` : filled;
}

// Every request to the server, and what the session must hear of its answer.
async function send(method: string, path: string, headers: Record<string, string>, body?: BodyInit): Promise<Response> {
  if (method !== "GET") headers["X-Zorgkluis-Csrf"] = csrf;
  let response: Response;
  try {
    response = await fetch(path, {
      method,
      headers: { Accept: "application/json", ...headers },
      credentials: "same-origin",
      cache: "no-store",
      redirect: "error",
      ...(body === undefined ? {} : { body }),
    });
  } catch {
    listener.lost();
    throw new ApiError(0, NO_ANSWER, "");
  }
  listener.reached();
  if (!response.ok) {
    const error = await failure(response);
    if (error.code === "no-session") listener.noSession();
    if (error.code === "session-locked") listener.locked();
    throw error;
  }
  return response;
}

const PIECE_BYTES = 1_000_000;
const inBase64 = (text: string): string => btoa(String.fromCharCode(...new TextEncoder().encode(text)));

// A file in pieces, none larger than what the server takes at once. Its name is in no address.
export async function sendFile(file: File, onSent: (bytes: number) => void): Promise<void> {
  let sent = 0;
  do {
    const piece = file.slice(sent, sent + PIECE_BYTES);
    const headers = {
      "Content-Type": "application/octet-stream",
      "X-Zorgkluis-File": inBase64(file.name),
      "X-Zorgkluis-Offset": String(sent),
    };
    // An answer that nobody reads keeps its connection open.
    await (await send("POST", "/api/moving-in/files", headers, piece)).text();
    sent += piece.size;
    onSent(sent);
  } while (sent < file.size);
}

export async function call<M extends Method, P extends PathsWith<M>>(
  method: M,
  path: P,
  options: Options<Body<paths[P][M & keyof paths[P]]>> = {},
): Promise<Answer<paths[P][M & keyof paths[P]]>> {
  const json = options.body === undefined ? undefined : JSON.stringify(options.body);
  const headers: Record<string, string> = json === undefined ? {} : { "Content-Type": "application/json" };
  const to = addressOf(path, options.id, options.query);
  const response = await send(method.toUpperCase(), to, headers, json);
  return (response.status === 204 ? undefined : await response.json()) as Answer<paths[P][M & keyof paths[P]]>;
}
