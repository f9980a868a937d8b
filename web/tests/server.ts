import { spawn, spawnSync, type ChildProcess } from "node:child_process";
import { createHmac } from "node:crypto";
import { cpSync, mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import type { IncomingHttpHeaders } from "node:http";
import { request } from "node:https";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

export function needed(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set: run the stories by ./dev browser, as docs/web.md says`);
  return value;
}

// The folder with the demo practice, its accounts, and a copy that no server has touched.
const place = needed("ZORGKLUIS_PLACE");

export interface Account {
  role: string;
  login: string;
  password: string;
  secret: string;
}

export function accountOf(role: string): Account {
  const accounts = JSON.parse(readFileSync(join(place, "accounts.json"), "utf8")) as Account[];
  const found = accounts.find((account) => account.role === role);
  if (!found) throw new Error(`no demo account has the role ${role}`);
  return found;
}

const STEP_S = 30;

// RFC 6238 with SHA-1, six digits, thirty seconds.
export function codeOf(secret: string, seconds = Date.now() / 1000): string {
  const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  const bits = [...secret.replace(/[^A-Z2-7]/g, "")]
    .map((letter) => alphabet.indexOf(letter).toString(2).padStart(5, "0"))
    .join("");
  const key = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(seconds / STEP_S)));
  const hash = createHmac("sha1", key).update(counter).digest();
  const at = hash[19]! & 15;
  return String((hash.readUInt32BE(at) & 0x7fffffff) % 1_000_000).padStart(6, "0");
}

const stepAt = (milliseconds: number): number => Math.floor(milliseconds / 1000 / STEP_S);

// The server takes each code once, and the next one before its time. The first one coupled the telephone.
const used = new Map<string, number>();
export async function freshCode(secret: string, at: string): Promise<string> {
  const key = `${at} ${secret}`;
  const last = used.get(key) ?? stepAt(statSync(join(place, "accounts.json")).mtimeMs);
  const next = Math.max(stepAt(Date.now()), last + 1);
  while (next > stepAt(Date.now()) + 1) await sleep(500);
  used.set(key, next);
  return codeOf(secret, next * STEP_S);
}

export interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  text: string;
}
interface Ask {
  method?: string;
  body?: unknown;
  headers?: Record<string, string>;
  // From another address of this machine: 127.0.1.1 is another network to the server.
  from?: string;
}

// A request without a browser.
export const send = (url: string, { method = "GET", body, headers = {}, from }: Ask = {}): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const asked = request(
      url,
      {
        method,
        rejectUnauthorized: false,
        headers: { ...(body === undefined ? {} : { "Content-Type": "application/json" }), ...headers },
        ...(from ? { localAddress: from } : {}),
      },
      (response) => {
        let text = "";
        response.setEncoding("utf8");
        response.on("data", (piece: string) => void (text += piece));
        response.on("end", () => resolve({ status: response.statusCode ?? 0, headers: response.headers, text }));
        response.on("error", reject);
      },
    );
    asked.on("error", reject);
    asked.end(body === undefined ? undefined : JSON.stringify(body));
  });

const cookieIn = (answer: Answer): string => {
  const found = /^__Host-zorgkluis=([^;]+)/.exec(answer.headers["set-cookie"]?.[0] ?? "");
  if (!found) throw new Error(`no session: ${answer.status} ${answer.text}`);
  return found[1]!;
};

export async function newCookie(role: string, at: string): Promise<string> {
  const { login, password, secret } = accountOf(role);
  const body = { login, password, code: await freshCode(secret, at) };
  return cookieIn(await send(`${at}/api/session`, { method: "POST", body }));
}

// One session per role for all stories; another when it ended or was locked.
const cookies = new Map<string, string>();
export async function cookieOf(role: string, at: string): Promise<string> {
  const key = `${at} ${role}`;
  const kept = cookies.get(key);
  if (kept) {
    const answer = await send(`${at}/api/session`, { headers: { Cookie: `__Host-zorgkluis=${kept}` } });
    if (answer.status === 200 && !(JSON.parse(answer.text) as { lock: { locked: boolean } }).lock.locked) return kept;
  }
  const cookie = await newCookie(role, at);
  cookies.set(key, cookie);
  return cookie;
}

export interface Said {
  exit: number;
  out: string;
  err: string;
}

// A command on the command line, in this folder of data; through the server when one runs there.
export function command(data: string, ...words: string[]): Said {
  const done = spawnSync(needed("ZORGKLUIS"), words, {
    encoding: "utf8",
    env: { ...process.env, ZORGKLUIS_DATA: data },
  });
  return { exit: done.status ?? -1, out: done.stdout, err: done.stderr };
}
export const sharedData = join(place, "praktijk");

// A server of a story's own, over a fresh copy of the demo practice.
export class OwnServer {
  url = "";
  private process: ChildProcess | undefined;
  private constructor(
    private readonly folder: string,
    readonly data: string,
  ) {}

  static async start(): Promise<OwnServer> {
    const folder = mkdtempSync(join(tmpdir(), "zorgkluis-story-"));
    const data = join(folder, "praktijk");
    cpSync(join(place, "onaangeroerd"), data, { recursive: true });
    const server = new OwnServer(folder, data);
    await server.serve("0");
    return server;
  }

  // On the same port as before.
  async restart(): Promise<void> {
    await this.halt();
    await this.serve(new URL(this.url).port);
  }

  async halt(): Promise<void> {
    const running = this.process;
    this.process = undefined;
    if (!running || running.exitCode !== null) return;
    const ended = new Promise((resolve) => running.once("exit", resolve));
    running.kill("SIGTERM");
    await ended;
  }

  async end(): Promise<void> {
    await this.halt();
    rmSync(this.folder, { recursive: true });
  }

  async serve(port = new URL(this.url).port): Promise<void> {
    const child = spawn(needed("ZORGKLUIS"), ["serve", "--listen", `127.0.0.1:${port}`, "--json"], {
      env: { ...process.env, ZORGKLUIS_DATA: this.data },
      stdio: ["ignore", "pipe", "pipe"],
    });
    this.process = child;
    let said = "";
    child.stderr.on("data", (piece: Buffer) => void (said += piece.toString()));
    this.url = await new Promise<string>((resolve, reject) => {
      let out = "";
      child.stdout.on("data", (piece: Buffer) => {
        out += piece.toString();
        const line = out.split("\n")[0]!;
        if (out.includes("\n")) resolve((JSON.parse(line) as { url: string }).url);
      });
      child.once("exit", (code) => reject(new Error(`the server ended with ${code}: ${said}`)));
    });
  }
}
